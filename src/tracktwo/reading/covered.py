"""How much of a stretch do some spans cover together?"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from tracktwo.documents.document import Span


@dataclass(frozen=True, slots=True)
class Covered:
    """What some spans cover, as runs that do not touch: where each starts and ends, in order.

    `before` counts what the runs before each cover.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    before: tuple[int, ...]

    @classmethod
    def by(cls, spans: Iterable[Span]) -> "Covered":
        """Put spans together, in time O(n log n).

        >>> covered = Covered.by([Span(5, 9), Span(0, 2), Span(7, 12)])
        >>> covered.starts, covered.ends, covered.within(Span(1, 6))
        ((0, 5), (2, 12), 2)
        """
        runs: list[list[int]] = []
        for span in sorted(spans):
            if runs and span.start <= runs[-1][1]:
                runs[-1][1] = max(runs[-1][1], span.end)
            else:
                runs.append([span.start, span.end])
        lengths = (end - start for start, end in runs)
        before = tuple(accumulate(lengths, initial=0))
        return cls(tuple(start for start, _ in runs), tuple(end for _, end in runs), before)

    @property
    def total(self) -> int:
        """Count all code points that are covered."""
        return self.before[-1]

    def within(self, span: Span) -> int:
        """Count the code points of a span that are covered. Logarithmic time."""
        first = bisect_right(self.ends, span.start)
        last = bisect_left(self.starts, span.end)
        if first >= last:
            return 0
        cut = max(0, span.start - self.starts[first]) + max(0, self.ends[last - 1] - span.end)
        return self.before[last] - self.before[first] - cut

    def mostly(self, span: Span) -> bool:
        """Tell whether more than half of a span is covered."""
        return 2 * self.within(span) > span.end - span.start
