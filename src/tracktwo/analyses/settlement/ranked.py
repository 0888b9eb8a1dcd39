"""Where parties rank instead of giving points: what holds for all, for some, for no points?"""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from tracktwo.analyses.settlement.settlement import Count

Holds: TypeAlias = Literal["all", "some", "none", "undecided"]


@dataclass(frozen=True, slots=True)
class RankedPackage:
    """A package, and for which consistent points it is acceptable, and acceptable and efficient."""

    options: tuple[tuple[str, str], ...]
    acceptable: Holds
    efficient: Holds


@dataclass(frozen=True, slots=True)
class Ranked:
    """What holds for all, for some or for no points that are consistent with the rankings.

    Attributes
    ----------
    parties : tuple of str
        Who ranks something, so that more than one set of points is consistent.
    room : Holds
        Whether some package is acceptable, perhaps another one for other points. "some" where it
        hangs on the points; "undecided" where that could not be worked out.
    acceptable_for_all, acceptable_for_some : Count
        How many packages are acceptable whatever the points, and for some.
    efficient : tuple of RankedPackage
        The packages that are acceptable and not dominated for all or for some points, in the
        order of the case; at most `most` of them.
    efficient_for_all, efficient_for_some : Count
        How many there are.
    """

    parties: tuple[str, ...]
    room: Holds
    acceptable_for_all: Count
    acceptable_for_some: Count
    efficient: tuple[RankedPackage, ...]
    efficient_for_all: Count
    efficient_for_some: Count
