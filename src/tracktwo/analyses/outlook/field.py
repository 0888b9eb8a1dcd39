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


def one_scale(field: Field, column: int) -> Field:
    """Give a field as it is on one of its scales.

    Parameters
    ----------
    field : Field
        With leading axes, or without.
    column : int
        Which scale, from 0.

    Returns
    -------
    Field
        With all its parties.

    Examples
    --------
    >>> import numpy as np
    >>> both = Field(("a",), ("price", "dam"), np.array([[0, 9], [0, 100]]), np.array([3]),
    ...              np.array([[0.5, 1.0]]), np.array([[4, 70]]))
    >>> dam = one_scale(both, 1)
    >>> dam.scales, dam.ends.tolist(), dam.position.tolist()
    (('dam',), [[0, 100]], [[70]])
    """
    at = slice(column, column + 1)
    return Field(
        field.parties,
        field.scales[at],
        field.ends[at],
        field.capability,
        field.salience[..., at],
        field.position[..., at],
    )
