"""What does a sentence of a brief rest on? Words of a document, with all that is known of them."""

from dataclasses import dataclass

from tracktwo.documents.document import Document, Span
from tracktwo.reading.decision import Decision
from tracktwo.reading.grade import Grade
from tracktwo.reading.statement import Statement


@dataclass(frozen=True, slots=True)
class Citation:
    """Words of a document: a statement, or a bare passage that the brief points to.

    Attributes
    ----------
    number : int
        Its place in the order of documents and text, from 1: its row in the annex.
    id : str
        The statement's id; for a bare passage the id that a statement there would have.
    content : tuple of Span
        One or more spans in order.
    statement : Statement or None
        None for a bare passage.
    author : str
        How the one who writes the document is named.
    grade, decision : Grade, Decision or None
        None where the document is not graded, or nobody has decided on the statement.
    """

    number: int
    id: str
    document: Document
    content: tuple[Span, ...]
    author: str = "the author"
    statement: Statement | None = None
    grade: Grade | None = None
    decision: Decision | None = None

    @property
    def hull(self) -> Span:
        """The span from the first word to the last."""
        return Span(self.content[0].start, self.content[-1].end)

    @property
    def quote(self) -> str:
        """The words from the first to the last, gaps included."""
        return self.document.quote(self.hull)

    @property
    def accepted(self) -> bool:
        """Whether a person has accepted it, as it stands or with an edit."""
        decision = self.decision
        return (
            decision is not None and not decision.machine and decision.verdict in ("accept", "edit")
        )

    @property
    def rejected(self) -> bool:
        """Whether it was struck out on review."""
        return self.decision is not None and self.decision.verdict == "reject"
