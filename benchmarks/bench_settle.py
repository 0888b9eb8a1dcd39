"""How long does settling take, and how much memory, on cases that nobody could enumerate?"""

import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from row import Row, hand_over

from tracktwo.analyses.settlement.efficient import efficient
from tracktwo.analyses.settlement.openings import openings
from tracktwo.analyses.settlement.room import has_room
from tracktwo.analyses.settlement.settle import settle
from tracktwo.analyses.settlement.terms import terms_of
from tracktwo.casemodel.case import Case, Issue, Option, Party, Position
from tracktwo.casemodel.estimate import Estimate


def random_worth(draw: np.random.Generator, issues: int, options: int) -> NDArray[np.int64]:
    """Draw what a party gives to each option: whole points, about 100 in all."""
    weights = draw.random(issues)
    most = 100 * weights / weights.sum()
    worth = draw.random((issues, options)) * most[:, np.newaxis]
    return np.asarray(np.rint(worth), dtype=np.int64)


def opposed_worth(draw: np.random.Generator, issues: int, options: int) -> NDArray[np.int64]:
    """Draw an ideal point on each scale and near-equal weights: worth falls with the distance."""
    weights = draw.uniform(0.9, 1.1, issues)
    most = 100 * weights / weights.sum()
    ideal = draw.random((issues, 1)) * (options - 1)
    near = 1 - np.abs(np.arange(options) - ideal) / (options - 1)
    return np.asarray(np.rint(near * most[:, np.newaxis]), dtype=np.int64)


Worth = Callable[[np.random.Generator, int, int], NDArray[np.int64]]


def made_up(worth: Worth, parties: int, issues: int, options: int, share: str = "") -> Case:
    """Make a case from one seed; `share` of each one's best as its no-agreement value."""
    draw = np.random.default_rng(7)
    named = tuple(Option(f"o{k}", f"Option {k}") for k in range(options))
    scales = tuple(Issue(f"i{i}", f"Issue {i}", named) for i in range(issues))
    positions: list[Position] = []
    floors = []
    for party in range(parties):
        table = worth(draw, issues, options)
        best = int(table.max(axis=1).sum())
        floors.append(Decimal(share) * best if share else None)
        positions += [
            Position(
                f"p{party}",
                issue.id,
                estimate(Decimal(100)),
                tuple((option.id, Decimal(int(p))) for option, p in zip(named, row, strict=True)),
            )
            for issue, row in zip(scales, table, strict=True)
        ]
    people = tuple(
        Party(f"p{i}", f"Party {i}", (), None if floor is None else estimate(floor))
        for i, floor in enumerate(floors)
    )
    return Case("x", "X", "2025-01-31", "", "0" * 64, people, scales, tuple(positions))


def estimate(number: Decimal) -> Estimate:
    """Give an estimate that is certain."""
    return Estimate(number, number, number)


def solved(case: Case) -> str:
    """Find the frontier and the four solutions."""
    found = efficient(terms_of(case))
    gaps = [float(each.gap) for each in found.certificates]
    assert len(gaps) == 4
    known = "frontier of" if found.exact else "by integer programme,"
    return f"{known} {len(found.points):,} points, largest gap {max(gaps):.2%}"


def closed(case: Case) -> str:
    """Prove that the zone is empty, and say what excludes what."""
    terms = terms_of(case)
    assert not has_room(terms)
    conflicts, ways, _ = openings(terms, None)
    return f"{len(conflicts)} conflict sets, {len(ways)} ways to open a zone"


def everything(case: Case) -> str:
    """Settle as the command does."""
    result = settle(case)
    exact = "exactly" if result.count.exact else f"{result.count.low:,} to"
    return f"acceptable: {exact} {result.count.high:,}"


RUNS: dict[str, tuple[Callable[[Case], str], Callable[[], Case], str]] = {
    "12 issues x 10, 3 parties, random": (
        solved,
        lambda: made_up(random_worth, 3, 12, 10),
        "1 s, 200 MB",
    ),
    "12 issues x 10, 3 parties, opposed": (
        solved,
        lambda: made_up(opposed_worth, 3, 12, 10),
        "1 s, 200 MB",
    ),
    "12 x 10, 5 parties, random, floor 0.65": (
        solved,
        lambda: made_up(random_worth, 5, 12, 10, "0.65"),
        "5 s",
    ),
    "12 x 10, 5 parties, opposed, floor 0.65": (
        solved,
        lambda: made_up(opposed_worth, 5, 12, 10, "0.65"),
        "5 s",
    ),
    "12 x 10, 5 parties, opposed, floor 0.85: empty": (
        closed,
        lambda: made_up(opposed_worth, 5, 12, 10, "0.85"),
        "1 s",
    ),
    "15 x 10, 8 parties, random": (solved, lambda: made_up(random_worth, 8, 15, 10), "5 s"),
    "15 x 10, 8 parties, opposed": (solved, lambda: made_up(opposed_worth, 8, 15, 10), "5 s"),
    "whole command: 12 x 10, 3 parties, opposed, floor 0.6": (
        everything,
        lambda: made_up(opposed_worth, 3, 12, 10, "0.6"),
        "",
    ),
}


def run(name: str) -> None:
    """Run one benchmark in this process and hand over its row."""
    work, make, aim = RUNS[name]
    case = make()
    efficient(terms_of(replace(case, issues=case.issues[:1])))  # libraries loaded
    started = time.perf_counter()
    said = work(case)
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (
        1e6 if sys.platform == "darwin" else 1e3
    )
    hand_over([Row(f"settle {name}: {said}", f"{seconds:.2f} s, {peak:.0f} MB", aim=aim)])


def main() -> None:
    """Run each benchmark in a process of its own, so that its peak memory is its own."""
    if sys.argv[1:]:
        run(sys.argv[1])
        return
    for name in RUNS:
        subprocess.run([sys.executable, Path(__file__), name], check=True)


if __name__ == "__main__":
    main()
