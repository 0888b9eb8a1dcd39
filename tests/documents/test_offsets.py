"""Maps between texts: against the slow way, and joined two at a time."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracktwo.documents.offsets import IDENTITY, Edit, composed, edited


@st.composite
def texts_with_edits(draw: st.DrawFn, source: str | None = None) -> tuple[str, list[Edit]]:
    """A text and edits that touch or stand apart, but never overlap."""
    text = draw(st.text("abc \n", max_size=12)) if source is None else source
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return text, [Edit(start, end, draw(st.text("XY", max_size=3))) for start, end in pairs]


def spliced(source: str, edits: list[Edit]) -> str:
    """Carry out the edits one by one, from the last. Slow, and obviously right."""
    for edit in reversed(edits):
        source = source[: edit.start] + edit.new + source[edit.end :]
    return source


@given(texts_with_edits())
def test_edits_give_what_splicing_from_the_back_gives(given_: tuple[str, list[Edit]]) -> None:
    source, edits = given_
    assert edited(source, edits)[0] == spliced(source, edits)


@given(texts_with_edits())
def test_kept_runs_hold_the_same_characters_in_both_texts(
    given_: tuple[str, list[Edit]],
) -> None:
    source, edits = given_
    text, back = edited(source, edits)
    for start, end, kept in zip(back.made, [*back.made[1:], len(text)], back.kept, strict=True):
        first, last = back.span(start, end)
        assert not kept or text[start:end] == source[first:last]


@given(texts_with_edits())
def test_a_kept_character_is_found_forward_from_the_source(
    given_: tuple[str, list[Edit]],
) -> None:
    source, edits = given_
    text, back = edited(source, edits)
    for start, end, kept in zip(back.made, [*back.made[1:], len(text)], back.kept, strict=True):
        for place in range(start, end) if kept else ():
            assert back.forward(back.start(place)) == place


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_a_joined_map_leads_where_its_two_parts_lead_one_after_the_other(
    data: st.DataObject,
) -> None:
    source, first_edits = data.draw(texts_with_edits())
    middle, inner = edited(source, first_edits)
    _, second_edits = data.draw(texts_with_edits(middle))
    last, outer = edited(middle, second_edits)
    joined = composed(outer, inner, len(last))
    for start in range(len(last)):
        for end in range(start + 1, len(last) + 1):
            assert joined.span(start, end) == inner.span(*outer.span(start, end))


@given(texts_with_edits())
def test_joining_with_a_map_that_changes_nothing_changes_nothing(
    given_: tuple[str, list[Edit]],
) -> None:
    text, back = edited(*given_)
    for joined in (composed(back, IDENTITY, len(text)), composed(IDENTITY, back, len(text))):
        spans = [(start, start + 1) for start in range(len(text))]
        assert [joined.span(*span) for span in spans] == [back.span(*span) for span in spans]


@settings(deadline=None)
@given(given_=texts_with_edits())
def test_every_place_of_the_source_leads_to_one_of_the_edited_text(
    given_: tuple[str, list[Edit]],
) -> None:
    source, edits = given_
    text, back = edited(source, edits)
    places = [back.forward(at) for at in range(len(source) + 1)]
    assert all(0 <= at <= len(text) for at in places)
    assert places == sorted(places)


def test_edits_that_overlap_are_refused() -> None:
    with pytest.raises(ValueError, match="overlaps"):
        edited("abc", [Edit(0, 2, ""), Edit(1, 3, "")])
