"""The published table of the Panama Canal negotiations (Raiffa 1982; Brams and Taylor 1996)."""

from collections.abc import Iterable
from math import prod
from pathlib import Path

import pytest

from tracktwo.analyses.settlement.per_issue import issue_table
from tracktwo.analyses.settlement.settle import settle
from tracktwo.analyses.settlement.settlement import Package, Settlement
from tracktwo.casemodel.case import Case
from tracktwo.casemodel.files import load_case

PUBLISHED = {  # United States, Panama
    "us_defense_rights": (22, 9),
    "use_rights": (22, 15),
    "land_and_water": (15, 15),
    "expansion_rights": (14, 3),
    "duration": (11, 15),
    "expansion_routes": (6, 5),
    "compensation": (4, 11),
    "jurisdiction": (2, 7),
    "us_military_rights": (2, 7),
    "defense_role_of_panama": (2, 13),
}


@pytest.fixture(scope="module")
def case() -> Case:
    return load_case(Path(__file__).parents[3] / "catalog/panama-canal")


@pytest.fixture(scope="module")
def settlement(case: Case) -> Settlement:
    return settle(case)


def worths(packages: Iterable[Package]) -> list[tuple[int, ...]]:
    """Give what each package is worth to the United States and to Panama."""
    return [tuple(int(worth) for _, worth in package.utilities) for package in packages]


def test_the_case_holds_the_published_table(case: Case) -> None:
    weights = {(p.party, p.issue): p.weight.best for p in case.positions if p.weight}
    assert weights == {
        (party, issue): points[number]
        for issue, points in PUBLISHED.items()
        for number, party in enumerate(["united_states", "panama"])
    }
    assert [sum(column) for column in zip(*PUBLISHED.values(), strict=True)] == [100, 100]


def test_there_are_two_to_the_tenth_packages(settlement: Settlement) -> None:
    assert settlement.packages == settlement.permitted == len(settlement.acceptable) == 1024


def test_the_frontier_has_twenty_points_from_twenty_six_packages(settlement: Settlement) -> None:
    assert len(settlement.frontier) == 20
    assert sum(len(point.packages) for point in settlement.frontier) == 26


def test_nash_egalitarian_and_kalai_smorodinsky_give_64_and_68(settlement: Settlement) -> None:
    assert worths(settlement.nash) == [(64, 68)]
    assert settlement.nash == settlement.egalitarian == settlement.kalai_smorodinsky


def test_the_published_first_allocation_is_one_of_the_two_with_the_largest_sum(
    settlement: Settlement,
) -> None:
    more = [us for us, panama in PUBLISHED.values() if us > panama]
    less = [panama for us, panama in PUBLISHED.values() if us < panama]
    assert (sum(more), sum(less)) == (64, 53)  # published, before the tied issue
    assert worths(settlement.utilitarian) == [(79, 53), (64, 68)]


def test_the_frontier_is_what_a_loop_over_all_packages_finds(settlement: Settlement) -> None:
    everything = set(worths(settlement.acceptable))
    efficient = {
        (us, panama)
        for us, panama in everything
        if not any(a >= us and b >= panama and (a, b) != (us, panama) for a, b in everything)
    }
    found = [tuple(int(worth) for _, worth in point.utilities) for point in settlement.frontier]
    assert found == sorted(efficient, reverse=True)
    assert max(efficient, key=prod) == (64, 68)


def test_every_issue_is_contested_and_each_side_wants_its_own(
    case: Case, settlement: Settlement
) -> None:
    for row in issue_table(case, settlement):
        assert row.standing == "contested"
        assert [party.best for party in row.parties] == [("united_states",), ("panama",)]
