"""Improvements in option form: what does each code see if every step has to be to the better?"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from tracktwo.analyses.kernels.option_blocks import NEVER, Bits, Values

_WIDE = 4096

Order: TypeAlias = NDArray[np.int32]


@dataclass(frozen=True, slots=True, eq=False)
class Ladder:
    """One mover's codes in blocks, each block from the mover's best code to its worst.

    Attributes
    ----------
    order : int32, shape (block, n_blocks)
        Codes; column by column the blocks, from best to worst.
    tied : bool, shape (block, n_blocks), or None
        Where a code ties with the one above it; None where there is no tie.
    pattern : uint8, shape (block, n_blocks), or None
        The one-way bits of each code, those that can only go to 0 reversed; None where there
        are none.
    patterns : int
        How many patterns there are.
    """

    order: Order
    tied: NDArray[np.bool_] | None
    pattern: NDArray[np.uint8] | None
    patterns: int


def ladder(worth: Values, bits: Bits) -> Ladder:
    """Sort each block of a mover's codes by what they are worth to the mover.

    Parameters
    ----------
    worth : int32, shape (2^m,)
        The higher the better; -1 for impossible codes.
    bits : Bits
        What the mover may change.

    Returns
    -------
    Ladder
        Ready for `improve`.
    """
    inside = _spread(bits.free | bits.up | bits.down)
    outside = _spread(len(worth) - 1 & ~(bits.free | bits.up | bits.down))
    codes = outside[:, np.newaxis] | inside[np.newaxis, :]
    place = np.argsort(-worth[codes], axis=1, kind="stable")
    order = np.ascontiguousarray(np.take_along_axis(codes, place, axis=1).T)
    ranked = worth[order]
    tied = np.zeros(order.shape, dtype=np.bool_)
    tied[1:] = ranked[1:] == ranked[:-1]
    one_way = bits.up | bits.down
    pattern = _packed((order ^ bits.down) & one_way, one_way) if one_way else None
    return Ladder(order, tied if tied.any() else None, pattern, 1 << one_way.bit_count())


def improve(values: Values, steps: Ladder) -> Values:
    """Give for each code the least value among itself and where one improvement leads.

    Parameters
    ----------
    values : int32, shape (2^m,) or (n, 2^m)
        A value per code, `NEVER` for impossible ones.
    steps : Ladder
        The mover's.

    Returns
    -------
    int32, same shape
        A new array. Ties are no improvement, and one-way bits are respected.

    Examples
    --------
    >>> worth = np.array([0, 2, 1, 3], dtype=np.int32)
    >>> improve(np.array([9, 5, 7, 6], dtype=np.int32), ladder(worth, Bits(free=0b11))).tolist()
    [5, 5, 5, 6]
    """
    seen = values[..., steps.order]
    ahead = _above(seen, steps.tied) if steps.pattern is None else _one_way_rows(seen, steps)
    np.minimum(ahead, seen, out=ahead)
    found = np.empty_like(values)
    found[..., steps.order] = ahead
    return found


def least_by_improving(
    values: Values, movers: Sequence[Ladder], possible: NDArray[np.bool_] | None
) -> Values:
    """Give for each code the least value among itself and the ends of sequences of improvements.

    Parameters
    ----------
    values : int32, shape (2^m,)
        A value per code, `NEVER` for impossible ones.
    movers : sequence of Ladder
        Who moves.
    possible : bool, shape (2^m,), or None
        Codes that may be passed through; None for all.

    Returns
    -------
    int32, shape (2^m,)
        Passes are repeated until nothing changes: as many as the longest sequence that matters.
    """
    current, unchanged = values, 0
    while unchanged < len(movers):
        for mover in movers:
            following = improve(current, mover)
            if possible is not None:
                following[..., ~possible] = NEVER
            unchanged = unchanged + 1 if np.array_equal(following, current) else 0
            current = following
            if unchanged == len(movers) or len(movers) == 1:
                return current
    return current


def _spread(mask: int) -> Order:
    """Give all codes with no bit outside a mask, rising."""
    codes = np.zeros(1, dtype=np.int32)
    bit = 0
    while mask >> bit:
        if mask >> bit & 1:
            codes = np.concatenate([codes, codes | np.int32(1 << bit)])
        bit += 1
    return codes


def _packed(codes: Order, mask: int) -> NDArray[np.uint8]:
    """Move the bits of a mask together."""
    packed = np.zeros(codes.shape, dtype=np.uint8)
    places = [bit for bit in range(mask.bit_length()) if mask >> bit & 1]
    for at, bit in enumerate(places):
        packed |= (codes >> bit & 1).astype(np.uint8) << np.uint8(at)
    return packed


def _above(seen: Values, tied: NDArray[np.bool_] | None) -> Values:
    """Give the least of all rows strictly above each row; `NEVER` where there are none."""
    ahead = np.empty_like(seen)
    height = seen.shape[-2]
    ahead[..., 0, :] = NEVER
    if height > _WIDE:
        np.minimum.accumulate(seen[..., :-1, :], axis=-2, out=ahead[..., 1:, :])
    else:
        for row in range(1, height):
            above = row - 1
            np.minimum(ahead[..., above, :], seen[..., above, :], out=ahead[..., row, :])
    if tied is not None:
        for row in range(1, height):
            np.copyto(ahead[..., row, :], ahead[..., row - 1, :], where=tied[row])
    return ahead


def _one_way_rows(seen: Values, steps: Ladder) -> Values:
    """Lay the blocks of several rows of values side by side, for one pass over them all."""
    if seen.ndim == 2:
        return _one_way(seen, steps)
    count, height, width = seen.shape
    beside = np.ascontiguousarray(seen.transpose(1, 0, 2)).reshape(height, count * width)
    tied = None if steps.tied is None else np.tile(steps.tied, (1, count))
    assert steps.pattern is not None  # noqa: S101 - told apart by the caller
    wide = Ladder(steps.order, tied, np.tile(steps.pattern, (1, count)), steps.patterns)
    return _one_way(beside, wide).reshape(height, count, width).transpose(1, 0, 2).copy()


def _one_way(seen: Values, steps: Ladder) -> Values:
    """As `_above`, among rows whose one-way bits can be reached.

    Going down the rows, the least value so far is kept for every pattern that leads there: a
    code with pattern q can be reached from all patterns that are part of q.
    """
    pattern = steps.pattern
    assert pattern is not None  # noqa: S101 - told apart by the caller
    blocks = np.arange(seen.shape[1])
    least = np.full((steps.patterns, seen.shape[1]), NEVER, dtype=np.int32)
    held = least
    ahead = np.empty_like(seen)
    for row, values in enumerate(seen):
        if steps.tied is not None:
            held = np.where(steps.tied[row], held, least)
        ahead[row] = held[pattern[row], blocks]
        for part in range(steps.patterns):
            within = pattern[row] & part == part
            np.minimum(least[part], values, out=least[part], where=within)
        if steps.tied is None:
            held = least
    return ahead
