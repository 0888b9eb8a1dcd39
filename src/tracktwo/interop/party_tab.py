"""The tab of a party: who it is, and what it wants, issues down and options across."""

from collections.abc import Mapping
from typing import Any

from tracktwo.casemodel.place import write_place
from tracktwo.casemodel.steps import ORDERS
from tracktwo.errors import Problem
from tracktwo.interop.clauses import read_clauses, read_evidence
from tracktwo.interop.grid import Block, Grid, Spot, blocks
from tracktwo.interop.tabs import ENDS, MARKS, PARTY_ROWS, POSITION_COLUMNS, POSITION_ROWS
from tracktwo.interop.written import Written, estimate_in, number_in, whole_in

_TEXTS = {"estimate by": "estimate_by", "note": "note"}


def read_party_tab(grid: Grid, written: Written) -> None:
    """Add a party and its positions to what was read; what is wrong goes to its problems.

    Above the row that starts with "issue" stand the party's own lines: its id, name, speakers
    (a line each), its no-agreement value, or a package that is worth as much to it.
    Below it each issue has a row of options, and under it rows of points, of places in its order,
    and of marks where it refuses.
    """
    header = next((at for at, row in grid.rows() if 1 in row and row[1].word == "issue"), 0)
    top = {at: row for at, row in grid.rows() if not header or at < header}
    lines = {row[1].word: row for row in top.values() if 1 in row}
    if "party" not in lines or 2 not in lines["party"]:
        said = 'is no tab of a case: a party\'s tab has "party" in A1 and its id in B1; delete it'
        written.problems.append(Problem(f"{grid.name}!A1", said))
        return
    if not header:
        said = 'has no row of headings, which starts with "issue" in column A'
        written.problems.append(Problem(f"{grid.name}!A{max(top) + 1}", said))
    for at, row in top.items():
        if 1 not in row or row[1].word not in PARTY_ROWS:
            said = f"is no row of a party; rows are {', '.join(PARTY_ROWS)}"
            written.problems.append(Problem(f"{grid.name}!A{at}", said))
        elif beyond := [spot for column, spot in row.items() if column > 2]:
            said = "stands beside the value, which is in column B; delete it"
            written.problems.append(Problem(beyond[0].place, said))
    id_ = lines["party"][2].word
    if id_ in written.data["parties"]:
        said = f'repeats the party "{id_}"; every party has one tab'
        written.problems.append(Problem(lines["party"][2].place, said))
    written.data["parties"][id_] = _party(id_, lines, written)
    if header:
        for block in blocks(grid, POSITION_COLUMNS, POSITION_ROWS, written.problems, header):
            _position(id_, block, written)


def _party(id_: str, lines: Mapping[str, Mapping[int, Spot]], written: Written) -> dict[str, Any]:
    values = {label: row[2] for label, row in lines.items() if 2 in row}
    for label, row in lines.items():
        key = "no_agreement" if label.split()[-1] in ENDS else label.replace(" ", "_")
        written.cells[write_place(["parties", id_, key])] = row[1].place
    written.cells[write_place(["parties", id_])] = lines["party"][1].place
    table: dict[str, Any] = {}
    if "name" in values:
        table["name"] = values["name"].text
    if "speakers" in values:
        said = values["speakers"].text.split("\n")
        table["speakers"] = [speaker for speaker in said if speaker.strip()]
    ends = {end: values[f"no agreement {end}"] for end in ENDS if f"no agreement {end}" in values}
    if ends:
        table["no_agreement"] = estimate_in(ends, written.problems)
    package = read_clauses(values.get("no agreement as"), written.problems)
    if package:
        table["no_agreement_as"] = {issue: ", ".join(only) for issue, only in package.items()}
    return table


def _position(party: str, block: Block, written: Written) -> None:
    """Add a position, where the block says anything."""
    issue = block.once["issue"].word
    row: dict[str, Any] = {}
    weights = {end: block.once[f"weight {end}"] for end in ENDS if f"weight {end}" in block.once}
    if weights:
        row["weight"] = estimate_in(weights, written.problems)
    if "rank" in block.once:
        row["rank"] = whole_in(block.once["rank"], written.problems)
    row |= _across(issue, block, written)
    row |= {key: block.once[head].text for head, key in _TEXTS.items() if head in block.once}
    if evidence := read_evidence(block.once.get("evidence")):
        row["evidence"] = evidence
    if not row:
        return
    place = f"positions[{len(written.data['positions'])}]"
    written.cells[place] = block.place
    for head, spot in block.once.items():
        key = "weight" if head.startswith("weight") else head.replace(" ", "_")
        written.cells[f"{place}.{key}"] = spot.place
    written.data["positions"].append({"party": party, "issue": issue, **row})


def _across(issue: str, block: Block, written: Written) -> dict[str, Any]:
    """Read points, order and refusals, column by column under their options."""
    options = _options(issue, block, written)
    found: dict[str, Any] = {}
    for label in ("points", "order", "refused"):
        for column, spot in block.across.get(label, {}).items():
            words = label == "order" and spot.word in ORDERS
            if column not in options and not words:
                written.problems.append(Problem(spot.place, "stands under no option"))
    under = {
        label: [
            (options[c], spot) for c, spot in block.across.get(label, {}).items() if c in options
        ]
        for label in ("points", "order", "refused")
    }
    if under["points"]:
        found["points"] = {
            option: number_in(spot, written.problems) for option, spot in under["points"]
        }
    if order := _order(block.across.get("order", {}), under["order"], written.problems):
        found["order"] = order
    for _, spot in under["refused"]:
        if spot.word.lower() not in MARKS:
            said = f'"{spot.word[:40]}" is no mark; write x under an option that is refused'
            written.problems.append(Problem(spot.place, said))
    if under["refused"]:
        found["refuses"] = [option for option, _ in under["refused"]]
    return found


def _order(
    row: Mapping[int, Spot], under: list[tuple[str, Spot]], problems: list[Problem]
) -> str | list[list[str]] | None:
    """Turn places, 1 for the best, into a list from best to worst, ties together."""
    words = [spot.word for spot in row.values() if spot.word in ORDERS]
    if words:
        return words[0]
    places: dict[int, list[str]] = {}
    for option, spot in under:
        places.setdefault(whole_in(spot, problems), []).append(option)
    return [places[place] for place in sorted(places)] or None


def _options(issue: str, block: Block, written: Written) -> dict[int, str]:
    """Tell which option each column is, and hold that titles are those of the tab Issues."""
    table = written.data["issues"].get(issue)
    if table is None:
        known = ", ".join(f'"{each}"' for each in written.data["issues"]) or "none"
        said = f'"{issue[:40]}" is no issue of the tab Issues; there is: {known}'
        written.problems.append(Problem(block.once["issue"].place, said))
        return {}
    title = block.once.get("title")
    if title and title.text != table.get("title"):
        said = f'reads "{title.word[:40]}", but the tab Issues says otherwise; make them the same'
        written.problems.append(Problem(title.place, said))
    row = block.across.get("option", {})
    if "options" not in table:
        return {column: spot.word for column, spot in row.items()}
    there = dict(enumerate(table["options"].items(), start=1))
    for column, spot in row.items():
        if column not in there or not {spot.text, spot.word} & set(there[column]):
            wanted = f'"{there[column][1]}"' if column in there else "nothing"
            said = f'reads "{spot.word[:40]}", but there the tab Issues has {wanted}'
            written.problems.append(Problem(spot.place, said))
    return {column: there[column][0] for column in row if column in there}
