"""``tracktwo export``: a case for another program."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from tracktwo.cli.guard import DONE
from tracktwo.errors import InputError

Writer: TypeAlias = Callable[[Path], bytes]


def _nfg(case: Path) -> bytes:
    """Write the graph model as a strategic game of Gambit."""
    from tracktwo.casemodel.files import load_case
    from tracktwo.interop.gambit import nfg_of

    return nfg_of(load_case(case)).encode("utf-8")


def _ktab(case: Path) -> bytes:
    """Write the positions on the scales as a CSV of KTAB."""
    from tracktwo.casemodel.files import load_case
    from tracktwo.interop.ktab import ktab_from_case

    return ktab_from_case(load_case(case)).encode("utf-8")


def _xlsx(case: Path) -> bytes:
    """Write the case as a workbook."""
    from tracktwo.casemodel.files import CASE_FILE, load_case
    from tracktwo.interop.to_xlsx import xlsx_of

    load_case(case)
    file = case / CASE_FILE if case.is_dir() else case
    return xlsx_of(file.read_text("utf-8"))


FORMATS: dict[str, Writer] = {"nfg": _nfg, "ktab": _ktab, "xlsx": _xlsx}


def give_out(
    format_: Annotated[
        str,
        typer.Argument(
            metavar="FORMAT",
            help="nfg: a Gambit strategic game; ktab: a CSV of positions; "
            "xlsx: a workbook to fill in.",
        ),
    ],
    case: Annotated[Path, typer.Argument(metavar="CASE", help="A case folder, or a case file.")],
    *,
    output: Annotated[Path, typer.Option("-o", "--output", help="The file to write.")],
) -> int:
    """Write a case for another program, or as a workbook.

    A workbook has a tab for each party, issues down and options across; `tracktwo import xlsx`
    reads it back. A file that is there already is left alone.
    """
    from tracktwo.cli.atomic import write_whole

    if format_ not in FORMATS:
        raise InputError(
            f'"{format_}" is no format that can be exported; there is: {", ".join(FORMATS)}'
        )
    if output.exists():
        raise InputError(f"{output}: is there already; name a new file with -o")
    write_whole(output, FORMATS[format_](case))
    print(f"wrote {output}")
    return DONE
