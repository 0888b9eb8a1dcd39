"""Robustness: which estimate flips the answer, and that higher values only close room."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analyses.settlement.test_settle_by_definition import some_case

from tracktwo.analyses.settlement.robust import robustness
from tracktwo.analyses.settlement.settle import settle
from tracktwo.casemodel.case import Case, Estimate, Party
from tracktwo.casemodel.read import parse_case

CASE = """
case = { id = "x", title = "X", as_of = "2025-01-31" }
parties.a = { name = "A", no_agreement = { low = 20, best = 30, high = 50 } }
parties.b = { name = "B", no_agreement = 10 }
issues.river = { title = "River", options = { dam = "a dam", none = "no dam" } }
[[positions]]
party = "a"
issue = "river"
weight = { low = 25, best = 40, high = 60 }
points = { dam = 100, none = 0 }
[[positions]]
party = "b"
issue = "river"
weight = 20
points = { dam = 60, none = 100 }
"""


def test_every_estimate_that_flips_the_answer_by_itself_is_named() -> None:
    found = robustness(parse_case(CASE), samples=20)
    assert found.room
    assert [(flip.party, flip.issue, flip.value) for flip in found.flips] == [
        ("a", "", Decimal(50)),
        ("a", "river", Decimal(25)),
    ]


def test_a_flip_says_up_to_which_no_agreement_value_there_is_room() -> None:
    floor, weight = robustness(parse_case(CASE), samples=5).flips
    assert (floor.until, weight.until) == (Fraction(40), None)


def test_over_all_ranges_at_once_the_two_ends_decide() -> None:
    found = robustness(parse_case(CASE), samples=5)
    assert (found.holds, found.monotone) == ("some", True)
    sure = parse_case(CASE.replace("high = 50 }", "high = 31 }").replace("low = 25", "low = 35"))
    assert robustness(sure, samples=5).holds == "all"
    never = parse_case(CASE.replace("{ low = 20, best = 30, high = 50 }", "61"))
    assert robustness(never, samples=5).holds == "none"


def test_points_of_both_signs_leave_it_to_the_draws() -> None:
    mixed = parse_case(CASE.replace("dam = 100, none = 0", 'dam = 100, none = "-1"'))
    found = robustness(mixed, samples=60)
    assert (found.holds, found.monotone) == ("some", False)


def test_how_often_each_solution_stays_is_counted_over_the_draws_with_room() -> None:
    found = robustness(parse_case(CASE), samples=30)
    assert dict(found.kept).keys() == {"nash", "kalai_smorodinsky", "egalitarian", "utilitarian"}
    assert all(part == found.with_room for _, part in found.kept)  # one package only
    torn = CASE.replace("weight = 20", "weight = { low = 5, best = 20, high = 160 }")
    torn = torn.replace("{ low = 20, best = 30, high = 50 }", "0").replace("= 10 }", "= 0 }")
    open_ = robustness(parse_case(torn), samples=40)
    assert 0 < dict(open_.kept)["utilitarian"] < open_.with_room


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32), st.integers(0, 2**32))
def test_what_holds_for_all_estimates_or_none_holds_in_every_draw(seed: int, draw: int) -> None:
    case = with_ranges(some_case(seed), Random(seed))  # noqa: S311 - for tests
    found = robustness(case, samples=12, seed=draw)
    assert found.monotone
    if found.holds in ("all", "none"):
        assert found.with_room == (12 if found.holds == "all" else 0)
        assert not found.flips
        assert found.room == (found.holds == "all")
    assert found.floors_low or not found.floors_high


def with_ranges(case: Case, random: Random) -> Case:
    """Give every estimate a range around it."""

    def wide(estimate: Estimate | None) -> Estimate | None:
        if estimate is None:
            return None
        low, high = (Decimal(random.choice([0, 0, 50, 200])) / 100 for _ in range(2))
        best = estimate.best
        return Estimate(best - min(low, best), best, best + high)

    return replace(
        case,
        parties=tuple(replace(p, no_agreement=wide(p.no_agreement)) for p in case.parties),
        positions=tuple(replace(p, weight=wide(p.weight)) for p in case.positions),
    )


def test_the_same_seed_draws_the_same() -> None:
    case = parse_case(CASE)
    assert robustness(case, 30, seed=4) == robustness(case, 30, seed=4)
    assert 0 < robustness(case, 200).with_room < 200


def with_floors(case: Case, floors: list[int]) -> Case:
    """Give the case with these no-agreement values."""

    def at(value: int) -> Estimate:
        return Estimate(Decimal(value), Decimal(value), Decimal(value))

    parties: tuple[Party, ...] = tuple(
        replace(party, no_agreement=at(floor))
        for party, floor in zip(case.parties, floors, strict=True)
    )
    return replace(case, parties=parties)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 60), min_size=2, max_size=2), st.integers(0, 1))
def test_a_higher_no_agreement_value_never_opens_room(floors: list[int], who: int) -> None:
    raised = [floor + 5 * (i == who) for i, floor in enumerate(floors)]
    case = parse_case(CASE)
    before, after = settle(with_floors(case, floors)), settle(with_floors(case, raised))
    assert before.room or not after.room
    assert after.count.high <= before.count.high
