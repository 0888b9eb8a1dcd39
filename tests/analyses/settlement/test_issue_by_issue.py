"""Each issue by itself: the option that leaves the party served worst there most."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from tracktwo.analyses.settlement.issue_by_issue import issue_by_issue
from tracktwo.analyses.settlement.worth import Worth
from tracktwo.casemodel.case import Case, Issue, Option, Party, Position

ROW = st.lists(st.integers(-9, 9), min_size=3, max_size=3)


def case(refused: list[str]) -> Case:
    options = tuple(Option(name, name) for name in "xyz")
    parties = (Party("a", "A"), Party("b", "B"))
    position = Position("a", "i", refuses=tuple(refused))
    return Case("c", "C", "2025-01-31", "", "", parties, (Issue("i", "I", options),), (position,))


def smallest_share(rows: list[list[int]], option: int) -> Fraction:
    """Work out by the definition what the party served worst gets of what it can win."""
    shares = [
        Fraction(row[option] - min(row), max(row) - min(row)) for row in rows if len(set(row)) > 1
    ]
    return min(shares, default=Fraction(0))


@given(st.lists(ROW, min_size=2, max_size=2), st.sets(st.sampled_from("xyz")))
def test_no_option_left_serves_the_worst_served_better(
    rows: list[list[int]], refused: set[str]
) -> None:
    worth = Worth(1, tuple((tuple(row),) for row in rows), (None, None), (0, 1))
    chosen = issue_by_issue(case(sorted(refused)), worth)["i"]
    left = [at for at, name in enumerate("xyz") if name not in refused] or [0, 1, 2]
    assert "xyz".index(chosen) in left
    assert smallest_share(rows, "xyz".index(chosen)) == max(
        smallest_share(rows, option) for option in left
    )


@given(st.lists(ROW, min_size=2, max_size=2))
def test_the_order_of_the_parties_changes_nothing(rows: list[list[int]]) -> None:
    there, back = (
        Worth(1, tuple((tuple(row),) for row in order), (None, None), (0, 1))
        for order in (rows, rows[::-1])
    )
    assert issue_by_issue(case([]), there) == issue_by_issue(case([]), back)
