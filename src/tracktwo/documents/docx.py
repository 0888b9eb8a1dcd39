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
TYPED_BULLET: Final = re.compile(r"[•●▪◦‣·–*-]\s+")


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """Its text, and whether it is an item of a list."""

    text: str
    item: bool


def read_docx(data: bytes, name: str) -> MainText:
    """Read a Word file: headings and paragraphs a line each, list items as "- item".

    Paragraphs come in the order of the body, those of tables and text boxes where they stand,
    each cell a line of its own. Deleted and hidden text is left out, and so are notes, headers,
    footers and comments. The source is the text without the hyphens of list items. Title,
    author and date come from the file's properties.

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
    for paragraph in body.iter(f"{W}p"):
        if not any(above.tag in GONE for above in paragraph.iterancestors()):
            yield _Paragraph("".join(_text(paragraph)), _is_item(paragraph, styles))


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
    """Give the edits that mark list items and drop empty paragraphs."""
    at = cut = 0
    lead = ""
    for paragraph in paragraphs:
        content = paragraph.text.strip()
        start = at + paragraph.text.find(content)
        at += len(paragraph.text) + 1
        if content:
            typed = TYPED_BULLET.match(content)
            item = paragraph.item or typed is not None
            begins = start + (typed.end() if typed else 0)
            yield Edit(cut, begins, f"{lead}- " if item else lead)
            cut, lead = start + len(content), "\n"
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
