"""Do `demands` and `changes` show the ledger and what moved, for people and for programs?"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import validate
from typer.testing import Result

Run = Callable[..., Result]
SCHEMAS = Path(__file__).parents[2] / "docs" / "reference" / "schemas"
NOTES = {
    "a-march.md": (
        "2024-03-12",
        (
            "On 4 March 2024 Egypt demanded of Sudan the withdrawal of all boats from the bays of "
            "Lune and Tarn, and a fund of 900 million for fishing.\n\n"
            "On 6 March 2024 Sudan rejected the withdrawal of its boats from Lune and Tarn."
        ),
    ),
    "b-june.md": (
        "2024-06-20",
        (
            "On 14 June 2024 Egypt repeated its demand for the withdrawal of all boats from the "
            "bay of Lune. Kenya demanded an apology from Sudan."
        ),
    ),
    "c-november.md": (
        "2024-11-08",
        "On 5 November 2024 Egypt dropped its demand for a fund for fishing.",
    ),
}


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    folder = tmp_path / "notes"
    folder.mkdir()
    for name, (day, text) in NOTES.items():
        (folder / name).write_text(f"---\ndate: {day}\n---\n{text}\n", "utf-8")
    return folder


def schema(name: str) -> Any:  # noqa: ANN401 - a schema is any JSON
    return json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8"))


def refused(run: Run, *arguments: str | Path) -> str:
    """Give what a command says on stderr when it refuses its input."""
    result = run(*arguments)
    assert result.exit_code == 2
    return result.stderr


def test_the_ledger_is_as_its_schema_says(run: Run, notes: Path) -> None:
    found = json.loads(run("demands", notes, "--json").stdout)
    validate(found, schema("demands"))
    assert [(d["party"], d["status"], len(d["passages"])) for d in found["demands"]] == [
        ("Egypt", "rejected", 2),
        ("Egypt", "withdrawn", 2),
        ("Kenya", "no reply", 1),
    ]
    texts = {name: text for name, (_, text) in NOTES.items()}
    for demand in found["demands"]:
        for passage in demand["passages"]:
            assert passage["quote"] in texts[passage["document"]]


def test_the_changes_are_as_their_schema_says(run: Run, notes: Path) -> None:
    found = json.loads(run("changes", notes, "--since", "2024-06", "--json").stdout)
    validate(found, schema("changes"))
    assert [(c["party"], c["kinds"], c["dated"]) for c in found["changes"]] == [
        ("Egypt", ["narrowed"], True),
        ("Egypt", ["withdrawn"], True),
        ("Kenya", ["raised"], False),
    ]
    assert found["changes"][0]["difference"]["dropped"] == ["and Tarn"]


def test_no_line_of_the_ledger_is_longer_than_a_page(run: Run, notes: Path) -> None:
    for command in (["demands", notes], ["changes", notes]):
        lines = run(*command).stdout.splitlines()
        assert lines
        assert max(map(len, lines)) <= 80


def test_what_has_no_date_stands_apart_from_what_has(run: Run, notes: Path) -> None:
    shown = run("changes", notes, "--since", "2024-06").stdout
    dated, _, undated = shown.partition("1 act without a date")
    assert "Kenya" not in dated
    assert "Kenya" in undated


def test_one_party_is_shown_alone(run: Run, notes: Path) -> None:
    shown = run("demands", notes, "--party", "the Kenya").stdout
    assert shown.startswith("Kenya: 1 demand")
    assert "Egypt" not in shown


def test_a_party_that_demands_nothing_is_said_so(run: Run, notes: Path) -> None:
    said = refused(run, "demands", notes, "--party", "Norland")
    assert "Norland: nobody of that name demands anything here" in said
    assert "Egypt; Kenya" in said


@pytest.mark.parametrize("since", ["soon", "2024-13", "14.6.2024"])
def test_a_day_that_is_none_is_refused(run: Run, notes: Path, since: str) -> None:
    assert "is no date" in refused(run, "changes", notes, "--since", since)


def test_a_case_gives_ids_that_why_explains(run: Run, case: Path) -> None:
    found = json.loads(run("demands", case, "--json").stdout)
    validate(found, schema("demands"))
    ident = found["demands"][0]["passages"][0]["statement"]
    assert ident in run("why", case, ident).stdout


def test_a_case_among_files_is_refused(run: Run, case: Path, notes: Path) -> None:
    assert "a case folder stands among" in refused(run, "demands", case, notes)


def test_words_that_a_person_struck_out_are_no_demand(run: Run, case: Path) -> None:
    before = json.loads(run("demands", case, "--json").stdout)["demands"]
    ident = before[0]["passages"][0]["statement"]
    run("decide", case, ident, "reject", "--by", "Ada Kirn")
    after = json.loads(run("demands", case, "--json").stdout)["demands"]
    left = {p["statement"] for demand in after for p in demand["passages"]}
    assert ident not in left
