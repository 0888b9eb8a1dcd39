"""Start a case file, and edit one so that every byte that is not edited stays."""

import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from tracktwo.casemodel.field import TomlFloat
from tracktwo.casemodel.layout import Layout, Steps, layout_of
from tracktwo.casemodel.place import Step, read_place, write_place
from tracktwo.casemodel.read import parse_case
from tracktwo.casemodel.schema import CaseFile
from tracktwo.casemodel.template import TEMPLATE
from tracktwo.casemodel.toml_text import Value, key_text, value_text
from tracktwo.errors import CaseError, Problem

_LISTS = {key for key, rows in CaseFile.model_fields.items() if rows.default == []}
_LISTS |= {"outlook.stances"}


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
        text = text.replace(f'"<{key}>"', value_text(value), 1)
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
    written = value_text(value, steps)
    data = _data(text)
    parent = _item(data, steps[:-1])
    layout = layout_of(text)
    if steps in layout.values:
        start, end = layout.values[steps]
        new = text[:start] + written + text[end:]
    elif isinstance(parent, dict) and steps[-1] not in parent:
        new = _with_entry(text, layout, steps, written)
    else:
        _item(data, steps)
        raise _refusal(steps, "is a table with a header of its own; name a value inside it")
    parent[steps[-1]] = _read(written)
    return _checked(new, data, steps)


def add_table(text: str, place: str, values: Mapping[str, Value]) -> str:
    r"""Add a table to a case file: a position, a forecast, a party.

    Parameters
    ----------
    text : str
        The file.
    place : str
        A list section, such as ``positions`` or ``outlook.stances``, which gets one more table at
        its end; a section that is not there yet, such as ``acceptance``; or a new name in a
        section, such as ``parties.nato``.
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
    data, table = _data(text), _read(value_text(values, steps))
    section: Any = data if len(steps) == 1 else data.setdefault(str(steps[0]), {})
    there = section.get(steps[-1]) if isinstance(section, dict) else section
    if place in _LISTS and isinstance(section, dict) and isinstance(there, list | None):
        section[steps[-1]] = [*(there or []), table]
        header = f"[[{_dotted(steps)}]]"
    elif there is None and len(steps) <= 2:
        section[steps[-1]] = table
        header = f"[{_dotted(steps)}]"
    else:
        raise _refusal(steps, "is already there, or is no place for a table such as parties.nato")
    entries = [
        f"{key_text(key)} = {value_text(item, (*steps, key))}" for key, item in values.items()
    ]
    tables = layout_of(text).tables
    end = max((tables[at] for at in tables if at[:1] == steps[:1]), default=len(text))
    block = "\n".join([header, *entries, ""])
    return _checked(_inserted(text, end, "\n" * bool(text) + block), data, steps)


def _with_entry(text: str, layout: Layout, steps: Steps, written: str) -> str:
    """Add a key: inside the braces of its table, or on a line at the end of its table."""
    if steps[:-1] in layout.values:
        start, end = layout.values[steps[:-1]]
        inside = text[start + 1 : end - 1]
        kept, entry = inside.rstrip(), f"{key_text(str(steps[-1]))} = {written}"
        added = f"{kept}, {entry}{inside[len(kept) :]}" if kept else f" {entry} "
        return text[: start + 1] + added + text[end - 1 :]
    length = max(n for n in range(len(steps)) if steps[:n] in layout.tables)
    if length == 0 and len(steps) > 1:
        raise _refusal(steps[:-1], "holds no value yet; write its first one by hand")
    entry = f"{_dotted(steps[length:])} = {written}\n"
    return _inserted(text, layout.tables[steps[:length]], entry)


def _inserted(text: str, at: int, lines: str) -> str:
    """Put whole lines into a text, with the line breaks that it has."""
    if text[:at] and not text[:at].endswith("\n"):
        lines = "\n" + lines
    if "\r\n" in text:
        lines = lines.replace("\n", "\r\n")
    return text[:at] + lines + text[at:]


def _dotted(steps: Steps) -> str:
    return ".".join(key_text(str(step)) for step in steps)


def _read(written: str) -> Any:  # noqa: ANN401 - a TOML value
    return _data(f"x = {written}")["x"]


def _data(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text.removeprefix("\ufeff"), parse_float=TomlFloat)
    except (ValueError, RecursionError) as error:
        raise _refusal((), f"is no TOML: {error}") from None


def _item(data: Any, steps: Steps) -> Any:  # noqa: ANN401 - a TOML value
    """Walk down to a value; say what there is where there is none."""
    for depth, step in enumerate(steps):
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            raise _refusal(steps[: depth + 1], f"does not exist; {_inside(data)}") from None
    return data


def _inside(item: object) -> str:
    if isinstance(item, dict):
        return "there are " + (", ".join(f'"{key}"' for key in item) or "no keys yet")
    if isinstance(item, list):
        return f"the list has {len(item)} items, counted from 0"
    return "a single value stands there"


def _checked(new: str, expected: Mapping[str, object], steps: Steps) -> str:
    """Hold that the edited file says what was meant, and nothing else."""
    try:
        new.encode("utf-8")
        data = tomllib.loads(new.removeprefix("\ufeff"), parse_float=TomlFloat)
    except ValueError:
        data = None
    if data != expected:
        raise _refusal(steps, "stands in a layout that cannot be edited safely; edit it by hand")
    return new


def _refusal(steps: Sequence[Step], message: str) -> CaseError:
    """Make the error of an edit that cannot be done at a place."""
    return CaseError("case.toml", (Problem(write_place(steps) or "the file", message),))
