"""The CSV of KTAB's spatial models: actors, power, and a position and salience per dimension.

The first line holds name, description, number of actors and number of dimensions; the second
names the columns: Actor, Description, Power, then a position and a salience for each dimension; a
line for each actor follows. Positions and saliences are from 0 to 100.
"""

from decimal import Decimal

from tracktwo.casemodel.case import Case
from tracktwo.casemodel.outlook import Outlook, Scale, Stance
from tracktwo.errors import CaseError, Problem
from tracktwo.interop.cells import HUNDRED, NOUGHT, Cells, same
from tracktwo.interop.csv_rows import Row, rows_of
from tracktwo.interop.outlook_draft import (
    DraftActor,
    DraftScale,
    DraftStance,
    OutlookDraft,
    write_outlook,
)

_FIRST = ("actor", "description", "power")


def case_from_ktab(content: bytes, name: str, as_of: str) -> str:
    """Write a case file from a CSV of KTAB.

    Parameters
    ----------
    content : bytes
        The file.
    name : str
        Its name, for errors.
    as_of : str
        The day for which the case is to hold.

    Returns
    -------
    str
        A ``case.toml`` with a scale from 0 to 100 for each dimension, named as its column.

    Raises
    ------
    CaseError
        With everything that is wrong in the file, by line and column.
    """
    rows = rows_of(content, name, ",")
    cells = Cells(name)
    if len(rows) < 3 or len(rows[0].cells) != 4:
        cells.wrong("line 1", "a line of name, description, actors, dimensions is needed first")
        cells.raise_all()
    title, about = rows[0].cells[:2]
    dimensions = _count(cells, rows[0], 3, "dimensions")
    actors = _count(cells, rows[0], 2, "actors")
    names = _names(cells, rows[1], dimensions)
    if actors and len(rows) - 2 != actors:
        cells.wrong(
            rows[0].place(3, "actors"), f"says {actors} actors, but {len(rows) - 2} lines follow"
        )
    drafted, stances = _body(cells, rows[2:], names)
    cells.raise_all()
    scales = tuple(DraftScale(each, each, NOUGHT, HUNDRED) for each in names)
    return write_outlook(
        OutlookDraft(title or name, about, tuple(drafted), scales, tuple(stances)), as_of
    )


def _count(cells: Cells, row: Row, column: int, name: str) -> int:
    value = cells.amount(row, column, name, Decimal(1), None)
    if value is not None and value != int(value):
        cells.wrong(row.place(column + 1, name), f"{value} is no whole number")
    return int(value) if value is not None else 0


def _names(cells: Cells, row: Row, dimensions: int) -> list[str]:
    """Read the heads of the columns; give the name of each dimension."""
    heads = row.cells
    for column, needed in enumerate(_FIRST):
        found = heads[column] if column < len(heads) else ""
        if found.lower() != needed:
            cells.wrong(
                row.place(column + 1), f'is "{found}"; the column {needed.capitalize()} is needed'
            )
    rest = heads[len(_FIRST) :]
    if dimensions and len(rest) != 2 * dimensions:
        cells.wrong(
            f"line {row.line}",
            f"names {len(rest)} columns after Power; {dimensions} dimensions need "
            f"{2 * dimensions}, a position and a salience each",
        )
    names = list(rest[::2])
    for at, each in enumerate(names):
        if each in names[:at]:
            cells.wrong(row.place(len(_FIRST) + 2 * at + 1), f'"{each}" names two dimensions')
    return names


def _body(
    cells: Cells, rows: tuple[Row, ...], names: list[str]
) -> tuple[list[DraftActor], list[DraftStance]]:
    actors: list[DraftActor] = []
    stances: list[DraftStance] = []
    lines: dict[str, int] = {}
    for row in rows:
        actor = cells.text(row, 0, "Actor")
        if actor in lines:
            cells.wrong(row.place(1, "Actor"), f'"{actor}" stands in line {lines[actor]} already')
        lines.setdefault(actor, row.line)
        power = cells.amount(row, 2, "Power", NOUGHT, None)
        note = row.cells[1] if len(row.cells) > 1 else ""
        actors.append(DraftActor(actor, same(power), note))
        for at, scale in enumerate(names):
            column = len(_FIRST) + 2 * at
            position = cells.amount(row, column, scale, NOUGHT, HUNDRED)
            salience = cells.amount(row, column + 1, f"salience of {scale}", NOUGHT, HUNDRED)
            stances.append(DraftStance(actor, scale, same(position), same(salience)))
        if len(row.cells) > len(_FIRST) + 2 * len(names):
            cells.wrong(f"line {row.line}", f"has {len(row.cells)} cells, more than the heads")
    return actors, stances


def ktab_from_case(case: Case) -> str:
    """Write the outlook of a case as a CSV of KTAB, by its best estimates.

    Parameters
    ----------
    case : Case
        With an ``[outlook]`` section.

    Returns
    -------
    str
        All scales stretched to 0 to 100. A party without a stance stands at 50 with salience 0.
        KTAB takes saliences as shares of an actor's attention, which add up to 100 at most: where
        a party's add up to more, those of all parties are divided by one number, which leaves
        every ratio as it is.

    Raises
    ------
    CaseError
        If the case has no outlook.
    """
    outlook = case.outlook
    if outlook is None or not outlook.stances:
        problem = Problem("outlook", "is missing; say there where the parties stand on a scale")
        raise CaseError("case.toml", (problem,))
    stances = {(each.party, each.scale): each for each in outlook.stances}
    parties = [each for each in case.parties if any(each.id == party for party, _ in stances)]
    sums = [
        sum(each.salience.best for each in outlook.stances if each.party == party.id)
        for party in parties
    ]
    shrink = max([Decimal(100), *map(Decimal, sums)]) / 100
    heads = [head for scale in outlook.scales for head in (scale.id, f"salience_{scale.id}")]
    lines = [
        [case.title, case.question, str(len(parties)), str(len(outlook.scales))],
        ["Actor", "Description", "Power", *heads],
    ]
    for party in parties:
        found = [stances.get((party.id, scale.id)) for scale in outlook.scales]
        power = next(each.value.best for each in outlook.capabilities if each.party == party.id)
        lines.append([party.id, party.name, f"{power:f}", *_cells(outlook, found, shrink)])
    return "".join(",".join(map(_cell, line)) + "\n" for line in lines)


def _cells(outlook: Outlook, stances: list[Stance | None], shrink: Decimal) -> list[str]:
    cells: list[str] = []
    for scale, stance in zip(outlook.scales, stances, strict=True):
        if stance is None:
            cells += ["50", "0"]
        else:
            cells += [_plain(_stretched(scale, stance)), _plain(stance.salience.best / shrink)]
    return cells


def _stretched(scale: Scale, stance: Stance) -> Decimal:
    return (stance.position.best - scale.low) / (scale.high - scale.low) * 100


def _plain(value: Decimal) -> str:
    """Write a number with at most 15 digits behind the point, and none that are idle."""
    rounded = value.quantize(Decimal("1e-15")).normalize() + 0
    return f"{rounded:f}"


def _cell(text: str) -> str:
    """Quote a cell where it holds what parts cells; line breaks become blanks."""
    text = " ".join(text.split())
    if any(mark in text for mark in ',"'):
        return '"' + text.replace('"', '""') + '"'
    return text
