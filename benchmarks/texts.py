"""What is read in the benchmarks? The seed article, where it lies beside us, and our sources."""

from pathlib import Path

ROOT = Path(__file__).parents[1]


def article() -> Path:
    """Give the messy seed article, or an example source where that is not there."""
    seeds = sorted((ROOT.parent / "shared" / "seed").glob("*.txt"))
    return seeds[0] if seeds else sources()[0]


def sources() -> list[Path]:
    """Give the text sources of the example cases."""
    return sorted((ROOT / "cases").glob("*/sources/*.txt")) + sorted(
        (ROOT / "cases").glob("*/sources/*.md")
    )
