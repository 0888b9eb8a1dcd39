"""The published cases: their answers, and the count that the field's manual gets wrong."""

import json
from fractions import Fraction
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from tracktwo.analyses.stability.inverse import inverse
from tracktwo.analyses.stability.model import Model
from tracktwo.analyses.stability.result import Asked
from tracktwo.analyses.stability.stability import stability
from tracktwo.casemodel.files import load_case

CATALOG = Path(__file__).parents[3] / "catalog"
CASES = sorted(path.parent.name for path in CATALOG.glob("*/published.json"))


def published(name: str) -> dict[str, Any]:
    answers: dict[str, Any] = json.loads((CATALOG / name / "published.json").read_text("utf-8"))
    return answers


@pytest.mark.parametrize("name", CASES)
def test_the_equilibria_are_those_published(name: str) -> None:
    found = stability(load_case(CATALOG / name))
    for concept, codes in published(name)["equilibria"].items():
        verdicts = found.verdicts[concept]
        assert found.model.codes[list(verdicts.equilibria)].tolist() == codes, concept


def test_there_are_four_published_cases() -> None:
    assert len(CASES) >= 4


def syria() -> Model:
    return stability(load_case(CATALOG / "syria-iraq-1975")).model


@pytest.mark.parametrize("concept", ["nash", "seq", "gmr", "smr"])
def test_the_rankings_of_syria_that_hold_the_release_of_water_are_counted_exactly(
    concept: Any,  # noqa: ANN401 - one of the names of concepts
) -> None:
    right = published("syria-iraq-1975")["inverse"]
    found = inverse(syria(), 1, 0, concept)
    assert (found.count, found.rankings) == (right["count"][concept], 720)


def test_it_is_384_of_720_and_not_420_by_inclusion_and_exclusion() -> None:
    found = inverse(syria(), 1, 0, "seq")
    assert published("syria-iraq-1975")["inverse"]["published_in_error"]["seq"] == 420
    shares = [Fraction(term.sign, term.over) for term in found.terms]
    assert shares == [1, Fraction(-1, 3), Fraction(-1, 3), Fraction(1, 5)]
    assert 720 * sum(shares) == found.count == 384


def test_it_is_384_by_writing_all_rankings_out() -> None:
    """Free to leave for 0 unless 0 or 4 is no better; for 2 unless 2 or 6 is no better."""
    held = sum(
        min(order.index(0), order.index(4)) < order.index(1)
        and min(order.index(2), order.index(6)) < order.index(1)
        for order in permutations((0, 1, 2, 4, 5, 6))
    )
    assert held == 384


def test_the_nearest_ranking_makes_the_state_hold() -> None:
    found = inverse(syria(), 1, 0, "seq")
    assert found.change == 1
    assert [syria().codes[state] for (state,) in found.ranking] == [0, 2, 1, 6, 4, 5]


def test_in_chicken_no_state_is_left_at_once_for_a_better_joint_end() -> None:
    found = stability(load_case(CATALOG / "prisoners-dilemma"), Asked(horizon=2))
    assert found.limited is not None
    assert all(0 in states for states in found.limited)
