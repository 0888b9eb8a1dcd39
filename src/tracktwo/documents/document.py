"""What is a document, once read? Text that never changes, and where it came from."""

import hashlib
from dataclasses import dataclass, field

from tracktwo.documents.offsets import IDENTITY, OffsetMap
from tracktwo.errors import SpanError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a document's text: Unicode code points, half-open."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse a span that runs backwards or starts before the text."""
        if not 0 <= self.start <= self.end:
            raise SpanError(f"span {self.start}-{self.end} runs backwards or starts before 0")

    def overlap(self, other: "Span") -> int:
        """Count the code points that both spans cover."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def covers(self, other: "Span") -> bool:
        """Tell whether `other` lies within this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Original:
    """What arrived, before the main text was taken out of it.

    Attributes
    ----------
    sha256 : str
        Of the bytes that arrived.
    media_type : str
        ``text/plain``, ``text/markdown``, ``text/html``, ``application/pdf`` or the DOCX type.
    text : str
        All of its text, decoded: a page's source for HTML, the pages for PDF, the body for DOCX.
    encoding : str
        The encoding that it was read in; empty where the format settles it.
    notes : tuple of str
        What was repaired on the way, in words.
    """

    sha256: str
    media_type: str
    text: str = field(repr=False)
    encoding: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """Text that spans point into, fixed once and hashed.

    Attributes
    ----------
    name : str
        The file's own name (no folder), or the address that the user named.
    text : str
        The main text. ``text[span.start:span.end]`` is a quotation, always.
    sha256 : str
        Of `text` in UTF-8 (lone surrogates passed through).
    original, back : Original, OffsetMap
        What arrived, and from offsets of `text` to offsets of ``original.text``.
    title, publisher, author : str
        Empty where the document has none.
    date : str
        Publication date as ``2025-01-31``, ``2025-01`` or ``2025``; empty where not known.
    language : str
        ISO 639-1 code, "" where the text is too short to tell.
    """

    name: str
    text: str = field(repr=False)
    sha256: str
    original: Original = field(repr=False)
    back: OffsetMap = field(default=IDENTITY, repr=False)
    title: str = ""
    publisher: str = ""
    author: str = ""
    date: str = ""
    language: str = ""

    def __post_init__(self) -> None:
        """Hold the text to its hash."""
        if text_hash(self.text) != self.sha256:
            raise SpanError(f"{self.name}: the text does not match its hash {self.sha256[:12]}")

    def quote(self, span: Span) -> str:
        """Give the words of a span.

        Raises
        ------
        SpanError
            If the span ends past the text.
        """
        if span.end > len(self.text):
            raise SpanError(
                f"{self.name}: span {span.start}-{span.end} ends past the text of "
                f"{len(self.text)} characters"
            )
        return self.text[span.start : span.end]


def text_hash(text: str) -> str:
    """Give the SHA-256 of a text, as hexadecimal digits.

    >>> text_hash("")[:12]
    'e3b0c44298fc'
    """
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
