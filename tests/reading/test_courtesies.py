"""Courtesies: what opens, closes or steers a talk is no statement; what says something is."""

import pytest

from tracktwo.documents.document import Span
from tracktwo.reading.courtesies import is_courtesy, without_preface


@pytest.mark.parametrize(
    "sentence",
    [
        "Good evening, Minister.",
        "Thank you all for coming.",
        "I thank the Member for giving way.",
        "Order, order!",
        "I give way.",
        "On a point of order, Mr Speaker.",
        "One last question, please.",
        "The gentleman's time has expired.",
        "[Applause.]",
        "Madam President, honourable members,",
        "Dear Minister,",
        "Yours faithfully,",
        "I look forward to your early reply.",
        "Let me be brief.",
        "Allow me to begin with the mines.",
        "I know what is being said.",
        "There are rumours about a second letter.",
        "God bless you all.",
        "12 March 2011 (as delivered)",
    ],
)
def test_what_only_opens_closes_or_steers(sentence: str) -> None:
    assert is_courtesy(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "We are grateful, and we accept.",
        "Order the ships back to port.",
        "Let me say that we reject this.",
        "Ms Petrie has seen nothing of the kind.",
        "I know that the accounts are false.",
        "The meeting in Kesh failed.",
        "We shall not give way.",
        "I welcome the offer.",
    ],
)
def test_what_says_something_is_none(sentence: str) -> None:
    assert not is_courtesy(sentence)


@pytest.mark.parametrize(
    ("sentence", "rest"),
    [
        ("To the miners I say this: stay at home", "stay at home"),
        ("Our view is that the treaty is dead", "the treaty is dead"),
        ("Frankly, we were surprised", "we were surprised"),
        ("I have one answer: it must leave", "it must leave"),
        ("The treaty is dead", "The treaty is dead"),
    ],
)
def test_a_preface_is_left_out(sentence: str, rest: str) -> None:
    found = without_preface(sentence, Span(0, len(sentence)))
    assert sentence[found.start : found.end] == rest
