"""What does one article cost, from a cold start to a briefing?"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from child import cost_of
from row import Row, hand_over
from texts import article

PARSE_ONLY = """
import sys
from pathlib import Path
from tracktwo.reading.pipeline import parses
assert sum(len(doc) for doc in parses([Path(sys.argv[1]).read_text(encoding="utf-8")])) > 0
"""


def measure() -> list[Row]:
    """Time ``tracktwo brief ARTICLE`` in a process of its own, beside parsing alone."""
    tracktwo = Path(sys.executable).with_name("tracktwo")
    with TemporaryDirectory() as folder:
        page = Path(folder) / "index.html"
        whole = cost_of([tracktwo, "brief", article(), "-o", page])
        assert page.stat().st_size > 10_000
    floor = cost_of([sys.executable, "-c", PARSE_ONLY, article()])
    return [
        Row(
            "tracktwo brief ARTICLE, cold: seconds",
            f"{whole.seconds:.1f} s",
            f"{floor.seconds:.1f} s to load the pipeline and parse",
            whole.seconds / floor.seconds,
        ),
        Row(
            "tracktwo brief ARTICLE, cold: peak memory",
            f"{whole.megabytes:.0f} MB",
            f"{floor.megabytes:.0f} MB",
            whole.megabytes / floor.megabytes,
        ),
    ]


if __name__ == "__main__":
    hand_over(measure())
