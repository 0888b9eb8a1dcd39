"""Where do these words stand in a dossier? Passages and statements, best match first."""

import re
from dataclasses import dataclass

from sqlalchemy import Connection, text

from tracktwo.documents.document import Document, Span
from tracktwo.reading.statement import Statement

_LINE = re.compile(r"[^\n]*\S[^\n]*")

# Index entries of readings that a later reading has replaced are passed over.
_BEST = text(
    """
    SELECT passages.document, passages.start, passages."end", passages.statement
    FROM passage_words JOIN passages ON passages.id = passage_words.rowid
    WHERE passage_words MATCH :query
      AND (passages.reading IS NULL
           OR passages.reading IN (SELECT max(id) FROM readings GROUP BY document, reader))
    ORDER BY bm25(passage_words), passages.id
    LIMIT :limit
    """
)


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that was found: a statement by its id, or a line of a document ("").

    ``document.quote(span)`` gives the words.
    """

    document: str
    span: Span
    statement: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words to be found, where they stand, and the statement that they are, if any."""

    words: str
    span: Span
    statement: str = ""


def passages_of(document: Document) -> list[Passage]:
    """Give the lines of a document that hold anything."""
    lines = _LINE.finditer(document.text)
    return [Passage(line.group(), Span(*line.span())) for line in lines]


def passage_of(statement: Statement) -> Passage:
    """Give the passage that a statement is."""
    return Passage(statement.quote, statement.hull, statement.id)


def as_match(query: str) -> str:
    """Write what a user asks for as an FTS5 query that cannot be anything but words.

    All words have to occur, in any order and in any of their English endings; words within
    quotation marks have to follow each other. Signs are passed over. "" when there is no word.

    >>> as_match('missiles "outside its borders" OR (near')
    '"missiles" "outside its borders" "OR" "near"'
    """
    groups = re.findall(r'["“”]([^"“”]*)["“”]|([^\s"“”]+)', query)
    phrases = (re.findall(r"[^\W_]+", quoted or word) for quoted, word in groups)
    return " ".join(f'"{" ".join(words)}"' for words in phrases if words)


def searchable(words: str) -> str:
    """Put a blank sign for what the index cannot hold: lone surrogates and NUL."""
    return words.encode("utf-8", "replace").decode("utf-8").replace("\0", " ")


def matches(connection: Connection, query: str, limit: int) -> list[Hit]:
    """Give the best matches, the better first; of equals the one that was stored first."""
    match = as_match(query)
    if not match:
        return []
    rows = connection.execute(_BEST, {"query": searchable(match), "limit": limit})
    return [Hit(row[0], Span(row[1], row[2]), row[3] or "") for row in rows]
