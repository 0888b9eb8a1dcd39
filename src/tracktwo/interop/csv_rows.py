"""The lines of a table in a text file, each with its number, its cells without idle blanks."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass

from tracktwo.errors import CaseError, Problem

MOST_BYTES = 10_000_000


@dataclass(frozen=True, slots=True)
class Row:
    """A line that holds something: its number, from 1, and its cells."""

    line: int
    cells: tuple[str, ...]

    def place(self, column: int, name: str = "") -> str:
        """Say where a cell stands; columns count from 1."""
        return f"line {self.line}, column {column}" + (f" ({name})" if name else "")


def rows_of(content: bytes, name: str, delimiter: str = "", quote: str = '"') -> tuple[Row, ...]:
    """Take a table apart.

    Parameters
    ----------
    content : bytes
        UTF-8, with or without a byte-order mark.
    name : str
        Of the file, for errors.
    delimiter : str
        Between cells; if not given, that of comma, semicolon and tab which the first line that
        holds something has most of.
    quote : str
        Around cells that hold a delimiter.

    Returns
    -------
    tuple of Row
        Lines with at least one cell that is not blank; empty cells at the end are left out.

    Raises
    ------
    CaseError
        If the file is too large, not UTF-8, or no table.

    Examples
    --------
    >>> rows_of(b"a; b;" + bytes([10]) * 2 + b"1;2", "x.csv")
    (Row(line=1, cells=('a', 'b')), Row(line=3, cells=('1', '2')))
    """
    if len(content) > MOST_BYTES:
        raise _refusal(name, "the file", f"is larger than {MOST_BYTES:,} bytes; no table here is")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = f"byte {error.start}"
        raise _refusal(name, place, "is not UTF-8; save the file as UTF-8 text") from None
    lines = text.splitlines(keepends=True)
    first = next((line for line in lines if line.strip()), "")
    between = delimiter or max(",;\t", key=first.count)
    reader = csv.reader(lines, delimiter=between, quotechar=quote, skipinitialspace=True)
    found: list[Row] = []
    try:
        for cells in reader:
            kept = _trimmed([cell.strip() for cell in cells])
            if kept:
                found.append(Row(reader.line_num, kept))
    except csv.Error as error:
        place = f"line {reader.line_num}"
        raise _refusal(name, place, f"is no line of a table: {error}") from None
    return tuple(found)


def _trimmed(cells: Sequence[str]) -> tuple[str, ...]:
    """Leave out empty cells at the end, which trailing delimiters make."""
    end = max((at for at, cell in enumerate(cells, start=1) if cell), default=0)
    return tuple(cells[:end])


def _refusal(name: str, place: str, message: str) -> CaseError:
    return CaseError(name, (Problem(place, message),))
