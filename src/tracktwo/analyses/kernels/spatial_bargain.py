"""Where would two parties meet, dimension by dimension?

Bargains of the spatial model of politics in KTAB: Wise, Lester and Efird, "Multi-dimensional
bargaining using KTAB", KAPSARC 2015; its source, SMPActor::interpolateBrgn.
"""

from typing import Final, Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.float64]
Vectors: TypeAlias = Literal["s1p1", "s2p2", "s2pmax"]

_POWERS: Final[dict[Vectors, int]] = {"s1p1": 1, "s2p2": 2}
_INERTIA = 1e-6  # keeps each in its place where neither cares or can press
_GRID = 1e4  # bargains are struck to four decimals of the scale's length


Party: TypeAlias = tuple[Array, Array]


def meeting(party: Party, other: Party, chance: Array, rule: Vectors) -> tuple[Array, Array]:
    """Give where a party and the one that it challenges would stand after a bargain.

    - s1p1: both go to the mean of their places, weighted by salience x chance of victory;
    - s2p2: the same with the squares of both;
    - s2pmax: the one with the lesser chance yields, by how much less it is.

    Parameters
    ----------
    party, other : tuple of two float, shape (…, D)
        Place and salience of the two, from 0 to 1.
    chance : float, shape (…)
        Of the first against the second.
    rule : str
        One of the three.

    Returns
    -------
    tuple of float, shape (…, D)
        For the first and for the second. They differ by no more than a step of the grid, but under
        s2pmax. Under s1p1 and s2p2 rounded half up to four decimals, as in KTAB.

    Examples
    --------
    >>> here, there = (np.array([0.0]), np.array([1.0])), (np.array([0.8]), np.array([1.0]))
    >>> [float(each[0]) for each in meeting(here, there, np.array(0.75), "s1p1")]
    [0.2, 0.2]
    """
    first = chance[..., np.newaxis]
    if rule == "s2pmax":
        return (
            _yielding(party, other, np.maximum(1 - 2 * first, 0.0)),
            _yielding(other, party, np.maximum(2 * first - 1, 0.0)),
        )
    (place, salience), (other_place, other_salience) = party, other
    pull = (salience * first) ** _POWERS[rule]
    other_pull = (other_salience * (1 - first)) ** _POWERS[rule]
    total = pull + _INERTIA + other_pull
    return (
        _struck(((pull + _INERTIA) * place + other_pull * other_place) / total),
        _struck((pull * place + (_INERTIA + other_pull) * other_place) / total),
    )


def _struck(place: Array) -> Array:
    return np.floor(place * _GRID + 0.5) / _GRID


def _yielding(party: Party, other: Party, behind: Array) -> Array:
    """Let a party move by how much weaker it is and how little it cares."""
    (place, salience), (other_place, other_salience) = party, other
    press, resist = behind * other_salience**2, (1 - behind) * salience**2
    return place + press / (press + _INERTIA + resist) * (other_place - place)
