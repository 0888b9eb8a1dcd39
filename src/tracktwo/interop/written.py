"""What was read from a workbook so far: a case's tables, the cell of each, and what is wrong."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tracktwo.errors import Problem
from tracktwo.interop.grid import Spot
from tracktwo.interop.tabs import ENDS

_NUMBER = re.compile(r"[+-]?[0-9]{1,15}(\.[0-9]{1,15})?")


def _sections() -> dict[str, Any]:
    return {
        "case": {},
        "parties": {},
        "issues": {},
        "positions": [],
        "refusals": [],
        "rules": [],
        "acceptance": {},
    }


@dataclass(frozen=True, slots=True)
class Written:
    """A case file in the making.

    Attributes
    ----------
    data : dict
        Its sections, as TOML would give them.
    cells : dict of place to str
        Where values came from: ``positions[2].weight`` to ``Egypt!C9``.
    problems : list of Problem
        By cell.
    """

    data: dict[str, Any] = field(default_factory=_sections)
    cells: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def in_sheet(self, problem: Problem) -> Problem:
        """Give a problem of the case with the cell that it, or what it is part of, came from."""
        place = problem.place
        while place and place not in self.cells:
            place = place[: max(place.rfind("."), place.rfind("["), 0)]
        if not place:
            return problem
        inside = problem.place[len(place) :].strip(".")
        said = f"{inside}: {problem.message}" if inside else problem.message
        return Problem(self.cells[place], said)


def number_in(spot: Spot, problems: list[Problem]) -> str:
    """Read an exact decimal; what is none is a problem, and counts as 0.

    >>> number_in(Spot(" 40.50 ", "Egypt!C9"), [])
    '40.50'
    """
    if _NUMBER.fullmatch(spot.word):
        return spot.word
    said = f'"{spot.word[:40]}" is no number; type it with a point, such as 40.5'
    problems.append(Problem(spot.place, f"{said}, with at most 15 digits on each side of it"))
    return "0"


def whole_in(spot: Spot, problems: list[Problem]) -> int:
    """Read a whole number; what is none is a problem, and counts as 1."""
    if re.fullmatch(r"[0-9]{1,6}", spot.word):
        return int(spot.word)
    problems.append(Problem(spot.place, f'"{spot.word[:40]}" is no whole number'))
    return 1


def estimate_in(ends: Mapping[str, Spot], problems: list[Problem]) -> Any:  # noqa: ANN401 - a TOML value
    """Read low, best and high; a best one alone stands for all three.

    >>> estimate_in({"best": Spot("40", "Egypt!C9")}, [])
    '40'
    """
    numbers = {end: number_in(ends[end], problems) for end in ENDS if end in ends}
    return numbers["best"] if set(numbers) == {"best"} else numbers
