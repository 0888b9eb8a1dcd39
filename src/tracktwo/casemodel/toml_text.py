"""How do values and tables read as TOML?"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import TypeAlias

from tracktwo.casemodel.field import shown
from tracktwo.casemodel.place import Step, write_place
from tracktwo.errors import CaseError, Problem

Value: TypeAlias = "str | int | Decimal | date | Sequence[Value] | Mapping[str, Value]"


def toml_of(data: Mapping[str, Value]) -> str:
    """Write the sections of a case file.

    Parameters
    ----------
    data : mapping
        Sections by name, as ``tomllib`` gives them; each a table, a list of tables, or a table of
        named tables.

    Returns
    -------
    str
        A table with a header each, in the order given; tables inside of those on one line.
        Empty sections are left out.

    Raises
    ------
    CaseError
        If a value is of a kind that TOML does not have.

    Examples
    --------
    >>> print(toml_of({"case": {"id": "x"}, "parties": {"a": {"name": "A"}}, "rules": []}), end="")
    [case]
    id = "x"
    <BLANKLINE>
    [parties.a]
    name = "A"
    """
    blocks = [block for name, section in data.items() for block in _section(name, section)]
    return "\n".join(blocks)


def _section(name: str, section: Value) -> Iterator[str]:
    if isinstance(section, Mapping):
        nested = [isinstance(table, Mapping) for table in section.values()]
        if nested and all(nested):
            for key, table in section.items():
                yield _block(f"[{key_text(name)}.{key_text(key)}]", (name, key), table)
        elif section:
            yield _block(f"[{key_text(name)}]", (name,), section)
        return
    rows = section if isinstance(section, Sequence) else [section]
    for number, row in enumerate(rows):
        yield _block(f"[[{key_text(name)}]]", (name, number), row)


def _block(header: str, steps: Sequence[Step], table: Value) -> str:
    if not isinstance(table, Mapping):
        raise _unwritable(steps, table, "a table")
    entries = [f"{key_text(k)} = {value_text(v, (*steps, k))}" for k, v in table.items()]
    return "\n".join([header, *entries, ""])


def value_text(value: Value, steps: Sequence[Step] = ()) -> str:
    """Write a value on one line; a `Decimal` as text in quotes, a mapping as an inline table.

    `steps` lead to the value, for the error where it is of no kind that TOML has.

    >>> value_text({"low": Decimal("0.10"), "of": [1, "a b"]})
    '{ low = "0.10", of = [1, "a b"] }'
    """
    if isinstance(value, str | Decimal):
        return quoted_text(str(value))
    if isinstance(value, int) or (isinstance(value, date) and not isinstance(value, datetime)):
        return shown(value)
    if isinstance(value, Mapping):
        parts = [f"{key_text(k)} = {value_text(v, (*steps, k))}" for k, v in value.items()]
        return "{ " + ", ".join(parts) + " }" if parts else "{}"
    if isinstance(value, Sequence):
        return "[" + ", ".join(value_text(v, (*steps, i)) for i, v in enumerate(value)) + "]"
    raise _unwritable(steps, value, "text, a whole number, a Decimal, a date, a list or a mapping")


def key_text(key: str) -> str:
    """Write a key, in quotes where TOML wants them."""
    return key if re.fullmatch(r"[A-Za-z0-9_-]+", key) else quoted_text(key)


def quoted_text(text: str) -> str:
    """Write text in quotes, on one line."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _unwritable(steps: Sequence[Step], value: object, kinds: str) -> CaseError:
    problem = Problem(write_place(steps) or "the file", f"cannot hold {value!r}; give {kinds}")
    return CaseError("case.toml", (problem,))
