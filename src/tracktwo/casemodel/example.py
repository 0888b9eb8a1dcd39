"""A negotiation small enough to check by hand, for the examples in the documentation."""

from tracktwo.casemodel.case import Case
from tracktwo.casemodel.read import parse_case

_RIVER = """
case = { id = "river", title = "The river", as_of = "2025-01-31" }
parties.darsa = { name = "Darsa", no_agreement = 25 }
parties.velia = { name = "Velia", no_agreement = 40 }
issues.dam = { title = "The dam", options = { high = "high", low = "low", none = "none" } }
issues.toll = { title = "The toll", options = { free = "free", paid = "paid" } }
"""
_POINTS = """
[[positions]]
party = "darsa"
issue = "dam"
weight = 60
points = { high = 100, low = 50, none = 0 }
[[positions]]
party = "darsa"
issue = "toll"
weight = 40
points = { free = 0, paid = 100 }
[[positions]]
party = "velia"
issue = "dam"
weight = 50
points = { high = 0, low = 80, none = 100 }
refuses = ["high"]
[[positions]]
party = "velia"
issue = "toll"
weight = 50
points = { free = 100, paid = 0 }
"""
_RANKS = """
[[positions]]
party = "darsa"
issue = "dam"
rank = 1
order = ["high", "low", "none"]
[[positions]]
party = "darsa"
issue = "toll"
rank = 2
order = ["paid", "free"]
[[positions]]
party = "velia"
issue = "dam"
rank = 1
order = ["none", "low", "high"]
refuses = ["high"]
[[positions]]
party = "velia"
issue = "toll"
rank = 2
order = ["free", "paid"]
"""


def river(*, ranked: bool = False, more: str = "") -> Case:
    """Give a case of two parties, who settle a dam of three sizes and whether there is a toll.

    Parameters
    ----------
    ranked : bool
        Whether the parties rank options and issues; else they give points.
    more : str
        What else the file holds, such as ``rules = [{ if = …, then = … }]``.

    Returns
    -------
    Case
        With points: Darsa gets 60, 30 and 0 from the dam and 40 from the toll, Velia 0, 40 and 50
        from the dam and 50 from no toll, and refuses the high dam. Darsa needs 25, Velia 40.

    Examples
    --------
    >>> [issue.id for issue in river().issues], [party.id for party in river().parties]
    (['dam', 'toll'], ['darsa', 'velia'])
    """
    return parse_case(_RIVER + more + (_RANKS if ranked else _POINTS))
