"""Turns: who speaks in which block, and which colons make no speaker."""

from collections.abc import Callable

import pytest

from tracktwo.reading.labels import label_key
from tracktwo.reading.layout import blocks
from tracktwo.reading.reading import Reading
from tracktwo.reading.turns import labelled_turns

Read = Callable[..., Reading]

INTERVIEW = """\
Dr. Mira Halvard, a fellow of the Torvay Institute, spoke to us in May.
Valley News Editor: Who opened the gates?
Dr.Mira Halvard: Nobody knows. The lock was broken.
Valley News Editor: Will it happen again?
dr. Mira Halvard: It may.

It depends on the rain.
Valley News Editor: Thank you.
"""


def turns(text: str) -> list[tuple[str, str]]:
    found = labelled_turns(text, blocks(text))
    return [(each.label, text[each.span.start : each.span.end]) for each in found]


def test_a_turn_runs_to_the_next_label_without_its_own() -> None:
    assert [words for _, words in turns(INTERVIEW)] == [
        "Who opened the gates?",
        "Nobody knows. The lock was broken.",
        "Will it happen again?",
        "It may.\n\nIt depends on the rain.",
        "Thank you.",
    ]


def test_one_speaker_under_several_spellings_of_a_label_is_one(read: Read) -> None:
    found = read(INTERVIEW).turns
    assert [each.speaker for each in found] == [
        "Valley News Editor",
        "Mira Halvard",
        "Valley News Editor",
        "Mira Halvard",
        "Valley News Editor",
    ]
    assert {each.actor for each in found if each.speaker == "Mira Halvard"} == {"mira-halvard"}


def test_a_speaker_has_the_role_that_the_text_gives(read: Read) -> None:
    halvard = next(each for each in read(INTERVIEW).actors if each.id == "mira-halvard")
    assert [role.title for role in halvard.roles] == ["a fellow of the Torvay Institute"]


def test_a_host_says_nothing_of_its_own(read: Read) -> None:
    found = read(INTERVIEW)
    assert {each.speaker.name for each in found.statements if each.core and each.speaker} == {
        "Mira Halvard"
    }


def test_a_host_is_who_mostly_asks() -> None:
    text = "Jon: Why?\nMira: Because.\nJon: Since when?\nMira: May.\nJon: Where?"
    hosts = {each.label for each in labelled_turns(text, blocks(text)) if each.host}
    assert hosts == {"Jon"}


@pytest.mark.parametrize(
    "text",
    [
        "Date: 3 May\nPlace: Torvay\nContact: press office\nSource: Valley News",
        "Date: 3 May\nDate: 4 May\nDate: 5 May",
        "The demand is this: peace.\nTorvay left.",
        "Torvay said: no.\nDarsa said: yes.\nBoth agreed: maybe.",
        "Jon: once.\nMira: once.",
    ],
)
def test_headers_and_single_colons_make_no_turns(text: str) -> None:
    assert turns(text) == []


@pytest.mark.parametrize(
    "label", ["MIRA HALVARD", "**Mira Halvard**", "Mira Halvard (Torvay)", "10:44 Mira Halvard"]
)
def test_labels_in_capitals_bold_or_with_a_clock_count(label: str) -> None:
    text = f"{label}: One day.\nQ: Which?\n{label}: Some day."
    assert len(turns(text)) == 3


def test_a_heading_ends_a_turn() -> None:
    text = "Q: Why?\nMira: Because.\nWhat comes next\nThe dam is full.\nQ: When?\nMira: May."
    assert turns(text)[1] == ("Mira", "Because.")


def test_keys_fold_case_and_punctuation() -> None:
    assert label_key("Dr.Mira Halvard") == label_key("dr. mira  HALVARD")


@pytest.mark.parametrize(
    "talk",
    [
        ("08:15 HALVARD: ", "09:30 ESKELAND: ", "10:00 HALVARD: "),
        ("[08:15] HALVARD: ", "[09:30] ESKELAND: ", "[10:00] HALVARD: "),
        ("**Mira Halvard:** ", "**Jon Eskeland:** ", "**Mira Halvard:** "),
    ],
)
def test_labels_may_have_a_time_or_be_bold(read: Read, talk: tuple[str, str, str]) -> None:
    one, two, three = talk
    found = read(f"{one}We want a vote.\n\n{two}We refuse.\n\n{three}We leave now.")
    assert [turn.speaker.split()[-1] for turn in found.turns] == ["Halvard", "Eskeland", "Halvard"]
    refusal = next(each for each in found.statements if each.quote == "We refuse")
    assert refusal.act == "reject"


@pytest.mark.parametrize(
    "lead",
    ["Interview with Mira Halvard, water minister", "Jon Eskeland spoke to Mira Halvard in Cairo."],
)
def test_answers_are_the_guests_whom_the_lead_names(read: Read, lead: str) -> None:
    found = read(
        f"{lead}\n\nQ: Minister, you have rejected its offer. Why?\n\n"
        "A: We could not agree to it.\n\nQ: What do you want?\n\nA: We want a new treaty."
    )
    assert {turn.speaker for turn in found.turns} == {"Q", "Mira Halvard"}
    assert {each.speaker.name for each in found.statements if each.core and each.speaker} == {
        "Mira Halvard"
    }


def test_you_are_whom_the_host_asks(read: Read) -> None:
    found = read(
        "Interview with Mira Halvard\n\nQ: You have rejected the offer. Why?\n\nA: It was late.\n\n"
        "Q: And now?\n\nA: We wait for an answer."
    )
    rejected = next(each for each in found.statements if each.act == "reject")
    assert rejected.chain[1:] == ("Q", "Mira Halvard")


DEBATE = """\
Mr Deputy Speaker (in the Chair): Order. The next business is the Ferry Bill.

Anna Roth (Velm North) (Green): We demand that the ferries run all winter.

The Minister of State for Islands (Dr Pavel Horn): With respect to the hon. Lady, we have paid.

Hon. Members: Shame!

Anna Roth: The Minister knows that they have not.

Dr Horn: I reject that. [Interruption.]
"""


def test_brackets_of_a_label_tell_seat_party_and_name(read: Read) -> None:
    found = read(DEBATE)
    assert [turn.speaker for turn in found.turns] == [
        "Speaker",
        "Anna Roth",
        "Pavel Horn",
        "Hon. Members",
        "Anna Roth",
        "Pavel Horn",
    ]
    roth = next(each for each in found.actors if each.id == "anna-roth")
    assert [role.title for role in roth.roles] == ["Velm North, Green"]


def test_a_stop_behind_hon_ends_no_sentence(read: Read) -> None:
    quotes = [each.quote for each in read(DEBATE).statements]
    assert "we have paid" in quotes or "With respect to the hon. Lady, we have paid" in quotes
    assert not any(quote.endswith("hon") for quote in quotes)


def test_calls_to_order_and_what_stands_in_brackets_are_no_statements(read: Read) -> None:
    quotes = " ".join(each.quote for each in read(DEBATE).statements)
    assert "Order" not in quotes
    assert "Interruption" not in quotes


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Q. ", "A. "),
        ("Q1: ", "A1: "),
        ("**Q:** ", "**A:** "),
        ("Mr. HALDEN. ", "Ms. PRYCE. "),
        ("Chair\n", "Ms Larsen\n"),
        ("MODERATOR – ", "ARVO TAMM (through interpreter) – "),
        ("[00:01:12] HOST: ", "[00:02:40] GENERAL TAMM: "),
        ("@KorvaSteel · 3 May 2021, 09:40\n", "@SteelUnion · 3 May 2021, 09:55\n"),
        ("Korva Steel (@KorvaSteel) – 3 May\n", "Joan Petrie @joanpetrie, 4 May\n"),
    ],
)
def test_labels_of_many_kinds(one: str, other: str) -> None:
    said = ["We shall wait.", "Nobody waits for you.", "Then we go.", "Go then."]
    text = "\n\n".join(f"{who}{words}" for who, words in zip([one, other] * 2, said, strict=True))
    assert [words for _, words in turns(text)] == said


@pytest.mark.parametrize(
    "talk",
    [
        "**{q}**\n\n{a}",
        "{q}\n\n{a}",
        "— {q}\n— {a}",
    ],
)
def test_an_interview_needs_no_labels(read: Read, talk: str) -> None:
    pairs = [
        ("Mr Osk, what do you want?", "We want an audit by June."),
        ("Would you take a lease?", "I could live with one."),
        ("And if your bank refuses?", "Then we shall sue it."),
    ]
    body = "\n\n".join(talk.format(q=asked, a=answer) for asked, answer in pairs)
    found = read(f"Interview with Marit Osk, mayor of Tellin\n\n{body}")
    assert [turn.speaker for turn in found.turns] == ["author", "Marit Osk"] * 3
    assert {each.chain[-1] for each in found.statements if each.core} == {"Marit Osk"}


def test_a_text_that_answers_its_own_headings_has_no_turns(read: Read) -> None:
    text = (
        "What is the quota?\n\nA limit on the catch.\n\nWho sets it?\n\nThe council does.\n\n"
        "Why now?\n\nBecause the stocks fell."
    )
    assert read(text).turns == ()


DISPUTE = """\
Mr Varn: We have paid the islands.

Ms Roth: He told my constituents in May that he would pay. The hon. Gentleman has paid nobody.

Mr Varn: The hon. Lady demanded an audit. I refused it.

Ms Roth: It is a scandal.
"""


def test_he_and_the_honourable_gentleman_are_who_spoke_before(read: Read) -> None:
    found = {each.quote: each.speaker for each in read(DISPUTE).statements}
    told, asked = found["he would pay"], found["an audit"]
    assert told is not None
    assert told.name.endswith("Varn")
    assert asked is not None
    assert asked.name.endswith("Roth")


def test_a_masthead_in_capitals_is_no_turn(read: Read) -> None:
    found = read(
        "MINISTRY OF PORTS — DAILY PRESS BRIEFING\n\nMS ABEL: We want the corridor open.\n\n"
        "QUESTION: When?\n\nMS ABEL: By June.\n"
    )
    assert [turn.speaker for turn in found.turns] == ["Abel", "Question", "Abel"]
