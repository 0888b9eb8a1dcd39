"""Adverbials that attribute a sentence to somebody."""

from collections.abc import Callable

import pytest

from tracktwo.reading.reading import Reading
from tracktwo.reading.statement import Statement

Only = Callable[..., Statement]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("According to Darsa, the talks failed.", "Darsa", "the talks failed"),
        ("The talks failed, according to Darsa.", "Darsa", "The talks failed"),
        ("In the view of Darsa, the talks have failed.", "Darsa", "the talks have failed"),
        ("By Torvay's account, the talks failed.", "Torvay", "the talks failed"),
        ("In the account given by Torvay, the talks failed.", "Torvay", "the talks failed"),
    ],
)
def test_an_adverbial_attributes(only: Only, text: str, speaker: str, words: str) -> None:
    found = only(text)
    assert found.speaker is not None
    assert (found.speaker.name, found.act, found.quote) == (speaker, "claim", words)


def test_an_adverbial_in_the_middle_leaves_two_spans(only: Only) -> None:
    text = "The figures, according to Darsa, are old."
    assert [text[s.start : s.end] for s in only(text).content] == ["The figures", "are old"]


def test_who_is_accounted_to_report_is_a_link_of_the_chain(only: Only) -> None:
    found = only("According to Mira Halvard, Darsa said that the talks had failed.")
    assert found.chain == ("author", "Mira Halvard", "Darsa")


def test_things_have_no_view(read: Callable[..., Reading]) -> None:
    assert not any(s.core for s in read("According to the schedule, it starts in May.").statements)
