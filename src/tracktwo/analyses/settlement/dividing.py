"""Which cases can adjusted winner divide, and what does it give?"""

from fractions import Fraction

from tracktwo.analyses.settlement.adjusted_winner import Award, adjusted_winner
from tracktwo.analyses.settlement.worth import points_of
from tracktwo.casemodel.case import Case


def divided(case: Case) -> Award | None:
    """Divide the issues of a case between its two parties, as if each could be divided.

    What is at stake for a party on an issue is the difference between its best and its worst
    option there.

    Parameters
    ----------
    case : Case
        Any.

    Returns
    -------
    Award or None
        None unless there are two parties and each has points on every issue.

    Examples
    --------
    >>> from tracktwo.casemodel.example import river
    >>> award = divided(river())
    >>> [str(points) for points in award.points], str(dict(award.shares)["dam"])
    (['600/11', '600/11'], '10/11')
    """
    if len(case.parties) != 2:
        return None
    items = []
    for issue in case.issues:
        spans = [_span(points_of(case, party.id, issue.id)) for party in case.parties]
        if None in spans:
            return None
        first, second = (span or Fraction(0) for span in spans)
        items.append((issue.id, first, second))
    return adjusted_winner(items)


def _span(points: dict[str, Fraction]) -> Fraction | None:
    return max(points.values()) - min(points.values()) if points else None
