"""Settling: exactness, limits, and what a result says of its making."""

from dataclasses import replace
from fractions import Fraction

import pytest

from tracktwo.analyses.settlement.settle import settle
from tracktwo.analyses.settlement.settlement import MOST_LISTED, MOST_TIES, Package
from tracktwo.casemodel.case import Acceptance, Case, Issue, Option
from tracktwo.casemodel.read import parse_case
from tracktwo.errors import SettlementError

TWO = """
[case]
id = "x"
title = "X"
as_of = 2025-01-31
[parties.a]
name = "A"
no_agreement = "0.8"
[parties.b]
name = "B"
[issues.river]
title = "River"
options = { dam = "dam", none = "none" }
[issues.price]
title = "Price"
options = { high = "high", low = "low" }
[[positions]]
party = "a"
issue = "river"
weight = 100
points = { dam = "0.7", none = "0.6" }
[[positions]]
party = "a"
issue = "price"
weight = 100
points = { high = "0.1", low = "0" }
[[positions]]
party = "b"
issue = "price"
refuses = ["low"]
"""


def chosen(packages: tuple[Package, ...]) -> list[list[str]]:
    """Give the options of each package, issue by issue."""
    return [[option for _, option in package.options] for package in packages]


def test_seven_tenths_and_one_tenth_meet_eight_tenths() -> None:
    result = settle(parse_case(TWO))
    assert chosen(result.acceptable) == [["dam", "high"]]
    assert result.acceptable[0].utilities == (("a", Fraction(4, 5)),)
    assert 0.7 + 0.1 < 0.8  # what floats would have said


def test_a_party_without_points_enters_no_frontier_and_no_solution() -> None:
    result = settle(parse_case(TWO))
    assert [party for party, _ in result.frontier[0].utilities] == ["a"]


def test_without_any_points_every_acceptable_package_is_on_the_frontier() -> None:
    case = replace(parse_case(TWO), positions=parse_case(TWO).positions[2:])
    case = replace(case, parties=tuple(replace(p, no_agreement=None) for p in case.parties))
    result = settle(case)
    assert [point.utilities for point in result.frontier] == [()]
    assert chosen(result.nash) == [["dam", "high"], ["none", "high"]]
    assert result.nash == result.kalai_smorodinsky == result.egalitarian == result.utilitarian


def test_digits_beyond_64_bits_decide() -> None:
    tiny = "0.000000000000001"
    text = TWO.replace('dam = "0.7"', 'dam = "999999999999999.000000000000001"')
    text = text.replace('none = "0.6"', 'none = "999999999999999"').replace('"0.8"', '"0"')
    text = text.replace("weight = 100", f'weight = "100{tiny[1:]}"')
    result = settle(parse_case(text))
    assert chosen(result.utilitarian) == [["dam", "high"]]
    (worth,) = (worth for _, worth in result.utilitarian[0].utilities)
    weight = Fraction(100) + Fraction(tiny)
    assert worth == weight * (999999999999999 + Fraction(tiny) + Fraction(1, 10)) / 100
    assert len(result.frontier) == 1


def test_sums_just_beyond_64_bits_do_not_overflow() -> None:
    text = TWO.replace('"0.7"', "600000000000000").replace('"0.1"', "600000000000000")
    result = settle(parse_case(text.replace('"0.6"', '"0.0001"')))
    assert result.utilitarian[0].utilities == (("a", Fraction(1_200_000_000_000_000)),)


def test_rules_that_leave_nothing_are_a_conflict_of_no_red_lines() -> None:
    rules = """
[[rules]]
if = { river = ["dam", "none"] }
then = { price = "high" }
[[rules]]
if = { river = ["dam", "none"] }
then = { price = "low" }
"""
    result = settle(parse_case(TWO + rules))
    assert (result.packages, result.permitted, result.acceptable) == (4, 0, ())
    assert result.conflicts == ((),)
    assert [count for _, count in result.blocks] == [0, 0]


def test_red_lines_that_exclude_each_other_are_named() -> None:
    text = TWO.replace('party = "b"', 'party = "b"\nnote = "n"').replace(
        'high = "0.1", low = "0" }', 'high = "0.1", low = "0" }\nrefuses = ["high"]'
    )
    result = settle(parse_case(text))
    assert [[line.id for line in lines] for lines in result.conflicts] == [
        ["a:price=high", "a:no-agreement"],
        ["a:price=high", "b:price=low"],
    ]
    assert not result.frontier
    assert not result.nash
    assert [(line.id, count) for line, count in result.blocks] == [
        ("a:price=high", 2),
        ("a:no-agreement", 3),
        ("b:price=low", 2),
    ]
    assert [(line.id, count.high) for line, count in result.relaxations] == [
        ("a:price=high", 1),
        ("a:no-agreement", 0),
        ("b:price=low", 0),
    ]


def test_lines_of_those_who_need_not_accept_conflict_only_through_how_many_must() -> None:
    case = parse_case(TWO)
    result = settle(replace(case, acceptance=Acceptance(("a",), 0)))
    assert chosen(result.acceptable) == [["dam", "high"]]
    both_refused = parse_case(TWO.replace('refuses = ["low"]', 'refuses = ["low", "high"]'))
    result = settle(replace(both_refused, acceptance=Acceptance(("a",), 1)))
    assert [[line.id for line in lines] for lines in result.conflicts] == [
        ["a:no-agreement", "b:price=high"],
        ["b:price=high", "b:price=low"],
    ]


def test_the_making_says_who_must_accept_and_what_was_not_given() -> None:
    making = settle(parse_case(TWO)).making
    assert making.case_sha256 == parse_case(TWO).sha256
    assert dict(making.parameters) == {
        "most_listed": str(MOST_LISTED),
        "most_ties": str(MOST_TIES),
        "acceptance.must": "a, b",
        "acceptance.at_least": "0",
        "parties_with_points": "a",
        "no_agreement.a": "0.8",
        "no_agreement.b": "not given; gains counted from 0",
    }
    silent = replace(parse_case(TWO), positions=parse_case(TWO).positions[:1])
    assert dict(settle(silent).making.parameters)["no_points.a"] == "price"


def wide(options: int, issues: int) -> Case:
    """Make a case with so many options on each of so many issues."""
    case = parse_case(TWO)
    named = tuple(Option(f"o{k}", "o") for k in range(options))
    many = tuple(Issue(f"i{i}", "i", named) for i in range(issues))
    party = replace(case.parties[0], no_agreement=None)
    return replace(case, issues=many, positions=(), parties=(party,))


def test_a_number_of_packages_that_nobody_could_list_is_settled() -> None:
    result = settle(wide(10, 21))
    assert result.packages == 10**21
    assert result.count.exact
    assert result.count.low == 10**21
    assert result.acceptable == ()
    (point,) = result.frontier
    assert point.count == 10**21
    assert len(point.packages) == MOST_TIES


def test_the_most_packages_that_are_listed_are_listed() -> None:
    result = settle(wide(10, 4))
    assert result.packages == len(result.acceptable) == 10_000
    assert settle(wide(10, 5)).acceptable == ()


@pytest.mark.parametrize("missing", ["parties", "issues"])
def test_a_case_with_nobody_or_nothing_is_refused(missing: str) -> None:
    case = Case("x", "X", "2025-01-31", "", "", (), (), ())
    if missing == "issues":
        case = replace(case, parties=parse_case(TWO).parties)
    with pytest.raises(SettlementError, match=rf"has no {missing}; add \[{missing}\.…\]"):
        settle(case)


def test_the_same_case_gives_the_same_result() -> None:
    assert settle(parse_case(TWO)) == settle(parse_case(TWO))


def test_points_without_a_weight_in_a_case_made_by_hand_count_as_silence() -> None:
    case = parse_case(TWO)
    first, *others = case.positions
    by_hand = replace(case, positions=(replace(first, weight=None), *others))
    result = settle(by_hand)
    assert result.acceptable == ()
    assert dict(result.making.parameters)["no_points.a"] == "river"
