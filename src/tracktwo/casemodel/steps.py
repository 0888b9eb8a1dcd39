"""An issue that is a number: its steps as options, and points between those that are given."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from decimal import Decimal, localcontext
from fractions import Fraction

from tracktwo.casemodel.case import Steps

MOST_STEPS = 10_000
ORDERS = ("highest first", "lowest first")
_RANGE = re.compile(r"(<=|>=|<|>) *([+-]?[0-9]+(?:\.[0-9]+)?)")


def steps_of(scale: Steps) -> tuple[str, ...]:
    """Give the ids of a scale's options: its values as plain decimals, from start to end.

    Parameters
    ----------
    scale : Steps
        Whose end is a whole number of steps above its start.

    Returns
    -------
    tuple of str
        Without trailing zeros.

    Examples
    --------
    >>> steps_of(Steps(Decimal("-0.5"), Decimal("1.0"), Decimal("0.5")))
    ('-0.5', '0', '0.5', '1')
    """
    with localcontext(prec=60):
        count = int((scale.end - scale.start) / scale.step)
        return tuple(_plain(scale.start + scale.step * number) for number in range(count + 1))


def steps_fault(scale: Steps) -> str:
    """Say what is wrong with a scale, "" where nothing is.

    Examples
    --------
    >>> steps_fault(Steps(Decimal(0), Decimal(10), Decimal(3)))
    'from 0 to 10 is no whole number of steps of 3'
    """
    if scale.step <= 0 or scale.end <= scale.start:
        return f"goes from {scale.start} to {scale.end} by {scale.step}; it has to go up"
    with localcontext(prec=60):
        if (scale.end - scale.start) % scale.step:
            return f"from {scale.start} to {scale.end} is no whole number of steps of {scale.step}"
        steps = (scale.end - scale.start) / scale.step
    if steps > MOST_STEPS:
        return f"has {steps:,.0f} steps; at most {MOST_STEPS:,} can be settled"
    return ""


def meant(word: str, steps: Sequence[str]) -> tuple[str, ...]:
    """Give the steps that a word means: one value, or all below or above one.

    Parameters
    ----------
    word : str
        ``"40"``, ``"<40"``, ``"<=40"``, ``">40"`` or ``">=40"``.
    steps : sequence of str
        As `steps_of` gives them.

    Returns
    -------
    tuple of str
        None where the word means none of the steps.

    Examples
    --------
    >>> meant(">=5", ["0", "5", "10"]), meant("7", ["0", "5", "10"])
    (('5', '10'), ())
    """
    if match := _RANGE.fullmatch(word):
        bound, sign = Fraction(match[2]), match[1]
        below, equal = sign[0] == "<", sign.endswith("=")
        return tuple(
            step
            for step in steps
            if (Fraction(step) < bound if below else Fraction(step) > bound)
            or (equal and Fraction(step) == bound)
        )
    return (word,) if word in steps else ()


def interpolated(
    knots: Mapping[str, Decimal], steps: Sequence[str]
) -> tuple[tuple[str, Fraction], ...]:
    """Give every step its points, on straight lines between the steps that have them.

    Parameters
    ----------
    knots : mapping of step to points
        With the first step and the last.
    steps : sequence of str
        As `steps_of` gives them.

    Returns
    -------
    tuple of (step, Fraction)
        Exact.

    Examples
    --------
    >>> interpolated({"0": Decimal(100), "3": Decimal(0)}, ["0", "1", "2", "3"])[1]
    ('1', Fraction(200, 3))
    """
    given = sorted((Fraction(step), Fraction(points)) for step, points in knots.items())
    at = [value for value, _ in given]
    found = []
    for step in steps:
        value = Fraction(step)
        above = max(1, bisect_left(at, value))
        (x, y), (x_next, y_next) = given[above - 1], given[above]
        found.append((step, y + (y_next - y) * (value - x) / (x_next - x)))
    return tuple(found)


def _plain(value: Decimal) -> str:
    text = f"{value:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text
