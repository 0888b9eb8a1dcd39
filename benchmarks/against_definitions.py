"""Settling held against the slow oracles of the tests on many seeded random cases.

python benchmarks/against_definitions.py [HOW_MANY]

Every case has ties, red lines, rules and one of the acceptance rules. On each of the first HOW_MANY
seeds counts, frontier and solutions are compared with the definitions; on each fifth, the same with
every issue a block of its own, and the exact search for solutions with the frontier; on each
fiftieth, what holds for all, some or no points consistent with rankings, with every order that
points can give.
"""

import importlib.util
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

from tracktwo.analyses.settlement import blocks

ROOT = Path(__file__).parents[1]
TESTS = ROOT / "tests/analyses/settlement"


def loaded(name: str) -> ModuleType:
    """Load a file of tests, with the definitions in it."""
    spec = importlib.util.spec_from_file_location(name, TESTS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def run(what: str, compare: Callable[[int], object], seeds: range) -> None:
    """Compare case by case; stop at the first difference."""
    started = time.perf_counter()
    compared = sum(compare(seed) is not False for seed in seeds)
    seconds = time.perf_counter() - started
    print(f"{what}: {compared:,} random cases agree, seeds {seeds}, {seconds:.0f} s", flush=True)


def main() -> None:
    """Compare everything."""
    many = int(sys.argv[1]) if sys.argv[1:] else 10_000
    sys.path.insert(0, str(ROOT))
    points, ranks = loaded("test_settle_by_definition"), loaded("test_ranks_by_definition")

    def against(test: str) -> Callable[[int], object]:
        compare = getattr(points, test).hypothesis.inner_test
        return lambda seed: compare(points.some_case(seed))

    settling = against("test_settling_agrees_with_the_definitions")
    searching = against("test_an_exact_search_finds_the_solutions_of_the_frontier_with_all_ties")
    run("counts, frontier, solutions", settling, range(many))
    run("exact search", searching, range(0, many, 5))
    run("rankings", lambda seed: ranks.compare(ranks.ranked_case(seed)), range(0, many, 50))
    blocks.MOST_WAYS = 1
    run("the same, every issue a block of its own", settling, range(0, many, 5))


if __name__ == "__main__":
    main()
