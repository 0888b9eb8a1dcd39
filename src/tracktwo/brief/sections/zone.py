"""Where do all packages lie, between two parties at a time?"""

from collections.abc import Iterable
from fractions import Fraction
from itertools import combinations

from tracktwo.analyses.settlement.cover import cover
from tracktwo.analyses.settlement.settlement import Settlement
from tracktwo.analyses.settlement.worth import Worth, scaled_worth
from tracktwo.brief.figures import Mark, Plot
from tracktwo.brief.packages import Placed, few_enough, placed
from tracktwo.casemodel.case import Case, Party

_MOST = 6
_MOST_DRAWN = 200
_Point = tuple[float, float]


def plots(case: Case, settlement: Settlement) -> tuple[Plot, ...]:
    """Give a plot for each pair of parties that have points, six at most.

    Pairs of those who must accept come first. Packages beyond 20,000 are not drawn one by one:
    then only those of the settlement are, 200 of the
    frontier at most. Points are rounded to whole ones for drawing.
    """
    worth = scaled_worth(case)
    packages = list(placed(case, worth)) if few_enough(case) else []
    must = set(case.acceptance.must) if case.acceptance else {p.id for p in case.parties}
    pairs = sorted(
        combinations(worth.entering, 2),
        key=lambda pair: -sum(case.parties[party].id in must for party in pair),
    )
    return tuple(_plot(case, settlement, worth, packages, pair) for pair in pairs[:_MOST])


def _plot(
    case: Case,
    settlement: Settlement,
    worth: Worth,
    packages: Iterable[Placed],
    pair: tuple[int, int],
) -> Plot:
    found: dict[Mark, dict[_Point, None]] = {"excluded": {}, "permitted": {}, "acceptable": {}}
    for package in packages:
        found[_mark(package, worth, pair)].setdefault(_point(package, worth, pair))
    left, right = (case.parties[at] for at in pair)
    drawn = cover(settlement.frontier, _MOST_DRAWN).points
    frontier = sorted({_exact(point.utilities, left, right) for point in drawn})
    nash = sorted({_exact(package.utilities, left, right) for package in settlement.nash})
    acceptable = [_exact(package.utilities, left, right) for package in settlement.acceptable]
    if not any(found.values()):
        found["acceptable"] = dict.fromkeys((round(x), round(y)) for x, y in acceptable)
    dots = (*found.items(), ("frontier", frontier), ("nash", nash))
    return Plot(
        parties=((pair[0], left.name), (pair[1], right.name)),
        dots=tuple((mark, tuple(points)) for mark, points in dots if points),
        frontier=tuple(frontier) if len(worth.entering) == 2 else (),
        bands=(_band(left), _band(right)),
        named=tuple((x, y, f"Nash · {x:g}, {y:g}") for x, y in nash[:1]),
    )


def _mark(package: Placed, worth: Worth, pair: tuple[int, int]) -> Mark:
    if not package.refused_by.isdisjoint(pair):
        return "excluded"
    floors = ((package.worths[at], worth.no_agreement[at]) for at in pair)
    enough = all(floor is None or total >= floor for total, floor in floors)
    return "acceptable" if enough else "permitted"


def _point(package: Placed, worth: Worth, pair: tuple[int, int]) -> _Point:
    x, y = (round(package.worths[at] / worth.unit) for at in pair)
    return float(x), float(y)


def _exact(utilities: Iterable[tuple[str, Fraction]], left: Party, right: Party) -> _Point:
    worths = {party: float(value) for party, value in utilities}
    return round(worths[left.id], 2), round(worths[right.id], 2)


def _band(party: Party) -> tuple[float, float, float] | None:
    floor = party.no_agreement
    return (float(floor.low), float(floor.best), float(floor.high)) if floor else None
