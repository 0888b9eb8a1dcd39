"""Does `robustness` say what the conclusions hang on?"""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from typer.testing import Result

Run = Callable[..., Result]
ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "docs/reference/schemas/robustness.schema.json").read_text("utf-8"))
NILE = ROOT / "cases" / "nile-dam"
QUICK = ("--issue", "release", "--draws", "1")


def test_the_json_is_as_its_schema_says(run: Run) -> None:
    result = run("robustness", NILE, *QUICK, "--json")
    assert result.exit_code == 0, result.stderr
    found = json.loads(result.stdout)
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(found)
    assert found["whole"]["acceptable"] == {"low": "4", "high": "4"}
    assert found["without_source"][0]["name"] == "01-who-decides-the-flow.md"
    assert found["without_source"][0]["forecasts"]["release"] is None


def test_people_see_numbers_then_models_then_documents(run: Run) -> None:
    said = run("robustness", NILE, *QUICK).stdout
    parts = ["Ethiopia: position", "readings of 5 models", "On everything: 4 packages", "Sources"]
    assert [said.index(part) for part in parts] == sorted(said.index(part) for part in parts)
    assert "no forecast" in said
    assert max(map(len, said.splitlines())) <= 80


def test_a_case_without_an_outlook_shows_its_documents_alone(run: Run, case: Path) -> None:
    said = run("robustness", case).stdout
    assert "talks.txt" in said
    assert "readings" not in said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--model", "hope"], "is no model"),
        (["--issue", "hope"], "is no scale"),
        (["--workers", "many"], "many"),
        (["--draws", "0"], "one draw or more"),
    ],
)
def test_a_question_that_cannot_be_asked_is_bad_input(
    run: Run, arguments: list[str], said: str
) -> None:
    result = run("robustness", NILE, *arguments)
    assert result.exit_code == 2
    assert said in result.stderr
