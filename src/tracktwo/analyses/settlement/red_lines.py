"""What does each party refuse, and which packages cross which of these lines?"""

from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from tracktwo.analyses.settlement.packages import Choices, Totals
from tracktwo.analyses.settlement.settlement import RedLine
from tracktwo.analyses.settlement.worth import Worth
from tracktwo.casemodel.case import Case, Party


def red_lines(case: Case) -> tuple[RedLine, ...]:
    """List everything that some party refuses.

    Parameters
    ----------
    case : Case
        Its positions and no-agreement values say so.

    Returns
    -------
    tuple of RedLine
        Party by party in the order of the case: refused options, issue by issue, then the
        no-agreement value (its best estimate) where one is given.

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
    >>> [line.id for line in red_lines(case)]
    ['a:river=none', 'a:no-agreement']
    """
    return tuple(
        line
        for party in case.parties
        for line in (*_refused_options(case, party), *_no_agreement(party))
    )


def crossed(
    case: Case, lines: tuple[RedLine, ...], worth: Worth, choices: Choices, totals: Totals
) -> NDArray[np.bool_]:
    """Mark which packages cross which red lines.

    A package crosses an option's line when it holds that option, and a no-agreement line when
    it is worth less; worth exactly as much, it does not.

    Parameters
    ----------
    case : Case
        Whose lines these are.
    lines : tuple of RedLine
        As `red_lines` gives them.
    worth : Worth
        Of the case's options.
    choices, totals : arrays
        The packages, and what they are worth.

    Returns
    -------
    bool, shape (n_packages, n_lines)
        True where the package crosses the line.

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
    >>> from tracktwo.analyses.settlement.packages import permitted_choices, totals_of
    >>> from tracktwo.analyses.settlement.worth import scaled_worth
    >>> worth, choices = scaled_worth(case), permitted_choices(case)
    >>> crossed(case, red_lines(case), worth, choices, totals_of(worth, choices)).tolist()
    [[False, False], [True, True]]
    """
    parties = [party.id for party in case.parties]
    issues = {issue.id: i for i, issue in enumerate(case.issues)}
    options = {issue.id: [option.id for option in issue.options] for issue in case.issues}
    marks = np.zeros((len(choices), len(lines)), dtype=np.bool_)
    for number, line in enumerate(lines):
        if line.kind == "option":
            option = options[line.issue].index(line.option)
            marks[:, number] = choices[:, issues[line.issue]] == option
        else:
            party = parties.index(line.party)
            marks[:, number] = totals[:, party] < worth.no_agreement[party]
    return marks


def _refused_options(case: Case, party: Party) -> list[RedLine]:
    refused = {
        (position.issue, option)
        for position in case.positions
        if position.party == party.id
        for option in position.refuses
    }
    return [
        RedLine(f"{party.id}:{issue.id}={o.id}", party.id, "option", issue.id, o.id)
        for issue in case.issues
        for o in issue.options
        if (issue.id, o.id) in refused
    ]


def _no_agreement(party: Party) -> list[RedLine]:
    if party.no_agreement is None:
        return []
    value = Fraction(party.no_agreement.best)
    return [RedLine(f"{party.id}:no-agreement", party.id, "no_agreement", value=value)]
