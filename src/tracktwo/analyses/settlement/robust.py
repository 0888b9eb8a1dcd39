"""Does the answer stay when the estimates move within their ranges?"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

import numpy as np

from tracktwo.analyses.settlement.room import has_room
from tracktwo.analyses.settlement.terms import terms_of
from tracktwo.casemodel.case import Case, Party, Position
from tracktwo.casemodel.estimate import Estimate

SAMPLES = 200


@dataclass(frozen=True, slots=True)
class Flip:
    """A single estimate whose low or high value alone changes the answer.

    `issue` is "" for a no-agreement value, else the estimate is the weight of that issue.
    """

    party: str
    issue: str
    value: Decimal


@dataclass(frozen=True, slots=True)
class Robustness:
    """Whether "there is room" holds over the ranges.

    Attributes
    ----------
    room : bool
        At the best estimates.
    floors_low, floors_high : bool
        With all no-agreement values at their lowest, and at their highest, and weights at best.
        Exact: a higher value only ever closes room, so between the two the answer changes at
        most from yes to no.
    flips : tuple of Flip
        Every estimate whose low or high value, all others at best, changes the answer.
    with_room, samples, seed : int
        Of so many draws, each estimate uniform between its low and high value, so many have room.
    """

    room: bool
    floors_low: bool
    floors_high: bool
    flips: tuple[Flip, ...]
    with_room: int
    samples: int
    seed: int

    @property
    def error(self) -> float:
        """Give half the width of the 95 % interval (Wilson 1927) of the share with room."""
        if not self.samples:
            return 0.0
        n, share, z = self.samples, self.with_room / self.samples, 1.96
        inside = share * (1 - share) / n + z * z / (4 * n * n)
        return float(z / (1 + z * z / n) * np.sqrt(inside))


def robustness(case: Case, samples: int = SAMPLES, seed: int = 0) -> Robustness:
    """Settle a case again over the ranges of its estimates.

    Parameters
    ----------
    case : Case
        With parties and issues.
    samples, seed : int
        How many draws, and from what.

    Returns
    -------
    Robustness
        Flips party by party: the no-agreement value, then weights issue by issue.

    Examples
    --------
    >>> from tracktwo.casemodel.read import parse_case
    >>> case = parse_case('''
    ... case = { id = "x", title = "X", as_of = "2025-01-31" }
    ... parties.a = { name = "A", no_agreement = { low = 20, best = 30, high = 50 } }
    ... issues.river = { title = "River", options = { dam = "a dam", none = "no dam" } }
    ... [[positions]]
    ... party = "a"
    ... issue = "river"
    ... weight = 40
    ... points = { dam = 100, none = 0 }
    ... ''')
    >>> found = robustness(case, samples=10)
    >>> found.room, found.floors_high, [(flip.party, flip.value) for flip in found.flips]
    (True, False, [('a', Decimal('50'))])
    """
    room = has_room(terms_of(case))
    random = np.random.default_rng(seed)
    drawn = [has_room(terms_of(_drawn(case, random))) for _ in range(samples)]
    return Robustness(
        room=room,
        floors_low=has_room(terms_of(_floors(case, "low"))),
        floors_high=has_room(terms_of(_floors(case, "high"))),
        flips=tuple(
            flip for flip, changed in _one_by_one(case) if has_room(terms_of(changed)) != room
        ),
        with_room=sum(drawn),
        samples=samples,
        seed=seed,
    )


def _at(value: Decimal) -> Estimate:
    return Estimate(value, value, value)


def _floors(case: Case, end: str) -> Case:
    """Put every no-agreement value at one end of its range."""
    parties = tuple(
        replace(party, no_agreement=_at(getattr(party.no_agreement, end)))
        if party.no_agreement
        else party
        for party in case.parties
    )
    return replace(case, parties=parties)


def _one_by_one(case: Case) -> Iterator[tuple[Flip, Case]]:
    """Give the case with one estimate at one end, for each estimate and end that differ."""
    for place, party in enumerate(case.parties):
        for value in _ends(party.no_agreement):
            other = replace(party, no_agreement=_at(value))
            parties = (*case.parties[:place], other, *case.parties[place + 1 :])
            yield Flip(party.id, "", value), replace(case, parties=parties)
    for place, position in enumerate(case.positions):
        for value in _ends(position.weight):
            moved = replace(position, weight=_at(value))
            positions = (*case.positions[:place], moved, *case.positions[place + 1 :])
            yield Flip(position.party, position.issue, value), replace(case, positions=positions)


def _ends(estimate: Estimate | None) -> list[Decimal]:
    if estimate is None:
        return []
    return [end for end in (estimate.low, estimate.high) if end != estimate.best]


def _drawn(case: Case, random: np.random.Generator) -> Case:
    """Draw every estimate from its range, to a thousandth of it."""

    def draw(estimate: Estimate | None) -> Estimate | None:
        if estimate is None or estimate.low == estimate.high:
            return estimate
        step = (estimate.high - estimate.low) / 1000
        return _at(estimate.low + step * int(random.integers(0, 1001)))

    def party_of(party: Party) -> Party:
        return replace(party, no_agreement=draw(party.no_agreement))

    def position_of(position: Position) -> Position:
        return replace(position, weight=draw(position.weight))

    return replace(
        case,
        parties=tuple(map(party_of, case.parties)),
        positions=tuple(map(position_of, case.positions)),
    )
