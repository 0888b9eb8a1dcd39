"""Settling held against the slow oracle of the tests on many seeded random cases.

python benchmarks/against_definitions.py [HOW_MANY]
"""

import importlib.util
import sys
import time
from pathlib import Path

ORACLE = Path(__file__).parents[1] / "tests/analyses/settlement/test_settle_by_definition.py"


def main() -> None:
    """Compare counts, frontier and solutions case by case; stop at the first difference."""
    many = int(sys.argv[1]) if sys.argv[1:] else 10_000
    spec = importlib.util.spec_from_file_location("oracle", ORACLE)
    assert spec is not None
    assert spec.loader is not None
    oracle = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(oracle)
    compare = oracle.test_settling_agrees_with_the_definitions.hypothesis.inner_test
    started = time.perf_counter()
    for seed in range(many):
        compare(oracle.some_case(seed))
    print(f"{many:,} random cases agree, {time.perf_counter() - started:.0f} s")


if __name__ == "__main__":
    main()
