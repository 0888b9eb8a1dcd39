"""The Kalai–Smorodinsky solution on a list of packages."""

from collections.abc import Sequence
from math import prod

from tracktwo.analyses.settlement.egalitarian import leximin


def kalai_smorodinsky(gains: Sequence[Sequence[int]]) -> list[int]:
    """Choose the packages that bring every party as near as can be to the most it could gain.

    The maximin of gains over each party's best acceptable gain: each gain is taken as a share of
    the party's largest gain in any package of the list (for a frontier, in any acceptable
    package), and the smallest share is made as large as it can be. Kalai and Smorodinsky [1]_
    define it for two parties and a convex set, where the shares can be made equal; a list of
    packages comes only near to that. Ties are broken by the second smallest share, and so on: the
    lexicographic maximin with which Imai [2]_ extends the solution to more parties, here on a
    list instead of a convex set. A party that gains nothing in any package has no share
    and is left out; where that holds for all, every package is chosen. Scaling a party's
    points changes nothing.

    Parameters
    ----------
    gains : sequence of sequence of int, shape (n_packages, n_parties)
        Worth less the no-agreement value, in any unit.

    Returns
    -------
    list of int
        Numbers of the chosen packages, all ties, in rising order; empty only where `gains` is.

    References
    ----------
    .. [1] Kalai and Smorodinsky, "Other solutions to Nash's bargaining problem",
       *Econometrica* 43, 1975, 513-518.
    .. [2] Imai, "Individual monotonicity and lexicographic maxmin solution", *Econometrica* 51,
       1983, 389-402.

    Examples
    --------
    Shares of (10, 4): 0.1 and 1, 0.6 and 0.5, 1 and 0.

    >>> kalai_smorodinsky([(1, 4), (6, 2), (10, 0)])
    [1]
    """
    largest = [max(column) for column in zip(*gains, strict=True)]
    with_share = [i for i, gain in enumerate(largest) if gain > 0]
    whole = prod(largest[i] for i in with_share)
    return leximin([[row[i] * (whole // largest[i]) for i in with_share] for row in gains])
