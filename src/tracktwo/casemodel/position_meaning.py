"""Do positions say what each party wants: once, whole, and either in points or in ranks?"""

from collections.abc import Iterator
from typing import Any

from tracktwo.casemodel.place import write_place
from tracktwo.casemodel.raw import (
    Data,
    known_options,
    known_party,
    named_twice,
    no_issue,
    options_of,
    rows_of,
    table_of,
    words_of,
)
from tracktwo.casemodel.steps import ORDERS
from tracktwo.errors import Problem


def position_problems(data: Data) -> Iterator[Problem]:
    """Name everything in ``[[positions]]`` and in no-agreement values that cannot hold together."""
    for place, row in rows_of(data, "positions"):
        yield from known_party(data, f"{place}.party", row.get("party"))
        issue = row.get("issue")
        if not isinstance(issue, str):
            continue
        if issue not in table_of(data.get("issues")):
            yield no_issue(data, f"{place}.issue", issue)
            continue
        refuses = words_of(f"{place}.refuses", row.get("refuses"))
        points = [(f"{place}.points.{option}", option) for option in table_of(row.get("points"))]
        yield from known_options(data, issue, refuses)
        yield from known_options(data, issue, points, singly=True)
        yield from named_twice(refuses)
        yield from _one_way(place, row)
        yield from _whole_points(data, place, row, issue)
        yield from _whole_order(data, place, row, issue)
    yield from _repeated(data)
    yield from _weights_or_ranks(data)
    for party, table in table_of(data.get("parties")).items():
        yield from _no_agreement(data, party, table_of(table))


def _one_way(place: str, row: Data) -> Iterator[Problem]:
    """Hold that points and order, weight and rank do not stand together, nor a weight alone."""
    for one, other in (("points", "order"), ("weight", "rank")):
        if row.get(one) and row.get(other):
            yield Problem(place, f"has both {one} and {other}; keep one of them")
    valued = bool(row.get("points") or row.get("order"))
    if row.get("points") and "weight" not in row and "rank" not in row:
        yield Problem(place, "has points but no weight; say what the issue is worth to the party")
    if "weight" in row and not valued:
        yield Problem(place, "has a weight but no points; give every option its points")
    if "rank" in row and not valued:
        yield Problem(place, "has a rank but no order; list its options from best to worst")


def _whole_points(data: Data, place: str, row: Data, issue: str) -> Iterator[Problem]:
    """Hold that points come for every option, or for both ends of a scale."""
    points, options = table_of(row.get("points")), options_of(data, issue)
    if "scale" in table_of(table_of(data.get("issues")).get(issue)):
        options = [options[0], options[-1]] if options else []
    missing = [option for option in options if option not in points]
    if points and missing:
        names = ", ".join(f'"{option}"' for option in missing)
        yield Problem(f"{place}.points", f'gives no points for {names} of issue "{issue}"')


def _whole_order(data: Data, place: str, row: Data, issue: str) -> Iterator[Problem]:
    """Hold that an order names every option once, and prefers one to another."""
    order, options = row.get("order"), options_of(data, issue)
    on_scale = "scale" in table_of(table_of(data.get("issues")).get(issue))
    if not order or not options or (on_scale and order in ORDERS):
        return
    named = [
        word
        for number, part in enumerate(order if isinstance(order, list) else [])
        for word in words_of(f"{place}.order[{number}]", part)
    ]
    yield from known_options(data, issue, named, singly=True)
    yield from named_twice(named)
    missing = [f'"{each}"' for each in options if each not in {word for _, word in named}]
    if missing:
        names = ", ".join(missing)
        yield Problem(
            f"{place}.order", f'leaves out {names} of issue "{issue}"; place every option'
        )
    elif isinstance(order, list) and len(order) == 1 and {"weight", "rank"} & set(row):
        yield Problem(place, "ties all options, so the issue weighs nothing; leave its weight out")


def _repeated(data: Data) -> Iterator[Problem]:
    seen: dict[tuple[str, str], str] = {}
    for place, row in rows_of(data, "positions"):
        party, issue = row.get("party"), row.get("issue")
        if not isinstance(party, str) or not isinstance(issue, str):
            continue
        first = seen.setdefault((party, issue), place)
        if first != place:
            yield Problem(place, f'repeats {first}, "{party}" on "{issue}"; keep one of them')


def _valued(data: Data, party: object) -> list[tuple[str, dict[str, Any]]]:
    """Give the positions of a party that say which options it prefers."""
    return [
        (place, row)
        for place, row in rows_of(data, "positions")
        if row.get("party") == party and (row.get("points") or row.get("order"))
    ]


def _weights_or_ranks(data: Data) -> Iterator[Problem]:
    """Hold that a party has weights on all issues that matter to it, or on none."""
    for party in table_of(data.get("parties")):
        rows = [(place, row) for place, row in _valued(data, party) if not _indifferent(row)]
        weighed = [place for place, row in rows if "weight" in row]
        for place, row in rows:
            if weighed and "weight" not in row and ("rank" in row or row.get("order")):
                yield Problem(
                    place,
                    f'has no weight, but {weighed[0]} of "{party}" has one; '
                    "weigh all issues of a party, or rank them all",
                )


def _indifferent(row: Data) -> bool:
    order = row.get("order")
    return isinstance(order, list) and len(order) == 1


def _no_agreement(data: Data, party: str, table: Data) -> Iterator[Problem]:
    """Hold that no agreement is worth something in the terms of the party's positions."""
    for key in ("no_agreement", "no_agreement_as"):
        if key in table and not _valued(data, party):
            yield Problem(
                write_place(["parties", party, key]),
                f'is in points, but no position of "{party}" has any; '
                f"give it points on an issue, or leave {key} out",
            )
    if {"no_agreement", "no_agreement_as"} <= set(table):
        yield Problem(
            write_place(["parties", party]), "has no_agreement and no_agreement_as; keep one"
        )
    package = table_of(table.get("no_agreement_as"))
    for issue, option in package.items():
        place = write_place(["parties", party, "no_agreement_as", issue])
        if issue not in table_of(data.get("issues")):
            yield no_issue(data, place, issue)
        elif isinstance(option, str):
            yield from known_options(data, issue, [(place, option)], singly=True)
    missing = [str(row["issue"]) for _, row in _valued(data, party) if row["issue"] not in package]
    if package and missing:
        yield Problem(
            write_place(["parties", party, "no_agreement_as"]),
            f"names no option for {', '.join(missing)}; name one for every issue of its positions",
        )
