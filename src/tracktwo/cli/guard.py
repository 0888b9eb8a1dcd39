"""Where do errors become lines? At one place, around every command."""

import functools
import os
import sys
from collections.abc import Callable
from typing import ParamSpec

import typer

from tracktwo.errors import BriefError, TracktwoError

P = ParamSpec("P")

DONE = 0
FINDING = 1
BAD_INPUT = 2
FAULT = 70
BROKEN_PIPE = 141
TRACEBACK = "TRACKTWO_TRACEBACK"


def guarded(command: Callable[P, int]) -> Callable[P, None]:
    """Make a command leave with its exit code, and turn what it raises into a line on stderr.

    Bad input, and files that cannot be read or written, give 2; a brief that breaks the law
    under ``--strict`` gives 1; a reader of the output who has gone gives 141. A fault of the
    program gives 70 and says so; with ``TRACKTWO_TRACEBACK=1`` it shows where it happened.
    """

    @functools.wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            code = command(*args, **kwargs)
            sys.stdout.flush()
        except BrokenPipeError:
            _drop_output()
            code = BROKEN_PIPE
        except TracktwoError as error:
            complain(str(error))
            code = FINDING if isinstance(error, BriefError) else BAD_INPUT
        except OSError as error:
            where = f"{error.filename}: " if error.filename else ""
            complain(f"{where}{error.strerror or error}")
            code = BAD_INPUT
        except Exception as error:
            if os.environ.get(TRACEBACK):
                raise
            complain(
                f"a fault of the program, not of your input: {type(error).__name__}: {error}\n"
                f"  please report it with the command; {TRACEBACK}=1 shows where it happened"
            )
            code = FAULT
        raise typer.Exit(code)

    return run


def complain(text: str) -> None:
    """Say on stderr what went wrong."""
    typer.echo(f"tracktwo: {text}", err=True)


def _drop_output() -> None:
    """Point stdout at nothing, so that its last flush finds no broken pipe."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
