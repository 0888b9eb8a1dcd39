"""How is a model run over many draws? Chunk by chunk, in any process."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from tracktwo.analyses.outlook.draws import chunks, drawn
from tracktwo.analyses.outlook.field import Field, one_scale
from tracktwo.analyses.outlook.forecast import Trajectory
from tracktwo.analyses.outlook.models import Model
from tracktwo.analyses.outlook.ranges import Ranges
from tracktwo.analyses.outlook.sample import Sample

Array: TypeAlias = NDArray[np.float64]
Chunk: TypeAlias = tuple[int, int]
Over: TypeAlias = Callable[
    [Callable[[Chunk], tuple[Sample, ...]], Iterable[Chunk]], Iterable[tuple[Sample, ...]]
]


def samples(
    ranges: Ranges, model: Model, choices: object, draws: tuple[int, int], over: Over = map
) -> tuple[Sample, ...]:
    """Run a model over draws of its numbers.

    Parameters
    ----------
    ranges : Ranges
        Low, best and high numbers.
    model : Model
        Any.
    choices : object
        Of the type ``model.choices``; None for the defaults.
    draws : tuple of (count, seed)
        One or more; 0 or more.
    over : callable
        A map: from a function and chunks to what it gives for each, in order. Whatever processes
        it uses, the bytes are the same.

    Returns
    -------
    tuple of Sample
        One for each scale, the draws in their order.

    Notes
    -----
    Where ``model.sampled`` is None, each draw costs a run.
    """
    count, seed = draws
    parts = list(over(partial(_chunk, ranges, model, choices, seed), chunks(count)))
    return tuple(_joined(scale) for scale in zip(*parts, strict=True))


def _chunk(
    ranges: Ranges, model: Model, choices: object, seed: int, chunk: Chunk
) -> tuple[Sample, ...]:
    return sampled(model, drawn(ranges, seed, *chunk), choices)


def sampled(model: Model, field: Field, choices: object = None) -> tuple[Sample, ...]:
    """Run a model over the draws of a field with one leading axis; one sample for each scale.

    Draws of the same numbers are run once: a model gives the same for the same.
    """
    if model.sampled is not None and (len(field.scales) == 1 or not model.space):
        columns = range(len(field.scales))
        return tuple(model.sampled(one_scale(field, column), choices) for column in columns)
    found: dict[bytes, tuple[Trajectory, ...]] = {}
    runs = []
    for one in _each(field):
        numbers = b"".join(each.tobytes() for each in (one.capability, one.salience, one.position))
        if numbers not in found:
            found[numbers] = model.run(one, choices)
        runs.append(found[numbers])
    return tuple(_gathered(model, scale) for scale in zip(*runs, strict=True))


def _each(field: Field) -> list[Field]:
    """Take draws apart."""
    rows = zip(field.capability, field.salience, field.position, strict=True)
    return [Field(field.parties, field.scales, field.ends, *row) for row in rows]


def _gathered(model: Model, runs: Sequence[Trajectory]) -> Sample:
    """Make a sample of single runs."""
    return _joined(
        [
            Sample(
                run.outcomes[np.newaxis],
                run.probabilities[np.newaxis],
                np.array([[getattr(turn, model.middle) for turn in run.turns]]),
            )
            for run in runs
        ]
    )


def _joined(parts: Sequence[Sample]) -> Sample:
    """Put samples after each other: padded with chance 0, and with rounds at rest."""
    points = max(each.outcomes.shape[1] for each in parts)
    rounds = max(each.path.shape[1] for each in parts)
    return Sample(
        np.concatenate([_padded(each.outcomes, points, "edge") for each in parts]),
        np.concatenate([_padded(each.chances, points, "constant") for each in parts]),
        np.concatenate([_padded(each.path, rounds, "edge") for each in parts]),
    )


def _padded(rows: Array, width: int, mode: Literal["edge", "constant"]) -> Array:
    return np.pad(rows, ((0, 0), (0, width - rows.shape[1])), mode)
