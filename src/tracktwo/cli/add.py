"""``tracktwo add``: sources into a case."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from tracktwo.cli.casefolder import case_folder
from tracktwo.cli.guard import BAD_INPUT, DONE
from tracktwo.errors import DocumentError


def add(
    case: Annotated[Path, typer.Argument(metavar="CASE", help="A case folder.")],
    inputs: Annotated[
        list[str], typer.Argument(metavar="PATH…", help="Files, folders, or addresses.")
    ],
) -> int:
    """Put sources into a case.

    Copies documents into sources/ and reads them; what is there already is not added twice.
    What cannot be read is said on stderr and not copied; the rest is still added.
    """
    return DONE
