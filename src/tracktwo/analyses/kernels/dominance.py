"""Which rows does no other row beat?"""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from tracktwo.errors import ArrayError

Utilities: TypeAlias = NDArray[np.int64]  # (n_rows, n_parties)
Mask: TypeAlias = NDArray[np.bool_]  # (n_rows,)

_FEW_PAIRS = 1 << 14  # so many comparisons are quicker made at once than divided further


def undominated(utilities: Utilities) -> Mask:
    """Mark the rows that are Pareto efficient.

    A row is dominated when some other row is at least as large in every column and larger in
    one. Equal rows do not dominate each other, so ties stay together. Exact: whole numbers
    are compared.

    Parameters
    ----------
    utilities : int64, shape (n_rows, n_parties)
        Worth of each package to each party; larger is better. Only the order inside a column
        is used.

    Returns
    -------
    bool, shape (n_rows,)
        True where no row dominates. At least one entry is True where there is a row; all are
        where there is no column.

    Raises
    ------
    ArrayError
        If `utilities` is not two-dimensional, or holds anything but 64-bit integers.

    Notes
    -----
    Divide and conquer over rows in lexicographic order (Kung, Luccio and Preparata 1975,
    section 3): time O(n log^(d-2) n) for d columns, memory O(n d).

    References
    ----------
    .. [1] Kung, Luccio and Preparata, "On finding the maxima of a set of vectors",
       *Journal of the ACM* 22, 1975, 469-476.

    Examples
    --------
    >>> undominated(np.array([[3, 1], [1, 3], [1, 1], [3, 1]])).tolist()
    [True, True, False, True]
    """
    if utilities.ndim != 2 or utilities.dtype != np.int64:
        raise ArrayError(
            "utilities must be int64 of shape (n_rows, n_parties), got "
            f"{utilities.dtype} of shape {utilities.shape}"
        )
    if not utilities.size:
        return np.ones(len(utilities), dtype=np.bool_)
    order = np.lexsort(utilities.T[::-1])[::-1]
    rows = utilities[order]
    is_first = np.r_[True, (rows[1:] != rows[:-1]).any(axis=1)]
    efficient = _maxima(rows[is_first])
    marked = np.empty(len(rows), dtype=np.bool_)
    marked[order] = efficient[np.cumsum(is_first) - 1]
    return marked


def _maxima(rows: Utilities) -> Mask:
    """Mark the maxima of distinct rows in falling lexicographic order.

    No row dominates one before it, and a row dominates one after it as soon as it is as large
    in all columns but the first.
    """
    if len(rows) ** 2 <= _FEW_PAIRS:
        covering = np.count_nonzero(_pairs(rows, rows), axis=1)
        return np.asarray(covering == 1)  # itself
    half = len(rows) // 2
    high, low = rows[:half], rows[half:]
    in_high, in_low = _maxima(high), _maxima(low)
    in_low[in_low] = ~_covered(low[in_low][:, 1:], high[in_high][:, 1:])
    return np.concatenate([in_high, in_low])


def _covered(low: Utilities, high: Utilities) -> Mask:
    """Mark the low rows that are nowhere larger than some one high row."""
    columns = low.shape[1]
    if not len(low) or not len(high) or columns == 0:
        return np.full(len(low), len(high) > 0, dtype=np.bool_)
    if columns == 1:
        return np.asarray(low[:, 0] <= high[:, 0].max())
    if columns == 2:
        return _covered_in_the_plane(low, high)
    if len(low) * len(high) <= _FEW_PAIRS:
        return np.asarray(_pairs(low, high).any(axis=1))
    return _covered_by_halves(low, high)


def _pairs(low: Utilities, high: Utilities) -> NDArray[np.bool_]:
    """Compare each low row with each high row: is it nowhere larger?"""
    return np.asarray((low[:, np.newaxis] <= high[np.newaxis]).all(axis=2))


def _covered_in_the_plane(low: Utilities, high: Utilities) -> Mask:
    """Sweep: the best second column among all high rows as large in the first."""
    order = np.argsort(high[:, 0])
    firsts, best = high[order, 0], np.maximum.accumulate(high[order[::-1], 1])[::-1]
    at = np.searchsorted(firsts, low[:, 0])
    reached: Mask = at < len(high)
    reached[reached] = low[reached, 1] <= best[at[reached]]
    return reached


def _covered_by_halves(low: Utilities, high: Utilities) -> Mask:
    """Split at a middle value of the first column; across it, that column is settled."""
    middle = np.partition(high[:, 0], len(high) // 2)[len(high) // 2]
    over, under, low_over = high[:, 0] > middle, high[:, 0] < middle, low[:, 0] > middle
    covered = np.empty(len(low), dtype=np.bool_)
    covered[low_over] = _covered(low[low_over], high[over])
    rest = low[~low_over]
    settled = _covered(rest[:, 1:], high[~under][:, 1:])
    settled[~settled] = _covered(rest[~settled], high[under])
    covered[~low_over] = settled
    return covered
