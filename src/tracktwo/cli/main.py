"""What does ``tracktwo`` do? One command per file; here they stand in the order of the work."""

import io
import sys
from typing import Annotated

import typer

from tracktwo import __version__
from tracktwo.cli.add import add
from tracktwo.cli.brief import brief
from tracktwo.cli.changes import changes
from tracktwo.cli.check import check
from tracktwo.cli.decide import decide
from tracktwo.cli.demands import demands
from tracktwo.cli.demo import demo
from tracktwo.cli.forecast import app as forecast
from tracktwo.cli.giving_out import give_out
from tracktwo.cli.grade import grade
from tracktwo.cli.guard import guarded
from tracktwo.cli.importing import import_
from tracktwo.cli.init import init
from tracktwo.cli.outlook import outlook
from tracktwo.cli.read import read
from tracktwo.cli.robustness import robustness
from tracktwo.cli.search import search
from tracktwo.cli.settle import settle
from tracktwo.cli.stability import stability
from tracktwo.cli.why import why

app = typer.Typer(
    name="tracktwo",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    epilog="Exit codes: 0 done, 1 a finding under --strict, 2 bad input, 130 interrupted.",
)
COMMANDS = (
    demo,
    init,
    add,
    read,
    decide,
    grade,
    demands,
    changes,
    settle,
    stability,
    outlook,
    robustness,
    brief,
    why,
    search,
    check,
)
for command in COMMANDS:
    app.command()(guarded(command))
app.add_typer(forecast, name="forecast")
app.command("import")(guarded(import_))
app.command("export")(guarded(give_out))


def _show_version(asked: bool) -> None:  # noqa: FBT001 - typer hands a flag's value over
    if asked:
        typer.echo(f"tracktwo {__version__}")
        raise typer.Exit


@app.callback()
def front(
    *,
    _version: Annotated[
        bool,
        typer.Option("--version", help="Show the version.", callback=_show_version, is_eager=True),
    ] = False,
) -> None:
    """Prepare a negotiation: who demands what of whom, and is there room for an agreement?

    Every sentence and every number leads back to the words of a source, or to a judgement that
    somebody signed. Nothing leaves this machine unless you name an address.
    """


def main() -> None:
    """Run the command line; every way out is an exit code and, if it failed, a plain line.

    What the terminal's encoding cannot hold is printed as an escape.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    app(prog_name="tracktwo")
