"""Where do parties stand after a round, and where is their middle?"""

import numpy as np
from numpy.typing import NDArray

from tracktwo.analyses.kernels.weighted_mean import weighted_mean
from tracktwo.analyses.kernels.weighted_median import weighted_median
from tracktwo.analyses.outlook.forecast import Turn

Array = NDArray[np.float64]


def turn_of(number: int, positions: Array, weight: Array, order: NDArray[np.intp]) -> Turn:
    """Sum up a round on one scale.

    Parameters
    ----------
    number : int
        The round; 0 is where the parties began.
    positions, weight : float, shape (n,)
        By party, in the order of the file; weight is capability x salience.
    order : intp, shape (n,)
        The order in which to add up, that of `neutral_order`.

    Returns
    -------
    Turn
        Positions in the order of the file, with their weighted median and mean.

    Examples
    --------
    >>> turn_of(0, np.array([8.0, 0.0]), np.array([1.0, 3.0]), np.array([1, 0]))
    Turn(round=0, positions=(8.0, 0.0), median=0.0, mean=2.0)
    """
    weight, place = weight[order], positions[order]
    median = float(weighted_median(weight, place))
    mean = float(weighted_mean(weight, np.ones_like(weight), place))
    return Turn(number, tuple(positions.tolist()), median, mean)
