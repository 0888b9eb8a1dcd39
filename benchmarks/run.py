"""``make bench``: what it takes, beside what it cannot go below, as one table."""

import bench_brief
import bench_demo
import bench_read
import bench_settle
from rich.console import Console
from rich.table import Table


def main() -> None:
    """Measure one thing after the other, and print each as it is known."""
    table = Table(title="tracktwo: time and memory on this machine", title_justify="left")
    for heading in ("what", "measured", "floor", "ratio", "aim"):
        table.add_column(heading)
    for bench in (bench_brief, bench_read, bench_settle, bench_demo):
        for row in bench.measure():
            table.add_row(*row.cells())
    Console(width=130).print(table)


if __name__ == "__main__":
    main()
