"""``tracktwo export``: a case for another program."""

from pathlib import Path
from typing import Annotated

import typer

from tracktwo.cli.guard import DONE
from tracktwo.errors import InputError


def give_out(
    format_: Annotated[str, typer.Argument(metavar="FORMAT", help="nfg: a Gambit strategic game.")],
    case: Annotated[Path, typer.Argument(metavar="CASE", help="A case folder, or a case file.")],
    *,
    output: Annotated[Path, typer.Option("-o", "--output", help="The file to write.")],
) -> int:
    """Write a case's graph model for another program.

    A file that is there already is left alone.
    """
    from tracktwo.casemodel.files import load_case
    from tracktwo.cli.atomic import write_whole
    from tracktwo.interop.gambit import nfg_of

    if format_ != "nfg":
        raise InputError(f'"{format_}" is no format that can be exported; use nfg')
    if output.exists():
        raise InputError(f"{output}: is there already; name a new file with -o")
    loaded = load_case(case)
    write_whole(output, nfg_of(loaded).encode("utf-8"))
    print(f"wrote {output}")
    return DONE
