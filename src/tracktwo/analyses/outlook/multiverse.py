"""Does the answer hang on the numbers, or on which model reads them? All models, all readings.

A model leaves choices open, and which model to take is a choice itself. The multiverse runs every
reading on the same draws of the numbers, and splits the variance of the forecasts between what the
numbers leave open and what the models do.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import product
from typing import Any, Literal, TypeAlias, get_args, get_origin, get_type_hints

import numpy as np
from numpy.typing import NDArray

from tracktwo.analyses.outlook.draws import chunks, drawn, neutral_ranges
from tracktwo.analyses.outlook.field import Field, one_scale
from tracktwo.analyses.outlook.models import Model, model_named
from tracktwo.analyses.outlook.ranges import Ranges
from tracktwo.analyses.outlook.sampling import sampled
from tracktwo.errors import InputError

Array: TypeAlias = NDArray[np.float64]
Reading: TypeAlias = tuple[str, Any]
Over: TypeAlias = Callable[[Callable[[Reading], Array], Iterable[Reading]], Iterable[Array]]

USUAL = ("compromise", "median", "mean", "pce", "challenge")
_MOST = 2_048


@dataclass(frozen=True, slots=True)
class Choice:
    """How much of what a model's readings differ by is due to one of its open choices alone.

    `share` is of the variance of the forecasts over the readings, 0 to 1; `means` are the mean
    forecasts under each word.
    """

    name: str
    share: float
    means: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Family:
    """The readings of one model.

    Attributes
    ----------
    model : str
        Its name.
    forecasts : float, shape (readings,)
        Of each reading, the mean over the draws, ascending.
    choices : tuple of Choice
        The weightiest first; empty for a model with one reading.
    """

    model: str
    forecasts: Array
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Multiverse:
    """What all readings say of one scale, and where their variance comes from.

    Attributes
    ----------
    families : tuple of Family
        In the order asked.
    spread : tuple of (low, high)
        The least and the largest forecast of any reading, over the draws' mean.
    variance : float
        Over models, readings and draws, each model weighing the same, each reading of a model the
        same, each draw the same.
    inputs, model, reading, together : float
        Shares of it that add up to 1: due to the numbers alone, to which model, to which reading
        of a model, and to numbers and models jointly. All 0 where the variance is 0.
    """

    scale: str
    families: tuple[Family, ...]
    spread: tuple[float, float]
    draws: int
    seed: int
    variance: float
    inputs: float
    model: float
    reading: float
    together: float

    @property
    def specification_decides(self) -> bool:
        """Whether model and reading alone account for more of the variance than numbers alone."""
        return self.model + self.reading > self.inputs


def multiverse(  # noqa: PLR0913 - what is run, on what, how often, by whom
    ranges: Ranges,
    column: int = 0,
    *,
    models: Sequence[str] = USUAL,
    draws: int = 100,
    seed: int = 0,
    over: Over = map,
) -> Multiverse:
    """Run every reading of every model on the same draws.

    Parameters
    ----------
    ranges : Ranges
        Low, best and high numbers.
    column : int
        Which scale.
    models : sequence of str
        Names of models that look at one scale alone; each once.
    draws : int
        How many, 1 or more.
    seed : int
        Of the draws.
    over : callable
        A map, which may use threads or processes: the bytes are the same.

    Returns
    -------
    Multiverse
        The same for parties in any order.

    Raises
    ------
    InputError
        If a model is none, looks at several scales at once, or stands twice; or without draws.

    Notes
    -----
    Readings are all combinations of a model's open choices; where those are over 2,048, the
    default and each single departure from it. The split is the law of total variance for crossed
    factors, readings within models. Steegen, Tuerlinckx, Gelman and Vanpaemel, "Increasing
    transparency through a multiverse analysis", Perspectives on Psychological Science 11, 2016,
    have the idea; weighing models evenly is our choice.

    Examples
    --------
    No number has a range, so all variance is due to the models.

    >>> field = Field(("a", "b"), ("price",), np.array([[0.0, 8.0]]), np.array([3.0, 1.0]),
    ...               np.array([[0.5], [0.5]]), np.array([[0.0], [8.0]]))
    >>> found = multiverse(Ranges(field, field, field), models=("compromise", "mean"), draws=2)
    >>> found.spread, found.variance, found.model, found.specification_decides
    ((2.0, 4.0), 1.0, 1.0, True)
    """
    chosen = _single(models)
    if draws < 1 or seed < 0:
        raise InputError(f"{draws} draws from seed {seed}: one draw or more, seed 0 or more")
    field = _drawn(_on(neutral_ranges(ranges), column), draws, seed)
    asked = [(model.name, reading) for model in chosen for reading in readings(model)]
    rows = np.array(list(over(partial(forecasts, field), asked)))
    names = np.array([name for name, _ in asked])
    tables = [rows[names == model.name] for model in chosen]
    return _split(ranges.best.scales[column], chosen, tables, draws, seed)


def readings(model: Model) -> tuple[Any, ...]:
    """List the readings of a model: its open choices, in all combinations or one at a time.

    Parameters
    ----------
    model : Model
        Any.

    Returns
    -------
    tuple
        Of the type ``model.choices``, the default first; ``(None,)`` where nothing is open.

    Examples
    --------
    >>> len(readings(model_named("challenge"))), len(readings(model_named("pce")))
    (1024, 90)
    """
    if model.choices is None:
        return (None,)
    default = model.choices()
    words = open_choices(model)
    if np.prod([len(each) for each in words.values()]) <= _MOST:
        combined = product(*words.values())
        return tuple(replace(default, **dict(zip(words, each, strict=True))) for each in combined)
    single = (replace(default, **{name: word}) for name, each in words.items() for word in each[1:])
    return (default, *single)


def open_choices(model: Model) -> dict[str, tuple[Any, ...]]:
    """Give the words that each open choice of a model may take, its default first."""
    if model.choices is None:
        return {}
    default = model.choices()
    hints = get_type_hints(model.choices)
    found = {name: _words(hint) for name, hint in hints.items()}
    return {
        name: (first, *(word for word in words if word != first))
        for name, words in found.items()
        if words and (first := getattr(default, name)) in words
    }


def _words(hint: Any) -> tuple[Any, ...]:  # noqa: ANN401 - a type, and values of it
    if hint is bool:
        return (False, True)
    return get_args(hint) if get_origin(hint) is Literal else ()


def forecasts(field: Field, reading: Reading, column: int = 0) -> Array:
    """Give the forecast of one reading for each draw, as one number: its mean.

    Parameters
    ----------
    field : Field
        Draws, on one scale or on all those that the model looks at together.
    reading : tuple of (model, choices)
        By name.
    column : int
        Which scale is forecast.

    Returns
    -------
    float, shape (draws,)
        In the units of the scale.
    """
    name, choices = reading
    sample = sampled(model_named(name), field, choices)[column]
    means: Array = (sample.outcomes * sample.chances).sum(axis=1)
    return means


def _single(models: Sequence[str]) -> tuple[Model, ...]:
    chosen = tuple(model_named(name) for name in models)
    problems = [
        f'"{model.name}" looks at several scales at once and has no place among readings of one'
        for model in chosen
        if model.together
    ]
    if len(set(models)) < len(models) or not models:
        problems.append(f"models are {', '.join(models) or 'none'}; name one or more, each once")
    if problems:
        raise InputError("\n".join(problems))
    return chosen


def _on(ranges: Ranges, column: int) -> Ranges:
    low, best, high = (one_scale(each, column) for each in (ranges.low, ranges.best, ranges.high))
    return Ranges(low, best, high)


def _drawn(ranges: Ranges, count: int, seed: int) -> Field:
    parts = [drawn(ranges, seed, *chunk) for chunk in chunks(count)]
    return Field(
        parts[0].parties,
        parts[0].scales,
        parts[0].ends,
        np.concatenate([part.capability for part in parts]),
        np.concatenate([part.salience for part in parts]),
        np.concatenate([part.position for part in parts]),
    )


def _split(
    scale: str, models: Sequence[Model], tables: Sequence[Array], draws: int, seed: int
) -> Multiverse:
    """Split the variance of forecasts, a table of shape (readings, draws) for each model."""
    means = [table.mean(axis=1) for table in tables]
    by_draw = np.mean([table.mean(axis=0) for table in tables], axis=0)
    centre = by_draw.mean()
    total = float(np.mean([((table - centre) ** 2).mean() for table in tables]))
    between = float(np.mean([(mean.mean() - centre) ** 2 for mean in means]))
    within = float(np.mean([mean.var() for mean in means]))
    alone = float(by_draw.var())
    inputs, model, reading = _shares(total, scale=(alone, between, within), size=abs(centre))
    varied = inputs + model + reading > 0
    return Multiverse(
        scale=scale,
        families=tuple(
            Family(each.name, np.sort(mean), tuple(_choices(each, mean)))
            for each, mean in zip(models, means, strict=True)
        ),
        spread=(min(float(mean.min()) for mean in means), max(float(m.max()) for m in means)),
        draws=draws,
        seed=seed,
        variance=total,
        inputs=inputs,
        model=model,
        reading=reading,
        together=max(0.0, 1 - inputs - model - reading) if varied else 0.0,
    )


def _shares(total: float, scale: tuple[float, ...], size: float) -> tuple[float, ...]:
    """Give parts of a variance as shares; none where it is only rounding."""
    if total <= (1e-12 * (1 + size)) ** 2:
        return tuple(0.0 for _ in scale)
    return tuple(part / total for part in scale)


def _choices(model: Model, means: Array) -> Iterator[Choice]:
    """Give what each open choice does alone, the weightiest first."""
    runs = readings(model)
    total, size = float(means.var()), float(np.abs(means).max())
    found = []
    for name, words in open_choices(model).items():
        taken = [getattr(run, name) for run in runs]
        groups = [means[[each == word for each in taken]] for word in words]
        between = sum(len(group) * (group.mean() - means.mean()) ** 2 for group in groups)
        (share,) = _shares(total, scale=(float(between) / len(means),), size=size)
        by_word = zip(words, groups, strict=True)
        found.append(
            Choice(name, share, tuple((str(word), float(group.mean())) for word, group in by_word))
        )
    yield from sorted(found, key=lambda each: (-each.share, each.name))
