"""The outlook's evaluation: what a folder may hold, and scores worked out by hand."""

import itertools
import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.outlook.decisions import read_decisions
from evaluation.outlook.forecasters import FIRST, forecasters
from evaluation.outlook.run import OURS, measured
from evaluation.outlook.score import Miss, miss, score
from tracktwo.errors import CaseError

ISSUES = "issue,outcome,low,high\nquota,30,,\nprice,6,4,10\n"
POSITIONS = (
    "issue,actor,capability,position,salience\n"
    "quota,a,3,0,50\nquota,b,1,80,50\nprice,a,3,4,100\nprice,b,1,10,0\n"
)


def folder_of(path: Path, issues: str = ISSUES, positions: str = POSITIONS) -> Path:
    """Write the two tables."""
    (path / "issues.csv").write_text(issues, encoding="utf-8")
    (path / "positions.csv").write_text(positions, encoding="utf-8")
    return path


def test_two_tables_become_decisions_with_their_scales(tmp_path: Path) -> None:
    quota, price = read_decisions(folder_of(tmp_path))
    assert (quota.name, quota.outcome, quota.span) == ("quota", 30.0, 100.0)
    assert (price.field.ends.tolist(), price.span) == ([[4.0, 10.0]], 6.0)
    assert quota.field.capability.tolist() == [3.0, 1.0]
    assert price.field.salience.tolist() == [[1.0], [0.0]]


def test_salience_may_be_shares_and_capability_may_be_left_out(tmp_path: Path) -> None:
    positions = "actor;issue;position;salience\na;quota;0;0.5\nb;quota;80;1\na;price;4;0.2\n"
    quota, _ = read_decisions(folder_of(tmp_path, positions=positions))
    assert quota.field.salience.ravel().tolist() == [0.5, 1.0]
    assert quota.field.capability.tolist() == [1.0, 1.0]


def test_all_that_is_wrong_is_said_at_once(tmp_path: Path) -> None:
    issues = "issue,outcome,low,high\nquota,130,,\nprice,6,9,9\n"
    positions = POSITIONS + "quota,a,1,10,10\nborder,a,1,10,10\n"
    with pytest.raises(CaseError) as refused:
        read_decisions(folder_of(tmp_path, issues, positions))
    assert [str(problem) for problem in refused.value.problems] == [
        "issues.csv, line 2: outcome 130 lies off the scale, from 0 to 100",
        "issues.csv, line 3: low is 9, high is 9; low must be below high",
        "issues.csv, line 3: outcome 6 lies off the scale, from 9 to 9",
        "positions.csv, line 4: position 4 lies off the scale, from 9 to 9",
        "positions.csv, line 5: position 10 lies off the scale, from 9 to 9",
        'positions.csv, line 6: "a" stands on "quota" in line 2 already',
        'positions.csv, line 7: "border" is no issue of issues.csv',
    ]


def test_cells_and_columns_are_named_where_they_are_wrong(tmp_path: Path) -> None:
    positions = "issue,actor,salience,position\nquota,a,lots,1\nprice,a,101,5\n"
    with pytest.raises(CaseError) as refused:
        read_decisions(folder_of(tmp_path, "issue,low\nquota,1\n", positions))
    text = str(refused.value)
    assert 'issues.csv, line 1: has no column "outcome"' in text
    assert "positions.csv, line 2, column 3 (salience)" in text
    assert "positions.csv, line 3, column 3 (salience): 101 is too high" in text


def test_a_folder_without_a_table_says_which(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match=r"issues\.csv.*needed[\s\S]*positions\.csv.*needed"):
        read_decisions(tmp_path)


def test_scores_by_hand(tmp_path: Path) -> None:
    # quota: 3/4 of 0 and 1/4 of 80 is 20, outcome 30: error -10 of 100.
    # price: only a has weight, at 4; outcome 6: error -2 of 6, -33.3 of 100.
    found = measured(read_decisions(folder_of(tmp_path)))
    first = found[FIRST]
    assert first.mae == pytest.approx((10 + 100 / 3) / 2)
    assert first.rmse == pytest.approx(math.sqrt((100 + (100 / 3) ** 2) / 2))
    assert first.crps == pytest.approx(first.mae)
    assert (first.coverage, first.difference) == (None, 0.0)
    # The positions as a distribution: E|X - 30| is 35, E|X - X'| is 2 · 3/16 · 80 = 30.
    assert found["weighted positions"].crps == pytest.approx((35 - 15 + 100 / 3) / 2)
    # always the middle: 50 against 30, 7 against 6 on a scale of 6.
    assert found["always the middle"].mae == pytest.approx((20 + 100 / 6) / 2)


def test_the_issue_that_ships_is_read_and_scored_by_every_forecaster() -> None:
    (only,) = read_decisions(OURS)
    assert (len(only.field.parties), only.outcome) == (10, 8.833)
    found = measured((only,))
    assert list(found) == list(forecasters())
    assert found[FIRST].mae == pytest.approx(100 * (8.833 - 7.389955686853767) / 6)


_points = st.lists(st.tuples(st.floats(0, 100), st.integers(1, 9)), min_size=1, max_size=6)


@given(_points, st.floats(0, 100))
def test_crps_is_the_area_between_the_steps(
    points: list[tuple[float, int]], outcome: float
) -> None:
    places = np.array([place for place, _ in points])
    chances = np.array([weight for _, weight in points]) / sum(weight for _, weight in points)
    edges = sorted({*places.tolist(), outcome})
    area = 0.0
    for left, right in itertools.pairwise(edges):
        below = chances[places <= left].sum()
        area += (below - (outcome <= left)) ** 2 * (right - left)
    assert miss(places, chances, outcome, 100).crps == pytest.approx(area, abs=1e-9)


def test_the_difference_is_paired_and_its_interval_holds_it() -> None:
    random_ = np.random.default_rng(1)
    hard = random_.normal(0, 30, 200)
    one = [Miss(float(each), abs(float(each)), covered=None) for each in hard]
    other = [Miss(float(each * 0.9), abs(float(each)), covered=None) for each in hard]
    found = score(other, one)
    assert found.low < found.difference < found.high < 0
    assert found.difference == pytest.approx(-0.1 * np.abs(hard).mean())


def test_coverage_counts_outcomes_in_the_middle_eighty_percent() -> None:
    misses = [Miss(0.0, 0.0, covered=True)] * 3 + [Miss(9.0, 9.0, covered=False)]
    assert score(misses, misses).coverage == 0.75
    places, chances = np.arange(10.0), np.full(10, 0.1)
    assert [miss(places, chances, each, 10).covered for each in (-1, 0, 8, 9)] == [
        False,
        True,
        True,
        False,
    ]
