"""What is each option worth to each party? Exact whole numbers on one scale."""

from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from tracktwo.analyses.settlement.ranks import middle, preference_of
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
    party that is silent on an issue gets 0 there from every option. Where a party ranks, the
    middle of the consistent points stands for them (`middle`).

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
    >>> from tracktwo.casemodel.example import river
    >>> worth = scaled_worth(river())
    >>> worth.unit, worth.options[0], worth.no_agreement
    (1, ((60, 30, 0), (0, 40)), (25, 40))
    """
    given = [
        [points_of(case, party.id, issue.id) for issue in case.issues] for party in case.parties
    ]
    floors = [floor_of(case, party) for party in case.parties]
    numbers = [number for party in given for points in party for number in points.values()]
    unit = lcm(*(number.denominator for number in [*numbers, *filter(None, floors)]))
    return Worth(
        unit=unit,
        options=tuple(
            tuple(
                tuple(int(points.get(option.id, 0) * unit) for option in issue.options)
                for issue, points in zip(case.issues, party, strict=True)
            )
            for party in given
        ),
        no_agreement=tuple(None if floor is None else int(floor * unit) for floor in floors),
        entering=tuple(number for number, party in enumerate(given) if any(party)),
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
        where it has no position, or neither a weight and points nor an order or a rank. Where it
        ranks, at the middle of the consistent points (`middle`).

    Examples
    --------
    >>> from tracktwo.casemodel.example import river
    >>> points_of(river(), "darsa", "dam")["low"]
    Fraction(30, 1)
    """
    for position in case.positions:
        if (position.party, position.issue) != (party, issue):
            continue
        if position.order or position.rank is not None:
            return _ranked_points(case, party, issue)
        if position.weight is not None:
            weight = Fraction(position.weight.best)
            return {option: weight * Fraction(given) / 100 for option, given in position.points}
    return {}


def _ranked_points(case: Case, party: str, issue: str) -> dict[str, Fraction]:
    worths = middle(preference_of(case, party))
    for number, each in enumerate(case.issues):
        if each.id == issue and number in worths:
            return dict(zip((option.id for option in each.options), worths[number], strict=True))
    return {}


def floor_of(case: Case, party: Party) -> Fraction | None:
    """Give what no agreement is worth to a party, in points; None where that is not known.

    Examples
    --------
    >>> from tracktwo.casemodel.example import river
    >>> floor_of(river(), river().parties[0])
    Fraction(25, 1)
    """
    if party.no_agreement_as:
        return sum(
            (
                points_of(case, party.id, issue).get(option, Fraction(0))
                for issue, option in party.no_agreement_as
            ),
            Fraction(0),
        )
    return None if party.no_agreement is None else Fraction(party.no_agreement.best)
