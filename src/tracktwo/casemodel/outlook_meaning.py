"""Does ``[outlook]`` contradict itself, or name what the case does not have?"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from tracktwo.casemodel.field import exact_number
from tracktwo.casemodel.place import write_place
from tracktwo.casemodel.shape import none_of
from tracktwo.errors import Problem


def outlook_problems(data: Mapping[str, Any]) -> Iterator[Problem]:
    """Name everything in ``[outlook]`` that the rest of it, or of the case, does not bear out.

    Values of the wrong kind are passed over: `shape_problems` names those.
    """
    if "outlook" not in data:
        return
    table = _table(data["outlook"])
    for party in _table(table.get("capability")):
        yield from _known_party(data, write_place(["outlook", "capability", party]), party)
    for id_, scale in _table(table.get("scales")).items():
        yield from _scale(data, id_, _table(scale))
    yield from _stances(data, table)


def _table(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _number(value: object) -> Decimal | None:
    """Give a number as the file writes it; None where the shape is wrong."""
    try:
        return exact_number(value)
    except ValueError:
        return None


def _known_party(data: Mapping[str, Any], place: str, party: object) -> Iterator[Problem]:
    known = list(_table(data.get("parties")))
    if isinstance(party, str) and party not in known:
        yield Problem(place, none_of("party", party, known, "parties"))


def _scale(data: Mapping[str, Any], id_: str, scale: Mapping[str, Any]) -> Iterator[Problem]:
    place = write_place(["outlook", "scales", id_])
    issues = _table(data.get("issues"))
    low, high = _number(scale.get("low")), _number(scale.get("high"))
    if low is not None and high is not None and low >= high:
        yield Problem(place, f"goes from {low} to {high}; low must lie below high")
    if id_ not in issues and not scale.get("title"):
        yield Problem(
            f"{place}.title", "is missing; only a scale named as an issue takes its title"
        )
    options = _table(scale.get("options"))
    if options and id_ not in issues:
        yield Problem(f"{place}.options", none_of("issue", id_, list(issues), "issues"))
    known = list(_table(_table(issues.get(id_)).get("options")))
    for option, at in options.items():
        where = write_place(["outlook", "scales", id_, "options", option])
        if known and option not in known:
            yield Problem(where, none_of(f'option of issue "{id_}"', option, known, "options"))
        yield from _on_scale(where, scale, at)
    yield from _anchors(id_, scale)


def _anchors(id_: str, scale: Mapping[str, Any]) -> Iterator[Problem]:
    seen: dict[Decimal, str] = {}
    for at in _table(scale.get("anchors")):
        where = write_place(["outlook", "scales", id_, "anchors", at])
        number = _number(at)
        if number is None:
            yield Problem(where, f'"{at}" is no number; write a point of the scale in quotes: "0"')
        elif number in seen:
            yield Problem(where, f'is the point "{seen[number]}" again; keep one of them')
        else:
            seen[number] = at
            yield from _on_scale(where, scale, at)


def _on_scale(place: str, scale: Mapping[str, Any], value: object) -> Iterator[Problem]:
    low, high, number = map(_number, (scale.get("low"), scale.get("high"), value))
    if low is None or high is None or number is None or low <= number <= high:
        return
    yield Problem(place, f"{number} lies outside the scale, which goes from {low} to {high}")


def _stances(data: Mapping[str, Any], table: Mapping[str, Any]) -> Iterator[Problem]:
    scales, seen = _table(table.get("scales")), dict[tuple[str, str], int]()
    rows = table.get("stances")
    for number, row in enumerate(rows if isinstance(rows, list) else []):
        place, stance = f"outlook.stances[{number}]", _table(row)
        party, scale = stance.get("party"), stance.get("scale")
        yield from _known_party(data, f"{place}.party", party)
        if not isinstance(party, str) or not isinstance(scale, str):
            continue
        if scale not in scales:
            yield Problem(f"{place}.scale", none_of("scale", scale, list(scales), "scales"))
        first = seen.setdefault((party, scale), number)
        if first != number:
            yield Problem(
                place,
                f'repeats outlook.stances[{first}], "{party}" on "{scale}"; keep one of them',
            )
        if party in _table(data.get("parties")) and party not in _table(table.get("capability")):
            yield Problem(
                f"{place}.party",
                f'"{party}" has a stance and no capability; add it under [outlook.capability]',
            )
        yield from _position(place, _table(scales.get(scale)), stance.get("position"))


def _position(place: str, scale: Mapping[str, Any], value: object) -> Iterator[Problem]:
    if not isinstance(value, dict):
        yield from _on_scale(f"{place}.position", scale, value)
        return
    for key in ("low", "best", "high"):
        if key in value:
            yield from _on_scale(f"{place}.position.{key}", scale, value[key])
