"""A few points for a large frontier: the guarantee holds, and is as small as it says."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from tracktwo.analyses.settlement.cover import cover
from tracktwo.analyses.settlement.settlement import FrontierPoint

worths = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 40), st.integers(0, 40)),
    min_size=1,
    max_size=60,
    unique=True,
)


def points(rows: list[tuple[int, int, int]]) -> list[FrontierPoint]:
    """Make points; the rule does not need them to be efficient."""
    named = [tuple(zip("abc", map(Fraction, row), strict=True)) for row in rows]
    return [FrontierPoint(row, (), 1) for row in named]


@given(worths, st.integers(3, 12))
def test_no_point_is_served_worse_than_the_guarantee_says(
    rows: list[tuple[int, int, int]], most: int
) -> None:
    found = cover(points(rows), most)
    spans = [max(column) - min(column) or 1 for column in zip(*rows, strict=True)]
    served = [
        min(
            max(
                (worth - dict(chosen.utilities)[name]) / span
                for (name, worth), span in zip(point.utilities, spans, strict=True)
            )
            for chosen in found.points
        )
        for point in points(rows)
    ]
    assert max(served) == found.short
    assert len(found.points) <= max(most, 3)


@given(worths)
def test_a_frontier_that_fits_is_given_whole(rows: list[tuple[int, int, int]]) -> None:
    found = cover(points(rows), 60)
    assert found.points == tuple(points(rows))
    assert found.short == 0
