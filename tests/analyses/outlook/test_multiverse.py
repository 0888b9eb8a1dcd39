"""The multiverse: all readings on the same draws, and where their variance comes from."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analyses.outlook.fields import Row, field_of, rows
from tests.analyses.outlook.test_compromise import EMISSIONS

from tracktwo.analyses.outlook.draws import drawn, neutral_ranges
from tracktwo.analyses.outlook.models import MODELS, model_named
from tracktwo.analyses.outlook.multiverse import (
    Multiverse,
    forecasts,
    multiverse,
    open_choices,
    readings,
)
from tracktwo.analyses.outlook.ranges import Ranges
from tracktwo.errors import InputError

QUICK = ("compromise", "median", "mean", "pce")


def spread(some: list[Row], names: tuple[str, ...] = ()) -> Ranges:
    """Give rows a range of a tenth around each number."""
    low = field_of([(c * 0.9, s * 0.9, max(0, x - 5)) for c, s, x in some], names=names)
    high = field_of([(c * 1.1, min(1, s * 1.1), min(100, x + 5)) for c, s, x in some], names=names)
    return Ranges(low, field_of(some, names=names), high)


def shares(found: Multiverse) -> list[float]:
    """Give the four shares of the variance."""
    return [found.inputs, found.model, found.reading, found.together]


def test_the_challenge_model_has_1024_readings_and_the_default_comes_first() -> None:
    model = model_named("challenge")
    found = readings(model)
    assert len(set(found)) == len(found) == 1024
    assert model.choices is not None
    assert found[0] == model.choices()


def test_a_model_with_too_many_combinations_is_read_one_departure_at_a_time() -> None:
    for model in MODELS:
        words = open_choices(model)
        if np.prod([len(each) for each in words.values()]) > 2_048:
            assert len(readings(model)) == 1 + sum(len(each) - 1 for each in words.values())


@settings(max_examples=25)
@given(rows)
def test_the_shares_are_those_of_the_definition(some: list[Row]) -> None:
    found = multiverse(spread(some), models=QUICK, draws=7)
    draws = drawn(neutral_ranges(spread(some)), 0, 0, 7)
    table = {
        (name, number): list(forecasts(draws, (name, reading)))
        for name in QUICK
        for number, reading in enumerate(readings(model_named(name)))
    }
    weight = {key: 1 / len(QUICK) / sum(k[0] == key[0] for k in table) / 7 for key in table}
    cells = [(weight[key], key, d, y) for key, row in table.items() for d, y in enumerate(row)]
    centre = sum(w * y for w, _, _, y in cells)
    total = sum(w * (y - centre) ** 2 for w, _, _, y in cells)
    inputs = sum(
        (sum(7 * w * y for w, _, at, y in cells if at == d) - centre) ** 2 / 7 for d in range(7)
    )
    model = sum(
        (sum(len(QUICK) * w * y for w, key, _, y in cells if key[0] == name) - centre) ** 2
        / len(QUICK)
        for name in QUICK
    )
    assert found.variance == pytest.approx(total, abs=1e-9)
    if total > 1e-9:
        assert shares(found)[:2] == pytest.approx([inputs / total, model / total], abs=1e-6)
        assert sum(shares(found)) == pytest.approx(1, abs=1e-6)


def test_without_ranges_nothing_is_due_to_the_numbers() -> None:
    field = field_of(EMISSIONS, (4, 10))
    found = multiverse(Ranges(field, field, field), models=QUICK, draws=3)
    assert found.inputs == pytest.approx(0, abs=1e-12)
    assert found.together == pytest.approx(0, abs=1e-9)
    assert found.specification_decides


def test_where_all_agree_there_is_no_variance_to_share() -> None:
    field = field_of([(1.0, 0.5, 40.0), (2.0, 0.5, 40.0)])
    found = multiverse(Ranges(field, field, field), models=("compromise", "pce"), draws=2)
    assert (found.variance, shares(found)) == (0.0, [0.0] * 4)
    assert not found.specification_decides


def test_threads_give_the_same_bytes_and_order_of_the_file_does_not_matter() -> None:
    some = [(c, s, 10.0 * x) for c, s, x in EMISSIONS]
    names = tuple(f"p{i}" for i in range(len(some)))
    order = [3, 9, 0, 7, 5, 1, 8, 2, 6, 4]
    models = ("pce", "challenge")
    one = multiverse(spread(some, names), models=models, draws=3)
    with ThreadPoolExecutor(2) as pool:
        shuffled = spread([some[i] for i in order], tuple(names[i] for i in order))
        other = multiverse(shuffled, models=models, draws=3, over=pool.map)
    for mine, theirs in zip(one.families, other.families, strict=True):
        assert mine.forecasts.tobytes() == theirs.forecasts.tobytes()
        assert mine.choices == theirs.choices
    assert shares(one) == shares(other)


def test_what_each_choice_does_alone_is_ranked() -> None:
    some = [(c, s, 10.0 * x) for c, s, x in EMISSIONS]
    (family,) = multiverse(spread(some), models=("challenge",), draws=2).families
    ranked = [each.share for each in family.choices]
    assert len(family.choices) == 10
    assert ranked == sorted(ranked, reverse=True)
    assert sum(ranked) <= 1
    first = family.choices[0]
    assert np.mean([mean for _, mean in first.means]) == pytest.approx(family.forecasts.mean())


@pytest.mark.parametrize(
    ("models", "draws", "message"),
    [
        ((), 1, "name one or more"),
        (("compromise", "compromise"), 1, "each once"),
        (("oracle",), 1, "is no model"),
        (("compromise",), 0, "one draw or more"),
    ],
)
def test_what_cannot_be_run_is_refused(models: tuple[str, ...], draws: int, message: str) -> None:
    field = field_of(EMISSIONS, (4, 10))
    with pytest.raises(InputError, match=message):
        multiverse(Ranges(field, field, field), models=models, draws=draws)


@given(st.sampled_from([model.name for model in MODELS]))
def test_every_open_choice_begins_with_its_default(name: str) -> None:
    model = model_named(name)
    for choice, words in open_choices(model).items():
        assert model.choices is not None
        assert words[0] == getattr(model.choices(), choice)
