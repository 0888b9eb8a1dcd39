"""Addressees: of whom it is asked, who is accused, who is answered, who deals with whom."""

from collections.abc import Callable

import pytest

from tracktwo.reading.reading import Reading
from tracktwo.reading.statement import Statement

Only = Callable[..., Statement]
Read = Callable[..., Reading]
To = tuple[str, ...]


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("Torvay demanded that Darsa leave.", ("Darsa",)),
        ("Torvay demanded a commitment from Darsa.", ("Darsa",)),
        ("Torvay told reporters that Darsa must leave.", ("Darsa",)),
        ("Torvay proposed a treaty between Darsa and Kadra.", ("Darsa", "Kadra")),
        ("Torvay blamed Darsa for the flood.", ("Darsa",)),
        ("Egypt demanded the withdrawal of Ethiopian troops.", ("Ethiopia",)),
        ("Egypt demanded a cut in Ethiopia’s quota.", ("Ethiopia",)),
        ("Egypt demanded recognition by Ethiopia.", ("Ethiopia",)),
        ("Egypt promised a loan for Sudan.", ("Sudan",)),
        ("Egypt offered to meet Sudan.", ("Sudan",)),
        ("Egypt threatened to attack Sudan.", ("Sudan",)),
        ("Egypt said that Sudan had broken the treaty.", ("Sudan",)),
        (
            "Sudan had been given until 30 June to sign or face sanctions, Egypt said.",
            ("Sudan",),
        ),
    ],
)
def test_an_act_is_addressed_to_whom_its_words_name(only: Only, text: str, to: To) -> None:
    assert only(text).addressees == to


@pytest.mark.parametrize(
    "text",
    [
        "Torvay said that it rained in the valley.",
        "Egypt called for a law against Sudan.",
        "Egypt demanded membership for Sudan.",
        "Egypt demanded an end to the shelling in Sudan.",
        "Egypt demanded the release of Tamsin Orr.",
        "Egypt demanded the removal of the chief inspector, Tamsin Orr.",
        "Egypt declined to say whether troops had moved.",
        "Russian officials demanded a guarantee from Russia.",
    ],
)
def test_whom_words_only_touch_on_is_not_addressed(only: Only, text: str) -> None:
    assert only(text).addressees == ()


def addressed(reading: Reading, words: str) -> To:
    found = [each for each in reading.statements if words in each.quote and each.core]
    return min(found, key=lambda each: len(each.quote)).addressees


def test_where_there_are_two_sides_the_other_is_meant(read: Read) -> None:
    text = "Torvay and Darsa met. Torvay demanded a new bridge. Darsa demanded a new wall."
    found = read(text).statements
    assert [each.addressees for each in found if each.core] == [("Darsa",), ("Torvay",)]


@pytest.mark.parametrize(
    "lead",
    [
        "Talks between Egypt and Ethiopia resumed.",
        "Egypt met Ethiopia in Geneva.",
        "Egypt’s talks with Ethiopia go on.",
        "Egypt accused Ethiopia of delay.",
    ],
)
def test_who_deals_with_just_one_means_that_one(read: Read, lead: str) -> None:
    assert addressed(read(f"{lead} Egypt demanded a slower filling."), "filling") == ("Ethiopia",)


def test_among_many_parties_nobody_is_guessed(read: Read) -> None:
    text = "Torvay, Darsa, Kadra and Corvane met. Kadra demanded a new bridge."
    assert [each.addressees for each in read(text).statements if each.core] == [()]


def test_of_one_who_deals_with_many_the_others_are_candidates(read: Read) -> None:
    text = (
        "Egypt accused Ethiopia of delay.\n\nEgypt urged Sudan to sign.\n\n"
        "It rained.\n\nEgypt demanded a new timetable."
    )
    found = read(text).statements[-1]
    assert (found.addressees, found.addressee_candidates) == ((), ("Ethiopia", "Sudan"))


def test_who_deals_with_one_that_deals_with_many_is_left_open(read: Read) -> None:
    text = (
        "Egypt accused Ethiopia of delay.\n\nEgypt urged Sudan to sign.\n\n"
        "It rained.\n\nSudan demanded an invitation."
    )
    found = read(text).statements[-1]
    assert (found.addressees, found.addressee_candidates) == ((), ("Egypt",))


@pytest.mark.parametrize(
    "mediation",
    ["Kenya mediated.", "They met under the auspices of Kenya.", "Kenya brokered a truce."],
)
def test_a_mediator_is_no_addressee_and_speaks_to_both(read: Read, mediation: str) -> None:
    found = read(
        f"Talks between Egypt and Ethiopia resumed in Geneva. {mediation}\n\n"
        "Kenya proposed a pause. Egypt demanded a new timetable."
    )
    assert set(addressed(found, "pause")) == {"Egypt", "Ethiopia"}
    assert addressed(found, "timetable") == ("Ethiopia",)


def test_both_sides_are_the_two_that_deal(read: Read) -> None:
    found = read("Talks between Egypt and Ethiopia resumed. Kenya urged both sides to sign.")
    assert set(addressed(found, "sign")) == {"Egypt", "Ethiopia"}


def test_who_refuses_a_demand_is_of_whom_it_was_asked(read: Read) -> None:
    found = read("Egypt rejected a demand by Sudan to open the gates.")
    assert addressed(found, "to open the gates") == ("Egypt",)
    assert addressed(read("Sudan wants a vote. Egypt has ruled out holding one."), "vote") == (
        "Egypt",
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Sudan offered data. It rained. Egypt dismissed the offer as a trap.", "the offer"),
        ("Sudan demanded a new canal. Kenya slept. Egypt rejected a new canal.", "a new canal"),
        ("Sudan accused Egypt of theft. Egypt rejected the charge.", "the charge"),
        ("Sudan urged Egypt to wait. Egypt replied that it would not accept it.", "accept it"),
        ("Egypt rejected Sudan’s plan and threatened to leave.", "to leave"),
    ],
)
def test_a_reply_goes_to_whose_words_it_takes_up(read: Read, text: str, words: str) -> None:
    found = [each for each in read(text).statements if words in each.quote]
    assert found[-1].addressees == ("Sudan",)


def test_what_is_retold_is_not_what_is_replied_to(read: Read) -> None:
    found = read(
        "Mira Halvard met Pavel Ostrander. Mira Halvard asked for time. "
        "She recalled that Kenya had urged creditors to wait. "
        "Pavel Ostrander replied that he could not accept that."
    )
    assert found.statements[-1].addressees == ("Mira Halvard",)


def test_a_denial_of_ones_own_offer_answers_nobody(only: Only) -> None:
    assert only("Egypt denied that any such offer had been made.").addressees == ()


def test_a_pronoun_in_a_demand_is_resolved(read: Read) -> None:
    text = "Egypt asked Ethiopia to stop. Egypt also demanded that it pay for the damage."
    assert addressed(read(text), "pay") == ("Ethiopia",)


def test_coordinated_demands_go_to_the_same_party(read: Read) -> None:
    text = "Egypt demanded that Ethiopia stop, and that it pay for the damage in Sudan."
    assert addressed(read(text), "damage") == ("Ethiopia",)


def test_these_demands_are_made_of_whom_they_were_made(read: Read) -> None:
    text = "Egypt demanded that Ethiopia stop. Egypt repeated these demands in May."
    assert {each.addressees for each in read(text).statements if each.core} == {("Ethiopia",)}


def test_items_share_whom_one_of_them_names(read: Read) -> None:
    found = read("Egypt demanded:\n- a cut in Ethiopia’s quota\n- trackers on all boats")
    items = [each for each in found.statements if each.reporting == "list_item"]
    assert [each.addressees for each in items] == [("Ethiopia",)] * 2


TALK = """Guests: Mira Halvard, head of sales at Lake Power; Pavel Ostrander, chief negotiator \
of the River Union

HOST: Good morning. What do you want?

OSTRANDER: We want a pay rise. We will not work on Sundays.

HALVARD: I cannot accept that. We offer two days.

OSTRANDER: No.

HOST: The minister has asked both of you to wait. Will you?

HALVARD: Yes, of course.
"""


def test_in_a_talk_a_demand_goes_to_the_other_side_and_a_reply_to_the_other_guest(
    read: Read,
) -> None:
    found = read(TALK)
    assert addressed(found, "pay rise") == ("Lake Power",)
    assert addressed(found, "accept that") == ("Pavel Ostrander", "River Union")
    assert addressed(found, "two days") == ("River Union",)
    assert addressed(found, "No") == ("Mira Halvard", "Lake Power")
    assert set(addressed(found, "to wait")) == {"Mira Halvard", "Pavel Ostrander"}


def test_ids_go_with_the_names(read: Read) -> None:
    found = read("Egypt urged Ethiopia to sign.").statements[0]
    assert (found.addressees, found.addressee_ids) == (("Ethiopia",), ("ethiopia",))


def test_of_two_that_give_lists_each_asks_the_other(read: Read) -> None:
    text = (
        "The strike enters its third week. Ministers look on.\n\n"
        "What the Cooks' Union wants:\n- a rise of 9 per cent\n- two free days\n\n"
        "What Lake Hotels wants:\n- shorter breaks\n- an end to the strike\n"
    )
    found = read(text)
    assert addressed(found, "two free days") == ("Lake Hotels",)
    assert addressed(found, "shorter breaks") == ("Cooks' Union",)


def test_what_anybody_may_be_is_nobody_of_whom_something_is_asked(read: Read) -> None:
    found = read("Egypt insisted that any new government hold elections.")
    assert addressed(found, "hold elections") == ()


def test_a_newspaper_is_no_side(read: Read) -> None:
    found = read(
        "The Merrow Ledger accused Tavar of haste. Tavar accused the Lune Museum of theft.\n\n"
        "It rained.\n\nTavar demanded the return of the tablets."
    )
    assert "Merrow Ledger" not in found.statements[-1].addressee_candidates
    assert [each.type for each in found.actors if each.name == "Merrow Ledger"] == ["media"]


def test_of_several_the_one_dealt_with_most_often_is_asked(read: Read) -> None:
    text = (
        "Egypt accused Ethiopia of delay.\n\nEgypt urged Ethiopia to sign.\n\n"
        "Egypt warned Ethiopia against filling.\n\nEgypt urged Sudan to sign.\n\n"
        "It rained.\n\nEgypt demanded a new timetable."
    )
    assert read(text).statements[-1].addressees == ("Ethiopia",)


def test_what_is_agreed_goes_to_whom_it_stands_beside_and_not_to_the_usual_rival(
    read: Read,
) -> None:
    text = (
        "Egypt accused Ethiopia of delay.\n\nEgypt urged Ethiopia to sign.\n\n"
        "Egypt warned Ethiopia against filling.\n\nIt rained.\n\nEgypt accepted the text."
    )
    assert read(text).statements[-1].addressees == ()


def test_a_reply_to_a_person_goes_to_whom_he_speaks_for_as_well(read: Read) -> None:
    reading = read(
        "“We ask for free passage of empty boats,” said Wenna Osk, "
        "president of the Boatmen's Guild. "
        "The Canal Board rejected free passage for empty boats."
    )
    assert addressed(reading, "free passage for empty") == ("Wenna Osk", "Boatmen's Guild")
