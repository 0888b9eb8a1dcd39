"""Speakers: whom names, pronouns, offices and unnamed people mean."""

from collections.abc import Callable

import pytest

from tracktwo.reading.reading import Reading
from tracktwo.reading.statement import Statement

Only = Callable[..., Statement]
Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Torvay said that the dam was full.", "Torvay"),
        ("Moscow said that the border was open.", "Moscow"),
        ("Mira Halvard, the mayor of Torvay, said that it rained.", "Mira Halvard"),
        ("Torvay’s foreign minister, Mira Halvard, said that it rained.", "Mira Halvard"),
        ("Mira Halvard left. Halvard said that it rained.", "Mira Halvard"),
        ("Mira Halvard met Jon Eskeland. She said that it rained.", "Mira Halvard"),
        (
            "Jon Eskeland left after Mira Halvard had spoken. He said that it rained.",
            "Jon Eskeland",
        ),
        ("Torvay met Darsa. It said that the dam was full.", "Torvay"),
        ("NATO met in May. The alliance said that the border was safe.", "NATO"),
        ("The Torvay Institute met. The institute said that it rained.", "Torvay Institute"),
        (
            "Jon Eskeland, the foreign minister, left. The minister said that it rained.",
            "Jon Eskeland",
        ),
        ("Two diplomats said that the border was open.", "Two diplomats"),
        ("A senior official said that the border was open.", "senior official"),
        ("Critics said that the border was open.", "Critics"),
        ("Russian officials said that the border was open.", "Russian officials"),
        ("Torvay and Darsa met. Both sides said that they would return.", "Both sides"),
    ],
)
def test_a_word_means(only: Only, text: str, speaker: str) -> None:
    statement = only(text)
    assert statement.speaker is not None
    assert statement.speaker.name == speaker


@pytest.mark.parametrize(
    "text",
    ["The harbour said that the border was open.", "It is said that the border was open."],
)
def test_things_do_not_speak(read: Read, text: str) -> None:
    assert [each for each in read(text).statements if each.core] == []


def test_unnamed_officials_speak_for_their_state(read: Read) -> None:
    actors = {each.name: each for each in read("Russian officials said that it rained.").actors}
    assert actors["Russian officials"].speaks_for == "russia"
    assert actors["Russia"].type == "state"


def test_the_words_that_name_a_speaker_are_marked(only: Only) -> None:
    text = "The foreign minister, Mira Halvard, said that it rained."
    speaker = only(text).speaker
    assert speaker is not None
    assert speaker.mention is not None
    assert text[speaker.mention.start : speaker.mention.end] == "The foreign minister"


def test_a_pronoun_that_may_mean_several_has_candidates(only: Only) -> None:
    open_choice = only(
        "The talks between Jon Eskeland and Mira Halvard failed. She said it rained."
    )
    assert set(open_choice.candidates) == {"Mira Halvard", "Jon Eskeland"}
    assert only("Jon Eskeland met Mira Halvard. He said it rained.").candidates == ()


def test_pronouns_go_on_over_any_number_of_sentences(read: Read) -> None:
    found = read("Mira Halvard left. " + "She said that it rained. " * 40).statements
    assert {each.speaker.name for each in found if each.core and each.speaker} == {"Mira Halvard"}


def test_who_holds_an_office_of_somebody_is_found_by_it(only: Only) -> None:
    text = "Egypt’s president, Jon Eskeland, left. Egypt is dry. Its president said that it rained."
    speaker = only(text).speaker
    assert speaker is not None
    assert speaker.name == "Jon Eskeland"
