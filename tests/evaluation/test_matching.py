"""Are spans paired as they should be, whatever their order?"""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from evaluation.reading.matching import ENOUGH, matched, overlap

Hull = tuple[int, int]
hulls = st.tuples(st.integers(0, 12), st.integers(1, 8)).map(lambda p: (p[0], p[0] + p[1]))
few = st.lists(hulls, max_size=5)


def most(gold: list[Hull], found: list[Hull]) -> int:
    """Try every way to give each gold span another found span, or none."""
    open_places: list[int | None] = [*range(len(found)), *([None] * len(gold))]
    return max(
        sum(
            j is not None and overlap(g, found[j]) >= ENOUGH for g, j in zip(gold, way, strict=True)
        )
        for way in permutations(open_places, len(gold))
    )


@given(few, few)
def test_as_many_gold_spans_are_answered_as_can_be(gold: list[Hull], found: list[Hull]) -> None:
    gold, found = gold[:3], found[:4]
    assert len(matched(gold, found, lambda _i, _j: 0)) == most(gold, found)


@given(few, few)
def test_pairs_are_one_to_one_and_overlap_enough(gold: list[Hull], found: list[Hull]) -> None:
    pairs = matched(gold, found, lambda i, j: i + j)
    assert len(set(pairs.values())) == len(pairs)
    assert all(overlap(gold[i], found[j]) >= ENOUGH for i, j in pairs.items())


def test_half_of_the_union_is_enough_and_less_is_not() -> None:
    assert matched([(0, 10)], [(0, 5)], lambda _i, _j: 0) == {0: 0}
    assert matched([(0, 11)], [(0, 5)], lambda _i, _j: 0) == {}


def test_of_two_in_the_same_place_the_better_read_is_taken() -> None:
    assert matched([(0, 9)], [(0, 9), (0, 9)], lambda _i, j: j) == {0: 1}


def test_a_place_is_given_up_where_another_span_needs_it() -> None:
    gold, found = [(0, 10), (0, 6)], [(0, 8), (0, 12)]
    assert matched(gold, found, lambda _i, _j: 0) == {0: 1, 1: 0}
