"""Below which value does a share of a forecast lie?"""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.float64]

_ROUNDING = 1e-12  # a share of the total: sums of many weights err by less


def quantile(values: Array, weights: Array, share: float) -> float:
    """Give the least value at or below which a share of the weight lies.

    Parameters
    ----------
    values, weights : float, of one shape
        Weights are 0 or more, and some are above 0. Values of weight 0 count for nothing.
    share : float
        From 0 to 1; at 0 the least value that has weight.

    Returns
    -------
    float
        One of the values. A sum short of the share by less than one part in 10^12 of the total
        counts as reaching it.

    Examples
    --------
    >>> quantile(np.array([3.0, 1.0, 2.0]), np.ones(3), 0.5)
    2.0
    """
    values, weights = values.ravel(), weights.ravel()
    values, weights = values[weights > 0], weights[weights > 0]
    order = np.argsort(values, kind="stable")
    below = np.cumsum(weights[order])
    at = np.searchsorted(below, (share - _ROUNDING) * below[-1])
    return float(values[order][min(int(at), len(values) - 1)])
