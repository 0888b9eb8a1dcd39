"""What does one line of the table say? What was measured, beside what the work cannot go below."""

import json
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One measurement.

    Attributes
    ----------
    what, measured : str
        Words and figure.
    floor : str
        The same for the bare work, such as parsing alone; "" where there is none.
    ratio : float or None
        Measured over floor.
    aim : str
        What the project wants; "" where it names nothing.
    """

    what: str
    measured: str
    floor: str = ""
    ratio: float | None = None
    aim: str = ""

    def cells(self) -> tuple[str, ...]:
        """Give the row as the table shows it."""
        ratio = "" if self.ratio is None else f"{self.ratio:.2f}"
        return self.what, self.measured, self.floor, ratio, self.aim


def hand_over(rows: Iterable[Row]) -> None:
    """Print rows for ``run.py``, a line of JSON each."""
    for row in rows:
        print(json.dumps(row.cells()))
