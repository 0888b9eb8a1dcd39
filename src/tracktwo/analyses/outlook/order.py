"""In which order are parties reckoned with, whatever the order of the file?"""

import numpy as np
from numpy.typing import NDArray

from tracktwo.analyses.outlook.field import Field


def neutral_order(field: Field) -> NDArray[np.intp]:
    """Order parties by what is known of them, not by their place in the file.

    By position on the first scale, then on the next ones, then salience, then capability; parties
    equal in all of these by id. Models reckon in this order, so that sums round alike and ties
    fall alike however the file is sorted.

    Parameters
    ----------
    field : Field
        Parties on their scales; no leading axes.

    Returns
    -------
    intp, shape (n,)
        Indices of the parties in that order.

    Examples
    --------
    >>> one = np.ones((2, 1))
    >>> field = Field(("a", "b"), ("price",), np.array([[0.0, 9.0]]), one[:, 0], one,
    ...               np.array([[5.0], [2.0]]))
    >>> neutral_order(field).tolist()
    [1, 0]
    """
    keys = [*field.position.T, *field.salience.T, field.capability, np.array(field.parties)]
    return np.lexsort(keys[::-1])


def reordered(field: Field, order: NDArray[np.intp]) -> Field:
    """Give the same field with its parties in an order.

    Parameters
    ----------
    field : Field
        Parties on their scales; no leading axes.
    order : intp, shape (k,)
        Indices of the parties to keep, in their new order.

    Returns
    -------
    Field
        Those parties on the same scales.

    Examples
    --------
    >>> one = np.ones((2, 1))
    >>> field = Field(("a", "b"), ("price",), np.array([[0.0, 9.0]]), one[:, 0], one, one)
    >>> reordered(field, np.array([1, 0])).parties
    ('b', 'a')
    """
    return Field(
        tuple(field.parties[i] for i in order),
        field.scales,
        field.ends,
        field.capability[order],
        field.salience[order],
        field.position[order],
    )
