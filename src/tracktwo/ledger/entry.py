"""One demand over all documents: who makes it, in which passages, and what came of it."""

from dataclasses import dataclass

from tracktwo.ledger.move import Kind, Move
from tracktwo.ledger.telling import Telling


@dataclass(frozen=True, slots=True)
class Entry:
    """A demand with its history.

    Attributes
    ----------
    number : int
        Its place in the ledger, from 1.
    party, demander : str
        The party that makes it, and the name of whoever raised it.
    addressees : tuple of str
        Names of those of whom it is made, as the sources give them.
    tellings : tuple of Telling
        The passages that make, repeat or give it up: by time, then by place.
    replies : tuple of Telling
        What parties of whom it is made accept or reject, by time.
    described : tuple of Telling
        What calls the demands of this party not negotiable.
    moves : tuple of Move
        All of this, each beside the passage before it, by time.
    """

    number: int
    party: str
    demander: str
    addressees: tuple[str, ...]
    tellings: tuple[Telling, ...]
    replies: tuple[Telling, ...]
    described: tuple[Telling, ...]
    moves: tuple[Move, ...]

    @property
    def first(self) -> Telling:
        """The passage that raises it, as far as the sources show."""
        return self.tellings[0]

    @property
    def latest(self) -> Move | None:
        """The demander's latest act that is shown to come after the first; None for none."""
        own = (move for move in reversed(self.moves) if not _OTHERS & {*move.kinds})
        return next((move for move in own if "raised" not in move.kinds), None)

    @property
    def standing(self) -> str:
        """What came of it: "withdrawn", "rejected", "accepted", both, or "no reply".

        A demand that was made again after it was given up is not withdrawn.
        """
        if self.latest is not None and "withdrawn" in self.latest.kinds:
            return "withdrawn"
        kinds: set[Kind] = {kind for move in self.moves for kind in move.kinds}
        outcomes = [word for kind, word in _OUTCOMES if kind in kinds]
        return " and ".join(outcomes) or "no reply"


_OTHERS: frozenset[Kind] = frozenset({"met", "rejected", "retold"})
_OUTCOMES: tuple[tuple[Kind, str], ...] = (("met", "accepted"), ("rejected", "rejected"))
