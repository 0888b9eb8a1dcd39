"""Are there consistent points, one set for each party, at which something holds?"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from tracktwo.analyses.settlement.consistent import Consistent, Points, Row

Rows: TypeAlias = tuple[tuple[Row, ...], tuple[Row, ...]]  # strict ones, weak ones


class UndecidedError(Exception):
    """A search over consistent points grew too large."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A linear condition on the points of one party: its row is above 0, or at least 0."""

    party: int
    row: Row
    strict: bool


Ways: TypeAlias = Sequence[Sequence[Condition]]


@dataclass(slots=True)
class _Search:
    parties: Sequence[Consistent]
    missing: Callable[[Sequence[Points]], Ways | None]
    left: int
    known: dict[tuple[int, Rows], Points | None] = field(default_factory=dict)

    def points(self, party: int, rows: Rows) -> Points | None:
        """Find points of a party that meet its conditions; each question is asked once."""
        key = (party, rows)
        if key not in self.known:
            self.known[key] = self.parties[party].points(*rows)
        return self.known[key]

    def below(self, rows: list[Rows], profile: list[Points]) -> list[Points] | None:
        """Search on from conditions, and points that meet them."""
        self.left -= 1
        if self.left < 0:
            raise UndecidedError
        ways = self.missing(profile)
        if ways is None:
            return profile
        for way in ways:
            found = self._with(rows, profile, way)
            if found is not None:
                return found
        return None

    def _with(
        self, rows: list[Rows], profile: list[Points], way: Sequence[Condition]
    ) -> list[Points] | None:
        rows, profile = list(rows), list(profile)
        for condition in way:
            strict, weak = rows[condition.party]
            if condition.strict:
                strict = (*strict, condition.row)
            else:
                weak = (*weak, condition.row)
            rows[condition.party] = strict, weak
        for party in {condition.party for condition in way}:
            found = self.points(party, rows[party])
            if found is None:
                return None
            profile[party] = found
        return self.below(rows, profile)


def search(
    parties: Sequence[Consistent],
    missing: Callable[[Sequence[Points]], Ways | None],
    most: int,
) -> list[Points] | None:
    """Find points at which nothing is missing.

    Parameters
    ----------
    parties : sequence of Consistent
        What is known of each.
    missing : callable
        Of points for each party: None where they will do. Otherwise ways out, each a list of
        conditions: wherever points will do, all conditions of one of these ways hold.
    most : int
        So many points are tried at most.

    Returns
    -------
    list of Points or None
        One for each party; None where there are none. Exact either way.

    Raises
    ------
    UndecidedError
        If more would have to be tried.

    Notes
    -----
    A tree search: points that meet all conditions so far are tried, and what is missing at them
    branches. The parties' points are independent, so each condition is one party's.
    """
    free: Rows = ((), ())
    looking = _Search(parties, missing, most)
    profile = [looking.points(number, free) for number in range(len(parties))]
    return looking.below([free] * len(parties), [each for each in profile if each is not None])
