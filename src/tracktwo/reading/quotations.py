"""Which words stand in quotation marks?"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tracktwo.documents.document import Span

_CLOSES = {"“": "”", '"': '"', "«": "»", "„": "“”", "‹": "›", "‘": "’", "'": "'"}
_NESTING = "“«„‹"
_SINGLE = "‘'"
_SPACED = "«‹"  # behind which French sets a space
_FAR = 20_000  # a closing mark further off closes something else
_FAR_SINGLE = 2_000
_MARK = re.compile("[" + "".join(_CLOSES) + "]")


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
    of the outer one. A curly mark that is never closed and before a capital runs to the end of
    the stretch (a quotation over several paragraphs); any other that is never closed is
    ignored. An apostrophe is no mark: a single mark opens only before a letter and after no
    letter, and closes only before none. Linear.

    Examples
    --------
    >>> text = 'She said “no ‘if’ or but”, twice.'
    >>> [text[q.span.start : q.span.end] for q in quotations(text)]
    ['“no ‘if’ or but”']
    """
    stop = len(text) if end is None else end
    pairs = _pairs(text, start, stop)
    ends = {mark: _word_ends(text, _CLOSES[mark], start, stop) for mark in _SINGLE}
    found: list[Quotation] = []
    at = start
    while (mark := _MARK.search(text, at, stop)) is not None:
        at, close = mark.start(), None
        if _opens(text, at, start, stop):
            single = ends.get(text[at])
            close = pairs.get(at) if single is None else _close_single(text, at, single, stop)
        if close is not None:
            found.append(Quotation(Span(at, close + 1)))
            at = close
        elif text[at] == "“" and _runs_on(text, at, stop):
            found.append(Quotation(Span(at, stop), closed=False))
            break
        at += 1
    return tuple(found)


def near(quotes: Sequence[Quotation], span: Span) -> Sequence[Quotation]:
    """Give those of some quotations, in order and apart, that overlap or touch a span."""
    first = bisect_left(quotes, span.start, key=lambda each: each.span.end)
    last = first
    while last < len(quotes) and quotes[last].span.start <= span.end:
        last += 1
    return quotes[first:last]


def is_partial(text: str, quote: Quotation, start: int = 0) -> bool:
    """Tell whether a quotation is a part of somebody else's clause, in a stretch from `start`.

    It is when words stand before it (with no comma, colon or end of a sentence between), and it
    begins in lower case or holds no more than three words.

    >>> text = 'It called this “a step back”. “We regret it,” it said.'
    >>> [is_partial(text, quote) for quote in quotations(text)]
    [True, False]
    """
    before = text[max(start, quote.span.start - 50) : quote.span.start].rstrip()[-1:]
    if not before or before in ",:;.?!—–":
        return False
    words = text[quote.inner.start : quote.inner.end]
    return words[:1].islower() or not words[:1].isalpha() or len(words.split()) <= 3


def _opens(text: str, at: int, start: int, stop: int) -> bool:
    """Tell whether a mark can open a quotation, by what stands around it."""
    mark, after = text[at], text[at + 1 : min(at + 2, stop)]
    if mark in _SINGLE:
        before = text[at - 1] if at > start else " "
        return not before.isalnum() and after.isalnum()
    return mark in _CLOSES and after != "" and (mark in _SPACED or not after.isspace())


def _pairs(text: str, start: int, stop: int) -> dict[int, int]:
    """Give for each double mark that opens where it is closed, if it is."""
    found = _straight(text, start, stop)
    for mark in _NESTING:
        found |= _nested(text, mark, start, stop)
    return found


def _nested(text: str, mark: str, start: int, stop: int) -> dict[int, int]:
    """Pair marks that nest: each closing mark belongs to the last that is open."""
    found: dict[int, int] = {}
    waiting: list[int] = []
    if text.find(mark, start, stop) < 0:
        return found
    for at in range(start, stop):
        if text[at] in _CLOSES[mark]:
            if waiting:
                opened = waiting.pop()
                if at - opened < _FAR:
                    found[opened] = at
        elif text[at] == mark:
            waiting.append(at)
    return found


def _straight(text: str, start: int, stop: int) -> dict[int, int]:
    """Pair each straight mark with the next, if a word fits between."""
    at = _places(text, '"', start, stop)
    return {one: other for one, other in pairwise(at) if other > one + 1}


def _close_single(text: str, at: int, ends: list[int], stop: int) -> int | None:
    """Give the first closing mark after `at` that is no apostrophe of a plural.

    In "the sides’ demands" it closes nothing, where another mark could close after it.
    """
    limit = min(stop, at + _FAR_SINGLE)
    for number in range(bisect_left(ends, at + 2), len(ends)):
        place = ends[number]
        if place >= limit:
            return None
        if text[place - 1] != "s" or text.find(text[place], place + 1, limit) < 0:
            return place
    return None


def _places(text: str, mark: str, start: int, stop: int) -> list[int]:
    found = []
    at = text.find(mark, start, stop)
    while at >= 0:
        found.append(at)
        at = text.find(mark, at + 1, stop)
    return found


def _word_ends(text: str, closing: str, start: int, stop: int) -> list[int]:
    """Give where single marks stand after which no letter follows."""
    marks = _places(text, closing, start, stop)
    return [at for at in marks if not text[at + 1 : min(at + 2, stop)].isalnum()]


def _runs_on(text: str, at: int, stop: int) -> bool:
    """Tell whether an unclosed mark starts a quotation that runs on into the next paragraph."""
    return at + 1 < stop and (text[at + 1].isupper() or text[at + 1] in "…[") and stop - at > 20
