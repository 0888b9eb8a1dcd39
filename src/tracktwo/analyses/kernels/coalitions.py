"""How strong is the support for each option against each other one?"""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from tracktwo.analyses.kernels.votes import Voting, votes

Array: TypeAlias = NDArray[np.float64]

FAINTEST = 1e-12  # the strength of a coalition that nobody joins, so that none is without all hope
_ROUNDING = 1e-12  # utilities no further apart than this are the same


def coalitions(weight: Array, utility: Array, voting: Voting) -> Array:
    """Add up, for each pair of options, the votes for the one and for the other.

    Parameters
    ----------
    weight : float, shape (…, n)
        What each voter's full vote counts.
    utility : float, shape (…, n, m)
        What each of m options is worth to each voter, from 0 to 1.
    voting : str
        The rule, one of those of `votes`. For "asym-prop" the later option of a pair is the one
        that challenges.

    Returns
    -------
    float, shape (…, m, m)
        Entry (i, j) is the strength of i against j: `FAINTEST` and the votes of those who prefer i.
        Utilities within 10^-12 of each other are the same, and nobody votes on them.

    Notes
    -----
    O(n m²) a draw. After KTAB (Wise, Lester and Efird 2015).

    Examples
    --------
    >>> utility = np.array([[1.0, 0.5], [0.2, 1.0]])
    >>> coalitions(np.array([2.0, 1.0]), utility, "proportional").round(3).tolist()
    [[0.0, 1.0], [0.8, 0.0]]
    """
    options = utility.shape[-1]
    shape = np.broadcast_shapes(weight.shape[:-1], utility.shape[:-2])
    strength = np.full((*shape, options, options), FAINTEST)
    later, earlier = np.tril_indices(options, -1)
    for voter in range(utility.shape[-2]):
        worth = utility[..., voter, :]
        stake = worth[..., later] - worth[..., earlier]
        stake[np.abs(stake) < _ROUNDING] = 0.0
        vote = weight[..., voter, np.newaxis] * votes(voting, stake)
        strength[..., later, earlier] += np.maximum(vote, 0.0)
        strength[..., earlier, later] += np.maximum(-vote, 0.0)
    return strength
