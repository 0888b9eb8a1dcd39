"""Rules and refused combinations that reach across blocks, followed from block to block."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tracktwo.errors import SettlementError

FIRST_BIT = 30  # below are the parties
_LAST_BIT = 61


@dataclass(frozen=True, slots=True)
class Tie:
    """A rule, or a refused combination, on issues of several blocks.

    What has failed so far is carried along as bits beside the parties that refuse: a rule is
    broken where none of its `if` fails and something of its `then` does; a combination is there
    where nothing of it fails.

    Attributes
    ----------
    line : int or None
        The number of the red line; None for a rule.
    first, last : int
        The blocks between which it is open.
    failed : int
        The bit that says that something of the `if`, or of the combination, fails.
    then_failed : int
        For a rule, the bit that says that something of the `then` fails.
    """

    line: int | None
    first: int
    last: int
    failed: int = 0
    then_failed: int = 0

    def of_rule(self, refusing: NDArray[np.int64]) -> NDArray[np.int64]:
        """Forget what of the `then` fails where the `if` does not hold."""
        if self.line is not None:
            return refusing
        settled = refusing >> self.failed & 1 == 1
        return np.where(settled, refusing & ~(1 << self.then_failed), refusing)

    def holds(self, refusing: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Mark where, at the end, the rule is broken or the combination is there."""
        held = refusing >> self.failed & 1 == 0
        if self.line is None:
            held &= refusing >> self.then_failed & 1 == 1
        return np.asarray(held, dtype=np.bool_)

    def closed(self, refusing: NDArray[np.int64]) -> NDArray[np.int64]:
        """Forget its bits."""
        bits = 1 << self.failed | (1 << self.then_failed if self.line is None else 0)
        return refusing & ~bits


def numbered(ties: Sequence[Tie]) -> tuple[Tie, ...]:
    """Give every tie bits that no other tie has while it is open.

    Raises
    ------
    SettlementError
        If more ties are open at once than there are bits.

    Examples
    --------
    >>> [tie.failed - FIRST_BIT for tie in numbered([Tie(0, 0, 1), Tie(1, 1, 2), Tie(2, 2, 4)])]
    [0, 1, 0]
    """
    free_from = dict.fromkeys(range(FIRST_BIT, _LAST_BIT + 1), -1)
    found = []
    for tie in ties:
        free = [bit for bit, last in free_from.items() if last < tie.first]
        if len(free) < 2:
            raise SettlementError(
                "rules and refused combinations tie the issues too closely to be settled: "
                f"more than {len(free_from) // 2} reach over one place in the order of the issues; "
                "put the issues that they tie next to each other, or leave some out"
            )
        bits = free[:1] if tie.line is not None else free[:2]
        free_from.update(dict.fromkeys(bits, tie.last))
        found.append(Tie(tie.line, tie.first, tie.last, bits[0], bits[-1]))
    return tuple(found)
