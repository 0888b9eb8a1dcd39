"""What else might the numbers be? Draws from their ranges, the same whoever draws them.

Every number is drawn alone, from the triangular distribution over its low, best and high value.
Draws come in chunks of `CHUNK`; a chunk has a generator of its own, seeded by the seed and its
number, so that any process can draw any chunk and all get the same bytes. Parties are drawn in an
order that follows from their numbers, not from their place in the file or from their names.
"""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from tracktwo.analyses.outlook.field import Field
from tracktwo.analyses.outlook.order import reordered
from tracktwo.analyses.outlook.ranges import Ranges

Array: TypeAlias = NDArray[np.float64]

CHUNK = 1024


def chunks(count: int) -> tuple[tuple[int, int], ...]:
    """Give the number and the size of each chunk of so many draws; the last may be smaller.

    >>> chunks(2500)
    ((0, 1024), (1, 1024), (2, 452))
    """
    whole, rest = divmod(count, CHUNK)
    return (*((number, CHUNK) for number in range(whole)), *([(whole, rest)] if rest else []))


def drawn(ranges: Ranges, seed: int, number: int, size: int = CHUNK) -> Field:
    """Draw a chunk of fields.

    Parameters
    ----------
    ranges : Ranges
        Low, best and high numbers.
    seed : int
        0 or more.
    number : int
        Of the chunk, from 0.
    size : int
        How many draws, at most `CHUNK`. A smaller chunk is the beginning of the whole one.

    Returns
    -------
    Field
        With a leading axis of `size` draws. Its parties stand in the neutral order of
        `neutral_ranges`, not in that of the file. A number without a range is itself in each draw.

    Examples
    --------
    >>> one, two = np.ones((1, 1)), 2 * np.ones((1, 1))
    >>> low = Field(("a",), ("price",), np.array([[0.0, 9.0]]), one[0], one / 2, one)
    >>> high = Field(("a",), ("price",), np.array([[0.0, 9.0]]), two[0], one / 2, two)
    >>> field = drawn(Ranges(low, low, high), seed=1, number=0, size=3)
    >>> field.position.shape, field.salience.ravel().tolist()
    ((3, 1, 1), [0.5, 0.5, 0.5])
    """
    ordered = neutral_ranges(ranges)
    random = np.random.default_rng([seed, number])
    parts = ("capability", "salience", "position")
    low, best, high = (
        np.concatenate(
            [getattr(field, part).reshape(len(field.parties), -1) for part in parts], axis=1
        )
        for field in (ordered.low, ordered.best, ordered.high)
    )
    values = triangular(random.random((CHUNK, *best.shape))[:size], low, best, high)
    scales = len(ranges.best.scales)
    return Field(
        ordered.best.parties,
        ordered.best.scales,
        ordered.best.ends,
        values[..., 0],
        values[..., 1 : 1 + scales],
        values[..., 1 + scales :],
    )


def neutral_ranges(ranges: Ranges) -> Ranges:
    """Order parties by their best, low and high numbers; parties equal in all of these by id."""
    keys: list[NDArray[np.float64] | NDArray[np.str_]] = []
    for field in (ranges.best, ranges.low, ranges.high):
        keys += [*field.position.T, *field.salience.T, field.capability]
    order = np.lexsort([*keys, np.array(ranges.best.parties)][::-1])
    low, best, high = (reordered(each, order) for each in (ranges.low, ranges.best, ranges.high))
    return Ranges(low, best, high)


def triangular(uniform: Array, low: Array, best: Array, high: Array) -> Array:
    """Turn uniform draws into triangular ones, by the inverse of the distribution.

    Parameters
    ----------
    uniform : float, shape (…), from 0 to 1
    low, best, high : float
        Of shapes that broadcast; ``low <= best <= high``.

    Returns
    -------
    float, shape (…)
        From `low` to `high`; `best` where all three are the same. Where `uniform` is 0 it is
        `low`, where it is 1 `high`.

    Examples
    --------
    >>> ends = np.array([0.0, 0.5, 1.0])
    >>> triangular(ends, np.array(0.0), np.array(5.0), np.array(10.0)).tolist()
    [0.0, 5.0, 10.0]
    """
    span = high - low
    rise = np.divide(best - low, span, out=np.zeros_like(span), where=span > 0)
    below = low + np.sqrt(uniform * span * (best - low))
    above = high - np.sqrt((1 - uniform) * span * (high - best))
    return np.clip(np.where(uniform < rise, below, above), low, high)
