"""How fast are elections, the spatial model and exchange over draws, beside plain Python?"""

import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
from least import least
from numpy.typing import NDArray
from row import Row, hand_over

sys.path.insert(0, str(Path(__file__).parents[1]))  # the slow definitions stand among the tests

from tests.analyses.outlook.elections_by_definition import (
    product_of_victories,
    strengths,
    victories,
)
from tests.analyses.outlook.exchange_by_definition import Trader, market
from tests.analyses.outlook.spatial_by_definition import Actor, Choices, following

from tracktwo.analyses.kernels.equal_gain import equal_gain
from tracktwo.analyses.kernels.spatial_round import spatial_round
from tracktwo.analyses.kernels.spatial_setting import Parties, Rules
from tracktwo.analyses.outlook.condorcet import Election, distribution

Array = NDArray[np.float64]
PARTIES, SCALES = 10, 3


def a_draw(work: Callable[[], object], draws: int) -> float:
    """Give the seconds that one draw takes, the best of three runs."""
    return least(work) / draws


def row(what: str, ours: float, plain: float) -> Row:
    """Say how many draws a second, and how many in plain Python."""
    return Row(
        f"{what}, {PARTIES} parties, one core",
        f"{1 / ours:,.0f} draws/s",
        f"{1 / plain:,.0f} draws/s in plain Python",
        ours / plain,
    )


def elections(draws: int = 4000) -> Row:
    """Time the probabilistic Condorcet election on one scale."""
    random = np.random.default_rng(1)
    weight, place = random.random((draws, PARTIES)), random.random((draws, PARTIES))
    ends = np.array([0.0, 1.0])

    def plain() -> None:
        worth = [[1 - abs(x - y) for y in place[0].tolist()] for x in place[0].tolist()]
        table = strengths(weight[0].tolist(), worth, "proportional")
        product_of_victories(victories(table, "linear"))

    ours = a_draw(lambda: distribution(weight, place, ends, Election()), draws)
    return row("probabilistic Condorcet election", ours, a_draw(plain, 1))


def spatial(draws: int = 500) -> Row:
    """Time a round of the spatial model on three scales."""
    random = np.random.default_rng(2)
    share = random.dirichlet(np.ones(PARTIES), draws)
    salience, place = random.random((2, draws, PARTIES, SCALES))
    salience /= SCALES
    parties = Parties(share, salience, place, place)
    rows = zip(share[0].tolist(), salience[0].tolist(), place[0].tolist(), strict=True)
    actors = [Actor(strong, tuple(keen), tuple(at)) for strong, keen, at in rows]
    ours = a_draw(lambda: spatial_round(parties, Rules()), draws)
    return row(
        f"a round of the spatial model, {SCALES} scales",
        ours,
        a_draw(lambda: following(actors, Choices()), 1),
    )


def exchange(draws: int = 500) -> Row:
    """Time all trades on three scales."""
    random = np.random.default_rng(3)
    capability = random.random((draws, PARTIES))
    salience, place = random.random((2, draws, PARTIES, SCALES))
    rows = zip(capability[0].tolist(), salience[0].tolist(), place[0].tolist(), strict=True)
    traders = [Trader(strong, tuple(keen), tuple(at), tuple(at)) for strong, keen, at in rows]
    ours = a_draw(lambda: equal_gain(capability, salience, place), draws)
    return row(f"exchange on {SCALES} scales", ours, a_draw(lambda: market(traders), 1))


if __name__ == "__main__":
    hand_over([elections(), spatial(), exchange()])
