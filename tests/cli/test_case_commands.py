"""Do the commands on a case folder keep what was there, and say where things stand?"""

import json
import re
from collections.abc import Callable
from pathlib import Path

from typer.testing import Result

from tracktwo.dossier.dossier import Dossier

Run = Callable[..., Result]


def demand(run: Run, case: Path) -> str:
    """Give the id of the demand of the small case's source."""
    found = re.search(r"st:[0-9a-f]{12}", run("search", case, "troops").stdout)
    assert found
    return found.group()


def test_a_source_that_was_removed_is_not_found(run: Run, case: Path) -> None:
    (case / "sources" / "more.txt").write_text("Darsa called for an inspection of the dam.\n")
    assert "more.txt" in run("search", case, "inspection").stdout
    (case / "sources" / "more.txt").unlink()
    assert "nothing found" in run("search", case, "inspection").stdout


def test_a_grade_that_the_case_takes_back_is_gone(run: Run, case: Path) -> None:
    ident = demand(run, case)
    assert "grade: B2" in run("why", case, ident).stdout
    text = (case / "case.toml").read_text("utf-8")
    (case / "case.toml").write_text(text.partition("[[sources]]")[0], encoding="utf-8")
    assert "grade: not graded" in run("why", case, ident).stdout


def test_a_case_that_no_method_settles_is_briefed_without(run: Run, case: Path) -> None:
    issues = "".join(
        f'[issues.i{number}]\ntitle = "I"\noptions = {{ a = "A", b = "B" }}\n'
        for number in range(40)
    )
    chained = "".join(
        f'[[rules]]\nif = {{ i{number} = "a" }}\nthen = {{ i{(number + step) % 40} = "a" }}\n'
        for number in range(20)
        for step in (1, 20)
    )
    with (case / "case.toml").open("a", encoding="utf-8") as file:
        file.write(issues + chained)
    result = run("brief", case)
    assert result.exit_code == 0
    assert "without a settlement" in result.stderr
    assert run("settle", case).exit_code == 2


def test_a_new_case_can_be_checked_at_once(run: Run) -> None:
    assert run("init", "lakes", "--title", "The lakes").exit_code == 0
    result = run("check", "lakes")
    assert result.exit_code == 0, result.output
    assert 'title = "The lakes"' in Path("lakes/case.toml").read_text("utf-8")
    assert json.loads(Path("lakes/case.schema.json").read_text("utf-8"))["required"] == ["case"]


def test_a_case_that_is_there_is_never_written_over(run: Run, case: Path) -> None:
    before = (case / "case.toml").read_bytes()
    assert run("init", case).exit_code == 2
    assert (case / "case.toml").read_bytes() == before


def test_a_folder_without_a_case_says_how_to_make_one(run: Run, tmp_path: Path) -> None:
    result = run("check", tmp_path)
    assert result.exit_code == 2
    assert "tracktwo init" in result.stderr


def test_a_decision_holds_until_the_next_and_undo_takes_it_back(run: Run, case: Path) -> None:
    ident = demand(run, case)
    decide = ("decide", case, ident)
    assert "accepted by Ann" in run(*decide, "accept", "--by", "Ann").stdout
    assert "rejected by Bo" in run(*decide, "reject", "--by", "Bo").stdout
    assert "accepted by Ann" in run(*decide, "undo", "--by", "Bo").stdout
    with Dossier.open(case / "dossier.sqlite") as dossier:
        assert [each.verdict for each in dossier.decisions()] == ["accept", "reject", "undo"]


def test_a_decision_needs_somebody_who_makes_it(run: Run, case: Path) -> None:
    assert run("decide", case, demand(run, case), "accept").exit_code == 2
    assert run("decide", case, demand(run, case), "accept", "--by", " ").exit_code == 2


def test_deciding_on_what_nobody_said_is_refused(run: Run, case: Path) -> None:
    result = run("decide", case, "st:000000000000", "accept", "--by", "Ann")
    assert result.exit_code == 2
    assert "tracktwo search" in result.stderr


def test_why_leads_back_to_passage_source_grade_and_decisions(run: Run, case: Path) -> None:
    ident = demand(run, case)
    run("decide", case, ident, "accept", "--by", "Ann", "--note", "compared with the record")
    said = run("why", case, ident).stdout
    assert "withdraw its troops from the river bank«" in said
    assert "talks.txt" in said
    assert "B2, by A. Analyst: Both delegations confirmed it." in said
    assert "accept by Ann: compared with the record" in said


def test_why_takes_the_number_in_the_brief(run: Run, case: Path) -> None:
    ident = demand(run, case)
    number = re.search(r"number (\d+) in the brief", run("why", case, ident).stdout)
    assert number
    assert run("why", case, number[1]).stdout == run("why", case, ident).stdout


def test_decisions_that_travel_with_a_case_are_taken_in_once(run: Run, case: Path) -> None:
    line = {
        "source": "talks.txt", "words": "withdraw its troops from the river bank",
        "verdict": "accept", "by": "Ann", "at": "2025-01-31T09:00:00Z",
    }  # fmt: skip
    (case / "decisions.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    run("brief", case)
    run("brief", case)
    with Dossier.open(case / "dossier.sqlite") as dossier:
        assert len(dossier.decisions()) == 1


def test_an_edit_that_holds_changes_what_is_said_of_the_statement(run: Run, case: Path) -> None:
    line = {
        "statement": demand(run, case), "verdict": "edit", "by": "Ann",
        "at": "2025-01-31T09:00:00Z", "change": {"firmness": "non_negotiable"},
    }  # fmt: skip
    (case / "decisions.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    assert "firmness: non negotiable" in run("why", case, line["statement"]).stdout


def test_an_edit_of_the_sources_own_words_is_refused(run: Run, case: Path) -> None:
    line = {
        "statement": demand(run, case), "verdict": "edit", "by": "Ann",
        "at": "2025-01-31T09:00:00Z", "change": {"quote": "nothing"},
    }  # fmt: skip
    (case / "decisions.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    result = run("brief", case)
    assert result.exit_code == 2
    assert "only these can be edited" in result.stderr


def test_check_finds_evidence_that_does_not_stand_in_its_source(run: Run, case: Path) -> None:
    assert "nothing to mend" in run("check", case, "--strict").stdout
    text = (case / "case.toml").read_text("utf-8").replace("from the river bank", "from the moon")
    (case / "case.toml").write_text(text, encoding="utf-8")
    result = run("check", case, "--strict")
    assert result.exit_code == 1
    assert "from the moon" in result.stdout
    assert run("check", case).exit_code == 0


def test_check_lists_all_errors_of_the_case_file_at_once(run: Run, case: Path) -> None:
    text = (case / "case.toml").read_text("utf-8")
    text = text.replace('refuses = ["high"]', 'refuses = ["hihg"]').replace('"60"', "0.6")
    (case / "case.toml").write_text(text, encoding="utf-8")
    result = run("check", case)
    assert result.exit_code == 2
    assert "positions[0].refuses[0]" in result.stderr
    assert "positions[2].weight" in result.stderr


def test_new_actors_of_a_case_are_seen_in_what_was_read_before(run: Run, case: Path) -> None:
    run("brief", case)
    text = (case / "case.toml").read_text("utf-8")
    text = text.replace(
        'name = "Darsa"\ntype', 'name = "Republic of Darsa"\naliases = ["Darsa"]\ntype'
    )
    (case / "case.toml").write_text(text, encoding="utf-8")
    assert "Republic of Darsa" in run("why", case, demand(run, case)).stdout


def test_adding_twice_adds_nothing(run: Run, case: Path, tmp_path: Path) -> None:
    more = tmp_path / "more.txt"
    more.write_text("Darsa called for an inspection of the dam.\n", encoding="utf-8")
    assert "more.txt" in run("add", case, more).stdout
    assert (case / "sources" / "more.txt").read_bytes() == more.read_bytes()
    with Dossier.open(case / "dossier.sqlite") as dossier:
        before = dossier.audit()
    run("add", case, more)
    with Dossier.open(case / "dossier.sqlite") as dossier:
        assert dossier.audit() == before


def test_another_file_of_the_same_name_goes_beside_the_first(
    run: Run, case: Path, tmp_path: Path
) -> None:
    before = (case / "sources" / "talks.txt").read_bytes()
    other = tmp_path / "talks.txt"
    other.write_text("Darsa called for an inspection of the dam.\n", encoding="utf-8")
    assert run("add", case, other).exit_code == 0
    assert (case / "sources" / "talks.txt").read_bytes() == before
    assert (case / "sources" / "talks-2.txt").read_bytes() == other.read_bytes()


def test_a_file_that_cannot_be_read_is_not_copied(run: Run, case: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    good = tmp_path / "good.txt"
    good.write_text("Darsa called for an inspection of the dam.\n", encoding="utf-8")
    result = run("add", case, tmp_path / "empty.txt", good)
    assert result.exit_code == 2
    assert "empty.txt" in result.stderr
    assert {path.name for path in (case / "sources").iterdir()} == {"talks.txt", "good.txt"}


def test_words_that_one_statement_alone_holds_name_it(run: Run, case: Path) -> None:
    ident = demand(run, case)
    assert run("why", case, "TROOPS from  the river").stdout == run("why", case, ident).stdout


def test_words_that_several_statements_hold_name_none_and_list_them(run: Run, case: Path) -> None:
    text = "Darsa demanded a full halt of the works. Velia demanded a full halt of the talks.\n"
    (case / "sources" / "halts.txt").write_text(text, encoding="utf-8")
    result = run("decide", case, "a full halt", "accept", "--by", "Ann")
    assert result.exit_code == 2
    assert len(re.findall(r"st:[0-9a-f]{12}", result.stderr)) == 2
