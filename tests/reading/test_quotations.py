"""Quotation marks: which words stand in them, in any style, and which marks are none."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.documents.document import Span
from tracktwo.reading.quotations import Quotation, is_partial, near, quotations


def quoted(text: str) -> list[str]:
    return [text[each.span.start : each.span.end] for each in quotations(text)]


@pytest.mark.parametrize(
    "words",
    [
        "“no deal”",
        '"no deal"',
        "«no deal»",
        "„no deal“",
        "„no deal”",
        "‘no deal’",
        "'no deal'",
        "‹no›",
    ],
)
def test_every_style_of_marks_quotes(words: str) -> None:
    assert quoted(f"She said {words} twice.") == [words]


def test_a_quotation_in_a_quotation_is_part_of_the_outer_one() -> None:
    assert quoted("“He said ‘no’ and «never».” “Yes.”") == ["“He said ‘no’ and «never».”", "“Yes.”"]
    assert quoted("“One “two” three” four") == ["“One “two” three”"]


@pytest.mark.parametrize(
    "text",
    [
        "It's Torvay's dam, the sides' talks and the '90s.",
        "the parties’ demands and Torvay’s answer",
        'a 5" pipe',
        "a “ loose mark",
        '""',
        "“never closed and lower",
        "»closed before it opens«",
    ],
)
def test_apostrophes_and_stray_marks_quote_nothing(text: str) -> None:
    assert quoted(text) == []


def test_a_plural_apostrophe_does_not_close_a_single_quotation() -> None:
    assert quoted("'the sides' old demands' again") == ["'the sides' old demands'"]


def test_a_curly_mark_before_a_capital_that_is_never_closed_runs_to_the_end() -> None:
    text = "She said: “We want bread, and we want work in the valley."
    assert quotations(text) == (Quotation(Span(10, len(text)), closed=False),)
    assert text[quotations(text)[0].inner.start :].startswith("We want")


def test_a_stretch_is_read_by_itself() -> None:
    text = "“a” “b” “c”"
    assert [each.span for each in quotations(text, 4, 7)] == [Span(4, 7)]


def test_what_is_near_overlaps_or_touches() -> None:
    found = quotations("“a” “b” “c”")
    assert list(near(found, Span(3, 4))) == [found[0], found[1]]
    assert list(near(found, Span(9, 9))) == [found[2]]


@pytest.mark.parametrize(
    ("text", "partial"),
    [
        ("It called this “a step back” for all.", True),
        ("the so-called “Reform” failed", True),
        ("“We regret it deeply,” it said.", False),
        ("She said: “no deal”", False),
        ("He left. “a strange day for us,” he said", False),
    ],
)
def test_a_part_of_somebodys_clause_is_partial(text: str, partial: bool) -> None:  # noqa: FBT001 - a column of the table
    assert is_partial(text, quotations(text)[0]) is partial


def test_words_before_the_stretch_do_not_make_a_quotation_partial() -> None:
    text = "A heading\n“we regret it,” it said."
    assert is_partial(text, quotations(text)[0], start=10) is False


def test_thousands_of_nested_and_unclosed_marks_are_read() -> None:
    assert len(quotations("“a " * 10_000 + "”" * 10_000)) == 1
    assert quotations("'a " * 10_000) == ()
    assert len(quotations("“a” " * 10_000)) == 10_000


def slow(text: str) -> list[tuple[int, int]]:
    """Give the closed double quotations by the definition: count up and down from each mark."""
    closes = {"“": "”", "«": "»", "„": "“”"}
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(text):
        end = None
        if text[at] in closes and text[at + 1 : at + 2].strip():
            depth = 0
            for place in range(at, len(text)):
                closing = place > at and text[place] in closes[text[at]]
                depth += -1 if closing else text[place] == text[at]
                if depth == 0:
                    end = place
                    break
        if end is not None:
            found.append((at, end + 1))
        at = at + 1 if end is None else end + 1
    return found


@given(st.text(st.sampled_from("“”«»„ab."), max_size=40))
def test_double_marks_pair_as_counting_says(text: str) -> None:
    assert [(q.span.start, q.span.end) for q in quotations(text) if q.closed] == slow(text)


@given(st.text(st.sampled_from("“”\"'’‘«»„‹› \nsaA."), max_size=60))
def test_quotations_are_in_order_and_apart(text: str) -> None:
    found = quotations(text)
    assert all(one.span.end <= other.span.start for one, other in itertools.pairwise(found))
    assert all(
        each.span.start < each.inner.start <= each.inner.end <= each.span.end for each in found
    )


def test_guillemets_may_stand_with_spaces() -> None:
    text = "« We will not sign », she said."
    assert [text[each.span.start : each.span.end] for each in quotations(text)] == [
        "« We will not sign »"
    ]
