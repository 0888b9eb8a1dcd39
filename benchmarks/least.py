"""How long does some work take, at its best? The least of some runs, as others only add to it."""

import time
from collections.abc import Callable


def least(work: Callable[[], object], rounds: int = 3) -> float:
    """Give the least time of some runs, in seconds."""
    times = []
    for _ in range(rounds):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return min(times)
