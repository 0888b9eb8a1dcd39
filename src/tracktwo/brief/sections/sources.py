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
        "given independently of each other.",
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
    return Row(
        (
            Cell((label(document),), under=(_provenance(document),)),
            words(_reliability(grade)),
            words(_credibility(grade)),
            words(f"{count:,}"),
            _graded_by(grade),
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


def _graded_by(grade: Grade | None) -> Cell:
    if grade is None:
        return Cell()
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
