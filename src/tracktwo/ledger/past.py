"""Which passages of a demand come before another passage? Shown by dates, or by one text."""

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field

from tracktwo.ledger.telling import Telling

_NEVER = "9999"


@dataclass(slots=True)
class Past:
    """The passages of a demand, by time, to be asked in logarithmic time what came before.

    What one document holds of a demand is gone through; that is few.
    """

    tellings: tuple[Telling, ...]
    _lasts: list[str] = field(init=False)
    _within: dict[str, list[Telling]] = field(init=False)

    def __post_init__(self) -> None:
        """Index the passages by their latest days, and by document."""
        self._lasts = [each.when.last or _NEVER for each in self.tellings]
        self._within = defaultdict(list)
        for each in sorted(self.tellings, key=lambda telling: telling.statement.hull):
            self._within[each.document.sha256].append(each)

    def shown_before(self, telling: Telling) -> Telling | None:
        """Give the latest passage that dates, or the order of turns, show to come before."""
        turns = [each for each in self.within(telling) if each.precedes(telling)]
        if turns:
            return turns[-1]
        if not telling.when.first:
            return None
        at = bisect_left(self._lasts, telling.when.first) - 1
        return self.tellings[at] if at >= 0 else None

    def told_before(self, telling: Telling) -> Telling | None:
        """Give the last passage that stands before in the same text, no dates to the contrary."""
        told = (each for each in reversed(self.within(telling)) if each.told_before(telling))
        return next(told, None)

    def holds(self, telling: Telling) -> bool:
        """Tell whether a passage of the demand stands within another: "rejected a demand to …"."""
        hull = telling.statement.hull
        return any(hull.covers(each.statement.hull) for each in self.within(telling))

    def within(self, telling: Telling) -> list[Telling]:
        """Give the passages in the document of another, in order of place."""
        return self._within.get(telling.document.sha256, [])
