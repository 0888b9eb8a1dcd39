"""Can a model work with this field? Every problem is named at once."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from tracktwo.analyses.outlook.field import Field
from tracktwo.errors import ArrayError

if TYPE_CHECKING:
    from numpy.typing import NDArray


def require_sound(field: Field) -> None:
    """Refuse a field that no model can answer for, with everything that is wrong with it.

    Sound is: no leading axis of draws; at least one party and one scale, each named once; ends
    that are finite, the low one below the high one; capabilities finite and 0 or more; saliences
    from 0 to 1; positions between the ends; and on every scale at least one party of weight
    above 0, weight being capability x salience.

    Parameters
    ----------
    field : Field
        Parties on their scales.

    Raises
    ------
    ArrayError
        If the field is not sound: one line for each problem, with party and scale.

    Examples
    --------
    >>> one = np.ones((1, 1))
    >>> require_sound(Field(("a",), ("price",), np.array([[0.0, 9.0]]), one[0], one, one * 10))
    Traceback (most recent call last):
    tracktwo.errors.ArrayError: a field of parties on scales has 1 to mend
    a on price: position is 10.0; it must lie between the ends, 0.0 and 9.0
    """
    problems = [*_shapes(field)] or [*_names(field), *_ends(field), *_numbers(field)]
    problems = problems or [*_weightless(field)]
    if problems:
        heading = f"a field of parties on scales has {len(problems)} to mend"
        raise ArrayError("\n".join([heading, *problems]))


def _shapes(field: Field) -> Iterator[str]:
    """Name arrays whose shape is not that of the parties and scales."""
    parties, scales = len(field.parties), len(field.scales)
    if not parties or not scales:
        yield f"there are {parties} parties on {scales} scales; give one of each at least"
    needed = {
        "ends": (scales, 2),
        "capability": (parties,),
        "salience": (parties, scales),
        "position": (parties, scales),
    }
    for name, shape in needed.items():
        arrived = np.shape(getattr(field, name))
        if arrived != shape:
            yield f"{name} has shape {arrived}; {shape} is needed (give draws to a kernel instead)"


def _names(field: Field) -> Iterator[str]:
    """Name parties and scales that stand twice."""
    for kind, names in (("party", field.parties), ("scale", field.scales)):
        for name in sorted({each for each in names if names.count(each) > 1}):
            yield f"{kind} {name} stands {names.count(name)} times; name each once"


def _ends(field: Field) -> Iterator[str]:
    """Name scales whose ends leave no room between them."""
    for scale, (low, high) in zip(field.scales, field.ends.tolist(), strict=True):
        if not (np.isfinite(low) and np.isfinite(high) and low < high):
            yield f"{scale}: the ends are {low} and {high}; the low end must be below the high end"


def _numbers(field: Field) -> Iterator[str]:
    """Name numbers out of their range; NaN is out of every range."""
    for party, value in zip(field.parties, field.capability.tolist(), strict=True):
        if not 0 <= value < np.inf:
            yield f"{party}: capability is {value}; it must be 0 or more, and finite"
    for row, column in np.ndindex(field.salience.shape):
        who = f"{field.parties[row]} on {field.scales[column]}"
        salience, position = field.salience[row, column], field.position[row, column]
        low, high = field.ends[column]
        if not 0 <= salience <= 1:
            yield f"{who}: salience is {salience}; it must lie between 0 and 1"
        if not low <= position <= high and low < high:
            yield (f"{who}: position is {position}; it must lie between the ends, {low} and {high}")


def _weightless(field: Field) -> Iterator[str]:
    """Name scales on which nobody has weight, or on which it overflows."""
    weight: NDArray[np.float64] = field.capability[:, np.newaxis] * field.salience
    for scale, total in zip(field.scales, weight.sum(axis=0).tolist(), strict=True):
        if not 0 < total < np.inf:
            yield (
                f"{scale}: capability x salience adds up to {total} over the parties; it must be "
                "above 0 and finite: somebody must have weight"
            )
