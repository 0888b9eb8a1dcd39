"""What stands in the cells of an XLSX file that may come from anywhere?"""

import warnings
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from tracktwo.documents.unpacking import unpacked
from tracktwo.errors import InputError, Problem
from tracktwo.interop.grid import Grid, Spot

MOST_ROWS = 5_000
MOST_COLUMNS = 1_000
MOST_CELLS = 200_000

_FAULTS = {
    "f": "is a formula, which is not worked out here; copy it and paste its value instead",
    "e": "holds an error of the spreadsheet; write a value",
}


def read_workbook(name: str, data: bytes, problems: list[Problem]) -> tuple[Grid, ...]:
    """Read the sheets of a workbook as text.

    Numbers become their shortest decimal: what a person typed, not the float nearest to it.
    Dates become ISO dates. Nothing is worked out: a formula is a problem, and so are merged
    cells, whose meaning depends on where one looks.

    Parameters
    ----------
    name : str
        The file's name, for errors.
    data : bytes
        The file.
    problems : list of Problem
        Gets what is wrong in single cells and sheets.

    Returns
    -------
    tuple of Grid
        In the order of the tabs, hidden ones among them, empty ones left out.

    Raises
    ------
    InputError
        If the file is no workbook, is broken, or unpacks to more than a text may.
    """
    plain = unpacked(data, name)
    if b"<!DOCTYPE" in plain.getvalue() or b"<!ENTITY" in plain.getvalue():
        raise InputError(f"{name}: declares a DOCTYPE, which no workbook does; it is not opened")
    from openpyxl import load_workbook  # noqa: PLC0415 - heavy

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and extensions that do not matter here
            book = load_workbook(plain, keep_links=False)
    except Exception as error:  # a broken workbook leads openpyxl into errors of every class
        said = f"{name}: is no workbook that can be read ({type(error).__name__})"
        raise InputError(f"{said}; save it as .xlsx and try again") from error
    found = (_grid(sheet, problems) for sheet in book.worksheets)
    return tuple(grid for grid in found if grid.spots)


def _grid(sheet: Any, problems: list[Problem]) -> Grid:  # noqa: ANN401 - a sheet of openpyxl
    rows, columns = sheet.max_row, sheet.max_column
    if rows > MOST_ROWS or columns > MOST_COLUMNS or rows * columns > MOST_CELLS:
        said = (
            f"reaches to row {rows:,} and column {columns:,}; a case needs far fewer: delete the "
            "rows and columns behind its own"
        )
        problems.append(Problem(sheet.title, said))
        return Grid(sheet.title, {})
    for area in sheet.merged_cells.ranges:
        said = "is merged; unmerge it, and write each value into a cell of its own"
        problems.append(Problem(f"{sheet.title}!{area.coord}", said))
    return Grid(sheet.title, dict(_spots(sheet, problems)))


def _spots(sheet: Any, problems: list[Problem]) -> Iterator[tuple[tuple[int, int], Spot]]:  # noqa: ANN401 - same
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is None or (isinstance(cell.value, str) and not cell.value.strip()):
                continue
            place = f"{sheet.title}!{cell.coordinate}"
            if fault := _FAULTS.get(cell.data_type):
                problems.append(Problem(place, fault))
            else:
                yield (cell.row, cell.column), Spot(_text(cell.value), place)


def _text(value: object) -> str:
    """Write a value as it would be typed: numbers as decimals, dates as ISO dates."""
    if isinstance(value, float):
        return f"{Decimal(repr(value)):f}".removesuffix(".0")
    if isinstance(value, datetime) and value.time() == time.min:
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else str(value)
