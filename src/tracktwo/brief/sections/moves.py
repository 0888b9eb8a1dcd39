"""Which demands have moved, from which words to which?"""

from collections.abc import Iterator

from tracktwo.brief.blocks import Cell, Column, Row, Table
from tracktwo.brief.cells import said, words
from tracktwo.brief.ground import Ground
from tracktwo.brief.ledger import Entry
from tracktwo.brief.lists import figured
from tracktwo.brief.moving import dated, done, explained
from tracktwo.ledger.move import Kind, Move
from tracktwo.ledger.telling import Telling

_SHIFTS: frozenset[Kind] = frozenset({"narrowed", "widened", "softened", "hardened", "withdrawn"})


def moves(ground: Ground) -> Iterator[Table]:
    """Give the table of demands that were narrowed, widened, softened, hardened or withdrawn.

    None where no demand was. A telling of which nothing shows that it is a later act is left
    out.
    """
    found = [
        (entry, move)
        for entry in ground.ledger.entries
        for move in entry.moves
        if _SHIFTS & {*move.kinds}
    ]
    if found:
        yield Table(
            "moves",
            f"What moved: {figured(len(found), 'change')}",
            "Both passages and what differs between them. An order that neither dates nor words "
            "show is not claimed.",
            (
                Column("No."),
                Column("What"),
                Column("When"),
                Column("Was", "quote"),
                Column("Is", "quote"),
                Column("Differs"),
            ),
            tuple(_row(ground, entry, move) for entry, move in found),
            kind="claim",
        )


def _row(ground: Ground, entry: Entry, move: Move) -> Row:
    return Row(
        (
            words(str(entry.number)),
            words(done(move)),
            words(dated(move.telling)),
            _passage(ground, move.before) if move.before else Cell(),
            _passage(ground, move.telling),
            words(explained(move)),
        )
    )


def _passage(ground: Ground, telling: Telling) -> Cell:
    return said(ground.citations[ground.citations.numbers[telling.statement.id]])
