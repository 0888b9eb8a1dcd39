"""Dates: to the precision that the text gives, and from the day on which it was written."""

import itertools
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.documents.document import Span
from tracktwo.reading.act_dates import ActDates
from tracktwo.reading.dates import dates
from tracktwo.reading.statement import Statement

TODAY = "2024-03-14"  # a Thursday


def values(text: str, today: str = TODAY) -> list[str]:
    return [each.value for each in dates(text, today)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on 12 Feb 2020", "2020-02-12"),
        ("on the 12th of February, 2020", "2020-02-12"),
        ("on February 12th, 2020", "2020-02-12"),
        ("on 2020-02-12", "2020-02-12"),
        ("on 31.12.2020", "2020-12-31"),
        ("in February 2020", "2020-02"),
        ("in Sept. of 2020", "2020-09"),
        ("in 2020", "2020"),
        ("between 2008 and 2022", "2008/2022"),
        ("2008–2022", "2008/2022"),
        ("from 2008 to 2022", "2008/2022"),
        ("early 2025", "2025-01/2025-03"),
        ("mid-2025", "2025-04/2025-09"),
        ("late 2025", "2025-10/2025-12"),
    ],
)
def test_a_full_date_has_its_own_precision(text: str, value: str) -> None:
    assert values(text, "") == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("today", "2024-03-14"),
        ("yesterday", "2024-03-13"),
        ("tomorrow", "2024-03-15"),
        ("this morning", "2024-03-14"),
        ("on Wednesday", "2024-03-13"),
        ("on Thursday", "2024-03-14"),
        ("last Thursday", "2024-03-07"),
        ("last week", "2024-03"),
        ("last month", "2024-02"),
        ("last year", "2023"),
        ("last spring", "2023"),
    ],
)
def test_a_relative_date_counts_from_the_document(text: str, value: str) -> None:
    assert values(text) == [value]
    assert values(text, "") == []
    assert values(text, "some day") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on 2 March", "2024-03-02"),
        ("on 30 May", "2024-05-30"),
        ("on 20 December", "2023-12-20"),
        ("in May", "2024-05"),
    ],
)
def test_without_a_year_a_day_is_the_nearest_to_the_document(text: str, value: str) -> None:
    assert values(text) == [value]


def test_a_year_close_before_goes_on() -> None:
    assert values("In June 2019 they met. In July they signed. On 3 August it ended.") == [
        "2019-06",
        "2019-07",
        "2019-08-03",
    ]
    assert (
        values(f"In June 2019 they met. {'So it was. ' * 50}In July they signed.")[1] == "2024-07"
    )


def test_a_day_that_no_calendar_has_is_its_year_or_nothing() -> None:
    assert values("on 31 February 2020") == ["2020"]
    assert values("on 45 May") == []
    assert values("on 29 February", "2023-05-01") == []


@pytest.mark.parametrize(
    "text", ["it may rain", "1,500 tonnes", "version 3.2021.5", "room 2020/5", "Resolution 1973-2"]
)
def test_other_words_and_numbers_are_no_dates(text: str) -> None:
    assert values(text) == []


def test_the_ends_of_the_calendar_are_no_error() -> None:
    assert values("tomorrow", "9999-12-31") == ["9999-12-31"]
    assert values("yesterday, last week, last month, last year", "0001-01-01")[0] == "0001-01-01"


@given(st.text(st.sampled_from("0123456789 -.,/–MayJuneonlast\u0661"), max_size=60))
def test_dates_are_in_order_apart_and_of_digits(text: str) -> None:
    found = dates(text, TODAY)
    assert all(one.span.end <= two.span.start for one, two in itertools.pairwise(found))
    assert all(set(each.value) <= set("0123456789-/") for each in found)


TEXT = "On 3 May 2020 Torvay asked for talks in June 2021. 4 May 2020: Darsa refused."


@pytest.fixture(scope="module")
def act_dates() -> ActDates:
    return ActDates(TEXT, dates(TEXT))


def test_an_act_has_the_first_date_of_its_sentence_outside_its_content(act_dates: ActDates) -> None:
    asked = Span(TEXT.index("talks"), TEXT.index(". 4"))
    assert act_dates.of_clause(Span(0, asked.end), (asked,)) == "2020-05-03"
    assert act_dates.of_clause(asked, (asked,)) == ""
    assert act_dates.of_clause(asked, ()) == "2021-06"


def test_the_date_that_heads_an_entry_leads(act_dates: ActDates) -> None:
    assert act_dates.leading(TEXT.index("4 May")) == "2020-05-04"
    assert act_dates.leading(0) == ""
    assert act_dates.leading(len(TEXT)) == ""


def test_a_date_that_sticks_out_is_not_within(act_dates: ActDates) -> None:
    assert [each.value for each in act_dates.within(Span(0, 20))] == ["2020-05-03"]
    assert list(act_dates.within(Span(4, 20))) == []
    assert list(act_dates.within(Span(0, 8))) == []


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("on that day", "2025-01-22"),
        ("the same day", "2025-01-22"),
        ("The next day", "2025-01-23"),
        ("a day earlier", "2025-01-21"),
        ("that month", "2025-01"),
        ("a year later", "2026"),
    ],
)
def test_a_day_counts_from_the_last_date(words: str, value: str) -> None:
    found = dates(f"On 22 January 2025 Egypt wrote. {words} Sudan replied.")
    assert [each.value for each in found] == ["2025-01-22", value]


def test_a_day_that_counts_from_nothing_has_no_date() -> None:
    assert dates("On that day Sudan replied.", "2025-01-22") == ()


def test_the_date_of_an_office_is_not_that_of_the_act(only: Callable[..., Statement]) -> None:
    text = "Jon Eskeland, foreign minister of Egypt from 2019 to 2021, rejected the draft in 2023."
    assert only(text).date == "2023"
