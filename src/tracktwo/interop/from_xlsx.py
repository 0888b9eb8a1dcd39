"""From a workbook, as an analyst draws it, to a case file; all that is wrong named by its cell."""

import tomllib
from typing import Any

from tracktwo.casemodel.field import TomlFloat
from tracktwo.casemodel.meaning import meaning_problems
from tracktwo.casemodel.place import write_place
from tracktwo.casemodel.read import parse_case
from tracktwo.casemodel.shape import shape_problems
from tracktwo.casemodel.toml_text import toml_of
from tracktwo.errors import CaseError, Problem
from tracktwo.interop.clauses import read_clauses, read_evidence
from tracktwo.interop.grid import Block, Grid, blocks, records
from tracktwo.interop.party_tab import read_party_tab
from tracktwo.interop.tabs import (
    CASE,
    CASE_ROWS,
    ISSUE_COLUMNS,
    ISSUES,
    KNOWN,
    OTHER,
    RULE_COLUMNS,
    RULES,
    TOGETHER,
    TOGETHER_COLUMNS,
)
from tracktwo.interop.workbook import read_workbook
from tracktwo.interop.written import Written, number_in, whole_in


def case_from_xlsx(name: str, data: bytes) -> str:
    """Read a workbook as `xlsx_of` writes it and people fill it in.

    Parameters
    ----------
    name : str
        The file's name, for errors.
    data : bytes
        The workbook: a tab ``Case``, a tab ``Issues``, a tab for each party, which has "party" in
        its first cell; and, where they are wanted, ``Rules``, ``Refused together`` and ``Other``.

    Returns
    -------
    str
        A ``case.toml`` that `parse_case` reads. Positions stand party by party.

    Raises
    ------
    CaseError
        With every problem, by sheet and cell.
    InputError
        If the file is no workbook, or a bomb.
    """
    problems: list[Problem] = []
    grids = {grid.name: grid for grid in read_workbook(name, data, problems)}
    for tab in (CASE, ISSUES):
        if tab not in grids:
            known = ", ".join(f'"{grid}"' for grid in grids) or "none with anything in it"
            problems.append(Problem(tab, f"is missing; the tabs are {known}"))
    written = Written(problems=problems)
    _case(grids.get(CASE), written)
    _issues(grids.get(ISSUES), written)
    for grid in grids.values():
        if grid.name not in KNOWN:
            read_party_tab(grid, written)
    _rules(grids.get(RULES), written)
    _together(grids.get(TOGETHER), written)
    _other(grids.get(OTHER), written)
    kept = {key: part for key, part in written.data.items() if part or key == "case"}
    if not problems:
        found = {*shape_problems(kept), *meaning_problems(kept)}
        problems += sorted(map(written.in_sheet, found), key=str)
    if problems:
        raise CaseError(name, tuple(dict.fromkeys(problems)))
    text = toml_of(kept)
    parse_case(text, name)
    return text


def _case(grid: Grid | None, written: Written) -> None:
    """Read keys and values, one pair a row."""
    table: dict[str, Any] = {}
    acceptance: dict[str, Any] = {}
    for at, row in grid.rows() if grid else ():
        key = row[1].word if 1 in row else ""
        place = f"{CASE}!A{at}"
        if key not in CASE_ROWS or key in {*table, *acceptance}:
            said = f'"{key[:40]}" is no new row here; rows are {", ".join(CASE_ROWS)}'
            written.problems.append(Problem(place, said))
            continue
        if beyond := [spot for column, spot in row.items() if column > 2]:
            said = "stands beside the value, which is in column B; delete it"
            written.problems.append(Problem(beyond[0].place, said))
        if 2 not in row:
            continue
        spot = row[2]
        section = "acceptance" if key in ("must", "at_least") else "case"
        written.cells[write_place([section, key])] = spot.place
        if key == "must":
            acceptance[key] = [party.strip() for party in spot.text.split(",") if party.strip()]
        elif key == "at_least":
            acceptance[key] = whole_in(spot, written.problems)
        else:
            table[key] = spot.word if key in ("id", "as_of") else spot.text
    written.data["case"] = table
    written.cells["case"] = f"{CASE}!A1"
    if acceptance:
        written.data["acceptance"] = acceptance


def _issues(grid: Grid | None, written: Written) -> None:
    """Read issues with their options across, a row of ids and a row of titles; or a scale."""
    found = blocks(grid, ISSUE_COLUMNS, ("id", "title"), written.problems) if grid else ()
    for block in found:
        id_ = block.once["issue"].word
        table: dict[str, Any] = {}
        place = write_place(["issues", id_])
        if id_ in written.data["issues"]:
            written.problems.append(Problem(block.place, f'repeats the issue "{id_}"'))
        written.cells[place] = block.place
        if "title" in block.once:
            table["title"] = block.once["title"].text
        scale = {key: block.once[key] for key in ("from", "to", "step") if key in block.once}
        if scale:
            table["scale"] = {key: number_in(spot, written.problems) for key, spot in scale.items()}
            if "unit" in block.once:
                table["scale"]["unit"] = block.once["unit"].text
        if any(block.across.values()):
            table["options"] = _options(block, written.problems)
        written.data["issues"][id_] = table


def _options(block: Block, problems: list[Problem]) -> dict[str, str]:
    """Pair ids with titles, column by column; without a title an option is called by its id."""
    ids, titles = block.across.get("id", {}), block.across.get("title", {})
    for column, spot in titles.items():
        if column not in ids:
            problems.append(Problem(spot.place, "is a title without an id above it"))
    found: dict[str, str] = {}
    for column, spot in ids.items():
        if spot.word in found:
            problems.append(Problem(spot.place, f'repeats the option "{spot.word}"'))
        found[spot.word] = titles[column].text if column in titles else spot.word
    return found


def _rules(grid: Grid | None, written: Written) -> None:
    for block in records(grid, RULE_COLUMNS, written.problems) if grid else ():
        row: dict[str, Any] = {
            key: read_clauses(block.once.get(key), written.problems) for key in ("if", "then")
        }
        _row("rules", row, block, ("because",), written)


def _together(grid: Grid | None, written: Written) -> None:
    for block in records(grid, TOGETHER_COLUMNS, written.problems) if grid else ():
        row: dict[str, Any] = {
            "together": read_clauses(block.once.get("together"), written.problems)
        }
        if "party" in block.once:
            row["party"] = block.once["party"].word
        _row("refusals", row, block, ("note",), written)


def _row(
    section: str, row: dict[str, Any], block: Block, texts: tuple[str, ...], written: Written
) -> None:
    """Add a table to a list section, with its texts and its evidence."""
    place = f"{section}[{len(written.data[section])}]"
    written.cells[place] = block.place
    for key, spot in block.once.items():
        written.cells[f"{place}.{key}"] = spot.place
    row |= {key: block.once[key].text for key in texts if key in block.once}
    if evidence := read_evidence(block.once.get("evidence")):
        row["evidence"] = evidence
    written.data[section].append(row)


def _other(grid: Grid | None, written: Written) -> None:
    """Read the sections that have no tab of their own, which stand as TOML, a line a row."""
    if grid is None:
        return
    lines = {at: row[1].text for at, row in grid.rows() if 1 in row}
    text = "\n".join(lines.get(at, "") for at in range(1, max(lines, default=0) + 1))
    try:
        sections = tomllib.loads(text, parse_float=TomlFloat)
    except (ValueError, RecursionError) as error:
        written.problems.append(Problem(f"{OTHER}!A1", f"is no TOML: {error}"))
        return
    for section, part in sections.items():
        if section in written.data:
            said = f"holds [{section}], which has a tab of its own; keep it there"
            written.problems.append(Problem(OTHER, said))
        else:
            written.data[section] = part
            written.cells[section] = OTHER
