"""Which of a source's words are set in quotation marks?"""

from collections.abc import Iterator

from tracktwo.brief.citation import Citation
from tracktwo.brief.sentence import Quoted
from tracktwo.documents.document import Document, Span

LONGEST = 320
_PAIRS = {"“": "”", '"': '"', "‘": "’", "«": "»", "„": "“"}
_LOOSE = " \t\n\r,;:–—-"


def quoted(citation: Citation, longest: int = LONGEST) -> Quoted:
    """Quote a citation: its pieces in order, one pair of outer quotation marks taken off.

    Words beyond `longest` characters are cut at a space, and the cut is shown. Loose commas
    and dashes at the ends are left out.
    """
    pieces = [citation.document.quote(span) for span in citation.content]
    return _fitted([_unwrapped(piece) for piece in pieces], longest)


def passage(document: Document, span: Span, longest: int = LONGEST) -> Quoted:
    """Quote a stretch of a document, by the same rules."""
    return _fitted([_unwrapped(document.quote(span))], longest)


def _unwrapped(piece: str) -> str:
    words = piece.strip(_LOOSE)
    closing = _PAIRS.get(words[:1])
    inner = words[1:-1]
    if closing and len(words) > 2 and words[-1] == closing and closing not in inner:
        words = inner if words[0] not in inner else words
    return _without_stray_marks(words.strip(_LOOSE))


def _without_stray_marks(words: str) -> str:
    """Take off a closing mark at the end whose opening one is elsewhere, and the reverse."""
    for opening, closing in (("“", "”"), ("«", "»")):
        if words.endswith(closing) and opening not in words:
            words = words.removesuffix(closing).rstrip(_LOOSE)
        if words.startswith(opening) and closing not in words:
            words = words.removeprefix(opening).lstrip(_LOOSE)
    return words


def _fitted(pieces: list[str], longest: int) -> Quoted:
    kept = tuple(_within(pieces, longest))
    return Quoted(kept, cut=len("".join(kept)) < len("".join(pieces)))


def _within(pieces: list[str], longest: int) -> Iterator[str]:
    left = longest
    for piece in pieces:
        if left <= 0:
            return
        yield piece if len(piece) <= left else _shortened(piece, left)
        left -= len(piece)


def _shortened(piece: str, length: int) -> str:
    head = piece[:length]
    cut = head.rfind(" ")
    return (head[:cut] if cut > length // 2 else head).rstrip(_LOOSE)
