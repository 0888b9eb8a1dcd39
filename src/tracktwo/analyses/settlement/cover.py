"""A few packages that stand for a large frontier, and how well they do."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tracktwo.analyses.settlement.settlement import FrontierPoint

MOST_SHOWN = 50


@dataclass(frozen=True, slots=True)
class Cover:
    """Some points of a frontier.

    Attributes
    ----------
    points : tuple of FrontierPoint
        The chosen ones, in the order of the frontier.
    short : Fraction
        The guarantee: for every point of the frontier there is a chosen one that no party has
        reason to find worse by more than this share of its span on the frontier. 0 where all
        points are chosen.
    """

    points: tuple[FrontierPoint, ...]
    short: Fraction


def cover(frontier: Sequence[FrontierPoint], most: int = MOST_SHOWN) -> Cover:
    """Choose points so that every point of a frontier has a chosen one near it.

    First each party's best, then always the point that is served worst: the farthest-point rule
    (Gonzalez 1985 [1]_), with the additive epsilon indicator (Zitzler and others 2003 [2]_) on each
    party's span as the distance.

    Parameters
    ----------
    frontier : sequence of FrontierPoint
        All of it.
    most : int
        So many points at most; at least as many as parties.

    Returns
    -------
    Cover
        With its guarantee, exact.

    References
    ----------
    .. [1] Gonzalez, "Clustering to minimize the maximum intercluster distance", *Theoretical
       Computer Science* 38, 1985, 293-306.
    .. [2] Zitzler, Thiele, Laumanns, Fonseca and Grunert da Fonseca, "Performance assessment of
       multiobjective optimizers", *IEEE Transactions on Evolutionary Computation* 7, 2003, 117-132.

    Examples
    --------
    >>> line = [
    ...     FrontierPoint((("a", Fraction(i)), ("b", Fraction(4 - i))), (), 1) for i in range(5)
    ... ]
    >>> found = cover(line, 3)
    >>> [int(dict(point.utilities)["a"]) for point in found.points], found.short
    ([0, 2, 4], Fraction(1, 4))
    """
    if len(frontier) <= most or not frontier[0].utilities:
        return Cover(tuple(frontier), Fraction(0))
    shares, whole = _shares(frontier)
    chosen = sorted({int(column.argmax()) for column in shares.T})
    short = np.min([_short_of(shares, at) for at in chosen], axis=0)
    while len(chosen) < most and short.max() > 0:
        worst = int(short.argmax())
        chosen.append(worst)
        short = np.minimum(short, _short_of(shares, worst))
    points = tuple(frontier[at] for at in sorted(chosen))
    return Cover(points, Fraction(int(short.max()), whole))


def _shares(frontier: Sequence[FrontierPoint]) -> tuple[NDArray[Any], int]:
    """Give each worth as a share of the party's span, in whole numbers of one small share."""
    worths = [[worth for _, worth in point.utilities] for point in frontier]
    unit = lcm(*(worth.denominator for row in worths for worth in row))
    rows = np.array([[int(worth * unit) for worth in row] for row in worths], dtype=np.object_)
    spans = [
        max(int(most - least), 1) for most, least in zip(rows.max(0), rows.min(0), strict=True)
    ]
    whole = lcm(*spans)
    scaled = (rows - rows.min(0)) * np.array([whole // span for span in spans], dtype=np.object_)
    return (scaled.astype(np.int64) if whole < 2**62 else scaled), whole


def _short_of(shares: NDArray[Any], at: int) -> NDArray[Any]:
    """Give by how much a point falls short of each, for the party that loses most by it."""
    return np.asarray((shares - shares[at]).max(axis=1))
