"""What is a brief made of? Documents, what was read in them, and what people decided."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tracktwo.analyses.settlement.settlement import Settlement
from tracktwo.analyses.stability.result import StabilityResult
from tracktwo.casemodel.case import Case
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
    proposals: Mapping[str, Proposal] = field(default_factory=dict)
