"""The utilitarian solution on a list of packages."""

from collections.abc import Sequence


def utilitarian(gains: Sequence[Sequence[int]]) -> list[int]:
    """Choose the packages with the largest sum of gains (Harsanyi 1955 [1]_).

    Gains are added up across parties, in points as the case gives them.

    Parameters
    ----------
    gains : sequence of sequence of int, shape (n_packages, n_parties)
        Worth less the no-agreement value, in one unit for all parties.

    Returns
    -------
    list of int
        Numbers of the chosen packages, all ties, in rising order; empty only where `gains` is.

    References
    ----------
    .. [1] Harsanyi, "Cardinal welfare, individualistic ethics, and interpersonal comparisons of
       utility", *Journal of Political Economy* 63, 1955, 309-321.

    Examples
    --------
    >>> utilitarian([(64, 68), (66, 61), (79, 53)])
    [0, 2]
    """
    sums = [sum(row) for row in gains]
    largest = max(sums, default=0)
    return [i for i, total in enumerate(sums) if total == largest]


def largest(rows: Sequence[Sequence[int]], column: int) -> list[int]:
    """Choose the rows that are largest in one column, all ties.

    Examples
    --------
    >>> largest([(1, 5), (2, 2), (0, 5)], 1)
    [0, 2]
    """
    most = max((row[column] for row in rows), default=0)
    return [i for i, row in enumerate(rows) if row[column] == most]
