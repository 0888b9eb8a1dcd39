"""What is a brief made of? Documents, what was read in them, and what people decided."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tracktwo.analyses.outlook.outlook import OutlookResult
from tracktwo.analyses.outlook.scenarios import Scenarios
from tracktwo.analyses.robustness.robustness import RobustnessResult
from tracktwo.analyses.settlement.robust import Robustness
from tracktwo.analyses.settlement.settlement import Settlement
from tracktwo.analyses.stability.result import StabilityResult
from tracktwo.casemodel.case import Case
from tracktwo.casemodel.forecast_ledger import Ledger
from tracktwo.documents.document import Document
from tracktwo.reading.decision import Decision
from tracktwo.reading.grade import Grade
from tracktwo.reading.grading import Proposal
from tracktwo.reading.reading import Reading


@dataclass(frozen=True, slots=True)
class Made:
    """With what a brief was made, and up to which day it speaks.

    Attributes
    ----------
    version : str
        Of the program.
    command : str
        What was run, as a user would type it.
    as_of : str
        ISO date to the precision known; "" where only the sources' own dates say it.
    """

    version: str = ""
    command: str = ""
    as_of: str = ""


@dataclass(frozen=True, slots=True)
class Material:
    """All that a brief may use.

    Attributes
    ----------
    documents : tuple of Document
        In the order in which their statements are numbered.
    readings : tuple of Reading
        A brief is made from the first of each document. Of other readers' readings it takes the
        statements on which somebody decided, or which the case names by their id. Edits that
        people made are in them already.
    case, settlement : Case, Settlement or None
        None where there is no case; without a case a settlement is not used.
    standing : mapping of statement id to Decision
        The decision in force on a statement; a statement without one is not yet reviewed.
    grades : mapping of document SHA-256 to Grade
        A document without one is not graded.
    questions : tuple of str
        Asked by the user, beside those of the case and of the sources.
    made : Made
        With what, and as of when.
    stability : StabilityResult or None
        None where the case has no graph model.
    over_ranges : Robustness or None
        Of the settlement; None where there is none, or where it was not tried.
    outlook, rounds : OutlookResult or None
        The forecasts of the compromise, and those of a model whose positions move in rounds; None
        where the case has no outlook.
    robustness : RobustnessResult or None
        What the forecasts and the settlement hang on; None where it was not worked out.
    futures : Scenarios or None
        The analyses under each scenario; None where no scenario sets anything.
    ledger : Ledger or None
        The forecasts that are kept to be scored; None where there are none.
    proposals : mapping of document SHA-256 to Proposal
        The grades that the rules would give; shown as such, and nowhere used as grades.
    """

    documents: tuple[Document, ...]
    readings: tuple[Reading, ...]
    case: Case | None = None
    settlement: Settlement | None = None
    standing: Mapping[str, Decision] = field(default_factory=dict)
    grades: Mapping[str, Grade] = field(default_factory=dict)
    questions: tuple[str, ...] = ()
    made: Made = Made()
    stability: StabilityResult | None = None
    over_ranges: Robustness | None = None
    outlook: OutlookResult | None = None
    rounds: OutlookResult | None = None
    robustness: RobustnessResult | None = None
    futures: Scenarios | None = None
    ledger: Ledger | None = None
    proposals: Mapping[str, Proposal] = field(default_factory=dict)
