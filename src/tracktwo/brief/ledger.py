"""Which demands do the sources hold, as a brief cites them: who repeats them, what was answered?"""

from collections.abc import Iterable
from dataclasses import dataclass

from tracktwo.brief import naming
from tracktwo.brief.citation import Citation
from tracktwo.brief.citations import Citations
from tracktwo.brief.sides import Side, Sides, folded
from tracktwo.ledger.difference import Difference, difference
from tracktwo.ledger.entry import Entry as Kept
from tracktwo.ledger.ledger import keep
from tracktwo.ledger.move import Move
from tracktwo.ledger.telling import Telling as Passage
from tracktwo.reading.reading import Reading
from tracktwo.reading.statement import Statement

_NO_PARTY = "by: "


@dataclass(frozen=True, slots=True)
class Speaking:
    """The parties of a brief, as the ledger asks for them; whoever is of none is one alone."""

    sides: Sides

    def speaking(self, statement: Statement) -> str:
        """Give the id of the party for which a statement's speaker speaks."""
        side = self.sides.of(statement)
        if side is not None:
            return side.id
        return _NO_PARTY + folded(statement.speaker.name) if statement.speaker else ""

    def addressed(self, statement: Statement) -> tuple[str, ...]:
        """Give the ids of the parties to whom a statement is addressed."""
        return tuple(side.id for side in self.sides.addressed(statement))

    def name(self, party: str) -> str:
        """Give the name of a party, "" for one that is none."""
        side = self.sides.by_actor.get(party)
        return side.name if side is not None else ""

    def place(self, party: str) -> int:
        """Give the place of a party."""
        side = self.sides.by_actor.get(party)
        return side.place if side is not None else len(self.sides.parties)


@dataclass(frozen=True, slots=True)
class Telling:
    """A repeat of a demand: what it leaves out, what it adds, and whether it is elsewhere."""

    citation: Citation
    dropped: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A demand, as the first source raises it, with its repeats and replies.

    Attributes
    ----------
    number : int
        Its place in the ledger, from 1.
    demander : str
        Name of whoever demands.
    side : Side or None
        The party for which that is.
    first : Citation
        The statement that raises it.
    repeats : tuple of Telling
    replies : tuple of Citation
        Statements by a party of whom it is demanded that accept or reject it.
    described : tuple of Citation
        Statements that call the demands of this party firm or not negotiable.
    standing : str
        "rejected", "accepted", "accepted and rejected", "withdrawn" or "no reply".
    moves : tuple of Move
        What became of it, by time.
    """

    number: int
    demander: str
    side: Side | None
    first: Citation
    repeats: tuple[Telling, ...] = ()
    replies: tuple[Citation, ...] = ()
    described: tuple[Citation, ...] = ()
    standing: str = "no reply"
    moves: tuple[Move, ...] = ()

    @property
    def tellings(self) -> tuple[Citation, ...]:
        """The first statement and its repeats."""
        return (self.first, *(repeat.citation for repeat in self.repeats))


@dataclass(frozen=True, slots=True)
class Ledger:
    """All demands in order, and the demanding statements that belong to none of them."""

    entries: tuple[Entry, ...]
    loose: tuple[Citation, ...]

    def by_demander(self) -> tuple[tuple[Entry, ...], ...]:
        """Group the entries by party, or by demander where there is none."""
        groups: dict[str, list[Entry]] = {}
        for entry in self.entries:
            groups.setdefault(entry.side.id if entry.side else entry.demander, []).append(entry)
        return tuple(tuple(group) for group in groups.values())


def keep_ledger(readings: Iterable[Reading], citations: Citations, sides: Sides) -> Ledger:
    """Draw up the ledger of `tracktwo.ledger`, with the numbers by which a brief cites.

    What was struck out on review stands nowhere in it.
    """
    documents = list({row.document.sha256: row.document for row in citations.rows}.values())
    struck = {row.id for row in citations.rows if row.rejected}
    kept = keep(documents, readings, Speaking(sides), struck)
    return Ledger(
        tuple(_entry(each, citations, sides) for each in kept.entries),
        tuple(_cited(each, citations) for each in kept.loose),
    )


def _entry(kept: Kept, citations: Citations, sides: Sides) -> Entry:
    first = _cited(kept.first, citations)
    side = sides.of(kept.first.statement)
    return Entry(
        number=kept.number,
        demander=naming.speaker(first),
        side=side,
        first=first,
        repeats=tuple(_telling(kept.first, each, citations) for each in kept.tellings[1:]),
        replies=tuple(_cited(each, citations) for each in kept.replies),
        described=tuple(_cited(each, citations) for each in kept.described),
        standing=kept.standing,
        moves=kept.moves,
    )


def _telling(first: Passage, later: Passage, citations: Citations) -> Telling:
    found: Difference = difference(first, later)
    elsewhere = first.document.sha256 != later.document.sha256
    return Telling(_cited(later, citations), found.dropped, found.added, elsewhere)


def _cited(passage: Passage, citations: Citations) -> Citation:
    return citations[citations.numbers[passage.statement.id]]
