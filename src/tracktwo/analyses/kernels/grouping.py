"""Which rows are equal?"""

from collections.abc import Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Places: TypeAlias = NDArray[np.intp]
Whole: TypeAlias = NDArray[Any]  # int64, or Python's whole numbers where 64 bits would not do

_ROOM = 2**62


def groups(columns: Sequence[Whole]) -> tuple[Places, Places]:
    """Put equal rows together.

    Parameters
    ----------
    columns : sequence of int64 or object, each of shape (n_rows,)
        The columns of the rows, at least one.

    Returns
    -------
    first : intp, shape (n_groups,)
        A row of each group, the first one of it.
    group : intp, shape (n_rows,)
        The group of each row. Groups are numbered in the rising order of the rows.

    Examples
    --------
    >>> first, group = groups([np.array([2, 1, 2]), np.array([5, 7, 5])])
    >>> first.tolist(), group.tolist()
    ([1, 0], [1, 0, 1])
    """
    key, span = _ranks(columns[0])
    for column in columns[1:]:
        ranks, width = _ranks(column)
        if span * width >= _ROOM:
            key, span = _ranks(key, always=True)
        if span * width >= _ROOM:
            ranks, width = _ranks(column, always=True)
        key = key * width + ranks
        span *= width
    _, first, group = np.unique(key, return_index=True, return_inverse=True)
    return first, group


def _ranks(column: Whole, *, always: bool = False) -> tuple[NDArray[np.int64], int]:
    """Give numbers from 0 in the same order as the column's, and how many there may be."""
    if not len(column):
        return np.zeros(0, dtype=np.int64), 1
    if column.dtype != np.object_ and not always:
        low, high = int(column.min()), int(column.max())
        if high - low < _ROOM:
            return np.asarray(column, dtype=np.int64) - low, high - low + 1
    found, ranks = np.unique(column, return_inverse=True)
    return ranks.astype(np.int64), len(found)


def rows_in_64_bits(rows: Whole) -> NDArray[np.int64]:
    """Put ranks in place of numbers beyond 64 bits: their order in each column stays.

    Parameters
    ----------
    rows : int64 or object, shape (n_rows, n_columns)
        Whole numbers.

    Returns
    -------
    int64, shape (n_rows, n_columns)
        The rows themselves, or the ranks in each column.

    Examples
    --------
    >>> rows_in_64_bits(np.array([[2**70], [5], [2**71]], dtype=object)).tolist()
    [[1], [0], [2]]
    """
    if rows.dtype == np.int64:
        return rows
    ranks = np.zeros(rows.shape, dtype=np.int64)
    for column in range(rows.shape[1]):
        ranks[:, column] = np.unique(rows[:, column], return_inverse=True)[1]
    return ranks
