"""Lists under headings and questions, of rival parties side by side, and within a sentence."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tracktwo.reading.reading import Reading

if TYPE_CHECKING:
    from tracktwo.reading.statement import Statement

Read = Callable[..., Reading]
MET = "Egypt and Sudan met in Cairo. Sudan was late.\n\n"


def asked(found: Reading) -> list[tuple[str, str]]:
    """Give who asks what, in order."""
    return [
        (each.speaker.name, each.quote)
        for each in found.statements
        if each.act == "demand" and each.speaker and each.reporting == "list_item"
    ]


BOTH = [
    ("Egypt", "the return of the islands"),
    ("Egypt", "an apology"),
    ("Sudan", "free passage"),
]


@pytest.mark.parametrize(
    "text",
    [
        (
            "Egypt’s demands\n\n- the return of the islands\n- an apology\n\n"
            "Sudan’s demands\n\n- free passage\n"
        ),
        (
            "What does Egypt want?\n\n- the return of the islands\n- an apology\n\n"
            "What does Sudan want?\n\n- free passage\n"
        ),
        (
            "What do they demand?\n\nEgypt\n\n* the return of the islands\n* an apology\n\n"
            "Sudan\n\n* free passage\n"
        ),
        (
            "The demands in brief\n\n- Egypt: the return of the islands; an apology\n"
            "- Sudan: free passage\n"
        ),
        (
            "What do they want?\n\n- Egypt\n  - the return of the islands\n  - an apology\n"
            "- Sudan\n  - free passage\n"
        ),
        "Egypt wants: the return of the islands; an apology. Sudan wants: free passage; peace.\n",
        (
            "Egypt\n\nIts demands:\n- the return of the islands\n- an apology\n\n"
            "Sudan\n\nIts demands:\n- free passage\n"
        ),
    ],
)
def test_rival_lists_keep_apart_who_asks(read: Read, text: str) -> None:
    assert asked(read(MET + text))[:3] == BOTH


def test_columns_of_a_table_keep_apart_who_asks(read: Read) -> None:
    text = (
        "What the two sides demand\n\nEgypt | Sudan\nthe return of the islands | free passage\n"
        "an apology | \n | recognition of the border\n"
    )
    assert asked(read(MET + text)) == [
        ("Egypt", "the return of the islands"),
        ("Sudan", "free passage"),
        ("Egypt", "an apology"),
        ("Sudan", "recognition of the border"),
    ]


@pytest.mark.parametrize("between", [" | ", "\t", "          "])
@pytest.mark.parametrize("head", ["THE {} DEMANDS", "What the {} wants"])
def test_columns_may_be_parted_by_bars_tabs_or_gaps(read: Read, between: str, head: str) -> None:
    rows = [
        [head.format(name.upper() if head.isupper() else name) for name in ("Union", "Ministry")],
        ["1. a rise of 9 per cent", "1. an end to the strike"],
        ["2. no closures", "2. the right to close the mill"],
    ]
    met = "On Monday the Growers' Union and the Ministry of Fisheries meet again.\n\n"
    assert asked(read(met + "\n".join(between.join(row) for row in rows))) == [
        ("Growers' Union", "a rise of 9 per cent"),
        ("Ministry of Fisheries", "an end to the strike"),
        ("Growers' Union", "no closures"),
        ("Ministry of Fisheries", "the right to close the mill"),
    ]


def test_rows_of_a_table_name_who_asks(read: Read) -> None:
    text = (
        "| Party | Demands | Date |\n|---|---|---|\n| Egypt | the return of the islands | May |\n"
        "| Sudan | a lease of the port | June |\n"
    )
    assert asked(read(MET + text)) == [
        ("Egypt", "the return of the islands"),
        ("Sudan", "a lease of the port"),
    ]


def test_a_table_that_names_no_act_demands_nothing(read: Read) -> None:
    assert read(MET + "Egypt | Sudan\nislands | ports\nsand | rain\n").demands == ()


def test_a_heading_that_names_nobody_leads_nothing_in(read: Read) -> None:
    assert read(MET + "Background\n\n- the return of the islands\n").demands == ()


def test_headings_are_no_statements(read: Read) -> None:
    found = read(MET + "Egypt’s demands\n\n- the return of the islands\n")
    assert "Egypt’s demands" not in {each.quote for each in found.statements}


def only(found: Reading) -> list[str]:
    return [each.quote for each in found.statements if each.reporting == "list_item"]


@pytest.mark.parametrize(
    "text",
    [
        "Egypt demanded first, an apology, second, a seat on the board, and third, free passage.",
        "Egypt insists on three things: an apology, a seat on the board and free passage.",
        "Egypt’s conditions are clear: an apology; a seat on the board; and free passage.",
        (
            "Egypt set out three conditions. First, an apology. Second, a seat on the board. "
            "Third, free passage."
        ),
        "Egypt has called for (a) an apology, (b) a seat on the board and (c) free passage.",
        "Egypt has called for (i) an apology, (ii) a seat on the board and (iii) free passage.",
        "Egypt has three red lines: an apology, a seat on the board and free passage.",
    ],
)
def test_what_a_sentence_enumerates_is_asked_apart(read: Read, text: str) -> None:
    assert only(read(text)) == ["an apology", "a seat on the board", "free passage"]


@pytest.mark.parametrize(
    "text",
    [
        "Egypt rejected the plan: the text was bad and the timing was worse.",
        "Egypt demanded an apology: it had lost a ship and the crew was still held.",
        "Egypt wants one thing: peace.",
        "Egypt demanded an apology in the second half of May, for the first time.",
    ],
)
def test_what_only_explains_is_no_list(read: Read, text: str) -> None:
    assert only(read(text)) == []


def test_a_denied_lead_in_denies_its_items(read: Read) -> None:
    found = read("Egypt did not ask for any of the following:\n- an apology\n- free passage\n")
    items = [each for each in found.statements if each.reporting == "list_item"]
    assert [each.negated for each in items] == [True, True]
    assert found.demands == ()


def test_an_item_set_in_that_only_says_how_belongs_to_the_one_above(read: Read) -> None:
    found = read("Egypt demanded:\n- an apology\n  - in writing\n- free passage\n")
    items = [each for each in found.statements if each.reporting == "list_item"]
    assert [len(each.content) for each in items] == [2, 1]
    assert items[0].quote.startswith("an apology")
    assert items[0].quote.endswith("in writing")


def test_items_of_a_list_belong_to_its_lead_in_and_those_of_a_series_to_none(read: Read) -> None:
    found = read(
        "Egypt demanded:\n- an apology\n- free passage\n\n"
        "Egypt insists on two things: a lease of the port and a seat on the board.\n"
    )
    assert [each.set for each in found.demands] == ["", "d1", "d1", "", ""]


def words(found: Reading) -> list[str]:
    return [s.quote for s in found.statements if s.act == "demand" and s.demand]


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        (
            "Egypt wants a release of water, a seat on the board and compensation for the loss.",
            ["a release of water", "a seat on the board", "compensation for the loss"],
        ),
        (
            "Egypt also wants a seat on the board and compensation for the harvest.",
            ["a seat on the board", "compensation for the harvest"],
        ),
        (
            "Egypt asked for data, for a say in the filling and for an agreement that binds.",
            ["data", "a say in the filling", "an agreement that binds"],
        ),
        (
            "Egypt wants Sudan to leave the islands, to lift the blockade and to pay.",
            ["Sudan to leave the islands", "to lift the blockade", "to pay"],
        ),
        (
            "Egypt demanded the withdrawal of boats from Lune and Tarn, and a fund for fishing.",
            ["the withdrawal of boats from Lune and Tarn", "a fund for fishing"],
        ),
        ("Egypt demands a coal exit by 2028.", ["a coal exit by 2028"]),
        (
            "Egypt demands disarmament before any talk of autonomy, a position that Sudan rejects.",
            ["disarmament before any talk of autonomy"],
        ),
        ("Egypt sought water rights for several decades.",
         ["water rights for several decades"]),
        ("What Egypt wants is the return of the islands.", ["the return of the islands"]),
        ("Egypt’s demand is that Sudan leave the islands.", ["Sudan leave the islands"]),
        ("Egypt made the return of the prisoners a condition of any truce.",
         ["the return of the prisoners"]),
        ("Egypt has set a full withdrawal as a precondition for talks.", ["a full withdrawal"]),
        ("Egypt made its vote conditional on a reservation.", ["a reservation"]),
        ("Egypt said that there could be no truce without an apology.",
         ["there could be no truce without an apology"]),
    ],
)  # fmt: skip
def test_each_thing_that_is_asked_is_a_demand(read: Read, text: str, asks: list[str]) -> None:
    assert words(read(text)) == asks


@pytest.mark.parametrize(
    ("speech", "asks"),
    [
        ("Release the prisoners.", True),
        ("Please leave the valley.", True),
        ("Do not test us.", True),
        ("You must open the border.", True),
        ("What we need is a longer truce.", True),
        ("Forty is the floor.", True),
        ("Look, we are patient.", False),
        ("Let me say one thing.", False),
        ("They opened the border.", False),
        ("No talks were held before May.", False),
    ],
)
def test_speech_asks_by_its_form(read: Read, speech: str, *, asks: bool) -> None:
    found = read(f"“{speech}” said the president of Egypt, Mara Venn.")
    acts: list[Statement] = [each for each in found.statements if each.reporting == "direct"]
    assert [each.act == "demand" for each in acts] == [asks]


def test_what_others_say_that_somebody_really_wants_is_their_view(read: Read) -> None:
    found = read("Sudan’s minister said that Egypt’s real demand is the port.")
    assert "demand" not in {each.act for each in found.statements if each.core}


SERIES = "Egypt demanded a release of 900 litres, a seat on the board and an apology.\n"


@pytest.mark.parametrize(
    "again",
    [
        "Egypt repeated its demand for a release of water of 900 litres.",
        "Egypt’s president, Mara Venn, said: “Nine hundred is the floor, not an opening bid.”",
    ],
)
def test_a_limit_on_an_amount_speaks_of_the_demand_that_holds_it(read: Read, again: str) -> None:
    found = read(SERIES + again)
    assert [len(each.statements) for each in found.demands] == [2, 1, 1]


@pytest.mark.parametrize(
    "again",
    [
        "Egypt’s president, Mara Venn, said that these demands were not negotiable.",
        "Egypt repeated these demands.",
    ],
)
def test_what_speaks_of_the_demands_belongs_to_the_list(read: Read, again: str) -> None:
    found = read("Egypt demanded of Sudan:\n- an apology\n- free passage\n\n" + again)
    assert len(found.demands) == 3
    assert len(found.demands[0].statements) == 2


def test_half_of_that_debt_is_the_same_demand(read: Read) -> None:
    found = read(
        "Egypt demanded that the interest on the loan be cancelled. "
        "Egypt now seeks a reduction of that interest by half."
    )
    assert [len(each.statements) for each in found.demands] == [2]
