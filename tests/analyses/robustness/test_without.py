"""Leaving one out: what a conclusion becomes, and which loss weighs most."""

import pytest

from tracktwo.analyses.outlook.models import MODELS, model_named
from tracktwo.analyses.robustness.without import leave_one_out
from tracktwo.analyses.settlement.settlement import Count
from tracktwo.casemodel.read import parse_case

CASE = """
case = { id = "x", title = "X", as_of = "2025-01-31" }
parties.a = { name = "A" }
parties.b = { name = "B" }
issues.dam = { title = "Dam", options = { high = "high", mid = "mid", low = "low" } }
[[positions]]
party = "a"
issue = "dam"
refuses = ["high", "mid"]
evidence = [{ source = "one.txt", words = "never" }]
[[positions]]
party = "b"
issue = "dam"
refuses = ["low"]
evidence = [{ source = "one.txt", words = "not low" }, "st:2"]
[outlook]
capability = { a = "3", b = "1" }
scales.price = { title = "Price", low = "0", high = "8" }
[[outlook.stances]]
party = "a"
scale = "price"
position = "0"
salience = "50"
evidence = ["st:2"]
[[outlook.stances]]
party = "b"
scale = "price"
position = "8"
salience = "50"
evidence = [{ source = "two.txt", words = "eight" }]
"""
COMPROMISE = model_named("compromise")


def test_the_source_that_opens_the_room_comes_first() -> None:
    found = leave_one_out(parse_case(CASE), COMPROMISE)
    assert found.whole.acceptable == Count(0, 0)
    assert found.whole.points == (("price", 2.0),)
    first, second = found.sources
    assert (first.name, first.flips, first.shift) == ("one.txt", True, 0)
    assert first.conclusion.acceptable == Count(2, 2)
    assert first.fallen == ("position of a on dam",)
    assert (second.name, second.flips, second.shift) == ("two.txt", False, 0.25)


def test_statements_are_left_out_one_by_one() -> None:
    found = leave_one_out(parse_case(CASE), COMPROMISE)
    assert [(each.name, each.flips, each.shift) for each in found.statements] == [
        ("never", True, 0),
        ("st:2", False, 0.75),
        ("eight", False, 0.25),
        ("not low", False, 0),
    ]
    assert found.statements[-1].fallen == ()
    assert found.statements[-1].conclusion == found.whole


def test_a_statement_known_by_id_goes_with_its_source() -> None:
    found = leave_one_out(parse_case(CASE), COMPROMISE, origin={"st:2": "two.txt"})
    two = next(each for each in found.sources if each.name == "two.txt")
    assert two.fallen == ("stance of a on price", "stance of b on price")
    assert two.conclusion.points == (("price", None),)
    assert two.shift == 1
    (second,) = (each for each in found.statements if each.name == "st:2")
    assert second.source == "two.txt"


def test_the_order_of_the_file_changes_nothing() -> None:
    one, two = CASE.index("[[outlook.stances]]"), CASE.rindex("[[outlook.stances]]")
    swapped = CASE[:one] + CASE[two:] + CASE[one:two]
    assert swapped != CASE
    first = leave_one_out(parse_case(CASE), COMPROMISE)
    assert leave_one_out(parse_case(swapped), COMPROMISE) == first


def test_a_case_with_neither_issues_nor_scales_has_nothing_to_lose() -> None:
    bare = parse_case('case = { id = "x", title = "X", as_of = "2025-01-31" }')
    found = leave_one_out(bare, COMPROMISE)
    assert (found.whole.acceptable, found.whole.points) == (None, ())
    assert (found.sources, found.statements) == ((), ())


@pytest.mark.parametrize("model", [each.name for each in MODELS])
def test_every_model_can_be_asked(model: str) -> None:
    found = leave_one_out(parse_case(CASE), model_named(model))
    assert found.whole.points[0][1] is not None
