"""Write the text and the gold file of each ``.marked`` file beside it.

``python -m evaluation.reading.build`` writes them; ``--check`` only says which are not as they
should be, and leaves with 1, as where one cannot be built.
"""

import json
import sys
from pathlib import Path

from evaluation.reading.marked import MarkingError, compile_gold

HERE = Path(__file__).parent


def built(source: Path) -> dict[Path, str]:
    """Give the files that one ``.marked`` file makes, and what belongs in them."""
    text_path = source.with_suffix(".txt")
    text, gold = compile_gold(source.read_text(encoding="utf-8"), text_path.name)
    json_text = json.dumps(gold, ensure_ascii=False, indent=1) + "\n"
    return {text_path: text, source.with_suffix(".json"): json_text}


def main() -> int:
    """Write what differs, or only name it under ``--check``; name what cannot be built."""
    made: dict[Path, str] = {}
    wrong = 0
    for source in sorted(HERE.glob("*/*.marked")):
        try:
            made |= built(source)
        except MarkingError as error:
            print(f"{source.relative_to(HERE)}: {error}")
            wrong = 1
    stale = {
        path: content
        for path, content in made.items()
        if not path.exists() or path.read_text(encoding="utf-8") != content
    }
    for path, content in stale.items():
        print("stale" if "--check" in sys.argv else "written", path.relative_to(HERE))
        if "--check" not in sys.argv:
            path.write_text(content, encoding="utf-8")
    return 1 if wrong or (stale and "--check" in sys.argv) else 0


if __name__ == "__main__":
    sys.exit(main())
