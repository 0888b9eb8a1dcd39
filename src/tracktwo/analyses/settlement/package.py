"""One package on the table: who would refuse it, what dominates it, and which trades help?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, product

import numpy as np

from tracktwo.analyses.settlement.listing import Listing, listing_of
from tracktwo.analyses.settlement.naming import choices_of, named_choices
from tracktwo.analyses.settlement.packages import count_packages
from tracktwo.analyses.settlement.rank_conclusions import on_package
from tracktwo.analyses.settlement.room import accepted, crossed_by, permits, totals_of_ways
from tracktwo.analyses.settlement.settlement import (
    MOST_LISTED,
    Package,
    RankedPackage,
    RedLine,
)
from tracktwo.analyses.settlement.sums import TooManyPointsError, frontier_of
from tracktwo.analyses.settlement.terms import Terms, terms_of
from tracktwo.casemodel.case import Case
from tracktwo.errors import SettlementError

MOST_TRADES = 20


@dataclass(frozen=True, slots=True)
class Trade:
    """A change of one or two issues that gains for some and costs nobody.

    Attributes
    ----------
    changes : tuple of (issue, from, to)
        Options before and after.
    gains : tuple of (party, Fraction)
        What each party with points gains, in points; none is negative, and one is positive.
    """

    changes: tuple[tuple[str, str, str], ...]
    gains: tuple[tuple[str, Fraction], ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """A package in the light of a case.

    Attributes
    ----------
    package : Package
        Its options, and what it is worth.
    permitted : bool
        Whether the rules permit it.
    acceptable : bool
        Whether enough parties accept it; false where the rules forbid it.
    refused : tuple of RedLine
        The red lines that it crosses.
    dominated_by : Package or None
        An acceptable efficient package that is worth as much to all and more to one; None where
        there is none, or where the frontier is too large to look.
    trades : tuple of Trade
        From this package, those that gain for all first, then by the least that anyone gains.
    ranked : RankedPackage or None
        Where parties rank: for which consistent points it is acceptable and efficient. All else is
        then said of the middle of these points.
    """

    package: Package
    permitted: bool
    acceptable: bool
    refused: tuple[RedLine, ...]
    dominated_by: Package | None
    trades: tuple[Trade, ...]
    ranked: RankedPackage | None = None


def judge_package(case: Case, options: Mapping[str, str]) -> Judged:
    """Judge one package.

    Parameters
    ----------
    case : Case
        With parties and issues.
    options : mapping of issue to option
        One option for every issue.

    Returns
    -------
    Judged
        Exact.

    Raises
    ------
    SettlementError
        If an issue or an option is not known, or an issue is missing; all at once.

    Examples
    --------
    >>> from tracktwo.casemodel.example import river
    >>> judged = judge_package(river(), {"dam": "high", "toll": "free"})
    >>> judged.acceptable, [line.id for line in judged.refused]
    (False, ['velia:dam=high'])
    """
    _known(case, options)
    terms = terms_of(case)
    ways = _ways(terms, options)
    chosen = tuple((issue.id, options[issue.id]) for issue in case.issues)
    if ways is None:
        return Judged(
            Package(chosen, ()),
            permitted=False,
            acceptable=False,
            refused=(),
            dominated_by=None,
            trades=(),
        )
    totals = totals_of_ways(terms, ways)
    crossed = crossed_by(terms, ways)
    return Judged(
        package=Package(chosen, _worths(terms, totals)),
        permitted=True,
        acceptable=accepted(terms, ways),
        refused=tuple(line for n, line in enumerate(terms.lines) if crossed >> n & 1),
        dominated_by=_dominating(terms, totals),
        trades=trades(terms, ways),
        ranked=on_package(terms, _listed(case, terms), choices_of(terms, [ways])[0]),
    )


def _listed(case: Case, terms: Terms) -> Listing | None:
    return listing_of(terms) if count_packages(case) <= MOST_LISTED else None


def trades(terms: Terms, ways: tuple[int, ...]) -> tuple[Trade, ...]:
    """List the swaps from a package that gain for some party and cost no party with points.

    Parameters
    ----------
    terms : Terms
        What has to hold.
    ways : tuple of int
        The package: for each block the way of it. It need not be acceptable.

    Returns
    -------
    tuple of Trade
        Of one or two blocks, to packages that enough parties accept, or that cross no red line
        which this one does not; `MOST_TRADES` at most. Those that gain for all come first, then
        those where the party that gains least gains most, then by the sum.
    """
    found = sorted(_swaps(terms, ways), key=lambda pair: pair[0])[:MOST_TRADES]
    return tuple(_trade(terms, ways, other) for _, other in found)


Rank = tuple[int, list[int], tuple[int, ...]]


def _swaps(terms: Terms, ways: tuple[int, ...]) -> Iterator[tuple[Rank, tuple[int, ...]]]:
    """Give every better package in which one block, or two, are settled otherwise."""
    before = crossed_by(terms, ways)
    entering = list(terms.worth.entering)
    if not entering:
        return
    numbers = range(len(terms.blocks))
    for blocks in [*combinations(numbers, 1), *combinations(numbers, 2)]:
        alternatives = [range(len(terms.blocks[block].choices)) for block in blocks]
        changes = [
            terms.blocks[block].worth[:, entering]
            - terms.blocks[block].worth[ways[block], entering]
            for block in blocks
        ]
        if len(changes) == 1:
            gains = changes[0]
        else:
            gains = (changes[0][:, np.newaxis] + changes[1][np.newaxis]).reshape(-1, len(entering))
        helpful = (gains >= 0).all(axis=1) & (gains > 0).any(axis=1)
        whole = list(product(*alternatives))
        for at in np.flatnonzero(helpful).tolist():
            if any(way == ways[block] for way, block in zip(whole[at], blocks, strict=True)):
                continue
            other = list(ways)
            for way, block in zip(whole[at], blocks, strict=True):
                other[block] = way
            after = tuple(other)
            if accepted(terms, after) or (
                permits(terms, after) and not crossed_by(terms, after) & ~before
            ):
                row = sorted(gains[at].tolist())
                yield (-sum(gain > 0 for gain in row), [-gain for gain in row], after), after


def _trade(terms: Terms, ways: tuple[int, ...], other: tuple[int, ...]) -> Trade:
    before, after = (
        named_choices(terms.case, choices_of(terms, [each]))[0] for each in (ways, other)
    )
    gains = [
        new - old
        for old, new in zip(totals_of_ways(terms, ways), totals_of_ways(terms, other), strict=True)
    ]
    return Trade(
        tuple(
            (issue, old, new)
            for (issue, old), (_, new) in zip(before, after, strict=True)
            if old != new
        ),
        _worths(terms, gains),
    )


def _worths(terms: Terms, totals: list[int]) -> tuple[tuple[str, Fraction], ...]:
    return tuple(
        (terms.case.parties[party].id, Fraction(totals[party], terms.worth.unit))
        for party in terms.worth.entering
    )


def _ways(terms: Terms, options: Mapping[str, str]) -> tuple[int, ...] | None:
    """Find the way of each block; None where the rules forbid the package."""
    found = []
    for block in terms.blocks:
        issues = [terms.case.issues[number] for number in block.issues]
        wanted = [[o.id for o in issue.options].index(options[issue.id]) for issue in issues]
        at = np.flatnonzero((block.choices == wanted).all(axis=1))
        if not len(at):
            return None
        found.append(int(at[0]))
    return tuple(found) if permits(terms, tuple(found)) else None


def _dominating(terms: Terms, totals: list[int]) -> Package | None:
    """Find the first point of the frontier that is as large for all, and larger for one."""
    try:
        frontier = frontier_of(terms)
    except TooManyPointsError:
        return None
    columns = list(terms.worth.entering)
    mine = np.array([totals[party] for party in columns], dtype=frontier.rows.dtype)
    rows = frontier.rows[:, columns]
    better = np.flatnonzero((rows >= mine).all(axis=1) & (rows > mine).any(axis=1))
    if not len(better):
        return None
    point = int(better[0])
    ways = next(frontier.packages(point))
    (options,) = named_choices(terms.case, choices_of(terms, [ways]))
    return Package(options, _worths(terms, frontier.rows[point].tolist()))


def _known(case: Case, options: Mapping[str, str]) -> None:
    """Refuse a package that is not one option for each issue, with everything that is wrong."""
    issues = {issue.id: [option.id for option in issue.options] for issue in case.issues}
    wrong = [
        f'no issue "{issue}"; issues are {", ".join(issues)}'
        for issue in options
        if issue not in issues
    ]
    wrong += [
        f'no option "{option}" on {issue}; options are {", ".join(issues[issue])}'
        for issue, option in options.items()
        if issue in issues and option not in issues[issue]
    ]
    wrong += [f"nothing said on {issue}" for issue in issues if issue not in options]
    if wrong:
        raise SettlementError("this is no package of the case: " + "; ".join(wrong))
