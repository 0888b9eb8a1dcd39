"""Records come back as they were written, whatever text they hold."""

import types
from dataclasses import fields
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.documents.document import Document, Original, Span
from tracktwo.dossier.record import dumped, fingerprint, loaded, packed, unpacked
from tracktwo.errors import DossierError
from tracktwo.reading.decision import Decision
from tracktwo.reading.grade import Grade
from tracktwo.reading.reading import Reading

hostile = st.text(
    st.characters(exclude_categories=()) | st.sampled_from('\ud83d\ude00\0\n"\\'), max_size=8
)
LEAVES: dict[Any, st.SearchStrategy[Any]] = {
    str: hostile,
    bool: st.booleans(),
    Span: st.tuples(st.integers(0, 99), st.integers(0, 99)).map(lambda two: Span(*sorted(two))),
}


def any_record(kind: Any) -> st.SearchStrategy[Any]:  # noqa: ANN401 - kinds are type hints
    """Records of a type, from its hints: every text hostile, every tuple up to three long."""
    if kind in LEAVES:
        return LEAVES[kind]
    if isinstance(kind, types.UnionType):
        return st.none() | any_record(get_args(kind)[0])
    if get_origin(kind) is Literal:
        return st.sampled_from(get_args(kind))
    if get_origin(kind) is tuple:
        return st.lists(any_record(get_args(kind)[0]), max_size=2).map(tuple)
    hints = get_type_hints(kind)
    return st.builds(kind, **{each.name: any_record(hints[each.name]) for each in fields(kind)})


@given(any_record(Reading))
def test_a_reading_comes_back_the_same(reading: Reading) -> None:
    assert loaded(Reading, dumped(reading)) == reading


@given(any_record(Original), any_record(Decision), any_record(Grade))
def test_what_arrived_what_was_decided_and_graded_come_back_the_same(
    original: Original, decision: Decision, grade: Grade
) -> None:
    assert loaded(Original, dumped(original)) == original
    assert loaded(Decision, dumped(decision)) == decision
    assert loaded(Grade, dumped(grade)) == grade


@given(hostile)
def test_words_come_back_code_point_by_code_point(words: str) -> None:
    assert unpacked(packed(words)) == words


def test_two_halves_of_a_pair_stay_two() -> None:
    grade = Grade(by="\ud83d\ude00")
    assert len(loaded(Grade, dumped(grade)).by) == 2


@given(st.lists(st.binary(max_size=3), max_size=4), st.lists(st.binary(max_size=3), max_size=4))
def test_a_fingerprint_tells_lists_apart(one: list[bytes], other: list[bytes]) -> None:
    assert (fingerprint(*one) == fingerprint(*other)) == (one == other)


def test_fields_that_a_class_gained_keep_their_defaults() -> None:
    assert loaded(Grade, b'{"reliability":"B","gone":[1]}') == Grade("B")


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        (Grade, b"{"),
        (Grade, b"\xff"),
        (Grade, b"[]"),
        (Span, b'{"start":1}'),
        (Document, b'{"name":"a"}'),
        (Reading, b'{"document":"a","reader":"b","statements":[{"id":"x"}]}'),
    ],
)
def test_what_is_no_record_is_refused_by_name(kind: type, written: bytes) -> None:
    with pytest.raises(DossierError, match=f"{kind.__name__}.*restore"):
        loaded(kind, written)
