"""Which position has half of the weight on either side?"""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.float64]

_ROUNDING = 1e-12  # a share of the total; sums of a few products err by less


def weighted_median(weight: Array, position: Array) -> Array:
    """Give the least position at which the weights add up to half, draw by draw.

    Where exactly half of the weight stands at or below a position, that position is the median,
    not the next one: the lower median. A sum short of half by less than one part in 10^12 of the
    total counts as half, because decimal weights are not exact as floats.

    Parameters
    ----------
    weight, position : float, shape (…, n)
        One number for each party; weights are 0 or more.

    Returns
    -------
    float, shape (…)
        A position of a party of weight above 0; NaN where all weights of a draw are 0.

    Notes
    -----
    O(n log n) a draw.

    Examples
    --------
    >>> position = np.array([8.0, 0.0, 3.0])
    >>> float(weighted_median(np.array([1.0, 1.0, 1.0]), position))
    3.0
    >>> float(weighted_median(np.array([0.3, 0.1, 0.2]), position))  # half stands at 3 or below
    3.0
    """
    order = np.argsort(position, axis=-1, kind="stable")
    position = np.take_along_axis(position, order, axis=-1)
    below = np.cumsum(np.take_along_axis(weight, order, axis=-1), axis=-1)
    total = below[..., -1:]
    reached = (below >= total * (0.5 - _ROUNDING)) & (below > 0)
    first = np.argmax(reached, axis=-1)[..., np.newaxis]
    median = np.take_along_axis(position, first, axis=-1)
    return np.asarray(np.where(total > 0, median, np.nan)[..., 0])
