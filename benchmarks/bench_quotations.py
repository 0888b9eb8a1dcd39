"""Who finds the statements of the gold texts? Our reader, a naive rule, and textacy, in one run.

textacy's `direct_quotations` runs in an environment of its own, which is made once in
``.benchmarks/`` and asks the package index for it; where that fails, its row says so.
"""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from row import Row, hand_over

from evaluation.reading.figures import f1, share
from evaluation.reading.gold import Gold, Hull, load_gold
from evaluation.reading.matching import ENOUGH, matched, overlap
from evaluation.reading.measure import SETS
from tracktwo.documents.document import Document, Original, text_hash
from tracktwo.reading.pipeline import parses
from tracktwo.reading.rules import read

HERE = Path(__file__).parent
THEIRS = HERE.parent / ".benchmarks" / "textacy"
WANTED = ("textacy==0.13.0", "spacy>=3.8,<3.9")
SAYING = frozenset(
    {"say", "tell", "claim", "argue", "state", "believe", "announce", "add", "insist", "warn",
     "demand", "deny", "accuse", "promise"}
)  # fmt: skip


def main() -> None:
    """Read every gold text three times, each time by another."""
    golds = [load_gold(path) for texts in SETS for path in texts.gold_files()]
    finds = {
        "ours": [ours(gold.text) for gold in golds],
        "naive: verb of saying + its clause": naive([gold.text for gold in golds]),
        "textacy direct_quotations": textacy([gold.text for gold in golds]),
    }
    hand_over(row(name, golds, found) for name, found in finds.items())


def ours(text: str) -> list[Hull]:
    """Give where our reader finds core statements."""
    page = Document("text", text, text_hash(text), Original("", "text/plain", text))
    return [(s.hull.start, s.hull.end) for s in read(page).statements if s.core]


def naive(texts: Sequence[str]) -> list[list[Hull]]:
    """Give the clause that depends on each verb of saying, without "that"."""
    found = []
    for doc in parses(texts):
        clauses = [
            [token for token in child.subtree if token.dep_ != "mark" and not token.is_space]
            for verb in doc
            if verb.lemma_.lower() in SAYING
            for child in verb.children
            if child.dep_ in {"ccomp", "xcomp"}
        ]
        found.append([(c[0].idx, c[-1].idx + len(c[-1])) for c in clauses if c])
    return found


def textacy(texts: Sequence[str]) -> list[list[Hull]] | None:
    """Give what textacy finds, None where it cannot be installed."""
    python = THEIRS / "bin" / "python"
    if not (THEIRS / "whole").exists() and not _installed(python):
        return None
    command = [python, HERE / "textacy_quotations.py"]
    done = subprocess.run(
        command, input=json.dumps(texts), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return [[(start, end) for start, end in each] for each in json.loads(done.stdout)]


def _installed(python: Path) -> bool:
    """Make the environment; tell whether that went well."""
    install: list[str | Path] = [python, "-m", "pip", "install", "--quiet"]
    alone = ["--no-deps", "--ignore-requires-python", "--require-hashes", "-r"]
    steps: list[list[str | Path]] = [
        [sys.executable, "-m", "venv", "--clear", THEIRS],
        [*install, *WANTED],
        [*install, *alone, HERE.parent / "requirements-model.lock"],
    ]
    well = all(subprocess.run(s, capture_output=True, check=False).returncode == 0 for s in steps)
    if well:
        (THEIRS / "whole").touch()
    return well


def row(name: str, golds: Sequence[Gold], found: Sequence[Sequence[Hull]] | None) -> Row:
    """Set precision and recall over all core statements, and recall of quotations alone."""
    what = f"statements of {len(golds)} gold texts: {name}"
    if found is None:
        return Row(what, "could not be installed")
    hit = read_ = gold_ = quoted = quoted_hit = 0
    for gold, places in zip(golds, found, strict=True):
        core = [each for each in gold.statements if each.core]
        pairs = matched([each.hull for each in core], places, lambda _i, _j: 0)
        background = [each.hull for each in gold.statements if not each.core]
        hit += len(pairs)
        gold_ += len(core)
        read_ += len(places) - _ignored(places, set(pairs.values()), background)
        direct = [at for at, each in enumerate(core) if each.reporting == "direct"]
        quoted += len(direct)
        quoted_hit += sum(at in pairs for at in direct)
    shares = (share(hit, read_), share(hit, gold_), f1(hit, read_, gold_))
    precision, recall, both = (f"{each or 0:.2f}" for each in shares)
    alone = f"{share(quoted_hit, quoted) or 0:.2f} of {quoted} direct quotations"
    return Row(what, f"P {precision} R {recall} F1 {both}; {alone}")


def _ignored(places: Sequence[Hull], used: set[int], background: Sequence[Hull]) -> int:
    return sum(
        at not in used and any(overlap(place, other) >= ENOUGH for other in background)
        for at, place in enumerate(places)
    )


if __name__ == "__main__":
    main()
