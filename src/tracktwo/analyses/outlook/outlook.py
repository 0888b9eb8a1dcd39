"""Where are positions heading? The whole forecast of a case by one model, with its interval."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from tracktwo import __version__
from tracktwo.analyses.outlook.choices import chosen
from tracktwo.analyses.outlook.forecast import Trajectory
from tracktwo.analyses.outlook.from_case import ranges_of, scales_of
from tracktwo.analyses.outlook.models import Model, model_named
from tracktwo.analyses.outlook.quantile import quantile
from tracktwo.analyses.outlook.ranges import Ranges
from tracktwo.analyses.outlook.sample import Sample
from tracktwo.analyses.outlook.sampling import Over, samples
from tracktwo.analyses.outlook.together import groups
from tracktwo.analyses.settlement.settlement import Making
from tracktwo.casemodel.case import Case
from tracktwo.casemodel.outlook import Scale
from tracktwo.errors import InputError

Array: TypeAlias = NDArray[np.float64]
LOWER, UPPER = 0.1, 0.9


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a case.

    Attributes
    ----------
    model : str
        Of `MODELS`.
    scales : tuple of str
        Ids of those to give; all that have a stance if empty. A model that looks at several
        scales at once looks at all of them nevertheless.
    settings : tuple of (name, value)
        The model's open choices, in the user's words.
    draws : int or None
        How many draws the interval takes; None for the model's own number.
    seed : int
        Of the draws.
    """

    model: str = "compromise"
    scales: tuple[str, ...] = ()
    settings: tuple[tuple[str, str], ...] = ()
    draws: int | None = None
    seed: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Forecast:
    """What a model forecasts on one scale.

    Attributes
    ----------
    scale : Scale
        With its ends and anchors.
    stances : tuple of str
        The parties that have a say on it; on several scales at once there may be others.
    trajectory : Trajectory
        The run on the best estimates.
    point : float
        The mean of the model's distribution over outcomes; its forecast as one number.
    median, mean : float
        The middles of where the parties end, weighted by capability x salience. Of a model
        without such an end (the plain mean, the probabilistic election) those of its distribution.
    interval : tuple of (low, high)
        Between which 80 % of the outcomes lie over the draws; the spread of a model that gives a
        distribution is in it. The same as the outcome where no number has a range.
    fan : tuple of (low, high)
        The same of the model's middle after each round, from round 0 to the last that any draw
        or the run itself took.
    """

    scale: Scale
    stances: tuple[str, ...]
    trajectory: Trajectory
    point: float
    median: float
    mean: float
    interval: tuple[float, float]
    fan: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True, eq=False)
class OutlookResult:
    """The forecasts of a case by one model, in the order of the scales, and how they were made."""

    model: str
    forecasts: tuple[Forecast, ...]
    making: Making


def outlook(case: Case, asked: Asked | None = None, over: Over = map) -> OutlookResult:
    """Forecast where the positions of a case are heading.

    Parameters
    ----------
    case : Case
        With an ``[outlook]`` section.
    asked : Asked, optional
        Model, scales, draws; the compromise on all scales if left out.
    over : callable
        A map: from a function and chunks of draws to their samples, in order. Any processes may
        do the work; the bytes are the same.

    Returns
    -------
    OutlookResult
        The same for parties in any order, but for that order.

    Raises
    ------
    CaseError
        If the section is missing, or a scale is not in it.
    InputError
        If there is no such model or choice.
    ArrayError
        If nobody has weight on a scale.

    Examples
    --------
    >>> from tracktwo.casemodel.read import parse_case
    >>> case = parse_case('''
    ... case = { id = "x", title = "X", as_of = "2025-01-31" }
    ... parties = { a = { name = "A" }, b = { name = "B" } }
    ... [outlook]
    ... capability = { a = "3", b = "1" }
    ... scales.price = { title = "Price", low = "0", high = "8" }
    ... stances = [
    ...     { party = "a", scale = "price", position = "0", salience = "50" },
    ...     { party = "b", scale = "price", position = "8", salience = "50" },
    ... ]
    ... ''')
    >>> (price,) = outlook(case).forecasts
    >>> price.point, price.median, price.interval
    (2.0, 0.0, (2.0, 2.0))
    """
    asked = asked or Asked()
    model = model_named(asked.model)
    choices = chosen(model, dict(asked.settings))
    scales = scales_of(case, asked.scales)
    count = model.draws if asked.draws is None else asked.draws
    if count < 1 or asked.seed < 0:
        raise InputError(f"{count} draws from seed {asked.seed}: one draw or more, seed 0 or more")
    asked_for = {scale.id for scale in scales}
    found: dict[str, tuple[Trajectory, Sample]] = {}
    for group in groups(case, model, [scale.id for scale in scales_of(case)]):
        if asked_for & set(group):
            ranges = ranges_of(case, group)
            runs = _forecast(ranges, model, choices, (count, asked.seed), over)
            found |= zip(group, runs, strict=True)
    forecasts = tuple(
        _summed(scale, _standing(case, scale), model, *found[scale.id]) for scale in scales
    )
    choices_used = forecasts[0].trajectory.parameters
    parameters = (("draws", str(count)), ("draws_seed", str(asked.seed)))
    making = Making(case.sha256, model.title, __version__, (*choices_used, *parameters))
    return OutlookResult(model.name, forecasts, making)


def _forecast(
    ranges: Ranges, model: Model, choices: object, draws: tuple[int, int], over: Over
) -> Iterator[tuple[Trajectory, Sample]]:
    """Run a model on the best estimates and over draws, scale by scale."""
    return zip(
        model.run(ranges.best, choices),
        samples(ranges, model, choices, draws, over),
        strict=True,
    )


def _standing(case: Case, scale: Scale) -> tuple[str, ...]:
    stances = case.outlook.stances if case.outlook else ()
    return tuple(each.party for each in stances if each.scale == scale.id)


def _summed(
    scale: Scale, stances: tuple[str, ...], model: Model, run: Trajectory, sample: Sample
) -> Forecast:
    point = float(run.outcomes @ run.probabilities)
    last = run.turns[-1]
    even = np.ones(len(sample.path))
    bands = [_between(after, even) for after in sample.path.T]
    return Forecast(
        scale=scale,
        stances=stances,
        trajectory=run,
        point=point,
        median=last.median if model.moves else quantile(run.outcomes, run.probabilities, 0.5),
        mean=last.mean if model.moves else point,
        interval=_between(sample.outcomes, sample.chances),
        fan=(*bands, *bands[-1:] * (len(run.turns) - len(bands))),
    )


def _between(values: Array, weights: Array) -> tuple[float, float]:
    return quantile(values, weights, LOWER), quantile(values, weights, UPPER)
