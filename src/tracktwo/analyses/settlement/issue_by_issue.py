"""What would come out if each issue were settled by itself, as if there were no other?"""

from fractions import Fraction

from tracktwo.analyses.settlement.worth import Worth
from tracktwo.casemodel.case import Case


def issue_by_issue(case: Case, worth: Worth) -> dict[str, str]:
    """Settle each issue by itself, and see no trade between issues.

    A package to compare others with: where parties care about different issues, swaps from it
    gain for all (Raiffa 1982, part 3 [1]_). It need be neither acceptable nor permitted.

    Parameters
    ----------
    case : Case
        With two options or more per issue.
    worth : Worth
        As `scaled_worth` gives it.

    Returns
    -------
    dict of issue to option
        Of the options that nobody refuses, or of all where each is refused, the one whose smallest
        share is largest. A party's share is what the option gives it above its worst option of the
        issue, divided by what its best gives it above that; a party to which all options are worth
        the same has none. Of ties the one with the largest sum of shares, then the first.

    References
    ----------
    .. [1] Raiffa, *The Art and Science of Negotiation*, Harvard University Press, 1982.

    Examples
    --------
    >>> from tracktwo.analyses.settlement.worth import scaled_worth
    >>> from tracktwo.casemodel.read import parse_case
    >>> case = parse_case('''
    ... case = { id = "x", title = "X", as_of = "2025-01-31" }
    ... parties = { a = { name = "A" }, b = { name = "B" } }
    ... issues.river = { title = "River", options = { dam = "high", low = "low", no = "none" } }
    ... [[positions]]
    ... party = "a"
    ... issue = "river"
    ... weight = 40
    ... points = { dam = 100, low = 60, no = 0 }
    ... [[positions]]
    ... party = "b"
    ... issue = "river"
    ... weight = 70
    ... points = { dam = 0, low = 30, no = 100 }
    ... ''')
    >>> issue_by_issue(case, scaled_worth(case))
    {'river': 'low'}
    """
    found = {}
    for at, issue in enumerate(case.issues):
        refused = {o for p in case.positions if p.issue == issue.id for o in p.refuses}
        rows = [worth.options[party][at] for party in worth.entering]
        shares = {
            option.id: [
                Fraction(row[place] - min(row), max(row) - min(row))
                for row in rows
                if max(row) > min(row)
            ]
            for place, option in enumerate(issue.options)
        }
        left = [option for option in shares if option not in refused] or list(shares)
        found[issue.id] = max(left, key=lambda o: (min(shares[o], default=0), sum(shares[o])))
    return found
