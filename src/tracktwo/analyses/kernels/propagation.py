"""Long legal sequences: sort the ends by value and spread each one backward, least first."""

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Values: TypeAlias = NDArray[np.int32]
Arcs: TypeAlias = tuple[NDArray[np.int64], NDArray[np.int64]]

_NEVER = np.int32(np.iinfo(np.int32).max)


def least_by_propagation(values: Values, movers: Sequence[Arcs]) -> list[Values]:
    """Give for each state and first mover the least value at the end of a legal sequence.

    Parameters
    ----------
    values : int32, shape (n_states,)
        A value per state.
    movers : sequence of (sources, targets)
        Arcs of each mover. Nobody moves twice in a row.

    Returns
    -------
    list of int32, shape (n_states,)
        One per mover: the least value by sequences that this mover opens; the largest int32
        where it cannot move.

    Notes
    -----
    Each pair of state and first mover is labelled once, by the least value that reaches it:
    O(N log N + k M).

    Examples
    --------
    >>> ring = [(np.array([0, 2]), np.array([1, 3])), (np.array([1]), np.array([2]))]
    >>> least_by_propagation(np.array([9, 8, 7, 0], dtype=np.int32), ring)[0].tolist()[0]
    0
    """
    into: list[list[list[int]]] = [[[] for _ in range(len(values))] for _ in movers]
    for mover, (sources, targets) in enumerate(movers):
        for source, target in zip(sources.tolist(), targets.tolist(), strict=True):
            into[mover][target].append(source)
    found = [[int(_NEVER)] * len(values) for _ in movers]
    for end in np.argsort(values, kind="stable").tolist():
        _spread(end, int(values[end]), into, found)
    return [np.array(each, dtype=np.int32) for each in found]


def _spread(end: int, value: int, into: list[list[list[int]]], found: list[list[int]]) -> None:
    """Label whatever can reach an end and has no label yet."""
    waiting: list[tuple[int, int]] = [(end, -1)]  # a state, and who moves on from it (-1: nobody)
    while waiting:
        state, following = waiting.pop()
        for mover, sources in enumerate(into):
            if mover == following:
                continue
            for source in sources[state]:
                if found[mover][source] == _NEVER:
                    found[mover][source] = value
                    waiting.append((source, mover))
