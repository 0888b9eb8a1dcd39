"""What is measured? Every model with its defaults, readings that differ, and baselines."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from tracktwo.analyses.outlook.challenge import AS_PRINTED, AS_RUN, Specification, challenge
from tracktwo.analyses.outlook.field import Field
from tracktwo.analyses.outlook.models import model_named

Array: TypeAlias = NDArray[np.float64]
Distribution: TypeAlias = tuple[Array, Array]
Forecaster: TypeAlias = Callable[[Field], Distribution]

FIRST = "compromise"


def forecasters() -> dict[str, Forecaster]:
    """Give each forecaster by its name, the compromise first; all from one field of one scale.

    A forecast is a distribution: points, and the probability of each; one point where the model
    gives one number.
    """
    models = ("median", "mean", "pce", "spatial")
    return {
        FIRST: _model(FIRST),
        "weighted positions": _positions,
        **{name: _model(name) for name in models},
        "challenge, as printed: median": _challenge(AS_PRINTED, "median"),
        "challenge, as printed: mean": _challenge(AS_PRINTED, "mean"),
        "challenge, as run: median": _challenge(AS_RUN, "median"),
        "challenge, as run: mean": _challenge(AS_RUN, "mean"),
        "always the middle": _middle,
    }


def _model(name: str) -> Forecaster:
    """Run a model with its defaults."""

    def forecast(field: Field) -> Distribution:
        (run,) = model_named(name).run(field, None)
        return run.outcomes, run.probabilities

    return forecast


def _challenge(specification: Specification, middle: str) -> Forecaster:
    """Run five rounds of the challenge model, and take a middle of where they end."""

    def forecast(field: Field) -> Distribution:
        (run,) = challenge(field, replace(specification, rounds=5))
        return np.array([getattr(run.turns[-1], middle)]), np.ones(1)

    return forecast


def _positions(field: Field) -> Distribution:
    """Take the positions themselves, by capability x salience, as a distribution."""
    weight = field.capability * field.salience[:, 0]
    return field.position[:, 0], weight / weight.sum()


def _middle(field: Field) -> Distribution:
    """Say the middle of the scale, whatever the issue."""
    return np.array([field.ends[0].mean()]), np.ones(1)
