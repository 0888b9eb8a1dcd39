"""The probabilistic Condorcet election: against the definition, its laws, and KTAB's figures."""

import random
from typing import get_args

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analyses.outlook.elections_by_definition import (
    after_one_challenge,
    product_of_victories,
    strengths,
    victories,
)
from tests.analyses.outlook.fields import Row, field_of, rows

from tracktwo.analyses.kernels.election import Method
from tracktwo.analyses.kernels.stationary import stationary
from tracktwo.analyses.kernels.victory import Victory
from tracktwo.analyses.kernels.votes import Voting
from tracktwo.analyses.outlook.condorcet import Election, condorcet, distribution
from tracktwo.analyses.outlook.forecast import Trajectory

slow = settings(deadline=None)

elections = st.builds(
    Election,
    st.sampled_from(get_args(Voting)),
    st.sampled_from(get_args(Victory)),
    st.sampled_from(get_args(Method)),
)
even = elections.filter(lambda each: each.voting != "asym-prop")


def put_to_the_vote(some: list[Row], voting: str) -> tuple[list[float], list[list[float]]]:
    """Merge parties at one position by hand, and count votes in loops."""
    total = sum(c * s for c, s, _ in some)
    places = sorted({x for c, s, x in some if c * s > 0})
    weights = [sum(c * s for c, s, x in some if x == place) / total for place in places]
    utilities = [[1 - abs(x - y) / 100 for y in places] for x in places]
    return places, strengths(weights, utilities, voting)


def same(one: Trajectory, other: Trajectory, abs_: float = 1e-9) -> bool:
    return bool(
        one.outcomes == pytest.approx(other.outcomes, abs=abs_)
        and one.probabilities == pytest.approx(other.probabilities, abs=abs_)
    )


@slow
@given(rows, elections)
def test_the_election_agrees_with_its_definition(some: list[Row], election: Election) -> None:
    (forecast,) = condorcet(field_of(some), election)
    places, table = put_to_the_vote(some, election.voting)
    wins = victories(table, election.victory)
    by_place = dict(zip(forecast.outcomes.tolist(), forecast.probabilities.tolist(), strict=True))
    chances = [by_place.pop(place, 0.0) for place in places]
    assert (by_place, sum(chances)) == ({}, pytest.approx(1))
    if election.method == "conditional":
        assert chances == pytest.approx(product_of_victories(wins))
    else:  # stationary: a challenge more, and nothing has changed
        assert after_one_challenge(chances, table, wins, election.method) == pytest.approx(chances)


@slow
@given(rows, elections, st.randoms(use_true_random=False))
def test_no_result_depends_on_the_order_of_the_file(
    some: list[Row], election: Election, shuffling: random.Random
) -> None:
    order = list(range(len(some)))
    shuffling.shuffle(order)
    other = field_of([some[i] for i in order], names=[f"p{i}" for i in order])
    ours, theirs = condorcet(field_of(some), election)[0], condorcet(other, election)[0]
    assert ours.outcomes.tobytes() == theirs.outcomes.tobytes()
    assert ours.probabilities.tobytes() == theirs.probabilities.tobytes()


@slow
@given(rows, elections)
def test_shifting_and_stretching_the_scale_leaves_the_chances(
    some: list[Row], election: Election
) -> None:
    (plain,) = condorcet(field_of(some), election)
    (moved,) = condorcet(field_of([(c, s, 2 * x - 50) for c, s, x in some], (-50, 150)), election)
    assert moved.outcomes == pytest.approx(2 * plain.outcomes - 50)
    assert moved.probabilities == pytest.approx(plain.probabilities, abs=1e-6)


@slow
@given(rows, even)
def test_turning_the_scale_around_turns_the_forecast_around(
    some: list[Row], election: Election
) -> None:
    (plain,) = condorcet(field_of(some), election)
    (turned,) = condorcet(field_of([(c, s, 100 - x) for c, s, x in some]), election)
    assert 100 - turned.outcomes[::-1] == pytest.approx(plain.outcomes)
    assert turned.probabilities[::-1] == pytest.approx(plain.probabilities, abs=1e-6)


@slow
@given(rows, elections, st.floats(0, 100))
def test_a_party_of_zero_weight_changes_nothing(
    some: list[Row], election: Election, place: float
) -> None:
    (before,) = condorcet(field_of(some), election)
    for idle in ((0.0, 1.0, place), (3.0, 0.0, place)):
        assert same(condorcet(field_of([*some, idle]), election)[0], before)


@slow
@given(rows, elections)
def test_two_halves_of_a_party_count_as_the_party(some: list[Row], election: Election) -> None:
    capability, salience, place = some[0]
    halves = [(capability / 4, salience, place), (capability * 3 / 4, salience, place)]
    (whole,) = condorcet(field_of(some), election)
    assert same(condorcet(field_of([*halves, *some[1:]]), election)[0], whole, 1e-6)


@slow
@given(rows, elections)
def test_the_unit_of_capability_does_not_matter(some: list[Row], election: Election) -> None:
    (before,) = condorcet(field_of(some), election)
    (after,) = condorcet(field_of([(64 * c, s, x) for c, s, x in some]), election)
    assert same(before, after)


def test_two_against_one_by_hand() -> None:
    field = field_of([(2, 1, 0), (1, 1, 100)])
    (square,) = condorcet(field, Election(victory="square"))
    assert square.probabilities == pytest.approx([0.8, 0.2])  # 4 to 1
    (binary,) = condorcet(field, Election(victory="binary"))
    assert binary.probabilities == pytest.approx([1, 1e-6], rel=1e-3)
    (asymmetric,) = condorcet(field, Election(voting="asym-prop"))
    assert asymmetric.probabilities == pytest.approx([3 / 4, 1 / 4])  # 2 to 2/3: 100 challenges


def test_parties_that_agree_are_sure() -> None:
    (forecast,) = condorcet(field_of([(2, 1, 40), (1, 0.5, 40)]))
    assert (forecast.outcomes.tolist(), forecast.probabilities.tolist()) == ([40], [1])


def test_chances_beyond_the_reach_of_floats_do_not_spoil_the_others() -> None:
    field = field_of([(1, 1, i) for i in range(101)])
    (forecast,) = condorcet(field, Election(victory="octic"))
    by_place = dict(zip(forecast.outcomes.tolist(), forecast.probabilities.tolist(), strict=True))
    assert sum(by_place.values()) == pytest.approx(1)
    assert 0.0 not in by_place  # its chance is less than the least float
    assert by_place[49] == pytest.approx(by_place[51])


@slow
@given(st.lists(rows, min_size=1, max_size=4), elections)
def test_draws_are_answered_as_one_by_one(several: list[list[Row]], election: Election) -> None:
    widest = max(map(len, several))
    padded = np.array([[*some, *[(0.0, 0.0, 0.0)] * (widest - len(some))] for some in several])
    capability, salience, place = np.moveaxis(padded, -1, 0)
    ends = np.array([0.0, 100.0])
    places, chances = distribution(capability * salience, place, ends, election)
    for some, outcomes, likely in zip(several, places, chances, strict=True):
        (alone,) = condorcet(field_of(some), election)
        assert outcomes[likely > 0].tolist() == alone.outcomes.tolist()
        assert likely[likely > 0] == pytest.approx(alone.probabilities, abs=1e-9)


def test_rare_states_keep_their_digits() -> None:
    chain = np.array([[0, 1e-12, 0], [1, 0, 1e-12], [0, 1, 0.0]])
    assert stationary(chain) == pytest.approx([1, 1e-12, 1e-24], rel=1e-9)
