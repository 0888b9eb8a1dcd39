"""Are grades only proposed until a person decides, and is a decision written where it belongs?"""

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from typer.testing import Result

from tracktwo.dossier.dossier import Dossier

Run = Callable[..., Result]
SCHEMA = Path(__file__).parents[2] / "docs/reference/schemas/grade.schema.json"

MORE = "The Gazette\n\nDarsa demanded that Velia withdraw its troops. Velia rejected it.\n"


@pytest.fixture
def ungraded(case: Path) -> Path:
    """Give the case with a second source that nobody has graded."""
    (case / "sources" / "more.txt").write_text(MORE, encoding="utf-8")
    return case


def test_a_proposal_is_listed_with_its_reasons_and_written_nowhere(
    run: Run, ungraded: Path
) -> None:
    before = (ungraded / "case.toml").read_bytes()
    shown = run("grade", ungraded)
    assert shown.exit_code == 0, shown.output
    listed = shown.stdout.split("talks.txt")
    assert "proposed: F3" in listed[0]
    assert "F: it names neither publisher nor author" in listed[0]
    assert "decided: nothing yet" in listed[0]
    assert "decided: B2 by A. Analyst: Both delegations confirmed it." in listed[1]
    assert (ungraded / "case.toml").read_bytes() == before
    with Dossier.open(ungraded / "dossier.sqlite") as dossier:
        assert [grade.by for grade in dossier.grades().values()] == ["A. Analyst"]


def test_a_grade_that_somebody_gives_stands_in_the_case_and_the_dossier(
    run: Run, ungraded: Path
) -> None:
    before = (ungraded / "case.toml").read_text("utf-8")
    given = ("--by", "B. Reader", "--reason", "It was there.")
    done = run("grade", ungraded, "more.txt", "c4", *given)
    assert done.exit_code == 0, done.output
    after = (ungraded / "case.toml").read_text("utf-8")
    assert after.startswith(before)
    assert "decided: C4 by B. Reader: It was there." in run("grade", ungraded).stdout
    with Dossier.open(ungraded / "dossier.sqlite") as dossier:
        assert {(g.reliability, g.credibility) for g in dossier.grades().values()} == {
            ("B", "2"),
            ("C", "4"),
        }


def test_a_grade_that_is_there_is_changed_in_its_place_and_the_old_one_stays_on_record(
    run: Run, case: Path
) -> None:
    run("grade", case)
    given = ("--by", "B. Reader", "--reason", "One of them took it back.")
    assert run("grade", case, "talks.txt", "D5", *given).exit_code == 0
    text = (case / "case.toml").read_text("utf-8")
    assert text.count("[[sources]]") == 1
    assert 'reliability = "D"' in text
    with Dossier.open(case / "dossier.sqlite") as dossier:
        assert [each.by for each in dossier.audit() if each.action == "grade"] == [
            "A. Analyst",
            "B. Reader",
        ]


def test_a_person_can_take_the_proposal_with_its_reasons(run: Run, ungraded: Path) -> None:
    done = run("grade", ungraded, "more.txt", "proposed", "--by", "B. Reader")
    assert done.exit_code == 0, done.output
    assert "more.txt: graded F3 by B. Reader: F: it names neither" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("nowhere.txt", "B2", "--by", "me", "--reason", "so"), "there are: more.txt, talks.txt"),
        (("more.txt", "G2", "--by", "me", "--reason", "so"), "a letter A–F"),
        (("more.txt", "", "--by", "me", "--reason", "so"), "a letter A–F"),
        (("more.txt", "B2", "--reason", "so"), "--by NAME"),
        (("more.txt", "B2", "--by", "me"), "--reason TEXT"),
        (("more.txt", "B2", "--by", " ", "--reason", "so"), "--by NAME"),
    ],
)
def test_a_grade_without_a_person_a_reason_or_a_meaning_is_refused(
    run: Run, ungraded: Path, arguments: tuple[str, ...], told: str
) -> None:
    before = (ungraded / "case.toml").read_bytes()
    result = run("grade", ungraded, *arguments)
    assert result.exit_code == 2
    assert told in result.stderr
    assert (ungraded / "case.toml").read_bytes() == before


def test_the_list_as_json_keeps_its_schema(run: Run, ungraded: Path) -> None:
    value = json.loads(run("grade", ungraded, "--json").stdout)
    jsonschema.validate(value, json.loads(SCHEMA.read_text("utf-8")))
    more, talks = value["sources"]
    assert (more["proposed"]["reliability"], more["decided"]) == ("F", None)
    assert talks["decided"]["by"] == "A. Analyst"


def test_the_brief_shows_what_is_proposed_beside_what_was_decided(run: Run, ungraded: Path) -> None:
    assert run("brief", ungraded).exit_code == 0
    page = (ungraded / "brief" / "index.html").read_text("utf-8")
    assert "proposed: F" in page
    assert "the rules propose: F: it names neither publisher nor author" in page
    assert "Both delegations confirmed it." in page
