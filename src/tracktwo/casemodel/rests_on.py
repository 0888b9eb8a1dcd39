"""What does a case rest on? Every piece of evidence that anything in it lists."""

from collections.abc import Iterator

from tracktwo.casemodel.case import (
    Assumption,
    Case,
    Forecast,
    Position,
    Refusal,
    Rule,
    Scenario,
)
from tracktwo.casemodel.evidence import Evidence


def evidence_in(case: Case) -> Iterator[Evidence]:
    """Give each piece of evidence as often as it is listed, in the order of the case's parts.

    Judgements come first, then positions, refusals, rules, assumptions, scenarios, forecasts,
    the graph model and the outlook.
    """
    for judgement in case.judgements:
        yield from judgement.basis
    parts: tuple[Position | Refusal | Rule | Assumption | Scenario | Forecast, ...] = (
        *case.positions,
        *case.refusals,
        *case.rules,
        *case.assumptions,
        *case.scenarios,
        *case.forecasts,
    )
    for part in parts:
        yield from part.evidence
    if case.stability is not None:
        yield from case.stability.evidence
        for preference in case.stability.preferences:
            yield from preference.evidence
    if case.outlook is not None:
        for capability in case.outlook.capabilities:
            yield from capability.evidence
        for stance in case.outlook.stances:
            yield from stance.evidence
