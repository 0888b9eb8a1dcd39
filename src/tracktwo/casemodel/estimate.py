"""A number that somebody estimated, with its range."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number that somebody estimated: ``low <= best <= high``, exact decimals."""

    low: Decimal
    best: Decimal
    high: Decimal
