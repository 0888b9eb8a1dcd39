"""Which drafts stand near a place? An index, so that none is compared with all others."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from tracktwo.documents.document import Span
from tracktwo.reading.draft import Draft

_CELL = 256


@dataclass(slots=True)
class Laid:
    """Drafts by the cells of text that they touch; a look-up costs as many as stand there."""

    _drafts: list[Draft] = field(default_factory=list)
    _cells: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, drafts: Iterable[Draft]) -> "Laid":
        """Lay drafts out, in their order."""
        laid = cls()
        for draft in drafts:
            laid.add(draft)
        return laid

    def add(self, draft: Draft) -> None:
        """Lay one more draft out."""
        for cell in _cells(draft.hull):
            self._cells[cell].append(len(self._drafts))
        self._drafts.append(draft)

    def near(self, *spans: Span) -> list[Draft]:
        """Give the drafts that may share a place with some spans, in order, each once."""
        cells = {cell for span in spans for cell in _cells(span)}
        numbers = {number for cell in cells for number in self._cells.get(cell, ())}
        return [self._drafts[number] for number in sorted(numbers)]

    def around(self, span: Span) -> list[Draft]:
        """Give the drafts whose hull covers a span, in order."""
        return [each for each in self.near(Span(span.start, span.start)) if each.hull.covers(span)]

    def within(self, span: Span) -> list[Draft]:
        """Give the drafts whose hull a span covers, in order."""
        return [each for each in self.near(span) if span.covers(each.hull)]


def _cells(span: Span) -> range:
    return range(span.start // _CELL, span.end // _CELL + 1)
