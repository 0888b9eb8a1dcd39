"""What does each party refuse?"""

from tracktwo.analyses.settlement.settlement import RedLine
from tracktwo.analyses.settlement.worth import floor_of
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
        Party by party in the order of the case: refused options, issue by issue, then
        combinations in the order of the file, then the no-agreement value (its best estimate)
        where one is given.

    Examples
    --------
    >>> from tracktwo.casemodel.example import river
    >>> [line.id for line in red_lines(river())]
    ['darsa:no-agreement', 'velia:dam=high', 'velia:no-agreement']
    """
    return tuple(
        line
        for party in case.parties
        for line in (
            *_refused_options(case, party),
            *_refused_together(case, party),
            *_no_agreement(case, party),
        )
    )


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


def _refused_together(case: Case, party: Party) -> list[RedLine]:
    found: dict[str, RedLine] = {}
    for refusal in case.refusals:
        if refusal.party == party.id:
            named = "+".join(f"{issue}={'|'.join(options)}" for issue, options in refusal.together)
            id_ = f"{party.id}:{named}"
            found[id_] = RedLine(id_, party.id, "combination", combination=refusal.together)
    return list(found.values())


def _no_agreement(case: Case, party: Party) -> list[RedLine]:
    value = floor_of(case, party)
    if value is None:
        return []
    return [RedLine(f"{party.id}:no-agreement", party.id, "no_agreement", value=value)]
