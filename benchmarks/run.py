"""``make bench``: what it takes, beside what it cannot go below, as one table."""

import json
import os
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table

HERE = Path(__file__).parent


def main() -> None:
    """Run each benchmark in a process of its own: peak memory counts that of a parent."""
    table = Table(title="tracktwo: time and memory on this machine", title_justify="left")
    for heading in ("what", "measured", "floor", "ratio", "aim"):
        table.add_column(heading)
    surroundings = os.environ | {"PYTHONPATH": f"{HERE.parent}{os.pathsep}{HERE.parent / 'src'}"}
    for bench in sorted(HERE.glob("bench_*.py")):
        done = subprocess.run(
            [sys.executable, bench], env=surroundings, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        for line in done.stdout.splitlines():
            table.add_row(*json.loads(line))
    Console(width=130).print(table)


if __name__ == "__main__":
    main()
