"""Blocks: headings, paragraphs and list items, with what leads a list in."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.reading.layout import blocks

WRAPPED = """\
The delegations of Torvay and Darsa met on the bridge for
the third time this year and talked about the water that
both of them need for their fields, without coming to an
agreement on who may open the gates of the dam and when.

They will meet again in the spring, when the snow melts.
- the gates
- the tolls
"""


def kinds(text: str) -> list[tuple[str, str]]:
    return [(each.kind, text[each.span.start : each.span.end]) for each in blocks(text)]


def test_a_line_is_a_block_and_blank_lines_are_none() -> None:
    assert kinds("One is here.\n\n \t\nTwo is here.") == [
        ("paragraph", "One is here."),
        ("paragraph", "Two is here."),
    ]


def test_lines_broken_at_a_column_are_one_block() -> None:
    found = blocks(WRAPPED)
    assert [each.kind for each in found] == ["paragraph", "paragraph", "item", "item"]
    assert WRAPPED[found[0].span.start : found[0].span.end].endswith("and when.")


@pytest.mark.parametrize("line", ["Who decides?", "The water", "**3. What Torvay wants**"])
def test_a_short_line_that_ends_no_sentence_is_a_heading(line: str) -> None:
    assert kinds(f"{line}\nTorvay wants water.")[0] == ("heading", line)


@pytest.mark.parametrize("line", ["They left.", "They said:", "She said “no”"])
def test_a_line_that_ends_a_sentence_is_no_heading(line: str) -> None:
    assert kinds(line) == [("paragraph", line)]


@pytest.mark.parametrize("mark", ["-", "•", "*", "–", "1.", "2)", "(3)", "(a)", "b.", "iv."])
def test_bullets_numbers_and_letters_mark_items(mark: str) -> None:
    assert kinds(f"They asked for:\n  {mark} peace")[1] == ("item", "peace")


def test_an_item_is_led_in_by_the_nearest_block_with_a_colon() -> None:
    text = "They asked for:\n- peace\n- bread\nThey gave:\n- salt"
    assert [each.lead for each in blocks(text)] == [None, 0, 0, None, 3]


def test_an_item_that_ends_with_a_colon_leads_in_a_list_of_another_kind() -> None:
    text = "They asked for:\n1. peace:\n(a) now\n(b) here\n2. bread"
    assert [each.lead for each in blocks(text)] == [None, 0, 1, 1, 0]


def test_a_list_without_a_lead_in_has_none() -> None:
    assert [each.lead for each in blocks("They met.\n- peace\n- bread")] == [None, None, None]


def test_a_table_of_contents_is_not_read_and_what_follows_is() -> None:
    text = "Table of contents\n- The dam\n- The river\nTorvay wants water.\n- more"
    assert [each.kind for each in blocks(text)] == [
        "heading",
        "contents",
        "contents",
        "paragraph",
        "item",
    ]


@given(st.text(st.sampled_from("ab.:-•1)( \t\n\r\u2028\x1c?”"), max_size=80))
def test_blocks_are_in_order_apart_and_without_white_space_around(text: str) -> None:
    found = blocks(text)
    for at, each in enumerate(found):
        words = text[each.span.start : each.span.end]
        assert words
        assert words == words.strip()
        assert each.lead is None or each.lead < at
    for one, other in itertools.pairwise(found):
        assert one.span.end <= other.span.start
