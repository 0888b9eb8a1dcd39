"""What does a Word file say, paragraph by paragraph?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tracktwo.documents.maintext import MainText
from tracktwo.documents.metadata import Metadata, one_line
from tracktwo.documents.offsets import Edit, edited
from tracktwo.documents.refusal import refusal
from tracktwo.documents.unpacking import unpacked
from tracktwo.errors import DamagedDocumentError

if TYPE_CHECKING:
    from docx.document import Document as WordFile
    from lxml.etree import _Element

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
GONE: Final = frozenset({f"{W}del", f"{W}moveFrom", FALLBACK})
"""What a reader does not see: deleted text, and boxes stored a second time for old programs."""

SIGNS: Final = {
    f"{W}tab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
    f"{W}footnoteReference": "",
}
EMPTY_TITLE: Final = "Word Document"
EMPTY_DAY: Final = "2013-12-23"
LEAST_ROWS: Final = 2
LONGEST_CELL: Final = 400
LONGEST_SPAN: Final = 20
TYPED_BULLET: Final = re.compile(r"[•●▪◦‣·–*-]\s+")


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """Its text, whether it is an item of a list, and what parts it from the one before.

    In the cell of a table that is " | ", or "; " behind another paragraph of the cell.
    """

    text: str
    item: bool
    joint: str = "\n"
    in_cell: bool = False


def read_docx(data: bytes, name: str) -> MainText:
    """Read a Word file: headings and paragraphs a line each, list items as "- item".

    Paragraphs come in the order of the body, those of tables and text boxes where they stand. A
    row of a table is a line with its cells parted by " | "; where a table only lays out a page,
    since it has one row or column, long cells or tables inside, its paragraphs are lines.
    Deleted and hidden text is left out, and so are notes, headers, footers and comments. The
    source is the text without the hyphens of list items and the bars of tables. Title, author
    and date come from the file's properties.

    Parameters
    ----------
    data : bytes
        The file.
    name : str
        Its name, for errors.

    Raises
    ------
    OversizeDocumentError
        If it would unpack to more than the limits; told before it is unpacked.
    DamagedDocumentError
        If it breaks off, or is no Word file inside.
    EncryptedDocumentError
        If a part of it asks for a password.
    """
    from docx import Document  # noqa: PLC0415 - heavy

    file = unpacked(data, name)
    try:
        return _read(Document(file))
    except Exception as error:  # python-docx raises what a missing part leads it into
        raise refusal(
            DamagedDocumentError,
            name,
            "a packed file without the parts of a Word file",
            "a DOCX",
            "open it in Word or LibreOffice and save it as DOCX",
        ) from error


def _read(word: "WordFile") -> MainText:
    styles = _styles(word)
    paragraphs = [*_paragraphs(word.element.body, styles)]
    source = "\n".join(paragraph.text for paragraph in paragraphs)
    edits = [edit for edit in _edits(paragraphs) if source[edit.start : edit.end] != edit.new]
    text, back = edited(source, edits)
    marks = word.element.body.iter(f"{W}footnoteReference", f"{W}endnoteReference")
    notes = ("footnotes left out",) if next(iter(marks), None) is not None else ()
    return MainText(text, source, back, "", notes, _metadata(word))


@dataclass(frozen=True, slots=True)
class _Styles:
    """The ids of the styles that make list items, and of those that make headings."""

    items: frozenset[str]
    headings: frozenset[str]


def _styles(word: "WordFile") -> _Styles:
    items, headings = set(), set()
    for style in word.styles.element.iter(f"{W}style"):
        name = style.find(f"{W}name")
        called = (name.get(f"{W}val") or "").casefold() if name is not None else ""
        known = style.get(f"{W}styleId") or ""
        if called.startswith(("heading", "title", "subtitle")):
            headings.add(known)
        elif called.startswith(("list bullet", "list number")) or (
            style.find(f"{W}pPr/{W}numPr") is not None
        ):
            items.add(known)
    return _Styles(frozenset(items), frozenset(headings))


def _paragraphs(body: "_Element", styles: _Styles) -> Iterator[_Paragraph]:
    """Give the paragraphs in order, those of tables and boxes where they stand."""
    ruled = {table for table in body.iter(f"{W}tbl") if _is_ruled(table)}
    for paragraph in body.iter(f"{W}p"):
        if not any(above.tag in GONE for above in paragraph.iterancestors()):
            words, cell = "".join(_text(paragraph)), paragraph.getparent()
            if cell is not None and cell.tag == f"{W}tc" and _table_of(cell) in ruled:
                yield _Paragraph(words, item=False, joint=_joint(paragraph, cell), in_cell=True)
            else:
                yield _Paragraph(words, _is_item(paragraph, styles))


def _table_of(cell: "_Element") -> "_Element":
    return next(cell.iterancestors(f"{W}tbl"))


def _is_ruled(table: "_Element") -> bool:
    """Tell whether a table is one of rows and columns, and does not just lay out a page."""
    rows = table.findall(f"{W}tr")
    cells = [cell for row in rows for cell in row.findall(f"{W}tc")]
    nested = next(table.iterdescendants(f"{W}tbl", f"{W}txbxContent"), None) is not None
    if len(rows) < LEAST_ROWS or len(cells) <= len(rows) or nested:
        return False
    return all(sum(len(t.text or "") for t in cell.iter(f"{W}t")) <= LONGEST_CELL for cell in cells)


def _joint(paragraph: "_Element", cell: "_Element") -> str:
    """Give what stands before a paragraph of a cell; a bar opens a row whose first is empty."""
    before = paragraph.getprevious()
    if before is not None and before.tag == f"{W}p":
        return "; "
    first = next(cell.itersiblings(f"{W}tc", preceding=True), None) is None
    if first:
        return "\n" if "".join(t.text or "" for t in cell.iter(f"{W}t")).strip() else "\n|"
    return " | " * _width(next(cell.itersiblings(f"{W}tc", preceding=True)))


def _width(cell: "_Element") -> int:
    """Give how many columns a cell spans."""
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    value = (span.get(f"{W}val") or "") if span is not None else ""
    return min(int(value), LONGEST_SPAN) if value.isdigit() else 1


def _is_item(paragraph: "_Element", styles: _Styles) -> bool:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    called = (style.get(f"{W}val") or "") if style is not None else ""
    number = paragraph.find(f"{W}pPr/{W}numPr/{W}numId")
    if number is not None:
        return number.get(f"{W}val") != "0" and called not in styles.headings
    return called in styles.items


def _text(element: "_Element") -> Iterator[str]:
    """Give the pieces of a paragraph's text, without boxes, which have paragraphs of their own."""
    for child in element:
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in SIGNS:
            yield SIGNS[child.tag]
        elif child.tag == f"{W}r" and child.find(f"{W}rPr/{W}vanish") is not None:
            continue
        elif child.tag not in GONE and child.tag != f"{W}txbxContent":
            yield from _text(child)


def _edits(paragraphs: list[_Paragraph]) -> Iterator[Edit]:
    """Give the edits that mark list items, part cells, and drop empty paragraphs.

    The bars of empty cells stay.
    """
    at = cut = 0
    bars = ""
    for paragraph in paragraphs:
        content = paragraph.text.strip()
        start = at + paragraph.text.find(content)
        at += len(paragraph.text) + 1
        if not content:
            bars += paragraph.joint if "|" in paragraph.joint else ""
            continue
        typed = TYPED_BULLET.match(content)
        item = not paragraph.in_cell and (paragraph.item or typed is not None)
        begins = start + (typed.end() if typed else 0)
        lead = bars + paragraph.joint
        yield Edit(cut, begins, (lead if cut else lead.lstrip("\n")) + ("- " if item else ""))
        if paragraph.in_cell:
            breaks = (start + sign.start() for sign in re.finditer(r"[\n\t|]", content))
            yield from (Edit(place, place + 1, " ") for place in breaks if place >= begins)
        cut, bars = start + len(content), ""
    yield Edit(cut, max(cut, at - 1), "")


def _metadata(word: "WordFile") -> Metadata:
    """Give the file's own title, author and day, unless they are those of an empty template."""
    core = word.core_properties
    title, author, made = one_line(core.title), one_line(core.author), core.created
    day = made.date().isoformat() if made else ""
    if "python-docx" in {author, core.last_modified_by}:  # what the library writes by itself
        author, title = "" if author == "python-docx" else author, title.removeprefix(EMPTY_TITLE)
        day = "" if day == EMPTY_DAY else day
    return Metadata(title=title, author=author, date=day)
