"""From the tables of a file to a frozen case."""

from collections.abc import Mapping
from types import MappingProxyType

from tracktwo.actors.actor import Actor, Role
from tracktwo.casemodel.case import (
    Acceptance,
    Assumption,
    Case,
    Forecast,
    Issue,
    Judgement,
    Option,
    Party,
    Position,
    Refusal,
    Rule,
    Scenario,
    SourceNote,
)
from tracktwo.casemodel.estimate import Estimate
from tracktwo.casemodel.estimate_table import EstimateTable, estimate_of
from tracktwo.casemodel.outlook_build import build_outlook
from tracktwo.casemodel.scenario_sets import told
from tracktwo.casemodel.schema import (
    AcceptanceTable,
    ActorTable,
    CaseFile,
    ForecastTable,
    JudgementTable,
    PositionTable,
    RefusalTable,
    RuleTable,
    ScenarioTable,
)
from tracktwo.casemodel.stability_build import build_stability
from tracktwo.casemodel.tables import evidence_of

_NONE: Mapping[int, CaseFile] = MappingProxyType({})


def build_case(file: CaseFile, sha256: str, variants: Mapping[int, CaseFile] = _NONE) -> Case:
    """Freeze the tables of a file, in the order of the file.

    Parameters
    ----------
    file : CaseFile
        A file of the right shape whose tables agree with each other.
    sha256 : str
        Of the file's bytes, as hex.
    variants : mapping of a scenario's index to its CaseFile
        The file as scenarios have it, for those that set something.

    Returns
    -------
    Case
        The same, as plain frozen data.

    Examples
    --------
    >>> case = {"id": "x", "title": "X", "as_of": "2025-01-31"}
    >>> build_case(CaseFile.model_validate({"case": case}), sha256="").title
    'X'
    """
    return Case(
        **file.case.model_dump(),
        sha256=sha256,
        parties=tuple(
            Party(id_, party.name, tuple(party.speakers), _maybe(party.no_agreement))
            for id_, party in file.parties.items()
        ),
        issues=tuple(
            Issue(id_, issue.title, tuple(Option(*option) for option in issue.options.items()))
            for id_, issue in file.issues.items()
        ),
        positions=tuple(map(_position, file.positions)),
        refusals=tuple(map(_refusal, file.refusals)),
        rules=tuple(map(_rule, file.rules)),
        acceptance=_acceptance(file.acceptance),
        actors=tuple(map(_actor, file.actors)),
        judgements=tuple(map(_judgement, file.judgements)),
        assumptions=tuple(
            Assumption(item.text, item.by, evidence_of(item.evidence), item.section)
            for item in file.assumptions
        ),
        scenarios=tuple(
            _scenario(table, build_case(variants[at], sha256) if at in variants else None)
            for at, table in enumerate(file.scenarios)
        ),
        forecasts=tuple(map(_forecast, file.forecasts)),
        questions=tuple(file.questions.ask),
        sources=tuple(SourceNote(**source.model_dump()) for source in file.sources),
        stability=None if file.stability is None else build_stability(file.stability),
        outlook=None if file.outlook is None else build_outlook(file.outlook),
    )


def _maybe(table: EstimateTable | None) -> Estimate | None:
    return None if table is None else estimate_of(table)


def _position(table: PositionTable) -> Position:
    return Position(
        party=table.party,
        issue=table.issue,
        weight=_maybe(table.weight),
        points=tuple(table.points.items()),
        refuses=tuple(table.refuses),
        evidence=evidence_of(table.evidence),
        estimate_by=table.estimate_by,
        note=table.note,
    )


def _refusal(table: RefusalTable) -> Refusal:
    together = tuple((issue, tuple(options)) for issue, options in table.together.items())
    return Refusal(table.party, together, evidence_of(table.evidence), table.note)


def _rule(table: RuleTable) -> Rule:
    given, then = (
        tuple((issue, tuple(options)) for issue, options in clauses.items())
        for clauses in (table.given, table.then)
    )
    return Rule(given, then, table.because, evidence_of(table.evidence))


def _acceptance(table: AcceptanceTable | None) -> Acceptance | None:
    return None if table is None else Acceptance(tuple(table.must), table.at_least)


def _actor(table: ActorTable) -> Actor:
    return Actor(
        id=table.id,
        name=table.name,
        type=table.type,
        aliases=tuple(table.aliases),
        speaks_for=table.speaks_for,
        roles=tuple(Role(role.title, role.of, role.since, role.until) for role in table.roles),
        adjectives=tuple(table.adjectives),
    )


def _judgement(table: JudgementTable) -> Judgement:
    return Judgement(
        text=table.text,
        by=table.by,
        on=table.on,
        confidence=table.confidence,
        basis=evidence_of(table.basis),
        would_change=table.would_change,
        section=table.section,
    )


def _scenario(table: ScenarioTable, variant: Case | None) -> Scenario:
    return Scenario(
        name=table.name,
        text=table.text,
        probability=_maybe(table.probability),
        by=table.by,
        evidence=evidence_of(table.evidence),
        sets=tuple((place, told(value)) for place, value in table.sets.items()),
        variant=variant,
    )


def _forecast(table: ForecastTable) -> Forecast:
    return Forecast(
        question=table.question,
        probability=estimate_of(table.probability),
        by=table.by,
        made_on=table.made_on,
        resolves_on=table.resolves_on,
        criteria=table.criteria,
        outcome=table.outcome,
        evidence=evidence_of(table.evidence),
    )
