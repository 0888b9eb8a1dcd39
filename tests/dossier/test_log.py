"""Decisions as a file: what a person writes, what is wrong in it, and that it reads back."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracktwo.documents.document import Document, Span
from tracktwo.dossier.log import read_log, unseen, write_log
from tracktwo.errors import CaseError, InputError
from tracktwo.reading.decision import Decision
from tracktwo.reading.reading import Reading
from tracktwo.reading.statement import statement_id

TEXT = "Darsa asked for a ban on missiles. Norria refused."
GOOD = {"verdict": "accept", "by": "A. Analyst", "at": "2025-01-31T09:00:00Z"}


@pytest.fixture
def page(make_document: Callable[..., Document]) -> Document:
    return make_document("a.md", TEXT)


@pytest.fixture
def found(page: Document, make_reading: Callable[..., Reading]) -> Reading:
    return make_reading(page, "a ban on missiles")


def written(folder: Path, *lines: object) -> Path:
    path = folder / "decisions.jsonl"
    path.write_text(
        "\n".join(each if isinstance(each, str) else json.dumps(each) for each in lines)
    )
    return path


def test_words_name_the_statement_that_stands_there(
    tmp_path: Path, page: Document, found: Reading
) -> None:
    path = written(tmp_path, {"source": "a.md", "words": "ban  on\nmissiles", **GOOD}, "", " ")
    (decision,) = read_log(path, [page], [found])
    assert decision == Decision(found.statements[0].id, "accept", "A. Analyst", GOOD["at"])


def test_words_that_carry_no_statement_are_decided_on_themselves(
    tmp_path: Path, page: Document, found: Reading
) -> None:
    path = written(tmp_path, {"source": "a.md", "words": "Norria refused", **GOOD})
    (decision,) = read_log(path, [page], [found])
    assert decision.statement == statement_id(page.sha256, (Span(35, 49),))


def test_every_bad_line_is_told_with_its_number(
    tmp_path: Path, page: Document, found: Reading
) -> None:
    path = written(
        tmp_path,
        {"statement": "st:1", **GOOD},
        {"source": "a.md", "words": "a ban on rockets", **GOOD},
        "{not json",
        {"source": "b.md", "words": "a ban", **GOOD},
        {"statement": "st:1", "verdict": "maybe", "by": "", "at": "2025-01-31"},
        {"statement": "st:1", **GOOD, "at": "soon"},
        {"statement": "st:1", "source": "a.md", "words": "a ban", **GOOD},
        {"source": "a.md", **GOOD},
        {"statement": "st:1", **GOOD, "verdict": "edit"},
        {"statement": "st:1", **GOOD, "why": "?"},
        "[1]",
        "[" * 9_999,
    )
    with pytest.raises(CaseError) as error:
        read_log(path, [page], [found])
    assert [str(each.place) for each in error.value.problems] == [
        "line 2",
        "line 3",
        "line 4",
        "line 5.verdict",
        "line 5.by",
        "line 6",
        "line 7",
        "line 8",
        "line 9",
        "line 10.why",
        "line 11",
        "line 12",
    ]
    assert "the nearest passage reads 'a ban on missiles.'" in str(error.value)
    assert "nearest: a.md" in str(error.value)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "decisions.jsonl").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match="could not be read"):
        read_log(tmp_path / "decisions.jsonl", [], [])
    with pytest.raises(InputError, match="could not be read"):
        read_log(tmp_path, [], [])


words = st.text(st.characters(exclude_categories=()) | st.sampled_from("\ud83d\ude00\u2028\r\n"))
changes = st.dictionaries(words, words, max_size=2).map(
    lambda change: json.dumps(change, ensure_ascii=False)
)
decisions = st.builds(
    Decision,
    statement=words.filter(bool),
    verdict=st.sampled_from(["accept", "reject", "undo"]),
    by=words.filter(bool),
    at=st.datetimes().map(lambda time: time.isoformat()),
    machine=st.booleans(),
    note=words,
)
edits = st.builds(
    Decision,
    words.filter(bool),
    st.just("edit"),
    words.filter(bool),
    st.just("2025-01-31"),
    change=changes,
)


@settings(deadline=None)  # a disk may be slow
@given(st.lists(decisions | edits, max_size=4))
def test_a_log_reads_back_as_it_was_written(
    tmp_path_factory: pytest.TempPathFactory, log: list[Decision]
) -> None:
    path = tmp_path_factory.mktemp("log") / "decisions.jsonl"
    write_log(path, log)
    assert read_log(path, [], []) == tuple(log)


def test_a_log_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "decisions.jsonl").mkdir()
    with pytest.raises(InputError, match="could not be written"):
        write_log(tmp_path / "decisions.jsonl", [Decision("st:1", "accept", "me", "2025-01-31")])
    assert [each.name for each in tmp_path.iterdir()] == ["decisions.jsonl"]


@given(st.lists(decisions, max_size=5), st.lists(decisions, max_size=5))
def test_after_taking_in_what_is_unseen_nothing_is_unseen(
    log: list[Decision], known: list[Decision]
) -> None:
    new = unseen(log, known)
    assert unseen(log, [*known, *new]) == ()
    assert all(each in log for each in new)
