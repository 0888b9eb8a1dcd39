"""What a model of the outlook says of one scale: where positions move, round by round."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Turn:
    """Positions after a round; round 0 is where the parties began.

    `median` and `mean` are weighted by capability x salience.
    """

    round: int
    positions: tuple[float, ...]
    median: float
    mean: float


@dataclass(frozen=True, slots=True, eq=False)
class Trajectory:
    """What a model gives for one field and one scale.

    Attributes
    ----------
    model : str
        "compromise", "median", "mean", "pce", "spatial", "challenge", "exchange".
    parameters : tuple of (name, value)
        Every choice of the model as used, defaults included.
    turns : tuple of Turn
        At least round 0.
    outcomes, probabilities : array of float, shape (k,)
        A forecast as a distribution over k points of the scale, ascending; one point of
        probability 1 for a model that gives one.
    """

    model: str
    scale: str
    parties: tuple[str, ...]
    parameters: tuple[tuple[str, str], ...]
    turns: tuple[Turn, ...]
    outcomes: "NDArray[np.float64]"
    probabilities: "NDArray[np.float64]"
