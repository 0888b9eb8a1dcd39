"""Which packages are there, which do the rules permit, and what is each worth?"""

from math import prod

import numpy as np

from tracktwo.analyses.settlement.blocks import Choices, Totals, holds, kind_of
from tracktwo.analyses.settlement.worth import Worth
from tracktwo.casemodel.case import Case
from tracktwo.errors import SettlementError


def count_packages(case: Case) -> int:
    """Count the combinations of one option per issue, rules not applied.

    Raises
    ------
    SettlementError
        If the case has no parties or no issues.

    Examples
    --------
    >>> from tracktwo.casemodel.example import river
    >>> count_packages(river())
    6
    """
    if not case.parties or not case.issues:
        missing = "parties" if not case.parties else "issues"
        raise SettlementError(f'case "{case.id}" has no {missing}; add [{missing}.…] to settle it')
    return prod(len(issue.options) for issue in case.issues)


def permitted_choices(case: Case) -> Choices:
    """List the packages that the rules permit.

    A rule forbids a package in which each of its `given` holds and one of its `then` does not.

    Parameters
    ----------
    case : Case
        With few packages: each takes memory.

    Returns
    -------
    intp, shape (n_permitted, n_issues)
        Numbers of options, the last issue's changing fastest.

    Examples
    --------
    >>> from tracktwo.casemodel.example import river
    >>> rule = "rules = [{ if = { toll = 'paid' }, then = { dam = 'low' } }]"
    >>> permitted_choices(river(more=rule)).tolist()
    [[0, 0], [1, 0], [1, 1], [2, 0]]
    """
    sizes = [len(issue.options) for issue in case.issues]
    choices = np.indices(sizes).reshape(len(sizes), -1).T
    permitted = np.ones(len(choices), dtype=np.bool_)
    every = range(len(sizes))
    for rule in case.rules:
        given = holds(case, every, choices, rule.given)
        permitted &= ~given | holds(case, every, choices, rule.then)
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
    kind = kind_of(worth)
    totals = np.zeros((len(choices), len(worth.options)), dtype=kind)
    for i, party in enumerate(worth.options):
        for j, issue in enumerate(party):
            totals[:, i] += np.array(issue, dtype=kind)[choices[:, j]]
    return totals
