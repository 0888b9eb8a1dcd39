"""Files of GMCR+ and gmcr-py become cases, and what is wrong in them is said."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracktwo.analyses.stability.from_case import model_of
from tracktwo.casemodel.read import parse_case
from tracktwo.errors import CaseError
from tracktwo.interop.gmcr import case_from_gmcr

DAY = "2025-01-31"
# Made up in the format of GMCR+; the names are not those of a real conflict.
RIVER: dict[str, Any] = {
    "program": "gmcr-py",
    "version": "0.3.6",
    "options": [
        {"name": "Fill it", "permittedDirection": "fwd"},
        {"name": "and", "permittedDirection": "both"},
        {"name": "Insist", "permittedDirection": "back"},
    ],
    "decisionMakers": [
        {
            "name": "Upper",
            "options": [0, 1],
            "preferences": [
                [[0, "Y"]],
                {"compound": True, "members": [[[1, "N"], [2, "N"]], [[2, "Y"]]]},
            ],
            "preferenceRanking": [1, [2, 3], 4, 5, 6],
        },
        {
            "name": "Lower",
            "options": [2],
            "preferences": [],
            "preferenceRanking": [6, 5, 4, 3, 2, 1],
        },
    ],
    "infeasibles": [[[0, "Y"], [1, "Y"]]],
    "useManualPreferenceRanking": True,
}


def imported(data: object) -> str:
    return case_from_gmcr(json.dumps(data).encode(), "river.gmcr", DAY)


def test_states_are_numbered_from_one_over_the_possible_ones_first_option_least_significant() -> (
    None
):
    model = model_of(parse_case(imported(RIVER)))
    assert model.codes.tolist() == [0, 1, 2, 4, 5, 6]
    assert model.worth[0].tolist() == [4, 3, 3, 2, 1, 0]
    assert model.worth[1].tolist() == [0, 1, 2, 3, 4, 5]


def test_directions_owners_and_names_come_over() -> None:
    case = parse_case(imported(RIVER))
    assert case.stability is not None
    assert [lever.moves for lever in case.stability.levers] == ["N->Y", "both", "Y->N"]
    assert [lever.parties for lever in case.stability.levers] == [
        ("upper",),
        ("upper",),
        ("lower",),
    ]
    assert case.stability.levers[1].title == "and"


def test_statements_are_taken_where_the_ranking_is_not_used() -> None:
    case = parse_case(imported(RIVER | {"useManualPreferenceRanking": False}))
    assert case.stability is not None
    upper, lower = case.stability.preferences
    assert upper.statements == (
        "fill-it",
        "(not and-option and not insist) or (insist)",
    )
    assert len(lower.ranking) == 6


def break_options(data: dict[str, Any]) -> None:
    data["options"][0]["permittedDirection"] = "up"


def break_ranking(data: dict[str, Any]) -> None:
    data["decisionMakers"][0]["preferenceRanking"] = [9]


def break_pair(data: dict[str, Any]) -> None:
    data["infeasibles"] = [[[7, "Y"]]]


def break_owner(data: dict[str, Any]) -> None:
    data["decisionMakers"][1]["options"] = [9]


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (break_options, "options[0].permittedDirection"),
        (break_ranking, "states go from 1 to 6"),
        (break_pair, 'pairs such as [0, "Y"]'),
        (break_owner, "no option's index"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(
    damage: Callable[[dict[str, Any]], None], said: str
) -> None:
    data = json.loads(json.dumps(RIVER))
    damage(data)
    with pytest.raises(CaseError) as caught:
        imported(data)
    assert said in str(caught.value)


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b"\xff", b"null", b'{"options": 3}'])
def test_what_is_no_conflict_is_refused(content: bytes) -> None:
    with pytest.raises(CaseError):
        case_from_gmcr(content, "x.gmcr", DAY)


values = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 9) | st.sampled_from(["Y", "N", "fwd", "x"]),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from([*RIVER]), values)
def test_any_damage_gives_a_case_or_a_case_error(key: str, value: object) -> None:
    try:
        text = imported(RIVER | {key: value})
        case = parse_case(text)
        held = model_of(case).states
    except CaseError as error:
        held = len(error.problems)
    assert held >= 1
