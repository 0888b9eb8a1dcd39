"""When did an act take place, and which of two came first?"""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.world import statement

from tracktwo.ledger.when import When, span, when

dates = st.dates().map(lambda day: day.isoformat())
values = st.one_of(dates, dates.map(lambda day: day[:7]), dates.map(lambda day: day[:4]))


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024-02-29", "2024-02-29", "2024-02-29"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2008/2022", "2008-01-01", "2022-12-31"),
        ("2023-02-29", "", ""),
        ("2023-13", "", ""),
        ("", "", ""),
        ("last spring", "", ""),
    ],
)
def test_a_date_covers_days_to_its_precision(value: str, first: str, last: str) -> None:
    assert (span(value).first, span(value).last) == (first, last)


@given(values, values)
def test_at_most_one_of_two_is_shown_to_be_first(one: str, other: str) -> None:
    left, right = span(one), span(other)
    assert not (left.before(right) and right.before(left))
    assert not left.before(left)


@given(values)
def test_what_overlaps_is_in_no_order(value: str) -> None:
    assert not span(value[:4]).before(span(value))
    assert not span(value).before(span(value[:4]))


def test_what_has_no_date_happened_on_the_day_of_its_document_at_the_latest() -> None:
    assert when(statement("a bridge"), "2024-05-01") == When("", "", "2024-05-01")
    assert when(statement("a bridge"), "") == When()


def test_a_turn_was_spoken_on_the_day_of_its_document() -> None:
    turn = replace(statement("a bridge"), reporting="turn")
    assert when(turn, "2024-05-01") == span("2024-05-01")


def test_a_date_behind_the_document_is_not_when_the_act_took_place() -> None:
    assert when(statement("a bridge by 2028", date="2028"), "2024-05-01").first == ""
    assert when(statement("a bridge", date="2024"), "2024-05-01").value == "2024"
