"""Decisions whose outcome is known: issues, who stood where, and what came of it, from a folder.

A folder holds two tables, as CSV with a line of headings; columns in any order.

``issues.csv``
    ``issue`` (its name), ``outcome`` (on its scale), and if they are not 0 and 100 ``low`` and
    ``high``, the ends of its scale.
``positions.csv``
    ``issue``, ``actor``, ``position``, ``salience`` (0 to 100; or 0 to 1 where no number in the
    column is above 1), and ``capability`` if it differs between actors: 1 if the column is left
    out. An actor without a line on an issue has no say there.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import numpy as np

from tracktwo.analyses.outlook.field import Field
from tracktwo.errors import CaseError, Problem
from tracktwo.interop.cells import Cells
from tracktwo.interop.csv_rows import Row, rows_of

_NOUGHT, _HUNDRED = Decimal(0), Decimal(100)


@dataclass(frozen=True, slots=True, eq=False)
class Decision:
    """An issue, who stood where, and the outcome."""

    name: str
    field: Field
    outcome: float

    @property
    def span(self) -> float:
        """How long its scale is."""
        low, high = self.field.ends[0].tolist()
        return float(high - low)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a table: where it stands, its name, its numbers by heading."""

    row: Row
    name: str
    actor: str
    numbers: Mapping[str, Decimal]


def read_decisions(folder: Path) -> tuple[Decision, ...]:
    """Read the two tables.

    Parameters
    ----------
    folder : Path
        With ``issues.csv`` and ``positions.csv``.

    Returns
    -------
    tuple of Decision
        In the order of ``issues.csv``.

    Raises
    ------
    CaseError
        With everything that is wrong in the folder, by file, line and column.
    """
    problems: list[Problem] = []
    issues = _lines(folder / "issues.csv", ("outcome",), ("low", "high"), problems)
    held = _lines(folder / "positions.csv", ("position", "salience"), ("capability",), problems)
    problems += [] if problems else [*_unsound(issues, held)]
    if problems:
        raise CaseError(str(folder), tuple(problems))
    most = _HUNDRED if any(line.numbers["salience"] > 1 for line in held) else Decimal(1)
    return tuple(
        _decision(issue, [line for line in held if line.name == issue.name], most)
        for issue in issues
    )


def _lines(
    path: Path, needed: Sequence[str], allowed: Sequence[str], problems: list[Problem]
) -> list[_Line]:
    """Read a table; what is wrong with it joins the other problems."""
    cells = Cells(path.name)
    try:
        rows = rows_of(path.read_bytes(), path.name)
    except OSError as error:
        problems.append(Problem(path.name, f"cannot be read ({error.strerror}); it is needed"))
        return []
    except CaseError as error:
        problems += [Problem(f"{path.name}, {p.place}", p.message) for p in error.problems]
        return []
    names = ("issue",) if path.name == "issues.csv" else ("issue", "actor")
    heads = [head.lower() for head in rows[0].cells] if rows else []
    for head in (*names, *needed):
        if head not in heads:
            cells.wrong("line 1", f'has no column "{head}"; there are: {", ".join(heads)}')
    lines = [] if cells.problems else [_line(cells, row, heads, names, allowed) for row in rows[1:]]
    problems += [Problem(f"{path.name}, {p.place}", p.message) for p in cells.problems]
    return lines


def _line(
    cells: Cells, row: Row, heads: Sequence[str], names: Sequence[str], allowed: Sequence[str]
) -> _Line:
    numbers = {}
    for column, head in enumerate(heads):
        absent = column >= len(row.cells) or not row.cells[column]
        if head in names or head not in _LEAST or (absent and head in allowed):
            continue
        value = cells.amount(row, column, head, _LEAST[head], _MOST.get(head))
        numbers[head] = _NOUGHT if value is None else value
    texts = [cells.text(row, heads.index(name), name) for name in names]
    return _Line(row, texts[0], texts[-1], numbers)


_LEAST: dict[str, Decimal | None] = {
    "outcome": None,
    "low": None,
    "high": None,
    "position": None,
    "salience": _NOUGHT,
    "capability": _NOUGHT,
}
_MOST = {"salience": _HUNDRED}


def _unsound(issues: Sequence[_Line], held: Sequence[_Line]) -> Iterator[Problem]:
    """Name issues without stances or room, stances without an issue, and numbers off the scale."""
    ends = {issue.name: _ends(issue) for issue in issues}
    for issue in issues:
        place = f"issues.csv, line {issue.row.line}"
        low, high = ends[issue.name]
        if not low < high:
            yield Problem(place, f"low is {low:f}, high is {high:f}; low must be below high")
        yield from _off(place, "outcome", issue, ends)
        if not any(line.name == issue.name and line.numbers["salience"] > 0 for line in held):
            yield Problem(place, f'nobody who cares stands on "{issue.name}" in positions.csv')
    seen: dict[tuple[str, str], int] = {}
    for line in held:
        place = f"positions.csv, line {line.row.line}"
        if line.name not in ends:
            yield Problem(place, f'"{line.name}" is no issue of issues.csv')
            continue
        first = seen.setdefault((line.name, line.actor), line.row.line)
        if first != line.row.line:
            yield Problem(place, f'"{line.actor}" stands on "{line.name}" in line {first} already')
        yield from _off(place, "position", line, ends)


def _off(
    place: str, name: str, line: _Line, ends: Mapping[str, tuple[Decimal, Decimal]]
) -> Iterator[Problem]:
    low, high = ends[line.name]
    if not low <= line.numbers[name] <= high:
        value = line.numbers[name]
        yield Problem(place, f"{name} {value:f} lies off the scale, from {low:f} to {high:f}")


def _ends(issue: _Line) -> tuple[Decimal, Decimal]:
    return issue.numbers.get("low", _NOUGHT), issue.numbers.get("high", _HUNDRED)


def _decision(issue: _Line, held: Sequence[_Line], most: Decimal) -> Decision:
    low, high = map(float, _ends(issue))
    field = Field(
        tuple(line.actor for line in held),
        (issue.name,),
        np.array([[low, high]]),
        np.array([float(line.numbers.get("capability", 1)) for line in held]),
        np.array([[float(line.numbers["salience"] / most)] for line in held]),
        np.array([[float(line.numbers["position"])] for line in held]),
    )
    return Decision(issue.name, field, float(issue.numbers["outcome"]))
