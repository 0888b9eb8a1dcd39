"""The four solutions, and each party's best, where the frontier is too large to hold."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import islice
from math import prod

from tracktwo.analyses.settlement.naming import choices_of, named_choices, worths_of
from tracktwo.analyses.settlement.objective import SOLUTIONS, certified
from tracktwo.analyses.settlement.programmed import programmed, programmed_best
from tracktwo.analyses.settlement.room import totals_of_ways
from tracktwo.analyses.settlement.searched import Best, Search, Ways, decided
from tracktwo.analyses.settlement.settlement import MOST_TIES, Certificate, FrontierPoint
from tracktwo.analyses.settlement.terms import Terms


def beside(
    terms: Terms,
) -> tuple[dict[str, list[FrontierPoint]], list[FrontierPoint], tuple[Certificate, ...]]:
    """Find each solution without the frontier: by an exact search, or else a programme.

    Parameters
    ----------
    terms : Terms
        Under which something is acceptable, and some party has points.

    Returns
    -------
    solutions : dict
        For each solution its points, with all packages that tie, or examples and their count; a
        single package where only the programme found it.
    best : list of FrontierPoint
        For each party with points, a package that is worth most to it.
    certificates : tuple of Certificate
        "search" where every package that could be as good was looked at, else "milp".
    """
    search = Search(terms)
    best = [_best_for(search, party) for party in range(len(search.entering))]
    most = [search.gains(ways)[party] for party, ways in enumerate(best)]
    solutions: dict[str, list[FrontierPoint]] = {}
    certificates = []
    for name in SOLUTIONS:
        points, certificate = _solution(search, name, most)
        solutions[name] = points
        certificates += [certificate] if certificate else []
    return solutions, [_single(terms, ways) for ways in best], tuple(certificates)


def _best_for(search: Search, party: int) -> Ways:
    found = decided(lambda: search.best_for(party))
    return programmed_best(search, party) if found is None else found


def _solution(
    search: Search, name: str, most: list[int]
) -> tuple[list[FrontierPoint], Certificate | None]:
    in_points = [Fraction(gain, search.terms.worth.unit) for gain in most]
    found = decided(_questions(search, most)[name])
    if found:
        every = (point for best in found for point in _points(search.terms, best))
        points = sorted(every, key=lambda point: [-worth for _, worth in point.utilities])
        return points, certified(name, "search", _gains(search, points[0]), in_points)
    by_programme = programmed(search, name, in_points)
    if by_programme is None:
        return [], None
    return [_single(search.terms, by_programme[0])], by_programme[1]


def _questions(search: Search, most: list[int]) -> dict[str, Callable[[], list[Best]]]:
    """Give what has to be asked for each solution."""
    some = [party for party, top in enumerate(most) if top > 0]
    whole = prod(most[party] for party in some)
    shares = {party: whole // most[party] for party in some}
    evenly = dict.fromkeys(range(len(most)), 1)
    return {
        "nash": search.nash,
        "kalai_smorodinsky": lambda: [search.leximin(shares)],
        "egalitarian": lambda: [search.leximin(evenly)],
        "utilitarian": lambda: [search.utilitarian()],
    }


def _gains(search: Search, point: FrontierPoint) -> list[Fraction]:
    unit = search.terms.worth.unit
    pairs = zip(point.utilities, search.zero, strict=True)
    return [worth - Fraction(zero, unit) for (_, worth), zero in pairs]


def _points(terms: Terms, best: Best) -> Iterator[FrontierPoint]:
    worths = worths_of(terms, best.every.rows[list(best.points)])
    for at, utilities in zip(best.points, worths, strict=True):
        ways = list(islice(best.every.packages(at), MOST_TIES))
        packages = tuple(named_choices(terms.case, choices_of(terms, ways)))
        yield FrontierPoint(utilities, packages, best.every.count(at))


def _single(terms: Terms, ways: Ways) -> FrontierPoint:
    totals, unit = totals_of_ways(terms, ways), terms.worth.unit
    return FrontierPoint(
        tuple(
            (terms.case.parties[party].id, Fraction(totals[party], unit))
            for party in terms.worth.entering
        ),
        tuple(named_choices(terms.case, choices_of(terms, [ways]))),
        1,
    )
