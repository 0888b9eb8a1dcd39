"""Sets of states as the bits of one whole number, and walks over them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Bits: TypeAlias = int
Steps: TypeAlias = Sequence[Sequence[Bits]]  # by mover, by state: where the mover can step
_Before: TypeAlias = dict[tuple[int, int], tuple[int, int] | None]  # by step, the one before it


def members(bits: Bits) -> Iterator[int]:
    """Give the states of a set, rising.

    >>> list(members(0b1010))
    [1, 3]
    """
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def bits_of(states: Iterable[int]) -> Bits:
    """Give the set of some states.

    >>> bits_of([3, 1]) == 0b1010
    True
    """
    total = 0
    for state in states:
        total |= 1 << state
    return total


def rows(matrix: NDArray[np.bool_]) -> tuple[Bits, ...]:
    """Give each row of a matrix as a set.

    >>> rows(np.array([[True, False], [True, True]]))
    (1, 3)
    """
    packed = np.packbits(matrix, axis=1, bitorder="little")
    return tuple(int.from_bytes(row.tobytes(), "little") for row in packed)


def legal_reach(start: int, steps: Steps) -> Bits:
    """Give the end states of all legal sequences of one or more steps.

    Nobody steps twice in a row; somebody may step again after somebody else.

    Parameters
    ----------
    start : int
        A state.
    steps : sequence by mover of sequence by state of set
        Where each mover can step from each state.

    Returns
    -------
    Bits
        The start is in it only where a sequence comes back to it.

    Examples
    --------
    >>> walker = [0b010, 0b100, 0]
    >>> legal_reach(0, [walker]) == 0b010
    True
    >>> legal_reach(0, [walker, walker]) == 0b110
    True
    """
    fresh = [row[start] for row in steps]
    reached = list(fresh)
    while any(fresh):
        found = [0] * len(steps)
        for last, new in enumerate(fresh):
            for state in members(new):
                for mover, row in enumerate(steps):
                    if mover != last:
                        found[mover] |= row[state]
        fresh = [new & ~old for new, old in zip(found, reached, strict=True)]
        reached = [new | old for new, old in zip(fresh, reached, strict=True)]
    total = 0
    for bits in reached:
        total |= bits
    return total


def legal_path(start: int, goal: Bits, steps: Steps) -> tuple[tuple[int, int], ...]:
    """Give a shortest legal sequence from a state into a set.

    Parameters
    ----------
    start : int
        A state.
    goal : Bits
        Where to.
    steps : sequence by mover of sequence by state of set
        As for `legal_reach`.

    Returns
    -------
    tuple of (mover, state)
        Each step and where it leads; () where no legal sequence leads there. Of shortest
        sequences, the first in the order of movers and states.

    Examples
    --------
    >>> legal_path(0, 0b100, [[0b010, 0b100, 0], [0, 0b100, 0]])
    ((0, 1), (1, 2))
    """
    before: _Before = {}
    for step in _walked(start, steps, before):
        if goal >> step[1] & 1:
            return _back(step, before)
    return ()


def legal_paths(start: int, steps: Steps) -> dict[int, tuple[tuple[int, int], ...]]:
    """Give a shortest legal sequence to every state that one leads to, the start included.

    As `legal_path`, in one walk for all of them.

    Examples
    --------
    >>> legal_paths(0, [[0b010, 0b100, 0], [0, 0b100, 0]])
    {1: ((0, 1),), 2: ((0, 1), (1, 2))}
    """
    before: _Before = {}
    first: dict[int, tuple[int, int]] = {}
    for step in _walked(start, steps, before):
        first.setdefault(step[1], step)
    return {state: _back(first[state], before) for state in sorted(first)}


def _walked(start: int, steps: Steps, before: _Before) -> Iterator[tuple[int, int]]:
    """Give every step of legal sequences once, the nearest first, noting the one before it."""
    layer: list[tuple[int, int]] = []
    for mover, row in enumerate(steps):
        for state in members(row[start]):
            before[mover, state] = None
            layer.append((mover, state))
    while layer:
        yield from layer
        following = []
        for step in layer:
            for mover, row in enumerate(steps):
                for state in members(row[step[1]]) if mover != step[0] else ():
                    if (mover, state) not in before:
                        before[mover, state] = step
                        following.append((mover, state))
        layer = following


def _back(step: tuple[int, int], before: _Before) -> tuple[tuple[int, int], ...]:
    path = [step]
    while (earlier := before[path[-1]]) is not None:
        path.append(earlier)
    return tuple(reversed(path))
