"""What is each option worth to each party? Exact whole numbers on one scale."""

from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from tracktwo.casemodel.case import Case, Party


@dataclass(frozen=True, slots=True)
class Worth:
    """The worth of options and of no agreement, as whole numbers of one small unit.

    Attributes
    ----------
    unit : int
        So many make one point: a worth of ``n`` is ``Fraction(n, unit)`` points.
    options : tuple
        ``options[party][issue][option]``, each in the order of the case.
    no_agreement : tuple of int or None
        For each party the best estimate of its no-agreement value, None where none is given.
    entering : tuple of int
        Which parties have points on some issue; frontier and solutions are about those.
    """

    unit: int
    options: tuple[tuple[tuple[int, ...], ...], ...]
    no_agreement: tuple[int | None, ...]
    entering: tuple[int, ...]


def scaled_worth(case: Case) -> Worth:
    """Put weights, points and no-agreement values on one scale of whole numbers.

    A package is worth the sum over the issues of weight x points / 100, with the best estimate
    of each weight: the additive value function (Keeney and Raiffa 1976, chapter 3 [1]_). A
    party that is silent on an issue gets 0 there from every option.

    Parameters
    ----------
    case : Case
        Its numbers are exact decimals.

    Returns
    -------
    Worth
        In the largest unit in which every number is whole.

    References
    ----------
    .. [1] Keeney and Raiffa, *Decisions with Multiple Objectives*, 1976.

    Examples
    --------
    >>> from tracktwo.casemodel.read import parse_case
    >>> case = parse_case('''
    ... case = { id = "x", title = "X", as_of = "2025-01-31" }
    ... parties.a = { name = "A", no_agreement = "0.5" }
    ... issues.river = { title = "River", options = { dam = "a dam", none = "no dam" } }
    ... [[positions]]
    ... party = "a"
    ... issue = "river"
    ... weight = 50
    ... points = { dam = "1.4", none = 0 }
    ... refuses = ["none"]
    ... ''')
    >>> worth = scaled_worth(case)
    >>> worth.unit, worth.options, worth.no_agreement
    (10, (((7, 0),),), (5,))
    """
    exact = [
        [
            [points_of(case, party.id, issue.id).get(o.id, Fraction(0)) for o in issue.options]
            for issue in case.issues
        ]
        for party in case.parties
    ]
    floors = [_floor(party) for party in case.parties]
    numbers = [number for party in exact for issue in party for number in issue]
    unit = lcm(*(number.denominator for number in [*numbers, *filter(None, floors)]))
    return Worth(
        unit=unit,
        options=tuple(
            tuple(tuple(int(number * unit) for number in issue) for issue in party)
            for party in exact
        ),
        no_agreement=tuple(None if floor is None else int(floor * unit) for floor in floors),
        entering=tuple(
            i
            for i, party in enumerate(case.parties)
            if any(points_of(case, party.id, issue.id) for issue in case.issues)
        ),
    )


def points_of(case: Case, party: str, issue: str) -> dict[str, Fraction]:
    """Give what each option of an issue adds to a package's worth for a party.

    Parameters
    ----------
    case : Case
        Where the position stands.
    party, issue : str
        Their ids.

    Returns
    -------
    dict of str to Fraction
        Weight x points / 100, in points, by option; empty where the party is silent, which is
        where it has no position, no weight or no points.

    Examples
    --------
    >>> from tracktwo.casemodel.read import parse_case
    >>> case = parse_case('''
    ... case = { id = "x", title = "X", as_of = "2025-01-31" }
    ... parties.a = { name = "A", no_agreement = "0.5" }
    ... issues.river = { title = "River", options = { dam = "a dam", none = "no dam" } }
    ... [[positions]]
    ... party = "a"
    ... issue = "river"
    ... weight = 50
    ... points = { dam = "1.4", none = 0 }
    ... refuses = ["none"]
    ... ''')
    >>> points_of(case, "a", "river")["dam"]
    Fraction(7, 10)
    """
    for position in case.positions:
        if (position.party, position.issue) == (party, issue) and position.weight is not None:
            weight = Fraction(position.weight.best)
            return {option: weight * Fraction(given) / 100 for option, given in position.points}
    return {}


def _floor(party: Party) -> Fraction | None:
    return None if party.no_agreement is None else Fraction(party.no_agreement.best)
