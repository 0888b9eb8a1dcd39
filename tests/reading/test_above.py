"""Above the single statement: counters, scenarios, room for compromise, questions, events."""

from collections.abc import Callable

import pytest

from tracktwo.documents.document import Span
from tracktwo.reading.reading import Reading

Read = Callable[..., Reading]


def words(text: str, *spans: Span | None) -> list[str]:
    return [text[span.start : span.end] for span in spans if span is not None]


def counters(read: Read, text: str) -> list[tuple[str, str, list[str]]]:
    found = read(text)
    quotes = {each.id: each.quote for each in found.statements}
    return [(quotes[c.claim], quotes[c.counter], words(text, c.cue)) for c in found.counters]


@pytest.mark.parametrize(
    ("counter", "quote", "cue"),
    [
        ("Torvay denied that it was safe.", "it was safe", "denied"),
        ("However, Torvay said that it leaked.", "it leaked", "However"),
        ("Despite these claims, the wall cracked in 2019.", "the wall cracked in 2019",
         "Despite these claims"),
    ],
)  # fmt: skip
def test_what_contests_a_claim_is_its_counter(
    read: Read, counter: str, quote: str, cue: str
) -> None:
    text = f"Darsa said that the dam was safe. {counter}"
    assert counters(read, text) == [("the dam was safe", quote, [cue])]


def test_nobody_contests_oneself(read: Read) -> None:
    text = "Darsa said that the dam was safe. However, Darsa said that it leaked."
    assert counters(read, text) == []


def test_a_denial_answers_a_charge(read: Read) -> None:
    text = "Torvay accused Darsa of hiding the figures. Darsa denied that it had hidden them."
    assert counters(read, text) == [("hiding the figures", "it had hidden them", ["denied"])]


def test_two_conditions_make_two_scenarios_of_one_outcome(read: Read) -> None:
    text = "If the rains fail, or if the gates stay shut, the talks will probably collapse."
    found = read(text).scenarios
    assert words(text, *(each.condition for each in found)) == [
        "If the rains fail",
        "if the gates stay shut",
    ]
    for each in found:
        assert words(text, *each.outcomes) == ["the talks will probably collapse"]
        assert words(text, *each.likelihood) == ["will", "probably"]


def test_a_scenario_goes_on_with_this_would(read: Read) -> None:
    text = "Should the rains fail, the talks could collapse. This would harm both sides."
    (found,) = read(text).scenarios
    assert words(text, *found.outcomes) == [
        "the talks could collapse",
        "This would harm both sides",
    ]


def test_a_scenario_is_whose_words_say_it(read: Read) -> None:
    found = read("Mira Halvard said that if the rains failed the talks might collapse.")
    assert [each.by for each in found.scenarios] == ["Mira Halvard"]
    assert [each.statement for each in found.scenarios] == [found.statements[0].id]


def test_a_condition_of_the_past_is_no_scenario(read: Read) -> None:
    assert read("If it rained, nobody came to the talks.").scenarios == ()


def test_what_is_negotiable_is_listed_each_with_its_limits(read: Read) -> None:
    text = (
        "Mira Halvard said that there was room for compromise on issues such as tolls and fishing."
    )
    assert words(text, *(each.span for each in read(text).room)) == ["tolls", "fishing"]
    text = "Torvay is open to a longer pause without giving up its claim."
    (room,) = read(text).room
    assert room.by == "Torvay"
    assert words(text, room.span, *room.limits) == ["a longer pause", "without giving up its claim"]


def test_an_offer_under_a_condition_is_room_up_to_it(read: Read) -> None:
    text = "Torvay said it could accept a phased opening, provided that Darsa pays for the guards."
    (room,) = read(text).room
    assert words(text, room.span, *room.limits) == [
        "it could accept a phased opening",
        "provided that Darsa pays for the guards",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Torvay said that there was no room for compromise on tolls.",
        "Torvay is not open to a longer pause.",
        "Torvay rejected a compromise on tolls.",
    ],
)
def test_what_is_closed_is_no_room(read: Read, text: str) -> None:
    assert read(text).room == ()


def test_a_heading_asks_and_its_section_answers(read: Read) -> None:
    text = (
        "Why did the talks fail?\nTorvay said that it would not return.\n"
        "What now?\nTorvay said that it hoped for the best."
    )
    found = read(text)
    ids = [each.id for each in found.statements]
    assert [(each.by, each.answers) for each in found.questions] == [
        ("author", (ids[0],)),
        ("author", (ids[1],)),
    ]


def test_a_host_asks_and_the_next_turn_answers(read: Read) -> None:
    text = "Q: Will you sign?\nHalvard: Yes. We are ready to sign it.\nQ: When?\nHalvard: In May."
    found = read(text)
    assert [each.by for each in found.questions] == ["Q", "Q"]
    assert [len(each.answers) for each in found.questions] == [2, 0]


def test_a_question_in_a_quotation_is_its_speakers(read: Read) -> None:
    assert [each.by for each in read("Torvay asked: “Why did it leak?”").questions] == ["Torvay"]


def test_a_heading_that_only_ends_with_a_mark_asks_nothing(read: Read) -> None:
    assert read("A distant possibility?\nThe talks failed.").questions == ()


def test_a_line_of_a_chronology_is_an_event(read: Read) -> None:
    text = "3 May 2020: Torvay closed the bridge.\n4 June 2021 – Darsa opened the border."
    found = read(text)
    assert [(each.date, *words(text, each.span)) for each in found.events] == [
        ("2020-05-03", "Torvay closed the bridge"),
        ("2021-06-04", "Darsa opened the border"),
    ]
    assert [each.date for each in found.statements] == ["2020-05-03", "2021-06-04"]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The annexation of the valley in 2014 ended it.", "The annexation of the valley in 2014"),
        ("Darsa built the wall in March 2019.", "Darsa built the wall in March 2019"),
    ],
)
def test_nouns_of_happening_and_past_clauses_are_events(read: Read, text: str, event: str) -> None:
    assert words(text, *(each.span for each in read(text).events)) == [event]


def test_what_is_to_come_is_no_event(read: Read) -> None:
    assert read("Torvay will build a bridge in 2030.").events == ()
