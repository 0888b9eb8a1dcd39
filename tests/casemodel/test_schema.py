"""The JSON Schema for editors says what the program accepts."""

import json
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from tracktwo.casemodel.schema import json_schema
from tracktwo.casemodel.write import new_case

ROOT = Path(__file__).parents[2]
COMMITTED = ROOT / "docs/reference/schemas/case.schema.json"


def as_editors_see(text: str) -> Any:  # noqa: ANN401 - a JSON value
    """Give the data of a TOML file with dates as text, as editors check it."""
    return json.loads(json.dumps(tomllib.loads(text), default=date.isoformat))


def test_the_committed_schema_is_the_one_that_the_program_makes() -> None:
    assert COMMITTED.read_text(encoding="utf-8") == json.dumps(json_schema(), indent=2) + "\n"


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(json_schema())
    assert json_schema()["additionalProperties"] is False


def test_the_schema_knows_no_null_which_toml_has_not() -> None:
    assert "null" not in json.dumps(json_schema())


@pytest.mark.parametrize("path", sorted(ROOT.glob("ca*/*/case.toml")), ids=lambda p: p.parent.name)
def test_cases_that_ship_meet_the_schema(path: Path) -> None:
    data = as_editors_see(path.read_text(encoding="utf-8"))
    assert not list(Draft202012Validator(json_schema()).iter_errors(data))


def test_the_template_meets_the_schema() -> None:
    data = as_editors_see(new_case("x", "X", as_of=date(2025, 1, 31)))
    assert not list(Draft202012Validator(json_schema()).iter_errors(data))


@pytest.mark.parametrize(
    "section",
    [
        'positions = [{ party = "a", issue = "b", weight = 4.5 }]',
        'positions = [{ party = "a", issue = "b", order = ["c", []] }]',
        'positions = [{ party = "a", issue = "b", order = "highest" }]',
        'positions = [{ party = "a", issue = "b", rank = 0 }]',
        'issues.b = { title = "B", scale = { from = 0, to = 5 } }',
        'positions = [{ party = "a", issue = "b", evidence = ["9c1f"] }]',
        'sources = [{ file = "a", reliability = "G" }]',
        'scenarios = [{ name = "a", text = "b", probability = { best = "1" } }]',
        "unknown = 1",
    ],
)
def test_editors_mark_what_the_program_refuses(section: str) -> None:
    text = section + '\ncase = { id = "x", title = "X", as_of = "2025-01-31" }'
    with pytest.raises(ValidationError):
        Draft202012Validator(json_schema()).validate(as_editors_see(text))
