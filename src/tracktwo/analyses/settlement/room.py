"""Is any package acceptable? Decided without the whole frontier."""

from dataclasses import replace
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from tracktwo.analyses.kernels.dominance import undominated
from tracktwo.analyses.kernels.grouping import groups, rows_in_64_bits
from tracktwo.analyses.settlement.blocks import Totals
from tracktwo.analyses.settlement.reach import Reach, hopeless, reach_of
from tracktwo.analyses.settlement.terms import Layer, Terms, within
from tracktwo.analyses.settlement.ties import Tie
from tracktwo.errors import SettlementError

Marks: TypeAlias = NDArray[Any]

MOST_BEGINNINGS = 400_000
_BEAM = 200


def has_room(terms: Terms) -> bool:
    """Tell whether some package is acceptable under the lines in force.

    Parameters
    ----------
    terms : Terms
        What has to hold.

    Returns
    -------
    bool
        True where there is one; exact.

    Raises
    ------
    SettlementError
        As `find_package`.

    Examples
    --------
    >>> from tracktwo.analyses.settlement.terms import terms_of
    >>> from tracktwo.casemodel.example import river
    >>> has_room(terms_of(river()))
    True
    """
    return find_package(terms) is not None


def find_package(terms: Terms) -> tuple[int, ...] | None:
    """Find an acceptable package, or show that there is none.

    First by bounds, which may show that there is none; then by a narrow search, which may find
    one; then by all beginnings that could still become acceptable and that differ in what
    matters. Exact whichever decides.

    Parameters
    ----------
    terms : Terms
        What has to hold.

    Returns
    -------
    tuple of int or None
        For each block the way of it; None where nothing is acceptable.

    Raises
    ------
    SettlementError
        If more than `MOST_BEGINNINGS` beginnings would have to be held.

    Examples
    --------
    >>> from tracktwo.analyses.settlement.terms import terms_of
    >>> from tracktwo.casemodel.example import river
    >>> find_package(terms_of(river()))
    (1, 0)
    """
    layers = terms.ordered(largest_first=False)
    if not within(layers):
        return None
    reach = reach_of(terms, layers)
    if hopeless(reach):
        return None
    found = _search(layers, reach, _BEAM)
    return found if found is not None else _search(layers, reach, None)


def crossed_by(terms: Terms, package: tuple[int, ...]) -> int:
    """Give the red lines that a package crosses, in force or not, as a set of bits.

    Examples
    --------
    >>> from tracktwo.analyses.settlement.terms import terms_of
    >>> from tracktwo.casemodel.example import river
    >>> bin(crossed_by(terms_of(river()), (0, 1))), crossed_by(terms_of(river()), (1, 0))
    ('0b110', 0)
    """
    crossed = 0
    totals = totals_of_ways(terms, package)
    for block, way in zip(terms.blocks, package, strict=True):
        for line, marks in block.crossed:
            crossed |= int(marks[way]) << line
    for tie in terms.ties:
        if tie.line is not None and not _failing(terms, package, tie):
            crossed |= 1 << tie.line
    for line, each in enumerate(terms.lines):
        floor = terms.worth.no_agreement[terms.owners[line]]
        if each.kind == "no_agreement" and floor is not None:
            crossed |= int(totals[terms.owners[line]] < floor) << line
    return crossed


def options_left(terms: Terms) -> set[tuple[str, str]]:
    """Give every (issue, option) that occurs in some acceptable package.

    Examples
    --------
    >>> from tracktwo.analyses.settlement.terms import terms_of
    >>> from tracktwo.casemodel.example import river
    >>> sorted(options_left(terms_of(river())))
    [('dam', 'low'), ('dam', 'none'), ('toll', 'free'), ('toll', 'paid')]
    """
    left: set[tuple[str, str]] = set()
    for number, block in enumerate(terms.blocks):
        for column, issue in enumerate(block.issues):
            for option in range(len(terms.case.issues[issue].options)):
                named = (terms.case.issues[issue].id, terms.case.issues[issue].options[option].id)
                if named in left:
                    continue
                only = _only(terms, number, block.choices[:, column] == option)
                found = find_package(only)
                if found is not None:
                    left |= _options(only, found)
    return left


def _options(terms: Terms, package: tuple[int, ...]) -> set[tuple[str, str]]:
    """Name the options of a package."""
    issues = terms.case.issues
    return {
        (issues[issue].id, issues[issue].options[option].id)
        for block, way in zip(terms.blocks, package, strict=True)
        for issue, option in zip(block.issues, block.choices[way].tolist(), strict=True)
    }


def _only(terms: Terms, number: int, kept: Marks) -> Terms:
    """Refuse to everyone the ways of one block that are not kept, by leaving them out."""
    block = terms.blocks[number]
    cut = replace(
        block,
        choices=block.choices[kept],
        worth=block.worth[kept],
        crossed=tuple((line, marks[kept]) for line, marks in block.crossed),
        fails=tuple((tie, bit, marks[kept]) for tie, bit, marks in block.fails),
    )
    return replace(terms, blocks=(*terms.blocks[:number], cut, *terms.blocks[number + 1 :]))


def totals_of_ways(terms: Terms, package: tuple[int, ...]) -> list[int]:
    """Add up what a package is worth to each party, in the unit of the terms.

    Examples
    --------
    >>> from tracktwo.analyses.settlement.terms import terms_of
    >>> from tracktwo.casemodel.example import river
    >>> totals_of_ways(terms_of(river()), (1, 0))
    [30, 90]
    """
    rows = [block.worth[way].tolist() for block, way in zip(terms.blocks, package, strict=True)]
    return [sum(column) for column in zip(*rows, strict=True)]


def permits(terms: Terms, package: tuple[int, ...]) -> bool:
    """Tell whether a package breaks no rule that reaches across blocks.

    Examples
    --------
    >>> from tracktwo.analyses.settlement.terms import terms_of
    >>> from tracktwo.casemodel.example import river
    >>> permits(terms_of(river()), (0, 1))
    True
    """
    return not any(
        tie.line is None and _failing(terms, package, tie) == {tie.then_failed}
        for tie in terms.ties
    )


def _failing(terms: Terms, package: tuple[int, ...], tie: Tie) -> set[int]:
    """Give the bits of a tie that fail in a package."""
    return {
        bit
        for block, way in zip(terms.blocks, package, strict=True)
        for each, bit, fails in block.fails
        if each is tie and fails[way]
    }


def accepted(terms: Terms, package: tuple[int, ...]) -> bool:
    """Tell whether enough parties accept a package under the lines in force.

    Examples
    --------
    >>> from tracktwo.analyses.settlement.terms import terms_of
    >>> from tracktwo.casemodel.example import river
    >>> accepted(terms_of(river()), (0, 1)), accepted(terms_of(river()), (1, 0))
    (False, True)
    """
    if not permits(terms, package):
        return False
    crossed = crossed_by(terms, package) & terms.active
    refusing = {terms.owners[line] for line in range(len(terms.lines)) if crossed >> line & 1}
    may = sum(not terms.must[party] for party in refusing)
    return not any(terms.must[party] for party in refusing) and may <= terms.most_refusing


def _search(layers: list[Layer], reach: Reach, beam: int | None) -> tuple[int, ...] | None:
    """Follow all beginnings that matter, or only those with the least risk."""
    rows: Totals = np.zeros((1, len(reach.must)), dtype=layers[0].worth.dtype)
    refusing = np.zeros(1, dtype=np.int64)
    trail: list[tuple[Marks, Marks]] = []
    for place, layer in enumerate(layers, start=1):
        sums = (rows[:, np.newaxis] + layer.worth[np.newaxis]).reshape(-1, rows.shape[1])
        by = (refusing[:, np.newaxis] | layer.refusing[np.newaxis]).ravel()
        kept, by = reach.keep(sums, by, place)
        at = np.flatnonzero(kept)
        by = by[at]
        sums = reach.settled(sums[at], by, place)
        if not len(sums):
            return None
        first, _ = groups([by, *(sums[:, p] for p in range(sums.shape[1]))])
        rows, refusing, at = sums[first], by[first], at[first]
        if beam is not None and len(rows) > beam:
            chosen = np.argsort(-_margin(rows, refusing, reach, place), kind="stable")[:beam]
        else:
            chosen = np.flatnonzero(_best(rows, refusing))
        rows, refusing, at = rows[chosen], refusing[chosen], at[chosen]
        if len(rows) > MOST_BEGINNINGS:
            raise SettlementError(
                f"whether there is room could not be decided within {MOST_BEGINNINGS:,} beginnings "
                "of packages; give points in coarser steps, or settle a part of the issues"
            )
        trail.append((at // len(layer.ways), at % len(layer.ways)))
    return _traced(layers, trail)


def _traced(layers: list[Layer], trail: list[tuple[Marks, Marks]]) -> tuple[int, ...]:
    """Follow the first end back to its ways, in the order of the blocks."""
    row, ways = 0, {}
    for layer, (parents, chosen) in zip(reversed(layers), reversed(trail), strict=True):
        ways[layer.block] = int(layer.ways[chosen[row]])
        row = int(parents[row])
    return tuple(way for _, way in sorted(ways.items()))


def _best(rows: Totals, refusing: NDArray[np.int64]) -> Totals:
    """Mark the rows that no other row, refused by the same parties, surpasses."""
    best = np.zeros(len(rows), dtype=np.bool_)
    for by in np.unique(refusing):
        same = np.flatnonzero(refusing == by)
        best[same] = undominated(rows_in_64_bits(rows[same]))
    return best


def _margin(rows: Totals, refusing: NDArray[np.int64], reach: Reach, place: int) -> Totals:
    """Give by what share of its span the party that is worst off can still surpass its floor."""
    margin = np.full(len(rows), np.inf)
    for party, floor in enumerate(reach.floors):
        if floor is None:
            continue
        span = float(reach.most[0][party] - reach.least[0][party]) or 1.0
        over = np.asarray(rows[:, party] + reach.most[place][party] - floor, dtype=float) / span
        over[refusing >> party & 1 == 1] = np.inf
        margin = np.minimum(margin, over)
    return margin
