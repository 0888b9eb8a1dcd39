"""``tracktwo export``: a case for another program."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tracktwo.cli.guard import DONE
from tracktwo.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracktwo.casemodel.case import Case


def give_out(
    format_: Annotated[
        str,
        typer.Argument(
            metavar="FORMAT", help="nfg: a Gambit strategic game; ktab: a CSV of positions."
        ),
    ],
    case: Annotated[Path, typer.Argument(metavar="CASE", help="A case folder, or a case file.")],
    *,
    output: Annotated[Path, typer.Option("-o", "--output", help="The file to write.")],
) -> int:
    """Write a case for another program.

    A file that is there already is left alone.
    """
    from tracktwo.casemodel.files import load_case
    from tracktwo.cli.atomic import write_whole

    if format_ not in _FORMATS:
        names = " or ".join(_FORMATS)
        raise InputError(f'"{format_}" is no format that can be exported; use {names}')
    if output.exists():
        raise InputError(f"{output}: is there already; name a new file with -o")
    write_whole(output, _FORMATS[format_](load_case(case)).encode("utf-8"))
    print(f"wrote {output}")
    return DONE


def _nfg(case: "Case") -> str:
    from tracktwo.analyses.stability.from_case import model_of
    from tracktwo.interop.gambit import nfg_of

    return nfg_of(case, model_of(case))


def _ktab(case: "Case") -> str:
    from tracktwo.interop.ktab import ktab_from_case

    return ktab_from_case(case)


_FORMATS: "dict[str, Callable[[Case], str]]" = {"nfg": _nfg, "ktab": _ktab}
