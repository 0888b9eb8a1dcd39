"""The probabilistic Condorcet election: which position wins, and with what probability?

Each position of a party is put to the vote against each other one. Parties vote with capability x
salience and by how much nearer the one is than the other; support becomes a probability of victory,
and victories become a distribution over the positions. It is the one model here whose forecast is a
distribution by itself.

Source: Wise, Lester and Efird, "An introduction to the KAPSARC Toolkit for Behavioral Analysis
(KTAB) using one-dimensional spatial models", KAPSARC 2015; KTAB's source, Model::scalarPCE.

We depart from KTAB in this: votes weigh capability x salience, where KTAB has capability alone;
weights are shares of their sum, so that the unit of capability does not matter; positions of
parties without weight are not put to the vote; and Markov chains are solved, not iterated.
"""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from tracktwo.analyses.kernels.coalitions import coalitions
from tracktwo.analyses.kernels.election import Method, elected
from tracktwo.analyses.kernels.victory import Victory
from tracktwo.analyses.kernels.votes import Voting
from tracktwo.analyses.outlook.field import Field
from tracktwo.analyses.outlook.forecast import Trajectory
from tracktwo.analyses.outlook.order import neutral_order
from tracktwo.analyses.outlook.sound import require_sound
from tracktwo.analyses.outlook.turns import turn_of

Array: TypeAlias = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Election:
    """The choices that the model leaves open, with KTAB's defaults.

    Attributes
    ----------
    voting : "binary", "prop-bin", "proportional", "prop-cubic", "cubic", "asym-prop"
        How a party's gain becomes its vote; see `votes`. Under "asym-prop" the higher position
        of a pair is the one that challenges, so the scale may not be turned around.
    victory : "linear", "square", "quartic", "octic", "binary"
        How strength becomes probability; see `victory`.
    method : "conditional", "markov-uniform", "markov-incentive"
        How victories become a distribution; see `elected`.
    """

    voting: Voting = "proportional"
    victory: Victory = "linear"
    method: Method = "conditional"


def condorcet(field: Field, election: Election | None = None) -> tuple[Trajectory, ...]:
    """Forecast each scale as a distribution over the positions of parties that have weight.

    Parameters
    ----------
    field : Field
        Parties on their scales; no leading axes. Each scale is an election of its own.
    election : Election, optional
        The open choices; the defaults if left out.

    Returns
    -------
    tuple of Trajectory
        One for each scale, in the order of the field: round 0 alone, the distinct positions from
        low to high, and the probability of each. Shifting or stretching a scale with its ends
        shifts or stretches the outcomes; parties of weight 0 change nothing; two parties at one
        position count as one with their joint weight.

    Raises
    ------
    ArrayError
        If the field is not sound.

    Examples
    --------
    >>> field = Field(("a", "b"), ("price",), np.array([[0.0, 10.0]]), np.array([1.0, 3.0]),
    ...               np.array([[1.0], [1.0]]), np.array([[0.0], [10.0]]))
    >>> (only,) = condorcet(field)
    >>> only.outcomes.tolist(), only.probabilities.round(3).tolist()
    ([0.0, 10.0], [0.25, 0.75])
    """
    require_sound(field)
    chosen = election or Election()
    order = neutral_order(field)
    weights = field.capability[:, np.newaxis] * field.salience
    return tuple(
        _on_scale(field, column, weights[:, column], order, chosen)
        for column in range(len(field.scales))
    )


def distribution(
    weight: Array, place: Array, ends: Array, election: Election
) -> tuple[Array, Array]:
    """Give the positions from low to high and the probability of each, draw by draw.

    Parameters
    ----------
    weight, place : float, shape (…, n)
        Capability x salience, and position, of each party; some weight is above 0.
    ends : float, shape (2,)
        Low and high end of the scale.
    election : Election
        The open choices.

    Returns
    -------
    tuple of (float, shape (…, n)), (float, shape (…, n))
        Positions and probabilities. Where parties share a position, one of them has its
        probability and the others 0, as have those without weight.

    Notes
    -----
    O(n³) a draw.

    Examples
    --------
    >>> place, chance = distribution(np.array([3.0, 1.0]), np.array([10.0, 0.0]),
    ...                              np.array([0.0, 10.0]), Election())
    >>> place.tolist(), chance.round(3).tolist()
    ([0.0, 10.0], [0.25, 0.75])
    """
    order = np.lexsort(np.stack([place, weight <= 0]), axis=-1)  # those without weight come last
    weight, place = (np.take_along_axis(each, order, axis=-1) for each in (weight, place))
    standing = weight > 0
    standing[..., 1:] &= place[..., 1:] != place[..., :-1]
    unit = (place - ends[0]) / (ends[1] - ends[0])
    utility = 1 - np.abs(unit[..., :, np.newaxis] - unit[..., np.newaxis, :])
    strength = coalitions(weight / weight.sum(axis=-1, keepdims=True), utility, election.voting)
    return place, elected(strength, standing, election.victory, election.method)


def _on_scale(
    field: Field, column: int, weight: Array, order: NDArray[np.intp], election: Election
) -> Trajectory:
    """Hold the election on one scale."""
    place = field.position[:, column]
    outcomes, chances = distribution(weight[order], place[order], field.ends[column], election)
    possible = chances > 0
    return Trajectory(
        model="pce",
        scale=field.scales[column],
        parties=field.parties,
        parameters=(
            ("voting", election.voting),
            ("victory", election.victory),
            ("method", election.method),
        ),
        turns=(turn_of(0, place, weight, order),),
        outcomes=outcomes[possible],
        probabilities=chances[possible],
    )
