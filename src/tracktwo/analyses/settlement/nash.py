"""The Nash bargaining solution on a list of packages."""

from collections.abc import Sequence
from math import prod


def nash(gains: Sequence[Sequence[int]]) -> list[int]:
    """Choose the packages with the largest product of gains.

    Where some package gains every party something, that is the whole rule (Nash 1950 [1]_).
    Where every product would be 0, the packages that gain the most parties something come
    first, and among those that gain the same parties something, the largest product over these
    parties decides (Caragiannis and others 2019 [2]_, section 2). Sets of parties of the same
    size are not weighed against each other: the best packages of each are given. So scaling a
    party's points changes nothing.

    Parameters
    ----------
    gains : sequence of sequence of int, shape (n_packages, n_parties)
        Worth less the no-agreement value, in any unit. A gain of 0 or less is none.

    Returns
    -------
    list of int
        Numbers of the chosen packages, all ties, in rising order; empty only where `gains` is.

    References
    ----------
    .. [1] Nash, "The bargaining problem", *Econometrica* 18, 1950, 155-162.
    .. [2] Caragiannis, Kurokawa, Moulin, Procaccia, Shah and Wang, "The unreasonable fairness
       of maximum Nash welfare", *ACM Transactions on Economics and Computation* 7(3), 2019.

    Examples
    --------
    >>> nash([(4, 2), (3, 3), (2, 4), (9, 0)])
    [1]
    >>> nash([(4, 0), (5, 0), (0, 7)])
    [1, 2]
    """
    gainers = [tuple(i for i, gain in enumerate(row) if gain > 0) for row in gains]
    most = max(map(len, gainers), default=0)
    products = [prod(gain for gain in row if gain > 0) for row in gains]
    best: dict[tuple[int, ...], int] = {}
    for who, product in zip(gainers, products, strict=True):
        best[who] = max(product, best.get(who, 0))
    return [
        i
        for i, (who, product) in enumerate(zip(gainers, products, strict=True))
        if len(who) == most and product == best[who]
    ]


def largest_products(gains: Sequence[Sequence[int]], most: int) -> list[int]:
    """Choose the packages with the largest products of gains, among those that gain all something.

    Parameters
    ----------
    gains : sequence of sequence of int, shape (n_packages, n_parties)
        As for `nash`.
    most : int
        So many are chosen, and all that tie with the last of them.

    Returns
    -------
    list of int
        Numbers of the chosen packages, from the largest product downwards; empty where no package
        gains all parties something.

    Examples
    --------
    >>> largest_products([(4, 2), (3, 3), (2, 4), (9, 0), (1, 1)], 2)
    [1, 0, 2]
    """
    products = [prod(row) if row and min(row) > 0 else 0 for row in gains]
    ordered = sorted((i for i, each in enumerate(products) if each), key=lambda i: -products[i])
    least = products[ordered[:most][-1]] if ordered else 0
    return [i for i in ordered if products[i] >= least]
