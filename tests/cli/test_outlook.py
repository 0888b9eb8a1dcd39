"""Does `outlook` say where positions are heading, of a case and of tables alike?"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from typer.testing import Result

from tracktwo.analyses.outlook.models import MODELS
from tracktwo.casemodel.files import load_case

Run = Callable[..., Result]
ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "docs/reference/schemas/outlook.schema.json").read_text("utf-8"))
UKRAINE = ROOT / "cases" / "ukraine-nato"
PLAIN = "actor,capability,position,salience\nUpper,2,30,80\nLower,1,90,40\n"


def printed(result: Result) -> dict[str, Any]:
    """Give the JSON that a command printed, held to its schema."""
    assert result.exit_code == 0, result.stderr
    found: dict[str, Any] = json.loads(result.stdout)
    Draft202012Validator(SCHEMA).validate(found)
    return found


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert not Draft202012Validator(SCHEMA).is_valid({"model": "compromise"})


@pytest.mark.parametrize("model", [each.name for each in MODELS])
def test_one_issue_gives_one_object_as_its_schema_says(run: Run, model: str) -> None:
    asked = ["--model", model, "--issue", "membership", "--json", "--draws", "20"]
    found = printed(run("outlook", UKRAINE, *asked))
    assert (found["model"], found["issue"]) == (model, "membership")
    assert set(found["trajectory"][0]["positions"]) == {
        "russia",
        "ukraine",
        "united-states",
        "nato",
    }


def test_several_issues_give_a_list_of_the_same_objects(run: Run) -> None:
    found = printed(run("outlook", UKRAINE, "--json", "--draws", "20"))
    assert [each["issue"] for each in found["issues"]] == [
        "membership",
        "foreign-forces",
        "sanctions",
    ]


def test_a_plain_table_is_forecast_directly(run: Run, tmp_path: Path) -> None:
    (tmp_path / "lake.csv").write_text(PLAIN, "utf-8")
    found = printed(run("outlook", "lake.csv", "--json"))
    forecast = found["forecast"]
    assert forecast["mean"] == pytest.approx((1.6 * 30 + 0.4 * 90) / 2)
    assert found["trajectory"][0]["positions"] == {"Upper": 30, "Lower": 90}
    assert "no number has a range" in run("outlook", "lake.csv").stdout


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(run: Run) -> None:
    asked = ("outlook", UKRAINE, "--issue", "membership", "--draws", "50", "--json")
    assert run(*asked).stdout == run(*asked).stdout
    assert run(*asked).stdout != run(*asked, "--seed", "1").stdout


def test_people_see_the_forecast_in_the_words_of_the_anchors(run: Run) -> None:
    said = run("outlook", UKRAINE, "--issue", "membership").stdout
    assert "between “ruled out by treaty” (0) and “door open, entry put off” (40)" in said
    assert "80 % between" in said
    assert "United States" in said
    assert max(map(len, said.splitlines())) <= 80


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--model", "hope"], '"hope" is no model; models are compromise'),
        (["--issue", "membr"], 'did you mean "membership"?'),
        (["--set", "voting"], "is no NAME=VALUE"),
        (["--set", "a=1", "--set", "a=2"], "a is set twice"),
        (["--set", "a=1"], '"a" is no open choice'),
        (["--draws", "0"], "one draw or more"),
    ],
)
def test_a_question_that_cannot_be_asked_is_bad_input(
    run: Run, arguments: list[str], said: str
) -> None:
    result = run("outlook", UKRAINE, *arguments)
    assert result.exit_code == 2
    assert said in result.stderr


def test_a_case_without_an_outlook_is_bad_input(run: Run, case: Path) -> None:
    result = run("outlook", case)
    assert result.exit_code == 2
    assert "outlook: is missing" in result.stderr


def test_tables_are_imported_and_a_case_goes_out_as_ktab(run: Run, tmp_path: Path) -> None:
    (tmp_path / "lake.csv").write_text(PLAIN, "utf-8")
    said = run("import", "positions", "lake.csv", "-o", "lake.toml").stdout
    assert said == "wrote lake.toml; see it with: tracktwo outlook lake.toml\n"
    assert run("export", "ktab", "lake.toml", "-o", "ktab.csv").exit_code == 0
    assert run("import", "ktab", "ktab.csv", "-o", "again.toml").exit_code == 0
    outlook = load_case(tmp_path / "again.toml").outlook
    assert outlook is not None
    assert [stance.position.best for stance in outlook.stances] == [0, 100]
    assert run("import", "exchange", "lake.csv", "-o", "no.toml").exit_code == 2
    assert run("import", "ktab", "ktab.csv", "ktab.csv", "-o", "no.toml").exit_code == 2
    assert not (tmp_path / "no.toml").exists()


def test_ktab_s_own_file_gives_ktab_s_own_positions(run: Run) -> None:
    reference = ROOT / "tests" / "published" / "ktab"
    asked = ["--model", "spatial", "--issue", "Pstn1"]
    found = printed(run("outlook", reference / "dummyData_3Dim.csv", *asked, "--json"))
    last = found["trajectory"][-1]["positions"]
    assert round(last["SActor-03"], 1) == 67.1
    assert round(last["SActor-00"], 1) == 78.6


def test_two_workers_give_the_same_bytes_as_one(run: Run) -> None:
    asked = ("outlook", UKRAINE, "--issue", "membership", "--draws", "2100", "--json")
    assert run(*asked, "--workers", "threads:2").stdout == run(*asked).stdout


def test_scenarios_stand_side_by_side_and_as_their_schema_says(run: Run) -> None:
    schema = json.loads((ROOT / "docs/reference/schemas/scenarios.schema.json").read_text("utf-8"))
    result = run("outlook", UKRAINE, "--scenarios", "--json", "--draws", "10")
    found = json.loads(result.stdout)
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(found)
    assert [each["acceptable"]["low"] for each in found["scenarios"]] == ["0", "80", "462", "232"]
    assert found["mixture"]["room"] == "0.45"
    said = run("outlook", UKRAINE, "--scenarios", "--draws", "10").stdout
    assert "room for an agreement with probability 0.45" in said
    assert max(map(len, said.splitlines())) <= 80


def test_probabilities_that_do_not_add_up_are_said_and_not_stretched(
    run: Run, tmp_path: Path
) -> None:
    text = (
        (UKRAINE / "case.toml")
        .read_text("utf-8")
        .replace('best = "0.55", high = "0.65"', 'best = "0.54", high = "0.65"')
    )
    (tmp_path / "x.toml").write_text(text, "utf-8")
    said = run("outlook", "x.toml", "--scenarios", "--draws", "10").stdout
    assert "The probabilities add up to 0.99 and not to 1" in said


def test_levers_say_what_one_unit_of_persuasion_does(run: Run, tmp_path: Path) -> None:
    schema = json.loads((ROOT / "docs/reference/schemas/levers.schema.json").read_text("utf-8"))
    (tmp_path / "lake.csv").write_text(PLAIN, "utf-8")
    found = json.loads(run("outlook", "lake.csv", "--levers", "--json").stdout)
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(found)
    moves = {
        (each["party"], each["handle"]): (each["raised"], each["lowered"])
        for each in found["levers"]
    }
    # Upper stands at 30, the low end, with 1.6 of the weight of 2; Lower at the high end.
    assert moves["Upper", "position"] == pytest.approx((0.8, 0.0))
    assert moves["Lower", "position"] == pytest.approx((0.0, -0.2))
    said = run("outlook", "lake.csv", "--levers").stdout
    assert "Upper: position" in said
    assert "+0.8" in said


def test_a_lever_of_the_only_party_with_weight_may_leave_no_compromise(
    run: Run, tmp_path: Path
) -> None:
    text = "actor,capability,position,salience\nA,1,30,80\nB,0,90,40\n"
    (tmp_path / "x.csv").write_text(text, "utf-8")
    assert "no compromise left" in run("outlook", "x.csv", "--levers").stdout
    found = json.loads(run("outlook", "x.csv", "--levers", "--json").stdout)
    assert None in [each["lowered"] for each in found["levers"]]


def test_the_exchange_model_says_who_trades_what(run: Run) -> None:
    asked = ("outlook", UKRAINE, "--model", "exchange", "--draws", "2")
    found = printed(run(*asked, "--json"))
    said = run(*asked).stdout
    assert len(found["trades"]) == said.count("Trade ") > 0
    assert {each["scale"] for each in found["trades"]} <= {
        "membership",
        "foreign-forces",
        "sanctions",
    }
