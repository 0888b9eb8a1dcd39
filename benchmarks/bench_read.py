"""How fast is reading, and how much of it is the parser's own time?"""

import time
from collections.abc import Callable

from row import Row, hand_over
from texts import article, sources

from tracktwo.actors.registry import default_registry
from tracktwo.documents.load import load
from tracktwo.reading.pipeline import pipeline
from tracktwo.reading.rules import read

ROUNDS = 3


def measure() -> list[Row]:
    """Time `read` and the bare pipeline on the same texts, in turn, in one process."""
    documents = [load(path) for path in dict.fromkeys([article(), *sources()])]
    words = sum(len(document.text.split()) for document in documents)
    registry, parse = default_registry(), pipeline()

    def reading() -> None:
        assert all(read(document, registry).statements for document in documents)

    def parsing() -> None:
        assert all(len(parse(document.text)) for document in documents)

    whole, floor = in_turn(reading, parsing)
    return [
        Row(
            f"read, {len(documents)} texts of {words:,} words",
            f"{words / whole:,.0f} words/s",
            f"{words / floor:,.0f} words/s bare pipeline",
            whole / floor,
            "at most 1.30",
        )
    ]


def in_turn(*works: Callable[[], None]) -> list[float]:
    """Give the least time of each, run one after the other so that a slow machine slows both."""
    least = [float("inf")] * len(works)
    for _ in range(ROUNDS):
        for at, work in enumerate(works):
            started = time.perf_counter()
            work()
            least[at] = min(least[at], time.perf_counter() - started)
    return least


if __name__ == "__main__":
    hand_over(measure())
