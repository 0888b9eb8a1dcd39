"""Scenarios: every analysis again, side by side, and together where the probabilities allow."""

from decimal import Decimal
from pathlib import Path

import pytest
from tests.analyses.robustness.test_without import CASE

from tracktwo.analyses.outlook.outlook import Asked, outlook
from tracktwo.analyses.outlook.scenarios import overridden, scenarios
from tracktwo.analyses.settlement.settle import settle
from tracktwo.analyses.settlement.settlement import Count
from tracktwo.analyses.stability.stability import stability
from tracktwo.casemodel.files import load_case
from tracktwo.casemodel.read import parse_case

QUICK = Asked(draws=20)
TWO = """
[[scenarios]]
name = "rain"
text = "t"
probability = "0.25"
by = "A"
sets = { "positions.b.dam.refuses" = [], "outlook.capability.b" = "9" }
[[scenarios]]
name = "none"
text = "t"
probability = "0.75"
by = "A"
"""


def test_a_scenario_changes_what_it_sets_and_one_that_sets_nothing_does_not() -> None:
    found = scenarios(parse_case(CASE + TWO), QUICK)
    rain, none = found.futures
    assert found.stands.acceptable == none.acceptable == Count(0, 0)
    assert rain.acceptable == Count(1, 1)
    assert [point for _, point, _ in none.forecasts] == [2.0]
    assert [point for _, point, _ in rain.forecasts] == [6.0]


def test_the_mixture_weighs_the_futures_by_their_probability() -> None:
    found = scenarios(parse_case(CASE + TWO), QUICK)
    assert found.total == 1
    assert found.mixture is not None
    assert found.mixture.room == Decimal("0.25")
    assert found.mixture.points == (("price", 0.25 * 6 + 0.75 * 2),)


@pytest.mark.parametrize("other", ["0.74", "0.76"])
def test_probabilities_that_do_not_add_up_to_one_give_no_mixture(other: str) -> None:
    found = scenarios(parse_case(CASE + TWO.replace("0.75", other)), QUICK)
    assert found.total == Decimal("0.25") + Decimal(other)
    assert found.mixture is None


def test_a_scenario_without_a_probability_leaves_no_total() -> None:
    found = scenarios(parse_case(CASE + TWO.replace('probability = "0.75"\n', "")), QUICK)
    assert (found.total, found.mixture) == (None, None)


def test_a_case_without_scenarios_is_shown_as_it_stands() -> None:
    found = scenarios(parse_case(CASE), QUICK)
    assert (found.futures, found.total, found.mixture) == ((), None, None)


def test_each_future_is_what_the_analyses_say_of_the_changed_case() -> None:
    case = load_case(Path(__file__).parents[3] / "cases" / "ukraine-nato")
    found = scenarios(case, QUICK)
    for scenario, future in zip(case.scenarios, found.futures, strict=True):
        changed = overridden(case, scenario)
        assert future.acceptable == settle(changed).count
        held = stability(changed).verdicts["seq"].equilibria
        assert len(dict(future.held or ())["seq"]) == len(held)
        points = [each.point for each in outlook(changed, QUICK).forecasts]
        assert [point for _, point, _ in future.forecasts] == points
    assert found.total == 1
