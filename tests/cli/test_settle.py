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


PACKAGE = SCHEMA.with_name("settle-package.schema.json")


def test_one_package_is_judged_in_words_and_as_its_schema_says(run: Run, case: Path) -> None:
    said = run("settle", case, "--package", "dam=high, bank=held").stdout
    assert "dam: high; bank: held" in said
    assert "ccept it." in said
    judged = json.loads(run("settle", case, "--package", "dam=high,bank=held", "--json").stdout)
    validate(judged, json.loads(PACKAGE.read_text("utf-8")))


def test_a_package_that_is_none_is_refused_with_everything_that_is_wrong(
    run: Run, case: Path
) -> None:
    result = run("settle", case, "--package", "dam=tall,river=wide")
    assert result.exit_code == 2
    for wrong in ('no issue "river"', 'no option "tall" on dam', "nothing said on bank"):
        assert wrong in result.stderr
    assert run("settle", case, "--package", "dam").exit_code == 2
    assert run("settle", case, "--package", "dam=low,dam=high").exit_code == 2


def test_the_ranges_of_the_estimates_are_tried_when_asked(run: Run, case: Path) -> None:
    assert "draws over all ranges have room" in run("settle", case, "--robust").stdout
