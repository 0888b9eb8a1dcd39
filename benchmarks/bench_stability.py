"""How fast is the graph model, beside one bare NumPy pass over all arcs?"""

import subprocess
import sys
import time
from pathlib import Path

import numpy as np
from child import cost_of
from least import least
from row import Row, hand_over

from tracktwo.analyses.kernels.option_blocks import Bits
from tracktwo.analyses.kernels.option_flips import flipped
from tracktwo.analyses.kernels.option_stability import option_stability

CONCEPTS = ("nash", "gmr", "smr", "seq")
PARTIES = 3


def model(options: int, one_way: int = 0) -> tuple[np.ndarray, list[Bits]]:
    """Draw rankings from one seed, and split the options evenly among three parties."""
    draw = np.random.default_rng(5)
    worth = np.array([draw.permutation(1 << options) for _ in range(PARTIES)], dtype=np.int32)
    owned = [sum(1 << at for at in each) for each in np.array_split(range(options), PARTIES)]
    movers = []
    for own in owned:
        up = 0
        for at in range(options):
            if own >> at & 1 and up.bit_count() < one_way:
                up |= 1 << at
        movers.append(Bits(free=own & ~up, up=up))
    return worth, movers


def bare_pass(worth: np.ndarray, movers: list[Bits]) -> float:
    """Time reading the worth at the end of every arc once: the floor."""
    codes = np.arange(worth.shape[1], dtype=np.int32)
    started = time.perf_counter()
    for party, mover in enumerate(movers):
        own, change = mover.free | mover.up, 0
        best = worth[party]
        while (change := (change - own) & own) != 0:
            best = np.maximum(best, worth[party][codes ^ np.int32(change)])
        assert best.max() == len(codes) - 1
    return time.perf_counter() - started


def one(options: int, one_way: int, rounds: int) -> None:
    """Time one size, and print seconds and the floor; runs in a process of its own."""
    worth, movers = model(options, one_way)
    seconds = least(lambda: option_stability(worth, movers, None, CONCEPTS), rounds)
    floor = bare_pass(worth, movers) if options <= 20 else 0.0
    print(seconds, floor)


def re_solves(wanted: int = 100_000) -> float:
    """Time swaps of neighbours in a model of 500 states, on one core of two."""
    worth, movers = model(9, 1)
    possible = np.arange(512) < 500
    draw = np.random.default_rng(6)
    started, done = time.perf_counter(), 0
    for party in range(PARTIES):
        order = np.argsort(-np.where(possible, worth[party], -1))[:500]
        at = draw.integers(0, 499, wanted // PARTIES + 1)
        pairs = [(int(order[k]), int(order[k + 1])) for k in at]
        mine = worth[party]
        changes = [((one, int(mine[other])), (other, int(mine[one]))) for one, other in pairs]
        for _, marks in flipped(worth, movers, possible, party, changes, CONCEPTS):
            done += len(marks["seq"])
    assert done >= wanted
    return time.perf_counter() - started


def in_own_process(*arguments: int) -> tuple[list[float], float]:
    """Run one size in a process of its own, for its peak memory."""
    command = [sys.executable, __file__, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    once = [*command[:-1], "1"]
    return [float(each) for each in done.stdout.split()], cost_of(once).megabytes


def measure() -> list[Row]:
    """Time every size that the project names an aim for."""
    rows = []
    for options, one_way, rounds, aim in (
        (12, 0, 20, "at most 5 ms"),
        (20, 0, 3, "at most 1 s, 400 MB"),
        (20, 1, 2, "at most 3 s, 400 MB"),
        (24, 0, 1, "at most 30 s, 3 GB"),
    ):
        (seconds, floor), megabytes = in_own_process(options, one_way, rounds)
        kind = f", {one_way} one-way option each" if one_way else ""
        rows.append(
            Row(
                f"stability, 2^{options} states, 3 parties, 4 concepts{kind}",
                f"{seconds * 1e3:,.1f} ms, {megabytes:,.0f} MB",
                f"{floor * 1e3:,.1f} ms for one pass over all arcs" if floor else "",
                seconds / floor if floor else None,
                aim,
            )
        )
    rows.append(Row("100,000 re-solves of 500 states", f"{re_solves():.1f} s", aim="at most 60 s"))
    case = Path(__file__).parents[1] / "catalog" / "elmira"
    tracktwo = Path(sys.executable).with_name("tracktwo")
    shell = cost_of([tracktwo, "stability", case])
    rows.append(Row("tracktwo stability, cold", f"{shell.seconds:.2f} s", aim="under 1 s"))
    return rows


if __name__ == "__main__":
    if len(sys.argv) > 1:
        one(*map(int, sys.argv[1:]))
    else:
        hand_over(measure())
