"""``make eval``: how good each part is. ``python -m evaluation NAME…`` for some parts only."""

import sys
from collections.abc import Callable, Sequence

from evaluation.reading.run import run as reading

PARTS: dict[str, Callable[[], None]] = {"reading": reading}


def main(names: Sequence[str]) -> int:
    """Run the parts that are named, or all."""
    if unknown := set(names) - set(PARTS):
        print(f"no such part: {', '.join(sorted(unknown))}; there are: {', '.join(PARTS)}")
        return 2
    for name in names or PARTS:
        PARTS[name]()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
