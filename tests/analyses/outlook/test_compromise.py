"""The compromise and its baselines: hand-worked, against the definition, and their laws."""

import math
import random
from collections.abc import Callable
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analyses.outlook.fields import Row, field_of, rows

from tracktwo.analyses.kernels.weighted_mean import weighted_mean
from tracktwo.analyses.kernels.weighted_median import weighted_median
from tracktwo.analyses.outlook.compromise import compromise, mean, median
from tracktwo.analyses.outlook.field import Field
from tracktwo.analyses.outlook.forecast import Trajectory

slow = settings(deadline=None)

Model = Callable[[Field], tuple[Trajectory, ...]]
MODELS = [compromise, median, mean]

# Years until the emission standard for medium cars: Scholz, Calbert and Smith, "Unravelling Bueno
# de Mesquita's group decision model", ICAART 2011, table 1; capability, salience, position.
EMISSIONS = [
    (0.08, 0.8, 4),
    (0.08, 0.4, 7),
    (0.03, 0.2, 4),
    (0.16, 0.8, 4),
    (0.16, 0.6, 10),
    (0.16, 0.6, 10),
    (0.16, 0.9, 10),
    (0.05, 0.1, 7),
    (0.05, 1.0, 4),
    (0.08, 0.7, 7),
]


def exact(some: list[Row]) -> tuple[Fraction, float, Fraction]:
    """Give mean, median and plain mean from the sentences that define them, in fractions."""
    exactly = [[Fraction(str(each)) for each in row] for row in some]
    weighed = [(c * s, x) for c, s, x in exactly]
    total = sum((w for w, _ in weighed), start=Fraction())
    middle = sum((w * x for w, x in weighed), start=Fraction()) / total
    halves = [y for w, y in weighed if w > 0 and 2 * sum(w for w, x in weighed if x <= y) >= total]
    heard = [x for w, x in weighed if w > 0]
    return middle, float(min(halves)), Fraction(sum(heard), len(heard))


@slow
@given(rows)
def test_the_three_agree_with_their_definitions(some: list[Row]) -> None:
    field = field_of(some)
    middle, half, plain = exact(some)
    assert compromise(field)[0].outcomes[0] == pytest.approx(float(middle), abs=1e-9)
    assert median(field)[0].outcomes[0] == half
    assert mean(field)[0].outcomes[0] == pytest.approx(float(plain), abs=1e-9)


def test_the_emission_standard_begins_where_the_paper_has_it() -> None:
    (forecast,) = compromise(field_of(EMISSIONS, (4, 10)))
    assert forecast.outcomes[0] == pytest.approx(7.389955686853767)  # table 2 opens with 7.4
    assert (forecast.turns[0].median, len(forecast.turns)) == (7.0, 1)


@slow
@given(rows, st.randoms(use_true_random=False))
@pytest.mark.parametrize("model", MODELS)
def test_no_result_depends_on_the_order_of_the_file(
    model: Model, some: list[Row], shuffling: random.Random
) -> None:
    order = list(range(len(some)))
    shuffling.shuffle(order)
    names = [f"p{i}" for i in order]
    one, other = model(field_of(some))[0], model(field_of([some[i] for i in order], names=names))[0]
    assert one.outcomes.tobytes() == other.outcomes.tobytes()
    assert (one.turns[0].mean, one.turns[0].median) == (other.turns[0].mean, other.turns[0].median)


@slow
@given(rows)
@pytest.mark.parametrize("model", MODELS)
def test_shifting_and_stretching_the_scale_shifts_and_stretches_the_forecast(
    model: Model, some: list[Row]
) -> None:
    (plain,) = model(field_of(some))
    (moved,) = model(field_of([(c, s, 2 * x - 50) for c, s, x in some], (-50, 150)))
    assert moved.outcomes == pytest.approx(2 * plain.outcomes - 50, abs=1e-9)


@slow
@given(rows, st.floats(0, 100), st.sampled_from([(0.0, 1.0), (3.0, 0.0)]))
@pytest.mark.parametrize("model", MODELS)
def test_a_party_of_zero_weight_changes_nothing(
    model: Model, some: list[Row], place: float, idle_by: tuple[float, float]
) -> None:
    (before,) = model(field_of(some))
    (after,) = model(field_of([*some, (*idle_by, place)]))
    assert after.outcomes == pytest.approx(before.outcomes, abs=1e-12)


@slow
@given(rows)
@pytest.mark.parametrize("model", [compromise, median])
def test_two_halves_of_a_party_count_as_the_party(model: Model, some: list[Row]) -> None:
    capability, salience, place = some[0]
    halves = [(capability / 4, salience, place), (capability * 3 / 4, salience, place)]
    (whole,) = model(field_of(some))
    (split,) = model(field_of([*halves, *some[1:]]))
    assert split.outcomes == pytest.approx(whole.outcomes, abs=1e-9)


def test_the_plain_mean_hears_each_half_of_a_party() -> None:
    whole, split = field_of([(2, 1, 0), (1, 1, 90)]), field_of([(1, 1, 0), (1, 1, 0), (1, 1, 90)])
    assert (mean(whole)[0].outcomes[0], mean(split)[0].outcomes[0]) == (45, 30)


def test_half_of_the_weight_is_enough_for_the_median() -> None:
    assert median(field_of([(0.1, 1, 10), (0.2, 1, 20), (0.3, 1, 30)]))[0].outcomes[0] == 20


@pytest.mark.parametrize("model", MODELS)
def test_one_party_is_its_own_forecast(model: Model) -> None:
    assert model(field_of([(3, 0.5, 70)]))[0].outcomes.tolist() == [70]


def test_each_scale_is_forecast_by_itself() -> None:
    two = Field(
        ("a", "b"),
        ("price", "date"),
        np.array([[0.0, 10.0], [0.0, 1.0]]),
        np.array([1.0, 1.0]),
        np.array([[1.0, 0.0], [1.0, 0.5]]),
        np.array([[0.0, 0.0], [10.0, 1.0]]),
    )
    price, date = compromise(two)
    assert (price.scale, date.scale) == ("price", "date")
    assert (price.outcomes[0], date.outcomes[0]) == (5, 1)


@slow
@given(st.lists(rows, min_size=1, max_size=4))
def test_draws_are_answered_as_one_by_one(several: list[list[Row]]) -> None:
    widest = max(map(len, several))
    padded = np.array([[*some, *[(0.0, 0.0, 0.0)] * (widest - len(some))] for some in several])
    capability, salience, place = np.moveaxis(padded, -1, 0)
    means = weighted_mean(capability, salience, place)
    medians = weighted_median(capability * salience, place)
    for some, middle, half in zip(several, means, medians, strict=True):
        assert middle == pytest.approx(compromise(field_of(some))[0].outcomes[0])
        assert half == median(field_of(some))[0].outcomes[0]


def test_draws_without_any_weight_have_no_middle() -> None:
    nothing, place = np.zeros((2, 3)), np.ones((2, 3))
    assert all(math.isnan(each) for each in weighted_mean(nothing, place, place))
    assert all(math.isnan(each) for each in weighted_median(nothing, place))
