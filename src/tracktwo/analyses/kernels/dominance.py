"""Which rows does no other row beat?"""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from tracktwo.errors import ArrayError

Utilities: TypeAlias = NDArray[np.int64]  # (n_rows, n_parties)
Mask: TypeAlias = NDArray[np.bool_]  # (n_rows,)

_WHOLE = 2**53  # below this, every whole number is a double


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
    The comparisons are those of moocore [1]_, on doubles that stand for the whole numbers one to
    one: below 2^53 they are the numbers, beyond that their ranks.

    References
    ----------
    .. [1] López-Ibáñez, Paquete and Stützle, "Exploratory analysis of stochastic local search
       algorithms in biobjective optimization", 2010; the moocore library.

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
    import moocore  # noqa: PLC0415 - heavy, and only where there is something to compare

    exact = np.column_stack([_in_doubles(column) for column in utilities.T])
    return np.asarray(moocore.is_nondominated(exact, maximise=True, keep_weakly=True), np.bool_)


def _in_doubles(column: NDArray[np.int64]) -> NDArray[np.float64]:
    """Give doubles in the same order: the numbers themselves, or their ranks beyond 2^53."""
    if int(column.min()) > -_WHOLE and int(column.max()) < _WHOLE:
        return column.astype(np.float64)
    return np.unique(column, return_inverse=True)[1].astype(np.float64)
