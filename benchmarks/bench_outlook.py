"""How fast are the models of the outlook over draws, beside plain Python and bare memory?"""

import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

import numpy as np
from child import cost_of
from least import least
from numpy.typing import NDArray
from row import Row, hand_over

sys.path.insert(0, str(Path(__file__).parents[1]))  # the slow definitions stand among the tests

from tests.analyses.outlook.challenge_by_definition import challenged
from tests.analyses.outlook.fields import field_of
from tests.analyses.outlook.test_compromise import EMISSIONS

from tracktwo.analyses.kernels.weighted_mean import weighted_mean
from tracktwo.analyses.outlook.challenge import AS_PRINTED, AS_RUN, Specification, paths
from tracktwo.analyses.outlook.multiverse import multiverse
from tracktwo.analyses.outlook.ranges import Ranges

Array = NDArray[np.float64]
Out = TypeVar("Out")
PARTIES = 10
WORKERS = 2


def drawn(count: int) -> tuple[Array, Array, Array]:
    """Draw positions, saliences and capabilities around the emission case, from one seed."""
    random = np.random.default_rng(4)
    capability, salience, position = (np.array(column) for column in zip(*EMISSIONS, strict=True))
    near = random.uniform(0.9, 1.1, (3, count, PARTIES))
    return (
        np.clip(position * near[0], 4, 10),
        np.clip(salience * near[1], 0, 1),
        capability * near[2],
    )


def in_halves(work: Callable[..., Out], arrays: Sequence[Array]) -> list[Out]:
    """Do the work on two threads, on one half of the draws each."""
    halves = zip(*(np.array_split(each, WORKERS) for each in arrays), strict=True)
    with ThreadPoolExecutor(WORKERS) as pool:
        return list(pool.map(lambda half: work(*half), halves))


def compromise_row(count: int = 4_000_000) -> Row:
    """Time the compromise, beside reading the same arrays once."""
    position, salience, capability = drawn(count)

    def read(one: Array, other: Array, third: Array) -> float:
        return float(one.sum() + other.sum() + third.sum())

    def mean(place: Array, keen: Array, strong: Array) -> Array:
        return weighted_mean(strong, keen, place)

    arrays = (position, salience, capability)
    seconds, floor = least(lambda: in_halves(mean, arrays)), least(lambda: in_halves(read, arrays))
    return Row(
        f"compromise, {PARTIES} parties, {WORKERS} threads",
        f"{count / seconds / 1e6:.1f} million draws/s",
        f"{count / floor / 1e6:.1f} million: adding up the same numbers",
        seconds / floor,
        "at least 5 million draws/s",
    )


def challenge_row(name: str, specification: Specification, count: int = 100_000) -> Row:
    """Time ten rounds of the challenge model, beside its definition in plain Python."""
    arrays = drawn(count)
    run = partial(paths, specification=replace(specification, rounds=10))
    run(*(each[:1] for each in arrays))  # compiles
    seconds = least(lambda: in_halves(run, arrays), rounds=2)
    rows = list(zip(arrays[2][0], arrays[1][0], arrays[0][0], strict=True))
    slow = least(lambda: challenged(rows, replace(specification, rounds=10)), rounds=1) * count
    return Row(
        f"challenge model {name}, 100,000 draws x 10 rounds x {PARTIES} parties, {WORKERS} threads",
        f"{seconds:.1f} s",
        f"the definition in plain Python takes {slow / seconds:,.0f} times as long",
        None,
        "at most 5 s",
    )


def multiverse_row() -> Row:
    """Time all readings of the challenge model on the emission case."""
    low, best, high = (
        field_of([(c * f, min(1, s * f), min(10, max(4, x * f))) for c, s, x in EMISSIONS], (4, 10))
        for f in (0.9, 1.0, 1.1)
    )
    with ThreadPoolExecutor(WORKERS) as pool:
        run = partial(multiverse, Ranges(low, best, high), models=("challenge",), over=pool.map)
        seconds = least(lambda: run(draws=100), rounds=2)
    return Row(
        f"multiverse, 1,024 readings x 100 draws, emission case, {WORKERS} threads",
        f"{seconds:.1f} s",
        aim="at most 10 s",
    )


def measure() -> list[Row]:
    """Time everything that the project names an aim for."""
    case = Path(__file__).parents[1] / "cases" / "ukraine-nato"
    tracktwo = Path(sys.executable).with_name("tracktwo")
    cost_of([tracktwo, "outlook", case, "--model", "challenge"])  # compiles
    shells = [
        Row(
            f"tracktwo outlook --model {model}, cold",
            f"{cost_of([tracktwo, 'outlook', case, '--model', model]).seconds:.2f} s",
            aim="under 1 s" if model == "compromise" else "",
        )
        for model in ("compromise", "challenge")
    ]
    return [
        compromise_row(),
        challenge_row("as printed", AS_PRINTED),
        challenge_row("as run", AS_RUN),
        multiverse_row(),
        *shells,
    ]


if __name__ == "__main__":
    hand_over(measure())
