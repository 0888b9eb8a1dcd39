"""``make eval``: how good each part is. ``python -m evaluation NAME…`` for some parts only."""

import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path


def parts() -> list[str]:
    """Give the parts: the packages here that have a ``run.py``, whose `run` prints."""
    return sorted(path.parent.name for path in Path(__file__).parent.glob("*/run.py"))


def main(names: Sequence[str]) -> int:
    """Run the parts that are named, or all."""
    if unknown := set(names) - set(parts()):
        print(f"no such part: {', '.join(sorted(unknown))}; there are: {', '.join(parts())}")
        return 2
    for name in names or parts():
        import_module(f"evaluation.{name}.run").run()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
