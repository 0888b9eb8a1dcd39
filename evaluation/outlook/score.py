"""How far were the forecasts from what came? Errors, distributions, and differences with doubt."""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from tracktwo.analyses.outlook.quantile import quantile

Array: TypeAlias = NDArray[np.float64]

RESAMPLES = 10_000


@dataclass(frozen=True, slots=True)
class Miss:
    """How one forecast of one outcome missed, on a scale of 100.

    Attributes
    ----------
    error : float
        The forecast's mean less the outcome.
    crps : float
        Continuous ranked probability score; of a single point the size of the error.
    covered : bool or None
        Whether the outcome lies in the middle 80 % of the forecast; None of a single point.
    """

    error: float
    crps: float
    covered: bool | None


@dataclass(frozen=True, slots=True)
class Score:
    """How a forecaster did over all decisions.

    Attributes
    ----------
    mae, rmse, crps : float
        Mean absolute error, root mean square error, mean CRPS; on a scale of 100.
    coverage : float or None
        Share of the outcomes inside the 80 % interval; None where forecasts are single points.
    difference, low, high : float
        Mean absolute error less that of the first forecaster, and its 95 % interval by paired
        bootstrap over the decisions. Below 0 is better than the first.
    """

    mae: float
    rmse: float
    crps: float
    coverage: float | None
    difference: float
    low: float
    high: float


def miss(points: Array, chances: Array, outcome: float, span: float) -> Miss:
    """Score one forecast.

    Parameters
    ----------
    points, chances : float, shape (k,)
        The forecast as a distribution.
    outcome : float
        What came.
    span : float
        How long the scale is.

    Returns
    -------
    Miss
        CRPS is ``E|X - y| - E|X - X'| / 2`` (Gneiting and Raftery, "Strictly proper scoring rules,
        prediction, and estimation", JASA 102, 2007, eq. 21).

    Examples
    --------
    >>> miss(np.array([0.0, 10.0]), np.array([0.5, 0.5]), outcome=10.0, span=10.0)
    Miss(error=-50.0, crps=25.0, covered=True)
    """
    apart = np.abs(points[:, np.newaxis] - points)
    crps = chances @ np.abs(points - outcome) - chances @ apart @ chances / 2
    inside = quantile(points, chances, 0.1) <= outcome <= quantile(points, chances, 0.9)
    error = 100 * (float(points @ chances) - outcome) / span
    return Miss(error, 100 * float(crps) / span, inside if points.size > 1 else None)


def score(misses: list[Miss], first: list[Miss], seed: int = 0) -> Score:
    """Score a forecaster over decisions.

    Parameters
    ----------
    misses, first : list of Miss
        Its own, and those of the forecaster to compare with, of the same decisions in order.
    seed : int
        Of the bootstrap.

    Returns
    -------
    Score
        Of one decision or more.

    Examples
    --------
    >>> better, worse = Miss(1.0, 1.0, None), Miss(-3.0, 3.0, None)
    >>> found = score([better, better], [worse, worse])
    >>> found.mae, found.difference, (found.low, found.high)
    (1.0, -2.0, (-2.0, -2.0))
    """
    errors = np.array([each.error for each in misses])
    gap = np.abs(errors) - np.abs([each.error for each in first])
    draws = np.random.default_rng(seed).integers(gap.size, size=(RESAMPLES, gap.size))
    low, high = np.quantile(gap[draws].mean(axis=1), [0.025, 0.975]).tolist()
    covered = [each.covered for each in misses if each.covered is not None]
    return Score(
        mae=float(np.abs(errors).mean()),
        rmse=float(np.sqrt((errors**2).mean())),
        crps=float(np.mean([each.crps for each in misses])),
        coverage=sum(covered) / len(covered) if covered else None,
        difference=float(gap.mean()),
        low=low,
        high=high,
    )
