"""``tracktwo import``: a case from another program's file."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from tracktwo.cli.guard import DONE
from tracktwo.errors import InputError

_FORMATS = ("gmcr",)


def take_in(
    format_: Annotated[str, typer.Argument(metavar="FORMAT", help="gmcr: GMCR+ and gmcr-py.")],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The other program's file.")],
    *,
    output: Annotated[Path, typer.Option("-o", "--output", help="The case file to write.")],
    as_of: Annotated[
        str, typer.Option(metavar="DAY", help="The day for which the case holds; today.")
    ] = "",
) -> int:
    """Make a case from another program's file.

    A case file that is there already is left alone.
    """
    from tracktwo.casemodel.read import parse_case
    from tracktwo.cli.atomic import write_whole
    from tracktwo.interop.gmcr import case_from_gmcr

    if format_ not in _FORMATS:
        raise InputError(f'"{format_}" is no format that can be imported; use {_FORMATS[0]}')
    if output.exists():
        raise InputError(f"{output}: is there already; name a new file with -o")
    text = case_from_gmcr(file.read_bytes(), file.name, as_of or f"{date.today():%Y-%m-%d}")  # noqa: DTZ011 - the user's own day
    parse_case(text, output.name)
    write_whole(output, text.encode("utf-8"))
    print(f"wrote {output}; see it with: tracktwo stability {output}")
    return DONE
