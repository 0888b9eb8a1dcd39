"""Where in the text of a TOML file does each value stand?

The TOML libraries give either values without their place, or a tree that is not always written
back byte by byte (a date inside braces loses a space). An edit needs only the places: this scan
finds them in a text that ``tomllib`` has already found to be TOML.
"""

import re
import tomllib
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from tracktwo.casemodel.place import Step

Steps: TypeAlias = tuple[Step, ...]

_KEY = r"""(?:[A-Za-z0-9_-]+|"(?:\\.|[^"\\\n])*"|'[^'\n]*')"""
_KEYS = re.compile(rf"{_KEY}(?:[ \t]*\.[ \t]*{_KEY})*")
_HEADER = re.compile(rf"\[\[?[ \t]*({_KEYS.pattern})[ \t]*\]\]?")
_EQUALS = re.compile(r"[ \t]*=[ \t]*")
_GAP = re.compile(r"(?:[ \t\r\n,]|#[^\n]*)*")
_SCALAR = re.compile(
    r'"""(?:\\.|[^\\])*?"""(?:"{0,2})'
    r"|'''.*?'''(?:'{0,2})"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'"
    r"|[^,\]}#\r\n]*[^,\]}#\r\n \t]",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Layout:
    """The places of the values and tables of a TOML file.

    Attributes
    ----------
    values : dict of steps to (start, end)
        ``text[start:end]`` is the value as written, with its quotes or brackets; values inside
        lists and braces included.
    tables : dict of steps to int
        For each table with a header, and () for the file before the first header: the offset
        behind the line of its last value, or behind its header where it has none.
    """

    values: dict[Steps, tuple[int, int]] = field(default_factory=dict)
    tables: dict[Steps, int] = field(default_factory=dict)


def layout_of(text: str) -> Layout:
    r"""Find the place of every value and table.

    Parameters
    ----------
    text : str
        Valid TOML, with or without a byte-order mark in front.

    Returns
    -------
    Layout
        Offsets into `text`.

    Examples
    --------
    >>> text = "[a]\nx = { y = [1, 2] }  # note\n"
    >>> layout = layout_of(text)
    >>> start, end = layout.values["a", "x", "y", 1]
    >>> text[start:end], layout.tables["a",] == len(text)
    ('2', True)
    """
    layout = Layout()
    counts: dict[Steps, int] = {}
    table: Steps = ()
    at = len(text) - len(text.removeprefix("\ufeff"))
    layout.tables[()] = at
    while (at := _end(_GAP, text, at)) < len(text):
        if header := _HEADER.match(text, at):
            table, at = _opened(header, counts), header.end()
        else:
            at = _scan_entry(text, at, table, layout)
        layout.tables[table] = text.find("\n", at) + 1 or len(text)
    return layout


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at


def _opened(header: re.Match[str], counts: dict[Steps, int]) -> Steps:
    """Give the way to the table that a header opens; of a list, the last table is meant."""
    is_list = header[0].startswith("[[")
    *above, last = _steps(header[1])
    table: Steps = ()
    for step in above:
        table = (*table, step)
        if table in counts:
            table = (*table, counts[table] - 1)
    table = (*table, last)
    if is_list:
        counts[table] = counts.get(table, 0) + 1
        return (*table, counts[table] - 1)
    return table


def _steps(keys: str) -> Steps:
    """Take a dotted key apart, quotes and escapes undone."""
    steps: Steps = ()
    inside: Any = tomllib.loads(f"{keys} = 0")
    while isinstance(inside, dict):
        ((step, inside),) = inside.items()
        steps = (*steps, step)
    return steps


def _scan_entry(text: str, at: int, table: Steps, layout: Layout) -> int:
    end = _end(_KEYS, text, at)
    steps = (*table, *_steps(text[at:end]))
    return _scan_value(text, _end(_EQUALS, text, end), steps, layout)


def _scan_value(text: str, start: int, steps: Steps, layout: Layout) -> int:
    if text[start] == "[":
        end = _scan_list(text, start, steps, layout)
    elif text[start] == "{":
        end = _scan_braces(text, start, steps, layout)
    else:
        end = _end(_SCALAR, text, start)
    layout.values[steps] = (start, end)
    return end


def _scan_list(text: str, start: int, steps: Steps, layout: Layout) -> int:
    at, number = start + 1, 0
    while text[at := _end(_GAP, text, at)] != "]":
        at = _scan_value(text, at, (*steps, number), layout)
        number += 1
    return at + 1


def _scan_braces(text: str, start: int, steps: Steps, layout: Layout) -> int:
    at = start + 1
    while text[at := _end(_GAP, text, at)] != "}":
        at = _scan_entry(text, at, steps, layout)
    return at + 1
