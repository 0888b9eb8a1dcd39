"""How does settling compare with NegMAS on the same scenario, in time and in what is efficient?

NegMAS is under the AGPL: it lives in an environment of its own under ``.benchmarks/``, made at the
first run, and is called as a program. Where that cannot be made, the table says so.
"""

import json
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from numpy.typing import NDArray
from row import Row, hand_over

from tracktwo.analyses.settlement.efficient import Efficient, efficient
from tracktwo.analyses.settlement.terms import terms_of
from tracktwo.casemodel.read import parse_case
from tracktwo.interop.drafted import write_case
from tracktwo.interop.negmas import read_negmas

HERE = Path(__file__).parent
NEGMAS = "negmas==0.16.0"
ENVIRONMENT = HERE.parent / ".benchmarks" / "negmas-0.16.0"
ISSUES, OPTIONS = 6, 10
Point = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Scenario:
    """Weights and values as whole multiples of 1 / `parts`, for two parties."""

    name: str
    parts: int
    weights: NDArray[np.int64]
    values: NDArray[np.int64]


def drawn(name: str, parts: int, seed: int) -> Scenario:
    """Draw a scenario from a seed."""
    draw = np.random.default_rng(seed)
    weights = draw.integers(1, 1 + parts // 3, (2, ISSUES))
    return Scenario(name, parts, weights, draw.integers(0, parts + 1, (2, ISSUES, OPTIONS)))


def write(scenario: Scenario, folder: Path) -> list[Path]:
    """Write a scenario as NegMAS writes its own, with decimals; give its files."""
    options = [f"o{option}" for option in range(OPTIONS)]
    space = [
        {"name": f"i{issue}", "type": "CategoricalIssue", "values": options}
        for issue in range(ISSUES)
    ]
    texts: dict[str, dict[str, Any]] = {"space": {"name": scenario.name, "issues": space}}
    for party in range(2):
        tables = [
            dict(zip(options, (row / scenario.parts).tolist(), strict=True))
            for row in scenario.values[party]
        ]
        texts[f"p{party}"] = {
            "name": f"p{party}",
            "type": "LinearAdditiveUtilityFunction",
            "reserved_value": 0.0,
            "weights": (scenario.weights[party] / scenario.parts).tolist(),
            "values": [{"type": "TableFun", "mapping": table} for table in tables],
        }
    texts["space"]["type"] = "DiscreteCartesianOutcomeSpace"
    for name, content in texts.items():  # JSON is YAML
        (folder / f"{name}.yml").write_text(json.dumps(content), encoding="utf-8")
    return [folder / f"{name}.yml" for name in texts]


def frontier_by_definition(scenario: Scenario) -> set[Point]:
    """Give the frontier of all packages, each looked at, in whole numbers."""
    worth = np.zeros((1, 2), dtype=np.int64)
    for issue in range(ISSUES):
        adds = (scenario.weights[:, issue, None] * scenario.values[:, issue]).T
        worth = (worth[:, None, :] + adds[None, :, :]).reshape(-1, 2)
    best = -1
    found: set[Point] = set()
    for a, b in np.unique(worth, axis=0)[::-1].tolist():
        if b > best:
            found.add((a, b))
            best = b
    return found


def worth_of(scenario: Scenario, options: Iterable[str]) -> Point:
    """Give what a package is worth to each party, in whole numbers."""
    chosen = [int(option.removeprefix("o")) for option in options]
    return tuple(
        sum(
            int(scenario.weights[party, issue] * scenario.values[party, issue, option])
            for issue, option in enumerate(chosen)
        )
        for party in range(2)
    )


def environment() -> Path:
    """Give NegMAS's Python; make its environment where there is none."""
    python = ENVIRONMENT / "bin" / "python"
    ready = ENVIRONMENT / "ready"
    if not ready.exists():
        subprocess.run([sys.executable, "-m", "venv", "--clear", ENVIRONMENT], check=True)
        command = [str(python), "-m", "pip", "install", "--quiet", NEGMAS]
        subprocess.run(command, check=True, capture_output=True, text=True)
        ready.touch()
    return python


def asked(python: Path, folder: Path, what: str) -> dict[str, Any]:
    """Run NegMAS on a folder."""
    command = [str(each) for each in (python, HERE / "negmas_program.py", folder, what)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=folder)
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer


def ours(files: Sequence[Path]) -> tuple[Efficient, float]:
    """Find frontier and four solutions five times; give them, and the median of the seconds."""
    draft = read_negmas([(file.name, file.read_bytes()) for file in files])
    case = parse_case(write_case(draft, "2025-01-31"))
    found = efficient(terms_of(case))
    times = []
    for _ in range(5):
        started = time.perf_counter()
        found = efficient(terms_of(case))
        times.append(time.perf_counter() - started)
    assert len(found.certificates) == 4
    return found, median(times)


def flaws(scenario: Scenario, packages: Sequence[Sequence[str]]) -> str:
    """Count what a list of efficient packages holds wrongly, and what it leaves out."""
    points = frontier_by_definition(scenario)
    worths = [worth_of(scenario, package) for package in packages]
    dominated = sum(worth not in points for worth in worths)
    missing = len(points - set(worths))
    return f"{dominated} dominated of {len(worths)}" + f", {missing} points missing" * bool(missing)


def beside(scenario: Scenario, python: Path, whats: Sequence[str]) -> Iterable[Row]:
    """Settle a scenario with both, and compare."""
    with TemporaryDirectory() as folder:
        files = write(scenario, Path(folder))
        found, seconds = ours(files)
        answers = {what: asked(python, Path(folder), what) for what in whats}
    mine = [
        [option for _, option in package] for point in found.points for package in point.packages
    ]
    assert {worth_of(scenario, package) for package in mine} == frontier_by_definition(scenario)
    size = f"{OPTIONS**ISSUES:,} packages, 2 parties, {scenario.name}"
    for what, answer in answers.items():
        asks = {"frontier": "its frontier alone", "stats": "its statistics, solutions among them"}
        yield Row(
            f"settle {size}: frontier, four solutions; NegMAS {answer['version']}: {asks[what]}",
            f"{seconds:.4f} s, {answer['seconds'] / seconds:,.0f} x faster",
            f"{answer['seconds']:.2f} s",
            aim="1,000 x faster",
        )
    theirs = flaws(scenario, answers["frontier"]["efficient"])
    yield Row(f"reported as efficient, {size}", flaws(scenario, mine), theirs, aim="0 dominated")


def main() -> None:
    """Hand over the rows, or one that says why there are none."""
    try:
        python = environment()
    except (OSError, subprocess.CalledProcessError) as error:
        said = (getattr(error, "stderr", "") or str(error)).strip().splitlines()[-1][:80]
        hand_over([Row(f"settle beside {NEGMAS}", f"not run, no environment: {said}")])
        return
    for scenario, whats in (
        (drawn("hundredths", 100, 7), ["frontier", "stats"]),
        (drawn("tenths", 10, 3), ["frontier"]),
    ):
        hand_over(beside(scenario, python, whats))


if __name__ == "__main__":
    main()
