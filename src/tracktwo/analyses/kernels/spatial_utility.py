"""What is a place worth to somebody who stands elsewhere, and likes risk or not?

Utility of the spatial model of politics in KTAB: Wise, Lester and Efird, "Multi-dimensional
bargaining using KTAB", KAPSARC 2015; its source, SMPModel::bvDiff, bsUtil and bigRfromProb.
"""

from typing import Final, Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.float64]
RiskRange: TypeAlias = Literal["min", "mid", "max"]

_LOWEST: Final[dict[RiskRange, float]] = {"min": 0.0, "mid": -0.5, "max": -1.0}
_ALIKE = 1e-9  # chances no further apart than this are the same but for rounding


def distances(viewpoint: Array, salience: Array, place: Array) -> Array:
    """Give how far each place is from each viewpoint, each dimension by its salience.

    The root of the mean square of the gaps, weighted by squared salience.

    Parameters
    ----------
    viewpoint, salience : float, shape (…, n, D)
        Where each viewer would like things to be, from 0 to 1 on each dimension, and how much it
        cares for each; not 0 for all of them.
    place : float, shape (…, m, D)
        From 0 to 1.

    Returns
    -------
    float, shape (…, n, m)
        From 0 to 1. On one dimension it is the plain gap.

    Examples
    --------
    >>> here, there = np.array([[0.0, 0.0]]), np.array([[1.0, 0.0], [1.0, 1.0]])
    >>> distances(here, np.array([[0.3, 0.4]]), there).round(2).tolist()
    [[0.6, 1.0]]
    """
    gap = viewpoint[..., :, np.newaxis, :] - place[..., np.newaxis, :, :]
    square = (salience / salience.max(axis=-1, keepdims=True)) ** 2  # which cannot vanish
    far = np.einsum("...ijd,...id->...ij", gap**2, square)
    return np.asarray(np.sqrt(far / square.sum(axis=-1)[..., np.newaxis]))


def utility(distance: Array, risk: Array) -> Array:
    """Give the worth of a place by its distance: (1 − d) (1 + d r).

    Parameters
    ----------
    distance : float, any shape, from 0 to 1 but for rounding
    risk : float, a shape that broadcasts
        From -1 to 1: above 0 for who shuns risk (bent upward), below 0 for who seeks it.

    Returns
    -------
    float
        1 at distance 0, falling to 0 at distance 1.

    Examples
    --------
    >>> utility(np.array([0.0, 0.5, 1.0]), np.array(0.5)).tolist()
    [1.0, 0.625, 0.0]
    """
    return (1 - distance) * (1 + np.minimum(distance, 1.0) * risk)


def risk_attitudes(chance: Array, spread: RiskRange) -> Array:
    """Give each party's attitude to risk: who is likely to win shuns it, who is not seeks it.

    Linear in the chance, from 0 ("min"), -½ ("mid") or -1 ("max") for the least likely to 1 for the
    most likely.

    Parameters
    ----------
    chance : float, shape (…, n)
        Of each party's position in an election.
    spread : "min", "mid", "max"
        The range.

    Returns
    -------
    float, shape (…, n)
        0 for all where all chances are alike; KTAB divides by 0 there.

    Examples
    --------
    >>> risk_attitudes(np.array([0.1, 0.2, 0.5]), "mid").tolist()
    [-0.5, -0.125, 1.0]
    """
    least, most = chance.min(axis=-1, keepdims=True), chance.max(axis=-1, keepdims=True)
    apart, low = most - least, _LOWEST[spread]
    share = np.divide(chance - least, apart, out=np.zeros_like(chance), where=apart > _ALIKE)
    return np.asarray(np.where(apart > _ALIKE, low + (1 - low) * share, 0.0))
