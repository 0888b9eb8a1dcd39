"""How do the figures stand on a page? One row per document, one per set, what is wanted above."""

from collections.abc import Iterator

from evaluation.reading.figures import FIGURES, Share
from evaluation.reading.measure import Measured
from evaluation.reading.score import Counts

Row = tuple[str, ...]

HEADINGS: Row = ("text", "gold", "read", "hit", *(figure.heading for figure in FIGURES))
WANTED: Row = ("wanted", "", "", "", *(f"{f.wanted:.2f}" if f.wanted else "" for f in FIGURES))


def rows(measured: Measured) -> Iterator[Row]:
    """Give the rows of a set, its total last; of a set that is held out, the total alone."""
    for name, counts in () if measured.texts.held_out else measured.counts:
        yield row(name.replace("_", " "), counts)
    if len(measured.counts) > 1:
        yield row("all", measured.total)


def row(name: str, counts: Counts) -> Row:
    """Give one row; a dash where there was nothing to get right."""
    figures = (_written(figure.of(counts)) for figure in FIGURES)
    return name, str(counts.gold), str(counts.found), str(counts.hit), *figures


def _written(share: Share) -> str:
    return "–" if share is None else f"{share:.2f}"
