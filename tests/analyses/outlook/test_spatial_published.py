"""The spatial model against KTAB's own reference runs: every round, every actor, every digit."""

import csv
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from tracktwo.analyses.kernels.election import elected
from tracktwo.analyses.kernels.spatial_chances import spatial_chances
from tracktwo.analyses.kernels.spatial_path import ideals
from tracktwo.analyses.kernels.spatial_round import spatial_round
from tracktwo.analyses.kernels.spatial_setting import Parties, Rules
from tracktwo.analyses.outlook.field import Field
from tracktwo.analyses.outlook.spatial import spatial

KTAB = Path(__file__).parents[2] / "published/ktab"
CASES = ["dummyData_3Dim", "thirteen_actors"]


def read(case: str) -> Field:
    """Read a KTAB table by hand: power, then position and salience by dimension."""
    with (KTAB / f"{case}.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.reader(file) if row]
    scales = [name for name in rows[1][3:] if name.startswith("Pstn")]
    numbers = np.array([[float(cell) for cell in row[2 : 3 + 2 * len(scales)]] for row in rows[2:]])
    return Field(
        tuple(row[0] for row in rows[2:]),
        tuple(scales),
        np.array([[0.0, 100.0]] * len(scales)),
        numbers[:, 0],
        numbers[:, 2::2] / 100,
        numbers[:, 1::2],
    )


def printed(case: str) -> dict[tuple[str, str], list[str]]:
    """Read what KTAB printed, by actor and dimension or "prob"."""
    found = {}
    for line in (KTAB / f"ref_{case}.txt").read_text(encoding="utf-8").splitlines():
        name, _, numbers = line.partition(":")
        if "," in name:
            actor, what = name.split(",")
            found[actor.strip(), what.strip()] = numbers.split()
    return found


@pytest.mark.parametrize("case", CASES)
def test_every_position_of_every_round_is_as_ktab_prints_it(case: str) -> None:
    field, reference = read(case), printed(case)
    for trajectory in spatial(field):
        for row, party in enumerate(trajectory.parties):
            ours = [f"{turn.positions[row]:.1f}" for turn in trajectory.turns]
            assert ours == reference[party, trajectory.scale]


def chances_by_party(field: Field, positions: NDArray[np.float64]) -> list[str]:
    """Give each party the chance of the place where it stands, as KTAB prints it."""
    place = positions / 100
    share = field.capability / field.capability.sum()
    chances = spatial_chances(Parties(share, field.salience, place, place), Rules())
    near = np.linalg.norm(place[:, np.newaxis] - place, axis=-1) < 1e-3
    standing = np.flatnonzero(chances)
    return [f"{chances[standing[near[row, standing]]][-1]:.4f}" for row in range(len(place))]


@pytest.mark.parametrize("case", CASES)
def test_every_chance_of_every_round_is_as_ktab_prints_it(case: str) -> None:
    field, reference = read(case), printed(case)
    rounds = np.array([[turn.positions for turn in each.turns] for each in spatial(field)])
    ours = [chances_by_party(field, positions.T) for positions in rounds.transpose(1, 0, 2)]
    by_party = {party: [each[row] for each in ours] for row, party in enumerate(field.parties)}
    assert by_party == {party: reference[party, "prob"] for party in field.parties}


# KTAB's scenario smpExample of 30 May 2017: prop-cubic votes, markov-incentive, stochastic, ideals
# that lag. Its log prints every step of the first round.
PLACES = [
    [0.528, 0.398, 0.396],
    [0.159, 0.614, 0.720],
    [0.611, 0.865, 0.445],
    [0.263, 0.165, 0.159],
    [0.733, 0.611, 0.263],
]
SALIENCES = [
    [0.323, 0.224, 0.134],
    [0.252, 0.345, 0.265],
    [0.288, 0.286, 0.182],
    [0.156, 0.420, 0.143],
    [0.397, 0.199, 0.158],
]
LOTS = [0.5, 0.9, 0.7, 0.2, 0.5]  # each falls to the bargain that KTAB drew


def test_a_round_by_chance_ends_where_ktab_ended() -> None:
    share, place = np.array([117.7, 93.2, 61.4, 135.4, 63.8]) / 471.5, np.array(PLACES)
    rules = Rules(voting="prop-cubic", method="markov-incentive")
    parties = Parties(share, np.array(SALIENCES), place, place)
    after = spatial_round(parties, rules, np.array(LOTS))
    assert (100 * after).round(2).tolist() == [
        [55.53, 63.19, 42.21],
        [23.48, 63.81, 70.13],
        [33.48, 18.89, 19.04],
        [26.3, 16.5, 15.9],
        [64.11, 48.13, 32.54],
    ]
    affinity = np.diag([0.87, 0.75, 0.65, 0.57, 1.0])
    affinity[1, 0], affinity[2, 3] = 0.07, 0.13
    assert (100 * ideals(affinity, place, after)).round(4).tolist() == [
        [55.1751, 60.1493, 41.8707],
        [24.3591, 63.3328, 68.5122],
        [38.6230, 33.4535, 24.2330],
        [26.3, 16.5, 15.9],
        [64.11, 48.13, 32.54],
    ]


def test_an_election_by_incentive_has_ktabs_chances() -> None:
    strength = np.array(
        [
            [0, 0.642, 5.549, 0.170, 3.784],
            [0.068, 0, 5.531, 0.126, 3.808],
            [8.507, 9.086, 0, 7.987, 6.333],
            [1.975, 2.506, 6.837, 0, 4.137],
            [5.215, 5.817, 4.852, 3.756, 0],
        ]
    )
    chances = elected(strength + 1e-8, np.ones(5, dtype=bool), "linear", "markov-incentive")
    assert chances == pytest.approx([0.0859, 0.0695, 0.4215, 0.2255, 0.1976], abs=2e-4)
