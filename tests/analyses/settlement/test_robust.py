"""Robustness: which estimate flips the answer, and that higher values only close room."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from tracktwo.analyses.settlement.robust import robustness
from tracktwo.analyses.settlement.settle import settle
from tracktwo.casemodel.case import Case, Party
from tracktwo.casemodel.estimate import Estimate
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
