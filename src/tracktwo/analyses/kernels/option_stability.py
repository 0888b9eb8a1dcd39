"""Nash, GMR, SMR and SEQ in option form, for all states at once."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from tracktwo.analyses.kernels.option_blocks import (
    NEVER,
    Bits,
    Values,
    greatest_ahead,
    least_in_sight,
)
from tracktwo.analyses.kernels.option_improvements import Ladder, ladder, least_by_improving
from tracktwo.errors import ArrayError

Stable: TypeAlias = dict[str, NDArray[np.bool_]]
CONCEPTS = ("nash", "gmr", "smr", "seq", "sseq")
_LARGE = 1 << 14  # codes from which threads pay


def option_stability(
    worth: Values,
    movers: Sequence[Bits],
    possible: NDArray[np.bool_] | None = None,
    concepts: Sequence[str] = CONCEPTS[:4],
    threads: int = 2,
) -> Stable:
    """Mark the stable codes of every party under every concept.

    With g the least value that the opponents can force from a code (for the symmetric concepts:
    the least that the party can then not escape), a code is unstable when somewhere in its block
    min(value, g) exceeds its own value: so each concept is a minimum over sequences and then a
    maximum over blocks.

    Parameters
    ----------
    worth : int32, shape (n_parties, 2^m)
        Worth of each code to each party, 0 or more; the higher the better.
    movers : sequence of Bits, one per party
        What each may change.
    possible : bool, shape (2^m,), or None
        Codes that are states; None for all.
    concepts : sequence of str
        Of `CONCEPTS`.
    threads : int
        How many parties are worked on at a time. The result does not depend on it.

    Returns
    -------
    dict of concept to bool, shape (n_parties, 2^m)
        False for impossible codes.

    Raises
    ------
    ArrayError
        If `worth` is of another shape or type.

    Notes
    -----
    O(k² N) and one sort where sequences of improvements are short; memory about
    4 (4 + k) N bytes for each thread and 9 N for each party.

    Examples
    --------
    >>> dilemma = np.array([[1, 0, 3, 2], [1, 3, 0, 2]], dtype=np.int32)
    >>> found = option_stability(dilemma, [Bits(free=0b01), Bits(free=0b10)])
    >>> {concept: np.flatnonzero(marks.all(axis=0)).tolist() for concept, marks in found.items()}
    {'nash': [0], 'gmr': [0, 3], 'smr': [0, 3], 'seq': [0, 3]}
    """
    if worth.ndim != 2 or worth.dtype != np.int32 or len(worth) != len(movers):
        raise ArrayError(
            f"worth must be int32 of shape ({len(movers)}, 2^m), got {worth.dtype} of shape "
            f"{worth.shape}"
        )
    improving = any(concept in ("seq", "sseq") for concept in concepts)
    ladders = ladders_of(worth, movers, possible, threads) if improving and len(movers) > 1 else []
    marks = {concept: np.zeros(worth.shape, dtype=np.bool_) for concept in concepts}

    def fill(party: int) -> None:
        others = [other for other in range(len(movers)) if other != party]
        steps = [ladders[other] for other in others] if ladders else []
        focal = Side(
            worth[party], movers[party], [movers[each] for each in others], steps, possible
        )
        for concept in concepts:
            marks[concept][party] = focal.stable(concept)

    _each(fill, len(movers), threads if worth.shape[1] >= _LARGE else 1)
    return marks


def _each(work: Callable[[int], None], count: int, threads: int) -> None:
    if threads <= 1 or count <= 1:
        for number in range(count):
            work(number)
        return
    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(work, range(count)))


def ladders_of(
    worth: Values, movers: Sequence[Bits], possible: NDArray[np.bool_] | None, threads: int = 1
) -> list[Ladder]:
    """Sort the blocks of every mover; impossible codes come last."""

    def make(party: int) -> Ladder:
        values = worth[party] if possible is None else np.where(possible, worth[party], -1)
        return ladder(values.astype(np.int32, copy=False), movers[party])

    if threads <= 1 or worth.shape[1] < _LARGE:
        return [make(party) for party in range(len(movers))]
    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(make, range(len(movers))))


class Side:
    """One party's side: its values, its opponents, and what they can force.

    Parameters
    ----------
    value : int32, shape (2^m,) or (n, 2^m)
        Worth of each code to the party; several rows are several rankings of it.
    own : Bits
        What it may change.
    others : sequence of Bits
        What each opponent may change.
    ladders : sequence of Ladder
        Each opponent's; empty where no concept asks for improvements.
    possible : bool, shape (2^m,), or None
        Codes that are states.
    """

    def __init__(
        self,
        value: Values,
        own: Bits,
        others: Sequence[Bits],
        ladders: Sequence[Ladder],
        possible: NDArray[np.bool_] | None,
    ) -> None:
        self.value, self.own, self.possible = value, own, possible
        self.others, self.ladders = others, ladders
        self.forcing = {
            "gmr": partial(least_in_sight, movers=others),
            "seq": partial(least_by_improving, movers=ladders),
        }

    def stable(self, concept: str) -> NDArray[np.bool_]:
        """Mark the stable codes, in the shape of the values."""
        reached = self.value
        if concept != "nash":
            escape = self._best_from_here() if concept in ("smr", "sseq") else self.value
            least = self.forcing["seq" if concept in ("seq", "sseq") else "gmr"](
                self._or(escape, NEVER), possible=self.possible
            )
            reached = np.minimum(self.value, least)
        best = greatest_ahead(self._or(reached, np.int32(-1)), self.own)
        found = best <= self.value
        return found if self.possible is None else found & self.possible

    def _best_from_here(self) -> Values:
        return greatest_ahead(self._or(self.value, np.int32(-1)), self.own)

    def _or(self, values: Values, other: np.int32) -> Values:
        """Give values, and another one where the code is impossible."""
        return values if self.possible is None else np.where(self.possible, values, other)
