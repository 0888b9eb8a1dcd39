"""Orders of states from statements, weights and the points of a settlement."""

from fractions import Fraction
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracktwo.analyses.settlement.package import judge_package
from tracktwo.analyses.stability.from_case import model_of
from tracktwo.casemodel.read import parse_case
from tracktwo.errors import CaseError

HEAD = """
case = { id = "x", title = "X", as_of = "2025-01-31" }
parties.a = { name = "A" }
parties.b = { name = "B" }
[stability.options]
fill = { title = "Fill", by = "a" }
share = { title = "Share", by = "a" }
protest = { title = "Protest", by = "b" }
[stability.preferences.b]
statements = ["not protest"]
[stability.preferences.a]
"""
BITS = ["".join(reversed(each)) for each in product("NY", repeat=3)]


POINTS = HEAD.replace('name = "A"', 'name = "A", no_agreement = "20"') + "points = true"


def places(preference: str, more: str = "") -> dict[str, int]:
    """Give A's places of the states, from the worst."""
    head = POINTS if preference == "points = true" and more else HEAD + preference
    model = model_of(parse_case(head + more))
    return dict(zip(model.bits, model.worth[0].tolist(), strict=True))


def refused(preference: str, more: str = "") -> str:
    with pytest.raises(CaseError) as found:
        places(preference, more)
    return str(found.value)


def test_weights_add_up_over_the_conditions_that_a_state_meets() -> None:
    found = places('weights = { fill = "3", share = "2", "fill and share" = "-4" }')
    assert found == {
        "NNN": 0, "NNY": 0,  # nothing
        "YYN": 1, "YYY": 1,  # 3 + 2 - 4
        "NYN": 2, "NYY": 2,
        "YNN": 3, "YNY": 3,
    }  # fmt: skip


def test_seven_tenths_and_one_tenth_tie_with_eight_tenths() -> None:
    found = places('weights = { fill = "0.7", share = "0.1", protest = "0.8" }')
    assert found["YYN"] == found["NNY"]
    assert found["YYN"] > found["YNN"] > found["NYN"] > found["NNN"]


def test_weights_of_very_different_size_are_not_rounded_away() -> None:
    small, large = "0.000000000000001", "999999999999999"
    found = places(f'weights = {{ fill = "{large}", share = "{small}" }}')
    assert found["YYN"] > found["YNN"] > found["NYN"] > found["NNN"]


def test_weights_that_are_all_nought_make_all_states_tie() -> None:
    assert set(places('weights = { fill = "0" }').values()) == {0}


@given(st.lists(st.decimals(-9, 9, places=2), min_size=3, max_size=3))
@settings(deadline=None, max_examples=40)
def test_states_are_ordered_as_their_exact_sums_are(weights: list[object]) -> None:
    text = ", ".join(
        f'{name} = "{weight}"'
        for name, weight in zip(("fill", "share", "protest"), weights, strict=True)
    )
    found = places(f"weights = {{ {text} }}")
    sums = {
        bits: sum(
            Fraction(str(weight))
            for letter, weight in zip(bits, weights, strict=True)
            if letter == "Y"
        )
        for bits in BITS
    }
    order = sorted(set(sums.values()))
    assert found == {bits: order.index(total) for bits, total in sums.items()}


STATEMENTS = ["not protest", "fill", "if fill then share", "share iff protest", "YN-"]


@given(st.permutations(STATEMENTS))
@settings(deadline=None, max_examples=30)
def test_statements_order_states_as_weights_that_halve_do(order: list[str]) -> None:
    weights = ", ".join(f'"{text}" = "{2**at}"' for at, text in enumerate(reversed(order)))
    by_statements = places("statements = [{}]".format(", ".join(f'"{each}"' for each in order)))
    assert by_statements == places(f"weights = {{ {weights} }}")


def test_the_first_statement_on_which_two_states_differ_decides() -> None:
    found = places('statements = ["not protest", "fill"]')
    assert found["YNN"] == 3
    assert found["NNN"] == 2
    assert found["YYY"] == 1
    assert found["NNY"] == 0


def test_hundreds_of_statements_do_not_overflow() -> None:
    rows = ", ".join(['"fill or not fill"'] * 300 + ['"share"'])
    assert places(f"statements = [{rows}]")["NYN"] == 1


@pytest.mark.parametrize(
    ("preference", "said"),
    [
        ("weights = { fill = 0.7 }", '0.7 is a TOML float, which rounds; write it as "0.7"'),
        ('weights = { fill = "many" }', '"many" is no number'),
        ('weights = { fill = "1e3" }', '"1e3" is no number'),
        ('weights = { flil = "1" }', "flil"),
        ('weights = { "fill and" = "1" }', "stability.preferences.a"),
        ("weights = {}", "needs one of ranking, statements, weights, points, and has none"),
        ('weights = { fill = "1" }\nstatements = ["fill"]', "and has statements and weights"),
        ("points = true", "stability.outcomes"),
    ],
)
def test_a_preference_that_cannot_be_meant_is_refused_where_it_stands(
    preference: str, said: str
) -> None:
    message = refused(preference)
    assert said in message
    assert "preferences.a" in message


def test_weights_that_tell_merged_states_apart_are_refused() -> None:
    head = HEAD.replace(
        "[stability.options]", '[stability]\nmerged = ["fill"]\n[stability.options]'
    )
    with pytest.raises(CaseError, match="orders states that are merged"):
        model_of(parse_case(head + 'weights = { share = "1" }'))
    sound = model_of(parse_case(head.replace("not protest", "not fill") + "weights = { fill = 1 }"))
    assert sound.states == 5


RIVER = """
[issues.river]
title = "River"
options = { dam = "a dam", none = "no dam" }
[issues.money]
title = "Money"
options = { some = "some", much = "much" }
[[positions]]
party = "a"
issue = "river"
weight = "60"
points = { dam = "100", none = "0" }
[[positions]]
party = "a"
issue = "money"
weight = "40"
points = { some = "0", much = "50" }
"""
OUTCOMES = """
[[stability.outcomes]]
when = "fill and share"
package = { river = "dam", money = "some" }
[[stability.outcomes]]
when = "share"
package = { river = "none", money = "much" }
[[stability.outcomes]]
when = "protest"
"""


def test_states_are_worth_the_package_of_the_first_outcome_that_fits() -> None:
    """60 for the dam alone; 40 x 50 / 100 = 20 for the money, which is what no agreement is."""
    found = places("points = true", OUTCOMES + RIVER)
    assert found["YYN"] == found["YYY"] == 1
    assert {found[bits] for bits in BITS if not bits.startswith("YY")} == {0}


def test_a_tenth_more_than_no_agreement_is_better_than_no_agreement() -> None:
    found = places("points = true", OUTCOMES + RIVER.replace('"50"', '"50.1"'))
    assert found["NYN"] == found["NYY"] == 1
    assert found["YYN"] == 2
    assert found["NNN"] == found["NNY"] == found["YNN"] == 0


def test_the_same_numbers_order_states_and_packages() -> None:
    """Of two states that amount to packages, the better is the one the settlement prefers."""
    case = parse_case(POINTS + OUTCOMES + RIVER)
    dam = judge_package(case, {"river": "dam", "money": "some"})
    money = judge_package(case, {"river": "none", "money": "much"})
    assert [dict(each.package.utilities)["a"] for each in (dam, money)] == [60, 20]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (OUTCOMES.replace(', money = "some"', "") + RIVER, 'leaves out issue "money"'),
        (OUTCOMES.replace('"dam"', '"canal"') + RIVER, "canal"),
        (OUTCOMES.replace("river =", "lake =") + RIVER, "lake"),
        (OUTCOMES.replace('"protest"', '"protets"') + RIVER, "protets"),
    ],
)
def test_an_outcome_that_names_no_whole_package_is_refused(more: str, said: str) -> None:
    assert said in refused("points = true", more)


def test_points_need_the_worth_of_no_agreement() -> None:
    with pytest.raises(CaseError, match="needs the party's no_agreement"):
        model_of(parse_case(HEAD + "points = true" + OUTCOMES + RIVER))


def test_a_ranking_says_every_fault_at_once() -> None:
    message = refused('ranking = ["YNN", ["YNN", "NNN"], "YY-"]')
    assert "ranking[1]: names a state that another place names" in message
    assert "leaves out NYN, NNY, YNY, NYY; rank every state" in message


def test_a_pattern_in_a_ranking_means_every_state_that_fits() -> None:
    found = places('ranking = ["Y--", "N--"]')
    assert found == {bits: int(bits[0] == "Y") for bits in BITS}


def test_bars_make_levels_of_much_preferred_states() -> None:
    model = model_of(parse_case(HEAD + 'ranking = ["Y--", ">>", "NY-", "NN-"]'))
    assert model.levels[0].tolist() == [int(bits[0] == "Y") for bits in model.bits]
    assert np.array_equal(model.levels[1], np.zeros(8))
