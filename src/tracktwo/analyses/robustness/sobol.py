"""How much of a forecast's variance is each number's, alone and with the others?"""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from tracktwo.analyses.outlook.draws import triangular
from tracktwo.analyses.outlook.multiverse import Reading, forecasts
from tracktwo.analyses.outlook.ranges import Ranges
from tracktwo.analyses.robustness.inputs import Input, inputs, with_values
from tracktwo.errors import InputError

Array: TypeAlias = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Index:
    """A number's shares of the variance.

    Attributes
    ----------
    input : Input
        The number.
    first, total : float
        Due to it alone; due to it in any company. Estimates: they can leave 0 to 1 by their error.
    first_error, total_error : float
        Half the width of the 95 % interval, by bootstrap.
    dead : bool
        No sample was moved by it, beyond rounding.
    """

    input: Input
    first: float
    first_error: float
    total: float
    total_error: float
    dead: bool = False


def sobol(
    ranges: Ranges, column: int, reading: Reading, *, base: int = 256, seed: int = 0
) -> tuple[Index, ...]:
    """Estimate the Sobol indices of the numbers that have a range.

    Parameters
    ----------
    ranges : Ranges
        Low, best and high numbers; each is drawn alone, from the triangular distribution.
    column : int
        Which scale.
    reading : tuple of (model, choices)
        The model by name; choices None for its defaults. It looks at all scales of the ranges.
    base : int
        Samples to begin with, a power of 2; ``base x (inputs + 2)`` runs follow.
    seed : int
        Of the scrambled sequence and of the bootstrap, 0 or more.

    Returns
    -------
    tuple of Index
        The largest total first, ties in the order of `inputs`. Where nothing varies all are 0.

    Raises
    ------
    InputError
        If `base` is no power of 2, or `seed` below 0.

    Notes
    -----
    Saltelli et al., "Variance based sensitivity analysis of model output", Computer Physics
    Communications 181, 2010, as in SALib (Herman and Usher 2017).

    Examples
    --------
    >>> from tracktwo.analyses.outlook.field import Field
    >>> def two(price: float) -> Field:
    ...     return Field(("a", "b"), ("price",), np.array([[0.0, 8.0]]), np.array([3.0, 1.0]),
    ...                  np.array([[0.5], [0.5]]), np.array([[0.0], [price]]))
    >>> (only,) = sobol(Ranges(two(4.0), two(6.0), two(8.0)), 0, ("compromise", None))
    >>> only.input.party, round(only.first, 2), round(only.total, 2)
    ('b', 1.0, 1.0)
    """
    if base < 1 or base & (base - 1) or seed < 0:
        raise InputError(f"base is {base}, seed {seed}: a power of 2 is needed, and 0 or more")
    varied = inputs(ranges, column)
    if not varied:
        return ()
    values = _values(varied, _uniform(len(varied), base, seed))
    found = forecasts(with_values(ranges, column, varied, values), reading, column)
    low, high = ranges.best.ends[column].tolist()
    indices = _indices(varied, found, seed, 1e-9 * (high - low))
    return tuple(sorted(indices, key=lambda index: -index.total))


def _problem(count: int) -> dict[str, object]:
    return {"num_vars": count, "names": list(map(str, range(count))), "bounds": [[0, 1]] * count}


def _uniform(count: int, base: int, seed: int) -> Array:
    from SALib.sample import sobol as sequence  # noqa: PLC0415 - loads SciPy

    drawn: Array = sequence.sample(_problem(count), base, calc_second_order=False, seed=seed)
    return drawn


def _values(varied: tuple[Input, ...], uniform: Array) -> Array:
    low, best, high = np.array([(each.low, each.best, each.high) for each in varied]).T
    return triangular(uniform, low, best, high)


def _indices(varied: tuple[Input, ...], found: Array, seed: int, rounding: float) -> list[Index]:
    """Estimate from the runs, which stand in blocks of ``inputs + 2``: A, each A with B's, B."""
    from SALib.analyze import sobol as analysis  # noqa: PLC0415 - loads SciPy

    blocks = found.reshape(-1, len(varied) + 2)
    moved = np.abs(blocks[:, 1:-1] - blocks[:, :1]).max(axis=0) > rounding
    if not moved.any():
        return [Index(each, 0.0, 0.0, 0.0, 0.0, dead=True) for each in varied]
    # SALib takes 0 for no seed, hence one more.
    result = analysis.analyze(
        _problem(len(varied)), found, calc_second_order=False, seed=seed + 1, print_to_console=False
    )
    estimates = np.stack([result[name] for name in ("S1", "S1_conf", "ST", "ST_conf")], axis=1)
    estimates[~moved] = 0.0
    return [
        Index(each, first, first_error, total, total_error, not is_moved)
        for each, (first, first_error, total, total_error), is_moved in zip(
            varied, estimates.tolist(), moved, strict=True
        )
    ]
