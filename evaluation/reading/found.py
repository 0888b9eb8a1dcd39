"""What did a reader find, as far as the score asks, with its offsets moved to the gold text?"""

from collections.abc import Callable
from dataclasses import dataclass

from evaluation.reading.gold import Hull
from tracktwo.documents.align import aligned
from tracktwo.documents.document import Document
from tracktwo.reading.reading import Reading
from tracktwo.reading.statement import Statement

Move = Callable[[int, int], Hull]


@dataclass(frozen=True, slots=True)
class FoundStatement:
    """A statement as a reader gave it: names as it wrote them, ``None`` for the author."""

    hull: Hull
    speaker: str | None
    act: str
    chain_length: int
    addressees: tuple[str, ...]
    negated: bool
    conditional: bool
    demand: str


@dataclass(frozen=True, slots=True)
class Found:
    """A reading: its core statements and its turns (place and name of the speaker)."""

    statements: tuple[FoundStatement, ...]
    turns: tuple[tuple[Hull, str], ...]


def found(document: Document, reading: Reading, gold_text: str) -> Found:
    """Put a reading as the score takes it. What it calls background is left out."""
    move = mover(document.text, gold_text)
    asked = {each: demand.id for demand in reading.demands for each in demand.statements}
    return Found(
        tuple(_statement(each, asked, move) for each in reading.statements if each.core),
        tuple((move(each.span.start, each.span.end), each.speaker) for each in reading.turns),
    )


def _statement(statement: Statement, asked: dict[str, str], move: Move) -> FoundStatement:
    return FoundStatement(
        hull=move(statement.hull.start, statement.hull.end),
        speaker=statement.speaker.name if statement.speaker else None,
        act=statement.act,
        chain_length=len(statement.chain),
        addressees=statement.addressees,
        negated=statement.negated,
        conditional=statement.condition is not None,
        demand=statement.demand or asked.get(statement.id, ""),
    )


def mover(ours: str, gold: str) -> Move:
    """Give the way from places of our text to those of the gold text.

    The same text keeps its places. Otherwise words that occur there once are found by searching,
    and the rest by aligning the two texts word by word.
    """
    if ours == gold:
        return lambda start, end: (start, end)
    ties = aligned(ours, gold)

    def move(start: int, end: int) -> Hull:
        words = ours[start:end]
        if words.strip() and gold.count(words) == 1:
            return gold.index(words), gold.index(words) + len(words)
        return ties.span(start, end)

    return move
