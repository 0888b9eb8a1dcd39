"""In which sentence does a quotation stand? Full stops inside quotations end none around them."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from tracktwo.documents.document import Span
from tracktwo.reading.passages import Passage
from tracktwo.reading.quotations import Quotation, near

_TERMINATOR = re.compile(r"[.!?](?=\s|$)")
_NEXT_SENTENCE = re.compile(r"\s+[A-Z“\"]")


@dataclass(frozen=True, slots=True)
class Carriers:
    """Where the sentences around the quotations of a passage may begin and end, rising.

    `ends` holds pairs: where a terminator stands, and where the sentence that it ends does.
    """

    passage: Passage
    begins: tuple[int, ...]
    ends: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, passage: Passage) -> "Carriers":
        """Find the ends of sentences in a passage, in one pass.

        A full stop inside a quotation ends the sentence around it only as the quotation's last
        sign, and begins another only before a capital.
        """
        text, begins, ends = passage.text, [], []
        for match in _TERMINATOR.finditer(text, passage.span.start, passage.span.end):
            quote = _around(passage, match.end())
            if quote is None:
                begins.append(match.end())
                ends.append((match.start(), match.end()))
            elif match.end() >= quote.end - 1:
                ends.append((match.start(), quote.end))
                if _NEXT_SENTENCE.match(text, quote.end, quote.end + 3):
                    begins.append(quote.end)
        return cls(passage, tuple(begins), tuple(ends))

    def around(self, quote: Quotation) -> Span:
        """Give the sentence around a quotation, up to the full stops outside it."""
        text, passage = self.passage.text, self.passage.span
        at = bisect_right(self.begins, quote.span.start) - 1
        start = self.begins[at] if at >= 0 else passage.start
        end = self._end(quote)
        while start < end and text[start].isspace():
            start += 1
        return Span(start, end)

    def _end(self, quote: Quotation) -> int:
        text, end = self.passage.text, quote.span.end
        closing = text[quote.inner.start : quote.inner.end].rstrip()[-1:]
        if closing in {".", "!", "?"}:
            after = _NEXT_SENTENCE.match(text, end, end + 3)
            if after or end >= len(text):
                return end
        at = bisect_left(self.ends, (end, 0))
        return self.ends[at][1] if at < len(self.ends) else self.passage.span.end


def _around(passage: Passage, end: int) -> Span | None:
    """Give the quotation inside which a terminator ends."""
    touching = near(passage.quotes, Span(end, end))
    return next((each.span for each in touching if each.span.start < end <= each.span.end), None)
