"""What does a case rest on? Every piece of evidence that anything in it lists."""

from collections.abc import Iterator

from tracktwo.casemodel.case import Case
from tracktwo.casemodel.evidence import Evidence


def evidence_in(case: Case) -> Iterator[Evidence]:
    """Give each piece of evidence as often as it is listed, in the order of the case's parts.

    Judgements come first, then positions, refusals, rules, assumptions, scenarios, forecasts,
    the graph model and the outlook.
    """
    for judgement in case.judgements:
        yield from judgement.basis
    for group in (
        case.positions,
        case.refusals,
        case.rules,
        case.assumptions,
        case.scenarios,
        case.forecasts,
    ):
        for each in group:
            yield from each.evidence
    if case.stability is not None:
        yield from case.stability.evidence
        for preference in case.stability.preferences:
            yield from preference.evidence
    if case.outlook is not None:
        for part in (*case.outlook.capabilities, *case.outlook.stances):
            yield from part.evidence
