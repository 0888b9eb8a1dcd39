"""The first lines of a text: what they say of title, publisher, author and date, and what not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.documents.masthead import masthead
from tracktwo.documents.metadata import Metadata
from tracktwo.documents.written_date import written_date, written_dates

PROSE = "The parties met on Monday, and nobody said a word about it afterwards."


@pytest.mark.parametrize(
    ("first_lines", "found"),
    [
        (
            "VELIM/HASNA, March 14, 2024 (Midland Wire) - Darsania on Thursday rejected a demand.",
            Metadata("", "Midland Wire", "", "2024-03-14"),
        ),
        (
            'Transcript: "Morning Harbour", Coast Radio, 6 October 2022, 07:40\nGuests: Ann Lee',
            Metadata('Transcript: "Morning Harbour", Coast Radio', "Coast Radio", "", "2022-10-06"),
        ),
        (
            "JOINT STATEMENT\nof the Fourth Round of Consultations\n\nLake Brun, 17.05.2019",
            Metadata("JOINT STATEMENT of the Fourth Round of Consultations", "", "", "2019-05-17"),
        ),
        (
            "Two Stories: Why Talks Are Stuck\n\nBy Corinne Adeyemi | Meridian Review | 21/11/2020",
            Metadata(
                "Two Stories: Why Talks Are Stuck",
                "Meridian Review",
                "Corinne Adeyemi",
                "2020-11-21",
            ),
        ),
        (
            (
                "MINISTRY OF FINANCE OF SANDOVAR\nPress Office\n\nREAD-OUT NO. 38/2023\n"
                "Release: immediately\nDate: 2023-06-09\n\nMeeting of the Minister with Creditors"
            ),
            Metadata(
                "Meeting of the Minister with Creditors",
                "MINISTRY OF FINANCE OF SANDOVAR",
                "",
                "2023-06-09",
            ),
        ),
        (
            (
                "COALITION TALKS LIVE: day nine\n\nAs it happened. All times local. "
                "Thursday, 8 February 2018"
            ),
            Metadata("COALITION TALKS LIVE: day nine", "", "", "2018-02-08"),
        ),
        (
            "Who Goes First?\nThe Courier | Published: 31 January 2025",
            Metadata("Who Goes First?", "The Courier", "", "2025-01-31"),
        ),
        (
            "Title: Room for a deal\nAuthor: Ann Lee\nPublisher: The Courier\nPublished: May 2021",
            Metadata("Room for a deal", "The Courier", "Ann Lee", "2021-05"),
        ),
        (
            "Room for a deal\n3 July 2018",
            Metadata("Room for a deal", "", "", "2018-07-03"),
        ),
        (
            "Room for a deal\nBy Ann Lee and Jan de Vries",
            Metadata("Room for a deal", "", "Ann Lee and Jan de Vries", ""),
        ),
    ],
)
def test_the_first_lines_say_where_a_text_comes_from(first_lines: str, found: Metadata) -> None:
    assert masthead(f"{first_lines}\n\n{PROSE}") == found


@pytest.mark.parametrize(
    "text",
    [
        PROSE,
        f"{PROSE}\n\nBy framing the truce as a trap, she kept her hardliners. {PROSE}",
        f"{PROSE}\n\nThe ceasefire of 3 July 2018 was broken. {PROSE}",
        f"{PROSE}\n\nThey spoke of the talks of 12 March 2022\n\n{PROSE}",
        f"“We stay”\n\n{PROSE}",
        f"- first item\n- second item\n\n{PROSE}",
        "",
        "A single line",
    ],
)
def test_prose_says_nothing_of_where_it_comes_from(text: str) -> None:
    assert masthead(text) == Metadata()


def test_only_the_first_fifteen_lines_count() -> None:
    lines = [PROSE] * 15
    assert masthead("\n".join([*lines, "Date: 2023-06-09"])).date == ""
    assert masthead("\n".join([*lines[:14], "Date: 2023-06-09"])).date == "2023-06-09"


def test_a_history_in_a_title_is_no_date() -> None:
    found = masthead(f"From Riots to Handover: The Canal Talks, 1964–1999\n\n{PROSE}")
    assert found == Metadata("From Riots to Handover: The Canal Talks, 1964–1999")


@given(st.text(st.sampled_from('ABab .,:|-–—()\n1209/“"By Date'), max_size=200))
def test_any_first_lines_give_single_lines(text: str) -> None:
    found = masthead(text)
    for value in (found.title, found.publisher, found.author, found.date):
        assert "\n" not in value
    assert len(found.date) in {0, 4, 7, 10}


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2024-03-14", "2024-03-14"),
        ("2024-03-14T08:00:00Z", "2024-03-14"),
        ("14 March 2024", "2024-03-14"),
        ("14th of March, 2024", "2024-03-14"),
        ("March 14, 2024", "2024-03-14"),
        ("Sept. 4th 2024", "2024-09-04"),
        ("12 Feb 2020", "2020-02-12"),
        ("March 2024", "2024-03"),
        ("2024", "2024"),
        ("17.05.2019", "2019-05-17"),
        ("03.04.2020", "2020-04-03"),
        ("21/11/2020", "2020-11-21"),
        ("11/21/2020", "2020-11-21"),
        ("03/04/2020", "2020"),
        ("04-04-2020", "2020-04-04"),
        ("31 February 2020", ""),
        ("45/45/2020", ""),
        ("no date, 1.2.3 or 12345 or 3/4", ""),
    ],
)
def test_a_date_is_given_to_the_precision_it_is_written_with(written: str, iso: str) -> None:
    assert written_date(written) == iso


def test_all_dates_are_found_in_order_with_their_places() -> None:
    text = "From 3 July 2018 to 12.02.2020."
    assert [(text[d.start : d.end], d.iso) for d in written_dates(text)] == [
        ("3 July 2018", "2018-07-03"),
        ("12.02.2020", "2020-02-12"),
    ]
