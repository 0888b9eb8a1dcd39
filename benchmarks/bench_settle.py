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
from tracktwo.casemodel.case import Case, Issue, Option, Party, Position, Rule
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
    by = ", ".join(sorted({each.by for each in found.certificates}))
    known = "frontier of" if found.exact else f"by {by},"
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


def chained(case: Case) -> Case:
    """Tie each issue to the next by a rule, and some to one further on."""
    ids = [issue.id for issue in case.issues]
    steps = [(at, 1) for at in range(len(ids) - 1)] + [(at, 7) for at in range(3)]
    rules = (
        Rule(((ids[at], ("o0", "o1")),), ((ids[at + step], ("o1", "o2", "o3", "o4")),))
        for at, step in steps
    )
    return replace(case, rules=tuple(rules))


def ranked(case: Case) -> Case:
    """Leave of the first party's points only their order, and of its issues' weights theirs."""

    def position_of(number: int, position: Position) -> Position:
        if position.party != "p0":
            return position
        worths = sorted({worth for _, worth in position.points}, reverse=True)
        order = tuple(tuple(o for o, w in position.points if w == worth) for worth in worths)
        return replace(position, points=(), order=order, weight=None, rank=number + 1)

    positions = tuple(position_of(*each) for each in enumerate(case.positions))
    first, *others = case.parties
    parties = (replace(first, no_agreement=estimate(Decimal(25))), *others)
    return replace(case, positions=positions, parties=parties)


def ranking(case: Case) -> str:
    """Settle a case in which a party ranks."""
    found = settle(case).ranked
    assert found is not None
    packages = f"{found.efficient_for_all.low} to {found.efficient_for_some.high:,} efficient"
    return f"room for {found.room}, {packages}"


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
    "40 issues x 5 in one group of rules, 2 parties, opposed, floor 0.6": (
        everything,
        lambda: chained(made_up(opposed_worth, 2, 40, 5, "0.6")),
        "",
    ),
    "12 x 10, one of 3 parties ranks": (
        ranking,
        lambda: ranked(made_up(opposed_worth, 3, 12, 10, "0.4")),
        "",
    ),
    "6 x 5, one of 3 parties ranks: every package judged": (
        ranking,
        lambda: ranked(made_up(opposed_worth, 3, 6, 5, "0.4")),
        "",
    ),
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
    efficient(terms_of(replace(case, issues=case.issues[:1], rules=())))  # libraries loaded
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
