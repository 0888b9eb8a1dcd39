"""Who stands where on a scale, how strong, how keen: what every model of the outlook takes."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """Parties on one scale, or on several at once.

    Attributes
    ----------
    parties : tuple of str
        Ids, in the order of the file, which no result depends on.
    scales : tuple of str
        Ids of the D scales.
    ends : array of float, shape (D, 2)
        Low and high end of each scale.
    capability : array of float, shape (…, n)
        What each party could bring to bear, 0 or more.
    salience : array of float, shape (…, n, D)
        How much each party cares, from 0 to 1.
    position : array of float, shape (…, n, D)
        Where each party stands, in the units of the scale.

    Leading axes, where there are any, are draws: a model treats each alone.
    """

    parties: tuple[str, ...]
    scales: tuple[str, ...]
    ends: "NDArray[np.float64]"
    capability: "NDArray[np.float64]"
    salience: "NDArray[np.float64]"
    position: "NDArray[np.float64]"
