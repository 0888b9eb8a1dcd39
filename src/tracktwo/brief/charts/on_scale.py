"""Rows on one scale: who stands where, how far a number moves a forecast, what models say."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from tracktwo.brief.charts.marks import dots, drawing, hue, line, party_shape, text, width_of
from tracktwo.brief.element import Html, element, joined
from tracktwo.brief.figures import Lane, OnScale

At: TypeAlias = Callable[[float], float]

_LINE = 15.0  # between two lines of anchors


def on_scale(chart: OnScale, label: str) -> Html:
    """Draw the rows twice: wide with names beside them, narrow with names above."""
    return joined(_drawn(chart, label, wide=True), _drawn(chart, label, wide=False))


def _drawn(chart: OnScale, label: str, *, wide: bool) -> Html:
    width, left, right = (900, 286, 24) if wide else (350, 10, 10)
    step, drop = (28, 15) if wide else (44, 30)
    span = width - left - right

    def at(value: float) -> float:
        return round(left + span * (value - chart.low) / (chart.high - chart.low), 1)

    named = chart.anchors or _ends(chart)
    placed = list(_placed([(at(x), words) for x, words in named], left, left + span))
    top = 8 + _LINE * (1 + max((row for *_, row in placed), default=0)) + 6
    height = round(top + step * len(chart.lanes) + 6)
    lanes = (
        _lane(lane, left, at, top + step * number, (drop, wide))
        for number, lane in enumerate(chart.lanes)
    )
    behind = _behind(chart, at, top, height)
    anchors = (
        joined(line(x, y + 4, x, height, "gr"), text(start, y, words, f"sm halo {side}".strip()))
        for x, start, words, side, y in _texts(placed)
    )
    name = "wide" if wide else "narrow"
    return drawing(width, height, label, behind, anchors, lanes, class_=name)


def _ends(chart: OnScale) -> tuple[tuple[float, str], ...]:
    """Mark a scale of numbers by its ends."""
    return (chart.low, f"{chart.low:.4g}"), (chart.high, f"{chart.high:.4g}")


def _placed(
    anchors: list[tuple[float, str]], least: float, most: float
) -> Iterator[tuple[float, float, str, str, int]]:
    """Find for each text where it starts, how it is set, and the first line with room for it.

    Texts are set around their point, and pulled in at the edges of the scale.
    """
    ends: list[float] = []
    for x, words in sorted(anchors):
        wide = width_of(words, 11.5)
        start = min(max(x - wide / 2, least - 4), max(least - 4, most + 8 - wide))
        row = next((at for at, end in enumerate(ends) if end + 10 < start), len(ends))
        ends[row : row + 1] = [start + wide]
        yield x, start, words, "", row


def _texts(
    placed: list[tuple[float, float, str, str, int]],
) -> Iterator[tuple[float, float, str, str, float]]:
    """Give the base line of each text; the first line stands lowest, next to the rows."""
    lines = 1 + max((row for *_, row in placed), default=0)
    for x, start, words, side, row in placed:
        yield x, round(start, 1), words, side, 8 + _LINE * (lines - row)


def _behind(chart: OnScale, at: At, top: float, height: float) -> Iterator[Html]:
    """Draw the interval and the forecast behind the rows."""
    if chart.interval:
        low, high = map(at, chart.interval)
        yield element(
            "rect",
            x=f"{low:g}",
            y=f"{top:g}",
            width=f"{max(1.0, high - low):g}",
            height=f"{height - top:g}",
            class_="fan",
        )
    if chart.point is not None:
        yield line(at(chart.point), top, at(chart.point), height, "now")


def _lane(lane: Lane, left: float, at: At, y: float, setting: tuple[int, bool]) -> Html:
    """Draw one row: its name, then its span, its points and its best point."""
    drop, wide = setting
    middle = y + drop
    mark = 16 if lane.party is not None else 0
    name = (
        text(left - 16 - mark, middle + 4, lane.name, "end")
        if wide
        else text(left + mark, y + 16, lane.name, "sm")
    )
    shape = (
        party_shape(lane.party, left - 26 if wide else left, middle - 5 if wide else y + 7)
        if lane.party is not None
        else None
    )
    body = []
    if lane.span:
        low, high = sorted(map(at, lane.span))
        body.append(line(low, middle, high, middle, "lane"))
    if lane.points:
        body.append(dots(tuple((at(x), middle) for x in lane.points), "many"))
    if lane.best is not None:
        body.append(element("circle", cx=f"{at(lane.best):g}", cy=f"{middle:g}", r="4.5"))
    group = element("g", body, class_=hue(lane.party)) if lane.party is not None else joined(*body)
    return joined(shape, name, group)
