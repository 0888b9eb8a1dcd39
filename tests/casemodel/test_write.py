"""Editing a case: what is edited is right, and every other byte stays."""

import re
import tomllib
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tracktwo.casemodel.case import Acceptance, Party
from tracktwo.casemodel.estimate import Estimate
from tracktwo.casemodel.layout import layout_of
from tracktwo.casemodel.place import read_place, write_place
from tracktwo.casemodel.read import parse_case
from tracktwo.casemodel.toml_text import Value
from tracktwo.casemodel.write import add_table, new_case, set_value
from tracktwo.errors import CaseError

PANAMA = (Path(__file__).parents[2] / "catalog/panama-canal/case.toml").read_text(encoding="utf-8")
MESSY = """\
# A case with every layout that TOML allows.
[case]
id = 'x'   # single quotes
title = \"\"\"
Two
lines\"\"\"
  as_of=2025-01-31

[parties . "russia"]  # spaces
name = "Russia"

# About Ukraine.
[parties.ukraine]
name = "Ukraine"

[issues.forces]
title = "Forces"
# The options have a table of their own.
[issues.forces.options]
none = "none"
some = "some"

[[positions]]
party = "russia"
issue = "forces"
weight = {low="1",best = "2" , high = 3}
points = { none = "1", some = "2" } # inline
refuses = [
  "some",  # red
]
# trailing thought

[[positions]]
party = "ukraine"
issue = "forces"
refuses = []

# Rules follow.
[[rules]]
if = { forces = "some" }
then.forces = ["none"]
"""
EDITABLE = [
    "case.id",
    "case.title",
    "case.as_of",
    "parties.russia.name",
    "issues.forces.options.some",
    "positions[0].weight",
    "positions[0].weight.best",
    "positions[0].weight.high",
    "positions[0].points.none",
    "positions[0].refuses",
    "positions[0].refuses[0]",
    "positions[1].refuses",
    "rules[0].if.forces",
    "rules[0].then.forces[0]",
]
values: st.SearchStrategy[Any] = st.recursive(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=9)
    | st.integers(-(2**63), 2**63 - 1)
    | st.dates(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text("ab c", min_size=1, max_size=3), inner, max_size=3)
    ),
    max_leaves=5,
)


def value_at(text: str, place: str) -> Any:  # noqa: ANN401 - a TOML value
    """Read a value by following the place in the parsed file."""
    value: Any = tomllib.loads(text)
    for key, index in re.findall(r"([\w-]+)|\[(\d+)\]", place):
        value = value[key or int(index)]
    return value


@settings(deadline=None)
@given(st.sampled_from(EDITABLE), values)
def test_an_edit_changes_its_value_and_no_other_byte(place: str, value: Value) -> None:
    edited = set_value(MESSY, place, value)
    start, end = layout_of(MESSY).values[read_place(place)]
    before, after = MESSY[:start], MESSY[end:]
    assert edited.startswith(before)
    assert edited.endswith(after)
    written = edited[len(before) : len(edited) - len(after)]
    assert tomllib.loads(f"x = {written}")["x"] == value_at(edited, place) == value


@settings(deadline=None)
@given(
    st.sampled_from(["case", "parties.russia", "parties.ukraine", "positions[0]", "positions[1]"]),
    st.text("xyz", min_size=1, max_size=4) | st.text(st.characters(codec="ascii"), min_size=1),
    values,
)
def test_a_new_key_stands_on_a_line_of_its_own(table: str, key: str, value: Value) -> None:
    assume(key not in value_at(MESSY, table) and '"' not in key)
    place = f"{table}.{write_place([key])}"
    edited = set_value(MESSY, place, value)
    lines, before = edited.split("\n"), MESSY.split("\n")
    added = next(i for i, (new, old) in enumerate(zip(lines, before, strict=False)) if new != old)
    assert lines[:added] + lines[added + 1 :] == before
    section: Any = tomllib.loads(edited)
    for name, index in re.findall(r"([\w-]+)|\[(\d+)\]", table):
        section = section[name or int(index)]
    assert section[key] == value


def test_a_new_key_comes_before_the_comment_of_the_next_table() -> None:
    edited = set_value(MESSY, "parties.russia.speakers", ["Kremlin"])
    assert 'name = "Russia"\nspeakers = ["Kremlin"]\n\n# About Ukraine.' in edited


def test_a_new_key_in_braces_stays_in_the_braces() -> None:
    edited = set_value(MESSY, "positions[0].points.all", Decimal("2.50"))
    assert 'points = { none = "1", some = "2", all = "2.50" } # inline' in edited


def test_a_new_key_of_a_dotted_table_is_dotted() -> None:
    edited = set_value(MESSY, "rules[0].then.membership", ["barred"])
    assert edited == MESSY + 'then.membership = ["barred"]\n'


def test_tables_of_one_section_may_stand_apart() -> None:
    text = "[[a]]\nx = 1\n[[b]]\nx = 2\n[[a]]\nx = 3 # c\n[a.y]\nz = 4\n"
    assert set_value(text, "a[1].x", 5) == text.replace("3", "5")
    assert set_value(text, "a[1].y.u", 5) == text + "u = 5\n"
    assert set_value(text, "a[0].u", 5) == text.replace("x = 1\n", "x = 1\nu = 5\n")


def test_a_byte_order_mark_stays() -> None:
    edited = set_value("\ufeff" + PANAMA, "case.title", "P")
    assert edited == "\ufeff" + set_value(PANAMA, "case.title", "P")


def test_a_table_goes_behind_the_last_of_its_section_and_before_the_next_comment() -> None:
    row: dict[str, Value] = {
        "party": "ukraine",
        "issue": "x",
        "weight": {"low": "1", "best": "2", "high": "3"},
    }
    edited = add_table(MESSY, "positions", row)
    assert edited == MESSY.replace(
        "refuses = []\n",
        'refuses = []\n\n[[positions]]\nparty = "ukraine"\nissue = "x"\n'
        'weight = { low = "1", best = "2", high = "3" }\n',
    )


def test_a_table_of_a_new_section_goes_to_the_end() -> None:
    edited = add_table(MESSY, "forecasts", {"question": "q", "made_on": date(2025, 1, 31)})
    assert edited == MESSY + '\n[[forecasts]]\nquestion = "q"\nmade_on = 2025-01-31\n'


def test_a_named_table_joins_its_section() -> None:
    edited = add_table(PANAMA, "parties.observer", {"name": "Observer"})
    assert parse_case(edited).parties[-1] == Party("observer", "Observer")
    assert edited.replace('\n[parties.observer]\nname = "Observer"\n', "", 1) == PANAMA


def test_a_section_of_one_table_is_added_once() -> None:
    case = parse_case(add_table(PANAMA, "acceptance", {"must": ["panama"], "at_least": 1}))
    assert case.acceptance == Acceptance(("panama",), 1)


def test_an_estimate_is_changed_and_the_case_is_sound() -> None:
    estimate = {"low": Decimal(1), "best": Decimal("2.5"), "high": Decimal(3)}
    case = parse_case(set_value(PANAMA, "positions[0].weight", estimate))
    assert case.positions[0].weight == Estimate(Decimal(1), Decimal("2.5"), Decimal(3))


def test_edits_follow_one_another() -> None:
    text = PANAMA
    for number in range(3):
        text = add_table(text, f"parties.p{number}", {"name": f"P{number}"})
        text = set_value(text, f"parties.p{number}.speakers", [f"S{number}"])
    assert [party.speakers for party in parse_case(text).parties[2:]] == [
        ("S0",),
        ("S1",),
        ("S2",),
    ]


def test_line_breaks_of_windows_stay() -> None:
    text = PANAMA.replace("\n", "\r\n")
    for edited in (
        set_value(text, "positions[3].note", "n"),
        add_table(text, "assumptions", {"text": "t", "by": "me"}),
    ):
        assert edited.count("\n") == edited.count("\r\n") > text.count("\n")


def test_a_file_without_a_last_line_break_is_not_glued() -> None:
    edited = add_table('[case]\nid = "x"', "parties.a", {"name": "A"})
    assert edited == '[case]\nid = "x"\n\n[parties.a]\nname = "A"\n'
    assert set_value('[case]\nid = "x"', "case.title", "X") == '[case]\nid = "x"\ntitle = "X"\n'


@pytest.mark.parametrize(
    ("place", "value", "said"),
    [
        ("positions[7].note", "n", r"positions\[7\]: does not exist; the list has 2 items"),
        ("party.x.name", "n", 'party: does not exist; there are "case", "parties"'),
        ("case.id.x", "n", r"case\.id\.x: does not exist; a single value stands there"),
        ("positions[0]", "n", "is a table with a header of its own; name a value inside it"),
        ("issues.forces.options", {}, "is a table with a header of its own"),
        ("parties.x", "n", "parties: holds no value yet; write its first one by hand"),
        ("case.id", "\ud800", "cannot be edited safely; edit it by hand"),
        ("case.id", 4.5, r"case\.id: cannot hold 4\.5; give text, a whole number"),
        ("case.id", [datetime(2025, 1, 31)], r"case\.id\[0\]: cannot hold datetime"),  # noqa: DTZ001 - refused either way
        ("case..id", "n", "is no place"),
    ],
)
def test_what_cannot_be_edited_is_refused(place: str, value: Value, said: str) -> None:
    with pytest.raises(CaseError, match=said):
        set_value(MESSY, place, value)


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        (PANAMA, "parties.panama", "is already there"),
        (PANAMA, "case", "is already there"),
        (PANAMA, "parties.panama.more", "is no place for a table such as parties.nato"),
        (PANAMA, "positions[0].more", "is no place for a table"),
        ("positions = 5", "positions", "is already there"),
        ("parties = 5", "parties.x", "is already there"),
        ("positions = [{ party = 'a' }]", "positions", "cannot be edited safely"),
        ("a = [", "positions", "the file: is no TOML"),
    ],
)
def test_a_table_that_cannot_be_added_is_refused(text: str, place: str, said: str) -> None:
    with pytest.raises(CaseError, match=said):
        add_table(text, place, {"party": "b"})


hard_words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip)


@settings(deadline=None)
@given(hard_words, hard_words)
def test_a_new_case_is_sound_whatever_its_title(title: str, question: str) -> None:
    case = parse_case(new_case("x", title, as_of="2025-01-31", question=question))
    assert (case.title, case.question, case.as_of) == (title, question, "2025-01-31")


def test_a_new_case_names_its_schema_for_editors() -> None:
    text = new_case("x", "X", as_of=date(2025, 1, 31))
    assert text.startswith("#:schema case.schema.json\n")


def test_the_examples_of_a_new_case_hold_together() -> None:
    text = new_case("x", "X", as_of=date(2025, 1, 31))
    case = parse_case(re.sub(r"(?m)^# ", "", text))
    sections = (case.parties, case.issues, case.positions, case.rules, case.actors, case.sources)
    more = (case.judgements, case.assumptions, case.scenarios, case.forecasts, case.questions)
    assert all(sections) and all(more) and case.acceptance  # noqa: PT018 - one claim: none is empty


@pytest.mark.parametrize(
    ("id_", "as_of", "place"), [("a b", "2025-01-31", "case.id"), ("x", "2025", "case.as_of")]
)
def test_a_new_case_that_would_not_be_sound_is_refused(id_: str, as_of: str, place: str) -> None:
    with pytest.raises(CaseError, match=re.escape(place)):
        new_case(id_, "X", as_of=as_of)
