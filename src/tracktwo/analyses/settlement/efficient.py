"""The frontier and the four solutions on it, with their certificates."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice
from math import prod

import numpy as np

from tracktwo.analyses.settlement.egalitarian import egalitarian
from tracktwo.analyses.settlement.kalai_smorodinsky import kalai_smorodinsky
from tracktwo.analyses.settlement.naming import choices_of, named_choices, worths_of
from tracktwo.analyses.settlement.nash import nash
from tracktwo.analyses.settlement.programmed import programmed
from tracktwo.analyses.settlement.room import has_room, totals_of_ways
from tracktwo.analyses.settlement.settlement import (
    MOST_EXAMPLES,
    MOST_TIES,
    Certificate,
    FrontierPoint,
    Package,
)
from tracktwo.analyses.settlement.sums import Frontier, TooManyPointsError, frontier_of
from tracktwo.analyses.settlement.terms import Terms
from tracktwo.analyses.settlement.utilitarian import utilitarian


@dataclass(frozen=True, slots=True)
class Efficient:
    """The frontier, or what is known of it, and the solutions."""

    points: tuple[FrontierPoint, ...]
    exact: bool
    nash: tuple[Package, ...]
    kalai_smorodinsky: tuple[Package, ...]
    egalitarian: tuple[Package, ...]
    utilitarian: tuple[Package, ...]
    certificates: tuple[Certificate, ...]
    options: tuple[tuple[str, tuple[str, ...]], ...] = ()


_NOTHING = Efficient(
    (), exact=True, nash=(), kalai_smorodinsky=(), egalitarian=(), utilitarian=(), certificates=()
)


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
        return _beside(terms) if has_room(terms) else _NOTHING


def _beside(terms: Terms) -> Efficient:
    """Give the solutions by integer programming, and each party's best, as points."""
    solutions, best, certificates = programmed(terms)
    every = list(dict.fromkeys([*solutions.values(), *best]))
    totals = np.array([totals_of_ways(terms, ways) for ways in every], dtype=np.object_)
    worths = worths_of(terms, totals)
    named = [named_choices(terms.case, choices_of(terms, [ways]))[0] for ways in every]
    packages = dict(zip(every, map(Package, named, worths), strict=True))
    points: dict[tuple[tuple[str, Fraction], ...], list[tuple[tuple[str, str], ...]]] = {}
    for package in packages.values():
        points.setdefault(package.utilities, []).append(package.options)
    ordered = sorted(points.items(), key=lambda pair: [-worth for _, worth in pair[0]])

    def one(name: str) -> tuple[Package, ...]:
        return (packages[solutions[name]],) if name in solutions else ()

    return Efficient(
        points=tuple(FrontierPoint(w, tuple(tied), len(tied)) for w, tied in ordered),
        exact=False,
        certificates=certificates,
        nash=one("nash"),
        kalai_smorodinsky=one("kalai_smorodinsky"),
        egalitarian=one("egalitarian"),
        utilitarian=one("utilitarian"),
    )


def _on(terms: Terms, frontier: Frontier) -> Efficient:
    points = _points(terms, frontier)
    rows = gains_of(terms, frontier.rows.tolist())

    def tied(chosen: list[int]) -> tuple[Package, ...]:
        return tuple(
            sorted(
                (Package(o, points[at].utilities) for at in chosen for o in points[at].packages),
                key=lambda package: _order(terms, package),
            )
        )

    solutions = {
        "nash": nash(rows),
        "kalai_smorodinsky": kalai_smorodinsky(rows),
        "egalitarian": egalitarian(rows),
        "utilitarian": utilitarian(rows),
    }
    certificates = tuple(
        _certificate(terms, name, rows, chosen[0]) for name, chosen in solutions.items() if chosen
    )
    return Efficient(
        points=points,
        exact=True,
        certificates=certificates,
        options=_options(terms, frontier),
        nash=tied(solutions["nash"]),
        kalai_smorodinsky=tied(solutions["kalai_smorodinsky"]),
        egalitarian=tied(solutions["egalitarian"]),
        utilitarian=tied(solutions["utilitarian"]),
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


def _certificate(
    terms: Terms, name: str, rows: Sequence[Sequence[int]], chosen: int
) -> Certificate:
    """Give what a solution reaches, in points; the frontier is its bound."""
    unit = terms.worth.unit
    gains = [Fraction(gain, unit) for gain in rows[chosen]]
    most = [Fraction(max(column), unit) for column in zip(*rows, strict=True)]
    shares = [gain / top for gain, top in zip(gains, most, strict=True) if top > 0]
    objective, value = {
        "nash": ("product", prod((gain for gain in gains if gain > 0), start=Fraction(1))),
        "kalai_smorodinsky": ("smallest share", min(shares, default=Fraction(0))),
        "egalitarian": ("smallest gain", min(gains, default=Fraction(0))),
        "utilitarian": ("sum", sum(gains, Fraction(0))),
    }[name]
    return Certificate(name, "frontier", objective, value, value)
