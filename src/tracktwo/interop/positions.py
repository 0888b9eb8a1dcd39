"""A plain table of one issue: actor, capability, position, salience, and their ranges if known."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import PurePath

from tracktwo.casemodel.shape import none_of
from tracktwo.interop.cells import HUNDRED, NOUGHT, Cells, same
from tracktwo.interop.csv_rows import Row, rows_of
from tracktwo.interop.outlook_draft import (
    DraftActor,
    DraftScale,
    DraftStance,
    OutlookDraft,
    Triple,
    write_outlook,
)

_NUMBERS = ("capability", "position", "salience")
_NEEDED = ("actor", *_NUMBERS)
_KNOWN = (*_NEEDED, *(f"{name}_{end}" for name in _NUMBERS for end in ("low", "high")), "note")


def case_from_positions(content: bytes, name: str, as_of: str) -> str:
    """Write a case file from a plain table.

    The first line names the columns, in any order: ``actor``, ``capability``, ``position`` and
    ``salience`` are needed; ``capability_low``, ``capability_high`` and so on may follow, and
    ``note``. An empty low or high is the best estimate. Salience is from 0 to 100; where no cell of
    it is above 1, from 0 to 1.

    Parameters
    ----------
    content : bytes
        The file: comma, semicolon or tab between cells.
    name : str
        Its name, for errors and as the title.
    as_of : str
        The day for which the case is to hold.

    Returns
    -------
    str
        A ``case.toml`` with one scale, ``position``, from the least position in the table to the
        greatest, or one unit long where they are the same.

    Raises
    ------
    CaseError
        With everything that is wrong in the file, by line and column.
    """
    rows = rows_of(content, name)
    cells = Cells(name)
    columns = _columns(cells, rows[0]) if rows else {}
    if len(rows) < 2 and not cells.problems:
        cells.wrong("the file", f"needs a first line of {', '.join(_NEEDED)}, and lines below it")
    cells.raise_all()
    most = _whole_salience(rows[1:], columns)
    actors, stances = _body(cells, rows[1:], columns, most)
    cells.raise_all()
    places = [place for stance in stances for place in stance.position]
    low, high = min(places), max(places)
    scale = DraftScale("position", "Position", low, high if high > low else low + 1)
    about = "Salience was given from 0 to 1." if most == 1 else ""
    title = PurePath(name).stem or name
    return write_outlook(OutlookDraft(title, about, actors, (scale,), stances), as_of)


def _columns(cells: Cells, row: Row) -> dict[str, int]:
    """Find the columns by their heads."""
    found: dict[str, int] = {}
    for column, head in enumerate(row.cells):
        key = head.lower()
        if key not in _KNOWN:
            cells.wrong(row.place(column + 1), none_of("column here", head, [*_KNOWN], "columns"))
        elif key in found:
            cells.wrong(row.place(column + 1), f'"{key}" heads column {found[key] + 1} already')
        found.setdefault(key, column)
    for key in _NEEDED:
        if key not in found:
            cells.wrong(f"line {row.line}", f'has no column "{key}"')
    return found


def _whole_salience(rows: Sequence[Row], columns: Mapping[str, int]) -> Decimal:
    """Give what full salience is in this table: 1 where no cell is above it, otherwise 100."""
    for row in rows:
        for key in ("salience", "salience_low", "salience_high"):
            column = columns.get(key, len(row.cells))
            if column < len(row.cells) and _above_one(row.cells[column]):
                return HUNDRED
    return Decimal(1)


def _above_one(text: str) -> bool:
    try:
        return float(text) > 1
    except ValueError:
        return False


def _body(
    cells: Cells, rows: Sequence[Row], columns: Mapping[str, int], most: Decimal
) -> tuple[tuple[DraftActor, ...], tuple[DraftStance, ...]]:
    actors: list[DraftActor] = []
    stances: list[DraftStance] = []
    lines: dict[str, int] = {}
    for row in rows:
        actor = cells.text(row, columns["actor"], "actor")
        if actor in lines:
            place = row.place(columns["actor"] + 1, "actor")
            cells.wrong(place, f'"{actor}" stands in line {lines[actor]} already')
        lines.setdefault(actor, row.line)
        note = columns.get("note", len(row.cells))
        capability = _estimate(cells, row, columns, "capability", (NOUGHT, None))
        position = _estimate(cells, row, columns, "position", (None, None))
        salience = _estimate(cells, row, columns, "salience", (NOUGHT, most))
        actors.append(
            DraftActor(actor, capability, row.cells[note] if note < len(row.cells) else "")
        )
        low, best, high = (value * (HUNDRED / most) for value in salience)
        stances.append(DraftStance(actor, "position", position, (low, best, high)))
        if len(row.cells) > len(columns):
            cells.wrong(f"line {row.line}", f"has {len(row.cells)} cells, more than the heads")
    return tuple(actors), tuple(stances)


def _estimate(
    cells: Cells,
    row: Row,
    columns: Mapping[str, int],
    name: str,
    limits: tuple[Decimal | None, Decimal | None],
) -> Triple:
    """Read a number with its low and high where the table has them."""
    best = cells.amount(row, columns[name], name, *limits)
    ends = [best, best]
    for at, end in enumerate(("low", "high")):
        column = columns.get(f"{name}_{end}", len(row.cells))
        if column < len(row.cells) and row.cells[column]:
            ends[at] = cells.amount(row, column, f"{name}_{end}", *limits)
    low, high = ends
    if best is None or low is None or high is None:
        return same(best)
    if not low <= best <= high:
        cells.wrong(
            row.place(columns[name] + 1, name),
            f"low {low:f}, best {best:f}, high {high:f} are out of order; "
            "low <= best <= high is needed",
        )
    return low, best, high
