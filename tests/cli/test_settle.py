"""Does `settle` say what everyone could accept, exactly?"""

import json
from collections.abc import Callable
from pathlib import Path

from jsonschema import validate
from typer.testing import Result

Run = Callable[..., Result]
SCHEMA = Path(__file__).parents[2] / "docs" / "reference" / "schemas" / "settle.schema.json"


def test_the_json_is_as_its_schema_says_and_exact(run: Run, case: Path) -> None:
    settlement = json.loads(run("settle", case, "--json").stdout)
    validate(settlement, json.loads(SCHEMA.read_text("utf-8")))
    (best,) = settlement["solutions"]["nash"]
    assert best["packages"] == [{"dam": "low", "bank": "held"}]
    assert best["utilities"] == {"darsa": "50", "velia": "82"}


def test_people_see_the_solutions_and_their_packages(run: Run, case: Path) -> None:
    said = run("settle", case).stdout
    assert "The river (as of 2025-01-31)" in said
    assert "dam: low" in said


def test_where_nothing_is_acceptable_the_red_lines_that_exclude_each_other_are_said(
    run: Run, case: Path
) -> None:
    text = (case / "case.toml").read_text("utf-8")
    velia = 'points = { high = "100", low = "70" }\n'
    (case / "case.toml").write_text(text.replace(velia, velia + 'refuses = ["low"]\n'), "utf-8")
    said = run("settle", case).stdout
    assert "Darsa refuses dam: high" in said
    assert "Velia refuses dam: low" in said


def test_a_case_without_issues_is_bad_input(run: Run) -> None:
    run("init", "lakes")
    result = run("settle", "lakes")
    assert result.exit_code == 2
    assert "Traceback" not in result.stderr
