"""What does a dossier hold? Its tables, as the newest migration leaves them.

Each row keeps its whole record as bytes (`record.dumped`), which is what is read back; the
columns beside it are for looking things up. Rows are only ever added: triggers refuse changes.
What is current is the newest row.
"""

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
)

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
    }
)

HEAD = "0001"  # the newest migration that this program knows
SEARCH_TABLE = "passage_words"  # full-text index over `passages`, kept outside of METADATA

ORIGINALS = Table(
    "originals",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("fingerprint", String, nullable=False, unique=True),
    Column("record", LargeBinary, nullable=False),
)

DOCUMENTS = Table(
    "documents",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("sha256", String, nullable=False, index=True),
    Column("name", LargeBinary, nullable=False),
    Column("original", ForeignKey("originals.id"), nullable=False),
    Column("fingerprint", String, nullable=False),
    Column("record", LargeBinary, nullable=False),
)

READINGS = Table(
    "readings",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("document", String, nullable=False),
    Column("reader", String, nullable=False),
    Column("fingerprint", String, nullable=False),
    Column("record", LargeBinary, nullable=False),
    Index(None, "document", "reader"),
)

STATEMENTS = Table(
    "statements",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("reading", ForeignKey("readings.id"), nullable=False, index=True),
    Column("statement", String, nullable=False, index=True),
    Column("act", String, nullable=False),
    Column("record", LargeBinary, nullable=False),
)

DEMANDS = Table(
    "demands",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("reading", ForeignKey("readings.id"), nullable=False, index=True),
    Column("demand", String, nullable=False, index=True),
    Column("record", LargeBinary, nullable=False),
)

PASSAGES = Table(
    "passages",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("document", String, nullable=False, index=True),
    Column("reading", ForeignKey("readings.id"), nullable=True),
    Column("statement", String, nullable=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
)

DECISIONS = Table(
    "decisions",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("statement", String, nullable=False, index=True),
    Column("record", LargeBinary, nullable=False),
)

GRADES = Table(
    "grades",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("document", String, nullable=False, index=True),
    Column("record", LargeBinary, nullable=False),
)

AUDIT = Table(
    "audit",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("at", String, nullable=False),
    Column("action", String, nullable=False),
    Column("subject", String, nullable=False),
    Column("by", LargeBinary, nullable=False),
)
