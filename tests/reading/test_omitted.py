"""Passages that leave out their subject: resolutions, cells and points, agreed texts."""

from collections.abc import Callable

import pytest

Acts = Callable[[str], list[tuple[str, str, str]]]

RESOLUTION = """\
LEAGUE OF THE INNER SEAS

The Council of Ministers,

Deeply concerned at the closure of the harbour,

Noting that Ostrel has closed the harbour of Pellanor,

{operative}

Notes on the vote

Ostrel was absent.
"""


@pytest.mark.parametrize(
    ("operative", "act", "content"),
    [
        ("1. Demands that Ostrel open the harbour;", "demand", "Ostrel open the harbour"),
        ("Deplores the closure of the harbour;", "accuse", "the closure of the harbour"),
        ("2. Strongly condemns the arrest of the crews.", "accuse", "the arrest of the crews"),
        ("Calls upon Ostrel to free the crews;", "demand", "to free the crews"),
        ("Rejects any link with the border talks;", "reject", "any link with the border talks"),
        ("Instructs the Secretariat to report by May.", "demand", "to report by May"),
        (
            "Requests that Ostrel return, without delay, the ferries of Vessin;",
            "demand",
            "Ostrel return, without delay, the ferries of Vessin",
        ),
    ],
)
def test_a_resolution_acts_in_the_name_of_its_first_line(
    acts: Acts, operative: str, act: str, content: str
) -> None:
    found = acts(RESOLUTION.format(operative=operative))
    assert ("Council of Ministers", "claim", "Ostrel has closed the harbour of Pellanor") in found
    assert ("Council of Ministers", act, content) in found
    assert not any("vote" in words for _, _, words in found)


def test_sub_paragraphs_complete_a_paragraph_that_breaks_off(acts: Acts) -> None:
    text = (
        "The Board,\n\n1. Notes the delay;\n\n"
        "2. Calls upon Ostrel\n(a) to pay the fees,\n(b) to wait;"
    )
    assert acts(text)[-2:] == [
        ("Board", "demand", "to pay the fees"),
        ("Board", "demand", "to wait"),
    ]


def test_several_who_resolve_do_so_as_one(acts: Acts) -> None:
    text = (
        "We, the undersigned organisations of the valley,\n\nAlarmed by the closure of the dam,\n\n"
        "Demand that Tessan reopen the dam by June;\n\nReject any further delay."
    )
    assert [(act, words) for _, act, words in acts(text)] == [
        ("demand", "Tessan reopen the dam by June"),
        ("reject", "any further delay"),
    ]


@pytest.mark.parametrize(
    ("cell", "act", "content"),
    [
        ("Demands a closed season in spring", "demand", "a closed season in spring"),
        ("Asks for 40 per cent of the catch", "demand", "40 per cent of the catch"),
        ("Would pay 2 million", "propose", "Would pay 2 million"),
        ("Will not talk about prisoners", "reject", "Will not talk about prisoners"),
        ("Is ready to free six sailors", "propose", "to free six sailors"),
        ("Refuses boats below 12 metres", "reject", "boats below 12 metres"),
    ],
)
def test_a_cell_that_opens_with_a_verb_is_the_position_of_its_column(
    acts: Acts, cell: str, act: str, content: str
) -> None:
    text = f"Positions\n\nIssue | Arvala | Belmar\nBoats | {cell} | Wants 1 January 2025\n"
    assert acts(text) == [("Arvala", act, content), ("Belmar", "demand", "1 January 2025")]


def test_a_cell_can_hold_two_positions(acts: Acts) -> None:
    text = (
        "Issue | Arvala | Belmar\nFish | Demands a ban | Agrees to 30 days; excludes any review\n"
    )
    assert acts(text)[1:] == [
        ("Belmar", "accept", "30 days"),
        ("Belmar", "reject", "any review"),
    ]


def test_points_below_a_name_are_the_acts_of_its_bearer(acts: Acts) -> None:
    text = "Arvala and Belmar met.\n\nArvala\n- Wants talks by May\n- Rejects any review\n"
    assert acts(text) == [
        ("Arvala", "demand", "talks by May"),
        ("Arvala", "reject", "any review"),
    ]


def test_nouns_that_look_like_verbs_open_no_act(acts: Acts) -> None:
    assert acts("Arvala\n- Demands of the villages\n- Reports from the coast\n") == []


def test_shall_binds_the_parties_of_an_agreement_and_brackets_hold_what_one_proposes(
    acts: Acts,
) -> None:
    text = (
        "AGREEMENT ON THE DAM\n\nArticle 1\n1. Tessan shall reopen the dam within ten days.\n\n"
        "Article 2\n[Tessan: The dam shall be run by Tessan alone.]\n"
    )
    assert acts(text) == [
        ("Tessan", "promise", "Tessan shall reopen the dam within ten days"),
        ("Tessan", "propose", "The dam shall be run by Tessan alone"),
    ]
    assert acts("The mill was old. Tessan shall see.") == []
