"""What has a reader found in one document? Everything above the single statement."""

from dataclasses import dataclass

from tracktwo.actors.actor import Actor
from tracktwo.documents.document import Document, Span
from tracktwo.errors import SpanError
from tracktwo.reading.statement import Statement


@dataclass(frozen=True, slots=True)
class Turn:
    """One labelled speaker's block in an interview or transcript, label excluded."""

    speaker: str
    actor: str
    span: Span


@dataclass(frozen=True, slots=True)
class Repeat:
    """A later statement of the same demand, and what it leaves out or adds.

    `dropped` are words of the first statement that this one leaves out, as the first wrote
    them; `added` are words that only this one has.
    """

    statement: str
    dropped: tuple[str, ...] = ()
    added: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Demand:
    """Statements that ask the same thing of the same party by the same party.

    `statements` holds ids in order of place, the first raising it; `set` is the id of the
    demand set to which a list item belongs ("" for none). `replies` are ids of statements by
    others that accept or reject it, or the set to which it belongs, in order of place.
    """

    id: str
    demander: str
    addressees: tuple[str, ...]
    statements: tuple[str, ...]
    set: str = ""
    repeats: tuple[Repeat, ...] = ()
    replies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Counter:
    """A claim, the statement that contests it, and the words that set them against each other."""

    claim: str
    counter: str
    cue: Span | None = None


@dataclass(frozen=True, slots=True)
class Scenario:
    """A condition, what is said to follow, and the likelihood words used."""

    condition: Span
    outcomes: tuple[Span, ...]
    likelihood: tuple[Span, ...] = ()
    by: str = ""
    statement: str = ""


@dataclass(frozen=True, slots=True)
class Room:
    """Something that someone names as negotiable, and the limits named with it."""

    span: Span
    by: str
    limits: tuple[Span, ...] = ()
    statement: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question that the text itself asks, and the statements that answer it in a turn."""

    span: Span
    by: str
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """Something dated that happened: ``date`` to the precision that the text gives."""

    span: Span
    date: str
    date_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one reader found in one document; spans point into the document's text.

    `actors` are those that the statements name, in order of first appearance; `notes` say
    what the reader could not do ("not English: read as …").
    """

    document: str
    reader: str
    statements: tuple[Statement, ...] = ()
    turns: tuple[Turn, ...] = ()
    demands: tuple[Demand, ...] = ()
    counters: tuple[Counter, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    room: tuple[Room, ...] = ()
    questions: tuple[Question, ...] = ()
    events: tuple[Event, ...] = ()
    actors: tuple[Actor, ...] = ()
    notes: tuple[str, ...] = ()


def check_spans(document: Document, reading: Reading) -> None:
    """Hold a reading to the span law.

    Raises
    ------
    SpanError
        If the reading is of another text, or a quotation differs from its span.
    """
    if reading.document != document.sha256:
        raise SpanError(f"{document.name}: the reading is of another text")
    for statement in reading.statements:
        if document.quote(statement.hull) != statement.quote:
            raise SpanError(
                f"{document.name}: {statement.id} quotes {statement.quote[:60]!r}, but the text "
                f"at {statement.hull.start}-{statement.hull.end} reads "
                f"{document.quote(statement.hull)[:60]!r}"
            )
