"""Which equilibria are there when two neighbours of one party's ranking are ranked otherwise?"""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from tracktwo.analyses.kernels.option_blocks import Bits, Values
from tracktwo.analyses.kernels.option_improvements import Ladder
from tracktwo.analyses.kernels.option_stability import Side, ladders_of, option_stability

Change: TypeAlias = tuple[tuple[int, int], tuple[int, int]]  # two codes, each with its new worth
Marks: TypeAlias = dict[str, NDArray[np.bool_]]

_AT_ONCE = 64


def flipped(  # noqa: PLR0913, PLR0917 - the model, and what is asked of it
    worth: Values,
    movers: Sequence[Bits],
    possible: NDArray[np.bool_] | None,
    party: int,
    changes: Sequence[Change],
    concepts: Sequence[str],
) -> Iterator[tuple[int, Marks]]:
    """Solve the model anew for each change of how two states compare in one party's ranking.

    Only what can change is solved again: the party itself under every concept, and the others
    only where improvements of the party count and it can move from one state to the other.

    Parameters
    ----------
    worth : int32, shape (n_parties, 2^m)
        Worth of each code to each party.
    movers, possible
        As for `option_stability`.
    party : int
        Whose ranking changes.
    changes : sequence of pairs of (code, worth)
        What two codes are worth instead, each pair by itself; how either compares with any
        third code has to stay as it was.
    concepts : sequence of str
        Of "nash", "gmr", "smr", "seq", "sseq".

    Yields
    ------
    int
        Place of the first change of a batch.
    dict of concept to bool, shape (n_in_batch, 2^m)
        Equilibria after each change.
    """
    base = option_stability(worth, movers, possible, concepts, threads=1)
    others = [other for other in range(len(movers)) if other != party]
    rest = {concept: base[concept][others].all(axis=0) for concept in concepts}
    ladders = ladders_of(worth, movers, possible)
    own = movers[party].free | movers[party].up | movers[party].down
    for first in range(0, len(changes), _AT_ONCE):
        batch = changes[first : first + _AT_ONCE]
        values = _ranked_otherwise(worth[party], batch)
        side = Side(
            values,
            movers[party],
            [movers[other] for other in others],
            [ladders[other] for other in others],
            possible,
        )
        marks = {concept: side.stable(concept) & rest[concept] for concept in concepts}
        for at, ((one, _), (other, _)) in enumerate(batch):
            if (one ^ other) & ~own == 0:
                changed = worth.copy()
                changed[party] = values[at]
                anew = ladders_of(values[at : at + 1], [movers[party]], possible)[0]
                ladders_now = [*ladders[:party], anew, *ladders[party + 1 :]]
                _correct(marks, at, changed, movers, ladders_now, possible, party, side)
        yield first, marks


def _ranked_otherwise(values: Values, changes: Sequence[Change]) -> Values:
    rows = np.repeat(values[np.newaxis], len(changes), axis=0)
    new = np.array(changes, dtype=np.int64)
    rows[np.arange(len(changes))[:, np.newaxis], new[:, :, 0]] = new[:, :, 1]
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
