"""Where do positions meet when each pulls with its weight?"""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.float64]


def weighted_mean(capability: Array, salience: Array, position: Array) -> Array:
    """Give the mean of positions weighted by capability x salience, draw by draw.

    Parameters
    ----------
    capability, salience, position : float, shape (…, n)
        One number for each party; shapes broadcast. Weights are 0 or more.

    Returns
    -------
    float, shape (…)
        Between the least and the largest position, but for rounding; NaN where all weights of
        a draw are 0.

    Notes
    -----
    Two sweeps over the arrays and no copy: the time is that of reading memory.

    Examples
    --------
    >>> one = np.ones(2)
    >>> float(weighted_mean(np.array([1.0, 3.0]), one, np.array([0.0, 8.0])))
    6.0
    """
    total = np.einsum("...i,...i->...", capability, salience)
    pull = np.einsum("...i,...i,...i->...", capability, salience, position)
    return np.asarray(np.divide(pull, total, out=np.full_like(pull, np.nan), where=total > 0))
