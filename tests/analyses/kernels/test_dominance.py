"""Pareto dominance: slow oracle, laws that must always hold, and what it refuses."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from tracktwo.analyses.kernels.dominance import undominated
from tracktwo.errors import ArrayError

tables = arrays(
    np.int64,
    st.tuples(st.integers(0, 12), st.integers(0, 4)),
    elements=st.integers(-3, 3),  # small range: ties are frequent
)
FAR = np.iinfo(np.int64)


def undominated_by_definition(utilities: NDArray[np.int64]) -> list[bool]:
    """The textbook sentence, written as two loops. Slow, and obviously right."""
    rows = utilities.tolist()
    return [
        not any(
            all(o >= m for o, m in zip(other, mine, strict=True))
            and any(o > m for o, m in zip(other, mine, strict=True))
            for other in rows
        )
        for mine in rows
    ]


@settings(deadline=None)
@given(tables)
def test_agrees_with_the_definition(utilities: NDArray[np.int64]) -> None:
    assert undominated(utilities).tolist() == undominated_by_definition(utilities)


@pytest.mark.parametrize("columns", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("reach", [3, 12, 1000])
def test_agrees_with_the_definition_where_much_is_efficient(columns: int, reach: int) -> None:
    random = np.random.default_rng(columns * reach)
    rows = random.integers(0, reach, (1200, columns))
    rows[:, -1] -= rows[:, :-1].sum(axis=1)  # near zero-sum: much is efficient, not all
    by_definition = [((rows >= row).all(axis=1) & (rows != row).any(axis=1)).any() for row in rows]
    assert undominated(rows).tolist() == [not dominated for dominated in by_definition]


def test_columns_with_few_values_are_compared_too() -> None:
    spread = np.arange(200)
    halves = [
        np.stack([np.full(200, 2), np.full(200, 0), spread, -spread], axis=1),
        np.stack([np.full(200, 1), np.full(200, 1), spread, -spread], axis=1),
    ]
    assert undominated(np.concatenate(halves)).all()


@settings(deadline=None)
@given(tables, st.integers(0, 99))
def test_order_of_rows_does_not_matter(utilities: NDArray[np.int64], seed: int) -> None:
    order = np.random.default_rng(seed).permutation(len(utilities))
    assert undominated(utilities[order]).tolist() == undominated(utilities)[order].tolist()


@settings(deadline=None)
@given(tables)
def test_only_the_order_within_a_column_matters(utilities: NDArray[np.int64]) -> None:
    assert undominated(3 * utilities + 1).tolist() == undominated(utilities).tolist()


def test_neighbours_that_no_double_tells_apart_are_told_apart() -> None:
    rows = np.array([[2**53, 0, 1], [2**53 + 1, 0, 1], [2**53, 1, 0]])
    assert undominated(rows).tolist() == [False, True, True]


def test_the_largest_numbers_do_not_overflow() -> None:
    rows = np.array([[FAR.max, FAR.min], [FAR.min, FAR.max], [FAR.min, FAR.min]])
    assert undominated(rows).tolist() == [True, True, False]


@pytest.mark.parametrize("table", [np.zeros(3, dtype=np.int64), np.zeros((2, 2))])
def test_refuses_what_is_no_table_of_whole_numbers(table: NDArray[np.int64]) -> None:
    with pytest.raises(ArrayError, match="must be int64 of shape"):
        undominated(table)
