"""The Pareto frontier of all acceptable packages, block by block, without looking at each."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from tracktwo.analyses.kernels.dominance import undominated
from tracktwo.analyses.kernels.grouping import groups, rows_in_64_bits
from tracktwo.analyses.settlement.blocks import Totals
from tracktwo.analyses.settlement.reach import Reach, hopeless, reach_of
from tracktwo.analyses.settlement.terms import Layer, Terms, within

MOST_POINTS = 100_000
_MANY_PARTIES = 6  # from here on a frontier is rarely small, and comparing its points is slow
_FEWER_POINTS = 1_000
_AT_ONCE = 1 << 20

Chosen: TypeAlias = Callable[[NDArray[np.int64]], NDArray[np.bool_]]  # rows to keep


class TooManyPointsError(Exception):
    """The frontier of some blocks has more points than can be held."""


@dataclass(frozen=True, slots=True)
class Stage:
    """The efficient beginnings after one more block, and what leads to each.

    Row `i` is reached from the beginnings ``parents[starts[i]:starts[i + 1]]`` with the ways
    `ways` of the block at the same places.
    """

    layer: Layer
    rows: Totals
    refusing: NDArray[np.int64]
    starts: NDArray[np.intp]
    parents: NDArray[np.intp]
    ways: NDArray[np.intp]
    counts: Totals


@dataclass(frozen=True, slots=True)
class Frontier:
    """All efficient worths, and the stages by which packages lead there.

    Attributes
    ----------
    rows : shape (n_points, n_parties)
        Distinct worths, from the largest for the first party downwards.
    ends : tuple of tuple of int
        For each point, the rows of the last stage that have this worth.
    stages : tuple of Stage
        One for each block.
    """

    rows: Totals
    ends: tuple[tuple[int, ...], ...]
    stages: tuple[Stage, ...]

    def count(self, point: int) -> int:
        """Count the packages of a point."""
        return sum(int(self.stages[-1].counts[end]) for end in self.ends[point])

    def packages(self, point: int) -> Iterator[tuple[int, ...]]:
        """Give the packages of a point: for each block in the case's order, its way."""
        for end in self.ends[point]:
            for found in self._back(len(self.stages) - 1, end):
                by_block = sorted(
                    (stage.layer.block, int(stage.layer.ways[way]))
                    for stage, way in zip(self.stages, found, strict=True)
                )
                yield tuple(way for _, way in by_block)

    def used(self) -> dict[int, set[int]]:
        """Give for each block the ways that occur in some efficient package, ties included."""
        found: dict[int, set[int]] = {}
        rows = np.array(sorted({end for ends in self.ends for end in ends}), dtype=np.intp)
        for stage in reversed(self.stages):
            chosen = np.zeros(len(stage.rows), dtype=np.bool_)
            chosen[rows] = True
            leading = np.repeat(chosen, np.diff(stage.starts))
            found[stage.layer.block] = set(stage.layer.ways[stage.ways[leading]].tolist())
            rows = np.unique(stage.parents[leading])
        return found

    def _back(self, place: int, row: int) -> Iterator[tuple[int, ...]]:
        if place < 0:
            yield ()
            return
        stage = self.stages[place]
        for at in range(int(stage.starts[row]), int(stage.starts[row + 1])):
            for before in self._back(place - 1, int(stage.parents[at])):
                yield (*before, int(stage.ways[at]))


def frontier_of(terms: Terms, most_points: int | None = None) -> Frontier:
    """Find every efficient worth among the acceptable packages.

    Packages are built block by block. A beginning is dropped when it can no longer become
    acceptable, or when another beginning, refused by the same parties, dominates it: with the
    same rest, that other package is as acceptable and dominates. So the frontier of a sum of sets
    is that of the sum of their frontiers (a Minkowski sum; what such enumeration costs is the
    subject of Bökler and others 2017 [1]_). Only whole numbers are compared.

    Parameters
    ----------
    terms : Terms
        What has to hold.
    most_points : int or None
        So many beginnings may be held at once; None for `MOST_POINTS`, fewer for many parties.

    Returns
    -------
    Frontier
        Without points where nothing is acceptable.

    Raises
    ------
    TooManyPointsError
        If there are more.

    References
    ----------
    .. [1] Bökler, Ehrgott, Morris and Mutzel, "Output-sensitive complexity of multiobjective
       combinatorial optimization", *Journal of Multi-Criteria Decision Analysis* 24, 2017, 25-36.

    Examples
    --------
    >>> from tracktwo.analyses.settlement.terms import terms_of
    >>> from tracktwo.casemodel.example import river
    >>> frontier_of(terms_of(river())).rows.tolist()
    [[70, 40], [40, 50], [30, 90]]
    """
    if most_points is None:
        many = len(terms.worth.entering) >= _MANY_PARTIES
        most_points = _FEWER_POINTS if many else MOST_POINTS
    return _built(terms, most_points, undominated)


def every_worth(terms: Terms, most_points: int) -> Frontier:
    """Find every worth of an acceptable package, dominated or not.

    Parameters
    ----------
    terms : Terms
        What has to hold, narrow enough to leave few packages.
    most_points : int
        So many beginnings may be held at once.

    Returns
    -------
    Frontier
        Of all worths. Without points where nothing is acceptable.

    Raises
    ------
    TooManyPointsError
        If there are more.

    Examples
    --------
    >>> from tracktwo.analyses.settlement.terms import terms_of
    >>> from tracktwo.casemodel.example import river
    >>> every_worth(terms_of(river()).under(0), 10).rows[0].tolist()
    [100, 0]
    """
    return _built(terms, most_points, _all)


def _all(rows: NDArray[np.int64]) -> NDArray[np.bool_]:
    return np.ones(len(rows), dtype=np.bool_)


def _built(terms: Terms, most_points: int, chosen: Chosen) -> Frontier:
    """Add block after block, and keep of each stage the rows that are chosen."""
    nothing = Frontier(np.zeros((0, len(terms.must)), dtype=np.int64), (), ())
    layers = terms.ordered(largest_first=True)
    if not within(layers):
        return nothing
    reach = reach_of(terms, layers)
    if hopeless(reach):
        return nothing
    columns = list(terms.worth.entering)
    rows = np.zeros((1, len(terms.must)), dtype=layers[0].worth.dtype)
    refusing = np.zeros(1, dtype=np.int64)
    counts: Totals = np.ones(1, dtype=np.int64 if _few(layers) else np.object_)
    stages = []
    for place, layer in enumerate(layers, start=1):
        found = _candidates(rows, refusing, layer, reach, place)
        stage = _stage(found, layer, columns, counts, chosen)
        rows, refusing, counts = stage.rows, stage.refusing, stage.counts
        if len(rows) > most_points:
            raise TooManyPointsError
        if not len(rows):
            return nothing
        stages.append(stage)
    return _finished(rows, columns, tuple(stages), chosen)


def _few(layers: Sequence[Layer]) -> bool:
    """Tell whether the packages can be counted in 64 bits."""
    return sum(float(np.log2(len(layer.ways))) for layer in layers) < 60


@dataclass(frozen=True, slots=True)
class _Candidates:
    rows: Totals
    refusing: NDArray[np.int64]
    parents: NDArray[np.intp]
    ways: NDArray[np.intp]


def _candidates(
    rows: Totals, refusing: NDArray[np.int64], layer: Layer, reach: Reach, place: int
) -> _Candidates:
    """Add every way to every beginning, and keep what can still become acceptable."""
    size = max(1, _AT_ONCE // len(rows))
    parts = []
    for start in range(0, len(layer.ways), size):
        ways = np.arange(start, min(start + size, len(layer.ways)))
        sums = (rows[np.newaxis] + layer.worth[ways][:, np.newaxis]).reshape(-1, rows.shape[1])
        by = (refusing[np.newaxis] | layer.refusing[ways][:, np.newaxis]).ravel()
        kept, by = reach.keep(sums, by, place)
        parents = np.tile(np.arange(len(rows)), len(ways))[kept]
        parts.append((sums[kept], by[kept], parents, np.repeat(ways, len(rows))[kept]))
    return _Candidates(*(np.concatenate(each) for each in zip(*parts, strict=True)))


def _stage(
    found: _Candidates, layer: Layer, columns: list[int], counts: Totals, chosen_of: Chosen
) -> Stage:
    """Keep the chosen candidates of each set of refusing parties, equal ones together."""
    keys = [found.refusing, *(found.rows[:, column] for column in columns)]
    first, group = groups(keys)
    rows, refusing = found.rows[first], found.refusing[first]
    efficient = np.zeros(len(first), dtype=np.bool_)
    for by in np.unique(refusing):
        same = np.flatnonzero(refusing == by)
        efficient[same] = chosen_of(rows_in_64_bits(rows[same][:, columns]))
    number = np.cumsum(efficient) - 1
    chosen = np.flatnonzero(efficient[group])
    chosen = chosen[np.argsort(number[group[chosen]], kind="stable")]
    to = number[group[chosen]]
    starts = np.searchsorted(to, np.arange(int(efficient.sum()) + 1))
    parents, ways = found.parents[chosen], found.ways[chosen]
    totals = np.add.reduceat(counts[parents], starts[:-1]) if len(parents) else counts[:0]
    return Stage(layer, rows[efficient], refusing[efficient], starts, parents, ways, totals)


def _finished(
    rows: Totals, columns: list[int], stages: tuple[Stage, ...], chosen: Chosen
) -> Frontier:
    """Keep what is chosen among all, whoever refuses; largest first."""
    efficient = np.flatnonzero(chosen(rows_in_64_bits(rows[:, columns])))
    points: dict[tuple[int, ...], list[int]] = {}
    for row in efficient.tolist():
        points.setdefault(tuple(rows[row, columns].tolist()), []).append(row)
    ordered = sorted(points.items(), reverse=True)
    return Frontier(
        rows=rows[[ends[0] for _, ends in ordered]],
        ends=tuple(tuple(ends) for _, ends in ordered),
        stages=stages,
    )
