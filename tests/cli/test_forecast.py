"""Does `forecast` keep what was said, find what was changed, and score what was settled?"""

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from typer.testing import Result

from tracktwo.cli.appending import append_whole
from tracktwo.errors import InputError

Run = Callable[..., Result]
ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "docs/reference/schemas/forecast-score.schema.json").read_text("utf-8"))
ASKED = (
    *("--question", "Will they sign?", "--criteria", "Both say so."),
    *("--resolves-on", "2025-06-30", "--by", "A. Analyst", "--on", "2025-01-31"),
)


def ask(run: Run, case: Path, probability: str = "0.3") -> Result:
    return run("forecast", "add", case, *ASKED, "--probability", probability)


def test_a_forecast_is_added_changed_settled_and_scored(run: Run, case: Path) -> None:
    assert "q1: unlikely, 0.3, by A. Analyst on 2025-01-31" in ask(run, case).stdout
    more = ("--id", "q1", "--probability", "0.8", "--by", "A. Analyst", "--on", "2025-03-01")
    assert "very likely, 0.8" in run("forecast", "add", case, *more).stdout
    settle = ("resolve", case, "q1", "--outcome", "yes", "--by", "B. Clerk", "--on", "2025-07-01")
    assert run("forecast", *settle).exit_code == 0
    found = json.loads(run("forecast", "score", case, "--json").stdout)
    Draft202012Validator(SCHEMA).validate(found)
    assert [each["probability"] for each in found["questions"][0]["forecasts"]] == ["0.3", "0.8"]
    assert found["scores"] == [
        {
            "by": "all",
            "forecasts": 1,
            "brier": pytest.approx(0.04),
            "log_score": pytest.approx(-0.2231436),
            "base_rate": 1.0,
        }
    ]
    said = run("forecast", "score", case).stdout
    assert "q1, yes on 2025-07-01: Will they sign?" in said
    assert "Brier score 0.0400" in said
    assert max(map(len, said.splitlines())) <= 80


def test_a_ledger_that_was_changed_is_refused_with_its_line_and_nothing_is_added(
    run: Run, case: Path
) -> None:
    ask(run, case)
    file = case / "forecasts.jsonl"
    changed = file.read_text("utf-8").replace('"0.3"', '"0.9"')
    file.write_text(changed, "utf-8")
    for arguments in (("score", case), ("add", case, "--id", "q1", "--probability", "0.5")):
        result = run("forecast", *arguments, *(["--by", "A"] if "add" in arguments else []))
        assert result.exit_code == 2
        assert "line 2: its seal does not fit" in result.stderr
    assert file.read_text("utf-8") == changed


def test_settling_too_early_or_twice_is_refused(run: Run, case: Path) -> None:
    ask(run, case)
    settle = ("forecast", "resolve", case, "q1", "--outcome", "no", "--by", "B. Clerk", "--on")
    early = run(*settle, "2025-06-29")
    assert early.exit_code == 2
    assert "is settled on 2025-06-30 and not before" in early.stderr
    assert run(*settle, "2025-06-30").exit_code == 0
    twice = run(*settle, "2025-07-01")
    assert twice.exit_code == 2
    assert "it is settled once" in twice.stderr
    future = run(*settle, "2999-01-01")
    assert "has not come yet" in future.stderr


def test_forecasts_of_the_case_file_are_taken_in_once(run: Run, case: Path) -> None:
    with (case / "case.toml").open("a", encoding="utf-8") as file:
        file.write(
            '[[forecasts]]\nquestion = "Will it rain?"\nprobability = "0.95"\nby = "A"\n'
            "made_on = 2025-01-31\nresolves_on = 2025-02-28\ncriteria = '10 mm'\n"
        )
    assert "almost certain, 0.95" in run("forecast", "add", case, "--from-case").stdout
    again = run("forecast", "add", case, "--from-case")
    assert again.exit_code == 2
    assert "no forecast that is not in the ledger" in again.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "name a new --question, or the --id"),
        (("--question", "x", "--id", "q1"), "name a new --question, or the --id"),
        (("--id", "q1", "--criteria", "x"), "belong to a new --question"),
        (("--id", "q1"), "--probability: is missing\n--by: is missing"),
        (("--id", "q1", "--probability", "1", "--by", "A"), "1 is no forecast"),
        (("--id", "q1", "--probability", "x", "--by", "A"), '"x" is no number'),
        (("--id", "q7", "--probability", "0.5", "--by", "A"), '"q7" is no question'),
        (("--question", "x", "--probability", "0.5"), "--resolves-on: is missing"),
        (
            ("--id", "q1", "--probability", "0.5", "--by", "A", "--because", "It is probable."),
            "is of another row of words",
        ),
    ],
)
def test_what_cannot_be_a_forecast_is_refused_and_leaves_no_file(
    run: Run, case: Path, arguments: tuple[str, ...], said: str
) -> None:
    result = run("forecast", "add", case, *arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert not (case / "forecasts.jsonl").exists()


def test_an_empty_ledger_says_what_to_do(run: Run, case: Path) -> None:
    assert "add a forecast with" in run("forecast", "score", case).stdout
    assert json.loads(run("forecast", "score", case, "--json").stdout)["questions"] == []


def test_many_who_add_at_once_lose_nothing(tmp_path: Path) -> None:
    file = tmp_path / "lines"

    def add(_: int) -> str:
        return append_whole(file, lambda before: f"{before.count(chr(10))}\n")

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(add, range(64)))
    assert file.read_text("utf-8").split() == [str(number) for number in range(64)]


def test_what_is_added_is_whole_or_not_there(tmp_path: Path) -> None:
    file = tmp_path / "x"
    assert append_whole(file, lambda _: "one\n") == "one\n"

    def fails(_: str) -> str:
        raise InputError("no")

    with pytest.raises(InputError):
        append_whole(file, fails)
    assert file.read_text("utf-8") == "one\n"
    file.write_bytes(b"\xff")
    with pytest.raises(InputError, match="not UTF-8"):
        append_whole(file, lambda _: "two\n")


def test_a_brief_is_not_built_on_a_ledger_that_was_changed(run: Run, case: Path) -> None:
    ask(run, case)
    file = case / "forecasts.jsonl"
    file.write_text(file.read_text("utf-8").replace('"0.3"', '"0.9"'), "utf-8")
    for command in ("brief", "check"):
        result = run(command, case)
        assert result.exit_code == 2
        assert "line 2: its seal does not fit" in result.stderr
    assert not (case / "brief").exists()
