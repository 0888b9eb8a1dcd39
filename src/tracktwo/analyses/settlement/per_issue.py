"""Issue by issue: what each party wants and refuses, and what is left open."""

from dataclasses import dataclass
from typing import Literal

from tracktwo.analyses.settlement.room import options_left
from tracktwo.analyses.settlement.settlement import Settlement
from tracktwo.analyses.settlement.terms import terms_of
from tracktwo.analyses.settlement.worth import points_of
from tracktwo.casemodel.case import Case, Issue

Standing = Literal["settled", "contested", "closed"]


@dataclass(frozen=True, slots=True)
class PartyOnIssue:
    """What one party wants and refuses on an issue.

    Attributes
    ----------
    party : str
        Its id.
    best : tuple of str
        The options worth most to it, all ties; empty where it has no points on the issue.
    refuses : tuple of str
        The options that are its red lines.
    """

    party: str
    best: tuple[str, ...]
    refuses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IssueRow:
    """One issue in the light of a settlement.

    Attributes
    ----------
    issue : str
        Its id.
    parties : tuple of PartyOnIssue
        One for each party, in the order of the case.
    acceptable, efficient : tuple of str
        The options that occur in some acceptable package, and in some package of the frontier.
    standing : str
        "settled" where all packages of the frontier hold one and the same option, "contested"
        where they differ, "closed" where nothing is acceptable.
    """

    issue: str
    parties: tuple[PartyOnIssue, ...]
    acceptable: tuple[str, ...]
    efficient: tuple[str, ...]
    standing: Standing


def issue_table(case: Case, settlement: Settlement) -> tuple[IssueRow, ...]:
    """Show each issue with its parties, and which of its options remain.

    Parameters
    ----------
    case : Case
        Any.
    settlement : Settlement
        As `settle` gives it for that case.

    Returns
    -------
    tuple of IssueRow
        One for each issue, options in the order of the case.

    Examples
    --------
    >>> from tracktwo.analyses.settlement.settle import settle
    >>> from tracktwo.casemodel.example import river
    >>> dam, toll = issue_table(river(), settle(river()))
    >>> dam.acceptable, dam.standing
    (('low', 'none'), 'contested')
    """
    acceptable = {choice for package in settlement.acceptable for choice in package.options}
    if settlement.room and not acceptable:
        acceptable = options_left(terms_of(case))
    efficient = {
        (issue, option)
        for issue, options in efficient_options(case, settlement)
        for option in options
    }
    return tuple(_row(case, issue, acceptable, efficient) for issue in case.issues)


def efficient_options(
    case: Case, settlement: Settlement
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Give for each issue the options that occur on the frontier, in the order of the case.

    Examples
    --------
    >>> from tracktwo.analyses.settlement.settle import settle
    >>> from tracktwo.casemodel.example import river
    >>> efficient_options(river(), settle(river()))
    (('dam', ('low', 'none')), ('toll', ('free', 'paid')))
    """
    if settlement.efficient:
        return settlement.efficient
    found = {
        choice for point in settlement.frontier for options in point.packages for choice in options
    }
    return tuple(
        (issue.id, tuple(o.id for o in issue.options if (issue.id, o.id) in found))
        for issue in case.issues
    )


def _row(
    case: Case, issue: Issue, acceptable: set[tuple[str, str]], efficient: set[tuple[str, str]]
) -> IssueRow:
    options = [option.id for option in issue.options]
    left = tuple(option for option in options if (issue.id, option) in efficient)
    standing: Standing = "contested" if len(left) > 1 else "settled" if left else "closed"
    return IssueRow(
        issue=issue.id,
        parties=tuple(_on_issue(case, party.id, issue) for party in case.parties),
        acceptable=tuple(option for option in options if (issue.id, option) in acceptable),
        efficient=left,
        standing=standing,
    )


def _on_issue(case: Case, party: str, issue: Issue) -> PartyOnIssue:
    points = points_of(case, party, issue.id)
    refused = {
        option
        for position in case.positions
        if (position.party, position.issue) == (party, issue.id)
        for option in position.refuses
    }
    options = [option.id for option in issue.options]
    most = max((points.get(option, 0) for option in options), default=0)
    return PartyOnIssue(
        party=party,
        best=tuple(option for option in options if points and points.get(option, 0) == most),
        refuses=tuple(option for option in options if option in refused),
    )
