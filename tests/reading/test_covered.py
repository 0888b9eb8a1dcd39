"""Covered: counting by runs agrees with counting every place."""

from hypothesis import given
from hypothesis import strategies as st

from tracktwo.documents.document import Span
from tracktwo.reading.covered import Covered

spans = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda two: Span(*sorted(two)))


@given(st.lists(spans, max_size=8), spans)
def test_runs_count_what_a_set_of_places_counts(held: list[Span], asked: Span) -> None:
    places = {at for span in held for at in range(span.start, span.end)}
    covered = Covered.by(held)
    assert covered.within(asked) == len(places & set(range(asked.start, asked.end)))
    assert covered.total == len(places)


def test_half_is_not_most() -> None:
    covered = Covered.by([Span(0, 5)])
    assert not covered.mostly(Span(0, 10))
    assert covered.mostly(Span(0, 9))
