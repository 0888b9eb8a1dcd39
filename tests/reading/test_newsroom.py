"""The sentences of newsrooms: relative clauses, unanswered questions, gaps, unnamed sources."""

from collections.abc import Callable

import pytest

Acts = Callable[[str], list[tuple[str, str, str]]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The bonus that the nurses demanded in May is late.", ("nurses", "demand")),
        ("Nobody mentioned the extra shifts which the pilots had demanded.", ("pilots", "demand")),
    ],
)
def test_a_relative_clause_says_who_demanded_its_noun(
    acts: Acts, text: str, found: tuple[str, str]
) -> None:
    assert [(who, act) for who, act, _ in acts(text)] == [found]


def test_a_clause_that_a_preposition_opens_is_no_part_of_what_was_asked(acts: Acts) -> None:
    text = "The delay for which the miners had called was granted."
    assert acts(text) == [("miners", "demand", "The delay")]


@pytest.mark.parametrize(
    "text",
    [
        "The port that sailors love is full.",
        "The man whom the police want left Oldwick in May.",
        "Nobody knew what the miners wanted.",
    ],
)
def test_other_relative_clauses_ask_for_nothing(acts: Acts, text: str) -> None:
    assert acts(text) == []


def test_what_others_say_of_a_thing_is_theirs_alone(acts: Acts) -> None:
    text = "The council has refused to raise the levy, which economists say would cost jobs."
    assert acts(text) == [
        ("council", "reject", "to raise the levy"),
        ("economists", "claim", "would cost jobs"),
    ]


def test_any_other_relative_clause_stays_with_its_noun(acts: Acts) -> None:
    text = "The pilots' union wants a law, which protects its members."
    assert [words for _, _, words in acts(text)] == ["a law, which protects its members"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Asked whether the offer was final, the minister would not say.",
            "whether the offer was final",
        ),
        (
            "Pressed on whether he would resign, the mayor declined to answer.",
            "whether he would resign",
        ),
        (
            "Questioned about the missing ledgers, the bank refused to comment.",
            "the missing ledgers",
        ),
    ],
)
def test_a_question_that_somebody_will_not_answer_is_refused(
    acts: Acts, text: str, words: str
) -> None:
    assert [(act, quote) for _, act, quote in acts(text)] == [("reject", words)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The nurses would settle for four beds.", "four beds"),
        ("Both sides can live with a referee.", "a referee"),
        ("The council could accept a smaller grant.", "a smaller grant"),
    ],
)
def test_what_somebody_would_take_is_consent(acts: Acts, text: str, words: str) -> None:
    assert [(act, quote) for _, act, quote in acts(text)] == [("accept", words)]


@pytest.mark.parametrize(
    "text",
    [
        "The engine could live with less oil.",
        "Would the nurses settle for four beds?",
        "The harbour could take bigger ships.",
    ],
)
def test_things_and_questions_consent_to_nothing(acts: Acts, text: str) -> None:
    assert acts(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "A teacher who asked not to be named said the school was full.",
        "A teacher, requesting anonymity, said the school was full.",
    ],
)
def test_that_a_source_will_not_be_named_is_no_statement(acts: Acts, text: str) -> None:
    assert [words for _, _, words in acts(text)] == ["the school was full"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "The union accused the mayor of arrogance and his deputies of cowardice.",
            ["arrogance", "cowardice"],
        ),
        (
            "The mayor blamed the ministry for wasting time and the union for refusing to listen.",
            ["wasting time", "refusing to listen"],
        ),
        (
            "The union charged the council with neglect and the ministry with fraud.",
            ["neglect", "fraud"],
        ),
        ("The union accused the mayor of greed and sloth.", ["greed and sloth"]),
    ],
)
def test_a_verb_of_blame_is_shared_by_all_whom_it_charges(
    acts: Acts, text: str, words: list[str]
) -> None:
    assert [(act, quote) for _, act, quote in acts(text)] == [("accuse", each) for each in words]


def test_a_date_may_stand_between_the_accuser_and_the_charge(acts: Acts) -> None:
    text = "The mayor was accused by the union on Monday of hiding the figures."
    assert acts(text) == [("union", "accuse", "hiding the figures")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            'The union branded the plan "a fairy tale".',
            ("union", "claim", 'the plan "a fairy tale"'),
        ),
        (
            "A school is not a warehouse, as the minister put it.",
            ("minister", "claim", "A school is not a warehouse"),
        ),
        (
            "The mayor might pay half, a person familiar with the talks said.",
            ("person familiar with talks", "claim", "The mayor might pay half"),
        ),
        ("Teachers fear they will be forgotten.", ("teachers", "claim", "they will be forgotten")),
    ],
)
def test_newsrooms_name_frame_and_fear(acts: Acts, text: str, found: tuple[str, str, str]) -> None:
    assert [(who.lower(), act, words) for who, act, words in acts(text)] == [found]


def test_a_quotation_goes_on_behind_its_cue_also_with_a_capital(acts: Acts) -> None:
    found = acts('"If they ask me," the minister said at last, "I will come."')
    assert [words for _, _, words in found] == [
        '"If they ask me," the minister said at last, "I will come."'
    ]


def test_what_is_put_in_a_safe_is_not_said(acts: Acts) -> None:
    assert acts("The minister put it in the safe, as the mayor had.") == []
