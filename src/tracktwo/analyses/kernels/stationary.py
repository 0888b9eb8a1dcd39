"""Where does a Markov chain spend its time?"""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.float64]


def stationary(flow: Array) -> Array:
    """Give the stationary distribution of a chain by its rates from state to state.

    Parameters
    ----------
    flow : float, shape (…, m, m)
        Entry (i, j) is the rate from i to j, 0 or more, in any unit; the diagonal is not read.
        State 0 can be reached from every state.

    Returns
    -------
    float, shape (…, m)
        The distribution, which adds up to 1.

    Notes
    -----
    States are eliminated from the last, without any subtraction, so that small probabilities are as
    exact as large ones; O(m³) a chain. Grassmann, Taksar and Heyman, "Regenerative analysis and
    steady state distributions for Markov chains", Operations Research 33, 1985.

    Examples
    --------
    >>> stationary(np.array([[0.0, 1.0], [3.0, 0.0]])).tolist()
    [0.75, 0.25]
    """
    rate = np.array(flow, dtype=np.float64)
    states = rate.shape[-1]
    for last in range(states - 1, 0, -1):
        onward = rate[..., last, :last].sum(axis=-1)
        rate[..., :last, last] /= onward[..., np.newaxis]
        rate[..., :last, :last] += (
            rate[..., :last, last, np.newaxis] * rate[..., last, np.newaxis, :last]
        )
    weight = np.ones(rate.shape[:-1])
    for state in range(1, states):
        weight[..., state] = np.einsum(
            "...i,...i->...", weight[..., :state], rate[..., :state, state]
        )
    return np.asarray(weight / weight.sum(axis=-1, keepdims=True))
