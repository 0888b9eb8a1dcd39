"""Ranks instead of points: single cases that can be checked by hand, laws, and sizes."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analyses.settlement.test_ranks_by_definition import ranked_case
from tests.analyses.settlement.test_settle_by_definition import exactly

from tracktwo.analyses.settlement.consistent import consistent_points
from tracktwo.analyses.settlement.package import judge_package
from tracktwo.analyses.settlement.ranks import middle, preference_of, ranked_parties
from tracktwo.analyses.settlement.settle import settle
from tracktwo.analyses.settlement.settlement import Ranked
from tracktwo.casemodel.case import Case, Issue, Option, Party, Position
from tracktwo.casemodel.example import river
from tracktwo.casemodel.read import parse_case

HALVES = """
case = { id = "x", title = "X", as_of = "2025-01-31" }
parties.a = { name = "A", no_agreement = 50 }
issues.one = { title = "One", options = { yes = "yes", no = "no" } }
issues.two = { title = "Two", options = { yes = "yes", no = "no" } }
positions = [
    { party = "a", issue = "one", order = ["yes", "no"] },
    { party = "a", issue = "two", order = ["yes", "no"] },
]
rules = [{ if = { one = "yes" }, then = { two = "no" } }]
"""


def ranked(case: Case) -> Ranked:
    """Settle a case in which somebody ranks."""
    found = settle(case).ranked
    assert found is not None
    return found


def test_room_for_all_points_may_need_another_package_for_other_points() -> None:
    """Whatever two issues weigh, one of them weighs half or more: its package is acceptable."""
    found = ranked(parse_case(HALVES))
    assert found.room == "all"
    assert (found.acceptable_for_all.high, found.acceptable_for_some.low) == (0, 2)


def test_a_higher_need_than_half_leaves_points_without_room() -> None:
    assert ranked(parse_case(HALVES.replace("= 50", '= "50.1"'))).room == "some"
    assert ranked(parse_case(HALVES.replace("= 50", "= 100"))).room == "none"


def test_the_first_rank_weighs_half_or_more() -> None:
    text = HALVES.replace('issue = "one",', 'issue = "one", rank = 1,')
    text = text.replace('issue = "two",', 'issue = "two", rank = 2,')
    found = ranked(parse_case(text))
    assert (found.room, found.acceptable_for_all.low) == ("all", 1)
    (best,) = found.efficient
    assert dict(best.options) == {"one": "yes", "two": "no"}


def test_rank_order_centroid_weights_are_those_that_are_published() -> None:
    """For four attributes .5208, .2708, .1458 and .0625 (Barron and Barrett 1996)."""
    issues = tuple(Issue(f"i{k}", "", (Option("y", ""), Option("n", ""))) for k in range(4))
    case = replace(
        river(),
        parties=(Party("a", "A"),),
        issues=issues,
        positions=tuple(
            Position("a", issue.id, order=(("y",), ("n",)), rank=k + 1)
            for k, issue in enumerate(issues)
        ),
    )
    weights = [worths[0] / 100 for worths in middle(preference_of(case, "a")).values()]
    assert [round(float(each), 4) for each in weights] == [0.5208, 0.2708, 0.1458, 0.0625]


def test_issues_of_one_rank_weigh_the_same_at_every_corner() -> None:
    case = river(ranked=True)
    same = replace(case, positions=tuple(replace(p, rank=3) for p in case.positions))
    assert preference_of(same, "darsa").rays == ((Fraction(50), Fraction(50)),)


def test_a_no_agreement_package_is_met_by_itself_for_all_points() -> None:
    case = river(ranked=True)
    as_package = (("dam", "low"), ("toll", "paid"))
    parties = tuple(
        replace(party, no_agreement=None, no_agreement_as=as_package) for party in case.parties
    )
    judged = judge_package(replace(case, parties=parties), dict(as_package))
    assert judged.ranked is not None
    assert (judged.ranked.acceptable, judged.ranked.efficient) == ("all", "all")
    assert judged.acceptable


def test_nobody_ranks_where_all_give_points() -> None:
    assert settle(river()).ranked is None
    assert ranked_parties(river()) == ()
    assert judge_package(river(), {"dam": "low", "toll": "free"}).ranked is None


def test_everything_else_is_said_of_the_middle_and_the_making_says_so() -> None:
    result = settle(river(ranked=True))
    assert dict(result.making.parameters)["ranks.darsa"] == "the middle of the consistent points"
    assert result.nash[0].utilities == (("darsa", Fraction(75, 2)), ("velia", Fraction(125, 2)))


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2**32))
def test_drawn_points_and_the_middle_lie_between_what_holds_for_all_and_for_some(seed: int) -> None:
    case = ranked_case(seed)
    result = settle(case)
    if result.ranked is None:
        return
    low, high = result.ranked.acceptable_for_all.low, result.ranked.acceptable_for_some.high
    assert low <= len(result.acceptable) <= high
    assert result.room or result.ranked.room != "all"
    names = {each.options for each in result.ranked.efficient}
    assert {o for point in result.frontier for o in point.packages} <= names


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2**32))
def test_drawn_points_keep_the_order_that_was_given(seed: int) -> None:
    case = ranked_case(seed)
    random = np.random.default_rng(seed)
    for number, party in enumerate(case.parties):
        points = consistent_points(case, number).drawn(random)
        places = preference_of(case, party.id).issues
        for issue, worths in zip(places, points.worths, strict=True):
            (position,) = [
                p for p in case.positions if (p.party, p.issue) == (party.id, case.issues[issue].id)
            ]
            worth = dict(zip([o.id for o in case.issues[issue].options], worths, strict=True))
            above = [
                worth[a] > worth[b]
                for place, tied in enumerate(position.order)
                for a in tied
                for lower in position.order[place + 1 :]
                for b in lower
            ]
            assert all(above)
            assert all(len({worth[o] for o in tied}) == 1 for tied in position.order)


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 2**32))
def test_reordering_parties_reorders_the_conclusions_and_changes_nothing_else(seed: int) -> None:
    case = ranked_case(seed)
    if not ranked_parties(case):
        return
    other = replace(
        case, parties=tuple(reversed(case.parties)), positions=tuple(reversed(case.positions))
    )
    one, two = ranked(case), ranked(other)
    assert replace(two, parties=one.parties) == one
    assert set(two.parties) == set(one.parties)


def large(need: str) -> Case:
    """Give a case of 10^8 packages in which one party ranks and one gives points."""
    options = tuple(Option(f"o{k}", "") for k in range(10))
    issues = tuple(Issue(f"i{i}", "", options) for i in range(8))
    order = tuple((option.id,) for option in options)
    points = tuple((option.id, Decimal(11 * k)) for k, option in enumerate(options))
    ranks = [Position("a", issue.id, order=order, rank=i + 1) for i, issue in enumerate(issues)]
    numbers = [Position("b", issue.id, exactly(Decimal(10)), points) for issue in issues]
    parties = (
        Party("a", "A", (), exactly(Decimal(need))),
        Party("b", "B", (), exactly(Decimal(20))),
    )
    return replace(
        river(), parties=parties, issues=issues, positions=(*ranks, *numbers), acceptance=None
    )


@pytest.mark.parametrize(("need", "room"), [("20", "all"), ("100", "none or some")])
def test_past_what_can_be_listed_room_is_still_said(need: str, room: str) -> None:
    found = ranked(large(need))
    assert found.room == room
    assert found.acceptable_for_all.high <= found.acceptable_for_some.high == 10**8
    assert found.efficient == ()
