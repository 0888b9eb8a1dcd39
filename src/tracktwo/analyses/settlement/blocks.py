"""Which issues hang together, and in which ways can each such group be settled?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import prod
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from tracktwo.analyses.settlement.settlement import RedLine
from tracktwo.analyses.settlement.ties import Tie, numbered
from tracktwo.analyses.settlement.worth import Worth
from tracktwo.casemodel.case import Case

Choices: TypeAlias = NDArray[np.intp]  # (n_ways, n_issues of the block): the option's number
Totals: TypeAlias = NDArray[Any]  # (n_ways, n_parties): int64, or object where that overflows
Clauses: TypeAlias = tuple[tuple[str, tuple[str, ...]], ...]

MOST_WAYS = 300_000


@dataclass(frozen=True, slots=True)
class Block:
    """Issues that are settled as one, with all ways that the rules among them permit.

    Attributes
    ----------
    issues : tuple of int
        Numbers of its issues, rising.
    choices : intp, shape (n_ways, n_issues)
        For each way the option of each issue, the last issue's changing fastest.
    worth : int64 or object, shape (n_ways, n_parties)
        What each way adds to a package's worth, in the unit of `Worth`.
    crossed : tuple of (int, bool array of shape (n_ways,))
        For each red line on these issues alone, its number and the ways that cross it.
    fails : tuple of (Tie, int, bool array of shape (n_ways,))
        For each tie to other blocks, and each of its bits, the ways in which its part here fails.
    """

    issues: tuple[int, ...]
    choices: Choices
    worth: Totals
    crossed: tuple[tuple[int, NDArray[np.bool_]], ...]
    fails: tuple[tuple[Tie, int, NDArray[np.bool_]], ...] = ()


def blocks_of(
    case: Case, worth: Worth, lines: Sequence[RedLine]
) -> tuple[tuple[Block, ...], tuple[Tie, ...]]:
    """Cut a case into blocks between which few rules and refused combinations reach, or none.

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
    blocks : tuple of Block
        By their first issue. Issues that a rule or a combination ties are one block, unless they
        have more than `MOST_WAYS` combinations; then each is its own.
    ties : tuple of Tie
        The rules and combinations that reach across blocks. The permitted packages are the
        combinations of one way per block that break none of these rules.

    Raises
    ------
    SettlementError
        If too many ties reach over one place.

    Examples
    --------
    >>> from tracktwo.analyses.settlement.worth import scaled_worth
    >>> from tracktwo.casemodel.example import river
    >>> rule = "rules = [{ if = { toll = 'paid' }, then = { dam = 'low' } }]"
    >>> loose, tied = river(), river(more=rule)
    >>> [block.issues for block in blocks_of(loose, scaled_worth(loose), ())[0]]
    [(0,), (1,)]
    >>> [block.choices.tolist() for block in blocks_of(tied, scaled_worth(tied), ())[0]]
    [[[0, 0], [1, 0], [1, 1], [2, 0]]]
    """
    groups = [part for group in _connected(case, lines) for part in _parts(case, group)]
    groups.sort()
    place = {case.issues[issue].id: at for at, group in enumerate(groups) for issue in group}
    across: list[tuple[Tie, Clauses, Clauses]] = []
    for rule in case.rules:
        across += _across(place, None, rule.given, rule.then)
    for number, line in enumerate(lines):
        across += _across(place, number, line.together, ())
    across.sort(key=lambda each: (each[0].first, each[0].last))
    ties = numbered([tie for tie, _, _ in across])
    clauses = [(tie, *each[1:]) for tie, each in zip(ties, across, strict=True)]
    blocks = (_block(case, worth, lines, issues, clauses) for issues in groups)
    return tuple(blocks), ties


def _parts(case: Case, issues: tuple[int, ...]) -> list[tuple[int, ...]]:
    """Leave a group whole, or take it apart where it has too many combinations."""
    ways = prod(len(case.issues[issue].options) for issue in issues)
    return [issues] if ways <= MOST_WAYS else [(issue,) for issue in issues]


def _across(
    place: Mapping[str, int], line: int | None, given: Clauses, then: Clauses
) -> list[tuple[Tie, Clauses, Clauses]]:
    """Give the tie of a rule or a combination, where it reaches across blocks."""
    at = sorted({place[issue] for issue, _ in (*given, *then)})
    return [(Tie(line, at[0], at[-1]), given, then)] if len(at) > 1 else []


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


def _block(
    case: Case,
    worth: Worth,
    lines: Sequence[RedLine],
    issues: tuple[int, ...],
    across: Sequence[tuple[Tie, Clauses, Clauses]],
) -> Block:
    sizes = [len(case.issues[issue].options) for issue in issues]
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
        if line.together and {issue for issue, _ in line.together} <= inside
    )
    fails = tuple(
        (tie, bit, ~holds(case, issues, choices, clauses))
        for tie, given, then in across
        for bit, clauses in ((tie.failed, given), (tie.then_failed, then))
        if any(issue in inside for issue, _ in clauses)
    )
    return Block(issues, choices, _worth_of(worth, issues, choices), crossed, fails)


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
