"""The forecast of a case: its point, its middles, its interval, its path."""

import numpy as np
import pytest
from tests.analyses.outlook.cases import HEAD, case_of

from tracktwo.analyses.outlook.choices import chosen
from tracktwo.analyses.outlook.from_case import ranges_of
from tracktwo.analyses.outlook.models import model_named
from tracktwo.analyses.outlook.outlook import Asked, outlook
from tracktwo.analyses.outlook.sampling import samples
from tracktwo.casemodel.read import parse_case
from tracktwo.errors import InputError


def test_the_point_is_the_weighted_mean_by_hand() -> None:
    (price,) = outlook(case_of(), Asked(scales=("price",))).forecasts
    # weights 2 × 0.9, 3 × 0.5, 1 × 0.2 at 10, 60, 100
    assert price.point == pytest.approx((1.8 * 10 + 1.5 * 60 + 0.2 * 100) / 3.5)
    assert price.mean == price.point
    assert price.median == 10


def test_all_scales_with_a_stance_are_forecast_if_none_is_named() -> None:
    assert [each.scale.id for each in outlook(case_of(), Asked(draws=10)).forecasts] == [
        "price",
        "date",
    ]


def test_four_fifths_of_the_draws_lie_in_the_interval() -> None:
    (price,) = outlook(case_of(), Asked(scales=("price",), draws=5000)).forecasts
    (sample,) = samples(ranges_of(case_of(), ["price"]), model_named("compromise"), None, (5000, 0))
    low, high = price.interval
    below, above = np.mean(sample.outcomes < low), np.mean(sample.outcomes > high)
    assert below == pytest.approx(0.1, abs=0.001)
    assert above == pytest.approx(0.1, abs=0.001)


def test_without_ranges_the_interval_is_the_point() -> None:
    still = parse_case(
        HEAD
        + """
parties.a = { name = "A" }
[outlook]
capability.a = "0.7"
scales.p = { title = "P", low = "0", high = "1" }
stances = [{ party = "a", scale = "p", position = "0.3", salience = "10" }]
"""
    )
    (only,) = outlook(still, Asked(draws=20)).forecasts
    assert only.interval == (only.point, only.point)


def test_more_draws_and_another_seed_are_in_the_making() -> None:
    made = outlook(case_of(), Asked("pce", ("price",), (("victory", "square"),), 9, 4)).making
    assert dict(made.parameters) | {"draws": "9", "draws_seed": "4", "victory": "square"} == dict(
        made.parameters
    )


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"hope": "1"}, 'pce: "hope" is no open choice; choices are "voting"'),
        ({"voting": "cubc", "method": "x"}, "method"),
    ],
)
def test_a_choice_that_is_none_is_refused_with_what_there_is(
    settings: dict[str, str], said: str
) -> None:
    with pytest.raises(InputError, match=said):
        chosen(model_named("pce"), settings)


def test_numbers_are_read_as_the_model_needs_them() -> None:
    assert chosen(model_named("challenge"), {"rounds": "3"}).rounds == 3  # type: ignore[attr-defined]  # a Specification
    for text, said in (("x", "no whole number"), ("-1", "0 or more")):
        with pytest.raises(InputError, match=said):
            chosen(model_named("challenge"), {"rounds": text})


@pytest.mark.parametrize("asked", [Asked(draws=0), Asked(seed=-1), Asked("hope")])
def test_a_question_that_makes_no_sense_is_refused(asked: Asked) -> None:
    with pytest.raises(InputError):
        outlook(case_of(), asked)
