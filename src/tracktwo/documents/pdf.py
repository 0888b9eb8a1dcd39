"""What does a PDF say, page by page?"""

import logging
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from io import BytesIO
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from tracktwo.documents.limits import MAX_PAGES, MAX_UNPACKED
from tracktwo.documents.maintext import MainText
from tracktwo.documents.metadata import Metadata, one_line
from tracktwo.documents.offsets import edited
from tracktwo.documents.reflow import Line, left_out, reflow_edits
from tracktwo.documents.refusal import refusal
from tracktwo.errors import (
    DamagedDocumentError,
    DocumentError,
    EmptyDocumentError,
    EncryptedDocumentError,
    OversizeDocumentError,
)

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

TAIL: Final = 4096
"""Bytes at a PDF's end in which its end mark must stand."""

NO_TITLE: Final = re.compile(
    r"untitled.*|microsoft (?:word|powerpoint) - .*|.*\.(?:docx?|pdf|indd|odt|rtf|pages|html?|txt)",
    re.IGNORECASE,
)
TEXT_LINE: Final = re.compile(r"[^\s\f][^\n\f]*")

Piece = tuple[str, float, float]


def read_pdf(data: bytes, name: str) -> MainText:
    """Read the text of a PDF, its lines joined into paragraphs.

    The source is the text of all pages, parted by form feeds, as pypdf gives it. Title and
    author come from the PDF's own properties where they are no file names; the day on which the
    file was made is no publication date, and is left alone.

    Parameters
    ----------
    data : bytes
        The file.
    name : str
        Its name, for errors.

    Raises
    ------
    EncryptedDocumentError
        If it asks for a password, or is encrypted in a way that cannot be opened here.
    DamagedDocumentError
        If its end is missing, or no pages can be read from it.
    EmptyDocumentError
        If no page holds text: the pages are pictures.
    OversizeDocumentError
        If it has more pages, or more text, than the limits.
    """
    if b"%%EOF" not in data[-TAIL:]:
        raise _damaged(name, "a PDF that breaks off before its end")
    _quiet()
    try:
        reader = _opened(data, name)
        pages = _pages(reader, name)
        metadata = _metadata(reader)
    except DocumentError:
        raise
    except Exception as error:  # a broken PDF leads pypdf into errors of every class
        raise _damaged(name, "a PDF whose inner structure is broken") from error
    return _main_text(pages, metadata, name)


def _opened(data: bytes, name: str) -> "PdfReader":
    from pypdf import PdfReader  # noqa: PLC0415 - heavy
    from pypdf.errors import DependencyError  # noqa: PLC0415 - same

    try:
        reader = PdfReader(BytesIO(data))
        locked = reader.is_encrypted and not reader.decrypt("")
    except DependencyError as error:
        raise refusal(
            EncryptedDocumentError,
            name,
            "a PDF encrypted with AES, which this installation cannot open",
            "a PDF without encryption",
            "save it without a password, or install the package cryptography",
        ) from error
    if locked:
        raise refusal(
            EncryptedDocumentError,
            name,
            "a PDF that asks for a password",
            "a PDF that opens without one",
            "open it with its password and save it without",
        )
    if len(reader.pages) > MAX_PAGES:
        raise refusal(
            OversizeDocumentError,
            name,
            f"a PDF of {len(reader.pages):,} pages",
            f"{MAX_PAGES:,} pages at most",
            "split it into parts",
        )
    return reader


def _pages(reader: "PdfReader", name: str) -> list[list[Piece]]:
    """Read every page as pieces of text with their height and size, within the limit."""
    pages: list[list[Piece]] = []
    room = MAX_UNPACKED
    for page in reader.pages:
        pages.append(_pieces(page))
        room -= sum(len(text) for text, _, _ in pages[-1])
        if room < 0:
            raise refusal(
                OversizeDocumentError,
                name,
                f"a PDF whose text is longer than {MAX_UNPACKED:,} characters",
                "less text",
                "split it into parts",
            )
    return pages


def _pieces(page: "PageObject") -> list[Piece]:
    """Give the pieces of a page's text in reading order, with height and size in points."""
    pieces: list[Piece] = []

    def take(text: str, at: list[float], within: list[float], _: object, size: float) -> None:
        height = within[4] * at[1] + within[5] * at[3] + at[5]
        pieces.append((text, height, abs(size * within[3] * at[3])))

    whole = page.extract_text(visitor_text=take)
    joined = "".join(text for text, _, _ in pieces)
    return pieces if joined == whole else [(whole, 0.0, 0.0)]


def _main_text(pages: list[list[Piece]], metadata: Metadata, name: str) -> MainText:
    source = "\f".join("".join(text for text, _, _ in page) for page in pages)
    lines = list(_lines(source, pages))
    if not lines:
        raise refusal(
            EmptyDocumentError,
            name,
            f"a PDF of {len(pages)} pages without text, most likely pictures of paper",
            "a PDF that holds its text as text",
            "run text recognition (OCR) on it and hand in the result",
        )
    text, back = edited(source, reflow_edits(source, lines))
    gone = left_out(source, lines)
    notes = (f"{gone} running heads, running feet and page numbers left out",) if gone else ()
    return MainText(text, source, back, "", notes, metadata)


def _lines(source: str, pages: list[list[Piece]]) -> Iterator[Line]:
    """Find the lines of all pages, each with the height and size of most of its letters."""
    at = 0
    for number, page in enumerate(pages):
        ends = list(accumulate((len(text) for text, _, _ in page), initial=at))
        for line in TEXT_LINE.finditer(source, at, ends[-1]):
            start, end = line.start(), line.start() + len(line.group().rstrip())
            first, last = bisect_right(ends, start) - 1, bisect_left(ends, end)
            _, height, size = max(
                page[first:last], key=lambda piece: len(piece[0].strip()), default=("", 0.0, 0.0)
            )
            yield Line(start, end, number, *((height, size) if size > 0 else (None, None)))
        at = ends[-1] + 1


def _metadata(reader: "PdfReader") -> Metadata:
    """Give the title and author that the PDF names."""
    found = reader.metadata
    title = one_line(found.title if found else "")
    author = one_line(found.author if found else "")
    return Metadata(title="" if NO_TITLE.fullmatch(title) else title, author=author)


def _damaged(name: str, arrived: str) -> DamagedDocumentError:
    return refusal(
        DamagedDocumentError, name, arrived, "a whole PDF", "fetch it again, or export it anew"
    )


def _quiet() -> None:
    """Keep what the library logs of broken files from the terminal."""
    logger = logging.getLogger("pypdf")
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())
