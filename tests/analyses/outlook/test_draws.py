"""Draws: inside their ranges, spread as a triangle, the same whoever draws them."""

from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analyses.outlook.cases import case_of

from tracktwo.analyses.outlook.draws import CHUNK, chunks, drawn, triangular
from tracktwo.analyses.outlook.from_case import ranges_of
from tracktwo.analyses.outlook.models import MODELS, Model, model_named
from tracktwo.analyses.outlook.outlook import Asked, outlook
from tracktwo.analyses.outlook.quantile import quantile
from tracktwo.analyses.outlook.sampling import samples


@given(st.lists(st.floats(-100, 100), min_size=3, max_size=3), st.floats(0, 1))
def test_a_draw_lies_between_low_and_high(ends: list[float], uniform: float) -> None:
    low, best, high = map(np.array, sorted(ends))
    value = triangular(np.array(uniform), low, best, high)
    assert low <= value <= high


@given(st.floats(-10, 10), st.floats(0.01, 10), st.floats(0.01, 10), st.floats(0.001, 0.999))
def test_a_draw_is_the_inverse_of_the_triangular_distribution(
    low: float, rise: float, fall: float, uniform: float
) -> None:
    best, high = low + rise, low + rise + fall
    value = float(triangular(np.array(uniform), *map(np.array, (low, best, high))))
    below = (value - low) ** 2 / ((high - low) * (best - low))
    above = 1 - (high - value) ** 2 / ((high - low) * (high - best))
    assert (below if value <= best else above) == pytest.approx(uniform, abs=1e-9)


def test_the_mean_of_many_draws_is_that_of_the_triangle() -> None:
    field = drawn(ranges_of(case_of(), ["price"]), seed=3, number=0)
    row = field.parties.index("a")
    # mean (low + best + high) / 3, variance (a² + b² + c² − ab − ac − bc) / 18
    assert field.position[:, row, 0].mean() == pytest.approx(10, abs=4 * (100 / 6 / CHUNK) ** 0.5)
    assert field.capability[:, row].mean() == pytest.approx(7 / 3, abs=4 * (7 / 18 / CHUNK) ** 0.5)


def test_a_number_without_a_range_is_itself_in_every_draw() -> None:
    field = drawn(ranges_of(case_of(), ["price"]), seed=3, number=0)
    row = field.parties.index("c")
    assert set(field.position[:, row, 0]) == {100.0}


def test_a_smaller_chunk_is_the_beginning_of_the_whole_one() -> None:
    ranges = ranges_of(case_of(), ["price"])
    whole, part = drawn(ranges, 5, 2), drawn(ranges, 5, 2, 10)
    assert np.array_equal(whole.position[:10], part.position)
    assert not np.array_equal(drawn(ranges, 5, 3, 10).position, part.position)
    assert not np.array_equal(drawn(ranges, 6, 2, 10).position, part.position)


@given(st.integers(1, 5000))
def test_chunks_hold_every_draw_once(count: int) -> None:
    parts = chunks(count)
    assert sum(size for _, size in parts) == count
    assert [number for number, _ in parts] == list(range(len(parts)))
    assert all(0 < size <= CHUNK for _, size in parts)


def test_two_processes_give_the_same_bytes_as_one() -> None:
    ranges, model = ranges_of(case_of(), ["price"]), model_named("compromise")
    alone = samples(ranges, model, None, (3000, 7))
    with ProcessPoolExecutor(2) as pool:
        shared = samples(ranges, model, None, (3000, 7), pool.map)
    assert alone[0].outcomes.tobytes() == shared[0].outcomes.tobytes()
    assert alone[0].outcomes.shape == (3000, 1)


@pytest.mark.parametrize("model", [each.name for each in MODELS])
def test_renaming_and_reordering_parties_changes_nothing_else(model: str) -> None:
    asked = Asked(model, ("price",), draws=40)
    (one,) = outlook(case_of(), asked).forecasts
    (other,) = outlook(case_of("cab", ("zoe", "ann", "max")), asked).forecasts
    assert (one.point, one.median, one.mean) == (other.point, other.median, other.mean)
    assert (one.interval, one.fan) == (other.interval, other.fan)
    new = {"a": "ann", "b": "max", "c": "zoe"}
    last, moved = one.trajectory.turns[-1].positions, other.trajectory.turns[-1].positions
    placed = dict(zip(other.trajectory.parties, moved, strict=True))
    for party, place in zip(one.trajectory.parties, last, strict=True):
        assert placed[new[party]] == place


@pytest.mark.parametrize("model", [each for each in MODELS if each.sampled is not None])
def test_a_model_gives_the_same_over_draws_as_draw_by_draw(model: Model) -> None:
    ranges = ranges_of(case_of(), ["price"])
    (fast,) = samples(ranges, model, None, (30, 1))
    (slow,) = samples(ranges, replace(model, sampled=None), None, (30, 1))
    points = (fast.outcomes * fast.chances).sum(axis=1)
    assert points == pytest.approx((slow.outcomes * slow.chances).sum(axis=1), abs=1e-9)
    assert fast.path == pytest.approx(slow.path, abs=1e-9)


@given(
    st.lists(st.tuples(st.integers(-9, 9), st.integers(0, 5)), min_size=1, max_size=9).filter(
        lambda rows: any(weight for _, weight in rows)
    ),
    st.integers(0, 20),
)
def test_a_quantile_is_the_least_value_that_reaches_its_share(
    rows: list[tuple[int, int]], twentieths: int
) -> None:
    values, weights = (np.array(each, dtype=np.float64) for each in zip(*rows, strict=True))
    found = quantile(values, weights, twentieths / 20)
    total = sum(weight for _, weight in rows)
    reached = [
        value
        for value, weight in rows
        if weight and 20 * sum(w for v, w in rows if v <= value) >= twentieths * total
    ]
    assert found == min(reached)
