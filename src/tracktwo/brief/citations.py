"""Which number has each quotation? All that a brief may cite, in the order of the text."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tracktwo.brief.citation import Citation
from tracktwo.brief.material import Material
from tracktwo.brief.titles import author
from tracktwo.casemodel.evidence import Evidence
from tracktwo.casemodel.rests_on import evidence_in
from tracktwo.documents.document import Document, Span
from tracktwo.errors import BriefError, InputError
from tracktwo.reading.citing import cite
from tracktwo.reading.reading import Reading
from tracktwo.reading.statement import Statement, statement_id


@dataclass(frozen=True, slots=True)
class Missing:
    """Evidence that a case names and that no document holds, with the reason."""

    evidence: Evidence
    reason: str


@dataclass(frozen=True, slots=True)
class Citations:
    """Every statement and every passage that a brief may point to, numbered.

    Attributes
    ----------
    rows : tuple of Citation
        In order of documents, then of place in the text; ``rows[n - 1].number == n``.
    numbers : mapping of id to int
        From statement ids, and the ids of bare passages, to numbers.
    passages : mapping of (document, Span) to int
        From spans that a reading names to the number that stands for them.
    evidence : mapping of Evidence to int
        From what a case names to numbers.
    missing : tuple of Missing
        What a case names and no document holds.
    """

    rows: tuple[Citation, ...]
    numbers: Mapping[str, int]
    passages: Mapping[tuple[str, Span], int]
    evidence: Mapping[Evidence, int]
    missing: tuple[Missing, ...]

    def __getitem__(self, number: int) -> Citation:
        """Give the citation of a number."""
        return self.rows[number - 1]

    def find(self, statement: str) -> Citation | None:
        """Give the citation of a statement that is known and not struck out on review."""
        number = self.numbers.get(statement)
        if number is None or self[number].rejected:
            return None
        return self[number]

    def statements(self) -> Iterator[Citation]:
        """Give every statement that was not struck out on review, in order of number."""
        return (row for row in self.rows if row.statement is not None and not row.rejected)

    def at(self, document: str, span: Span) -> Citation:
        """Give the citation for a span that a reading names.

        It is the shortest statement that covers the span, otherwise the passage itself.
        """
        return self[self.passages[document, span]]

    def of_case(self, evidence: Iterable[Evidence]) -> tuple[int, ...]:
        """Give the numbers of a case's evidence, in order; what is missing is left out."""
        known = {self.evidence[each] for each in evidence if each in self.evidence}
        return tuple(sorted(known))


@dataclass(frozen=True, slots=True)
class _Entry:
    document: Document
    content: tuple[Span, ...]
    statement: Statement | None = None

    @property
    def id(self) -> str:
        return self.statement.id if self.statement else self.passage_id

    @property
    def passage_id(self) -> str:
        return statement_id(self.document.sha256, self.content)


def number_citations(material: Material) -> Citations:
    """Give every quotation that a brief may cite its number.

    Numbers follow the documents' order, then the place of the first word, then of the last;
    two statements in the same place keep the order of their reading. Time is linear in the
    statements, and in spans x statements of the same document.

    Raises
    ------
    BriefError
        If a reading is of a document that the material does not hold.
    """
    documents = {document.sha256: document for document in material.documents}
    readings = _one_per_document(material.readings, documents)
    entries: dict[str, _Entry] = {}
    for reading in readings:
        document = documents[reading.document]
        for statement in reading.statements:
            entries.setdefault(statement.id, _Entry(document, statement.content, statement))
    for document, statement in _asked_for(material, documents, readings):
        entries.setdefault(statement.id, _Entry(document, statement.content, statement))
    statements = _by_document(entries.values())
    passages: dict[tuple[str, Span], str] = {}
    for reading in readings:
        for span in _named_spans(reading):
            entry = _standing_for(documents[reading.document], span, statements)
            passages[reading.document, span] = entries.setdefault(entry.id, entry).id
    evidence, missing = _case_evidence(material, documents, readings, entries)
    rows = _rows(material, entries.values())
    numbers = {row.id: row.number for row in rows}
    return Citations(
        rows=rows,
        numbers=numbers,
        passages={place: numbers[key] for place, key in passages.items()},
        evidence={each: numbers[key] for each, key in evidence.items()},
        missing=missing,
    )


def _one_per_document(
    readings: tuple[Reading, ...], documents: Mapping[str, Document]
) -> tuple[Reading, ...]:
    first: dict[str, Reading] = {}
    for reading in readings:
        if reading.document not in documents:
            raise BriefError(
                f"a reading is of text {reading.document[:12]}, which is none of the "
                f"{len(documents)} documents handed in; hand in the document too"
            )
        first.setdefault(reading.document, reading)
    return tuple(first[sha] for sha in documents if sha in first)


def _by_document(entries: Iterable[_Entry]) -> dict[str, list[_Entry]]:
    found: dict[str, list[_Entry]] = {}
    for entry in entries:
        found.setdefault(entry.document.sha256, []).append(entry)
    return found


def _named_spans(reading: Reading) -> Iterator[Span]:
    """Give each span that a section of the brief will want to point to."""
    for scenario in reading.scenarios:
        yield scenario.condition
        yield from scenario.outcomes
    yield from (counter.cue for counter in reading.counters if counter.cue)
    for room in reading.room:
        yield room.span
        yield from room.limits
    yield from (question.span for question in reading.questions)
    yield from (event.span for event in reading.events)


def _standing_for(document: Document, span: Span, statements: Mapping[str, list[_Entry]]) -> _Entry:
    covering = [
        entry
        for entry in statements.get(document.sha256, ())
        if entry.content[0].start <= span.start and span.end <= entry.content[-1].end
    ]
    if not covering:
        return _Entry(document, (span,))
    return min(covering, key=lambda entry: entry.content[-1].end - entry.content[0].start)


def _asked_for(
    material: Material, documents: Mapping[str, Document], used: tuple[Reading, ...]
) -> Iterator[tuple[Document, Statement]]:
    """Give the statements of other readers that somebody decided on, or that the case names."""
    named = evidence_in(material.case) if material.case else ()
    wanted = {*material.standing, *(each.statement for each in named)}
    for reading in material.readings:
        if all(reading is not each for each in used):
            for statement in reading.statements:
                if statement.id in wanted:
                    yield documents[reading.document], statement


def _case_evidence(
    material: Material,
    documents: Mapping[str, Document],
    readings: tuple[Reading, ...],
    entries: dict[str, _Entry],
) -> tuple[dict[Evidence, str], tuple[Missing, ...]]:
    found: dict[Evidence, str] = {}
    missing: list[Missing] = []
    for evidence in dict.fromkeys(evidence_in(material.case) if material.case else ()):
        if evidence.statement:
            if evidence.statement in entries:
                found[evidence] = evidence.statement
            else:
                missing.append(Missing(evidence, "no reading holds this statement"))
            continue
        try:
            sha, span, statement = cite(
                material.documents, readings, evidence.source, evidence.words
            )
        except InputError as error:
            missing.append(Missing(evidence, str(error)))
            continue
        entry = entries.get(statement) or _Entry(documents[sha], (span,))
        found[evidence] = entries.setdefault(entry.id, entry).id
    return found, tuple(missing)


def _rows(material: Material, entries: Iterable[_Entry]) -> tuple[Citation, ...]:
    place = {document.sha256: at for at, document in enumerate(material.documents)}
    ordered = sorted(
        entries,
        key=lambda entry: (
            place[entry.document.sha256],
            entry.content[0].start,
            entry.content[-1].end,
        ),
    )
    return tuple(
        Citation(
            number,
            entry.id,
            entry.document,
            entry.content,
            author(entry.document, alone=len(place) == 1),
            entry.statement,
            material.grades.get(entry.document.sha256),
            material.standing.get(entry.id),
        )
        for number, entry in enumerate(ordered, start=1)
    )
