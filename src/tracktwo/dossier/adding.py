"""How does something come into the store? Each function adds rows within an open transaction."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import Connection, Table, func, insert, select, text

from tracktwo.documents.document import Document, Original
from tracktwo.dossier import schema
from tracktwo.dossier.record import dumped, fingerprint, packed
from tracktwo.dossier.search import Passage, passage_of, passages_of, searchable
from tracktwo.reading.decision import Decision
from tracktwo.reading.reading import Reading

_NO_ORIGINAL = Original("", "", "")


def add_document(connection: Connection, document: Document) -> bool:
    """Add a document, unless it is the current one of its text and name.

    Returns
    -------
    bool
        Whether it was added.
    """
    original = dumped(document.original)
    record = dumped(replace(document, original=_NO_ORIGINAL))
    mark = fingerprint(original, record)
    table = schema.DOCUMENTS.c
    name = packed(document.name)
    latest = select(table.fingerprint).where(table.sha256 == document.sha256, table.name == name)
    if connection.scalar(latest.order_by(table.id.desc()).limit(1)) == mark:
        return False
    known = select(table.id).where(table.sha256 == document.sha256).limit(1)
    first = connection.scalar(known) is None
    row = {
        "sha256": document.sha256,
        "name": name,
        "original": _original_id(connection, original),
        "fingerprint": mark,
        "record": record,
    }
    connection.execute(insert(schema.DOCUMENTS), row)
    if first:
        _index(connection, document.sha256, None, passages_of(document))
    return True


def _original_id(connection: Connection, record: bytes) -> int:
    """Give the number of what arrived; it is added when it is not there yet."""
    mark = fingerprint(record)
    known = select(schema.ORIGINALS.c.id).where(schema.ORIGINALS.c.fingerprint == mark)
    key: int | None = connection.scalar(known)
    row = {"fingerprint": mark, "record": record}
    return _new_id(connection, schema.ORIGINALS, row) if key is None else key


def add_reading(connection: Connection, found: Reading) -> bool:
    """Add a reading with its statements and demands, unless it is its reader's current one.

    Returns
    -------
    bool
        Whether it was added.
    """
    mark = fingerprint(dumped(found))
    table = schema.READINGS.c
    latest = select(table.fingerprint).where(
        table.document == found.document, table.reader == found.reader
    )
    if connection.scalar(latest.order_by(table.id.desc()).limit(1)) == mark:
        return False
    head = {
        "document": found.document,
        "reader": found.reader,
        "fingerprint": mark,
        "record": dumped(replace(found, statements=(), demands=())),
    }
    key = _new_id(connection, schema.READINGS, head)
    _insert_all(
        connection,
        schema.STATEMENTS,
        [
            {"reading": key, "statement": each.id, "act": each.act, "record": dumped(each)}
            for each in found.statements
        ],
    )
    _insert_all(
        connection,
        schema.DEMANDS,
        [{"reading": key, "demand": each.id, "record": dumped(each)} for each in found.demands],
    )
    _index(connection, found.document, key, [passage_of(each) for each in found.statements])
    return True


def _index(
    connection: Connection, document: str, key: int | None, passages: Sequence[Passage]
) -> None:
    """Add passages, and their words to the full-text index under the same numbers."""
    first = (connection.scalar(select(func.max(schema.PASSAGES.c.id))) or 0) + 1
    numbered = list(enumerate(passages, start=first))
    _insert_all(
        connection,
        schema.PASSAGES,
        [
            {
                "id": number,
                "document": document,
                "reading": key,
                "statement": each.statement or None,
                "start": each.span.start,
                "end": each.span.end,
            }
            for number, each in numbered
        ],
    )
    words = [{"number": number, "words": searchable(each.words)} for number, each in numbered]
    if words:
        into = f"INSERT INTO {schema.SEARCH_TABLE} (rowid, words) VALUES (:number, :words)"  # noqa: S608 - our own name
        connection.execute(text(into), words)


def add_decisions(connection: Connection, decisions: Iterable[Decision]) -> None:
    """Add decisions to the end of the log, whatever it holds."""
    for decision in decisions:
        row = {"statement": decision.statement, "record": dumped(decision)}
        connection.execute(insert(schema.DECISIONS), row)
        note(connection, decision.verdict, decision.statement, decision.by)


def note(connection: Connection, action: str, subject: str, by: str) -> None:
    """Add a line to the audit log, with the time of this machine."""
    at = datetime.now(UTC).isoformat(timespec="seconds")
    row = {"at": at, "action": action, "subject": subject, "by": packed(by)}
    connection.execute(insert(schema.AUDIT), row)


def _new_id(connection: Connection, table: Table, row: Mapping[str, object]) -> int:
    return int(connection.execute(insert(table).returning(table.c.id), row).scalar_one())


def _insert_all(connection: Connection, table: Table, rows: Sequence[Mapping[str, object]]) -> None:
    if rows:
        connection.execute(insert(table), rows)
