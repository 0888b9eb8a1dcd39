"""Moves in option form, never written out: the least or greatest value over a block of codes.

A state is a code whose bits are its options. A party's moves from it are the codes that differ in
the party's bits only (successor = XOR), so that a minimum over moves is a minimum over a block.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Values: TypeAlias = NDArray[np.int32]
Best: TypeAlias = Callable[..., Values]

NEVER = np.int32(np.iinfo(np.int32).max)
_NARROW = 16


@dataclass(frozen=True, slots=True)
class Bits:
    """Which bits of a code a mover may change, as masks: freely, only to 1, only to 0."""

    free: int = 0
    up: int = 0
    down: int = 0

    def __or__(self, other: "Bits") -> "Bits":
        """Give what two movers may change between them."""
        return Bits(self.free | other.free, self.up | other.up, self.down | other.down)


def least_ahead(values: Values, bits: Bits) -> Values:
    """Give for each code the least value among itself and where one move leads.

    Parameters
    ----------
    values : int32, shape (2^m,) or (n, 2^m), C-contiguous
        A value per code.
    bits : Bits
        What the mover may change.

    Returns
    -------
    int32, same shape
        A new array.

    Examples
    --------
    >>> least_ahead(np.array([5, 3, 8, 1], dtype=np.int32), Bits(free=0b01)).tolist()
    [3, 3, 1, 1]
    >>> least_ahead(np.array([5, 3, 8, 1], dtype=np.int32), Bits(up=0b10)).tolist()
    [5, 1, 8, 1]
    """
    return _swept(values, bits, np.minimum)


def greatest_ahead(values: Values, bits: Bits) -> Values:
    """Give for each code the greatest value among itself and where one move leads.

    As `least_ahead`, for the greatest.

    Examples
    --------
    >>> greatest_ahead(np.array([5, 3, 8, 1], dtype=np.int32), Bits(free=0b11)).tolist()
    [8, 8, 8, 8]
    """
    return _swept(values, bits, np.maximum)


def least_in_sight(
    values: Values, movers: Sequence[Bits], possible: NDArray[np.bool_] | None
) -> Values:
    """Give for each code the least value among itself and the ends of all sequences of moves.

    In option form two moves in a row by one mover are one move or none, so that sequences in
    which nobody moves twice in a row reach what all sequences reach.

    Parameters
    ----------
    values : int32, shape (2^m,) or (n, 2^m)
        A value per code; `NEVER` where the code is impossible.
    movers : sequence of Bits
        Who moves.
    possible : bool, shape (2^m,), or None
        Codes that may be passed through; None for all.

    Returns
    -------
    int32, same shape
        `NEVER` where impossible. Where all is possible one pass over the bits does; otherwise
        passes are repeated until nothing changes.

    Examples
    --------
    >>> values = np.array([0, 7, NEVER, 3], dtype=np.int32)
    >>> least_in_sight(values, [Bits(free=0b01), Bits(free=0b10)], values < NEVER).tolist()[3]
    0
    """
    if possible is None or len(movers) <= 1:
        everyone = Bits()
        for mover in movers:
            everyone |= mover
        found = least_ahead(values, everyone)
        return found if possible is None else _barred(found, possible)
    current, unchanged = values, 0
    while unchanged < len(movers):
        for mover in movers:
            following = _barred(least_ahead(current, mover), possible)
            unchanged = unchanged + 1 if np.array_equal(following, current) else 0
            current = following
            if unchanged == len(movers):
                break
    return current


def _barred(values: Values, possible: NDArray[np.bool_]) -> Values:
    values[..., ~possible] = NEVER
    return values


def _swept(values: Values, bits: Bits, best: Best) -> Values:
    swept = values.copy()
    for low, width in _runs(bits.free):
        block = swept.reshape(-1, 1 << width, 1 << low)
        if width == 1:
            _both(block, best)
        elif low == 0 or 1 << low >= _NARROW:
            block[...] = best.reduce(block, axis=1, keepdims=True)  # type: ignore[attr-defined]  # a ufunc
        else:
            for bit in range(low, low + width):
                _both(swept.reshape(-1, 2, 1 << bit), best)
    for mask, into in ((bits.up, 0), (bits.down, 1)):
        for low, width in _runs(mask):
            for bit in range(low, low + width):
                _one_way(swept.reshape(-1, 2, 1 << bit), best, into)
    return swept


def _runs(mask: int) -> list[tuple[int, int]]:
    """Give the runs of neighbouring bits of a mask as (lowest, how many)."""
    runs, bit = [], 0
    while mask >> bit:
        width = 0
        while mask >> bit + width & 1:
            width += 1
        if width:
            runs.append((bit, width))
        bit += width + 1
    return runs


def _both(pairs: Values, best: Best) -> None:
    """Give both halves of each pair the better value; narrow pairs by strides, not row by row."""
    for one, other in _halves(pairs):
        best(one, other, out=one)
        other[...] = one


def _one_way(pairs: Values, best: Best, into: int) -> None:
    for halves in _halves(pairs):
        best(*halves, out=halves[into])


def _halves(pairs: Values) -> list[tuple[Values, Values]]:
    width = pairs.shape[2]
    if width >= _NARROW:
        return [(pairs[:, 0], pairs[:, 1])]
    return [(pairs[:, 0, at], pairs[:, 1, at]) for at in range(width)]
