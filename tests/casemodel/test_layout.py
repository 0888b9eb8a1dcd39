"""The scan finds every value that the parser finds, in the text of that value."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracktwo.casemodel.layout import Steps, layout_of

ROOT = Path(__file__).parents[2]
HARD = '''\
bare = true # "not a string"
"quoted . key" . 'literal "key"'.x = "\\" # ] } no comment" # one
many = """a "" b \\""" c"""""
raw = \'\'\'it''s\'\'\'\'
path = 'C:\\'
when = 1979-05-27 07:32:00Z
day = { d = 1979-05-27 , e = [ 1 ,2, # two ]
  [3.5,{f=inf}] ,] }
[[a.b]]
x = 1
[[a.b.c]]
y = [ ]
[a.b.d]
[[a.b]]
z = {}
[ "u v" . w ]
k = 0xFF
'''


def leaves(value: Any, steps: Steps = ()) -> dict[Steps, Any]:  # noqa: ANN401 - a TOML value
    """Give every value of parsed TOML with the way to it."""
    found = {steps: value}
    if isinstance(value, dict | list):
        for step in value if isinstance(value, dict) else range(len(value)):
            found |= leaves(value[step], (*steps, step))
    return found


def agrees(text: str) -> bool:
    """Hold that each place reads as the value there, and that no single value is missed."""
    parsed = leaves(tomllib.loads(text))
    values = layout_of(text).values
    read = {steps: tomllib.loads(f"v = {text[a:b]}")["v"] for steps, (a, b) in values.items()}
    single = {steps for steps, value in parsed.items() if not isinstance(value, dict | list)}
    return all(parsed[steps] == value for steps, value in read.items()) and single <= set(read)


@pytest.mark.parametrize("text", [HARD, HARD.replace("\n", "\r\n"), "", "# x", "a=1"])
def test_every_layout_is_scanned(text: str) -> None:
    assert agrees(text)


@pytest.mark.parametrize("path", sorted(ROOT.glob("ca*/*/case.toml")), ids=lambda p: p.parent.name)
def test_the_cases_that_ship_are_scanned(path: Path) -> None:
    assert agrees(path.read_text(encoding="utf-8"))


def test_tables_end_behind_their_last_value() -> None:
    ends = {steps: HARD[:end].splitlines()[-1] for steps, end in layout_of(HARD).tables.items()}
    assert ends == {
        (): "  [3.5,{f=inf}] ,] }",
        ("a", "b", 0): "x = 1",
        ("a", "b", 0, "c", 0): "y = [ ]",
        ("a", "b", 0, "d"): "[a.b.d]",
        ("a", "b", 1): "z = {}",
        ("u v", "w"): "k = 0xFF",
    }


@settings(deadline=None)
@given(st.lists(st.sampled_from(HARD.splitlines(keepends=True)), max_size=8).map("".join))
def test_whatever_the_parser_accepts_is_scanned(text: str) -> None:
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    assert agrees(text)
