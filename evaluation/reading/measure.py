"""Which texts are measured, and what does our reader get right of them?"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from evaluation.reading.found import found
from evaluation.reading.gold import load_gold
from evaluation.reading.score import Counts, score

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared"


@dataclass(frozen=True, slots=True)
class Texts:
    """A set of gold files: its name, where it lies, what was seen of it while rules were made.

    Of a set that is held out, only the total is shown.
    """

    name: str
    place: Path
    seen: str
    held_out: bool = False

    def gold_files(self) -> list[Path]:
        """Give the gold files; none where the set is not on this machine."""
        return sorted(self.place.glob("*.json"))


@dataclass(frozen=True, slots=True)
class Measured:
    """A set with what was counted in each of its documents."""

    texts: Texts
    counts: tuple[tuple[str, Counts], ...]

    @property
    def total(self) -> Counts:
        """Give the counts of all its documents together: each statement weighs the same."""
        return sum((counts for _, counts in self.counts), Counts())


SETS = (
    Texts(
        "seed",
        SHARED / "seed",
        "The messy article with which the project began. All of it was seen.",
    ),
    Texts(
        "given",
        SHARED / "reading" / "gold",
        "Eight documents that came with the task. All of them were seen.",
    ),
    Texts(
        "tuning",
        HERE / "tuning",
        "Ours, of other genres, annotated before their writer had seen the rules. All of them "
        "were seen while rules were made.",
    ),
    Texts(
        "held-out",
        HERE / "held-out",
        "Ours, of other genres again, annotated before their writer had seen the rules. Nobody who "
        "works on the rules has seen them, nor what was missed in them; but their total was looked "
        "at often, and some rules were chosen by it.",
        held_out=True,
    ),
    Texts(
        "fresh",
        HERE / "fresh",
        "Ours, written when the rules stood. Only the total was looked at, and no rule was made "
        "or chosen by it.",
        held_out=True,
    ),
)


def measure(sets: tuple[Texts, ...] = SETS) -> Iterator[Measured]:
    """Read the documents of each set that is there, and score them."""
    for texts in sets:
        if files := texts.gold_files():
            yield Measured(texts, tuple((path.stem, _counted(path)) for path in files))


def _counted(path: Path) -> Counts:
    from tracktwo.documents.load import load  # noqa: PLC0415 - heavy, and not needed for a table
    from tracktwo.reading.rules import read  # noqa: PLC0415 - same

    gold = load_gold(path)
    document = load(gold.source)
    return score(gold, found(document, read(document), gold.text))
