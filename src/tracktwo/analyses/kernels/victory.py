"""How likely is the stronger coalition to win?"""

from typing import Final, Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.float64]
Victory: TypeAlias = Literal["linear", "square", "quartic", "octic", "binary"]

_POWERS: Final[dict[Victory, int]] = {"linear": 1, "square": 2, "quartic": 4, "octic": 8}
_AHEAD = 1.1  # so much stronger, and a coalition wins
_UPSET = 1e-6  # what chance the weaker one keeps then, as odds


def victory(strength: Array, rule: Victory) -> Array:
    """Give the probability that each option beats each other one.

    Linear: strength over the sum of both strengths. Square, quartic and octic: the same of the
    second, fourth and eighth powers. Binary: a coalition that is 10 % stronger wins, but for odds
    of 10^-6; in between, the probability rises linearly with the share of strength.

    Parameters
    ----------
    strength : float, shape (…, m, m)
        Entry (i, j) is the strength of i against j, above 0.
    rule : str
        One of the five.

    Returns
    -------
    float, shape (…, m, m)
        Entry (i, j) and entry (j, i) add up to 1; the diagonal is ½.

    Notes
    -----
    The rules of KTAB (Wise, Lester and Efird 2015; its source, Model::vProb).

    Examples
    --------
    >>> pair = np.array([[1.0, 3.0], [1.0, 1.0]])
    >>> victory(pair, "linear").tolist()
    [[0.5, 0.75], [0.25, 0.5]]
    >>> victory(pair, "square").tolist()
    [[0.5, 0.9], [0.1, 0.5]]
    """
    against = np.swapaxes(strength, -1, -2)
    if rule == "binary":
        return _binary(strength, against)
    both, power = strength + against, _POWERS[rule]
    ours, theirs = (strength / both) ** power, (against / both) ** power  # shares do not overflow
    return np.asarray(ours / (ours + theirs))


def _binary(strength: Array, against: Array) -> Array:
    """Let ten per cent more strength decide."""
    close = (strength / (strength + against) * (_AHEAD + 1) - 1) / (_AHEAD - 1)
    sure = 1 / (1 + _UPSET)
    ahead, behind = strength >= _AHEAD * against, against >= _AHEAD * strength
    return np.asarray(np.where(ahead, sure, np.where(behind, 1 - sure, close)))
