"""What does each solution make as large as it can be?"""

from collections.abc import Sequence
from fractions import Fraction
from math import prod

from tracktwo.analyses.settlement.settlement import Certificate

SOLUTIONS = ("nash", "kalai_smorodinsky", "egalitarian", "utilitarian")
OBJECTIVES = {
    "nash": "product",
    "kalai_smorodinsky": "smallest share",
    "egalitarian": "smallest gain",
    "utilitarian": "sum",
}


def reached(name: str, gains: Sequence[Fraction], most: Sequence[Fraction]) -> Fraction:
    """Give what a package reaches of what a solution makes largest.

    Parameters
    ----------
    name : str
        One of `SOLUTIONS`.
    gains, most : sequence of Fraction
        Each party's gain in the package, and its largest gain in any acceptable one, in points.

    Returns
    -------
    Fraction
        The product of the gains that are above 0, the smallest share of the most, the smallest
        gain, or the sum; for shares, parties that cannot gain are left out.

    Examples
    --------
    >>> gains, most = [Fraction(5), Fraction(50)], [Fraction(45), Fraction(50)]
    >>> [str(reached(name, gains, most)) for name in SOLUTIONS]
    ['250', '1/9', '5', '55']
    """
    if name == "nash":
        return prod((gain for gain in gains if gain > 0), start=Fraction(1))
    if name == "kalai_smorodinsky":
        shares = [gain / top for gain, top in zip(gains, most, strict=True) if top > 0]
        return min(shares, default=Fraction(0))
    if name == "egalitarian":
        return min(gains, default=Fraction(0))
    return sum(gains, Fraction(0))


def certified(
    name: str, by: str, gains: Sequence[Fraction], most: Sequence[Fraction]
) -> Certificate:
    """Give the certificate of a solution that no package surpasses."""
    value = reached(name, gains, most)
    return Certificate(name, by, OBJECTIVES[name], value, value)
