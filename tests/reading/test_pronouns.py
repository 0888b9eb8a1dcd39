"""Pronouns: who was last spoken of, of fitting gender; office-holders without a name."""

from collections.abc import Callable

import pytest

from tracktwo.reading.genders import gender_in
from tracktwo.reading.reading import Reading

Read = Callable[..., Reading]


def speaker_of(reading: Reading, words: str) -> str:
    found = next(each for each in reading.statements if words in each.quote and each.core)
    assert found.speaker is not None
    return found.speaker.name


@pytest.mark.parametrize(
    "text",
    [
        "Mr Mario Doral met Ms Hanna Weld in Paris. He asked for time. She refused to wait.",
        (
            "Mario Doral, the chairman, met Hanna Weld, the spokeswoman. "
            "He asked for time. She refused to wait."
        ),
    ],
)
def test_he_and_she_follow_the_last_subject_of_their_gender(read: Read, text: str) -> None:
    found = read(text)
    assert speaker_of(found, "time") == "Mario Doral"
    assert speaker_of(found, "wait") == "Hanna Weld"


def test_a_pronoun_goes_on_with_the_last_of_coordinated_clauses(read: Read) -> None:
    text = "Mario Doral asked for time, and Ms Hanna Weld refused. She demanded an answer."
    assert speaker_of(read(text), "an answer") == "Hanna Weld"


def test_a_sentence_without_a_space_before_it_keeps_its_speaker(read: Read) -> None:
    text = (
        "Donald Trump turned to Moscow.On 22 January 2025 he threatened Russia with sanctions "
        "unless a deal was made soon.kremlin spokesman Dmitry Peskov replied that he saw nothing "
        "new in this.Russia remains ready for an equal dialogue,he said. "
        "“We can wait for it”,he said."
    )
    found = read(text)
    assert speaker_of(found, "equal dialogue") == "Dmitry Peskov"
    assert speaker_of(found, "We can wait") == "Dmitry Peskov"


def test_an_office_holder_without_a_name_is_a_pronouns_antecedent(read: Read) -> None:
    text = (
        "Finance Minister Beatriz Calloway met Hiroko Tamsin. Hiroko Tamsin offered a loan.\n\n"
        "The Minister dropped the earlier request; she now seeks a reduction by half."
    )
    assert speaker_of(read(text), "a reduction") == "Beatriz Calloway"


def test_a_description_is_taken_up_by_its_noun(read: Read) -> None:
    text = "Torvay’s marine institute said that stocks fell. The institute demanded a new count."
    assert speaker_of(read(text), "a new count") == "Torvay’s marine institute"


def test_between_several_descriptions_the_text_is_open(read: Read) -> None:
    text = (
        "Torvay’s marine institute said that stocks fell. Darsa’s food institute said that they "
        "rose. The institute demanded a new count."
    )
    found = next(each for each in read(text).statements if "count" in each.quote)
    assert len(found.candidates) == 2


@pytest.mark.parametrize(
    ("title", "gender"),
    [("Ms", "she"), ("King", "he"), ("spokeswoman", "she"), ("chairman", "he"), ("judge", None)],
)
def test_a_title_shows_a_gender(title: str, gender: str | None) -> None:
    assert gender_in(title) == gender
