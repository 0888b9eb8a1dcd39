"""Brier score, log score and calibration, held to their definitions."""

from decimal import Decimal
from fractions import Fraction
from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.analyses.outlook.scoring import Scored, calibration, score

_scored = st.builds(
    Scored,
    st.just("q"),
    st.just("A"),
    st.integers(1, 99).map(lambda per_cent: Decimal(per_cent) / 100),
    st.booleans(),
)
HALVES = [(Decimal(0), Decimal("0.5")), (Decimal("0.5"), Decimal(1))]


@given(st.lists(_scored, min_size=1, max_size=12))
def test_scores_are_their_definitions(forecasts: list[Scored]) -> None:
    found = score(forecasts)
    assert found is not None
    brier = sum((float(f.probability) - f.happened) ** 2 for f in forecasts) / len(forecasts)
    assert float(found.brier) == pytest.approx(brier)
    given_ = [float(f.probability if f.happened else 1 - f.probability) for f in forecasts]
    assert found.log_score == pytest.approx(sum(map(log, given_)) / len(given_))


@given(st.lists(_scored, min_size=1, max_size=12))
def test_forecasting_the_opposite_of_the_opposite_scores_the_same(forecasts: list[Scored]) -> None:
    turned = [Scored(f.question, f.by, 1 - f.probability, not f.happened) for f in forecasts]
    one, other = score(forecasts), score(turned)
    assert one is not None
    assert other is not None
    assert one.brier == other.brier
    assert one.log_score == pytest.approx(other.log_score)


def test_one_half_every_time_gets_a_quarter() -> None:
    half = [Scored("q", "A", Decimal("0.5"), happened) for happened in (True, False, False)]
    found = score(half)
    assert found is not None
    assert (found.brier, found.base_rate) == (Fraction(1, 4), Fraction(1, 3))


def test_nothing_settled_has_no_score() -> None:
    assert score([]) is None
    assert calibration([], HALVES) == ()


def test_calibration_sets_what_was_given_beside_what_came() -> None:
    forecasts = [
        Scored("q", "A", Decimal("0.2"), happened=False),
        Scored("q", "A", Decimal("0.4"), happened=True),
        Scored("q", "A", Decimal("0.5"), happened=True),
    ]
    low, high = calibration(forecasts, HALVES)
    assert (low.count, low.forecast, low.happened) == (2, Fraction(3, 10), Fraction(1, 2))
    assert (high.count, high.forecast, high.happened) == (1, Fraction(1, 2), Fraction(1))


@given(st.lists(_scored, max_size=12))
def test_every_forecast_is_in_one_band(forecasts: list[Scored]) -> None:
    assert sum(each.count for each in calibration(forecasts, HALVES)) == len(forecasts)
