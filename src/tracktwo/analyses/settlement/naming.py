"""From numbers back to the case's own ids and points."""

from collections.abc import Sequence
from fractions import Fraction

import numpy as np

from tracktwo.analyses.settlement.blocks import Choices, Totals
from tracktwo.analyses.settlement.terms import Terms
from tracktwo.casemodel.case import Case


def named_choices(case: Case, choices: Choices) -> list[tuple[tuple[str, str], ...]]:
    """Name the options of each package.

    Parameters
    ----------
    case : Case
        Whose issues and options these are.
    choices : intp, shape (n_packages, n_issues)
        Numbers of options.

    Returns
    -------
    list of tuple of (issue, option)
        One for each package, in the order of the case's issues.
    """
    named = []
    for number, issue in enumerate(case.issues):
        pairs = [(issue.id, option.id) for option in issue.options]
        named.append([pairs[choice] for choice in choices[:, number].tolist()])
    return list(zip(*named, strict=True))


def choices_of(terms: Terms, packages: Sequence[tuple[int, ...]]) -> Choices:
    """Turn the ways of blocks into options of issues.

    Parameters
    ----------
    terms : Terms
        Whose blocks these are.
    packages : sequence of tuple of int
        For each package, the way of each block.

    Returns
    -------
    intp, shape (n_packages, n_issues)
        Numbers of options, packages in the order of the case, the last issue changing fastest.
    """
    choices = np.zeros((len(packages), len(terms.case.issues)), dtype=np.intp)
    for number, block in enumerate(terms.blocks):
        ways = np.array([package[number] for package in packages], dtype=np.intp)
        choices[:, block.issues] = block.choices[ways]
    return choices[np.lexsort(choices.T[::-1])] if len(packages) else choices


def worths_of(terms: Terms, totals: Totals) -> list[tuple[tuple[str, Fraction], ...]]:
    """Give the worth of each package in points, for the parties that have points.

    Parameters
    ----------
    terms : Terms
        With the unit.
    totals : shape (n_packages, n_parties)
        In that unit.

    Returns
    -------
    list of tuple of (party, Fraction)
        One for each package, in the order of the case's parties.
    """
    valued = []
    for party in terms.worth.entering:
        column = totals[:, party].tolist()
        pairs_of = {
            value: (terms.case.parties[party].id, Fraction(value, terms.worth.unit))
            for value in set(column)
        }
        valued.append([pairs_of[value] for value in column])
    return list(zip(*valued, strict=True)) if valued else [()] * len(totals)
