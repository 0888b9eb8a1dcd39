"""What does the reference page say of the reader's quality? Written anew by ``make eval``."""

from collections.abc import Iterator, Sequence

from evaluation.reading.figures import FIGURES
from evaluation.reading.measure import Measured
from evaluation.reading.table import HEADINGS, WANTED, Row, rows

OPENING = """\
# How well the reader reads

`make eval` reads texts for which a person wrote down what they say, compares, and writes this
page. A statement that was read **hits** one of the gold when their places (first start to last end)
overlap by half of their union or more, one to one. What is only the author's own background counts
neither for nor against. Everything is counted over **core** statements: acts of a party, and what
is attributed to somebody.

| figure | what it is | wanted |
|---|---|---|
"""

CLOSING = """
## How to take these figures

- A text that was seen while rules were made flatters the rules. The figures to trust are those of
  the fresh texts, and these are few: with a hundred statements, a share of 0.80 may by chance be
  off by 0.08 (two standard errors of a binomial share).
- One person annotated each text, once; where two would differ, several acts count as right. No
  agreement between annotators was measured.
- A speaker is right when the name given can mean the actor of the gold; a capital or a government
  stands for its state.
- Time and memory are shown by `make bench`.
"""


def page(measured: Sequence[Measured]) -> str:
    """Write the page.

    Parameters
    ----------
    measured : sequence of Measured
        In the order in which they are shown.
    """
    return OPENING + "\n".join(_meanings()) + "\n" + "".join(map(_section, measured)) + CLOSING


def _meanings() -> Iterator[str]:
    for figure in FIGURES:
        wanted = f"{figure.wanted:.2f}" if figure.wanted else ""
        yield f"| {figure.heading} | {figure.meaning} | {wanted} |"


def _section(measured: Measured) -> str:
    lines = [_line(HEADINGS), "|---" + "|---:" * (len(HEADINGS) - 1) + "|"]
    lines += map(_line, (*rows(measured), WANTED))
    heading = f"\n## {measured.texts.name.capitalize()}\n\n{measured.texts.seen}\n\n"
    return heading + "\n".join(lines) + "\n"


def _line(cells: Row) -> str:
    return "| " + " | ".join(cells) + " |"
