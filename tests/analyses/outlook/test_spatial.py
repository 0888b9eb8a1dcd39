"""The spatial model: against plain loops, its laws, where a law does not hold, and odd input."""

import random
from dataclasses import replace
from itertools import pairwise
from typing import get_args

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analyses.outlook.fields import field_of
from tests.analyses.outlook.spatial_by_definition import Actor, Choices, following

from tracktwo.analyses.kernels.election import Method
from tracktwo.analyses.kernels.spatial_bargain import Vectors
from tracktwo.analyses.kernels.spatial_contest import Commitment
from tracktwo.analyses.kernels.spatial_setting import Bargains
from tracktwo.analyses.kernels.spatial_utility import RiskRange
from tracktwo.analyses.kernels.victory import Victory
from tracktwo.analyses.kernels.votes import Voting
from tracktwo.analyses.outlook.field import Field
from tracktwo.analyses.outlook.order import neutral_order, reordered
from tracktwo.analyses.outlook.spatial import Adjustment, Spatial, sampled, spatial
from tracktwo.errors import ArrayError

SHARES = {"none": 0.0, "third": 1 / 3, "half": 1 / 2, "two-thirds": 2 / 3, "full": 1.0}

slow = settings(deadline=None, max_examples=30)
seeds = st.integers(0, 2**32 - 1)
choices = st.builds(
    Spatial,
    voting=st.sampled_from(get_args(Voting)),
    victory=st.sampled_from(get_args(Victory)),
    adjustment=st.sampled_from(get_args(Adjustment)),
    risk=st.sampled_from(get_args(RiskRange)),
    third_parties=st.sampled_from(get_args(Commitment)),
    vectors=st.sampled_from(get_args(Vectors)),
    bargains=st.sampled_from(get_args(Bargains)),
)
any_choices = st.builds(
    replace,
    choices,
    method=st.sampled_from(get_args(Method)),
    transition=st.sampled_from(["deterministic", "stochastic"]),
    seed=st.integers(0, 9),
)


def some_field(seed: int) -> Field:
    """Draw parties on one to three scales that run from 0 to 64."""
    draw = np.random.default_rng(seed)
    parties, scales = draw.integers(1, 7), draw.integers(1, 4)
    return Field(
        tuple(f"p{i}" for i in range(parties)),
        tuple(f"s{i}" for i in range(scales)),
        np.array([[0.0, 64.0]] * scales),
        draw.uniform(0.1, 10, parties),
        draw.uniform(0.01, 1, (parties, scales)) / scales,
        draw.integers(0, 64 * 1024, (parties, scales)) / 1024,  # exact on the unit scale, too
    )


def positions(field: Field, chosen: Spatial) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """Give positions by scale, round and party."""
    return np.array([[turn.positions for turn in each.turns] for each in spatial(field, chosen)])


@slow
@given(seeds, choices)
def test_each_round_agrees_with_its_definition(seed: int, chosen: Spatial) -> None:
    field = some_field(seed)
    ordered = reordered(field, neutral_order(field))
    by_loops = Choices(
        chosen.voting,
        chosen.victory,
        chosen.risk,
        SHARES[chosen.adjustment],
        chosen.third_parties,
        chosen.vectors,
        chosen.bargains,
    )
    path = np.moveaxis(positions(ordered, chosen), 0, -1) / 64
    for before, after in pairwise(path[:4]):
        actors = [
            Actor(capability / field.capability.sum(), tuple(keen), tuple(place))
            for capability, keen, place in zip(
                ordered.capability.tolist(), ordered.salience.tolist(), before.tolist(), strict=True
            )
        ]
        expected = np.array(following(actors, by_loops))
        assert after == pytest.approx(expected, abs=1.01e-4)  # one step of the grid of bargains


@slow
@given(seeds, any_choices, st.randoms(use_true_random=False))
def test_no_result_depends_on_the_order_of_the_file(
    seed: int, chosen: Spatial, shuffling: random.Random
) -> None:
    field = some_field(seed)
    order = list(range(len(field.parties)))
    shuffling.shuffle(order)
    other = reordered(field, np.array(order))
    assert positions(other, chosen).tobytes() == positions(field, chosen)[..., order].tobytes()


@slow
@given(seeds, any_choices)
def test_shifting_and_stretching_the_scales_shifts_and_stretches_the_path(
    seed: int, chosen: Spatial
) -> None:
    field = some_field(seed)
    moved = replace(field, ends=2 * field.ends - 32, position=2 * field.position - 32)
    assert (positions(moved, chosen) == 2 * positions(field, chosen) - 32).all()


@slow
@given(seeds, any_choices, st.booleans())
def test_a_party_of_zero_weight_changes_nothing(seed: int, chosen: Spatial, mute: bool) -> None:  # noqa: FBT001 - drawn by hypothesis
    field = some_field(seed)
    scales = len(field.scales)
    idle = Field(
        (*field.parties, "idle"),
        field.scales,
        field.ends,
        np.append(field.capability, 0.0 if mute else 5.0),
        np.vstack([field.salience, np.full(scales, 0.1 if mute else 0.0)]),
        np.vstack([field.position, np.full(scales, 3.0)]),
    )
    with_it = positions(idle, chosen)
    assert with_it[..., :-1].tobytes() == positions(field, chosen).tobytes()
    assert (with_it[..., -1] == 3.0).all()


@slow
@given(seeds, any_choices)
def test_the_unit_of_capability_does_not_matter(seed: int, chosen: Spatial) -> None:
    field = some_field(seed)
    stronger = replace(field, capability=1024 * field.capability)
    assert (positions(stronger, chosen) == positions(field, chosen)).all()


@slow
@given(seeds, any_choices)
def test_the_forecast_is_a_distribution_over_where_the_parties_end(
    seed: int, chosen: Spatial
) -> None:
    for each in spatial(some_field(seed), chosen):
        assert each.probabilities.sum() == pytest.approx(1)
        assert set(each.outcomes.tolist()) <= set(each.turns[-1].positions)
        assert sorted(each.outcomes.tolist()) == each.outcomes.tolist()


def test_two_halves_of_a_party_do_not_count_as_the_party() -> None:
    whole = field_of([(4, 0.5, 0), (3, 0.5, 50), (2, 0.5, 100)])
    split = field_of([(2, 0.5, 0), (2, 0.5, 0), (3, 0.5, 50), (2, 0.5, 100)])
    (one,), (other,) = spatial(whole), spatial(split)
    assert one.turns[1].positions[1:] != other.turns[1].positions[2:]


@slow
@given(st.lists(seeds, min_size=1, max_size=4), any_choices)
def test_draws_are_answered_as_one_by_one(several: list[int], chosen: Spatial) -> None:
    draws = np.random.default_rng(several)
    capability = draws.integers(0, 4, (len(several), 4)) / 4
    capability[:, 0] = 1
    salience, place = draws.random((len(several), 4, 1)), draws.random((len(several), 4, 1))
    place.sort(axis=1)  # the neutral order
    field = Field(tuple("abcd"), ("s",), np.array([[0.0, 1.0]]), capability, salience, place)
    calm = replace(chosen, transition="deterministic")
    sample = sampled(field, calm)
    for number in range(len(several)):
        alone = Field(
            field.parties, ("s",), field.ends, capability[number], salience[number], place[number]
        )
        (only,) = spatial(alone, calm)
        path = [turn.mean for turn in only.turns]
        assert sample.path[number, : len(path)] == pytest.approx(path, abs=1e-9)
        assert (sample.path[number, len(path) :] == sample.path[number, -1]).all()
        expected = sample.outcomes[number] @ sample.chances[number]
        assert expected == pytest.approx(only.outcomes @ only.probabilities, abs=1e-9)


def test_the_same_seed_draws_the_same_bargains() -> None:
    field, wild = some_field(4), Spatial(transition="stochastic")
    paths = [positions(field, replace(wild, seed=seed)).tobytes() for seed in (1, 1, 2, 3, 4)]
    assert paths[0] == paths[1]
    assert len(set(paths)) > 1


def test_who_never_gives_up_an_ideal_keeps_coming_back_to_it() -> None:
    field = field_of([(3, 0.5, 0), (2, 0.5, 40), (4, 0.5, 100)])
    stubborn = Spatial(affinity=(("p0", "p0", 0.0), ("p2", "p0", 0.0)))
    assert (positions(field, stubborn) != positions(field, Spatial())[:, :1]).any()


@pytest.mark.parametrize("place", [[40.0], [40.0, 40.0, 40.0]])
def test_one_party_and_parties_that_agree_stay_where_they_are(place: list[float]) -> None:
    (only,) = spatial(field_of([(2, 0.5, x) for x in place]))
    assert [turn.positions for turn in only.turns] == [tuple(place)] * 3
    assert (only.outcomes.tolist(), only.probabilities.tolist()) == ([40], [1])


def test_nobody_can_care_for_more_than_everything() -> None:
    field = next(each for each in map(some_field, range(9)) if len(each.scales) > 1)
    greedy = replace(field, salience=np.full_like(field.salience, 0.9))
    with pytest.raises(ArrayError, match="p0: saliences add up to") as caught:
        spatial(greedy)
    assert len(str(caught.value).splitlines()) == len(field.parties)


@pytest.mark.parametrize(
    ("affinity", "said"),
    [
        ((("p0", "nobody", 0.5),), "affinity of p0 to nobody is 0.5"),
        ((("p0", "p1", -0.5),), "affinity of p0 to p1 is -0.5"),
        ((("p0", "p1", float("nan")),), "affinity of p0 to p1 is nan"),
        ((("p0", "p1", 0.5),), "p0: affinities add up to 1.5, its own included"),
    ],
)
def test_an_affinity_that_is_none_is_refused(
    affinity: tuple[tuple[str, str, float], ...], said: str
) -> None:
    with pytest.raises(ArrayError, match=said):
        spatial(field_of([(1, 0.5, 0), (1, 0.5, 9)]), Spatial(affinity=affinity))


def test_a_seed_below_zero_is_refused() -> None:
    with pytest.raises(ArrayError, match="seed is -1"):
        Spatial(seed=-1)
