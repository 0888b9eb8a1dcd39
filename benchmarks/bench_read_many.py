"""How many articles a second does ``read --out`` do, and does memory stay flat?"""

import os
import random
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from child import cost_of
from row import Row, hand_over
from texts import sources

SIZES = (50, 200)
PARAGRAPHS = 6
PROGRAM = "from tracktwo.cli.main import main; main()"


def main() -> None:
    """Read folders of two sizes, each in a process of its own, over all cores."""
    rows, peaks = [], []
    for size in SIZES:
        with TemporaryDirectory() as name:
            folder = Path(name)
            write_articles(folder / "articles", size)
            out = folder / "out.jsonl"
            cost = cost_of(
                [sys.executable, "-c", PROGRAM, "read", folder / "articles", "--out", out]
            )
        rate = f"{size / cost.seconds:.1f} articles/s with start, {os.cpu_count()} cores"
        peaks.append(cost.megabytes)
        rows.append(
            Row(
                f"read --out, {size} articles",
                f"{rate}; peak of a process {cost.megabytes:.0f} MB",
                f"{peaks[0]:.0f} MB at {SIZES[0]} articles",
                cost.megabytes / peaks[0],
                "flat: at most 1.10",
            )
        )
    hand_over(rows)


def write_articles(folder: Path, count: int) -> None:
    """Write articles of paragraphs of our sources, each with some words that no other has."""
    folder.mkdir()
    chance = random.Random(count)  # noqa: S311 - a choice of paragraphs, not a secret
    paragraphs = [
        each
        for path in sources()
        for each in path.read_text(encoding="utf-8").split("\n\n")
        if len(each.split()) > 20
    ]
    for number in range(count):
        own = f"Envoy Nam{number}a Lor{number}e said that talks number {number} had begun."
        text = "\n\n".join([own, *chance.sample(paragraphs, PARAGRAPHS)])
        (folder / f"{number:05}.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
