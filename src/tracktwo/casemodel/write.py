"""Start a case file, and edit one so that every byte that is not edited stays."""

import json
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeAlias

from tracktwo.casemodel.field import TomlFloat, shown
from tracktwo.casemodel.layout import Steps, end_of_table, has_header, item_at, refusal, span_of
from tracktwo.casemodel.place import read_place, write_place
from tracktwo.casemodel.read import parse_case
from tracktwo.casemodel.schema import CaseFile
from tracktwo.casemodel.template import TEMPLATE

Value: TypeAlias = "str | int | Decimal | date | Sequence[Value] | Mapping[str, Value]"

_LISTS = {key for key, rows in CaseFile.model_fields.items() if rows.default == []}


def new_case(
    id_: str, title: str, *, as_of: date | str, question: str = "Is there room for an agreement?"
) -> str:
    """Write a first ``case.toml``, with a comment on everything that it may hold.

    Parameters
    ----------
    id_ : str
        Short name of the case: letters, digits, - and _.
    title : str
        As the brief is to be headed.
    as_of : date, or str such as "2025-01-31"
        The day for which the case holds.
    question : str
        What the brief is to answer.

    Returns
    -------
    str
        A file that `parse_case` reads. Lines that start with ``##`` explain; those that start
        with ``#`` are examples, which hold together when all are uncommented.

    Raises
    ------
    CaseError
        If one of the four cannot stand in a case.

    Examples
    --------
    >>> new_case("nile", "The Nile dam", as_of=date(2025, 1, 31)).splitlines()[10:13]
    ['id = "nile"', 'title = "The Nile dam"', 'as_of = 2025-01-31']
    """
    text = TEMPLATE
    values: dict[str, Value] = {"ID": id_, "TITLE": title, "AS_OF": as_of, "QUESTION": question}
    for key, value in values.items():
        text = text.replace(f'"<{key}>"', _written(value, ()), 1)
    parse_case(text)
    return text


def set_value(text: str, place: str, value: Value) -> str:
    r"""Change one value of a case file, or add one key to a table that is there.

    Parameters
    ----------
    text : str
        The file.
    place : str
        Where the value stands or is to stand, such as ``positions[2].weight.best``.
    value : str, int, Decimal, date, list or mapping
        The value. A `Decimal` is written as text in quotes, a mapping as an inline table.

    Returns
    -------
    str
        The file with that value; every other character is as it was. A new key stands after
        the last value of its table. The file may be no sound case yet: `parse_case` says so.

    Raises
    ------
    CaseError
        If the place does not exist, the file cannot hold the value, or its layout cannot be
        edited safely.

    Examples
    --------
    >>> text = '[case]\nid = "x"  # short\n'
    >>> set_value(text, "case.id", "nile")
    '[case]\nid = "nile"  # short\n'
    >>> set_value(text, "case.as_of", date(2025, 1, 31))
    '[case]\nid = "x"  # short\nas_of = 2025-01-31\n'
    """
    steps = read_place(place)
    written = _written(value, steps)
    parent = item_at(text, steps[:-1])
    if isinstance(parent, dict) and steps[-1] not in parent:
        entry = f"{write_place(steps[-1:])} = {written}"
        add = _on_a_new_line if has_header(parent) else _in_the_braces
        new = add(text, steps, entry)
    else:
        start, end = span_of(text, steps)
        new = text[:start] + written + text[end:]
    inside, expected = _data(text, steps)
    inside[steps[-1]] = _read(written)
    return _checked(new, expected, steps)


def add_table(text: str, place: str, values: Mapping[str, Value]) -> str:
    r"""Add a table to a case file: a position, a forecast, a party.

    Parameters
    ----------
    text : str
        The file.
    place : str
        A list section, such as ``positions``, which gets one more table at its end; or a new
        name in a section, such as ``parties.nato``.
    values : mapping
        Its keys and values, as `set_value` takes them.

    Returns
    -------
    str
        The file with the table after the last one of its section, or at the end of the file.
        Every character that was there is as it was.

    Raises
    ------
    CaseError
        As `set_value`; also if a table of that name is already there.

    Examples
    --------
    >>> add_table('[parties.russia]\nname = "Russia"\n', "parties.nato", {"name": "NATO"})
    '[parties.russia]\nname = "Russia"\n\n[parties.nato]\nname = "NATO"\n'
    """
    steps = read_place(place)
    in_list = place in _LISTS
    sections = item_at(text, ())
    if not in_list and len(steps) > 1 and steps[1] in sections.get(steps[0], {}):
        raise refusal(steps, "is already there; change its values instead")
    header = f"[[{place}]]" if in_list else f"[{place}]"
    entries = [
        f"{write_place([key])} = {_written(item, (*steps, key))}" for key, item in values.items()
    ]
    block = "\n".join([header, *entries, ""])
    end = end_of_table(text, steps[:1]) if steps[0] in sections else None
    new = _inserted(text, len(text) if end is None else end, "\n" * bool(text) + block)
    inside, expected = _data(text, steps)
    table = _read(_written(values, steps))
    if in_list:
        inside[steps[-1]] = [*inside.get(steps[-1], []), table]
    else:
        inside[steps[-1]] = table
    return _checked(new, expected, steps)


def _on_a_new_line(text: str, steps: Steps, entry: str) -> str:
    end = end_of_table(text, steps[:-1], own=True)
    if end is None:
        raise refusal(steps[:-1], "holds no value yet; write its first one by hand")
    return _inserted(text, end, entry + "\n")


def _in_the_braces(text: str, steps: Steps, entry: str) -> str:
    start, end = span_of(text, steps[:-1])
    inside = text[start + 1 : end - 1]
    kept = inside.rstrip()
    added = f"{kept}, {entry}" if kept else f" {entry} "
    return text[: start + 1] + added + inside[len(kept) :] * bool(kept) + text[end - 1 :]


def _inserted(text: str, at: int, lines: str) -> str:
    """Put whole lines into a text, with the line breaks that it has."""
    if text[:at] and not text[:at].endswith("\n"):
        lines = "\n" + lines
    if "\r\n" in text:
        lines = lines.replace("\n", "\r\n")
    return text[:at] + lines + text[at:]


def _written(value: Value, steps: Steps) -> str:
    """Write a value as TOML on one line."""
    if isinstance(value, str | Decimal):
        return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, int) or (isinstance(value, date) and not isinstance(value, datetime)):
        return shown(value)
    if isinstance(value, Mapping):
        parts = [f"{write_place([k])} = {_written(v, (*steps, k))}" for k, v in value.items()]
        return "{ " + ", ".join(parts) + " }" if parts else "{}"
    if isinstance(value, Sequence):
        return "[" + ", ".join(_written(v, (*steps, i)) for i, v in enumerate(value)) + "]"
    kinds = "text, a whole number, a Decimal, a date, a list or a mapping"
    raise refusal(steps, f"cannot hold {value!r}; give {kinds}")


def _read(written: str) -> Any:  # noqa: ANN401 - a TOML value
    return tomllib.loads(f"x = {written}", parse_float=TomlFloat)["x"]


def _data(text: str, steps: Steps) -> tuple[Any, dict[str, Any]]:
    """Give the table or list around a place, made where it is missing, and all of the data."""
    data: Any = tomllib.loads(text, parse_float=TomlFloat)
    inside = data
    for step in steps[:-1]:
        inside = inside.setdefault(step, {}) if isinstance(inside, dict) else inside[step]
    return inside, data


def _checked(new: str, expected: Mapping[str, object], steps: Steps) -> str:
    """Hold that the edited file says what was meant, and nothing else."""
    try:
        data = tomllib.loads(new, parse_float=TomlFloat)
    except tomllib.TOMLDecodeError:
        data = None
    if data != expected:
        raise refusal(steps, "stands in a layout that cannot be edited safely; edit it by hand")
    return new
