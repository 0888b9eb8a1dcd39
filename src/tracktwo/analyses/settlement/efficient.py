"""The frontier and the four solutions on it, with their certificates."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice
from typing import TypeAlias

from tracktwo.analyses.settlement.beside import beside
from tracktwo.analyses.settlement.egalitarian import egalitarian
from tracktwo.analyses.settlement.kalai_smorodinsky import kalai_smorodinsky
from tracktwo.analyses.settlement.naming import choices_of, named_choices, worths_of
from tracktwo.analyses.settlement.nash import largest_products, nash
from tracktwo.analyses.settlement.objective import certified
from tracktwo.analyses.settlement.room import has_room
from tracktwo.analyses.settlement.settlement import (
    MOST_EXAMPLES,
    MOST_TIES,
    Certificate,
    FrontierPoint,
    Package,
)
from tracktwo.analyses.settlement.sums import Frontier, TooManyPointsError, frontier_of
from tracktwo.analyses.settlement.terms import Terms
from tracktwo.analyses.settlement.utilitarian import largest, utilitarian

MOST_TOP = 10

Worths: TypeAlias = tuple[tuple[str, Fraction], ...]


@dataclass(frozen=True, slots=True)
class Efficient:
    """The frontier, or what is known of it, and the solutions."""

    points: tuple[FrontierPoint, ...]
    exact: bool
    nash: tuple[Package, ...] = ()
    kalai_smorodinsky: tuple[Package, ...] = ()
    egalitarian: tuple[Package, ...] = ()
    utilitarian: tuple[Package, ...] = ()
    certificates: tuple[Certificate, ...] = ()
    options: tuple[tuple[str, tuple[str, ...]], ...] = ()
    best: tuple[tuple[str, tuple[FrontierPoint, ...]], ...] = ()
    top_nash: tuple[FrontierPoint, ...] = ()


def efficient(terms: Terms) -> Efficient:
    """Find the frontier, and the solutions on it.

    Parameters
    ----------
    terms : Terms
        What has to hold.

    Returns
    -------
    Efficient
        Without points where nothing is acceptable.
    """
    try:
        return _on(terms, frontier_of(terms))
    except TooManyPointsError:
        return _beside(terms) if has_room(terms) else Efficient((), exact=True)


def _beside(terms: Terms) -> Efficient:
    """Give the solutions and each party's best, without the rest of the frontier."""
    solutions, best, certificates = beside(terms)
    points: dict[Worths, FrontierPoint] = {}
    for point in [*(each for found in solutions.values() for each in found), *best]:
        points.setdefault(point.utilities, point)
    ordered = sorted(points.values(), key=lambda each: [-worth for _, worth in each.utilities])
    pairs = zip(terms.worth.entering, best, strict=True)
    return Efficient(
        points=tuple(ordered),
        exact=False,
        certificates=certificates,
        best=tuple((terms.case.parties[party].id, (point,)) for party, point in pairs),
        nash=_tied(terms, solutions["nash"]),
        kalai_smorodinsky=_tied(terms, solutions["kalai_smorodinsky"]),
        egalitarian=_tied(terms, solutions["egalitarian"]),
        utilitarian=_tied(terms, solutions["utilitarian"]),
    )


def _tied(terms: Terms, points: Sequence[FrontierPoint]) -> tuple[Package, ...]:
    """Give the packages of points, in the order of the case."""
    packages = (Package(o, point.utilities) for point in points for o in point.packages)
    return tuple(sorted(packages, key=lambda package: _order(terms, package)))


def _on(terms: Terms, frontier: Frontier) -> Efficient:
    points = _points(terms, frontier)
    rows = gains_of(terms, frontier.rows.tolist())
    chosen = {
        "nash": nash(rows),
        "kalai_smorodinsky": kalai_smorodinsky(rows),
        "egalitarian": egalitarian(rows),
        "utilitarian": utilitarian(rows),
    }
    unit = terms.worth.unit
    gains = [[Fraction(gain, unit) for gain in row] for row in rows]
    most = [max(column) for column in zip(*gains, strict=True)]
    return Efficient(
        points=points,
        exact=True,
        certificates=tuple(
            certified(name, "frontier", gains[found[0]], most)
            for name, found in chosen.items()
            if found
        ),
        options=_options(terms, frontier),
        best=tuple(
            (terms.case.parties[party].id, tuple(points[at] for at in largest(rows, place)))
            for place, party in enumerate(terms.worth.entering)
            if rows
        ),
        top_nash=tuple(points[at] for at in largest_products(rows, MOST_TOP)),
        nash=_tied(terms, [points[at] for at in chosen["nash"]]),
        kalai_smorodinsky=_tied(terms, [points[at] for at in chosen["kalai_smorodinsky"]]),
        egalitarian=_tied(terms, [points[at] for at in chosen["egalitarian"]]),
        utilitarian=_tied(terms, [points[at] for at in chosen["utilitarian"]]),
    )


def _options(terms: Terms, frontier: Frontier) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Name for each issue the options that occur in some efficient package."""
    used = frontier.used()
    found: dict[int, set[int]] = {}
    for number, block in enumerate(terms.blocks):
        ways = sorted(used.get(number, ()))
        for column, issue in enumerate(block.issues):
            found[issue] = set(block.choices[ways, column].tolist())
    return tuple(
        (issue.id, tuple(o.id for k, o in enumerate(issue.options) if k in found[number]))
        for number, issue in enumerate(terms.case.issues)
    )


def gains_of(terms: Terms, rows: Sequence[Sequence[int]]) -> list[list[int]]:
    """Give worth less no-agreement value (0 where none is given), for the parties with points."""
    entering = terms.worth.entering
    floors = [terms.worth.no_agreement[party] or 0 for party in entering]
    return [
        [row[party] - floor for party, floor in zip(entering, floors, strict=True)] for row in rows
    ]


def _order(terms: Terms, package: Package) -> list[int]:
    """Give the place of a package in the order of the case."""
    return [
        [option.id for option in issue.options].index(chosen)
        for issue, (_, chosen) in zip(terms.case.issues, package.options, strict=True)
    ]


def _points(terms: Terms, frontier: Frontier) -> tuple[FrontierPoint, ...]:
    utilities = worths_of(terms, frontier.rows)
    found = []
    most = max(1, min(MOST_TIES, MOST_EXAMPLES // max(1, len(utilities))))
    for point, worths in enumerate(utilities):
        ways = list(islice(frontier.packages(point), most))
        named = named_choices(terms.case, choices_of(terms, ways))
        found.append(FrontierPoint(worths, tuple(named), frontier.count(point)))
    return tuple(found)
