"""Ranks instead of points, and issues that are numbers: read whole, and refused with a cure."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.casemodel.case import Case, Option, Position, Steps
from tracktwo.casemodel.read import parse_case
from tracktwo.casemodel.steps import interpolated, meant, steps_fault, steps_of
from tracktwo.errors import CaseError

CASE = """
case = { id = "x", title = "X", as_of = "2025-01-31" }
parties.a = { name = "A", no_agreement_as = { seat = "bay", price = "5" } }
parties.b = { name = "B" }
issues.seat = { title = "Seat", options = { hill = "hill", bay = "bay", moor = "moor" } }
issues.price = { title = "Price", scale = { from = 0, to = "10", step = "2.5", unit = "crowns" } }
[[positions]]
party = "a"
issue = "seat"
rank = 1
order = ["moor", ["bay", "hill"]]
[[positions]]
party = "a"
issue = "price"
rank = 2
order = "lowest first"
refuses = [">=7.5"]
[[positions]]
party = "b"
issue = "price"
weight = 40
points = { "0" = 0, "7.5" = "100", "10" = 40 }
refuses = ["0"]
[[rules]]
if = { price = "<5" }
then = { seat = "moor" }
"""


def position(case: Case, party: str, issue: str) -> Position:
    (found,) = [p for p in case.positions if (p.party, p.issue) == (party, issue)]
    return found


def test_ranks_and_orders_are_read_with_their_ties() -> None:
    case = parse_case(CASE)
    seat = position(case, "a", "seat")
    assert (seat.order, seat.rank, seat.weight, seat.points) == (
        (("moor",), ("bay", "hill")),
        1,
        None,
        (),
    )
    assert case.parties[0].no_agreement_as == (("seat", "bay"), ("price", "5"))


def test_a_scale_gives_its_steps_as_options() -> None:
    price = parse_case(CASE).issues[1]
    assert price.scale == Steps(Decimal(0), Decimal(10), Decimal("2.5"), "crowns")
    assert price.options[1] == Option("2.5", "2.5 crowns")
    assert [o.id for o in price.options] == ["0", "2.5", "5", "7.5", "10"]


def test_points_between_given_steps_lie_on_a_straight_line_exactly() -> None:
    points = position(parse_case(CASE), "b", "price").points
    assert dict(points) == {
        "0": 0,
        "2.5": Fraction(100, 3),
        "5": Fraction(200, 3),
        "7.5": 100,
        "10": 40,
    }


def test_on_a_scale_all_below_or_above_a_value_can_be_named_at_once() -> None:
    case = parse_case(CASE)
    assert position(case, "a", "price").refuses == ("7.5", "10")
    assert position(case, "a", "price").order[0] == ("0",)
    assert case.rules[0].given == (("price", ("0", "2.5")),)


def wrong(text: str) -> list[str]:
    with pytest.raises(CaseError) as caught:
        parse_case(text)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            '["bay", "hill"]]',
            '"bay"]',
            'positions[0].order: leaves out "hill" of issue "seat"; place every option',
        ),
        (
            '["bay", "hill"]]',
            '["bay", "hill"], "bay"]',
            'positions[0].order[2]: names "bay" again; once is enough',
        ),
        (
            '["moor", ["bay", "hill"]]',
            '"lowest first"',
            'positions[0].order: leaves out "hill", "bay", "moor" of issue "seat"; place every',
        ),
        (
            '["moor", ["bay", "hill"]]',
            '[["moor", "bay", "hill"]]',
            "positions[0]: ties all options, so the issue weighs nothing; leave its weight out",
        ),
        ("rank = 1", "rank = 1\nweight = 5", "positions[0]: has both weight and rank; keep one"),
        ("rank = 1", "rank = 0", "positions[0].rank: a whole number, 1 or more is needed"),
        (
            'order = ["moor", ["bay", "hill"]]',
            "",
            "positions[0]: has a rank but no order; list its options from best to worst",
        ),
        (
            'order = "lowest first"',
            'points = { 0 = 1, 10 = 0 }\norder = "lowest first"',
            "positions[1]: has both points and order; keep one of them",
        ),
        ("rank = 2", "weight = 2", 'positions[0]: has no weight, but positions[1] of "a" has one'),
        (
            'order = "lowest first"',
            'order = "cheapest first"',
            'positions[1].order: "cheapest first" is no order; list the options from best to worst',
        ),
        (
            'refuses = [">=7.5"]',
            'refuses = ["7"]',
            'positions[1].refuses[0]: "7" is no step of issue "price"; its steps are 0, 2.5',
        ),
        (
            '"7.5" = "100"',
            '">5" = "100"',
            'positions[2].points.>5: ">5" is no step of issue "price"; its steps are 0, 2.5',
        ),
        (
            ', "10" = 40',
            "",
            'positions[2].points: gives no points for "10" of issue "price"',
        ),
        (
            'step = "2.5"',
            'step = "3"',
            "issues.price.scale: from 0 to 10 is no whole number of steps of 3",
        ),
        (
            'step = "2.5"',
            'step = "0"',
            "issues.price.scale: goes from 0 to 10 by 0; it has to go up",
        ),
        (
            'step = "2.5"',
            'step = "0.0005"',
            "issues.price.scale: has 20,000 steps; at most 10,000 can be settled",
        ),
        (
            "scale = {",
            'options = { a = "a", b = "b" }, scale = {',
            "issues.price: has both options and a scale; give it one of them",
        ),
        (
            ', scale = { from = 0, to = "10", step = "2.5", unit = "crowns" }',
            "",
            "issues.price: has neither options nor a scale; give it one of them",
        ),
        (
            ', price = "5" }',
            " }",
            "parties.a.no_agreement_as: names no option for price; name one for every issue of its",
        ),
        (
            ', price = "5" }',
            ', price = "6" }',
            'parties.a.no_agreement_as.price: "6" is no step of issue "price"',
        ),
        (
            'name = "A"',
            'name = "A", no_agreement = 5',
            "parties.a: has no_agreement and no_agreement_as; keep one",
        ),
    ],
)
def test_what_is_wrong_is_named_with_its_place_and_its_cure(old: str, new: str, said: str) -> None:
    assert old in CASE
    found = wrong(CASE.replace(old, new, 1))
    assert any(line.startswith(said) for line in found), found


scales = st.builds(
    lambda start, step, count: Steps(start, start + step * count, step),
    st.decimals(-50, 50, places=2),
    st.decimals(Decimal("0.01"), 9, places=2),
    st.integers(1, 40),
)


@given(scales)
def test_the_steps_of_a_scale_are_its_values_and_no_other(scale: Steps) -> None:
    steps = steps_of(scale)
    assert steps_fault(scale) == ""
    assert [Decimal(step) for step in steps] == [
        scale.start + scale.step * k for k in range(len(steps))
    ]
    assert Decimal(steps[-1]) == scale.end
    assert len(set(steps)) == len(steps)


@given(scales, st.data())
def test_a_range_and_its_opposite_share_the_steps_out(scale: Steps, data: st.DataObject) -> None:
    steps = steps_of(scale)
    bound = data.draw(st.sampled_from(steps))
    assert [*meant(f"<{bound}", steps), *meant(f">={bound}", steps)] == list(steps)
    assert [*meant(f"<={bound}", steps), *meant(f">{bound}", steps)] == list(steps)


@given(scales, st.data())
def test_interpolation_keeps_what_is_given_and_never_leaves_its_neighbours(
    scale: Steps, data: st.DataObject
) -> None:
    steps = steps_of(scale)
    given_ = {steps[0], steps[-1], *data.draw(st.lists(st.sampled_from(steps)))}
    knots = {step: Decimal(data.draw(st.integers(-9, 9))) for step in sorted(given_)}
    points = dict(interpolated(knots, steps))
    assert {step: points[step] for step in knots} == knots
    values = [points[step] for step in steps]
    inside = [i for i in range(1, len(steps) - 1) if steps[i] not in knots]
    assert all(2 * values[i] == values[i - 1] + values[i + 1] for i in inside)
