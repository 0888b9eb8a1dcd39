"""A timeline: linear years, points on leaders above the axis, periods as bars below it."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor

from tracktwo.brief.charts.marks import drawing, line, text, width_of
from tracktwo.brief.figures import Moment, Timeline
from tracktwo.brief.markup.element import Html, element, joined

_WIDTH, _LEFT, _RIGHT = 980, 12, 968
_LEVELS = 4  # heights of labels above the axis
_STEP = 58  # from one height to the next
_BARS = 6  # periods drawn below
_LONG = 1.01  # years: longer than this is a period
_LABEL = 176  # width of a label


@dataclass(frozen=True, slots=True)
class _Placed:
    moment: Moment
    x: float
    level: int
    left: float


def timeline(block: Timeline, label: str) -> Html:
    """Draw the line for wide pages; a phone shows the list alone.

    Labels are given while there is room, to events before claims, and stand at the lowest of
    four heights where they meet no other; marks without a label are drawn all the same.
    """
    first = floor(min(moment.start for moment in block.moments))
    last = ceil(max(moment.end for moment in block.moments))
    if last - first < 2:
        first, last = first - 1, last + 1
    scale = _Scale(first, last)
    points = [m for m in block.moments if m.end - m.start <= _LONG]
    periods = [m for m in block.moments if m.end - m.start > _LONG][:_BARS]
    labels = list(_labels(points, scale))
    levels = 1 + max((placed.level for placed in labels), default=0)
    axis = 16 + levels * _STEP + 12
    height = axis + 30 + 26 * len(periods)
    return drawing(
        _WIDTH,
        height,
        label,
        _axis(scale, axis),
        (_leader(placed, axis) for placed in labels),
        (_mark(moment, scale, axis) for moment in points),
        (_bar(moment, scale, axis + 44 + 26 * at) for at, moment in enumerate(periods)),
        class_="wide",
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    first: int
    last: int

    def x(self, year: float) -> float:
        """Give the place of a moment on the line."""
        return _LEFT + (_RIGHT - _LEFT) * (year - self.first) / (self.last - self.first)


def _axis(scale: _Scale, y: float) -> Iterator[Html]:
    yield line(_LEFT, y, _RIGHT, y, "ax")
    years = scale.last - scale.first
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 500, 1000) if years / step <= 15)
    for year in range(scale.first, scale.last + 1):
        named = year % step == 0
        if named or years <= 60:
            yield line(scale.x(year), y, scale.x(year), y + (7 if named else 4), "ax")
        if named and scale.x(year) > _LEFT + 4:
            yield text(scale.x(year), y + 21, str(year), "mid sm" if year < scale.last else "end sm")


def _labels(points: list[Moment], scale: _Scale) -> Iterator[_Placed]:
    taken: list[list[tuple[float, float]]] = [[] for _ in range(_LEVELS)]
    leaders: list[tuple[float, int]] = []
    for moment in sorted(points, key=lambda moment: (moment.claimed, moment.start)):
        x = scale.x((moment.start + moment.end) / 2)
        left = min(max(_LEFT, x - 4), _RIGHT - _LABEL)
        for level, spans in enumerate(taken):
            clear = all(left >= end or left + _LABEL <= start for start, end in spans)
            crossed = any(left - 2 <= at <= left + _LABEL for at, top in leaders if top > level)
            through = any(
                start <= x <= end for lower in taken[:level] for start, end in lower
            )
            if clear and not crossed and not through:
                spans.append((left, left + _LABEL + 8))
                leaders.append((x, level))
                yield _Placed(moment, x, level, left)
                break


def _leader(placed: _Placed, axis: float) -> Html:
    top = axis - 12 - (placed.level + 1) * _STEP + 8
    at = max(placed.left + 5, placed.x + 5) if placed.x - placed.left < 12 else placed.left
    words = _lines(placed.moment.words, _LABEL - 6)
    return joined(
        line(placed.x, top, placed.x, axis, "lead"),
        text(at, top + 9, placed.moment.head, "k sm halo"),
        (text(at, top + 23 + 13 * row, words, "sm halo") for row, words in enumerate(words)),
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


def _mark(moment: Moment, scale: _Scale, y: float) -> Html:
    """Draw a mark as wide as the date is uncertain, at least as wide as a dot."""
    start, end = scale.x(moment.start), scale.x(moment.end)
    width = max(7.0, end - start)
    return element("rect", x=f"{(start + end - width) / 2:.5g}", y=f"{y - 3.5:g}",
                   width=f"{width:.4g}", height="7", rx="3.5", class_="moment")  # fmt: skip


def _bar(moment: Moment, scale: _Scale, y: float) -> Html:
    start, end = scale.x(moment.start), scale.x(moment.end)
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
