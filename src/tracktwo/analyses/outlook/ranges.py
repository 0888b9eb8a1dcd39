"""Between what do the numbers of a field lie? Its low, best and high estimates."""

from dataclasses import dataclass

from tracktwo.analyses.outlook.field import Field


@dataclass(frozen=True, slots=True, eq=False)
class Ranges:
    """Three fields of the same parties and scales: ``low <= best <= high``, number by number."""

    low: Field
    best: Field
    high: Field
