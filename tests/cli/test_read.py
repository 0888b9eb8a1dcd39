"""Does `read` print what programs and people need, and nothing else?"""

import json
from collections.abc import Callable
from pathlib import Path

from jsonschema import validate
from typer.testing import Result

Run = Callable[..., Result]
SCHEMA = Path(__file__).parents[2] / "docs" / "reference" / "schemas" / "read.schema.json"


def test_one_document_is_one_json_object_that_keeps_the_span_law(run: Run, case: Path) -> None:
    result = run("read", case / "sources" / "talks.txt", "--json")
    reading = json.loads(result.stdout)
    text = reading["document"]["text"]
    assert reading["statements"]
    for statement in reading["statements"]:
        whole = text[statement["content"][0]["start"] : statement["content"][-1]["end"]]
        assert whole == statement["quote"]


def test_the_json_is_as_its_schema_says(run: Run, case: Path) -> None:
    reading = json.loads(run("read", case / "sources" / "talks.txt", "--json").stdout)
    validate(reading, json.loads(SCHEMA.read_text("utf-8")))
    assert reading["document"]["name"] == "talks.txt"


def test_several_documents_are_a_line_each_in_order(run: Run, case: Path) -> None:
    (case / "sources" / "also.txt").write_text("Darsa called for calm.\n", encoding="utf-8")
    lines = run("read", case / "sources", "--json").stdout.splitlines()
    assert [json.loads(line)["document"]["name"] for line in lines] == ["also.txt", "talks.txt"]


def test_standard_input_is_a_document(run: Run) -> None:
    result = run("read", "-", "--json", stdin="Darsa called for “calm”.\n".encode())
    assert "“calm”" in json.loads(result.stdout)["document"]["text"]


def test_a_bad_file_is_said_on_stderr_and_json_stays_clean(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_text("Darsa called for calm.\n", encoding="utf-8")
    result = run("read", "a.txt", "b.txt", "absent.txt", "--json")
    assert result.exit_code == 2
    assert json.loads(result.stdout)["document"]["name"] == "b.txt"
    assert "a.txt" in result.stderr
    assert "absent.txt" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_folder_without_a_file_is_said_and_not_passed_over(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    result = run("read", "empty")
    assert result.exit_code == 2
    assert "empty: no file in there" in result.stderr


def test_people_see_a_table_of_statements(run: Run, case: Path) -> None:
    result = run("read", case / "sources" / "talks.txt")
    assert result.exit_code == 0
    assert "talks.txt" in result.stdout
    assert "Darsa" in result.stdout
    assert "demand" in result.stdout


def test_a_surrogate_that_utf_8_cannot_hold_still_gives_json(run: Run) -> None:
    result = run("read", "-", "--json", stdin=b"Darsa called for calm \xed\xa0\x80 today.\n")
    assert result.exit_code == 0
    assert "calm" in json.loads(result.stdout)["document"]["text"]
