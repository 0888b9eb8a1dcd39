"""Which number moves the forecast most, taken alone from its low to its high value?"""

from dataclasses import dataclass

import numpy as np

from tracktwo.analyses.outlook.multiverse import Reading, forecasts
from tracktwo.analyses.outlook.ranges import Ranges
from tracktwo.analyses.robustness.inputs import Input, inputs, with_values


@dataclass(frozen=True, slots=True)
class Bar:
    """What the forecast is when one number is at its low, and at its high value.

    `dead` says that neither moves it, beyond rounding.
    """

    input: Input
    at_low: float
    at_high: float
    dead: bool

    @property
    def swing(self) -> float:
        """How far apart the two lie."""
        return abs(self.at_high - self.at_low)


@dataclass(frozen=True, slots=True)
class Tornado:
    """The bars of one scale, the longest first, around the forecast on the best numbers."""

    scale: str
    best: float
    bars: tuple[Bar, ...]


def tornado(ranges: Ranges, column: int, reading: Reading) -> Tornado:
    """Move each number that has a range alone, the others at their best values.

    Parameters
    ----------
    ranges : Ranges
        Low, best and high numbers.
    column : int
        Which scale.
    reading : tuple of (model, choices)
        The model by name; choices None for its defaults. It looks at all scales of the ranges.

    Returns
    -------
    Tornado
        Bars by the larger departure from the best forecast; ties in the order of `inputs`. A
        number can matter at both ends alike and have no swing: it is not dead then.

    Notes
    -----
    Two runs a number. What numbers do together it does not show: `sobol` does.

    Examples
    --------
    >>> from tracktwo.analyses.outlook.field import Field
    >>> def two(price: float) -> Field:
    ...     return Field(("a", "b"), ("price",), np.array([[0.0, 8.0]]), np.array([3.0, 1.0]),
    ...                  np.array([[0.5], [0.5]]), np.array([[0.0], [price]]))
    >>> found = tornado(Ranges(two(4.0), two(6.0), two(8.0)), 0, ("compromise", None))
    >>> found.best, [(bar.input.party, bar.at_low, bar.at_high) for bar in found.bars]
    (1.5, [('b', 1.0, 2.0)])
    """
    varied = inputs(ranges, column)
    best = np.array([each.best for each in varied])
    values = np.tile(best, (2 * len(varied) + 1, 1))
    for at, each in enumerate(varied):
        values[1 + 2 * at, at], values[2 + 2 * at, at] = each.low, each.high
    found = forecasts(with_values(ranges, column, varied, values), reading, column).tolist()
    low, high = ranges.best.ends[column].tolist()
    bars = [
        _bar(each, found[0], at_low, at_high, 1e-9 * (high - low))
        for each, at_low, at_high in zip(varied, found[1::2], found[2::2], strict=True)
    ]
    bars.sort(key=lambda bar: -_departure(bar, found[0]))
    return Tornado(ranges.best.scales[column], found[0], tuple(bars))


def _bar(each: Input, best: float, at_low: float, at_high: float, rounding: float) -> Bar:
    return Bar(each, at_low, at_high, dead=max(abs(at_low - best), abs(at_high - best)) <= rounding)


def _departure(bar: Bar, best: float) -> float:
    return max(bar.swing, abs(bar.at_low - best), abs(bar.at_high - best))
