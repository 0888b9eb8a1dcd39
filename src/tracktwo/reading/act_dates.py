"""Which date of a text belongs to an act, or to a passage?"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from tracktwo.documents.document import Span
from tracktwo.reading.dates import Dated

_HEADS = re.compile(r"\s*[:–—-]\s|\s*\.\s")


@dataclass(frozen=True, slots=True)
class ActDates:
    """The dates of a text, in order, to be asked by place; each answer in logarithmic time."""

    text: str
    found: tuple[Dated, ...]

    def within(self, span: Span) -> Sequence[Dated]:
        """Give the dates that lie within a span."""
        first = self._first(span.start)
        last = self._first(span.end)
        if last > first and self.found[last - 1].span.end > span.end:
            last -= 1
        return self.found[first:last]

    def of_clause(self, sentence: Span, content: tuple[Span, ...]) -> str:
        """Give the date of an act: the first in its sentence that stands outside its content."""
        for each in self.within(sentence):
            if not any(part.overlap(each.span) for part in content):
                return each.value
        return ""

    def leading(self, start: int) -> str:
        """Give the date that heads an entry of a chronology at a place: "30 May 2023: …"."""
        at = self._first(start)
        if at == len(self.found) or self.text[start : self.found[at].span.start].strip(" *_-•"):
            return ""
        end = self.found[at].span.end
        return self.found[at].value if _HEADS.match(self.text, end, end + 4) else ""

    def _first(self, place: int) -> int:
        return bisect_left(self.found, place, key=lambda each: each.span.start)
