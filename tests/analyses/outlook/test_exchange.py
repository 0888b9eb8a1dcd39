"""The exchange model: by hand, against plain loops, its laws, and where a law does not hold."""

import random
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analyses.outlook.exchange_by_definition import Trader, loss, made, market
from tests.analyses.outlook.fields import field_of

from tracktwo.analyses.kernels.equal_gain import equal_gain
from tracktwo.analyses.outlook.compromise import compromise
from tracktwo.analyses.outlook.exchange import exchange, trades
from tracktwo.analyses.outlook.field import Field
from tracktwo.analyses.outlook.order import neutral_order, reordered

slow = settings(deadline=None, max_examples=40)
seeds = st.integers(0, 2**32 - 1)


def some_field(seed: int) -> Field:
    """Draw parties on two or three scales that run from 0 to 64."""
    draw = np.random.default_rng(seed)
    parties, scales = draw.integers(2, 6), draw.integers(2, 4)
    return Field(
        tuple(f"p{i}" for i in range(parties)),
        tuple(f"s{i}" for i in range(scales)),
        np.array([[0.0, 64.0]] * scales),
        draw.integers(1, 9, parties) / 2,
        draw.integers(1, 11, (parties, scales)) / 10,
        draw.integers(0, 65, (parties, scales)).astype(np.float64),
    )


def traders_of(field: Field) -> list[Trader]:
    """Give the parties in neutral order, on the unit scale, voting as they think."""
    ordered = reordered(field, neutral_order(field))
    rows = zip(ordered.capability, ordered.salience, ordered.position / 64, strict=True)
    return [
        Trader(float(c), tuple(s.tolist()), tuple(x.tolist()), tuple(x.tolist()))
        for c, s, x in rows
    ]


def paths(field: Field) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """Give votes by scale, trade and party."""
    return np.array([[turn.positions for turn in each.turns] for each in exchange(field)])


HAND = Field(
    ("north", "south"),
    ("tariff", "quota"),
    np.array([[0.0, 100.0], [0.0, 100.0]]),
    np.array([1.0, 1.0]),
    np.array([[0.8, 0.4], [0.4, 0.8]]),
    np.array([[0.0, 20.0], [60.0, 100.0]]),
)


def test_a_trade_by_hand() -> None:
    """Tariff begins at (0.8 x 0 + 0.4 x 60) / 1.2 = 20, quota at (0.4 x 20 + 0.8 x 100) / 1.2.

    South gives on tariff, where it cares less: all 60 points, which bring the outcome to 0. The
    rate is (0.8 + 0.4) / (0.4 + 0.8) = 1, so that north gives 20 points of outcome on quota: all
    80 of its own move 80 / 3 = 26.7, so it moves 60, to 80. Each gains 0.8 x 0.2 - 0.4 x 0.2.
    """
    (only,) = trades(HAND)
    assert (only.giver, only.scale, only.taker, only.return_scale) == (
        "south",
        "tariff",
        "north",
        "quota",
    )
    assert [only.move, only.return_move, only.gain] == pytest.approx([-60, 60, 0.08])
    tariff, quota = exchange(HAND)
    means = [tariff.turns[0].mean, tariff.outcomes[0], quota.turns[0].mean, quota.outcomes[0]]
    assert means == pytest.approx([20, 0, 220 / 3, 220 / 3 + 20])


@slow
@given(seeds)
def test_the_model_agrees_with_its_definition(seed: int) -> None:
    field = some_field(seed)
    names = [field.parties[i] for i in neutral_order(field)]
    expected = market(traders_of(field))
    ours = trades(field)
    assert len(ours) == len(expected)
    for deal, (_, wanted) in zip(ours, expected, strict=True):
        assert (deal.giver, deal.taker) == (names[wanted.giver], names[wanted.taker])
        assert (deal.scale, deal.return_scale) == (f"s{wanted.p}", f"s{wanted.q}")
        assert deal.gain == pytest.approx(wanted.gain, abs=1e-9)


@slow
@given(seeds)
def test_both_gain_alike_by_what_outcomes_do(seed: int) -> None:
    for before, deal in market(traders_of(some_field(seed))):
        after = made(before, deal)
        gains = [
            sum(loss(before, who, scale) - loss(after, who, scale) for scale in (deal.p, deal.q))
            for who in (deal.giver, deal.taker)
        ]
        assert gains == pytest.approx([deal.gain] * 2, abs=1e-9)


@slow
@given(seeds, st.randoms(use_true_random=False))
def test_no_result_depends_on_the_order_of_the_file(seed: int, shuffling: random.Random) -> None:
    field = some_field(seed)
    order = list(range(len(field.parties)))
    shuffling.shuffle(order)
    other = reordered(field, np.array(order))
    assert trades(other) == trades(field)
    assert paths(other).tobytes() == paths(field)[..., order].tobytes()


@slow
@given(seeds)
def test_shifting_and_stretching_the_scales_shifts_and_stretches_the_path(seed: int) -> None:
    field = some_field(seed)
    moved = replace(field, ends=2 * field.ends - 32, position=2 * field.position - 32)
    assert (paths(moved) == 2 * paths(field) - 32).all()


@slow
@given(seeds)
def test_turning_a_scale_around_turns_the_path_around(seed: int) -> None:
    some = some_field(seed)
    draw = np.random.default_rng(seed)  # no ties: who comes first in a tie turns around, too
    field = replace(
        some,
        capability=draw.uniform(0.1, 1, some.capability.shape),
        salience=draw.uniform(0.1, 1, some.salience.shape),
        position=draw.uniform(0, 64, some.position.shape),
    )
    turned = field.position.copy()
    turned[:, 0] = 64 - turned[:, 0]
    ours, theirs = paths(field), paths(replace(field, position=turned))
    theirs[0] = 64 - theirs[0]
    assert theirs == pytest.approx(ours, abs=1e-6)


@slow
@given(seeds, st.booleans())
def test_a_party_of_zero_weight_changes_nothing(seed: int, mute: bool) -> None:  # noqa: FBT001 - drawn by hypothesis
    field = some_field(seed)
    scales = len(field.scales)
    idle = Field(
        (*field.parties, "idle"),
        field.scales,
        field.ends,
        np.append(field.capability, 0.0 if mute else 5.0),
        np.vstack([field.salience, np.full(scales, 0.5 if mute else 0.0)]),
        np.vstack([field.position, np.full(scales, 3.0)]),
    )
    assert paths(idle)[..., :-1] == pytest.approx(paths(field), abs=1e-9)
    assert (paths(idle)[..., -1] == 3.0).all()


def test_two_halves_of_a_party_do_not_count_as_the_party() -> None:
    """A third party outbids the smaller trades of the halves."""
    found = []
    for seed in range(200):
        field = some_field(seed)
        split = Field(
            (*field.parties, "half"),
            field.scales,
            field.ends,
            np.append(field.capability, field.capability[0] / 2),
            np.vstack([field.salience, field.salience[0]]),
            np.vstack([field.position, field.position[0]]),
        )
        split.capability[0] /= 2
        ours = [each.outcomes[0] for each in exchange(field)]
        theirs = [each.outcomes[0] for each in exchange(split)]
        found.append(ours == pytest.approx(theirs, abs=1e-6))
    assert 0 < sum(found) < len(found)


@slow
@given(st.lists(seeds, min_size=1, max_size=4))
def test_draws_are_answered_as_one_by_one(several: list[int]) -> None:
    draw = np.random.default_rng(several)
    shape = (len(several), 4)
    capability, salience, place = (
        draw.random(shape),
        draw.random((*shape, 3)),
        draw.random((*shape, 3)),
    )
    together = equal_gain(capability, salience, place)
    for number in range(len(several)):
        alone = equal_gain(*(each[number : number + 1] for each in (capability, salience, place)))
        made_ = len(alone.deals)
        assert (together.deals[:made_, number] == alone.deals[:, 0]).all()
        assert (together.deals[made_:, number] == -1).all()
        assert together.path[-1, number] == pytest.approx(alone.path[-1, 0])


def test_on_one_scale_there_is_nothing_to_trade() -> None:
    field = field_of([(1, 0.5, 0), (2, 1, 80)])
    assert trades(field) == ()
    assert exchange(field)[0].outcomes == compromise(field)[0].outcomes


@pytest.mark.parametrize(
    "field",
    [
        replace(HAND, salience=np.array([[0.8, 0.4], [0.4, 0.2]])),  # in one proportion
        replace(HAND, position=np.array([[0.0, 100.0], [0.0, 20.0]])),  # agreed on the tariff
        replace(HAND, position=np.array([[30.0, 30.0], [30.0, 30.0]])),  # agreed on both
        replace(HAND, capability=np.array([1.0, 0.0])),  # one of them without weight
    ],
)
def test_who_has_nothing_to_gain_does_not_trade(field: Field) -> None:
    assert trades(field) == ()
    assert [len(each.turns) for each in exchange(field)] == [1, 1]


def test_one_party_has_nobody_to_trade_with() -> None:
    alone = reordered(HAND, np.array([1]))
    assert [each.outcomes.tolist() for each in exchange(alone)] == [[60], [100]]
