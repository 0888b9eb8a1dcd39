"""Which models are there, what do they leave open, and how are they run?"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from tracktwo.analyses.kernels.weighted_mean import weighted_mean
from tracktwo.analyses.kernels.weighted_median import weighted_median
from tracktwo.analyses.outlook.challenge import Specification, challenge, challenges
from tracktwo.analyses.outlook.compromise import compromise, mean, median
from tracktwo.analyses.outlook.condorcet import Election, condorcet, distribution
from tracktwo.analyses.outlook.exchange import exchange
from tracktwo.analyses.outlook.field import Field
from tracktwo.analyses.outlook.forecast import Trajectory
from tracktwo.analyses.outlook.sample import Sample
from tracktwo.analyses.outlook.spatial import Spatial, sampled, spatial
from tracktwo.errors import InputError

Array: TypeAlias = NDArray[np.float64]
Middle = Literal["mean", "median"]


@dataclass(frozen=True, slots=True)
class Model:
    """A model of the outlook.

    Attributes
    ----------
    name, title : str
        As the user asks for it; in words.
    run : callable
        From a field and the open choices (None for the defaults) to a trajectory for each scale.
    choices : type or None
        The dataclass of its open choices; None where it has none.
    middle : "mean" or "median"
        Which middle of the positions, weighted by capability x salience, its path follows.
    moves : bool
        Whether that is where the parties end; False for the plain mean and the election, whose
        forecast is no weighted middle.
    draws : int
        How many draws an interval takes unless the user says otherwise.
    together : bool
        Whether it looks at all scales at once, and at none alone.
    space : bool
        Whether it can also take several scales as one space; see `groups`.
    sampled : callable or None
        From a field of draws on one scale to its sample; None where each draw is run alone.
    """

    name: str
    title: str
    run: Callable[[Field, Any], tuple[Trajectory, ...]]
    choices: type | None = None
    middle: Middle = "mean"
    moves: bool = True
    draws: int = 20_000
    together: bool = False
    space: bool = False
    sampled: Callable[[Field, Any], Sample] | None = None


def model_named(name: str) -> Model:
    """Give a model by its name.

    Raises
    ------
    InputError
        If there is none of that name.

    >>> model_named("pce").title
    'probabilistic Condorcet election'
    """
    for model in MODELS:
        if model.name == name:
            return model
    names = ", ".join(model.name for model in MODELS)
    raise InputError(f'"{name}" is no model; models are {names}')


def _compromise(field: Field, _: object) -> tuple[Trajectory, ...]:
    return compromise(field)


def _median(field: Field, _: object) -> tuple[Trajectory, ...]:
    return median(field)


def _mean(field: Field, _: object) -> tuple[Trajectory, ...]:
    return mean(field)


def _exchange(field: Field, _: object) -> tuple[Trajectory, ...]:
    return exchange(field)


def _compromises(field: Field, _: object) -> Sample:
    middle = _middles(field)
    return Sample(middle, np.ones_like(middle), middle)


def _medians(field: Field, _: object) -> Sample:
    weight = field.capability * field.salience[..., 0]
    middle = weighted_median(weight, field.position[..., 0])[:, np.newaxis]
    return Sample(middle, np.ones_like(middle), middle)


def _means(field: Field, _: object) -> Sample:
    voice = (field.capability * field.salience[..., 0] > 0).astype(np.float64)
    point = weighted_mean(voice, np.ones_like(voice), field.position[..., 0])[:, np.newaxis]
    return Sample(point, np.ones_like(point), _middles(field))


def _elections(field: Field, choices: Election | None) -> Sample:
    weight = field.capability * field.salience[..., 0]
    places, chances = distribution(
        weight, field.position[..., 0], field.ends[0], choices or Election()
    )
    return Sample(places, chances, _middles(field))


def _middles(field: Field) -> Array:
    """Give the mean of the positions weighted by capability x salience, as a column."""
    weight = field.capability * field.salience[..., 0]
    return weighted_mean(weight, np.ones_like(weight), field.position[..., 0])[:, np.newaxis]


MODELS: tuple[Model, ...] = (
    Model(
        "compromise",
        "compromise, the mean weighted by capability x salience",
        _compromise,
        sampled=_compromises,
    ),
    Model(
        "median",
        "weighted median",
        _median,
        middle="median",
        sampled=_medians,
    ),
    Model("mean", "plain mean", _mean, moves=False, sampled=_means),
    Model(
        "pce",
        "probabilistic Condorcet election",
        condorcet,
        choices=Election,
        moves=False,
        draws=2_000,
        sampled=_elections,
    ),
    Model(
        "challenge",
        "challenge model, a contested lens",
        challenge,
        choices=Specification,
        middle="median",
        draws=2_000,
        sampled=challenges,
    ),
    Model(
        "exchange",
        "exchange at equal gain",
        _exchange,
        draws=1_000,
        together=True,
    ),
    Model(
        "spatial",
        "spatial model of politics",
        spatial,
        choices=Spatial,
        draws=200,
        space=True,
        sampled=sampled,
    ),
)
