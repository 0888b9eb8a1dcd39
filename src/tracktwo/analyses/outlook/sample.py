"""What does a model give when it is run over many draws?"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """What a model gives for many draws, on one scale.

    Attributes
    ----------
    outcomes, chances : float, shape (k, m)
        By draw: the points of the forecast, and the probability of each.
    path : float, shape (k, rounds)
        By draw: the middle of the positions after each round, from round 0. A draw that stops
        early stays where it is.
    """

    outcomes: "Array"
    chances: "Array"
    path: "Array"
