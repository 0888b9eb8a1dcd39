"""Verbs with small words behind them: "hit back at" is not "hit"."""

from collections.abc import Callable

import pytest

from tracktwo.reading.complements import small_words
from tracktwo.reading.frames import lemma_of
from tracktwo.reading.pipeline import pipeline
from tracktwo.reading.statement import Statement

Only = Callable[..., Statement]
Acts = Callable[[str], list[tuple[str, str, str]]]


@pytest.mark.parametrize(
    ("text", "small", "key"),
    [
        ("Darsa held out for a seat.", ["out", "for"], "hold_out_for"),
        ("Darsa held out hope.", ["out"], "hold_out"),
        ("Darsa held talks.", [], "hold"),
        ("The minister hit back at the charge.", ["back", "at"], "hit_back_at"),
        ("The council put forward a plan.", ["forward"], "put_forward"),
        ("Darsa pulled out of the talks.", ["out", "of"], "pull_out_of"),
    ],
)
def test_the_longest_verb_that_the_lexicon_holds_counts(
    text: str, small: list[str], key: str
) -> None:
    verb = next(each for each in pipeline()(text) if each.pos_ == "VERB")
    assert [each.lower_ for each in small_words(verb)] == small
    assert lemma_of(verb) == key


@pytest.mark.parametrize(
    ("text", "act", "words"),
    [
        ("The minister hit back at the criticism.", "deny", "the criticism"),
        ("Torvay lashed out at Darsa.", "accuse", "Darsa"),
        ("The council pushed for a ceasefire.", "demand", "a ceasefire"),
        ("Darsa held out for a seat on the board.", "demand", "a seat on the board"),
        ("The council went along with the plan.", "accept", "the plan"),
        ("Darsa settled for a smaller share.", "accept", "a smaller share"),
        ("Darsa walked away from the talks.", "reject", "the talks"),
        ("The council backed out of the deal.", "reject", "the deal"),
        ("Torvay came up with a plan for the port.", "propose", "a plan for the port"),
    ],
)
def test_a_verb_reports_what_the_last_of_its_small_words_governs(
    only: Only, text: str, act: str, words: str
) -> None:
    found = only(text)
    assert (found.act, found.quote) == (act, words)


@pytest.mark.parametrize(
    "text", ["Torvay expects Darsa to leave the port.", "Torvay invited Darsa to leave the port."]
)
def test_what_another_is_to_do_is_asked_of_the_other(only: Only, text: str) -> None:
    found = only(text)
    assert (found.act, found.quote, found.addressees) == (
        "demand",
        "to leave the port",
        ("Darsa",),
    )


@pytest.mark.parametrize(
    "text",
    [
        "Torvay expected to leave the port.",
        "Darsa was expected to leave the port.",
        "Torvay invited the parties to talks.",
    ],
)
def test_what_one_expects_to_do_or_is_expected_to_is_asked_of_nobody(acts: Acts, text: str) -> None:
    assert acts(text) == []


def test_who_reserves_the_right_to_act_threatens(only: Only) -> None:
    found = only("Torvay reserved the right to close the strait.")
    assert (found.act, found.quote) == ("threaten", "to close the strait")


@pytest.mark.parametrize(
    "text", ["Torvay reserves the right of reply.", "Torvay reserved a table at the hotel."]
)
def test_who_reserves_anything_else_does_not(acts: Acts, text: str) -> None:
    assert acts(text) == []
