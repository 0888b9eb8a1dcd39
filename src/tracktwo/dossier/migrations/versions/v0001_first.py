"""The first schema: documents, readings, decisions, grades, full-text search.

Revision ID: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TABLES = (
    "originals",
    "documents",
    "readings",
    "statements",
    "demands",
    "passages",
    "decisions",
    "grades",
    "audit",
)


def upgrade() -> None:
    """Make the tables, the full-text index, and the triggers that refuse any change."""
    _make_documents()
    _make_readings()
    _make_decisions()
    op.execute(
        "CREATE VIRTUAL TABLE passage_words USING fts5("
        "words, content='', tokenize='porter unicode61 remove_diacritics 2')"
    )
    for table in TABLES:
        for action in ("update", "delete"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{action} BEFORE {action.upper()} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} are only ever added to'); END"
            )


def downgrade() -> None:
    """Take everything down; triggers and indices go with their tables."""
    op.execute("DROP TABLE passage_words")
    for table in reversed(TABLES):
        op.drop_table(table)


def _make_documents() -> None:
    op.create_table(
        "originals",
        _id(),
        _text("fingerprint"),
        _bytes("record"),
        sa.UniqueConstraint("fingerprint", name="uq_originals_fingerprint"),
    )
    op.create_table(
        "documents",
        _id(),
        _text("sha256"),
        _bytes("name"),
        _link("documents", "original", "originals.id"),
        _text("fingerprint"),
        _bytes("record"),
    )
    op.create_index("ix_documents_sha256", "documents", ["sha256"])


def _make_readings() -> None:
    op.create_table(
        "readings",
        _id(),
        _text("document"),
        _text("reader"),
        _text("fingerprint"),
        _bytes("record"),
    )
    op.create_index("ix_readings_document_reader", "readings", ["document", "reader"])
    for table, column, extra in (
        ("statements", "statement", ["act"]),
        ("demands", "demand", []),
    ):
        op.create_table(
            table,
            _id(),
            _link(table, "reading", "readings.id"),
            _text(column),
            *(_text(each) for each in extra),
            _bytes("record"),
        )
        op.create_index(f"ix_{table}_reading", table, ["reading"])
        op.create_index(f"ix_{table}_{column}", table, [column])
    op.create_table(
        "passages",
        _id(),
        _text("document"),
        _link("passages", "reading", "readings.id", nullable=True),
        sa.Column("statement", sa.String(), nullable=True),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
    )
    op.create_index("ix_passages_document", "passages", ["document"])


def _make_decisions() -> None:
    for table, column in (("decisions", "statement"), ("grades", "document")):
        op.create_table(table, _id(), _text(column), _bytes("record"))
        op.create_index(f"ix_{table}_{column}", table, [column])
    op.create_table("audit", _id(), _text("at"), _text("action"), _text("subject"), _bytes("by"))


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer(), primary_key=True)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False)


def _bytes(name: str) -> sa.Column[bytes]:
    return sa.Column(name, sa.LargeBinary(), nullable=False)


def _link(table: str, name: str, target: str, *, nullable: bool = False) -> sa.Column[int]:
    key = sa.ForeignKey(target, name=f"fk_{table}_{name}")
    return sa.Column(name, sa.Integer(), key, nullable=nullable)
