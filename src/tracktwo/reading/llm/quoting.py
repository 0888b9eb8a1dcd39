"""Where in a passage stand the words that a model quotes? Nowhere, if it did not quote."""

import re
from collections.abc import Iterator
from typing import Final

from tracktwo.documents.document import Span
from tracktwo.documents.offsets import Edit, OffsetMap, edited

_LOOSE: Final = re.compile(r"\s+|[“”„‟«»″]|[‘’‚‛′]|[\u00ad\u200b-\u200f\u2060\ufeff]")


class Quotable:
    """A stretch of a text in which quotations are looked for.

    Words are found as they stand. Otherwise white space and quotation marks are levelled on both
    sides (runs of space are one space, marks are straight, signs that nobody sees are gone) and
    the place is mapped back; nothing else may differ. A quotation may not begin or end inside a
    word: "able" does not quote "unable".
    """

    def __init__(self, text: str, span: Span) -> None:
        self._text = text[span.start : span.end]
        self._from = span.start
        self._level, self._back = _levelled(self._text)

    def places(self, words: str) -> Iterator[Span]:
        """Give the places at which some words stand, in order; none for what is no quotation.

        >>> list(Quotable("He said: “no  more”.", Span(0, 20)).places('"no more"'))
        [Span(start=9, end=19)]
        """
        wanted = words.strip()
        exact = [(m.start(), m.end()) for m in _find(wanted, self._text)]
        if not exact:
            level = _levelled(wanted)[0]
            exact = [self._back.span(m.start(), m.end()) for m in _find(level, self._level)]
        for start, end in exact:
            yield Span(self._from + start, self._from + end)

    def place(self, words: str, used: frozenset[Span] = frozenset()) -> Span | None:
        """Give the first place of some words that is not used yet, or the first, or None."""
        found = list(self.places(words))
        return next((each for each in found if each not in used), found[0] if found else None)


def _find(words: str, text: str) -> Iterator[re.Match[str]]:
    """Find some words where they begin and end no word of the text halfway."""
    if not words.strip():
        return iter(())
    before = r"(?<!\w)" if re.match(r"\w", words) else ""
    after = r"(?!\w)" if re.search(r"\w\Z", words) else ""
    return re.finditer(before + re.escape(words) + after, text)


def _levelled(text: str) -> tuple[str, OffsetMap]:
    return edited(text, (Edit(m.start(), m.end(), _level_of(m[0])) for m in _LOOSE.finditer(text)))


def _level_of(sign: str) -> str:
    if sign.isspace():
        return " "
    if sign in "“”„‟«»″":
        return '"'
    return "'" if sign in "‘’‚‛′" else ""
