"""From the tables of a file to a frozen case."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

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
    IssueTable,
    JudgementTable,
    PositionTable,
    RefusalTable,
    RuleTable,
    ScenarioTable,
)
from tracktwo.casemodel.stability_build import build_stability
from tracktwo.casemodel.steps import interpolated, meant, steps_of
from tracktwo.casemodel.tables import evidence_of

if TYPE_CHECKING:
    from decimal import Decimal
    from fractions import Fraction

Clauses: TypeAlias = tuple[tuple[str, tuple[str, ...]], ...]
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
    issues = {id_: _issue(id_, issue) for id_, issue in file.issues.items()}
    return Case(
        **file.case.model_dump(),
        sha256=sha256,
        parties=tuple(
            Party(
                id_,
                party.name,
                tuple(party.speakers),
                _maybe(party.no_agreement),
                tuple(party.no_agreement_as.items()),
            )
            for id_, party in file.parties.items()
        ),
        issues=tuple(issues.values()),
        positions=tuple(_position(table, issues[table.issue]) for table in file.positions),
        refusals=tuple(_refusal(table, issues) for table in file.refusals),
        rules=tuple(_rule(table, issues) for table in file.rules),
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


def _issue(id_: str, table: IssueTable) -> Issue:
    if table.scale is None:
        return Issue(id_, table.title, tuple(Option(*option) for option in table.options.items()))
    scale = table.scale.frozen()
    steps = (Option(step, f"{step} {scale.unit}".strip()) for step in steps_of(scale))
    return Issue(id_, table.title, tuple(steps), scale)


def _position(table: PositionTable, issue: Issue) -> Position:
    points: tuple[tuple[str, Decimal | Fraction], ...] = tuple(table.points.items())
    if issue.scale is not None and points:
        points = interpolated(table.points, [option.id for option in issue.options])
    return Position(
        party=table.party,
        issue=table.issue,
        weight=_maybe(table.weight),
        points=points,
        refuses=_meant(table.refuses, issue),
        evidence=evidence_of(table.evidence),
        estimate_by=table.estimate_by,
        note=table.note,
        order=_places(table.order, issue),
        rank=table.rank,
    )


def _places(order: list[list[str]], issue: Issue) -> tuple[tuple[str, ...], ...]:
    """Give the options of each place, those of a scale by its values where it says so."""
    steps = [(option.id,) for option in issue.options]
    if order == [["lowest first"]]:
        return tuple(steps)
    if order == [["highest first"]]:
        return tuple(reversed(steps))
    return tuple(map(tuple, order))


def _meant(words: list[str], issue: Issue) -> tuple[str, ...]:
    """Give the options that words name: on a scale, also all below or above a value."""
    if issue.scale is None:
        return tuple(words)
    steps = [option.id for option in issue.options]
    return tuple(dict.fromkeys(step for word in words for step in meant(word, steps)))


def _clauses(table: dict[str, list[str]], issues: dict[str, Issue]) -> Clauses:
    return tuple((issue, _meant(options, issues[issue])) for issue, options in table.items())


def _refusal(table: RefusalTable, issues: dict[str, Issue]) -> Refusal:
    together = _clauses(table.together, issues)
    return Refusal(table.party, together, evidence_of(table.evidence), table.note)


def _rule(table: RuleTable, issues: dict[str, Issue]) -> Rule:
    given, then = _clauses(table.given, issues), _clauses(table.then, issues)
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
