"""Which equilibria are there when two neighbours of one party's ranking change places?"""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from tracktwo.analyses.kernels.option_blocks import Bits, Values
from tracktwo.analyses.kernels.option_improvements import Ladder
from tracktwo.analyses.kernels.option_stability import Side, ladders_of, option_stability

Swap: TypeAlias = tuple[int, int]
Marks: TypeAlias = dict[str, NDArray[np.bool_]]

_AT_ONCE = 64


def flipped(  # noqa: PLR0913, PLR0917 - the model, and what is asked of it
    worth: Values,
    movers: Sequence[Bits],
    possible: NDArray[np.bool_] | None,
    party: int,
    swaps: Sequence[Swap],
    concepts: Sequence[str],
) -> Iterator[tuple[int, Marks]]:
    """Solve the model anew for each swap of two states in one party's ranking.

    Only what can change is solved again: the party itself under every concept, and the others
    only where improvements of the party count and the swap changes which moves improve.

    Parameters
    ----------
    worth : int32, shape (n_parties, 2^m)
        Worth of each code to each party.
    movers, possible
        As for `option_stability`.
    party : int
        Whose ranking changes.
    swaps : sequence of (code, code)
        Each pair changes places, alone.
    concepts : sequence of str
        Of "nash", "gmr", "smr", "seq", "sseq".

    Yields
    ------
    int
        Place of the first swap of a batch.
    dict of concept to bool, shape (n_in_batch, 2^m)
        Equilibria after each swap.
    """
    base = option_stability(worth, movers, possible, concepts, threads=1)
    others = [other for other in range(len(movers)) if other != party]
    rest = {concept: base[concept][others].all(axis=0) for concept in concepts}
    ladders = ladders_of(worth, movers, possible)
    alike = _alike(worth[party], movers[party], possible)
    for first in range(0, len(swaps), _AT_ONCE):
        batch = swaps[first : first + _AT_ONCE]
        values = _swapped(worth[party], batch)
        side = Side(
            values,
            movers[party],
            [movers[other] for other in others],
            [ladders[other] for other in others],
            possible,
        )
        marks = {concept: side.stable(concept) & rest[concept] for concept in concepts}
        for at, (one, other) in enumerate(batch):
            if alike(one, other):
                changed = worth.copy()
                changed[party] = values[at]
                anew = ladders_of(values[at : at + 1], [movers[party]], possible)[0]
                ladders_now = [*ladders[:party], anew, *ladders[party + 1 :]]
                _correct(marks, at, changed, movers, ladders_now, possible, party, side)
        yield first, marks


def _alike(
    values: Values, mover: Bits, possible: NDArray[np.bool_] | None
) -> Callable[[int, int], bool]:
    """Tell whether a swap can change what the party improves on.

    It does where the two states lie in one block, or one of them ties with a third.
    """
    own = mover.free | mover.up | mover.down
    ties = np.bincount(values if possible is None else values[possible])

    def alike(one: int, other: int) -> bool:
        return (one ^ other) & ~own == 0 or bool(ties[values[one]] + ties[values[other]] > 2)

    return alike


def _swapped(values: Values, swaps: Sequence[Swap]) -> Values:
    rows = np.repeat(values[np.newaxis], len(swaps), axis=0)
    pairs = np.array(swaps, dtype=np.intp)
    at = np.arange(len(swaps))
    rows[at, pairs[:, 0]], rows[at, pairs[:, 1]] = values[pairs[:, 1]], values[pairs[:, 0]]
    return rows


def _correct(  # noqa: PLR0913, PLR0917 - one row of one batch, and the model that it belongs to
    marks: Marks,
    at: int,
    worth: Values,
    movers: Sequence[Bits],
    ladders: Sequence[Ladder],
    possible: NDArray[np.bool_] | None,
    party: int,
    side: Side,
) -> None:
    """Solve the other parties again, whose opponent now improves in another order."""
    for concept in marks:
        if concept not in ("seq", "sseq"):
            continue
        alone = Side(worth[party], movers[party], side.others, side.ladders, possible)
        marks[concept][at] = alone.stable(concept)
        for focal in range(len(movers)):
            if focal == party:
                continue
            against = [other for other in range(len(movers)) if other != focal]
            view = Side(
                worth[focal],
                movers[focal],
                [movers[other] for other in against],
                [ladders[other] for other in against],
                possible,
            )
            marks[concept][at] &= view.stable(concept)
