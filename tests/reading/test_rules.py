"""The reader as a whole: other languages, firmness, candidates of nothing, the same every time."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tracktwo.actors.actor import Actor
from tracktwo.actors.registry import Registry
from tracktwo.documents.document import Document
from tracktwo.reading.export import as_json
from tracktwo.reading.reading import Reading, check_spans
from tracktwo.reading.rules import read as read_document
from tracktwo.reading.statement import Statement

SCHEMA = Path(__file__).parents[2] / "docs" / "reference" / "schemas" / "read.schema.json"
Only = Callable[..., Statement]
Read = Callable[..., Reading]

RICH = """\
In May 2020 Torvay demanded of Darsa:
- a new bridge over the river;
- the return of the archives.
Darsa rejected these demands. “We will not sign,” said Jon Eskeland, Darsa's president.
Why did it fail?
Torvay said it could accept a phased opening if Darsa paid. However, Darsa denied that it owed
anything. If the rains fail, the talks will probably collapse.
The talks between Jon Eskeland and Mira Halvard ended. She repeated the demand for a new bridge.
Q: Will you sign?
Halvard: Yes.
Q: When?
Halvard: In May, I believe.
"""


@pytest.fixture(scope="module")
def rich(document: Callable[..., Document], registry: Registry) -> tuple[Document, Reading]:
    page = document(RICH, date="2020-06-01")
    return page, read_document(page, registry)


def test_a_rich_reading_is_as_its_schema_says(rich: tuple[Document, Reading]) -> None:
    exported = json.loads(json.dumps(as_json(*rich)))
    Draft202012Validator(json.loads(SCHEMA.read_text("utf-8"))).validate(exported)
    empty = {key for key, value in exported.items() if value == []}
    assert empty == {"notes"}


def test_the_same_text_is_read_the_same(rich: tuple[Document, Reading], registry: Registry) -> None:
    page, reading = rich
    assert read_document(page, registry) == reading


def test_statements_are_in_order_with_ids_of_their_own(rich: tuple[Document, Reading]) -> None:
    statements = rich[1].statements
    assert [each.hull.start for each in statements] == sorted(s.hull.start for s in statements)
    assert len({each.id for each in statements}) == len(statements)


def test_whoever_is_named_is_among_the_actors(rich: tuple[Document, Reading]) -> None:
    reading = rich[1]
    known = {each.id for each in reading.actors}
    named = {ident for each in reading.statements for ident in each.addressee_ids}
    named |= {each.speaker.actor for each in reading.statements if each.speaker}
    assert named | {each.actor for each in reading.turns} <= known
    assert {each.speaks_for for each in reading.actors} - {""} <= known


def test_another_language_is_noted_and_its_turns_and_questions_are_read(read: Read) -> None:
    text = "Q: Warum jetzt?\nHalvard: Weil es regnet.\nQ: Seit wann?\nHalvard: Seit Mai."
    found = read(text, language="de")
    assert found.statements == ()
    assert [each.speaker for each in found.turns] == ["Q", "Halvard", "Q", "Halvard"]
    assert [each.by for each in found.questions] == ["Q", "Q"]
    assert found.notes == (
        "the text seems to be in “de”, not English: its statements were not read",
    )


@pytest.mark.parametrize("language", ["", "en"])
def test_a_text_that_may_be_english_is_read(read: Read, language: str) -> None:
    found = read("Torvay said that it rained.", language=language)
    assert (len(found.statements), found.notes) == (1, ())


def test_an_empty_text_has_an_empty_reading(read: Read) -> None:
    found = read("")
    assert (found.statements, found.turns, found.actors) == ((), (), ())


def test_a_cases_own_people_are_known(
    document: Callable[..., Document], registry: Registry
) -> None:
    halvard = Actor("mh", "Mira Halvard", "person", speaks_for="egypt")
    page = document("Mira Halvard said that it rained.")
    found = read_document(page, registry.extended([halvard]))
    assert found.statements[0].speaker is not None
    assert found.statements[0].speaker.actor == "mh"
    assert [each.id for each in found.actors] == ["mh", "egypt"]


@pytest.mark.parametrize(
    ("text", "level", "shown_by"),
    [
        ("Torvay said that it rained.", "stated", None),
        ("Torvay demanded a new bridge.", "firm", "demanded"),
        ("Torvay demanded that Darsa never return.", "non_negotiable", "never"),
        ("Torvay said that it would probably rain.", "hedged", "would probably"),
        ("Torvay is ready to pay for it.", "tentative", "ready"),
    ],
)
def test_the_words_that_show_how_firm_it_is(
    only: Only, text: str, level: str, shown_by: str | None
) -> None:
    found = only(text)
    cue = found.firmness_cue
    assert (found.firmness, text[cue.start : cue.end] if cue else None) == (level, shown_by)


def test_a_reading_of_another_text_is_held_against_it(
    rich: tuple[Document, Reading], document: Callable[..., Document]
) -> None:
    with pytest.raises(ValueError, match="another text"):
        check_spans(document("Something else."), rich[1])
