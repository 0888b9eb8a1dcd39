"""How strongly does a voter vote, given what is at stake for it?

The rules are those of KTAB, the KAPSARC Toolkit for Behavioral Analysis: Wise, Lester and Efird,
"An introduction to the KAPSARC Toolkit for Behavioral Analysis (KTAB) using one-dimensional
spatial models", 2015.
"""

from collections.abc import Callable
from typing import Final, Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.float64]
Voting: TypeAlias = Literal[
    "binary", "prop-bin", "proportional", "prop-cubic", "cubic", "asym-prop"
]

_NEAR = 1e-8  # below this difference a binary vote fades to nothing, so that rounding decides none


def votes(rule: Voting, stake: Array) -> Array:
    """Give the vote, for a weight of 1, of who stands to gain or lose `stake` by the first option.

    - proportional: the stake;
    - binary: 1 for a gain, -1 for a loss, fading linearly to 0 below a stake of 10^-8;
    - cubic: the third power of the stake;
    - prop-bin: 0.8 proportional + 0.2 binary;
    - prop-cubic: half proportional, half cubic;
    - asym-prop: proportional, but a gain counts for two thirds.

    Parameters
    ----------
    rule : str
        One of the six.
    stake : float, any shape
        Utility of the first option less that of the second, from -1 to 1.

    Returns
    -------
    float, same shape
        Above 0 for the first option, below 0 for the second. Odd in the stake, but for asym-prop,
        where the first option is the one that challenges.

    Examples
    --------
    >>> votes("asym-prop", np.array([-0.3, 0.0, 0.3])).round(2).tolist()
    [-0.3, 0.0, 0.2]
    >>> votes("binary", np.array([-0.3, 0.0, 5e-9])).tolist()
    [-1.0, 0.0, 0.5]
    """
    return _RULES[rule](stake)


def _binary(stake: Array) -> Array:
    return np.clip(stake / _NEAR, -1.0, 1.0)


_RULES: Final[dict[Voting, Callable[[Array], Array]]] = {
    "binary": _binary,
    "prop-bin": lambda stake: 0.8 * stake + 0.2 * _binary(stake),
    "proportional": lambda stake: stake,
    "prop-cubic": lambda stake: 0.5 * stake + 0.5 * stake**3,
    "cubic": lambda stake: stake**3,
    "asym-prop": lambda stake: np.where(stake > 0, 2 * stake / 3, stake),
}
