"""From a case file to rows of cells, tab by tab: what stands where, and what kind of cell it is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from tracktwo.casemodel.steps import ORDERS
from tracktwo.casemodel.toml_text import toml_of
from tracktwo.interop.clauses import clauses_text, evidence_text
from tracktwo.interop.tabs import (
    CASE,
    CASE_ROWS,
    ENDS,
    ISSUE_COLUMNS,
    ISSUES,
    KNOWN,
    OTHER,
    POSITION_COLUMNS,
    RULE_COLUMNS,
    RULES,
    TOGETHER,
    TOGETHER_COLUMNS,
)

Look = Literal["", "heading", "label", "title", "number", "place", "mark", "long"]
_SHOWN = ("case", "acceptance", "parties", "issues", "positions", "rules", "refusals")


@dataclass(frozen=True, slots=True)
class Item:
    """A cell: its text, and what it looks like; a number's text is its exact decimal."""

    text: str = ""
    look: Look = ""


Row = Sequence[Item]


@dataclass(frozen=True, slots=True)
class Tab:
    """A sheet: its rows, how many of them are headings, and how wide its columns are."""

    name: str
    rows: tuple[Row, ...]
    frozen: str
    widths: tuple[int, ...]


def case_tabs(data: Mapping[str, Any]) -> tuple[Tab, ...]:
    """Lay a sound case out in tabs, in the order in which a person would read them.

    Parameters
    ----------
    data : mapping
        The case file as ``tomllib`` gives it.

    Returns
    -------
    tuple of Tab
        Case, issues, rules, refused together, one for each party, and the other sections.
    """
    issues = data.get("issues", {})
    most = max((len(_columns(data, issue)) for issue in issues), default=2)
    other = {key: part for key, part in data.items() if key not in _SHOWN}
    tabs = [_case(data), _issues(issues), _rules(data), _together(data)]
    names = list(KNOWN)
    for party in data.get("parties", {}):
        names.append(tab_name(party, names))
        tabs.append(_party(data, party, names[-1], most))
    if other:
        lines = toml_of(other).rstrip("\n").split("\n")
        rows = tuple((Item(line),) for line in lines)
        tabs.append(Tab(OTHER, rows, "A1", (120,)))
    return tuple(tabs)


def tab_name(party: str, taken: Sequence[str]) -> str:
    """Name the tab of a party after its id: 31 signs at most, and no name twice.

    >>> tab_name("egypt", ["Case"]), tab_name("case", ["Case"]), tab_name("history", [])
    ('egypt', 'case 2', 'history 2')
    """
    low = {name.lower() for name in (*taken, "history")}  # a name that spreadsheets keep
    name, number = party[:31], 1
    while name.lower() in low:
        number += 1
        name = f"{party[: 30 - len(str(number))]} {number}"
    return name


def _headings(names: Sequence[str], most: int = 0) -> Row:
    return [Item(name, "heading") for name in (*names, *_across(most))]


def _across(most: int) -> list[str]:
    return [f"option {number}" for number in range(1, most + 1)]


def _case(data: Mapping[str, Any]) -> Tab:
    table = {**data["case"], **data.get("acceptance", {})}
    table["must"] = ", ".join(table.get("must", []))
    rows = tuple((Item(key, "label"), Item(str(table.get(key, "")), "long")) for key in CASE_ROWS)
    return Tab(CASE, rows, "B1", (14, 90))


def _issues(issues: Mapping[str, Any]) -> Tab:
    most = max((len(table.get("options", {})) for table in issues.values()), default=2)
    rows: list[Row] = [_headings([*ISSUE_COLUMNS, "row"], most)]
    for id_, table in issues.items():
        scale = table.get("scale", {})
        numbers = [Item(str(scale.get(key, "")), "number") for key in ("from", "to", "step")]
        first = [Item(id_, "title"), Item(table["title"], "title"), *numbers]
        options = table.get("options", {})
        rows.append([*first, Item(scale.get("unit", "")), Item("id", "label"), *map(Item, options)])
        if options:
            titles = (Item(title, "long") for title in options.values())
            rows.append([*[Item()] * 6, Item("title", "label"), *titles])
    return Tab(ISSUES, tuple(rows), "C2", (16, 28, 8, 8, 8, 10, 8, *[20] * most))


def _rules(data: Mapping[str, Any]) -> Tab:
    rows = [
        [
            Item(clauses_text(rule["if"]), "long"),
            Item(clauses_text(rule["then"]), "long"),
            Item(rule.get("because", ""), "long"),
            Item(evidence_text(rule.get("evidence", [])), "long"),
        ]
        for rule in data.get("rules", [])
    ]
    return Tab(RULES, (_headings(RULE_COLUMNS), *rows), "A2", (36, 36, 50, 50))


def _together(data: Mapping[str, Any]) -> Tab:
    rows = [
        [
            Item(refusal["party"], "title"),
            Item(clauses_text(refusal["together"]), "long"),
            Item(refusal.get("note", ""), "long"),
            Item(evidence_text(refusal.get("evidence", [])), "long"),
        ]
        for refusal in data.get("refusals", [])
    ]
    return Tab(TOGETHER, (_headings(TOGETHER_COLUMNS), *rows), "A2", (18, 44, 50, 50))


def _party(data: Mapping[str, Any], party: str, name: str, most: int) -> Tab:
    table = data["parties"][party]
    ends = zip(ENDS, _ends(table.get("no_agreement", "")), strict=True)
    rows: list[Row] = [
        [Item("party", "label"), Item(party, "title")],
        [Item("name", "label"), Item(table["name"], "title")],
        [Item("speakers", "label"), Item("\n".join(table.get("speakers", [])))],
        *([Item(f"no agreement {end}", "label"), Item(text, "number")] for end, text in ends),
        [
            Item("no agreement as", "label"),
            Item(clauses_text(table.get("no_agreement_as", {}))),
        ],
        [],
        [
            *_headings([*POSITION_COLUMNS[:6], "row"], most),
            *_headings(POSITION_COLUMNS[6:]),
        ],
    ]
    for issue in data.get("issues", {}):
        rows += _block(data, party, issue, most)
    widths = (18, 28, 11, 11, 11, 7, 9, *[18] * most, 14, 40, 60)
    return Tab(name, tuple(rows), "C10", widths)


def _ends(estimate: Any) -> list[str]:  # noqa: ANN401 - a TOML value
    """Give low, best and high; of a single number the best one only."""
    if isinstance(estimate, Mapping):
        return [str(estimate[end]) for end in ENDS]
    return ["", str(estimate), ""]


def _position(data: Mapping[str, Any], party: str, issue: str) -> Mapping[str, Any]:
    found = (
        row for row in data.get("positions", []) if (row["party"], row["issue"]) == (party, issue)
    )
    return next(found, {})


def _block(data: Mapping[str, Any], party: str, issue: str, most: int) -> Iterator[Row]:
    """Give the rows of an issue: options, points, places where there are any, refusals."""
    table, position = data["issues"][issue], _position(data, party, issue)
    titles = table.get("options", {})
    columns = list(titles) or _columns(data, issue, party)
    weights = (Item(text, "number") for text in _ends(position.get("weight", "")))
    options = [Item(titles.get(column, column), "title") for column in columns]
    yield [
        Item(issue, "title"),
        Item(table["title"], "title"),
        *weights,
        Item(str(position.get("rank", "")), "place"),
        Item("option", "label"),
        *options,
        *[Item()] * (most - len(options)),
        Item(position.get("estimate_by", "")),
        Item(position.get("note", ""), "long"),
        Item(evidence_text(position.get("evidence", [])), "long"),
    ]
    points = position.get("points", {})
    lines = {"points": [Item(str(points.get(column, "")), "number") for column in columns]}
    if order := position.get("order"):
        lines["order"] = [Item(text, "place") for text in _places(order, columns)]
    refused = _listed(position.get("refuses", []))
    lines["refused"] = [Item("x" if column in refused else "", "mark") for column in columns]
    for label, items in lines.items():
        yield [*[Item()] * 6, Item(label, "label"), *items]


def _places(order: Any, columns: Sequence[str]) -> list[str]:  # noqa: ANN401 - a TOML value
    """Give each option its place in an order; or the words for it, in front."""
    if order in ORDERS:
        return [order]
    places = {
        option: str(number)
        for number, place in enumerate(order, start=1)
        for option in _listed(place)
    }
    return [places.get(column, "") for column in columns]


def _listed(words: Any) -> list[str]:  # noqa: ANN401 - a TOML value
    return [words] if isinstance(words, str) else list(words)


def _columns(data: Mapping[str, Any], issue: str, party: str = "") -> list[str]:
    """Give what stands across: an issue's options, or the steps of its scale that matter.

    On a scale those are the ones to which a party, or anyone, gives points or a place, and
    the steps and ranges that are refused.
    """
    if options := data["issues"][issue].get("options"):
        return list(options)
    found: dict[str, None] = {}
    longest: list[str] = []
    for row in data.get("positions", []):
        if row["issue"] != issue or party not in ("", row["party"]):
            continue
        order = row.get("order", [])
        named = [] if order in ORDERS else [o for place in order for o in _listed(place)]
        found = dict.fromkeys([*row.get("points", {}), *named, *_listed(row.get("refuses", []))])
        longest = max(longest, list(found), key=len)
    return longest
