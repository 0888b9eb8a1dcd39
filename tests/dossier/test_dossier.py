"""The store: what is added is there, once, whole, and nothing of it can be changed."""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from tracktwo.documents.document import Document, Original, text_hash
from tracktwo.dossier.dossier import Dossier
from tracktwo.dossier.log import write_log
from tracktwo.dossier.schema import METADATA
from tracktwo.errors import CaseError, DossierError, InputError, SpanError
from tracktwo.reading.decision import Decision
from tracktwo.reading.grade import Grade
from tracktwo.reading.reading import Reading

MakeDocument = Callable[..., Document]
MakeReading = Callable[..., Reading]
WORDS = "Darsa asked for a ban on missiles.\nNorria refused it."


@pytest.fixture
def page(make_document: MakeDocument) -> Document:
    return make_document("a.md", WORDS, title="A page")


@pytest.fixture
def found(page: Document, make_reading: MakeReading) -> Reading:
    return make_reading(page, "a ban on missiles", "refused it")


def test_what_was_added_comes_back_the_same(
    dossier: Dossier, page: Document, found: Reading
) -> None:
    assert dossier.add(page, found)
    with Dossier.open(dossier.path) as again:
        assert again.documents() == (page,)
        assert again.readings() == (found,)
        assert again.statement(found.statements[1].id) == found.statements[1]


def test_adding_twice_adds_nothing(dossier: Dossier, page: Document, found: Reading) -> None:
    assert [dossier.add(page, found) for _ in range(3)] == [True, False, False]
    assert len(dossier.audit()) == 1
    assert dossier.readings() == (found,)


def test_a_changed_reading_is_stored_beside_the_old_one_and_is_current(
    dossier: Dossier, page: Document, found: Reading, make_reading: MakeReading
) -> None:
    newer = make_reading(page, "a ban")
    assert [dossier.add(page, each) for each in (found, newer, newer)] == [True, True, False]
    assert dossier.readings() == (newer,)
    assert dossier.statement(found.statements[1].id) == found.statements[1]
    assert dossier.add(page, found)
    assert dossier.readings() == (found,)


def test_each_reader_has_its_own_current_reading(
    dossier: Dossier, page: Document, found: Reading, make_reading: MakeReading
) -> None:
    other = make_reading(page, "Norria refused", reader="analyst")
    dossier.add(page, found)
    dossier.add(page, other)
    assert (dossier.readings(), dossier.readings("analyst")) == ((found,), (other,))
    assert dossier.readings("llm:none") == ()


def test_a_document_read_again_with_more_known_of_it_is_current(
    dossier: Dossier, page: Document, found: Reading
) -> None:
    dated = replace(page, date="2025-01-31")
    dossier.add(page, found)
    assert dossier.add(dated, found)
    assert dossier.documents() == (dated,)


def test_one_text_under_two_names_is_two_documents_with_one_reading(
    dossier: Dossier, page: Document, found: Reading
) -> None:
    copy = replace(page, name="copy.md")
    assert [dossier.add(each, found) for each in (page, copy, page)] == [True, True, False]
    assert dossier.documents() == (page, copy)
    assert dossier.readings() == (found,)


def test_documents_keep_the_order_in_which_they_came(
    dossier: Dossier, make_document: MakeDocument
) -> None:
    pages = [make_document(name, f"Page {name}") for name in ("z.md", "a.md", "m.md")]
    for page in pages:
        dossier.add(page, Reading(page.sha256, "rules"))
    assert dossier.documents() == tuple(pages)
    assert [each.document for each in dossier.readings()] == [each.sha256 for each in pages]


def test_a_reading_that_breaks_the_span_law_is_refused_and_leaves_nothing(
    dossier: Dossier, page: Document, found: Reading
) -> None:
    wrong = replace(found.statements[0], quote="a ban on rockets!")
    with pytest.raises(SpanError, match="a ban on rockets"):
        dossier.add(page, replace(found, statements=(wrong,)))
    with pytest.raises(SpanError, match="another text"):
        dossier.add(page, replace(found, document=text_hash("other")))
    assert dossier.documents() == ()
    assert dossier.audit() == ()


def test_a_stored_reading_that_breaks_the_span_law_is_not_handed_out(
    dossier: Dossier, page: Document, found: Reading
) -> None:
    dossier.add(page, found)
    with dossier._engine.begin() as connection:
        connection.execute(text("DROP TRIGGER statements_no_update"))
        connection.execute(
            text(
                "UPDATE statements SET record = "
                "CAST(replace(CAST(record AS TEXT), 'missiles', 'rockets!') AS BLOB)"
            )
        )
    with pytest.raises(SpanError, match="rockets!"):
        dossier.readings()
    with pytest.raises(SpanError, match="rockets!"):
        dossier.statement(found.statements[0].id)


@pytest.mark.parametrize("table", sorted(METADATA.tables))
@pytest.mark.parametrize("change", ["UPDATE {} SET id = id + 1", "DELETE FROM {}"])
def test_no_row_can_be_changed_or_deleted(
    dossier: Dossier, page: Document, found: Reading, table: str, change: str
) -> None:
    dossier.add(page, found)
    dossier.decide(Decision("st:1", "accept", "ann", "2025-01-31"))
    dossier.grade(page.sha256, Grade("B", "2", "ann"))
    with (
        pytest.raises(IntegrityError, match=f"{table} are only ever added to"),
        dossier._engine.begin() as connection,
    ):
        connection.execute(text(change.format(table)))


def test_decisions_come_back_in_the_order_in_which_they_were_added(dossier: Dossier) -> None:
    log = [
        Decision("st:1", "accept", "ann", "2025-01-31T10:00:00Z", note="checked"),
        Decision("st:1", "undo", "ann", "2025-01-31T09:00:00Z"),
        Decision("st:1", "undo", "ann", "2025-01-31T09:00:00Z", machine=True),
    ]
    for decision in log:
        dossier.decide(decision)
    assert dossier.decisions() == tuple(log)
    assert [(each.action, each.by) for each in dossier.audit()] == [
        ("accept", "ann"),
        ("undo", "ann"),
        ("undo", "ann"),
    ]


def test_a_decision_without_a_time_is_refused(dossier: Dossier) -> None:
    with pytest.raises(InputError, match="ISO 8601"):
        dossier.decide(Decision("st:1", "accept", "ann", "now"))
    assert dossier.decisions() == ()


def test_taking_in_a_file_of_decisions_twice_adds_none(
    dossier: Dossier, page: Document, found: Reading, tmp_path: Path
) -> None:
    dossier.add(page, found)
    dossier.decide(Decision(found.statements[0].id, "accept", "ann", "2025-01-31"))
    path = tmp_path / "decisions.jsonl"
    undo = Decision(found.statements[0].id, "undo", "bob", "2025-02-01")
    write_log(path, [*dossier.decisions(), undo, undo])
    assert [dossier.take_in_decisions(path) for _ in range(3)] == [2, 0, 0]
    assert dossier.decisions()[1:] == (undo, undo)


def test_a_file_with_one_bad_line_adds_no_decision(
    dossier: Dossier, page: Document, found: Reading, tmp_path: Path
) -> None:
    dossier.add(page, found)
    path = tmp_path / "decisions.jsonl"
    write_log(path, [Decision("st:1", "accept", "ann", "2025-01-31")])
    path.write_text(path.read_text() + "{}\n")
    with pytest.raises(CaseError, match="line 2"):
        dossier.take_in_decisions(path)
    assert dossier.decisions() == ()


def test_the_latest_grade_counts(dossier: Dossier, page: Document, found: Reading) -> None:
    dossier.add(page, found)
    assert dossier.grades() == {}
    dossier.grade(page.sha256, Grade("C", "2", "ann"))
    dossier.grade(page.sha256, Grade("B", "2", "ann", "a think tank"))
    assert dossier.grades() == {page.sha256: Grade("B", "2", "ann", "a think tank")}


def test_what_was_never_read_is_not_graded_and_not_found(dossier: Dossier) -> None:
    with pytest.raises(DossierError, match="no document abc was read"):
        dossier.grade("abc", Grade())
    with pytest.raises(DossierError, match="no statement st:0 was read"):
        dossier.statement("st:0")


hostile = st.text(st.characters(exclude_categories=()) | st.sampled_from("\ud83d\ude00\0\n\"'"))


@settings(max_examples=25, deadline=None)  # a disk may be slow
@given(st.lists(st.tuples(hostile, hostile, hostile), max_size=3))
def test_hostile_texts_and_names_come_back_code_point_by_code_point(
    empty: Path, pages: list[tuple[str, str, str]]
) -> None:
    documents = {
        (name, words): Document(name, words, text_hash(words), Original("", "", before + words))
        for name, words, before in pages
    }
    with (
        tempfile.TemporaryDirectory() as folder,
        Dossier.open(Path(shutil.copy(empty, Path(folder) / "dossier.sqlite"))) as dossier,
    ):
        for document in documents.values():
            dossier.add(document, Reading(document.sha256, "rules", notes=(document.name,)))
        assert set(dossier.documents()) == set(documents.values())
        assert all(dossier.search(words) is not None for page in pages for words in page)
