"""Published tables of points give their published answers."""

from fractions import Fraction
from itertools import product
from pathlib import Path

import pytest

from tracktwo.analyses.settlement.dividing import divided
from tracktwo.analyses.settlement.settle import settle
from tracktwo.casemodel.case import Case
from tracktwo.casemodel.files import load_case

CATALOG = Path(__file__).parents[3] / "catalog"

BARTER = {  # Nash 1950, page 161: to Bill, to Jack; Bill owns the first five
    "book": (2, 4),
    "whip": (2, 2),
    "ball": (2, 1),
    "bat": (2, 2),
    "box": (4, 1),
    "pen": (10, 1),
    "toy": (4, 1),
    "knife": (6, 2),
    "hat": (2, 2),
}


def weights(case: Case) -> dict[str, tuple[int, ...]]:
    """Give what each issue weighs for the first party and for the second."""
    best = {(p.party, p.issue): int(p.weight.best) for p in case.positions if p.weight}
    return {
        issue.id: tuple(best[party.id, issue.id] for party in case.parties) for issue in case.issues
    }


def gains_of_every_exchange() -> list[tuple[int, int]]:
    """Work out all 512 exchanges of the nine goods, good by good."""
    found = []
    for holders in product((0, 1), repeat=len(BARTER)):
        held = list(zip(BARTER.values(), holders, strict=True))
        bill = sum(points[0] for points, holder in held if holder == 0)
        jack = sum(points[1] for points, holder in held if holder == 1)
        found.append((bill - 12, jack - 6))
    return found


def test_the_barter_is_nashs_own_table() -> None:
    case = load_case(CATALOG / "nash-barter")
    assert weights(case) == BARTER
    assert [party.no_agreement.best for party in case.parties if party.no_agreement] == [12, 6]


def test_bill_gives_book_whip_ball_and_bat_for_pen_toy_and_knife() -> None:
    settlement = settle(load_case(CATALOG / "nash-barter"))
    (nash,) = settlement.nash
    gets = {good for good, holder in nash.options if holder == "bill"}
    assert gets == {"box", "pen", "toy", "knife"}
    assert nash.utilities == (("bill", Fraction(12 + 12)), ("jack", Fraction(6 + 5)))


def test_no_other_exchange_has_so_large_a_product_of_gains() -> None:
    both = [(bill, jack) for bill, jack in gains_of_every_exchange() if bill >= 0 and jack >= 0]
    assert sorted((bill * jack for bill, jack in both), reverse=True)[:2] == [60, 56]
    settlement = settle(load_case(CATALOG / "nash-barter"))
    assert settlement.packages == 512
    assert settlement.count.high == len(both)
    frontier = {
        (bill, jack)
        for bill, jack in both
        if not any(x >= bill and y >= jack and (x, y) != (bill, jack) for x, y in both)
    }
    found = {tuple(int(worth) for _, worth in point.utilities) for point in settlement.frontier}
    assert found == {(bill + 12, jack + 6) for bill, jack in frontier}


@pytest.mark.parametrize(
    ("name", "table", "both", "item", "kept"),
    [
        (
            "carol-and-bob",
            {
                "retirement": (50, 40),
                "home": (20, 30),
                "cottage": (15, 10),
                "investments": (10, 10),
                "other": (5, 10),
            },
            Fraction(170, 3),
            "retirement",
            Fraction(5, 6),
        ),
        (
            "john-and-mary",
            {"a": (30, 20), "b": (15, 25), "c": (20, 15), "d": (30, 15), "e": (5, 25)},
            Fraction(440, 7),
            "c",
            Fraction(1, 7),
        ),
    ],
)
def test_adjusted_winner_divides_as_published(
    name: str, table: dict[str, tuple[int, int]], both: Fraction, item: str, kept: Fraction
) -> None:
    case = load_case(CATALOG / name)
    assert weights(case) == table
    award = divided(case)
    assert award is not None
    assert award.points == (both, both)
    assert (award.divided, dict(award.shares)[item]) == (item, kept)
