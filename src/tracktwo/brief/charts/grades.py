"""A grid of grades: how many statements stand in each cell of the Admiralty code."""

from tracktwo.brief.charts.marks import drawing, text
from tracktwo.brief.element import Html, element
from tracktwo.brief.figures import GradeGrid
from tracktwo.reading.grade import CREDIBILITY, RELIABILITY

_CELL = 34
_LEFT, _TOP = 26, 22


def grade_grid(grid: GradeGrid, label: str) -> Html:
    """Draw the grid: counts in the cells, ink at rising strength, empty cells outlined."""
    most = max((count for row in grid.counts for count in row), default=0) or 1
    columns = (
        text(_LEFT + (at + 0.5) * _CELL, 14, name, "mid k") for at, name in enumerate(CREDIBILITY)
    )
    rows = (
        text(_LEFT - 9, _TOP + (at + 0.5) * _CELL + 4, name, "end k")
        for at, name in enumerate(RELIABILITY)
    )
    cells = (
        _cell(row, column, count, most)
        for row, counts in enumerate(grid.counts)
        for column, count in enumerate(counts)
    )
    side = 6 * _CELL
    return drawing(_LEFT + side + 2, _TOP + side + 2, label, columns, rows, cells)


def _cell(row: int, column: int, count: int, most: int) -> Html:
    x, y = _LEFT + column * _CELL, _TOP + row * _CELL
    strength = f"{0.1 + 0.26 * count / most:.2f}" if count else "0"
    box = element(
        "rect",
        x=x + 1,
        y=y + 1,
        width=_CELL - 2,
        height=_CELL - 2,
        class_="cell",
        fill_opacity=strength,
    )
    words = text(x + _CELL / 2, y + _CELL / 2 + 4, f"{count:,}", "mid k") if count else None
    return element("g", box, words)
