"""What do the counts come to? Shares and F1, beside what issue 3 wants of them."""

from collections.abc import Callable
from dataclasses import dataclass

from evaluation.reading.score import Counts

Share = float | None


@dataclass(frozen=True, slots=True)
class Figure:
    """One column: its heading, what it is, how it is reckoned, and the least that is wanted."""

    heading: str
    meaning: str
    of: Callable[[Counts], Share]
    wanted: float | None = None


def share(part: int, whole: int) -> Share:
    """Give a share; None where there was nothing to get right."""
    return part / whole if whole else None


def f1(hit: int, found: int, gold: int) -> Share:
    """Give the harmonic mean of precision and recall; None where neither side has anything.

    >>> f1(6, 8, 12)
    0.6
    """
    return 2 * hit / (found + gold) if found + gold else None


FIGURES: tuple[Figure, ...] = (
    Figure(
        "P",
        "of the core statements read, the share that is in the gold",
        lambda c: share(c.hit, c.found),
    ),
    Figure(
        "R",
        "of the core statements in the gold, the share that was read",
        lambda c: share(c.hit, c.gold),
    ),
    Figure("F1", "their harmonic mean", lambda c: f1(c.hit, c.found, c.gold), 0.75),
    Figure(
        "speaker",
        "of the hits, those with the right speaker",
        lambda c: share(c.speaker, c.hit),
        0.88,
    ),
    Figure("act", "of the hits, those with the right act", lambda c: share(c.act, c.hit), 0.88),
    Figure(
        "chain",
        "of the hits, those with as many links from author to speaker",
        lambda c: share(c.chain, c.hit),
        0.80,
    ),
    Figure(
        "addressee",
        "of the hits that have addressees in the gold, those where one is named",
        lambda c: share(c.addressee, c.addressed),
        0.75,
    ),
    Figure(
        "items",
        "of the demands in the gold, those of which a statement was hit and read as a demand",
        lambda c: share(c.items_found, c.items),
        0.95,
    ),
    Figure(
        "same demand",
        "F1 of the pairs of statements that state one demand",
        lambda c: f1(c.same_hit, c.same_found, c.same),
        0.85,
    ),
    Figure(
        "turns",
        "F1 of the turns, in their place and by their speaker",
        lambda c: f1(c.turns_hit, c.turns_found, c.turns),
        0.98,
    ),
)
"""In the order in which they are shown; what is wanted stands in issue 3."""
