"""What would one unit of persuasion do? How the compromise answers to each party, exactly.

With weight w = capability x salience, W = Σ w and the compromise m = Σ w x / W:

- position: the compromise moves by w d / W when the party moves by d;
- salience or capability: with w' for the party's new weight, it moves by
  (w' − w) (x − m) / (W + w' − w).

The first is linear, the second is not. Both follow from the formula of the model
(van den Bos 1991; Achen 2006); nothing is approximated.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from tracktwo.analyses.outlook.compromise import compromise
from tracktwo.analyses.outlook.field import Field

Handle = Literal["position", "salience", "capability"]


@dataclass(frozen=True, slots=True)
class Lever:
    """What one unit more, and one unit less, of something of a party does to the compromise.

    Attributes
    ----------
    scale, party : str
        Ids.
    handle : "position", "salience", "capability"
        What is changed.
    unit : float
        One unit: 1 on the scale, 0.01 of salience (one point of 100), 1 of capability.
    slope : float
        The derivative of the compromise, per unit.
    raised, lowered : float
        The change of the compromise, in units of the scale, when the thing is raised or lowered
        by one unit, or by what there is room for: positions stay between the ends, salience
        between 0 and 1, capability at 0 or above. Where nobody has weight afterwards, there is no
        compromise and the change is NaN.
    """

    scale: str
    party: str
    handle: Handle
    unit: float
    slope: float
    raised: float
    lowered: float


def levers(field: Field) -> tuple[Lever, ...]:
    """Give the effect of one unit of each party's position, salience and capability.

    Parameters
    ----------
    field : Field
        Parties on their scales; no leading axes.

    Returns
    -------
    tuple of Lever
        By scale, then by party, then position, salience, capability. The slopes of the positions
        of a scale add up to 1.

    Raises
    ------
    ArrayError
        If the field is not sound.

    Examples
    --------
    >>> import numpy as np
    >>> field = Field(("a", "b"), ("price",), np.array([[0.0, 10.0]]), np.array([1.0, 3.0]),
    ...               np.array([[1.0], [0.5]]), np.array([[0.0], [10.0]]))
    >>> [(each.party, each.raised, each.lowered) for each in levers(field)
    ...  if each.handle == "position"]  # a stands at 0 and can only rise, b at 10 and only fall
    [('a', 0.4, 0.0), ('b', 0.0, -0.6)]
    """
    middles = [float(each.outcomes[0]) for each in compromise(field)]
    return tuple(
        lever
        for column, middle in enumerate(middles)
        for row in range(len(field.parties))
        for lever in _of_party(field, row, column, middle)
    )


def _of_party(field: Field, row: int, column: int, middle: float) -> Iterator[Lever]:
    """Give the three levers of a party on a scale."""
    scale, party = field.scales[column], field.parties[row]
    capability, salience = float(field.capability[row]), float(field.salience[row, column])
    place = float(field.position[row, column])
    low, high = map(float, field.ends[column])
    total = float(field.capability @ field.salience[:, column])
    weight = capability * salience

    def moved(unit: float) -> float:
        return weight * (min(max(place + unit, low), high) - place) / total

    def weighed(change: float) -> float:
        left = total + change
        return change * (place - middle) / left if left > 0 else math.nan

    def keener(unit: float) -> float:
        return weighed(capability * (min(max(salience + unit, 0.0), 1.0) - salience))

    def stronger(unit: float) -> float:
        return weighed(salience * (max(capability + unit, 0.0) - capability))

    pull = (place - middle) / total
    yield Lever(scale, party, "position", 1.0, weight / total, moved(1.0), moved(-1.0))
    yield Lever(
        scale, party, "salience", 0.01, 0.01 * capability * pull, keener(0.01), keener(-0.01)
    )
    yield Lever(scale, party, "capability", 1.0, salience * pull, stronger(1.0), stronger(-1.0))
