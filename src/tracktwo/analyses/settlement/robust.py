"""Does the answer stay when the estimates move within their ranges?"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

import numpy as np

from tracktwo.analyses.settlement.efficient import Efficient, efficient
from tracktwo.analyses.settlement.objective import SOLUTIONS
from tracktwo.analyses.settlement.packages import count_packages
from tracktwo.analyses.settlement.room import has_room, totals_of_ways
from tracktwo.analyses.settlement.searched import Search, decided
from tracktwo.analyses.settlement.settlement import MOST_LISTED, Holds, Package
from tracktwo.analyses.settlement.terms import terms_of
from tracktwo.casemodel.case import Case, Estimate, Party, Position

SAMPLES = 200


@dataclass(frozen=True, slots=True)
class Flip:
    """A single estimate whose low or high value alone changes whether there is room.

    Attributes
    ----------
    party, issue : str
        Whose, and of the weight of which issue; "" for its no-agreement value.
    value : Decimal
        The end of the range that changes the answer.
    until : Fraction or None
        For a no-agreement value the largest at which there is room, all else at its best estimate;
        None for a weight, and where that could not be worked out.
    """

    party: str
    issue: str
    value: Decimal
    until: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Robustness:
    """Whether the conclusions hold over the ranges of the estimates.

    Attributes
    ----------
    room : bool
        At the best estimates.
    holds : Holds
        For all, some or no estimates within their ranges, all moving at once, there is room.
    monotone : bool
        Whether that is exact because a higher no-agreement value only ever closes room, and a
        higher weight only ever opens it, or only closes it: decided at the two ends. If not,
        it rests on the draws, of which two that differ are exact too.
    floors_low, floors_high : bool
        With all no-agreement values at their lowest, and at their highest, and weights at best.
    flips : tuple of Flip
        Every estimate whose low or high value, all others at best, changes the answer. Complete
        where `monotone`; else a change between the ends is not looked for.
    with_room, samples, seed : int
        Of so many draws, each estimate uniform between its low and high value, so many have room.
    kept : tuple of (solution, int)
        In so many of the draws with room does a package of the solution at the best estimates
        stay one. Empty where nothing is acceptable, and where packages are too many to be listed.
    """

    room: bool
    holds: Holds
    monotone: bool
    floors_low: bool
    floors_high: bool
    flips: tuple[Flip, ...]
    with_room: int
    samples: int
    seed: int
    kept: tuple[tuple[str, int], ...] = ()

    @property
    def error(self) -> float:
        """Give half the width of the 95 % interval of the share of draws with room."""
        return half_width(self.with_room, self.samples)


def half_width(part: int, whole: int) -> float:
    """Give half the width of the 95 % score interval of a share (Wilson 1927 [1]_).

    References
    ----------
    .. [1] Wilson, "Probable inference, the law of succession, and statistical inference", *Journal
       of the American Statistical Association* 22, 1927, 209-212.

    Examples
    --------
    >>> round(half_width(50, 100), 3), half_width(0, 0)
    (0.096, 0.0)
    """
    if not whole:
        return 0.0
    share, z = part / whole, 1.96
    inside = share * (1 - share) / whole + z * z / (4 * whole * whole)
    return float(z / (1 + z * z / whole) * np.sqrt(inside))


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
    >>> from tracktwo.casemodel.example import river
    >>> found = robustness(river(), samples=10)
    >>> found.room, found.holds, found.flips, found.kept[0]
    (True, 'all', (), ('nash', 10))
    """
    room = _room(case)
    random = np.random.default_rng(seed)
    drawn = [_drawn(case, random) for _ in range(samples)]
    with_room = [each for each in drawn if _room(each)]
    monotone = all(map(_one_sign, case.positions)) and not any(
        party.no_agreement_as for party in case.parties
    )
    return Robustness(
        room=room,
        holds=_ends_hold(case) if monotone else _draws_hold(len(with_room), samples),
        monotone=monotone,
        floors_low=_room(_floors(case, "low")),
        floors_high=_room(_floors(case, "high")),
        flips=tuple(
            replace(flip, until=_until(case, flip))
            for flip, changed in _one_by_one(case)
            if _room(changed) != room
        ),
        with_room=len(with_room),
        samples=samples,
        seed=seed,
        kept=_kept(case, with_room) if room and count_packages(case) <= MOST_LISTED else (),
    )


def _room(case: Case) -> bool:
    return has_room(terms_of(case))


def _one_sign(position: Position) -> bool:
    """Tell whether a higher weight moves the worth of every option the same way."""
    sure = position.weight is None or position.weight.low == position.weight.high
    signs = {points > 0 for _, points in position.points if points}
    return sure or len(signs) < 2


def _ends_hold(case: Case) -> Holds:
    """Decide at the estimates that open most, and at those that close most."""
    if _room(_all_at(case, opening=False)):
        return "all"
    return "some" if _room(_all_at(case, opening=True)) else "none"


def _draws_hold(with_room: int, samples: int) -> Holds:
    if 0 < with_room < samples:
        return "some"
    return "some or all" if with_room else "none or some"


def _all_at(case: Case, *, opening: bool) -> Case:
    """Put every estimate where it opens, or closes, most."""

    def moved(position: Position) -> Position:
        if position.weight is None:
            return position
        helps = any(points > 0 for _, points in position.points)
        weight = position.weight.high if helps == opening else position.weight.low
        return replace(position, weight=_at(weight))

    ended = _floors(case, "low" if opening else "high")
    return replace(ended, positions=tuple(map(moved, case.positions)))


def _until(case: Case, flip: Flip) -> Fraction | None:
    """Give the largest no-agreement value of a party at which there is room."""
    if flip.issue:
        return None
    terms = terms_of(case)
    party = [each.id for each in case.parties].index(flip.party)
    own = [n for n, o in enumerate(terms.owners) if o == party]
    line = next(n for n in own if terms.lines[n].kind == "no_agreement")
    relaxed = terms.under(terms.active & ~(1 << line))
    if not has_room(relaxed) or party not in terms.worth.entering:
        return None
    place = terms.worth.entering.index(party)
    found = decided(lambda: Search(relaxed).best_for(place))
    if found is None:
        return None
    return Fraction(totals_of_ways(relaxed, found)[party], terms.worth.unit)


def _kept(case: Case, drawn: list[Case]) -> tuple[tuple[str, int], ...]:
    """Count for each solution the draws in which one of its packages stays one."""
    now = efficient(terms_of(case))
    found = [efficient(terms_of(each)) for each in drawn]
    return tuple(
        (name, sum(bool(_packages(now, name) & _packages(each, name)) for each in found))
        for name in SOLUTIONS
    )


def _packages(found: Efficient, solution: str) -> set[tuple[tuple[str, str], ...]]:
    packages: tuple[Package, ...] = getattr(found, solution)
    return {package.options for package in packages}


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
