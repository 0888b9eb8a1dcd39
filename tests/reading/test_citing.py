"""Citing: words to the place where they stand, and to the statement they carry."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.documents.document import Document, Original, Span, text_hash
from tracktwo.errors import InputError
from tracktwo.reading.citing import carried, cite, nearest_passage
from tracktwo.reading.reading import Reading
from tracktwo.reading.statement import Statement, statement_id


def page(name: str, text: str) -> Document:
    return Document(name, text, text_hash(text), Original(text_hash(text), "text/plain", text))


def statement(document: Document, start: int, end: int) -> Statement:
    content = (Span(start, end),)
    return Statement(
        id=statement_id(document.sha256, content),
        document=document.sha256,
        content=content,
        quote=document.text[start:end],
        speaker=None,
        chain=(),
        act="claim",
        reporting="narrative",
    )


def read(document: Document, *places: tuple[int, int]) -> Reading:
    return Reading(document.sha256, "rules", tuple(statement(document, *each) for each in places))


def test_white_space_may_differ_and_nothing_else() -> None:
    document = page("a.md", "They asked \u00a0for\r\n  a ban.")
    assert cite([document], [], "a.md", "asked for  a ban")[1] == Span(5, 24)
    with pytest.raises(InputError):
        cite([document], [], "a.md", "Asked for a ban")


def test_the_statement_with_most_in_common_is_meant() -> None:
    document = page("a.md", "a halt to the expansion and a ban on missiles in Europe")
    reading = read(document, (0, 55), (28, 45), (28, 55), (0, 23))
    sha, place, named = cite([document], [reading], "a.md", "a ban on missiles")
    assert (sha, place, named) == (document.sha256, Span(28, 45), reading.statements[1].id)


def test_less_than_half_of_the_shorter_is_too_little() -> None:
    document = page("a.md", "one two three four five six")
    reading = read(document, (0, 13))
    assert cite([document], [reading], "a.md", "three four five six")[2] == ""
    assert cite([document], [reading], "a.md", "two three four")[2] == reading.statements[0].id


def test_of_several_places_the_first_that_carries_a_statement_is_meant() -> None:
    document = page("a.md", "A ban. They said: A ban. A ban.")
    reading = read(document, (18, 23), (25, 30))
    assert cite([document], [reading], "a.md", "A ban")[1:] == (
        Span(18, 23),
        reading.statements[0].id,
    )
    assert cite([document], [], "a.md", "A ban")[1] == Span(0, 5)


def test_of_several_documents_with_one_name_the_last_that_holds_the_words_is_meant() -> None:
    old, new, other = (
        page("a.md", "A ban, old."),
        page("a.md", "A ban, new."),
        page("b.md", "A ban."),
    )
    assert cite([old, new, other], [], "a.md", "A ban")[0] == new.sha256
    assert cite([old, new, other], [], "a.md", "old")[0] == old.sha256


def test_words_that_do_not_stand_there_are_answered_with_the_nearest_passage() -> None:
    document = page("a.md", "It called for a full ban on\nmissiles in Europe.")
    with pytest.raises(
        InputError, match=r"a.md: .*'a total ban on missiles'.*'a full ban on missiles'"
    ):
        cite([document], [], "a.md", "a total ban on missiles")
    with pytest.raises(InputError, match=r"do not stand in it$"):
        cite([document], [], "a.md", "nothing alike")


def test_a_source_that_was_not_read_is_answered_with_the_nearest_name() -> None:
    with pytest.raises(InputError, match=r"'demand.md' is no source.*demands.md$"):
        cite([page("demands.md", "x"), page("notes.txt", "y")], [], "demand.md", "x")
    with pytest.raises(InputError, match="none has been read"):
        cite([], [], "a.md", "x")


@pytest.mark.parametrize("words", ["", " \n\t"])
def test_a_citation_without_words_is_refused(words: str) -> None:
    with pytest.raises(InputError, match="no words"):
        cite([page("a.md", "x")], [], "a.md", words)


hostile = st.text(
    st.characters(exclude_categories=()) | st.sampled_from(" \n\ud83d.*\\(["), max_size=40
)


@given(hostile, st.integers(0, 40), st.integers(0, 40))
def test_any_words_of_a_text_are_found_in_it(text: str, one: int, other: int) -> None:
    words = text[min(one, other) : max(one, other)]
    if words.split():
        document = page("a.md", text)
        sha, place, _ = cite([document], [], "a.md", "  \n".join(words.split()))
        assert sha == document.sha256
        assert document.quote(place).split() == words.split()


@given(hostile, hostile)
def test_the_nearest_passage_can_be_asked_of_any_text(text: str, words: str) -> None:
    near = nearest_passage(text, words)
    assert len(near) <= 200
    assert len(near) == 200 or " ".join(near.split()) in " ".join(text.split())


spans = st.tuples(st.integers(0, 12), st.integers(0, 12)).map(lambda two: tuple(sorted(two)))


@given(spans, st.lists(spans, max_size=6))
def test_what_a_place_carries_agrees_with_the_definition(
    place: tuple[int, int], hulls: list[tuple[int, int]]
) -> None:
    document = page("a.md", "twelve signs")
    statements = [statement(document, *hull) for hull in hulls]
    cells = set(range(*place))

    def likeness(one: Statement) -> Fraction:
        mine = set(range(one.hull.start, one.hull.end))
        shared = len(cells & mine)
        enough = min(len(cells), len(mine)) > 0 and 2 * shared >= min(len(cells), len(mine))
        return Fraction(shared, len(cells | mine)) if enough else Fraction(0)

    best = carried(Span(*place), statements)
    ranked = sorted(statements, key=lambda one: (-likeness(one), one.hull.start, one.hull.end))
    expected = ranked[0] if ranked and likeness(ranked[0]) else None
    assert (best.hull if best else None) == (expected.hull if expected else None)
