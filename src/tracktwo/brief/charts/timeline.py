"""A timeline: linear years, points on leaders above the axis, periods as bars below it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import ceil

from tracktwo.brief.charts.marks import drawing, line, text, width_of
from tracktwo.brief.charts.years import Scale, scale_of
from tracktwo.brief.element import Html, element, joined
from tracktwo.brief.figures import Moment, Timeline

_WIDTH, _LEFT, _RIGHT = 900, 8, 892
_LEVELS = 5  # heights of labels above the axis
_STEP = 52  # from one height to the next
_BARS = 6  # periods drawn below
_LONG = 1.01  # years: longer than this is a period
_VAGUE = 0.3  # years: a date known no better than that has a thin mark
_LABEL = 168  # width of a label


@dataclass(frozen=True, slots=True)
class _Placed:
    moment: Moment
    x: float
    level: int
    left: float


def timeline(block: Timeline, label: str) -> Html:
    """Draw the line for wide pages; a phone shows the list alone.

    Labels are given while there is room, to events before claims, and stand at the lowest of
    the heights where they meet no other; marks without a label are drawn all the same. Where
    most entries crowd into the last years, those are drawn again below on a line of their own.
    """
    first, last = block.moments[0].start, max(moment.end for moment in block.moments)
    whole = _line(block.moments, scale_of(first, last), label)
    since = crowded_since(block)
    if since is None:
        return whole
    late = tuple(moment for moment in block.moments if moment.start >= since)
    again = _line(late, scale_of(since, last), f"The years from {since} again, larger")
    return joined(whole, again)


def crowded_since(block: Timeline) -> int | None:
    """Give the year from which most entries crowd, or None where the line is even.

    It is the latest year with three fifths of at least twelve entries at or after it, when the
    years from there are at most half of all.
    """
    starts = sorted(int(moment.start) for moment in block.moments)
    if len(starts) < 12:
        return None
    since = starts[int(len(starts) * 0.4)]
    last = ceil(max(moment.end for moment in block.moments))
    return since if 2 * (last - since) <= last - starts[0] else None


def _line(moments: tuple[Moment, ...], scale: Scale, label: str) -> Html:
    points = [m for m in moments if m.end - m.start <= _LONG]
    periods = [m for m in moments if m.end - m.start > _LONG][:_BARS]
    labels = _labels(points, scale)
    levels = 1 + max((placed.level for placed in labels), default=0)
    axis = 12 + levels * _STEP + 12
    return drawing(
        _WIDTH,
        axis + 32 + 26 * len(periods),
        label,
        _axis(scale, axis),
        (_leader(placed, axis) for placed in labels),
        (_mark(moment, scale, axis) for moment in points),
        (_bar(moment, scale, axis + 44 + 26 * at) for at, moment in enumerate(periods)),
        class_="wide",
    )


def _axis(scale: Scale, y: float) -> Iterator[Html]:
    yield line(_LEFT, y, _RIGHT, y, "ax")
    for tick in scale.ticks:
        x = _x(scale, tick.at)
        yield line(x, y, x, y + (7 if tick.name else 4), "ax")
        if tick.name and x > _LEFT + 4:
            yield text(x, y + 21, tick.name, "mid sm")


def _x(scale: Scale, year: float) -> float:
    return _LEFT + (_RIGHT - _LEFT) * scale.share(year)


def _labels(points: list[Moment], scale: Scale) -> list[_Placed]:
    """Place labels to the right or the left of their leaders, where none crosses another.

    Each date has one label; events come before claims, and sharp dates before vague ones. Of
    two ways, from the first date on and from the last one back, the one with more labels is
    taken.
    """
    firsts = {moment.head: moment for moment in reversed(points)}.values()
    ways = (_placed(firsts, scale, order) for order in (1, -1))
    return max(ways, key=len)


def _placed(moments: Iterable[Moment], scale: Scale, order: int) -> list[_Placed]:
    taken: list[_Placed] = []
    for moment in sorted(
        moments, key=lambda m: (m.claimed, m.end - m.start > _VAGUE, order * m.start)
    ):
        x = _x(scale, (moment.start + moment.end) / 2)
        tried = (
            _Placed(moment, x, level, left)
            for level in range(_LEVELS)
            for left in (x, x - _LABEL)
            if left >= _LEFT and left + _LABEL <= _RIGHT + 8
        )
        fitting = next((p for p in tried if not any(_meet(p, other) for other in taken)), None)
        if fitting is not None:
            taken.append(fitting)
    return taken


def _meet(one: _Placed, other: _Placed) -> bool:
    """Tell whether two labels overlap, or the leader of the higher passes through the lower."""
    if one.level == other.level:
        return one.left < other.left + _LABEL + 8 and other.left < one.left + _LABEL + 8
    low, high = (one, other) if one.level < other.level else (other, one)
    return low.left - 6 < high.x < low.left + _LABEL + 6 and abs(low.x - high.x) > 0.01


def _leader(placed: _Placed, axis: float) -> Html:
    top = axis - 12 - (placed.level + 1) * _STEP + 4
    before = placed.left < placed.x
    at, side = (placed.x - 5, " end") if before else (placed.x + 5, "")
    rows = _lines(placed.moment.words, _LABEL - 8)
    return joined(
        line(placed.x, top, placed.x, axis, "lead"),
        text(at, top + 9, placed.moment.head, "k sm halo" + side),
        (text(at, top + 23 + 13 * row, words, "sm halo" + side) for row, words in enumerate(rows)),
    )


def _lines(words: str, width: float) -> list[str]:
    """Break words into two lines at most, the second one cut with dots."""
    lines: list[str] = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if width_of(longer, 11.5) <= width or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) <= 2:
        return lines
    second = lines[1]
    while width_of(second + " …", 11.5) > width and " " in second:
        second = second.rsplit(" ", 1)[0]
    return [lines[0], second + " …"]


def _mark(moment: Moment, scale: Scale, y: float) -> Html:
    """Draw a mark as wide as the date is uncertain, at least as wide as a dot; a vague one thin."""
    start, end = _x(scale, moment.start), _x(scale, moment.end)
    width, height = max(7.0, end - start), 7.0
    if moment.end - moment.start > _VAGUE:
        height = 3.0
    return element(
        "rect",
        x=f"{(start + end - width) / 2:.5g}",
        y=f"{y - height / 2:g}",
        width=f"{width:.4g}",
        height=f"{height:g}",
        rx=f"{height / 2:g}",
        class_="moment",
    )


def _bar(moment: Moment, scale: Scale, y: float) -> Html:
    start, end = _x(scale, moment.start), _x(scale, moment.end)
    words = f"{moment.head}: {moment.words}"
    room = max(1, int((_RIGHT - start) / 6.5))
    fits = width_of(words, 11.5) <= _RIGHT - start
    if not fits and start > _WIDTH / 2:
        label = text(end, y - 6, _cut(words, int(end / 6.5)), "sm end")
    else:
        label = text(start, y - 6, _cut(words, room), "sm")
    return joined(label, line(start, y, end, y, "claimed" if moment.claimed else "period"))


def _cut(words: str, length: int) -> str:
    return words if len(words) <= length else words[: max(1, length - 2)].rsplit(" ", 1)[0] + " …"
