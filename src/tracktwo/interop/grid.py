"""A sheet as text in cells: what stands where, under which heading, in which block of rows."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tracktwo.errors import Problem

_OPTION = re.compile(r"option [0-9]{1,4}")


@dataclass(frozen=True, slots=True)
class Spot:
    """The text of a cell, and where it stands: ``Case!B2``."""

    text: str
    place: str

    @property
    def word(self) -> str:
        """Give the text without the blanks around it."""
        return self.text.strip()


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet: the cells that hold something, by row and column, counted from 1."""

    name: str
    spots: Mapping[tuple[int, int], Spot]

    def row(self, at: int) -> dict[int, Spot]:
        """Give the cells of a row by column, from left to right."""
        return {column: self.spots[r, column] for r, column in sorted(self.spots) if r == at}

    def rows(self, after: int = 0) -> Iterator[tuple[int, dict[int, Spot]]]:
        """Give the rows below one, those without anything left out."""
        found: dict[int, dict[int, Spot]] = {}
        for row, column in sorted(self.spots):
            if row > after:
                found.setdefault(row, {})[column] = self.spots[row, column]
        yield from found.items()


@dataclass(frozen=True, slots=True)
class Block:
    """Rows that belong together: what stands once, and rows of cells across, by their label.

    `across` holds the cells under the headings ``option 1``, ``option 2``, …, by their number.
    """

    place: str
    once: Mapping[str, Spot]
    across: Mapping[str, Mapping[int, Spot]] = field(default_factory=dict)


def records(
    grid: Grid, headings: Sequence[str], problems: list[Problem], header: int = 1
) -> Iterator[Block]:
    """Read a table of one row each, under headings in any order."""
    columns = _columns(grid, header, headings, problems)
    for at, row in grid.rows(header):
        yield Block(f"{grid.name}!A{at}", _under(row, columns, problems))


def blocks(
    grid: Grid,
    headings: Sequence[str],
    labels: Sequence[str],
    problems: list[Problem],
    header: int = 1,
) -> Iterator[Block]:
    """Read a table of blocks: each starts where the first heading has a cell.

    Parameters
    ----------
    grid : Grid
        The sheet.
    headings : sequence of str
        What may stand in the header's row, beside ``row`` and the options.
    labels : sequence of str
        What may stand under ``row``; it says what the cells across are.
    problems : list of Problem
        Gets what is wrong, cell by cell.
    header : int
        The row of the headings.

    Yields
    ------
    Block
        In the order of the sheet.
    """
    columns = _columns(grid, header, [*headings, "row"], problems)
    first = next((column for column, name in columns.items() if name == headings[0]), 0)
    label = next((column for column, name in columns.items() if name == "row"), 0)
    gathered: list[tuple[str, dict[str, Spot], dict[str, Mapping[int, Spot]]]] = []
    for at, row in grid.rows(header):
        place = f"{grid.name}!A{at}"
        under = {c: s for c, s in row.items() if not _option(columns, c) and c != label}
        if first in row:
            gathered.append((place, _under(under, columns, problems), {}))
        elif not gathered:
            problems.append(Problem(place, f'stands above the first "{headings[0]}"'))
            continue
        else:
            for spot in under.values():
                said = "stands below the first row of its block; move it up"
                problems.append(Problem(spot.place, said))
        across = {_option(columns, c): s for c, s in row.items() if _option(columns, c)}
        _add_row(gathered[-1][2], row.get(label), across, labels, problems)
    yield from (Block(place, once, across) for place, once, across in gathered)


def _add_row(
    block: dict[str, Mapping[int, Spot]],
    label: Spot | None,
    across: Mapping[int, Spot],
    labels: Sequence[str],
    problems: list[Problem],
) -> None:
    """Put the cells of a row under its label."""
    name = label.word.lower() if label else ""
    known = ", ".join(labels)
    if label and name not in labels:
        problems.append(Problem(label.place, f'"{name[:40]}" is no row here; rows are {known}'))
    elif label and name in block:
        problems.append(Problem(label.place, f'is a second row "{name}" of this block'))
    elif label:
        block[name] = across
    elif across:
        said = f"has no label under row; say whether it is {known}"
        problems.append(Problem(next(iter(across.values())).place, said))


def _option(columns: Mapping[int, str], column: int) -> int:
    """Give the number of an option's column, 0 for other columns."""
    name = columns.get(column, "")
    return int(name.removeprefix("option ")) if _OPTION.fullmatch(name) else 0


def _columns(
    grid: Grid, header: int, headings: Sequence[str], problems: list[Problem]
) -> dict[int, str]:
    found: dict[int, str] = {}
    for column, spot in grid.row(header).items():
        name = " ".join(spot.text.lower().split())
        if name in found.values():
            problems.append(Problem(spot.place, f'is a second column "{name}"; keep one'))
        elif name in headings or _OPTION.fullmatch(name):
            found[column] = name
        else:
            known = ", ".join(headings)
            said = f'"{name[:40]}" is no heading here; headings are {known}'
            problems.append(Problem(spot.place, said))
            found[column] = ""
    if headings[0] not in found.values():
        problems.append(Problem(f"{grid.name}!A{header}", f'no column is headed "{headings[0]}"'))
    return found


def _under(
    row: Mapping[int, Spot], columns: Mapping[int, str], problems: list[Problem]
) -> dict[str, Spot]:
    for column, spot in row.items():
        if column not in columns:
            problems.append(Problem(spot.place, "stands under no heading; delete it or head it"))
    return {columns[column]: spot for column, spot in row.items() if columns.get(column)}
