"""A document that speaks in its own name, and who issued it."""

from collections.abc import Callable

import pytest

from tracktwo.reading.declaration import declaration
from tracktwo.reading.layout import blocks
from tracktwo.reading.reading import Reading

Read = Callable[..., Reading]

BODY = "We ask Torvay for talks. We will wait until May. Our men rest. The winter was long."


def issuer(text: str) -> str | None:
    """Give the issuer of a text that speaks in its own name, "" where nobody is named."""
    found = declaration(text, blocks(text))
    return None if found is None else found.label


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"Statement of the Harbour Council\n\n{BODY}", "Harbour Council"),
        (f"Letter from the Harbour Council to the mediators\n\n{BODY}", "Harbour Council"),
        (f"Communiqué No. 4: Harbour Council\n\n{BODY}", "Harbour Council"),
        (f"The Harbour Council: press statement\n\n{BODY}", "Harbour Council"),
        (f"Harbour Council official statement\n\n{BODY}", "Harbour Council"),
        (f"{BODY}\n\nFor the Harbour Council", "Harbour Council"),
        (f"{BODY}\n\nOn behalf of the Harbour Council,\nAda Lind", "Harbour Council"),
        (f"{BODY}\n\nFor and on behalf of the Harbour Council", "Harbour Council"),
        (
            f"Not for release before noon statement\n\n{BODY}\n\nFor the Harbour Council",
            "Harbour Council",
        ),
        (f"{BODY}\n\nAda Lind, spokeswoman of the Harbour Council", "Harbour Council"),
        (f"We, the Miners of Velim, are tired. {BODY}", "Miners of Velim"),
        (f"The Harbour Council hereby declares what follows.\n\n{BODY}", "Harbour Council"),
        (f"HARBOUR COUNCIL\n{BODY}", "Harbour Council"),
        (f"THE HARBOUR COUNCIL — Velim, 3 May\n{BODY}", "Harbour Council"),
    ],
)
def test_an_issuer_is_named_by_head_signature_or_first_sentence(text: str, name: str) -> None:
    assert issuer(text) == name


def test_a_name_in_capitals_is_written_as_in_the_body() -> None:
    text = f"STATEMENT OF THE FRONT OF vAN DORE\n\n{BODY}"
    assert issuer(text.replace("vAN", "VAN") + " The Front of van Dore met.") == "Front of van Dore"


def test_a_text_in_the_first_person_that_names_nobody_has_an_empty_label() -> None:
    assert issuer(BODY) == ""


@pytest.mark.parametrize(
    "text",
    [
        "",
        "We met.",
        "Statement of the Harbour Council",
        "Statement of the Harbour Council\n\nTorvay asked for talks. The council met twice.",
        "“We will wait. We will not sign. We want peace,” said Ada Lind of the Harbour Council.",
        "We will see. " + "Torvay asked for talks and nobody came to them. " * 20,
    ],
)
def test_a_text_that_hardly_says_we_is_nobodys_declaration(text: str) -> None:
    assert issuer(text) is None


def test_with_a_named_issuer_a_fifth_of_the_sentences_is_enough_and_without_one_a_third() -> None:
    words = "We want peace. We will wait. Our men rest. " + "The winter was long here. " * 9
    assert issuer(words) is None
    assert issuer(f"Statement of the Harbour Council\n\n{words}") == "Harbour Council"


def test_the_turn_is_all_that_stands_below_the_head() -> None:
    text = f"Statement of the Harbour Council\n\n{BODY}\n\nWe hope for rain."
    found = declaration(text, blocks(text))
    assert found is not None
    assert found.issued
    assert text[found.span.start : found.span.end] == f"{BODY}\n\nWe hope for rain."
    assert text[found.label_span.start : found.label_span.end] == "Harbour Council"


def test_what_it_says_is_said_by_its_issuer_and_makes_no_turn(read: Read) -> None:
    reading = read(
        "Statement of the Harbour Council\n\nWe demand that Torvay open the strait. "
        "We will not sign under threat. Our ships stay where they are."
    )
    said = [(each.speaker and each.speaker.name, each.act) for each in reading.statements]
    assert said == [
        ("Harbour Council", "demand"),
        ("Harbour Council", "reject"),
        ("Harbour Council", "claim"),
    ]
    assert reading.turns == ()
    first = reading.actors[0]
    assert (first.name, first.type) == ("Harbour Council", "organisation")


def test_an_issuer_whom_the_text_knows_is_that_actor(read: Read) -> None:
    reading = read(
        "Statement of the European Union\n\nWe want peace. We will not sign under threat. "
        "We ask Torvay for talks."
    )
    assert {each.speaker.actor for each in reading.statements if each.speaker} == {"eu"}


def test_a_text_of_nobody_is_its_authors_own_word(read: Read) -> None:
    reading = read(BODY)
    assert {each.speaker.actor for each in reading.statements if each.speaker} == {"author"}
    assert all(each.core for each in reading.statements)
