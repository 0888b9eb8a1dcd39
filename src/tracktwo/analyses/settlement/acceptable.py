"""How many packages of a case are acceptable, where that can be asked and answered?"""

from tracktwo.analyses.settlement.settle import settle
from tracktwo.analyses.settlement.settlement import Count
from tracktwo.casemodel.case import Case
from tracktwo.errors import SettlementError


def acceptable(case: Case) -> Count | None:
    """Count the acceptable packages of any case.

    Parameters
    ----------
    case : Case
        Any, also one that is only an outlook or a graph model.

    Returns
    -------
    Count or None
        None without issues or parties, or beyond the reach of the method.

    Examples
    --------
    >>> from tracktwo.casemodel.read import parse_case
    >>> case = parse_case('''
    ... case = { id = "x", title = "X", as_of = "2025-01-31" }
    ... parties.a = { name = "A" }
    ... issues.dam = { title = "Dam", options = { high = "high", low = "low" } }
    ... positions = [{ party = "a", issue = "dam", refuses = ["high"] }]
    ... ''')
    >>> acceptable(case)
    Count(low=1, high=1)
    """
    if not case.issues or not case.parties:
        return None
    try:
        return settle(case).count
    except SettlementError:
        return None
