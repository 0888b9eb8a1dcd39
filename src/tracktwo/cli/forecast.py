"""``tracktwo forecast``: forecasts that nobody can change afterwards, and how good they were."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tracktwo.cli.casefolder import case_folder
from tracktwo.cli.guard import DONE, guarded
from tracktwo.cli.printing import print_json
from tracktwo.errors import CaseError, InputError

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracktwo.casemodel.forecast_ledger import Ledger
    from tracktwo.casemodel.forecast_lines import Line

_FOLDER = typer.Argument(metavar="CASE", help="A case folder.")
_BY = typer.Option(help="Who signs it.")
_ON = typer.Option(metavar="DATE", help="The day; today if not given.")
_BECAUSE = typer.Option(help="On what ground, in words.")


def add(  # noqa: PLR0913 - one parameter for each option of the command
    case: Annotated[Path, _FOLDER],
    *,
    by: Annotated[str, _BY] = "",
    probability: Annotated[
        str, typer.Option(metavar="P", help="Of a yes, between 0 and 1, such as 0.15.")
    ] = "",
    question: Annotated[str, typer.Option(help="A new question, answered by yes or no.")] = "",
    criteria: Annotated[str, typer.Option(help="By what a new question is settled.")] = "",
    resolves_on: Annotated[
        str, typer.Option(metavar="DATE", help="The day on which a new question is settled.")
    ] = "",
    id_: Annotated[str, typer.Option("--id", help="A question of the ledger, such as q1.")] = "",
    on: Annotated[str, _ON] = "",
    because: Annotated[str, _BECAUSE] = "",
    from_case: Annotated[
        bool, typer.Option("--from-case", help="Take in the forecasts of case.toml.")
    ] = False,
) -> int:
    """Add a forecast, on a new question or on one of the ledger.

    A later forecast by the same person replaces none: it stands beside the earlier ones.
    """
    from tracktwo.casemodel.files import load_case
    from tracktwo.cli.forecasting import forecast_line, lines_of_case, next_id, question_line

    folder = case_folder(case)
    if from_case:
        loaded = load_case(folder.file)
        return _added(folder.forecasts, lambda ledger: lines_of_case(loaded, ledger))
    if bool(question) == bool(id_):
        raise InputError("name a new --question, or the --id of one that is in the ledger")
    if id_ and (criteria or resolves_on):
        raise InputError("--criteria and --resolves-on belong to a new --question; leave them out")
    if id_:
        line = forecast_line(id_, probability, by, on, because)
        return _added(folder.forecasts, lambda _: [line])
    return _added(
        folder.forecasts,
        lambda ledger: [
            question_line(next_id(ledger), (question, criteria, resolves_on), by, on),
            forecast_line(next_id(ledger), probability, by, on, because),
        ],
    )


def resolve(  # noqa: PLR0913 - one parameter for each option of the command
    case: Annotated[Path, _FOLDER],
    id_: Annotated[str, typer.Argument(metavar="ID", help="A question, such as q1.")],
    *,
    outcome: Annotated[str, typer.Option(help="yes or no.")] = "",
    by: Annotated[str, _BY] = "",
    on: Annotated[str, _ON] = "",
    because: Annotated[str, _BECAUSE] = "",
) -> int:
    """Settle a question, on its day or later, once."""
    from tracktwo.cli.forecasting import outcome_line

    line = outcome_line(id_, outcome, by, on, because)
    return _added(case_folder(case).forecasts, lambda _: [line])


def score(
    case: Annotated[Path, _FOLDER],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> int:
    """Show the ledger, and score what is settled.

    The last forecast of each forecaster on a question counts. Brier score and log score, by
    forecaster; and how often what was given a probability came true.
    """
    from tracktwo.cli.scored import as_json as exported
    from tracktwo.cli.scored import print_scores

    folder = case_folder(case)
    ledger = load_ledger(folder.forecasts)
    if as_json:
        print_json(exported(ledger))
    else:
        print_scores(ledger)
    return DONE


def load_ledger(path: Path) -> "Ledger":
    """Read a ledger from its file; an empty one where there is none."""
    from tracktwo.casemodel.forecast_ledger import read_ledger

    if not path.exists():
        return read_ledger("", path.name)
    try:
        return read_ledger(path.read_text("utf-8"), path.name)
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: byte {error.start} is not UTF-8") from None


def _added(path: Path, lines_for: "Callable[[Ledger], list[Line]]") -> int:
    """Add lines to a ledger that is sound, if they agree with it, and say what was added."""
    from tracktwo.casemodel.forecast_ledger import read_ledger, refusals, sealed
    from tracktwo.cli.appending import append_whole

    added: list[Line] = []

    def more(text: str) -> str:
        ledger = read_ledger(text, path.name)
        added.extend(lines_for(ledger))
        problems = refusals(ledger, added) if added else ()
        if problems:
            raise CaseError(path.name, problems)
        return sealed(ledger.seal, added)

    ledger = read_ledger(append_whole(path, more), path.name)
    for line in added:
        print(_told(line))
    print(f"{len(added)} line{'s' * (len(added) != 1)} added; the ledger is sealed {ledger.seal}")
    return DONE


def _told(line: "Line") -> str:
    if line.kind == "question":
        return f"{line.id}: {line.question} (settled on {line.resolves_on})"
    if line.kind == "forecast":
        return f"{line.id}: {line.words}, {line.probability}, by {line.by} on {line.on}"
    return f"{line.id}: {line.outcome}, settled by {line.by} on {line.on}"


app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
for command in (add, resolve, score):
    app.command()(guarded(command))


@app.callback()
def forecast() -> None:
    """Keep forecasts in a ledger that only grows, and score them.

    Each line is sealed with all that stand before it, so that a change is found.
    """
