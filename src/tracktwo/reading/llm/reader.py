"""How does a language model read a document? Passage by passage, and only what it can quote."""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from tracktwo.actors.registry import Registry, default_registry
from tracktwo.documents.document import Document
from tracktwo.errors import AnswerError, EndpointError
from tracktwo.reading.demands import demands
from tracktwo.reading.llm.patience import patiently
from tracktwo.reading.llm.people import People
from tracktwo.reading.llm.prompt import PROMPT_HASH, Message, messages
from tracktwo.reading.llm.quoting import Quotable
from tracktwo.reading.llm.said import said_in
from tracktwo.reading.llm.stretches import AskedStretch, stretches
from tracktwo.reading.llm.taken import Hearing, taken
from tracktwo.reading.llm.tally import Tally
from tracktwo.reading.reading import Reading, Turn, check_spans
from tracktwo.reading.statement import Statement

Watch = Callable[[tuple[AskedStretch, ...]], Iterable[AskedStretch]]

LONGEST: Final = 20_000
"""Characters of a passage that is asked about; a longer one is told and left out."""

ENOUGH_SILENCE: Final = 3
"""After so many passages in a row without an answer, no more are asked about."""


@dataclass(frozen=True, slots=True)
class Model:
    """A language model that can be asked.

    Attributes
    ----------
    name : str
        As its address knows it.
    ask : callable
        Gives its answer to messages, or raises `AnswerError` or `EndpointError`.
    pause : callable
        Waits for some seconds between two tries.
    """

    name: str
    ask: Callable[[list[Message]], str]
    pause: Callable[[float], None] = time.sleep

    @property
    def reader(self) -> str:
        """The name of the reader that the model is: with the hash of what it is asked."""
        return f"llm:{self.name}@{PROMPT_HASH}"


def read(
    document: Document, model: Model, registry: Registry | None = None, watch: Watch = iter
) -> Reading:
    """Read a document by asking a language model about each of its passages.

    The model only quotes. A statement is kept where its words, and those by which its speaker
    is named, stand in the passage; a cue, condition, addressee or word of firmness that does
    not is left out of its statement. What was refused is counted in the notes.

    Parameters
    ----------
    document : Document
        In any language that the model reads.
    model : Model
        Whom to ask.
    registry : Registry, optional
        Known actors; that which ships with the program where none is given.
    watch : callable
        Passes the passages on, and may show how far the work is.

    Returns
    -------
    Reading
        With statements, demands and turns. Every span obeys the span law. Passages without an
        answer are counted in its notes, of which there are none where all went well.

    Raises
    ------
    EndpointError
        If the address refuses to be asked before any passage was answered.
    """
    talk = _Talk(document, model, People(document, registry or default_registry()))
    asked = stretches(document.text)
    found: dict[str, Statement] = {}
    for stretch in watch(asked):
        for each in talk.about(stretch):
            found.setdefault(each.id, each)
    ordered = sorted(found.values(), key=lambda each: each.hull)
    statements, raised = demands(ordered, talk.people.side, {})
    reading = Reading(
        document=document.sha256,
        reader=model.reader,
        statements=statements,
        turns=tuple(_turns(asked, talk.people)),
        demands=raised,
        actors=talk.people.named(statements),
        notes=talk.tally.notes(len(asked)),
    )
    check_spans(document, reading)
    return reading


@dataclass(slots=True)
class _Talk:
    """The asking about one document: who came up so far, and what went wrong."""

    document: Document
    model: Model
    people: People
    tally: Tally = field(default_factory=Tally)

    def about(self, stretch: AskedStretch) -> tuple[Statement, ...]:
        """Ask about one passage, and give what the answer quotes of it."""
        passage = self.document.quote(stretch.span)
        if self.tally.stopped or self.tally.silence >= ENOUGH_SILENCE:
            self.tally.left += 1
        elif len(passage) > LONGEST:
            self.tally.too_long += 1
        else:
            return self._asked(stretch, passage)
        return ()

    def _asked(self, stretch: AskedStretch, passage: str) -> tuple[Statement, ...]:
        turn_of = self.people.label(stretch.turn) if stretch.turn else None
        asking = messages(passage, self.people.names(), turn_of.name if turn_of else "")
        try:
            said, odd = patiently(lambda: said_in(self.model.ask(asking)), self.model.pause)
        except AnswerError as error:
            self.tally.unanswered(str(error))
            return ()
        except EndpointError as error:
            if not self.tally.answered:
                raise
            self.tally.stop(str(error))
            return ()
        self.tally.heard(odd)
        place = Quotable(self.document.text, stretch.span)
        hearing = Hearing(self.document, place, self.model.reader, turn_of)
        return taken(said, hearing, self.people, self.tally)


def _turns(asked: Iterable[AskedStretch], people: People) -> Iterator[Turn]:
    for stretch in asked:
        if stretch.turn is not None:
            actor = people.label(stretch.turn)
            yield Turn(actor.name, actor.id, stretch.turn.span)
