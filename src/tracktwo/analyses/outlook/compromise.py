"""The compromise model: everyone gives, by how little they could press for their view.

The forecast is the mean of the positions weighted by capability x salience. Achen (2006) derives
it as the first approximation to the Nash bargaining solution where losses are quadratic and no
agreement would be far worse for everyone than any agreement. In that book's comparison, and since,
models of bargaining in rounds have been hard put to beat it on European decisions: hence it is our
default.

Two baselines beside it: the weighted median, which Black (1948) has for majority rule, and the
plain mean of the parties that have weight at all.

Sources: van den Bos, "Dutch EC policy making", 1991; Achen, "Institutional realism and bargaining
models", in Thomson, Stokman, Achen and König (eds), "The European Union Decides", 2006, chapter 4;
Black, "On the rationale of group decision-making", Journal of Political Economy 56, 1948.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from tracktwo.analyses.kernels.weighted_mean import weighted_mean
from tracktwo.analyses.kernels.weighted_median import weighted_median
from tracktwo.analyses.outlook.field import Field
from tracktwo.analyses.outlook.forecast import Trajectory
from tracktwo.analyses.outlook.order import neutral_order
from tracktwo.analyses.outlook.sound import require_sound
from tracktwo.analyses.outlook.turns import turn_of

Array = NDArray[np.float64]


def compromise(field: Field) -> tuple[Trajectory, ...]:
    """Forecast each scale as Σ w x / Σ w, where w is capability x salience.

    Parameters
    ----------
    field : Field
        Parties on their scales; no leading axes.

    Returns
    -------
    tuple of Trajectory
        One for each scale, in the order of the field: round 0 alone, and one outcome. It lies
        between the least and the largest position; shifting or stretching a scale with its ends
        shifts or stretches it; parties of weight 0 do not move it; two parties at one position
        count as one with their joint weight.

    Raises
    ------
    ArrayError
        If the field is not sound; see `require_sound`.

    Examples
    --------
    >>> field = Field(("a", "b"), ("price",), np.array([[0.0, 10.0]]), np.array([1.0, 3.0]),
    ...               np.array([[1.0], [0.5]]), np.array([[0.0], [10.0]]))
    >>> compromise(field)[0].outcomes.tolist()  # weights 1 and 1.5
    [6.0]
    """
    return _forecast("compromise", field, lambda w, x: weighted_mean(w, np.ones_like(w), x))


def median(field: Field) -> tuple[Trajectory, ...]:
    """Forecast each scale as the least position at which the weights add up to half.

    Parameters
    ----------
    field : Field
        Parties on their scales; no leading axes.

    Returns
    -------
    tuple of Trajectory
        As for `compromise`; the outcome is the position of a party. All laws of the compromise
        hold but one: a stretch by a negative number, which turns the scale around, gives the
        upper median where exactly half of the weight stands on either side.

    Raises
    ------
    ArrayError
        If the field is not sound.

    Examples
    --------
    >>> field = Field(("a", "b"), ("price",), np.array([[0.0, 10.0]]), np.array([1.0, 3.0]),
    ...               np.array([[1.0], [0.5]]), np.array([[0.0], [10.0]]))
    >>> median(field)[0].outcomes.tolist()
    [10.0]
    """
    return _forecast("median", field, weighted_median)


def mean(field: Field) -> tuple[Trajectory, ...]:
    """Forecast each scale as the plain mean of the positions of parties with weight above 0.

    Parameters
    ----------
    field : Field
        Parties on their scales; no leading axes.

    Returns
    -------
    tuple of Trajectory
        As for `compromise`. Parties at one position do *not* count as one: each has a voice.

    Raises
    ------
    ArrayError
        If the field is not sound.

    Examples
    --------
    >>> field = Field(("a", "b"), ("price",), np.array([[0.0, 10.0]]), np.array([1.0, 3.0]),
    ...               np.array([[1.0], [0.5]]), np.array([[0.0], [10.0]]))
    >>> mean(field)[0].outcomes.tolist()
    [5.0]
    """
    return _forecast("mean", field, _mean_of_heard)


def _mean_of_heard(weight: Array, place: Array) -> Array:
    """Give each party of weight above 0 one voice."""
    heard = (weight > 0).astype(np.float64)
    return weighted_mean(heard, heard, place)


def _forecast(
    name: str, field: Field, middle: Callable[[Array, Array], Array]
) -> tuple[Trajectory, ...]:
    """Give one point for each scale, reckoned from weights and positions in neutral order."""
    require_sound(field)
    order = neutral_order(field)
    weights = field.capability[:, np.newaxis] * field.salience
    return tuple(
        Trajectory(
            model=name,
            scale=scale,
            parties=field.parties,
            parameters=(),
            turns=(turn_of(0, place, weight, order),),
            outcomes=np.atleast_1d(middle(weight[order], place[order])),
            probabilities=np.ones(1),
        )
        for scale, weight, place in zip(field.scales, weights.T, field.position.T, strict=True)
    )
