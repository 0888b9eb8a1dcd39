"""The view for the parser: each repair as an example, and each thing that must not change."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.documents.state_names import state_names
from tracktwo.documents.view import parser_view


def viewed(text: str) -> str:
    return parser_view(text).text


@pytest.mark.parametrize(
    ("written", "repaired"),
    [
        ("a new strategy.According to it", "a new strategy. According to it"),
        ("a threat to Russia,he said", "a threat to Russia, he said"),
        ("Europe,the Caucasus,and Asia", "Europe, the Caucasus, and Asia"),
        ("Thank you for coming today.as tensions", "Thank you for coming today. As tensions"),
        ("after the Cold War.What’s your view", "after the Cold War. What’s your view"),
        ("in Eastern Europe.However, it", "in Eastern Europe. However, it"),
        ("as U.S.President he", "as U.S. President he"),
        ("with Dr.Elena Sokolov", "with Dr. Elena Sokolov"),
        ("from J.Biden and J.R.R.Tolkien", "from J. Biden and J.R.R. Tolkien"),
        ("since 2021.The talks", "since 2021. The talks"),
        ("“No.”He left", "“No.” He left"),
        ("He said:“We stay”", "He said: “We stay”"),
        ("peace;war or not?Nobody", "peace; war or not? Nobody"),
        ("he wrote.I agree", "he wrote. I agree"),
        ("e.g.the treaty", "e.g. the treaty"),
    ],
)
def test_a_missing_space_is_put_in(written: str, repaired: str) -> None:
    assert viewed(written) == repaired


@pytest.mark.parametrize(
    "text",
    [
        "It fell by 3.5 per cent to 60,000 or 1,000 at 10.44 or 10:44.",
        "See https://example.org/a,b.The or www.example.org/x:Y, or c:\\Files.New too.",
        "Write to Press.Office@example.org, read report.pdf, main.py and orf.at today.",
        "The U.S. and the U.K. met, e.g. at 9 a.m. in Washington, D.C. on Monday.",
        "The Booking.com and Node.js teams",
        "AT&amp;T and 2:1 and s.9(2) and v1.2.3",
        "What is your take on this narrative?",
        "Wait... and see.",
    ],
)
def test_numbers_addresses_and_abbreviations_stay_whole(text: str) -> None:
    assert viewed(text) == text


@pytest.mark.parametrize(
    ("written", "repaired"),
    [
        ("ukrainian President Zelensky", "Ukrainian President Zelensky"),
        ("forces in ukraine, the united states and nato", None),
        ("the pro-russian side", "the pro-Russian side"),
        ("dr. Elena Sokolov: Thank you.", "Dr. Elena Sokolov: Thank you."),
        ("and ms Tindall said", "and Ms Tindall said"),
        (
            "They met Putin and saw Putin. They left with Putin. Vladimir putin’s demands",
            "They met Putin and saw Putin. They left with Putin. Vladimir Putin’s demands",
        ),
        (
            "He met the Northern League. Monitors from the northern League",
            "He met the Northern League. Monitors from the Northern League",
        ),
        (
            "Envoys left Kadra. A Kadran envoy spoke. The kadran government stayed",
            "Envoys left Kadra. A Kadran envoy spoke. The Kadran government stayed",
        ),
        ("the Institute for the Study of war (ISW)", "the Institute for the Study of War (ISW)"),
        ("Archyde News Editor: Go on.\nArchyde news Editor: Go on.", None),
        ("The office closed. nobody came.", "The office closed. Nobody came."),
        (
            "A heading\n\nselim Arkady, a former envoy, argues that it is over.",
            "A heading\n\nSelim Arkady, a former envoy, argues that it is over.",
        ),
    ],
)
def test_a_lost_capital_is_put_back(written: str, repaired: str | None) -> None:
    seen = viewed(written)
    assert seen == repaired if repaired else seen != written
    assert seen.casefold() == written.casefold()


def test_names_of_several_words_and_abbreviations_get_all_their_capitals() -> None:
    seen = viewed("forces in ukraine, the united states and nato")
    assert seen == "forces in Ukraine, the United States and NATO"


@pytest.mark.parametrize(
    "text",
    [
        "Editors of the News wrote in May and in March. There may be news of war on the march.",
        "The Council met. A council of the west met in the Western Hall; the council left.",
        "He met President Arkady. The president and the prime minister of the day left.",
        "Mr Stone met Stone and Stone. It was carved in stone.",
        "They ate turkey from china and had to polish us off.",
        "It took 5 ms Later it took 7.",
        "See ukraine.example.org, @ukraine, #ukraine and cases/ukraine/x.",
        "On 24. february and No. 5. the list, approx. five, i.e. the rest.",
        "- prohibiting missiles outside its borders\n- a halt to exercises",
    ],
)
def test_ordinary_words_keep_their_lower_case(text: str) -> None:
    assert viewed(text) == text


def test_names_can_be_handed_in() -> None:
    names = frozenset({"Kadra", "Ilmar Council"})
    assert parser_view("kadra and the ilmar council", names).text == "Kadra and the Ilmar Council"


def test_names_of_states_that_are_ordinary_words_are_not_known() -> None:
    assert {"Ukraine", "Ukrainian", "Moscow", "NATO"} <= state_names()
    assert state_names().isdisjoint({"Turkey", "China", "Polish", "Male", "Nice"})


def test_what_nobody_sees_is_taken_out_or_made_a_space() -> None:
    seen = parser_view("Uk\u00adraine\u00a0and\u200b\tRussia\x00 \u202ehere\u2028there\ud800")
    assert seen.text == "Ukraine and Russia  here\nthere\ufffd"


def test_quotation_marks_stay() -> None:
    text = '“No,” he said. ‘Yes’ and "perhaps" „nein“ «non».'
    assert viewed(text) == text


def test_a_span_of_the_view_leads_back_to_the_words_as_written() -> None:
    text = "his strategy.According to the ukrainian side"
    view = parser_view(text)
    for words, written in [("According to", "According to"), ("Ukrainian side", "ukrainian side")]:
        start = view.text.index(words)
        first, last = view.back.span(start, start + len(words))
        assert text[first:last] == written


@given(st.text(st.sampled_from('ab AB.,;:!?“”"’()\n1@/'), max_size=80))
def test_a_view_adds_spaces_and_capitals_and_nothing_else(text: str) -> None:
    assert viewed(text).replace(" ", "").casefold() == text.replace(" ", "").casefold()


@pytest.mark.parametrize("piece", ["a", "a.", "a,b", '“"', "A", " (ABC)", "xy.the ", "@a.b", "\n"])
def test_long_text_of_one_kind_is_viewed_whole(piece: str) -> None:
    text = piece * 5_000
    kept = viewed(text).replace(" ", "").casefold()
    assert kept == text.replace(" ", "").casefold()


@pytest.mark.parametrize(
    ("written", "repaired"),
    [
        ("WHAT THE TWO SIDES WANT\n", "What the two sides want\n"),
        (
            "He met NATO in Velm.\nVELM AND NATO AGREE\n",
            "He met NATO in Velm.\nVelm and NATO agree\n",
        ),
        ("4. CALLS UPON the parties to stop\n", "4. Calls upon the parties to stop\n"),
        ("DEMANDS that they stop\n", "Demands that they stop\n"),
    ],
)
def test_lines_and_cues_in_capitals_are_written_small(written: str, repaired: str) -> None:
    assert viewed(written) == repaired


@pytest.mark.parametrize(
    "text",
    ["UNESCO says so\n", "ECOWAS demands it\n", "NEW YORK, March 3 - The council met.\n", "NATO\n"],
)
def test_acronyms_and_datelines_keep_their_capitals(text: str) -> None:
    assert viewed(text) == text
