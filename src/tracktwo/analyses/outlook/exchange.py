"""The exchange model: parties trade moves on one scale for moves on another, at equal gain.

Two parties that stand on opposite sides of the expected outcome on two scales can both win when
they care for them in different proportions: each gives way where it cares relatively less. The rate
of exchange is that at which both gain alike; the best trade is made first.

Source: Stokman and Van Oosten, "The exchange of voting positions: an object-oriented model of
policy networks", in Bueno de Mesquita and Stokman (eds), "European Community Decision Making",
1994, chapter 5. What they leave open is settled in `equal_gain`: the expected outcome is the mean
weighted by capability x salience, sides are those of the first outcome, positions are measured by
the length of their scale, and ties fall by `neutral_order`, where the model's programs throw dice.
"""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from tracktwo.analyses.kernels.equal_gain import Exchanges, equal_gain
from tracktwo.analyses.outlook.field import Field
from tracktwo.analyses.outlook.forecast import Trajectory
from tracktwo.analyses.outlook.order import neutral_order, reordered
from tracktwo.analyses.outlook.sound import require_sound
from tracktwo.analyses.outlook.turns import turn_of

Array: TypeAlias = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Trade:
    """A trade: who gives way where, for what, and what it is worth to either.

    Attributes
    ----------
    giver, taker : str
        Parties. The giver moves its vote on `scale`, the taker in return on `return_scale`.
    scale, return_scale : str
        Ids.
    move, return_move : float
        How far, in units of the scale; below 0 for a move down.
    gain : float
        What each of the two gains, as salience (0 to 1) x share of the scale's length.
    """

    giver: str
    taker: str
    scale: str
    move: float
    return_scale: str
    return_move: float
    gain: float


def exchange(field: Field) -> tuple[Trajectory, ...]:
    """Forecast each scale as the weighted mean of votes after all trades between scales.

    Parameters
    ----------
    field : Field
        Parties on two scales or more; no leading axes. On one scale there is nothing to trade.

    Returns
    -------
    tuple of Trajectory
        One for each scale, in the order of the field: a round is a trade, whatever its scales.
        Shifting, stretching or turning around a scale with its ends does the same to the path. A
        party without weight changes nothing. Parties that are alike do *not* count as one: each
        trades for itself, and smaller trades come later.

    Raises
    ------
    ArrayError
        If the field is not sound.

    Examples
    --------
    >>> field = Field(("a", "b"), ("price", "date"), np.array([[0.0, 10.0], [0.0, 1.0]]),
    ...               np.ones(2), np.array([[0.5, 1.0], [1.0, 0.5]]),
    ...               np.array([[0.0, 0.0], [10.0, 1.0]]))
    >>> [(each.scale, each.turns[0].mean, each.outcomes.tolist()) for each in exchange(field)]
    [('price', 6.666666666666667, [10.0]), ('date', 0.3333333333333333, [0.0])]
    """
    order, done = _traded(field)
    low, length = field.ends[:, 0], field.ends[:, 1] - field.ends[:, 0]
    votes = np.empty_like(done.path[:, 0])
    votes[:, order] = done.path[:, 0]
    places = votes * length + low
    places[0] = field.position  # as it was given, not as it comes back from the unit scale
    weights = field.capability[:, np.newaxis] * field.salience
    trajectories = []
    for column, scale in enumerate(field.scales):
        turns = tuple(
            turn_of(number, place, weights[:, column], order)
            for number, place in enumerate(places[..., column])
        )
        trajectories.append(
            Trajectory(
                model="exchange",
                scale=scale,
                parties=field.parties,
                parameters=(),
                turns=turns,
                outcomes=np.array([turns[-1].mean]),
                probabilities=np.ones(1),
            )
        )
    return tuple(trajectories)


def trades(field: Field) -> tuple[Trade, ...]:
    """Give the trades of the exchange model, in the order in which they are made.

    Parameters
    ----------
    field : Field
        As for `exchange`.

    Returns
    -------
    tuple of Trade
        Empty where nobody gains by trading.

    Raises
    ------
    ArrayError
        If the field is not sound.

    Examples
    --------
    >>> field = Field(("a", "b"), ("price", "date"), np.array([[0.0, 10.0], [0.0, 1.0]]),
    ...               np.ones(2), np.array([[0.5, 1.0], [1.0, 0.5]]),
    ...               np.array([[0.0, 0.0], [10.0, 1.0]]))
    >>> (only,) = trades(field)
    >>> only.giver, only.scale, only.move, only.taker, only.return_scale, only.return_move
    ('a', 'price', 10.0, 'b', 'date', -1.0)
    """
    order, done = _traded(field)
    length = field.ends[:, 1] - field.ends[:, 0]
    moves = np.diff(done.path[:, 0], axis=0) * length
    return tuple(
        Trade(
            giver=field.parties[order[giver]],
            taker=field.parties[order[taker]],
            scale=field.scales[scale],
            move=float(move[giver, scale]),
            return_scale=field.scales[back],
            return_move=float(move[taker, back]),
            gain=float(gain),
        )
        for (giver, taker, scale, back), move, gain in zip(
            done.deals[:, 0].tolist(), moves, done.gains[:, 0], strict=True
        )
    )


def _traded(field: Field) -> tuple[NDArray[np.intp], Exchanges]:
    """Trade in neutral order, on the unit scale."""
    require_sound(field)
    order = neutral_order(field)
    ordered = reordered(field, order)
    low, length = field.ends[:, 0], field.ends[:, 1] - field.ends[:, 0]
    unit = (ordered.position - low) / length
    done = equal_gain(
        ordered.capability[np.newaxis], ordered.salience[np.newaxis], unit[np.newaxis]
    )
    return order, done
