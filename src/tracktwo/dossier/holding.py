"""What does the store hold? Each function reads records back within an open connection."""

from dataclasses import replace
from typing import TypeVar

from sqlalchemy import Connection, Table, select

from tracktwo.documents.document import Document, Original
from tracktwo.dossier import schema
from tracktwo.dossier.record import loaded
from tracktwo.reading.decision import Decision
from tracktwo.reading.reading import Demand, Reading
from tracktwo.reading.statement import Statement

_Part = TypeVar("_Part")


def held_documents(connection: Connection, sha256: str = "") -> tuple[Document, ...]:
    """Give the current document of each text and name, in the order of first arrival.

    With the hash of a text, only those of that text.
    """
    table, originals = schema.DOCUMENTS.c, schema.ORIGINALS.c
    every = select(table.record, originals.record.label("arrived")).join(schema.ORIGINALS)
    wanted = every.where(table.sha256 == sha256) if sha256 else every
    rows = connection.execute(wanted.order_by(table.id))
    latest: dict[tuple[str, str], Document] = {}
    for row in rows:
        bare = loaded(Document, row.record)
        document = replace(bare, original=loaded(Original, row.arrived))
        latest[bare.sha256, bare.name] = document
    return tuple(latest.values())


def held_reading(connection: Connection, document: str, reader: str) -> Reading | None:
    """Give a reader's current reading of a text, None where it has none."""
    table = schema.READINGS.c
    current = select(table.id, table.record).where(
        table.document == document, table.reader == reader
    )
    row = connection.execute(current.order_by(table.id.desc()).limit(1)).first()
    if row is None:
        return None
    return replace(
        loaded(Reading, row.record),
        statements=_parts(connection, schema.STATEMENTS, row.id, Statement),
        demands=_parts(connection, schema.DEMANDS, row.id, Demand),
    )


def _parts(connection: Connection, table: Table, key: int, kind: type[_Part]) -> tuple[_Part, ...]:
    rows = select(table.c.record).where(table.c.reading == key).order_by(table.c.id)
    return tuple(loaded(kind, record) for record in connection.scalars(rows))


def held_decisions(connection: Connection) -> tuple[Decision, ...]:
    """Give the log of decisions in the order in which they were added."""
    table = schema.DECISIONS.c
    records = connection.scalars(select(table.record).order_by(table.id))
    return tuple(loaded(Decision, record) for record in records)
