"""How does settling grow, beside one pass of NumPy over the same numbers?"""

import time
from decimal import Decimal

import numpy as np
from row import Row, hand_over

from tracktwo.analyses.settlement.settle import settle
from tracktwo.casemodel.case import Case, Estimate, Issue, Option, Party, Position

ISSUES, OPTIONS, PARTIES = 5, 10, 3  # 10^5 packages


def measure() -> list[Row]:
    """Time `settle` on a made-up case, and a bare pass over its utilities in memory."""
    case = made_up()
    started = time.perf_counter()
    settlement = settle(case)
    whole = time.perf_counter() - started
    assert settlement.packages == OPTIONS**ISSUES
    assert settlement.nash
    floor = bare_pass()
    return [
        Row(
            f"settle, {settlement.packages:,} packages, {PARTIES} parties",
            f"{whole * 1e3:,.0f} ms",
            f"{floor * 1e3:.1f} ms to add up and compare in NumPy",
            whole / floor,
        )
    ]


def made_up() -> Case:
    """Give a case of 10^5 packages, with weights and points drawn from one seed."""
    draw = np.random.default_rng(7)
    options = tuple(Option(f"o{number}", f"Option {number}") for number in range(OPTIONS))
    issues = tuple(Issue(f"i{number}", f"Issue {number}", options) for number in range(ISSUES))
    parties = tuple(
        Party(f"p{number}", f"Party {number}", no_agreement=estimate(40))
        for number in range(PARTIES)
    )
    positions = tuple(
        Position(
            party.id,
            issue.id,
            weight=estimate(20),
            points=tuple(
                (option.id, Decimal(int(draw.integers(0, 1001))) / 10) for option in options
            ),
        )
        for party in parties
        for issue in issues
    )
    return Case("bench", "Bench", "2025-01-31", "", "0" * 64, parties, issues, positions)


def estimate(number: int) -> Estimate:
    """Give an estimate that is certain."""
    return Estimate(Decimal(number), Decimal(number), Decimal(number))


def bare_pass() -> float:
    """Give the least seconds of adding up every package's worth and comparing it with a limit."""
    worth = np.random.default_rng(7).integers(0, 10_000, (PARTIES, ISSUES, OPTIONS))
    least = float("inf")
    for _ in range(5):
        started = time.perf_counter()
        for party in worth:
            total = party[0]
            for issue in party[1:]:
                total = np.add.outer(total, issue)
            assert (total >= 0).sum() == OPTIONS**ISSUES
        least = min(least, time.perf_counter() - started)
    return least


if __name__ == "__main__":
    hand_over(measure())
