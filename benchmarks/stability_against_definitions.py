"""The graph model held against the slow oracle of the tests on many seeded random models.

python benchmarks/stability_against_definitions.py [HOW_MANY] [KIND ...]
"""

import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # the tests are no installed package

from tests.analyses.stability.test_by_definition import CHECKS

_AT_ONCE = 10_000


def main() -> None:
    """Compare model by model, every kind asked for; stop at the first difference."""
    many = int(sys.argv[1]) if sys.argv[1:] else 100_000
    for kind in sys.argv[2:] or CHECKS:
        check, _ = CHECKS[kind]
        started = time.perf_counter()
        sizes: Counter[int] = Counter()
        for first in range(0, many, _AT_ONCE):
            sizes.update(check(seed) for seed in range(first, min(first + _AT_ONCE, many)))
            print(f"{kind}: {sizes.total():,} so far", file=sys.stderr, flush=True)
        seconds = time.perf_counter() - started
        shown = ", ".join(f"{sizes[size]:,} of {size}" for size in sorted(sizes) if size)
        print(
            f"{kind}: {many:,} random models agree, {seconds:,.0f} s; "
            f"{sizes[0]:,} in graph form; by options {shown}",
            flush=True,
        )


if __name__ == "__main__":
    main()
