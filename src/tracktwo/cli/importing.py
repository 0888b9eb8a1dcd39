"""``tracktwo import``: another program's files, or a workbook, as a case."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from tracktwo.cli.guard import DONE
from tracktwo.errors import InputError

Reader: TypeAlias = Callable[[Sequence[Path], str, bool], str]


def _genius(files: Sequence[Path], as_of: str, raw: bool) -> str:  # noqa: FBT001 - one form for all readers
    """Read a GENIUS domain, then its profiles."""
    from tracktwo.interop.drafted import write_case
    from tracktwo.interop.genius import read_genius

    if len(files) < 2:
        raise InputError("genius: name the domain's XML, then one profile's XML for each party")
    domain, *profiles = [(file.name, file.read_bytes()) for file in files]
    return write_case(read_genius(domain, profiles, raw=raw), _day(as_of))


def _geniusweb(files: Sequence[Path], as_of: str, raw: bool) -> str:  # noqa: FBT001 - one form for all readers
    """Read GeniusWeb profiles."""
    from tracktwo.interop.drafted import write_case
    from tracktwo.interop.geniusweb import read_geniusweb

    if raw:
        raise InputError("geniusweb: takes utilities as they stand; leave --raw out")
    return write_case(
        read_geniusweb([(file.name, file.read_bytes()) for file in files]), _day(as_of)
    )


def _gmcr(files: Sequence[Path], as_of: str, raw: bool) -> str:  # noqa: FBT001 - one form for all readers
    """Read one file of GMCR+ or gmcr-py."""
    from tracktwo.casemodel.read import parse_case
    from tracktwo.interop.gmcr import case_from_gmcr

    if len(files) != 1 or raw:
        raise InputError("gmcr: name one JSON file, without --raw")
    text = case_from_gmcr(files[0].read_bytes(), files[0].name, _day(as_of))
    parse_case(text, files[0].name)
    return text


def _negmas(files: Sequence[Path], as_of: str, raw: bool) -> str:  # noqa: FBT001 - one form for all readers
    """Read a scenario of NegMAS, from its files or from the folder that holds them."""
    from tracktwo.interop.drafted import write_case
    from tracktwo.interop.negmas import read_negmas

    if raw:
        raise InputError("negmas: takes values as they stand; leave --raw out")
    inside = [path for file in files for path in (_yaml_in(file) if file.is_dir() else [file])]
    return write_case(read_negmas([(path.name, path.read_bytes()) for path in inside]), _day(as_of))


def _xlsx(files: Sequence[Path], as_of: str, raw: bool) -> str:  # noqa: FBT001 - one form for all readers
    """Read the workbook of a case."""
    from tracktwo.interop.from_xlsx import case_from_xlsx

    if len(files) != 1 or raw or as_of:
        raise InputError("xlsx: name one workbook, without --raw; its tab Case says as_of")
    return case_from_xlsx(files[0].name, files[0].read_bytes())


def _day(as_of: str) -> str:
    return as_of or datetime.now().astimezone().date().isoformat()


def _yaml_in(folder: Path) -> list[Path]:
    """List the YAML files of a folder in order of name, without those of statistics (_…)."""
    files = (path for path in sorted(folder.iterdir()) if path.suffix in (".yml", ".yaml"))
    return [path for path in files if not path.name.startswith("_")]


def _ktab(files: Sequence[Path], as_of: str, raw: bool) -> str:  # noqa: FBT001 - one form for all readers
    """Read a CSV of KTAB."""
    from tracktwo.interop.ktab import case_from_ktab

    return case_from_ktab(*_one_table("ktab", files, raw=raw), _day(as_of))


def _positions(files: Sequence[Path], as_of: str, raw: bool) -> str:  # noqa: FBT001 - one form for all readers
    """Read a plain table of positions."""
    from tracktwo.interop.positions import case_from_positions

    return case_from_positions(*_one_table("positions", files, raw=raw), _day(as_of))


def _exchange(files: Sequence[Path], as_of: str, raw: bool) -> str:  # noqa: FBT001 - one form for all readers
    """Read a file of the exchange model."""
    from tracktwo.interop.decide import case_from_decide

    return case_from_decide(*_one_table("exchange", files, raw=raw), _day(as_of))


def _one_table(format_: str, files: Sequence[Path], *, raw: bool) -> tuple[bytes, str]:
    if len(files) != 1 or raw:
        raise InputError(f"{format_}: name one file, without --raw")
    return files[0].read_bytes(), files[0].name


FORMATS: dict[str, Reader] = {
    "genius": _genius,
    "geniusweb": _geniusweb,
    "gmcr": _gmcr,
    "negmas": _negmas,
    "xlsx": _xlsx,
    "ktab": _ktab,
    "positions": _positions,
    "exchange": _exchange,
}
_NEXT = {"gmcr": "stability", "ktab": "outlook", "positions": "outlook", "exchange": "outlook"}


def import_(
    format_: Annotated[str, typer.Argument(metavar="FORMAT", help=", ".join(FORMATS))],
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE…",
            help="genius: DOMAIN.xml PROFILE.xml…; geniusweb: PROFILE.json…; gmcr: FILE.json; "
            "negmas: FOLDER, or SPACE.yml UTILITY.yml…; xlsx: FILE.xlsx; "
            "ktab, positions, exchange: FILE.csv",
        ),
    ],
    out: Annotated[
        Path, typer.Option("-o", "--output", metavar="FILE", help="The case file to write.")
    ] = Path("case.toml"),
    as_of: Annotated[
        str, typer.Option(metavar="DATE", help="Day for which the case holds; today if not given.")
    ] = "",
    *,
    raw: Annotated[
        bool, typer.Option("--raw", help="genius: evaluations as they stand, not divided.")
    ] = False,
) -> int:
    """Read another program's case, or the workbook of one.

    Numbers are taken exactly. A file that is there already is not overwritten.
    """
    from tracktwo.cli.atomic import write_whole

    if format_ not in FORMATS:
        raise InputError(
            f'"{format_}" is no format that can be read; there is: {", ".join(FORMATS)}'
        )
    if out.exists():
        raise InputError(f"{out}: is there already and stays as it is; name another with -o")
    write_whole(out, FORMATS[format_](files, as_of, raw).encode())
    print(f"wrote {out}; see it with: tracktwo {_NEXT.get(format_, 'settle')} {out}")
    return DONE
