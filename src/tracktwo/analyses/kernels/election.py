"""Which option wins, with what probability, when any may be put to the vote against any other?

The probabilistic Condorcet election of KTAB, the KAPSARC Toolkit for Behavioral Analysis.
"""

from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from tracktwo.analyses.kernels.stationary import stationary
from tracktwo.analyses.kernels.victory import Victory, victory

Array: TypeAlias = NDArray[np.float64]
Method: TypeAlias = Literal["conditional", "markov-uniform", "markov-incentive"]


def elected(strength: Array, standing: NDArray[np.bool_], rule: Victory, method: Method) -> Array:
    """Give the probability that each option carries the election.

    - conditional: that it beats all others at once, given that some option does: the product of
      its victories, over the sum of these products;
    - markov-uniform: the share of time that it is the favourite when each round a challenger is
      drawn, each option alike, and the winner of the pair is the next favourite;
    - markov-incentive: the same with challengers drawn in proportion to what speaks for them:
      strength against the favourite x probability of victory.

    Parameters
    ----------
    strength : float, shape (…, m, m)
        Entry (i, j) is the strength of i against j, above 0, as `coalitions` gives it.
    standing : bool, shape (…, m)
        Which options stand for election; option 0 always does.
    rule : str
        How strength becomes probability; see `victory`.
    method : str
        One of the three.

    Returns
    -------
    float, shape (…, m)
        Adds up to 1; 0 for options that do not stand.

    Notes
    -----
    KTAB iterates the Markov chains to 10^-6 or 10^-8; we solve them. O(m³) a draw.
    Wise, Lester and Efird, "Multi-dimensional bargaining using KTAB", 2015, and Wise and others,
    "Markov voting with incentives in KTAB", 2016; KTAB's source, Model::probCE2.

    Examples
    --------
    >>> strength = np.array([[1e-8, 2.0, 2.0], [1.0, 1e-8, 1.0], [1.0, 1.0, 1e-8]])
    >>> all_three = np.array([True, True, True])
    >>> elected(strength, all_three, "linear", "conditional").round(3).tolist()  # as 4/9 to 1/6
    [0.571, 0.214, 0.214]
    >>> elected(strength, all_three, "linear", "markov-uniform").round(3).tolist()
    [0.5, 0.25, 0.25]
    >>> elected(strength, all_three, "linear", "markov-incentive").round(3).tolist()
    [0.593, 0.204, 0.204]
    """
    wins = victory(strength, rule)
    if method == "conditional":
        return _conditional(wins, standing)
    if method == "markov-incentive":
        support = np.where(standing[..., np.newaxis], strength * wins, 0.0)
        wins = wins * support / support.sum(axis=-2, keepdims=True)
    flow = np.where(standing[..., np.newaxis, :], np.swapaxes(wins, -1, -2), 0.0)
    return np.where(standing, stationary(flow), 0.0)


def _conditional(wins: Array, standing: NDArray[np.bool_]) -> Array:
    """Multiply the victories of each option over all that stand; as logs, which do not vanish."""
    counted = np.where(standing[..., np.newaxis, :], wins, 1.0)
    powers = np.where(standing, np.log(counted).sum(axis=-1), -np.inf)
    product = np.exp(powers - powers.max(axis=-1, keepdims=True))
    return np.asarray(product / product.sum(axis=-1, keepdims=True))
