"""Nash, GMR, SMR, SEQ and SSEQ where every move is written out as an arc."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from tracktwo.analyses.kernels.propagation import least_by_propagation

Values: TypeAlias = NDArray[np.int32]
Places: TypeAlias = NDArray[np.int64]
Arcs: TypeAlias = tuple[Places, Places]

NEVER = np.int32(np.iinfo(np.int32).max)
_PASSES = 64


@dataclass(frozen=True, slots=True, eq=False)
class Grouped:
    """Arcs by their source: `sources` that have any, where each group starts, all targets."""

    sources: Places
    starts: Places
    targets: Places


def grouped(arcs: Arcs) -> Grouped:
    """Group arcs, which come sorted by source.

    >>> grouped((np.array([0, 0, 2]), np.array([1, 2, 0]))).starts.tolist()
    [0, 2]
    """
    sources, starts = np.unique(arcs[0], return_index=True)
    return Grouped(sources, starts.astype(np.int64), arcs[1])


def arc_stability(
    worth: Values, arcs: Sequence[Arcs], concepts: Sequence[str]
) -> dict[str, NDArray[np.bool_]]:
    """Mark the stable states of every party under every concept.

    Parameters
    ----------
    worth : int32, shape (n_parties, n_states)
        The higher the better.
    arcs : sequence of (sources, targets), one per party
        Moves, sorted by source; none from a state to itself.
    concepts : sequence of str
        Of "nash", "gmr", "smr", "seq", "sseq".

    Returns
    -------
    dict of concept to bool, shape (n_parties, n_states)

    Notes
    -----
    Up to a fixed number of passes over all arcs; where sequences are longer, values are sorted
    and propagated backward, each (state, last mover) labelled once: O(k (N log N + k M)).

    Examples
    --------
    >>> worth = np.array([[0, 1], [1, 0]], dtype=np.int32)
    >>> arcs = [(np.array([0]), np.array([1])), (np.array([1]), np.array([0]))]
    >>> found = arc_stability(worth, arcs, ["nash", "gmr"])
    >>> found["nash"][0].tolist(), found["gmr"][0].tolist()
    ([False, True], [True, True])
    """
    better = [
        (source[up], target[up])
        for party, (source, target) in enumerate(arcs)
        for up in [worth[party][target] > worth[party][source]]
    ]
    marks = {concept: np.zeros(worth.shape, dtype=np.bool_) for concept in concepts}
    for party in range(len(arcs)):
        others = [other for other in range(len(arcs)) if other != party]
        value, own = worth[party], grouped(arcs[party])
        escape = np.maximum(value, ahead(value, own, np.maximum, np.int32(-1)))
        for concept in concepts:
            reached = value
            if concept != "nash":
                steps = better if concept in ("seq", "sseq") else arcs
                field = escape if concept in ("smr", "sseq") else value
                reached = np.minimum(value, least_forced(field, [steps[each] for each in others]))
            marks[concept][party] = ahead(reached, own, np.maximum, np.int32(-1)) <= value
    return marks


def ahead(values: Values, arcs: Grouped, best: np.ufunc, nothing: np.int32) -> Values:
    """Give for each state the best value where an arc leads, `nothing` where none does."""
    found = np.full(values.shape, nothing, dtype=np.int32)
    if len(arcs.targets):
        found[arcs.sources] = best.reduceat(values[arcs.targets], arcs.starts)
    return found


def least_forced(values: Values, movers: Sequence[Arcs]) -> Values:
    """Give for each state the least value at the end of a legal sequence of one or more arcs.

    Nobody moves twice in a row.

    Parameters
    ----------
    values : int32, shape (n_states,)
        A value per state.
    movers : sequence of (sources, targets)
        Arcs of each mover, sorted by source.

    Returns
    -------
    int32, shape (n_states,)
        `NEVER` where nobody can move.

    Examples
    --------
    >>> step = (np.array([0, 1]), np.array([1, 2]))
    >>> least_forced(np.array([5, 4, 3], dtype=np.int32), [step]).tolist()[0]
    4
    """
    groups = [grouped(each) for each in movers]
    first = [np.full(values.shape, NEVER, dtype=np.int32) for _ in movers]
    for _ in range(_PASSES):
        changed = False
        for mover, group in enumerate(groups):
            rest = [each for other, each in enumerate(first) if other != mover]
            following = ahead(np.minimum.reduce([values, *rest]), group, np.minimum, NEVER)
            changed |= not np.array_equal(following, first[mover])
            first[mover] = following
        if not changed:
            break
    else:
        first = least_by_propagation(values, movers)
    return np.minimum.reduce(first) if first else np.full(values.shape, NEVER, dtype=np.int32)
