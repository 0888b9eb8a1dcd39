"""Where does each party stand on a scale, how strong is it, how much does it care? As written."""

from dataclasses import dataclass
from decimal import Decimal

from tracktwo.casemodel.estimate import Estimate
from tracktwo.casemodel.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a point of a scale means, in words."""

    at: Decimal
    words: str


@dataclass(frozen=True, slots=True)
class Scale:
    """A question whose answers lie in an order: from `low` to `high`, in a unit or in none.

    Any number between its ends is an answer. An issue settled in equal steps has `Steps` instead.

    Attributes
    ----------
    id : str
        The id of an issue of the case, whose options then lie on the scale, or one of its own.
    options : tuple of (option, Decimal)
        Where the issue's options lie; empty for a scale of its own.
    anchors : tuple of Anchor
        What points of the scale mean, from low to high.
    """

    id: str
    title: str
    low: Decimal
    high: Decimal
    unit: str = ""
    options: tuple[tuple[str, Decimal], ...] = ()
    anchors: tuple[Anchor, ...] = ()


@dataclass(frozen=True, slots=True)
class Capability:
    """What a party could bring to bear if it cared fully: 0 or more, in any one unit."""

    party: str
    value: Estimate
    evidence: tuple[Evidence, ...] = ()
    estimate_by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Stance:
    """Where a party stands on a scale, and how much it cares: salience from 0 to 100.

    `position` is in the units of the scale, between its ends.
    """

    party: str
    scale: str
    position: Estimate
    salience: Estimate
    evidence: tuple[Evidence, ...] = ()
    estimate_by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Outlook:
    """The positions of a case on its scales. A party without a stance has no say on that scale."""

    scales: tuple[Scale, ...] = ()
    capabilities: tuple[Capability, ...] = ()
    stances: tuple[Stance, ...] = ()
    note: str = ""
