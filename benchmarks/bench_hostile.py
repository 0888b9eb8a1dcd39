"""Does the time to read stay linear in texts that nobody wrote to be read?"""

import time
from dataclasses import replace

from row import Row, hand_over

from tracktwo.actors.registry import default_registry
from tracktwo.documents.load import load_bytes
from tracktwo.reading.rules import read

ROUNDS = 2
SMALL, LARGE = 5_000, 100_000
UNITS = (
    ("without a space", "x", LARGE),
    ("nested quotations", "“a ", LARGE),
    ("opening marks alone", "“", LARGE),
    ("bullets", "- a\n", LARGE),
    ("labels", "A: b\n", LARGE),
    ("brackets", "[a](", LARGE),
    ("another language", "Россия требует мира. ", LARGE),
    ("capitals", "TORVAY DEMANDED THAT DARSA LEAVE THE PORT. ", SMALL),
    ("directions of writing", "\u202eTorvay said it\u202c rained. ", SMALL),
    ("half characters", "\ud83d\udc00 ", SMALL),
    ("apostrophes", "'s ", SMALL),
    ("of of of", "of a dam ", SMALL),
    ("we", "We will not. ", SMALL),
    ("conditions", "if it ", SMALL),
    ("rows", "wants the fees halved, ", SMALL),
    ("full stops", ". ", SMALL),
)


def main() -> None:
    """Read each at one, two and four times its length, in turn, and give the least of each."""
    registry = default_registry()
    rows = []
    for name, unit, length in UNITS:
        documents = [
            load_bytes((unit * (size // len(unit))).encode("utf-8", "surrogatepass"), "a.txt", "")
            for size in (length, 2 * length, 4 * length)
        ]
        if length == SMALL:  # parsed at every length, whatever language it looks like
            documents = [replace(each, language="en") for each in documents]
        least = [float("inf")] * len(documents)
        for _ in range(ROUNDS):
            for at, document in enumerate(documents):
                started = time.perf_counter()
                read(document, registry)
                least[at] = min(least[at], time.perf_counter() - started)
        one, two, four = least
        rows.append(
            Row(
                f"read, hostile: {name}",
                f"{four:.2f} s for {4 * length:,} characters",
                f"{two:.2f} s for half, {one:.2f} s for a quarter",
                four / one,
                "linear: 4",
            )
        )
    hand_over(rows)


if __name__ == "__main__":
    main()
