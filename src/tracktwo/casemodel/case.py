"""What is a case? Who negotiates about what, what each wants and refuses, and on what evidence."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from tracktwo.actors.actor import Actor
from tracktwo.casemodel.estimate import Estimate
from tracktwo.casemodel.evidence import Evidence
from tracktwo.casemodel.outlook import Outlook
from tracktwo.casemodel.stability import Stability


@dataclass(frozen=True, slots=True)
class Party:
    """Someone who negotiates, and must or may accept.

    `no_agreement` is the worth of having no agreement, in the points of its positions;
    `no_agreement_as` says the same as a package, (issue, option) each, that is worth as much to
    the party. Without both it is not known, so that the party refuses nothing on that ground.
    """

    id: str
    name: str
    speakers: tuple[str, ...] = ()
    no_agreement: Estimate | None = None
    no_agreement_as: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Option:
    """One way in which an issue can be settled."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Steps:
    """A number that is to be settled, in equal steps from `start` up to `end`, both included."""

    start: Decimal
    end: Decimal
    step: Decimal
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Issue:
    """Something to be settled, with two or more options in the order of the file.

    Where the issue is a number, `scale` says so, and the options are its steps.
    """

    id: str
    title: str
    options: tuple[Option, ...]
    scale: Steps | None = None


@dataclass(frozen=True, slots=True)
class Position:
    """What a party wants on an issue, and what it refuses.

    Attributes
    ----------
    weight : Estimate or None
        What the issue is worth to the party among all issues; a package's worth to the party
        is the sum of weight x points over the issues, divided by 100.
    points : tuple of (option, Decimal or Fraction)
        Worth of each option, 0 to 100 by custom; empty where the party is silent. Fractions
        where they lie between the points that were given, on a scale.
    order : tuple of tuple of str
        Instead of points: the options from best to worst, those that tie together.
    rank : int or None
        Instead of a weight: the issue's place among the party's issues, 1 for what matters most;
        issues of one rank weigh the same.
    refuses : tuple of str
        Options that are red lines.
    estimate_by : str
        Who set the numbers: "analyst", "party", "catalogue".
    """

    party: str
    issue: str
    weight: Estimate | None = None
    points: tuple[tuple[str, Decimal | Fraction], ...] = ()
    refuses: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    estimate_by: str = ""
    note: str = ""
    order: tuple[tuple[str, ...], ...] = ()
    rank: int | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """Options of two or more issues that a party refuses together, though perhaps not singly.

    `together` is a tuple of (issue, options): a package crosses this line when it holds one of
    the options on each of the issues.
    """

    party: str
    together: tuple[tuple[str, tuple[str, ...]], ...]
    evidence: tuple[Evidence, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """What cannot go together: where every `given` holds, every `then` must.

    Both are tuples of (issue, options): the issue's option is one of those.
    """

    given: tuple[tuple[str, tuple[str, ...]], ...]
    then: tuple[tuple[str, tuple[str, ...]], ...]
    because: str = ""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Who has to accept: all of `must`, and at least `at_least` of the rest."""

    must: tuple[str, ...]
    at_least: int = 0


@dataclass(frozen=True, slots=True)
class Judgement:
    """Something that somebody judges, with its basis, confidence and signature.

    `confidence` is "low", "moderate" or "high". `would_change` says what would change it.
    """

    text: str
    by: str
    on: str
    confidence: str
    basis: tuple[Evidence, ...] = ()
    would_change: str = ""
    section: str = ""


@dataclass(frozen=True, slots=True)
class Assumption:
    """Something taken as given so that the analysis can proceed, and by whom."""

    text: str
    by: str
    evidence: tuple[Evidence, ...] = ()
    section: str = ""


@dataclass(frozen=True, slots=True)
class Scenario:
    """A named future: what holds in it, how likely somebody holds it to be, on what evidence.

    Attributes
    ----------
    sets : tuple of (place, words)
        Which values of the case are otherwise then, and what they are.
    variant : Case or None
        The case with these values, without its scenarios; None where it sets nothing.
    """

    name: str
    text: str
    probability: Estimate | None = None
    by: str = ""
    evidence: tuple[Evidence, ...] = ()
    sets: tuple[tuple[str, str], ...] = ()
    variant: "Case | None" = None


@dataclass(frozen=True, slots=True)
class Forecast:
    """A question about the future with a date on which it is settled.

    `probability` is low / best / high between 0 and 1; `outcome` is "", "yes" or "no".
    """

    question: str
    probability: Estimate
    by: str
    made_on: str
    resolves_on: str
    criteria: str
    outcome: str = ""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceNote:
    """What the user says of a source: its grade, and anything that the file does not say."""

    file: str
    reliability: str = ""
    credibility: str = ""
    by: str = ""
    reason: str = ""
    title: str = ""
    publisher: str = ""
    author: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """A negotiation, frozen: everything that the analyses need, and what it rests on.

    `sha256` is of the file's bytes and stands in every result. Parties, issues and options
    keep the order of the file, which no result depends on.
    """

    id: str
    title: str
    as_of: str
    question: str
    sha256: str
    parties: tuple[Party, ...]
    issues: tuple[Issue, ...]
    positions: tuple[Position, ...]
    rules: tuple[Rule, ...] = ()
    acceptance: Acceptance | None = None
    actors: tuple[Actor, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    forecasts: tuple[Forecast, ...] = ()
    questions: tuple[str, ...] = ()
    sources: tuple[SourceNote, ...] = ()
    about: str = ""
    stability: Stability | None = None
    refusals: tuple[Refusal, ...] = ()
    outlook: Outlook | None = None
