"""Which issues hang together, and in which ways can each such group be settled?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import prod
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from tracktwo.analyses.settlement.settlement import RedLine
from tracktwo.analyses.settlement.worth import Worth
from tracktwo.casemodel.case import Case
from tracktwo.errors import SettlementError

Choices: TypeAlias = NDArray[np.intp]  # (n_ways, n_issues of the block): the option's number
Totals: TypeAlias = NDArray[Any]  # (n_ways, n_parties): int64, or object where that overflows
Clauses: TypeAlias = tuple[tuple[str, tuple[str, ...]], ...]

MOST_WAYS = 300_000


@dataclass(frozen=True, slots=True)
class Block:
    """Issues that rules or refused combinations tie together, with all permitted ways.

    Attributes
    ----------
    issues : tuple of int
        Numbers of its issues, rising.
    choices : intp, shape (n_ways, n_issues)
        For each way the option of each issue, the last issue's changing fastest.
    worth : int64 or object, shape (n_ways, n_parties)
        What each way adds to a package's worth, in the unit of `Worth`.
    crossed : tuple of (int, bool array of shape (n_ways,))
        For each red line on these issues, its number and the ways that cross it.
    """

    issues: tuple[int, ...]
    choices: Choices
    worth: Totals
    crossed: tuple[tuple[int, NDArray[np.bool_]], ...]


def blocks_of(case: Case, worth: Worth, lines: Sequence[RedLine]) -> tuple[Block, ...]:
    """Cut a case into blocks between which no rule and no refused combination reaches.

    Parameters
    ----------
    case : Case
        With one issue or more.
    worth : Worth
        Of its options.
    lines : sequence of RedLine
        Its red lines.

    Returns
    -------
    tuple of Block
        By their first issue. The permitted packages are the combinations of one way per block.

    Raises
    ------
    SettlementError
        If one block has more than `MOST_WAYS` combinations.

    Examples
    --------
    >>> from tracktwo.analyses.settlement.worth import scaled_worth
    >>> from tracktwo.casemodel.example import river
    >>> rule = "rules = [{ if = { toll = 'paid' }, then = { dam = 'low' } }]"
    >>> loose, tied = river(), river(more=rule)
    >>> [block.issues for block in blocks_of(loose, scaled_worth(loose), ())]
    [(0,), (1,)]
    >>> [block.choices.tolist() for block in blocks_of(tied, scaled_worth(tied), ())]
    [[[0, 0], [1, 0], [1, 1], [2, 0]]]
    """
    return tuple(_block(case, worth, lines, issues) for issues in _connected(case, lines))


def holds(case: Case, issues: Sequence[int], choices: Choices, clauses: Clauses) -> Any:  # noqa: ANN401 - a bool array
    """Mark the ways in which every clause about these issues holds."""
    held = np.ones(len(choices), dtype=np.bool_)
    for column, number in enumerate(issues):
        issue = case.issues[number]
        for named, options in clauses:
            if named == issue.id:
                allowed = np.array([option.id in options for option in issue.options])
                held &= allowed[choices[:, column]]
    return held


def _connected(case: Case, lines: Sequence[RedLine]) -> list[tuple[int, ...]]:
    """Join the issues that one rule or one refused combination names."""
    place = {issue.id: i for i, issue in enumerate(case.issues)}
    ties: list[Iterable[str]] = [
        [issue for issue, _ in (*rule.given, *rule.then)] for rule in case.rules
    ]
    ties += [[issue for issue, _ in line.together] for line in lines]
    root = list(range(len(case.issues)))
    for tie in ties:
        joined = {root[place[issue]] for issue in tie}
        root = [min(joined) if each in joined else each for each in root]
    return [tuple(i for i, each in enumerate(root) if each == first) for first in sorted(set(root))]


def _block(case: Case, worth: Worth, lines: Sequence[RedLine], issues: tuple[int, ...]) -> Block:
    sizes = [len(case.issues[issue].options) for issue in issues]
    if prod(sizes) > MOST_WAYS:
        names = ", ".join(case.issues[issue].id for issue in issues)
        raise SettlementError(
            f'case "{case.id}": rules tie the issues {names} together, which have '
            f"{prod(sizes):,} combinations; at most {MOST_WAYS:,} can be settled as one. "
            "Leave out a rule that ties two groups of issues, or merge options"
        )
    choices = np.indices(sizes).reshape(len(sizes), -1).T
    permitted = np.ones(len(choices), dtype=np.bool_)
    inside = {case.issues[issue].id for issue in issues}
    for rule in case.rules:
        if {issue for issue, _ in (*rule.given, *rule.then)} <= inside:
            given = holds(case, issues, choices, rule.given)
            permitted &= ~given | holds(case, issues, choices, rule.then)
    choices = np.ascontiguousarray(choices[permitted])
    crossed = tuple(
        (number, holds(case, issues, choices, line.together))
        for number, line in enumerate(lines)
        if line.together and line.together[0][0] in inside
    )
    return Block(issues, choices, _worth_of(worth, issues, choices), crossed)


def _worth_of(worth: Worth, issues: tuple[int, ...], choices: Choices) -> Totals:
    totals = np.zeros((len(choices), len(worth.options)), dtype=kind_of(worth))
    for party, options in enumerate(worth.options):
        for column, issue in enumerate(issues):
            values = np.array(options[issue], dtype=totals.dtype)
            totals[:, party] += values[choices[:, column]]
    return totals


def kind_of(worth: Worth) -> np.dtype[Any]:
    """Choose 64 bits where every sum fits twice over, or else Python's whole numbers.

    Examples
    --------
    >>> kind_of(Worth(unit=1, options=(((7, 0),),), no_agreement=(None,), entering=(0,)))
    dtype('int64')
    """
    largest = max(
        sum(max(map(abs, issue), default=0) for issue in party) + abs(floor or 0)
        for party, floor in zip(worth.options, worth.no_agreement, strict=True)
    )
    return np.dtype(np.int64 if largest < 2**60 else np.object_)
