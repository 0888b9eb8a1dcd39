"""Runs under NegMAS's own Python, beside ours: times its answers on a folder, prints JSON.

python negmas_program.py FOLDER frontier|stats
"""

import json
import sys
import time
from typing import Any

from negmas import __version__
from negmas.inout import Scenario
from negmas.preferences.ops import pareto_frontier


def main() -> None:
    """Load a scenario, ask for its frontier, or for all that NegMAS calls its statistics."""
    scenario: Any = Scenario.load(sys.argv[1])
    space = scenario.outcome_space
    started = time.perf_counter()
    if sys.argv[2] == "stats":
        found = scenario.calc_stats().pareto_outcomes
        seconds = time.perf_counter() - started
    else:
        worths, places = pareto_frontier(scenario.ufuns, issues=space.issues)
        seconds = time.perf_counter() - started
        outcomes = list(space.enumerate())
        found = [outcomes[place] for place in places]
        for outcome, worth in zip(found, worths, strict=True):
            assert all(
                abs(u(outcome) - w) < 1e-9 for u, w in zip(scenario.ufuns, worth, strict=True)
            )
    print(json.dumps({"version": __version__, "seconds": seconds, "efficient": found}))


if __name__ == "__main__":
    main()
