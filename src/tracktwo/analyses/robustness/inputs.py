"""Which numbers of a field have a range, and what is the field when they take other values?"""

from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from tracktwo.analyses.outlook.draws import neutral_ranges
from tracktwo.analyses.outlook.field import Field
from tracktwo.analyses.outlook.ranges import Ranges

Array: TypeAlias = NDArray[np.float64]
Kind = Literal["position", "salience", "capability"]


@dataclass(frozen=True, slots=True)
class Input:
    """A number that is not certain: ``low <= best <= high``, and low below high.

    Positions are in the units of the scale, salience is from 0 to 1.
    """

    party: str
    kind: Kind
    low: float
    best: float
    high: float


def inputs(ranges: Ranges, column: int = 0) -> tuple[Input, ...]:
    """List the numbers of one scale that have a range.

    Parameters
    ----------
    ranges : Ranges
        Low, best and high numbers.
    column : int
        Which scale.

    Returns
    -------
    tuple of Input
        Parties in the neutral order of `neutral_ranges`, each with position, salience,
        capability; numbers that are certain are left out.

    Examples
    --------
    >>> one, two = np.ones((1, 1)), 2 * np.ones((1, 1))
    >>> low = Field(("a",), ("price",), np.array([[0.0, 9.0]]), one[0], one / 2, one)
    >>> high = Field(("a",), ("price",), np.array([[0.0, 9.0]]), one[0], one / 2, two)
    >>> inputs(Ranges(low, low, high))
    (Input(party='a', kind='position', low=1.0, best=1.0, high=2.0),)
    """
    ordered = neutral_ranges(ranges)
    tables = [_table(each, column) for each in (ordered.low, ordered.best, ordered.high)]
    return tuple(
        Input(party, kind, *(float(table[row, at]) for table in tables))
        for row, party in enumerate(ordered.best.parties)
        for at, kind in enumerate(_KINDS)
        if tables[0][row, at] < tables[2][row, at]
    )


def with_values(ranges: Ranges, column: int, varied: tuple[Input, ...], values: Array) -> Field:
    """Give the field in which inputs of one scale take other values, the rest their best ones.

    Parameters
    ----------
    ranges : Ranges
        Low, best and high numbers.
    column : int
        Which scale.
    varied : tuple of Input
        Some of `inputs`.
    values : float, shape (draws, len(varied))
        What each takes in each draw.

    Returns
    -------
    Field
        With a leading axis of draws, parties in the neutral order, all scales of the ranges.
    """
    best = neutral_ranges(ranges).best
    table = np.broadcast_to(_table(best, column), (len(values), len(best.parties), 3)).copy()
    rows = {party: row for row, party in enumerate(best.parties)}
    for at, each in enumerate(varied):
        table[:, rows[each.party], _KINDS.index(each.kind)] = values[:, at]
    salience, position = (
        np.broadcast_to(each, (len(values), *each.shape)).copy()
        for each in (best.salience, best.position)
    )
    salience[..., column], position[..., column] = table[..., 1], table[..., 0]
    capability = np.ascontiguousarray(table[..., 2])
    return Field(best.parties, best.scales, best.ends, capability, salience, position)


_KINDS: tuple[Kind, ...] = ("position", "salience", "capability")


def _table(field: Field, column: int) -> Array:
    return np.stack([field.position[:, column], field.salience[:, column], field.capability], 1)
