"""Which words stand in quotation marks?"""

from dataclasses import dataclass

from tracktwo.documents.document import Span

_CLOSES = {"“": "”", '"': '"', "«": "»", "„": "“”", "‘": "’", "‹": "›"}
_ORDINARY = set(_CLOSES) - {"‘"}


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks: `span` with the marks, `closed` False where one is missing."""

    span: Span
    closed: bool = True

    @property
    def inner(self) -> Span:
        """The words without their marks."""
        return Span(self.span.start + 1, max(self.span.start + 1, self.span.end - self.closed))


def quotations(text: str, start: int = 0, end: int | None = None) -> tuple[Quotation, ...]:
    """Find the outermost quotations of a stretch of text, in order.

    Straight, curly, low-high, angle and single marks count; a quotation in a quotation is part
    of the outer one. A mark that is never closed runs to the end of the stretch (a quotation
    over several paragraphs); a straight one that is never closed is ignored. An apostrophe is
    no mark: a single mark opens only before a letter and after no letter. Linear.

    Examples
    --------
    >>> text = 'She said “no ‘if’ or but”, twice.'
    >>> [text[q.span.start : q.span.end] for q in quotations(text)]
    ['“no ‘if’ or but”']
    """
    stop = len(text) if end is None else end
    found: list[Quotation] = []
    at = start
    while at < stop:
        if not _opens(text, at, start, stop):
            at += 1
            continue
        close = _close(text, at, stop)
        if close is not None:
            found.append(Quotation(Span(at, close + 1)))
            at = close + 1
        elif text[at] == "“" and _looks_open(text, at, stop):
            found.append(Quotation(Span(at, stop), closed=False))
            at = stop
        else:
            at += 1
    return tuple(found)


def _opens(text: str, at: int, start: int, stop: int) -> bool:
    mark = text[at]
    if mark in _ORDINARY:
        return at + 1 < stop and not text[at + 1].isspace()
    before = text[at - 1] if at > start else " "
    if mark != "‘" and mark != "'":
        return False
    return not before.isalnum() and at + 1 < stop and text[at + 1].isalnum()


def _close(text: str, at: int, stop: int) -> int | None:
    """Find where the quotation that opens at `at` closes."""
    mark = text[at]
    if mark in "‘'":
        return _close_single(text, at, stop)
    if mark == '"':
        close = text.find('"', at + 1, stop)
        return close if close > at + 1 else None
    depth = 1
    for place in range(at + 1, min(stop, at + 20_000)):
        if text[place] in _CLOSES[mark]:
            depth -= 1
        elif text[place] == mark:
            depth += 1
        if depth == 0:
            return place
    return None


def _close_single(text: str, at: int, stop: int) -> int | None:
    """Find a single closing mark: one after which no letter follows."""
    closing = "’" if text[at] == "‘" else "'"
    for place in range(at + 2, min(stop, at + 2_000)):
        if text[place] == closing and not (place + 1 < stop and text[place + 1].isalnum()):
            plural = text[place - 1] == "s" and closing in text[place + 1 : min(stop, at + 2_000)]
            if not plural:
                return place
    return None


def _looks_open(text: str, at: int, stop: int) -> bool:
    """Tell whether an unclosed mark starts a quotation that runs on into the next paragraph."""
    return at + 1 < stop and (text[at + 1].isupper() or text[at + 1] in "…[") and stop - at > 40
