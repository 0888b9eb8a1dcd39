"""The published cases: their answers, and the count that the field's manual gets wrong."""

import json
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from itertools import permutations
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tracktwo.analyses.stability.inverse import inverse
from tracktwo.analyses.stability.model import Model
from tracktwo.analyses.stability.result import Asked
from tracktwo.analyses.stability.stability import stability
from tracktwo.casemodel.case import Case
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


def test_there_are_five_published_cases() -> None:
    assert len(CASES) >= 5


def with_rankings(case: Case, rankings: Mapping[str, list[str]], one_way: list[str]) -> Case:
    """Put other rankings, best first, in a case, and let some options be taken only."""
    assert case.stability is not None
    preferences = tuple(
        replace(each, ranking=tuple((state,) for state in rankings[each.party]))
        if each.party in rankings
        else each
        for each in case.stability.preferences
    )
    levers = tuple(
        replace(lever, moves="N->Y") if lever.id in one_way else lever
        for lever in case.stability.levers
    )
    return replace(case, stability=replace(case.stability, preferences=preferences, levers=levers))


def test_with_simultaneous_stability_the_war_of_the_korean_case_holds() -> None:
    found = stability(load_case(CATALOG / "korea-2017"))
    assert found.simultaneous is not None
    stable = [
        {*np.flatnonzero(found.verdicts["seq"].marks[party]).tolist(), *found.simultaneous[party]}
        for party in (0, 1)
    ]
    codes = found.model.codes[sorted(stable[0] & stable[1])].tolist()
    assert codes == published("korea-2017")["with_simultaneous"]["seq"]
    assert 4 not in found.model.codes[list(found.verdicts["seq"].equilibria)]


@pytest.mark.parametrize("place", range(3))
def test_other_rankings_of_the_korean_case_give_the_equilibria_published_for_them(
    place: int,
) -> None:
    other = published("korea-2017")["rankings"][place]
    rankings = {
        party: ["".join("NY"[code >> at & 1] for at in range(4)) for code in other[party]]
        for party in ("united_states", "north_korea")
    }
    case = with_rankings(load_case(CATALOG / "korea-2017"), rankings, other["one_way"])
    found = stability(case)
    for concept, codes in other["equilibria"].items():
        held = found.verdicts[concept].equilibria
        assert found.model.codes[list(held)].tolist() == codes, concept


def test_the_equilibria_of_elmira_do_not_hang_on_the_doubtful_tail_of_one_ranking() -> None:
    case = load_case(CATALOG / "elmira")
    assert case.stability is not None
    state = {name: bits for bits, name in case.stability.names}
    tail = [state[name] for name in ["s1", "s4", "s8", "s5", "s9", "s2", "s3", "s7", "s6"]]
    found = stability(with_rankings(case, {"uniroyal": tail}, []))
    for concept, codes in published("elmira")["equilibria"].items():
        held = found.verdicts[concept].equilibria
        assert found.model.codes[list(held)].tolist() == codes, concept


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
