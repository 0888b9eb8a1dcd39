"""How many packages are acceptable? Counted without listing them, or bounded."""

from dataclasses import replace
from math import prod

import numpy as np

from tracktwo.analyses.kernels.grouping import groups
from tracktwo.analyses.settlement.reach import hopeless, reach_of
from tracktwo.analyses.settlement.settlement import Count
from tracktwo.analyses.settlement.terms import Terms, within
from tracktwo.errors import SettlementError

MOST_SUMS = 60_000
_MOST_STATES = 2_000_000
_LEVELS = (400, 100, 40, 16)


def count_acceptable(terms: Terms, most_sums: int = MOST_SUMS, *, bounded: bool = True) -> Count:
    """Count the acceptable packages by the sums that they reach.

    Packages are built block by block. Beginnings of the same worth, refused by the same parties,
    are counted together; what no longer matters to who accepts is not told apart: a convolution
    of whole numbers.

    Parameters
    ----------
    terms : Terms
        What has to hold.
    most_sums : int
        So many sums may be held at once.

    Returns
    -------
    Count
        Exact where the sums are few enough; else bounds, from worths rounded down and up to a
        grid that is as fine as that allows.

    Examples
    --------
    >>> from tracktwo.analyses.settlement.terms import terms_of
    >>> from tracktwo.casemodel.example import river
    >>> count_acceptable(terms_of(river()))
    Count(low=3, high=3)
    """
    found = _counted(terms, most_sums)
    if found is not None:
        return Count(found, found)
    for levels in _LEVELS if bounded else ():
        low = _counted(_on_grid(terms, levels, up=False), most_sums)
        high = _counted(_on_grid(terms, levels, up=True), most_sums)
        if low is not None and high is not None:
            return Count(low, high)
    return Count(0, permitted(terms))


def permitted(terms: Terms) -> int:
    """Count the packages that the rules permit.

    Raises
    ------
    SettlementError
        If rules tie too many issues together.

    Examples
    --------
    >>> from tracktwo.analyses.settlement.terms import terms_of
    >>> from tracktwo.casemodel.example import river
    >>> permitted(terms_of(river()))
    6
    """
    if not terms.ties:
        return prod(len(block.choices) for block in terms.blocks)
    nobody = (False,) * len(terms.must)
    found = _counted(replace(terms, must=nobody, at_least=0, active=0), _MOST_STATES)
    if found is None:
        raise SettlementError(
            f'case "{terms.case.id}": rules tie so many issues together that the packages they '
            "permit cannot be counted; put the issues that a rule ties next to each other in the "
            "file, or leave out a rule that ties two groups of issues"
        )
    return found


def _counted(terms: Terms, most_sums: int) -> int | None:
    """Count exactly, or give None where more than `most_sums` sums would have to be held."""
    layers = terms.ordered(largest_first=False)
    if not within(layers):
        return 0
    reach = reach_of(terms, layers)
    if hopeless(reach):
        return 0
    rows = np.zeros((1, len(terms.must)), dtype=layers[0].worth.dtype)
    refusing = np.zeros(1, dtype=np.int64)
    most = prod(len(layer.ways) for layer in layers)
    counts = np.ones(1, dtype=np.int64 if most < 2**62 else np.object_)
    for place, layer in enumerate(layers, start=1):
        if len(rows) * len(layer.ways) > most_sums * 12 and place < len(layers):
            return None
        sums = (rows[:, np.newaxis] + layer.worth[np.newaxis]).reshape(-1, rows.shape[1])
        by = (refusing[:, np.newaxis] | layer.refusing[np.newaxis]).ravel()
        kept, by = reach.keep(sums, by, place)
        by, weights = by[kept], np.repeat(counts, len(layer.ways))[kept]
        sums = reach.settled(sums[kept], by, place)
        if not len(sums):
            return 0
        first, group = groups([by, *(sums[:, p] for p in range(sums.shape[1]))])
        counts = np.zeros(len(first), dtype=counts.dtype)
        np.add.at(counts, group, weights)
        rows, refusing = sums[first], by[first]
        if len(rows) > most_sums:
            return None
    return int(counts.sum())


def _on_grid(terms: Terms, levels: int, *, up: bool) -> Terms:
    """Round every worth to so many levels for each party, down or up, and floors up."""
    steps = []
    for party in range(len(terms.must)):
        span = sum(
            int(block.worth[:, party].max()) - int(block.worth[:, party].min())
            for block in terms.blocks
            if len(block.choices)
        )
        steps.append(max(1, span // levels))
    step = np.array(steps, dtype=terms.blocks[0].worth.dtype)
    floors = tuple(
        None if floor is None else -(-floor // each)
        for floor, each in zip(terms.worth.no_agreement, steps, strict=True)
    )
    return replace(
        terms,
        worth=replace(terms.worth, no_agreement=floors),
        blocks=tuple(
            replace(block, worth=-(-block.worth // step) if up else block.worth // step)
            for block in terms.blocks
        ),
    )
