"""What is parsed: paragraphs and turns, in pieces that a parser can take."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from tracktwo.reading.layout import blocks
from tracktwo.reading.readable import readable
from tracktwo.reading.turns import labelled_turns


def stretches(text: str) -> list[str]:
    laid = blocks(text)
    found = readable(text, laid, labelled_turns(text, laid))
    return [text[each.span.start : each.span.end] for each in found]


def test_headings_and_contents_are_not_parsed() -> None:
    text = "Table of contents\n- The dam\nThe dam\nTorvay wants water."
    assert stretches(text) == ["Torvay wants water."]


def test_a_turn_is_parsed_without_its_label_and_with_its_short_lines() -> None:
    text = "Q: Why now?\nHalvard: The dam\nQ: Since when?\nHalvard: May.\n\nIt leaks."
    assert stretches(text) == ["Why now?", "The dam", "Since when?", "May.", "It leaks."]


def test_a_run_without_a_space_is_left_out_and_the_words_around_it_stay() -> None:
    assert stretches(f"Before it. {'x' * 1001} After it.") == ["Before it. ", " After it."]
    assert stretches(f"Before it {'x' * 1000} after it.") == [f"Before it {'x' * 1000} after it."]


def test_a_run_of_signs_is_left_out() -> None:
    assert stretches(f"The dam {'.' * 60} page five.") == ["The dam ", " page five."]
    assert stretches("(" * 100_000) == []


def test_a_long_block_is_cut_after_a_sentence() -> None:
    pieces = stretches("The dam is full. " * 1_000)
    assert len(pieces) == 4
    assert all(len(piece) <= 5_000 and piece.endswith("full. ") for piece in pieces[:-1])


def test_a_long_sentence_is_cut_at_a_space() -> None:
    pieces = stretches("word " * 3_000)
    assert all(len(piece) <= 5_000 for piece in pieces)
    assert "".join(pieces).split() == ["word"] * 3_000


@given(st.text(st.sampled_from("ab. \n"), max_size=60).map(lambda text: text * 300))
def test_nothing_but_white_space_headings_and_long_runs_is_lost(text: str) -> None:
    laid = blocks(text)
    found = list(readable(text, laid, ()))
    assert all(one.span.end <= two.span.start for one, two in itertools.pairwise(found))
    assert all(each.span.end - each.span.start <= 5_000 for each in found)
    kept = {at for each in found for at in range(each.span.start, each.span.end)}
    for block in laid:
        words = text[block.span.start : block.span.end]
        if block.kind == "paragraph" and max(map(len, words.split())) < 50:
            assert all(
                text[at].isspace() or at in kept for at in range(block.span.start, block.span.end)
            )
