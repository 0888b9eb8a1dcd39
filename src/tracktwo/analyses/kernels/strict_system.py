"""Is there a positive point on the right side of every plane? Decided in whole numbers."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray


def positive_point(
    strict: Sequence[Sequence[int]], weak: Sequence[Sequence[int]], size: int
) -> tuple[int, ...] | None:
    """Find x > 0 with ``row . x > 0`` for every strict row and ``row . x >= 0`` for every weak one.

    The largest margin by which all strict conditions can be met at once, at most 1, is a linear
    programme that starts from a corner it knows. It is solved by the simplex method with Bland's
    rule [1]_, which cannot cycle, on whole numbers that are divided without remainder
    (Edmonds 1967 [2]_), so that the answer is exact either way.

    Parameters
    ----------
    strict, weak : sequence of rows, each of `size` whole numbers
        The conditions; all of them have 0 on their right side.
    size : int
        How many coordinates x has, at least one.

    Returns
    -------
    tuple of int or None
        Such a point; None where there is none.

    References
    ----------
    .. [1] Bland, "New finite pivoting rules for the simplex method", *Mathematics of Operations
       Research* 2, 1977, 103-107.
    .. [2] Edmonds, "Systems of distinct representatives and linear algebra", *Journal of Research
       of the National Bureau of Standards* 71B, 1967, 241-245.

    Examples
    --------
    >>> positive_point([[1, -1], [-2, 3]], [], 2)
    (4, 3)
    >>> positive_point([[1, -1], [-1, 1]], [], 2) is None
    True
    """
    # x = y + margin, y >= 0: the columns are y, the margin, the slacks, the right side.
    rows = [[*(-a for a in row), 1 - sum(row)] for row in strict]
    rows += [[*(-a for a in row), -sum(row)] for row in weak]
    rows.append([0] * size + [1])
    table = np.zeros((len(rows) + 1, size + 1 + len(rows) + 1), dtype=np.object_)
    table[:-1, : size + 1] = rows
    table[:-1, size + 1 : -1] = np.eye(len(rows), dtype=np.int64).astype(np.object_)
    table[-2, -1] = 1
    table[-1, size] = -1
    basis = list(range(size + 1, size + 1 + len(rows)))
    scale = _maximised(table, basis)
    if not table[-1, -1]:
        return None
    values = dict(zip(basis, table[:-1, -1].tolist(), strict=True))
    point = [values.get(column, 0) + values[size] for column in range(size)]
    divisor = int(np.gcd.reduce(np.array([*point, scale], dtype=np.object_)))
    return tuple(int(value) // divisor for value in point)


def _maximised(table: NDArray[Any], basis: list[int]) -> int:
    """Pivot until no column of the last row is negative; give the scale of the whole table."""
    scale = 1
    while True:
        entering = np.flatnonzero(table[-1, :-1] < 0)
        if not len(entering):
            return scale
        column = int(entering[0])
        row = _leaving(table, basis, column)
        pivot = table[row, column]
        others = np.arange(len(table)) != row
        table[others] = (
            table[others] * pivot - table[others, column][:, np.newaxis] * table[row][np.newaxis]
        ) // scale
        scale = int(pivot)
        basis[row] = column


def _leaving(table: NDArray[Any], basis: list[int], column: int) -> int:
    """Choose the row that bounds a column first; the lowest basic column where rows tie."""
    rows = [row for row in range(len(basis)) if table[row, column] > 0]
    best = rows[0]
    for row in rows[1:]:
        left = table[row, -1] * table[best, column]
        right = table[best, -1] * table[row, column]
        if left < right or (left == right and basis[row] < basis[best]):
            best = row
    return best
