"""Drafts by place, and which of them say the same."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.actors.actor import Actor
from tracktwo.documents.document import Span
from tracktwo.reading.draft import Draft
from tracktwo.reading.duplicates import iou, without_duplicates, without_echoes
from tracktwo.reading.laid import Laid
from tracktwo.reading.speakers import Voice

TORVAY, DARSA = (Voice(Actor(name, name, "state")) for name in ("torvay", "darsa"))


def draft(start: int, end: int, rank: int = 2, voice: Voice = TORVAY) -> Draft:
    span = Span(start, end)
    return Draft(0, (span,), "claim", "indirect", voice, span, rank=rank)


def test_the_same_words_stay_once_by_the_rule_of_lower_rank() -> None:
    first, second = draft(0, 9, rank=1), draft(0, 9, rank=2, voice=DARSA)
    assert without_duplicates([second, first]) == [first]


def test_words_of_two_speakers_that_overlap_a_little_both_stay() -> None:
    held = [draft(0, 9), draft(6, 20, voice=DARSA)]
    assert without_duplicates(held) == held


def test_most_of_the_same_words_of_one_speaker_stay_once() -> None:
    assert without_duplicates([draft(0, 10), draft(2, 10)]) == [draft(0, 10)]
    assert len(without_duplicates([draft(0, 20), draft(12, 30)])) == 2


def test_what_is_reported_inside_a_report_stays() -> None:
    outer = replace(draft(0, 20, rank=1), reports=True)
    inner = replace(draft(8, 20, rank=1, voice=DARSA), cue=Span(3, 7))
    assert without_duplicates([outer, inner]) == [outer, inner]


def test_an_act_that_repeats_its_quotation_is_an_echo() -> None:
    quotation = replace(draft(0, 20, rank=0), act="demand", reporting="direct")
    inner = replace(draft(8, 20), act="demand")
    assert without_echoes([quotation, inner]) == [quotation]
    assert without_echoes([quotation, replace(inner, voice=DARSA)])[1:] != []
    assert without_echoes([quotation, replace(inner, act="propose")])[1:] != []


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [((0, 4), (4, 8), 0.0), ((0, 4), (0, 4), 1.0), ((0, 4), (2, 6), 1 / 3), ((3, 3), (3, 3), 0.0)],
)
def test_intersection_over_union(
    one: tuple[int, int], other: tuple[int, int], share: float
) -> None:
    assert iou(Span(*one), Span(*other)) == pytest.approx(share)


spans = st.tuples(st.integers(0, 900), st.integers(0, 900)).map(lambda two: Span(*sorted(two)))


@given(st.lists(spans, max_size=12), spans)
def test_looking_up_by_place_agrees_with_looking_at_all(held: list[Span], asked: Span) -> None:
    drafts = [draft(each.start, each.end) for each in held]
    laid = Laid.of(drafts)
    assert laid.around(asked) == [each for each in drafts if each.hull.covers(asked)]
    assert laid.within(asked) == [each for each in drafts if asked.covers(each.hull)]
