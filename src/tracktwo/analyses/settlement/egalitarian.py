"""The egalitarian solution on a list of packages, and the leximin order behind it."""

from collections.abc import Sequence


def leximin(rows: Sequence[Sequence[int]]) -> list[int]:
    """Choose the rows that are best for the worst off, then for the next worst off, and so on.

    Parameters
    ----------
    rows : sequence of sequence of int, shape (n_rows, n_parties)
        Larger is better; all in the same unit.

    Returns
    -------
    list of int
        Numbers of the chosen rows, all ties, in rising order; empty only where `rows` is.

    References
    ----------
    .. [1] Sen, *Collective Choice and Social Welfare*, 1970, chapter 9.

    Examples
    --------
    >>> leximin([(1, 5), (2, 2), (3, 2), (2, 3)])
    [2, 3]
    """
    keys = [sorted(row) for row in rows]
    best = max(keys, default=[])
    return [i for i, key in enumerate(keys) if key == best]


def egalitarian(gains: Sequence[Sequence[int]]) -> list[int]:
    """Choose the packages whose smallest gain is largest (Kalai 1977 [1]_).

    Ties are broken by the second smallest gain, and so on (`leximin`), so that no chosen
    package is dominated. Gains are compared between parties, in points as the case gives them.

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
    .. [1] Kalai, "Proportional solutions to bargaining situations: interpersonal utility
       comparisons", *Econometrica* 45, 1977, 1623-1630.

    Examples
    --------
    >>> egalitarian([(64, 68), (66, 61), (79, 53)])
    [0]
    """
    return leximin(gains)
