"""What may stand in a case file: its shape, key by key, and the JSON Schema for editors."""

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, model_validator

from tracktwo.actors.actor import ActorType
from tracktwo.casemodel.case import Steps
from tracktwo.casemodel.estimate_table import EstimateTable, ProbabilityTable, WeightTable
from tracktwo.casemodel.field import Day, ExactNumber, Id, PartialDate, Words
from tracktwo.casemodel.outlook_table import OutlookTable
from tracktwo.casemodel.stability_table import StabilityTable
from tracktwo.casemodel.steps import steps_fault
from tracktwo.casemodel.tables import EvidenceTable, Options, Order, Part
from tracktwo.reading.grade import Credibility, Reliability


def _at_least_two(options: dict[str, str]) -> dict[str, str]:
    if len(options) < 2:
        raise ValueError(f"has {len(options)} option; an issue needs two or more to be one")
    return options


def _at_least_one(clauses: dict[str, list[str]]) -> dict[str, list[str]]:
    empty = [issue for issue, options in clauses.items() if not options]
    if not clauses or empty:
        raise ValueError('needs an issue with its options, such as { membership = ["barred"] }')
    return clauses


Clauses = Annotated[dict[str, Options], AfterValidator(_at_least_one)]


class CaseTable(Part):
    """What this case is."""

    id: Id
    title: Words
    as_of: Day = Field(description="The day for which everything in the case holds.")
    question: str = Field("", description="What the brief is to answer.")
    about: str = Field("", description="Where the case comes from, and what to keep in mind.")


class PartyTable(Part):
    """Someone who negotiates."""

    name: Words
    speakers: list[Words] = Field([], description="Names of those who speak for the party.")
    no_agreement: EstimateTable | None = Field(
        None, description="Worth of having no agreement, in the points of its positions."
    )
    no_agreement_as: dict[str, Words] = Field(
        {}, description="A package that is worth as much to the party: an option for each issue."
    )


class StepsTable(Part):
    """A number that is to be settled, in equal steps."""

    start: ExactNumber = Field(alias="from")
    end: ExactNumber = Field(alias="to")
    step: ExactNumber
    unit: str = ""

    @model_validator(mode="after")
    def _in_steps(self) -> "StepsTable":
        """Hold that the steps go up and end where the scale does."""
        if fault := steps_fault(self.frozen()):
            raise ValueError(fault)
        return self

    def frozen(self) -> Steps:
        """Give the scale as plain data."""
        return Steps(self.start, self.end, self.step, self.unit)


class IssueTable(Part):
    """Something to be settled, with two or more ways to settle it, or as a number."""

    title: Words
    options: Annotated[dict[Id, Words], AfterValidator(_at_least_two)] = Field(
        {}, description='Each option\'s id and title, such as barred = "never a member".'
    )
    scale: StepsTable | None = Field(
        None, description='Instead of options: { from = "0", to = "100", step = "5" }.'
    )

    @model_validator(mode="after")
    def _options_or_scale(self) -> "IssueTable":
        """Hold that there are options, or a scale, and not both."""
        if bool(self.options) == (self.scale is not None):
            found = "both options and a scale" if self.options else "neither options nor a scale"
            raise ValueError(f'has {found}; give it one of them, such as {{ yes = "…", no = "…" }}')
        return self


class PositionTable(Part):
    """What a party wants on an issue, and what it refuses."""

    party: Words
    issue: Words
    weight: WeightTable | None = Field(
        None, description="What the issue is worth to the party among all issues."
    )
    rank: int | None = Field(
        None, ge=1, description="Instead of a weight: 1 for the issue that matters most to it."
    )
    points: dict[str, ExactNumber] = Field(
        {}, description="Worth of every option of the issue, 0 to 100 by custom."
    )
    order: Order = Field(
        [], description="Instead of points: the options from best to worst, ties as a list inside."
    )
    refuses: list[Words] = Field([], description="Options that are red lines.")
    evidence: list[EvidenceTable] = []
    estimate_by: str = Field("", description="Who set the numbers.")
    note: str = ""


def _of_two_issues(clauses: dict[str, list[str]]) -> dict[str, list[str]]:
    if len(clauses) < 2:
        raise ValueError("needs two issues or more; for one, list it in a position's refuses")
    return clauses


class RefusalTable(Part):
    """Options of several issues that a party refuses together."""

    party: Words
    together: Annotated[Clauses, AfterValidator(_of_two_issues)] = Field(
        description="Options by issue; a package with one of each is refused."
    )
    evidence: list[EvidenceTable] = []
    note: str = ""


class RuleTable(Part):
    """What cannot go together: where every `if` holds, every `then` must."""

    given: Clauses = Field(alias="if")
    then: Clauses
    because: str = ""
    evidence: list[EvidenceTable] = []


class AcceptanceTable(Part):
    """Who has to accept: all of `must`, and at least `at_least` of the rest."""

    must: list[Words] = []
    at_least: int = Field(0, ge=0)


class RoleTable(Part):
    """What an actor is, for whom, and from when to when."""

    title: Words
    of: str = ""
    since: PartialDate = ""
    until: PartialDate = ""


class ActorTable(Part):
    """Someone who speaks, and whom the registry that ships with the program does not know."""

    id: Id
    name: Words
    type: ActorType
    aliases: list[Words] = []
    speaks_for: str = ""
    adjectives: list[Words] = []
    roles: list[RoleTable] = []


class JudgementTable(Part):
    """Something that somebody judges, signed, with its basis."""

    text: Words
    by: Words
    on: Day
    confidence: Literal["low", "moderate", "high"]
    basis: list[EvidenceTable] = Field(min_length=1)
    would_change: str = ""
    section: str = ""


class AssumptionTable(Part):
    """Something taken as given so that the analysis can proceed."""

    text: Words
    by: Words
    evidence: list[EvidenceTable] = []
    section: str = ""


class ScenarioTable(Part):
    """A named future, and how likely somebody holds it to be."""

    name: Words
    text: Words
    probability: ProbabilityTable | None = None
    by: str = ""
    evidence: list[EvidenceTable] = []
    sets: dict[str, Any] = Field(
        {}, description='What is otherwise then, such as "outlook.capability.x" = "60".'
    )


class ForecastTable(Part):
    """A question about the future, with the day on which it is settled."""

    question: Words
    probability: ProbabilityTable
    by: Words
    made_on: Day
    resolves_on: Day
    criteria: Words
    outcome: Literal["", "yes", "no"] = ""
    evidence: list[EvidenceTable] = []

    @model_validator(mode="after")
    def _made_before_it_resolves(self) -> "ForecastTable":
        """Refuse a forecast of the past."""
        if self.resolves_on < self.made_on:
            raise ValueError(
                f"resolves on {self.resolves_on}, before it was made on {self.made_on}; "
                "set resolves_on to that day or later"
            )
        return self


class QuestionsTable(Part):
    """Questions that the brief is to answer from the sources."""

    ask: list[Words] = []


class SourceTable(Part):
    """What the user says of a source: its grade, and what the file itself does not say."""

    file: Words
    reliability: Literal["", Reliability] = Field("", description="Of the source, A to F.")
    credibility: Literal["", Credibility] = Field("", description="Of the information, 1 to 6.")
    by: str = ""
    reason: str = ""
    title: str = ""
    publisher: str = ""
    author: str = ""
    date: PartialDate = ""


class CaseFile(Part):
    """A case of Tracktwo: who negotiates about what, what each wants, and on what evidence."""

    case: CaseTable
    parties: dict[Id, PartyTable] = {}
    issues: dict[Id, IssueTable] = {}
    positions: list[PositionTable] = []
    refusals: list[RefusalTable] = []
    rules: list[RuleTable] = []
    acceptance: AcceptanceTable | None = None
    actors: list[ActorTable] = []
    judgements: list[JudgementTable] = []
    assumptions: list[AssumptionTable] = []
    scenarios: list[ScenarioTable] = []
    forecasts: list[ForecastTable] = []
    questions: QuestionsTable = QuestionsTable()
    sources: list[SourceTable] = []
    stability: StabilityTable | None = None
    outlook: OutlookTable | None = None


def json_schema() -> dict[str, Any]:
    """Describe ``case.toml`` to editors.

    Returns
    -------
    dict
        A JSON Schema, draft 2020-12, of what the file may hold, key by key. What goes across
        tables (that a position names a known party, say) is beyond it: `parse_case` holds that.

    Examples
    --------
    >>> json_schema()["required"]
    ['case']
    """
    schema = _in_toml(CaseFile.model_json_schema())
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _in_toml(schema: Any) -> Any:  # noqa: ANN401 - a JSON value
    """Drop null, which TOML does not have, and titles that only repeat the key."""
    if isinstance(schema, list):
        return [_in_toml(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    plain = {
        key: _in_toml(item)
        for key, item in schema.items()
        if not (key == "title" and isinstance(item, str))
    }
    if {"type": "null"} in plain.get("anyOf", []):
        del plain["default"]
        (other,) = [item for item in plain.pop("anyOf") if item != {"type": "null"}]
        return {**other, **plain}
    return plain
