"""What has moved since a day? The acts that are shown to be of that day or later."""

from collections.abc import Iterator
from dataclasses import dataclass

from tracktwo.ledger.entry import Entry
from tracktwo.ledger.ledger import Ledger
from tracktwo.ledger.move import Move
from tracktwo.ledger.when import span


@dataclass(frozen=True, slots=True)
class Moved:
    """A move and the demand that it moved.

    `dated` is False where the source does not say when, and only its own day is of the time
    asked for.
    """

    entry: Entry
    move: Move
    dated: bool


def moved(ledger: Ledger, since: str = "") -> Iterator[Moved]:
    """Give what moved since a day, demand by demand, each by time.

    A retelling is no move. An act counts where its earliest day is not before that day; one
    that its source does not date where the source itself is of that day or later.

    Parameters
    ----------
    ledger : Ledger
        The demands.
    since : str
        An ISO date, a month or a year ("2024": from its first day); "" for all time.
    """
    start = span(since).first
    for entry in ledger.entries:
        for move in entry.moves:
            when = move.telling.when
            dated = bool(when.first)
            if "retold" not in move.kinds and (when.first if dated else when.last) >= start:
                yield Moved(entry, move, dated)
