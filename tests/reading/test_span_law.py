"""The laws of reading, on hostile text: it never raises, quotes what is there, and is neutral."""

import itertools
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tracktwo.documents.document import Document
from tracktwo.documents.load import load_bytes
from tracktwo.reading.reading import Reading, check_spans
from tracktwo.reading.rules import read as read_document

Read = Callable[..., Reading]

slow = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))

PIECES = [
    "Torvay demanded that Darsa halt the works", "“We will not sign,” said Mira Halvard", "Q:",
    "According to Dr. Jon Eskeland", "if it rains", "(1) ", "- ", "\n", "\n\n", ": ", "? ", ". ",
    "“", "”", "‘", "’", '"', "'", "«", "»", "„", "\ud83d", "\udc00", "\x00", "\u202e", "\u200b",
    "\ufeff", "\u00ad", "\u2028", "\r\n", "\t", "мир", "和平", "سلام", "🕊️", "e\u0301", "ﬁ", "İ",
    "DEMANDED", "said", " its ", " which ", " on 31 February 2020 ", "Table of contents", "**",
    "http://a.b/c?d=e", "(" * 60,
]  # fmt: skip
hostile = st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=30).map(" ".join)


def held(document: Document) -> Reading:
    """Read a text, and hold all spans of the reading to it."""
    reading = read_document(document)
    check_spans(document, reading)
    spans = [
        *(
            span
            for s in reading.statements
            for span in (*s.content, s.cue, s.condition, s.sentence)
        ),
        *(s.speaker.mention for s in reading.statements if s.speaker),
        *(s.firmness_cue for s in reading.statements),
        *(each.span for each in reading.turns),
        *(each.span for each in reading.questions),
        *(each.span for each in reading.events),
        *(span for room in reading.room for span in (room.span, *room.limits)),
        *(span for s in reading.scenarios for span in (s.condition, *s.outcomes, *s.likelihood)),
    ]
    assert all(span is None or span.end <= len(document.text) for span in spans)
    for statement in reading.statements:
        assert statement.quote.strip()
        for one, other in itertools.pairwise(statement.content):
            assert one.end <= other.start
    return reading


@slow
@given(text=hostile)
def test_any_text_is_read_and_read_again_the_same(
    document: Callable[..., Document], text: str
) -> None:
    page = document(text, date="2024-03-14")
    assert held(page) == read_document(page)


@pytest.mark.parametrize(
    "text",
    [
        "“" * 2_000,
        "“a” " * 1_000,
        "“a " * 1_000 + "”" * 1_000,
        "'s " * 1_000,
        "He. " * 800,
        "Its Its Its " * 200,
        "Halvard's " * 300 + "dam said that it rained.",
        "said that " * 200,
        "of a dam " * 400,
        "A: b\n" * 300,
        "- a\n" * 300,
        "(1) a, " * 300,
        "\ud83d\udc00" * 500,
        "\u202eTorvay said that it rained.\u202c",
        "TORVAY DEMANDED THAT DARSA LEAVE. " * 20,
        "x" * 50_000,
        "x, " * 1_000,
        "x" * 1_000_000,
        "\t" * 100_000,
        "”" * 10_000,
        "“" * 10_000 + "We will not sign." + "”" * 10_000,
        "« „ “ ‘ " * 2_500,
        "(" * 10_000 + "a" + ")" * 10_000,
        "T\u200bor\u200bvay s\u00adaid that it ra\u200dined.\ufeff " * 20,
        "a\0b\0 " * 500,
        "\u2066\u202eTorvay\u202c demanded\u2069 peace. \u2067" * 40,
        "Тоrvаy dеmаndеd thаt Dаrsа lеаvе. " * 20,
        "Torvay требует 和平 سلام αβγ. " * 40,
        "We, the A of B, will not. " * 60,
        "STATEMENT OF THE " * 200,
        "\n-" * 1_000,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_what_repeats_without_end_is_read(document: Callable[..., Document], text: str) -> None:
    page = document(text)
    assert held(page).document == page.sha256


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Der Rat verlangte am Montag, dass die Stadt die Tore öffnet. Sie lehnte es ab."),
        ("fr", "Le conseil a demandé lundi que la ville ouvre ses portes. Elle a refusé cela."),
        ("es", "El consejo exigió el lunes que la ciudad abriera las puertas. Ella lo rechazó."),
        ("ru", "Совет потребовал в понедельник, чтобы город открыл ворота. Город отказался."),
        ("ar", "طالب المجلس يوم الاثنين بأن تفتح المدينة أبوابها ورفضت المدينة ذلك."),
        ("uk", "Рада вимагала в понеділок, щоб місто відчинило ворота. Місто відмовилося."),
    ],
)
def test_another_language_is_said_so_and_not_read_as_english(language: str, text: str) -> None:
    page = load_bytes((text * 4).encode(), "page.txt", "")
    reading = held(page)
    assert page.language == language
    assert reading.statements == ()
    assert reading.notes == (
        f"the text seems to be in “{language}”, not English: its statements were not read",
    )


def test_letters_that_nobody_sees_do_not_hide_a_demand(read: Read) -> None:
    text = "Torvay de\u00admanded that\u200b Darsa leave the\u2060 port. The winter was long."
    (found,) = (each for each in read(text).statements if each.act == "demand")
    assert found.quote == "Darsa leave the\u2060 port"


TEXT = """\
Torvay and Darsa met in May 2020. Torvay demanded that Darsa halt the works at the dam.
Darsa rejected the demand. “We will not sign,” said Mira Halvard, the Darsan president.
Torvay accused Darsa of hiding the figures. Darsa denied that it had hidden them.
If the rains fail, Torvay will close the gates.
Torvay asked for:
- a share of the tolls
- a seat on the board
"""


def swapped(text: str) -> str:
    """Give a text in which each party has the other's name."""
    return text.replace("Torvay", "\1").replace("Darsa", "Torvay").replace("\1", "Darsa")


@pytest.mark.parametrize("mark", ["\u200b", "\u202e", "\u2060", "\u00ad"])
def test_an_unseen_letter_at_the_very_start_hides_nothing(read: Read, mark: str) -> None:
    found = read(f"{mark}Torvay said that it rained.").statements
    assert [each.quote for each in found] == ["it rained"]


def test_when_two_parties_swap_names_the_reading_swaps_them(read: Read) -> None:
    one, other = read(TEXT), read(swapped(TEXT))
    assert len(one.statements) > 6
    assert [
        (each.speaker.name if each.speaker else "", each.act, each.addressees, each.quote)
        for each in other.statements
    ] == [
        (
            swapped(each.speaker.name) if each.speaker else "",
            each.act,
            tuple(map(swapped, each.addressees)),
            swapped(each.quote),
        )
        for each in one.statements
    ]
    assert [(each.demander, each.addressees, each.set) for each in other.demands] == [
        (swapped(each.demander), tuple(map(swapped, each.addressees)), each.set)
        for each in one.demands
    ]


def test_a_case_may_be_read_in_any_order_of_its_documents(
    document: Callable[..., Document],
) -> None:
    first, second = document(TEXT), document("Torvay said that it rained.")
    alone = read_document(second)
    read_document(first)
    assert read_document(second) == alone
