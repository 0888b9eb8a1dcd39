"""The front of the store: what was read, decided and graded in one case."""

from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Engine, insert, select

from tracktwo.documents.document import Document
from tracktwo.dossier import schema
from tracktwo.dossier.adding import add_decisions, add_document, add_reading, note
from tracktwo.dossier.holding import held_decisions, held_documents, held_reading
from tracktwo.dossier.log import read_log, unseen
from tracktwo.dossier.record import dumped, loaded, unpacked
from tracktwo.dossier.search import Hit, matches
from tracktwo.dossier.standing import moment
from tracktwo.dossier.store import open_store, reading, writing
from tracktwo.errors import DossierError
from tracktwo.reading.decision import Decision
from tracktwo.reading.grade import Grade
from tracktwo.reading.reading import Reading, check_spans
from tracktwo.reading.statement import Statement


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the audit log: when, what was done, to what, and by whom ("" for a program)."""

    at: str
    action: str
    subject: str
    by: str


class Dossier:
    """A case's store in one SQLite file. Everything is added, nothing is changed or taken away.

    Make one with `Dossier.open`, best in a ``with`` block. Each method is one transaction: when
    it has returned, its work outlives the process; when it raises, nothing was changed.
    Several processes can use one file; a writer waits for the one before it.

    Examples
    --------
    >>> import tempfile
    >>> from tracktwo.documents.document import Original, text_hash
    >>> page = Document("a.md", "A ban.", text_hash("A ban."), Original("", "text/plain", "A ban."))
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with Dossier.open(Path(folder) / "dossier.sqlite") as dossier:
    ...         first = dossier.add(page, Reading(page.sha256, "rules"))
    ...         again = dossier.add(page, Reading(page.sha256, "rules"))
    ...         names = [each.name for each in dossier.documents()]
    >>> first, again, names
    (True, False, ['a.md'])
    """

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self._engine = engine

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the dossier at a path; it is made when there is none, and migrated when it is old.

        Raises
        ------
        DossierError
            If the folder is missing, the file cannot be opened, is no dossier, or was written
            by a newer program.
        """
        return cls(path, open_store(path))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def add(self, document: Document, found: Reading) -> bool:
        """Add a document with a reading of it: both whole, or nothing.

        A document is known by its text, its name and all that is recorded of it; a reading by
        its reader and content. When one of them differs from what is there, the new one is
        stored beside the old and is current from now on.

        Returns
        -------
        bool
            False when nothing was new.

        Raises
        ------
        SpanError
            If the reading breaks the span law, or is of another text.
        DossierError
            If the store could not be written.
        """
        check_spans(document, found)
        with writing(self._engine, self.path) as connection:
            new = [add_document(connection, document), add_reading(connection, found)]
            if any(new):
                note(connection, "read", document.sha256, found.reader)
        return any(new)

    def documents(self) -> tuple[Document, ...]:
        """Give all documents, in the order in which their texts were first added.

        One for each text and name: a text that came under two names is there twice.
        """
        with reading(self._engine, self.path) as connection:
            return held_documents(connection)

    def readings(self, reader: str = "rules") -> tuple[Reading, ...]:
        """Give a reader's current reading of each text, in the order of `documents`.

        Raises
        ------
        SpanError
            If a stored reading does not match its document.
        """
        with reading(self._engine, self.path) as connection:
            by_text = {document.sha256: document for document in held_documents(connection)}
            found = [held_reading(connection, sha256, reader) for sha256 in by_text]
        for each in found:
            if each:
                check_spans(by_text[each.document], each)
        return tuple(each for each in found if each)

    def readers(self) -> tuple[str, ...]:
        """Give the names of all who read anything here: "rules" first, then in their order."""
        table = schema.READINGS.c
        with reading(self._engine, self.path) as connection:
            found = connection.scalars(select(table.reader).order_by(table.id))
            named = tuple(dict.fromkeys(found))
        return tuple(sorted(named, key=lambda name: name != "rules"))

    def statement(self, statement: str) -> Statement:
        """Give the statement with an id, as it was last read, by any reader.

        Raises
        ------
        SpanError
            If it does not match its document.
        DossierError
            If there is none.
        """
        table = schema.STATEMENTS.c
        last = select(table.record).where(table.statement == statement).order_by(table.id.desc())
        with reading(self._engine, self.path) as connection:
            record = connection.scalar(last.limit(1))
            if record is None:
                raise DossierError(
                    f"{self.path}: no statement {statement} was read; `Dossier.readings` holds "
                    "all that were"
                )
            found = loaded(Statement, record)
            (document, *_) = held_documents(connection, found.document)
        check_spans(document, Reading(document.sha256, found.reader, (found,)))
        return found

    def decide(self, decision: Decision) -> None:
        """Add a decision to the log.

        Raises
        ------
        InputError
            If its time is no ISO 8601 time.
        """
        moment(decision.at)
        with writing(self._engine, self.path) as connection:
            add_decisions(connection, [decision])

    def take_in_decisions(self, path: Path) -> int:
        """Add the decisions of a file that are not in the log yet: all of them, or none.

        Returns
        -------
        int
            How many were new; reading the file again adds none.

        Raises
        ------
        CaseError
            With every line of the file that is wrong.
        """
        logged = read_log(path, self.documents(), self.readings())
        with writing(self._engine, self.path) as connection:
            new = unseen(logged, held_decisions(connection))
            add_decisions(connection, new)
        return len(new)

    def decisions(self) -> tuple[Decision, ...]:
        """Give all decisions, in the order in which they were added."""
        with reading(self._engine, self.path) as connection:
            return held_decisions(connection)

    def grade(self, document_sha: str, grade: Grade) -> None:
        """Grade a document; earlier grades stay on record.

        Raises
        ------
        DossierError
            If no such document was read.
        """
        table = schema.DOCUMENTS.c
        known = select(table.id).where(table.sha256 == document_sha)
        row = {"document": document_sha, "record": dumped(grade)}
        with writing(self._engine, self.path) as connection:
            if connection.scalar(known.limit(1)) is None:
                raise DossierError(f"{self.path}: no document {document_sha[:12]} was read")
            connection.execute(insert(schema.GRADES), row)
            note(connection, "grade", document_sha, grade.by)

    def grades(self) -> dict[str, Grade]:
        """Give the latest grade of each document that has one, by the hash of its text."""
        table = schema.GRADES.c
        with reading(self._engine, self.path) as connection:
            rows = connection.execute(select(table.document, table.record).order_by(table.id))
            return {row.document: loaded(Grade, row.record) for row in rows}

    def search(self, query: str, limit: int = 20) -> list[Hit]:
        """Find statements and lines of documents that hold words, the best match first.

        All words have to occur, whatever their endings; words within quotation marks have to
        follow each other. No sign has a meaning of its own. Statements that a later reading
        left out are not found.
        """
        with reading(self._engine, self.path) as connection:
            return matches(connection, query, limit)

    def audit(self) -> tuple[Entry, ...]:
        """Give the log of everything that was added, oldest first."""
        table = schema.AUDIT
        with reading(self._engine, self.path) as connection:
            rows = connection.execute(select(table).order_by(table.c.id)).all()
        return tuple(Entry(row.at, row.action, row.subject, unpacked(row.by)) for row in rows)
