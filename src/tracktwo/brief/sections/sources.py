"""What was read, and how good is it?"""

from collections import Counter

from tracktwo.brief.blocks import (
    Absence,
    Block,
    Cell,
    Column,
    Note,
    Pair,
    Row,
    Section,
    Sentences,
    Table,
)
from tracktwo.brief.cells import words
from tracktwo.brief.dates import written
from tracktwo.brief.figures import Figure, GradeGrid
from tracktwo.brief.ground import Ground
from tracktwo.brief.lists import counted, figured
from tracktwo.brief.sections.signed import judgements
from tracktwo.brief.titles import bare, label
from tracktwo.documents.document import Document
from tracktwo.reading.grade import CREDIBILITY, RELIABILITY, Grade
from tracktwo.reading.grading import Proposal


def sources(ground: Ground) -> Section:
    """Give each document with its grades, the grid of grades, and what the reader could not do."""
    table = _table(ground)
    blocks: list[Block] = []
    if any(document.sha256 in ground.material.grades for document in ground.material.documents):
        blocks.append(Pair(table, _grid(ground)))
    else:
        blocks += [table, Absence("No source is graded yet, so no grid is drawn.")]
    notes = tuple(
        (f"{label(ground.document(reading))}.", note)
        for reading in ground.readings
        for note in reading.notes
    )
    if notes:
        blocks.append(Note((("What the reader noted.", ""), *notes)))
    signed = judgements(ground, "sources")
    if signed:
        blocks.append(Sentences(signed))
    return Section("sources", "Sources and their grades", tuple(blocks))


def _table(ground: Ground) -> Table:
    counts = Counter(citation.document.sha256 for citation in ground.statements())
    documents = ground.material.documents
    return Table(
        "sources",
        f"{figured(len(documents), 'document')}, {figured(sum(counts.values()), 'statement')}",
        "Reliability grades the source (A–F), credibility the information (1–6). The two are "
        "given independently of each other. What the rules propose is no grade; a person decides.",
        (
            Column("Source"),
            Column("Reliability"),
            Column("Credibility"),
            Column("Statements", "number"),
            Column("Graded by"),
        ),
        tuple(_row(ground, document, counts[document.sha256]) for document in documents),
    )


def _row(ground: Ground, document: Document, count: int) -> Row:
    grade = ground.material.grades.get(document.sha256)
    proposed = ground.material.proposals.get(document.sha256)
    return Row(
        (
            Cell((label(document),), under=(_provenance(document),)),
            _sign(_reliability(grade), proposed.reliability if proposed else ""),
            _sign(_credibility(grade), proposed.credibility if proposed else ""),
            words(f"{count:,}"),
            _graded_by(grade, proposed),
        ),
        silent=True,
    )


def _provenance(document: Document) -> str:
    name = bare(document.name)
    kind = _KINDS.get(document.original.media_type, document.original.media_type)
    by = f"by {document.author}" if document.author else ""
    date = written(document.date) or "not dated"
    pieces = (name, by, date, kind, f"{len(document.text):,} characters")
    return ", ".join(piece for piece in pieces if piece)


_KINDS = {
    "text/plain": "plain text",
    "text/markdown": "Markdown",
    "text/html": "web page",
    "application/pdf": "PDF",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "DOCX",
}


def _reliability(grade: Grade | None) -> str:
    return f"{grade.reliability} · {RELIABILITY[grade.reliability]}" if grade else "not graded"


def _credibility(grade: Grade | None) -> str:
    return f"{grade.credibility} · {CREDIBILITY[grade.credibility]}" if grade else "not graded"


def _sign(decided: str, proposed: str) -> Cell:
    """Set what was decided, and smaller what the rules propose."""
    return Cell((decided,), under=(f"proposed: {proposed}",) if proposed else ())


def _graded_by(grade: Grade | None, proposed: Proposal | None) -> Cell:
    """Name who decided and why; where nobody did, give the reasons of the proposal."""
    if grade is None:
        reasons = "; ".join(proposed.reasons) if proposed else ""
        return Cell(("nobody yet",), under=(f"the rules propose: {reasons}",) if reasons else ())
    return Cell((grade.by,), under=(grade.reason,) if grade.reason else ())


def _grid(ground: Ground) -> Figure:
    counts = Counter(
        (citation.grade.reliability, citation.grade.credibility)
        for citation in ground.statements()
        if citation.grade is not None
    )
    total = counts.total()
    return Figure(
        caption=f"{figured(total, 'statement')} by grade of the source",
        how="Rows reliability, columns credibility.",
        label="Grid of reliability A to F by credibility 1 to 6 with "
        f"{counted(total, 'statement')} in its cells; the table gives the counts by source.",
        chart=GradeGrid(
            tuple(tuple(counts[row, column] for column in CREDIBILITY) for row in RELIABILITY)
        ),
    )
