"""Which packages are there, which do the rules permit, and what is each worth?"""

from math import prod
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from tracktwo.analyses.settlement.worth import Worth
from tracktwo.casemodel.case import Case
from tracktwo.errors import SettlementError

Choices: TypeAlias = NDArray[np.intp]  # (n_packages, n_issues): the option's number
Totals: TypeAlias = NDArray[Any]  # (n_packages, n_parties): int64, or object where that overflows

MOST_PACKAGES = 100_000


def count_packages(case: Case) -> int:
    """Count the combinations of one option per issue, rules not applied.

    Raises
    ------
    SettlementError
        If the case has no parties or no issues, or if there are more than `MOST_PACKAGES`.

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
    >>> count_packages(case)
    2
    """
    if not case.parties or not case.issues:
        missing = "parties" if not case.parties else "issues"
        raise SettlementError(f'case "{case.id}" has no {missing}; add [{missing}.…] to settle it')
    count = prod(len(issue.options) for issue in case.issues)
    if count > MOST_PACKAGES:
        raise SettlementError(
            f'case "{case.id}" has {count:,} packages; this method looks at each, and at most at '
            f"{MOST_PACKAGES:,}. Merge options that no party tells apart, or settle a part of the "
            "issues in a case of its own"
        )
    return count


def permitted_choices(case: Case) -> Choices:
    """List the packages that the rules permit.

    A rule forbids a package in which each of its `given` holds and one of its `then` does not.

    Parameters
    ----------
    case : Case
        With at most `MOST_PACKAGES` packages.

    Returns
    -------
    intp, shape (n_permitted, n_issues)
        Numbers of options, the last issue's changing fastest.

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
    ... [[rules]]
    ... if = { river = ["dam", "none"] }
    ... then = { river = "none" }
    ... ''')
    >>> permitted_choices(case).tolist()
    [[1]]
    """
    sizes = [len(issue.options) for issue in case.issues]
    choices = np.indices(sizes).reshape(len(sizes), -1).T
    permitted = np.ones(len(choices), dtype=np.bool_)
    for rule in case.rules:
        permitted &= ~_holds(case, choices, rule.given) | _holds(case, choices, rule.then)
    return np.ascontiguousarray(choices[permitted])


def totals_of(worth: Worth, choices: Choices) -> Totals:
    """Add up what each package is worth to each party.

    Parameters
    ----------
    worth : Worth
        Of each option.
    choices : intp, shape (n_packages, n_issues)
        The packages.

    Returns
    -------
    int64 or object, shape (n_packages, n_parties)
        In the unit of `worth`, exact: Python's whole numbers where 64 bits would not do.

    Examples
    --------
    >>> worth = Worth(unit=10, options=(((7, 0), (1, 2)),), no_agreement=(None,), entering=(0,))
    >>> totals_of(worth, np.array([[0, 0], [0, 1], [1, 1]])).tolist()
    [[8], [9], [2]]
    """
    largest = max(
        sum(max(map(abs, issue), default=0) for issue in party) + abs(floor or 0)
        for party, floor in zip(worth.options, worth.no_agreement, strict=True)
    )
    kind = np.dtype(np.int64 if largest < 2**62 else np.object_)
    totals = np.zeros((len(choices), len(worth.options)), dtype=kind)
    for i, party in enumerate(worth.options):
        for j, issue in enumerate(party):
            totals[:, i] += np.array(issue, dtype=kind)[choices[:, j]]
    return totals


def _holds(
    case: Case, choices: Choices, clauses: tuple[tuple[str, tuple[str, ...]], ...]
) -> NDArray[np.bool_]:
    """Mark the packages in which every clause holds."""
    held = np.ones(len(choices), dtype=np.bool_)
    for number, issue in enumerate(case.issues):
        for named, options in clauses:
            if named == issue.id:
                allowed = np.array([option.id in options for option in issue.options])
                held &= allowed[choices[:, number]]
    return held
