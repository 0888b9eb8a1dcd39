"""From a case file to a workbook that an analyst reads, fills in and sends back."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from tracktwo.casemodel.case import Case, Position
from tracktwo.casemodel.read import parse_case
from tracktwo.errors import InputError
from tracktwo.interop.case_rows import Item, Row, Tab, case_tabs
from tracktwo.interop.from_xlsx import case_from_xlsx

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_EXACT = 15
"""So many significant digits a spreadsheet keeps of a number; longer ones stand as text."""

_LONGEST = 32_767
_LINE, _MOST_LINES = 15, 8
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_STAMP = (1980, 1, 1, 0, 0, 0)
_INK, _PAPER, _PALE = "FF1F2933", "FFFFFFFF", "FFE8EDF2"


def xlsx_of(text: str) -> bytes:
    """Write a case file as a workbook.

    Parameters
    ----------
    text : str
        A ``case.toml`` that `parse_case` reads.

    Returns
    -------
    bytes
        An XLSX file from which `case_from_xlsx` gives the same case, which is made sure of;
        positions come back party by party, those that say nothing are left out, and comments are.
        Numbers of up to 15 digits are numbers, so that a spreadsheet can count with them; longer
        ones are text. The same case gives the same bytes.

    Raises
    ------
    CaseError
        If the case is not sound.
    InputError
        If it holds what no workbook can hold: a control character, or more than 32,767 signs in
        one place.
    """
    case = parse_case(text)
    data = tomllib.loads(text.removeprefix("\ufeff"))
    for party in data.get("parties", {}).values():
        if any("\n" in speaker for speaker in party.get("speakers", [])):
            raise InputError("a name of a speaker has two lines; no sheet can hold that")
    written = _book(case_tabs(data))
    back = parse_case(case_from_xlsx("the workbook", written))
    if comparable(back) != comparable(case):
        raise InputError("this case cannot be written as a workbook without loss; keep to its TOML")
    return written


def comparable(case: Case) -> Case:
    """Give a case without what the way through a workbook may change."""
    kept = (each for each in case.positions if each != Position(each.party, each.issue))
    ordered = sorted(kept, key=lambda each: (each.party, each.issue))
    futures = (
        replace(each, variant=None if each.variant is None else comparable(each.variant))
        for each in case.scenarios
    )
    return replace(case, sha256="", positions=tuple(ordered), scenarios=tuple(futures))


def _book(tabs: tuple[Tab, ...]) -> bytes:
    from openpyxl import Workbook  # noqa: PLC0415 - heavy

    book = Workbook()
    book.remove(book.worksheets[0])
    for tab in tabs:
        _fill(book.create_sheet(tab.name), tab)
    raw = BytesIO()
    book.save(raw)
    return _timeless(raw.getvalue())


def _fill(sheet: "Worksheet", tab: Tab) -> None:
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - heavy

    for at, row in enumerate(tab.rows, start=1):
        for column, item in enumerate(row, start=1):
            cell = sheet.cell(at, column)
            if item.text:
                _set(cell, item, f"{tab.name}!{cell.coordinate}")
            _dress(cell, item)
        sheet.row_dimensions[at].height = _LINE * _lines(row, tab.widths)
    for column, width in enumerate(tab.widths, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = tab.frozen
    sheet.sheet_view.zoomScale = 110
    _validate(sheet, tab)


def _lines(row: Row, widths: Sequence[int]) -> int:
    """Guess how many lines a row needs so that its text can be read, `_MOST_LINES` at most."""
    needed = (
        sum(1 + (len(line) - 1) // width for line in item.text.split("\n"))
        for item, width in zip(row, widths, strict=False)
    )
    return min(_MOST_LINES, max(needed, default=1))


def _set(cell: Any, item: Item, place: str) -> None:  # noqa: ANN401 - a cell of openpyxl
    """Put text or an exact number into a cell; text stays text, whatever it begins with."""
    if len(item.text) > _LONGEST or _UNSEEN.search(item.text):
        raise InputError(
            f"{place}: this text has a control character, or more than {_LONGEST:,} signs; "
            "no workbook can hold it"
        )
    if item.look in ("number", "place") and (number := _number(item.text)) is not None:
        cell.value = number
        return
    cell.value = item.text
    cell.data_type = "s"
    cell.quotePrefix = item.text.startswith("=")


def _number(text: str) -> int | float | None:
    """Give the number that a spreadsheet shows as this decimal, None where it would round it."""
    try:
        exact = Decimal(text)
    except ArithmeticError:
        return None
    if len(exact.as_tuple().digits) > _EXACT or Decimal(repr(float(exact))) != exact:
        return None
    return int(exact) if exact == exact.to_integral_value() else float(exact)


def _dress(cell: Any, item: Item) -> None:  # noqa: ANN401 - a cell of openpyxl
    """Set how a cell looks, by what it is."""
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side  # noqa: PLC0415 - heavy

    across = "center" if item.look in ("number", "place", "mark") else "left"
    cell.alignment = Alignment(horizontal=across, vertical="top", wrap_text=item.look != "heading")
    if item.look == "heading":
        cell.font = Font("Calibri", 11, bold=True, color=_PAPER)
        cell.fill = PatternFill("solid", start_color=_INK)
    elif item.look == "title":
        cell.font = Font("Calibri", 11, bold=True, color=_INK)
        cell.border = Border(top=Side("thin", color=_INK))
    elif item.look == "label":
        cell.font = Font("Calibri", 11, italic=True, color=_INK)
        cell.fill = PatternFill("solid", start_color=_PALE)
    elif item.look == "mark":
        cell.font = Font("Calibri", 11, bold=True, color="FF9B1C1C")


def _validate(sheet: "Worksheet", tab: Tab) -> None:
    """Let a spreadsheet refuse what the import would: marks and weights of the wrong kind."""
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415 - heavy

    marks = DataValidation(type="list", formula1='"x"', allow_blank=True)
    marks.error, marks.errorTitle = "Write x under a refused option, or nothing.", "A mark"
    for at, row in enumerate(tab.rows, start=1):
        for column, item in enumerate(row, start=1):
            if item.look == "mark":
                marks.add(sheet.cell(at, column))
    if marks.sqref:
        sheet.add_data_validation(marks)


def _timeless(data: bytes) -> bytes:
    """Take the hour of writing out of a workbook, so that the same case gives the same bytes."""
    whole = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(whole, "w", ZIP_DEFLATED) as new:
        for part in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            content = old.read(part)
            if part == "docProps/core.xml":
                now = datetime(*_STAMP).isoformat() + "Z"  # noqa: DTZ001 - a constant
                content = re.sub(rb"[0-9]{4}-[0-9T:-]+Z", now.encode(), content)
            info = ZipInfo(part, _STAMP)
            info.compress_type = ZIP_DEFLATED
            new.writestr(info, content)
    return whole.getvalue()
