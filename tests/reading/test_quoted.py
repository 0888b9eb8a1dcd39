"""Direct speech: whose words stand in quotation marks, and how they are cut."""

from collections.abc import Callable

import pytest

from tracktwo.reading.reading import Reading
from tracktwo.reading.statement import Statement

Only = Callable[..., Statement]
Acts = Callable[[str], list[tuple[str, str, str]]]
Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“The valley is ours,” said Mira Halvard.", "“The valley is ours,”"),
        ('"The valley is ours," said Mira Halvard.', '"The valley is ours,"'),
        ("«The valley is ours», said Mira Halvard.", "«The valley is ours»"),
        ("„The valley is ours,“ said Mira Halvard.", "„The valley is ours,“"),
        ("Mira Halvard said: “The valley is ours.”", "“The valley is ours.”"),
        ("Mira Halvard, before the gates: “The valley is ours.”", "“The valley is ours.”"),
        ("Mira Halvard spoke at the gates:\n“The valley is ours.”", "“The valley is ours.”"),
        ("Asked about it, Mira Halvard said “yes”.", "“yes”"),
    ],
)
def test_whole_quotations_keep_their_marks(only: Only, text: str, words: str) -> None:
    found = only(text)
    assert found.speaker is not None
    assert (found.speaker.name, found.quote, found.reporting) == ("Mira Halvard", words, "direct")


def test_a_quotation_that_its_cue_interrupts_is_one(only: Only) -> None:
    text = "“The valley,” Mira Halvard said, “is ours.”"
    found = only(text)
    assert [text[s.start : s.end] for s in found.content] == ["“The valley,”", "“is ours.”"]


def test_each_sentence_of_a_quotation_is_a_statement(acts: Acts) -> None:
    assert acts("Mira Halvard said: “The valley is ours. We will not leave it.”") == [
        ("Mira Halvard", "claim", "“The valley is ours"),
        ("Mira Halvard", "reject", "We will not leave it.”"),
    ]


def test_a_quotation_goes_on_with_the_speaker_before_it(acts: Acts) -> None:
    text = "Mira Halvard left. “The dam is full,” she said. “It leaks at the gates.”"
    assert [speaker for speaker, _, _ in acts(text)] == ["Mira Halvard", "Mira Halvard"]


def test_a_quotation_left_open_goes_on_in_the_next_paragraph(acts: Acts) -> None:
    first = "“We built the dam with our own hands and paid for it."
    second = "“It stands on the land of our fathers, and it stays there for good.”"
    found = acts(f"Mira Halvard said: {first}\n\n{second}")
    assert [(speaker, words) for speaker, _, words in found] == [
        ("Mira Halvard", first),
        ("Mira Halvard", second),
    ]


def test_the_nearest_verb_names_the_speaker(acts: Acts) -> None:
    text = "“It is ours,” said Mira Halvard. “Is it yours?” asked Jon Eskeland."
    assert [(speaker, words) for speaker, _, words in acts(text)] == [
        ("Mira Halvard", "“It is ours,”"),
        ("Jon Eskeland", "“Is it yours?”"),
    ]


def test_who_is_told_is_addressed(only: Only) -> None:
    assert only("“The dam is full,” Mira Halvard told Jon Eskeland.").addressees == (
        "Jon Eskeland",
    )


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “reform” of the valley failed.",
        "They spoke of a “new dawn” in the valley.",
        "“Nobody knows why the dam leaked in the spring.”",
    ],
)
def test_scare_quotes_and_words_that_nobody_owns_are_no_statement(read: Read, text: str) -> None:
    assert not any(each.core for each in read(text).statements)


def test_what_a_quotation_says_is_said_once(acts: Acts) -> None:
    assert acts("Mira Halvard said: “We want peace.”") == [
        ("Mira Halvard", "demand", "“We want peace.”")
    ]


def test_i_means_the_speaker_of_the_quotation_around_it(acts: Acts) -> None:
    found = acts("Jon Eskeland left. “I offer them a treaty of peace,” said Mira Halvard.")
    assert {speaker for speaker, act, _ in found if act == "propose"} == {"Mira Halvard"}


def test_a_quotation_runs_over_paragraphs_with_a_mark_each(acts: Acts) -> None:
    text = (
        "“We waited for a year,” said Mira Halvard. “We got no answer from anybody.\n\n"
        "“The gates were shut in May. They stay shut.”\n\nIt rained."
    )
    found = [(who, words) for who, _, words in acts(text)]
    assert ("Mira Halvard", "“The gates were shut in May") in found
    assert {who for who, _ in found} == {"Mira Halvard"}


def test_a_quotation_in_a_quotation_is_one_link_further_down(read: Read) -> None:
    found = read("“Jon Eskeland told me, ‘We will never sign,’ and left,” said Mira Halvard.")
    inner = next(each for each in found.statements if each.quote.startswith("We will never"))
    assert inner.chain[1:] == ("Mira Halvard", "Jon Eskeland")
    outer = next(each for each in found.statements if each.quote.startswith("“Jon"))
    assert (outer.act, inner.act) == ("claim", "reject")
