"""Does a case, or an article, become a briefing?"""

import re
from collections.abc import Callable
from pathlib import Path

from typer.testing import Result

Run = Callable[..., Result]
SAID = "withdraw its troops from the river bank"


def test_a_case_becomes_a_page_in_its_own_folder(run: Run, case: Path) -> None:
    result = run("brief", case)
    assert result.exit_code == 0, result.output
    assert str(case / "brief" / "index.html") in result.stdout
    assert SAID in (case / "brief" / "index.html").read_text("utf-8")


def test_an_article_needs_no_case(run: Run, case: Path) -> None:
    result = run("brief", case / "sources" / "talks.txt")
    assert result.exit_code == 0, result.output
    assert SAID in Path("brief/index.html").read_text("utf-8")


def test_standard_input_becomes_a_page(run: Run) -> None:
    result = run("brief", "-", "-o", "out", stdin=b"Darsa demanded a full halt.\n")
    assert result.exit_code == 0, result.output
    assert "a full halt" in Path("out/index.html").read_text("utf-8")


def test_a_question_is_asked_of_the_sources(run: Run, case: Path) -> None:
    run("brief", case, "--ask", "Who owns the moon?")
    assert "Who owns the moon?" in (case / "brief" / "index.html").read_text("utf-8")


def test_the_same_input_gives_the_same_bytes(run: Run, case: Path) -> None:
    run("brief", case)
    first = (case / "brief" / "index.html").read_bytes()
    run("brief", case)
    assert (case / "brief" / "index.html").read_bytes() == first


def test_the_page_is_the_same_whether_the_dossier_is_old_or_new(run: Run, case: Path) -> None:
    run("brief", case)
    first = (case / "brief" / "index.html").read_bytes()
    for path in case.glob("dossier.sqlite*"):
        path.unlink()
    run("brief", case)
    assert (case / "brief" / "index.html").read_bytes() == first


def test_one_bad_file_does_not_stop_the_rest_but_gives_2(run: Run, case: Path) -> None:
    (case / "sources" / "empty.txt").write_bytes(b"")
    result = run("brief", case)
    assert result.exit_code == 2
    assert "empty.txt" in result.stderr
    assert SAID in (case / "brief" / "index.html").read_text("utf-8")


def test_where_nothing_can_be_read_nothing_is_written(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    result = run("brief", "empty.txt")
    assert result.exit_code == 2
    assert not Path("brief").exists()


def test_a_source_that_was_removed_leaves_the_page(run: Run, case: Path) -> None:
    (case / "sources" / "more.txt").write_text("Darsa called for an inspection of the dam.\n")
    run("brief", case)
    assert "an inspection" in (case / "brief" / "index.html").read_text("utf-8")
    (case / "sources" / "more.txt").unlink()
    run("brief", case)
    assert "an inspection" not in (case / "brief" / "index.html").read_text("utf-8")


def test_strict_writes_nothing_where_the_law_is_broken(run: Run, case: Path) -> None:
    text = (case / "case.toml").read_text("utf-8").replace("from the river bank", "from the moon")
    (case / "case.toml").write_text(text, encoding="utf-8")
    result = run("brief", case, "--strict")
    assert result.exit_code == 1
    assert "from the moon" in result.stderr
    assert not (case / "brief").exists()
    assert run("brief", case).exit_code == 0


def test_the_same_text_under_two_names_is_read_once_and_may_be_cited_by_both(
    run: Run, case: Path
) -> None:
    text = (
        (case / "case.toml").read_text("utf-8").replace('"talks.txt", words', '"copy.txt", words')
    )
    (case / "case.toml").write_text(text, encoding="utf-8")
    (case / "sources" / "copy.txt").write_bytes((case / "sources" / "talks.txt").read_bytes())
    assert run("check", case, "--strict").exit_code == 0
    assert run("brief", case).exit_code == 0


def test_a_case_and_an_article_together_are_refused(run: Run, case: Path) -> None:
    result = run("brief", case, case / "sources" / "talks.txt")
    assert result.exit_code == 2
    assert "name one case" in result.stderr


def test_the_page_asks_nothing_of_anywhere(run: Run, case: Path) -> None:
    run("brief", case)
    page = (case / "brief" / "index.html").read_text("utf-8")
    assert not re.search(r"""(?:src|href)=["'](?:https?:)?//|@import|url\(\s*["']?https?:""", page)
