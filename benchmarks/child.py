"""How long does a program run, and how much memory does it take at most?"""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process and its children cost: seconds by the wall, peak memory in MB."""

    seconds: float
    megabytes: float


def cost_of(command: Sequence[str | Path], cwd: Path | None = None) -> Cost:
    """Run a program in a process of its own, which must succeed, and measure it."""
    started = time.perf_counter()
    process = subprocess.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, f"{command} left with {process.returncode}"
    unit = 1 if sys.platform == "darwin" else 1024  # ru_maxrss counts bytes there
    return Cost(seconds, usage.ru_maxrss * unit / 1e6)
