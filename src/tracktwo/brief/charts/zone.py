"""The zone of agreement: packages by their worth to two parties, one plot for each pair."""

from collections.abc import Iterator
from dataclasses import dataclass

from tracktwo.brief.charts.marks import (
    crosses,
    dots,
    drawing,
    hue,
    line,
    party_shape,
    text,
    width_of,
)
from tracktwo.brief.element import Html, element, joined
from tracktwo.brief.figures import Plot, Zone

_MANY = 150  # dots of one kind beyond which they are drawn small
_TICKS = (0, 20, 40, 60, 80, 100)


@dataclass(frozen=True, slots=True)
class _Frame:
    """The inside of a plot, in pixels."""

    left: float
    top: float
    side: float

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Give where a pair of worths lies; beyond 0 to 100 it stays on the edge."""
        across, up = (min(100.0, max(0.0, value)) for value in (x, y))
        return (
            round(self.left + self.side * across / 100),
            round(self.top + self.side * (100 - up) / 100),
        )


def zone(block: Zone, label: str) -> Html:
    """Draw one plot large, wide and narrow; several as small multiples."""
    if len(block.plots) == 1:
        plot = block.plots[0]
        return joined(
            _plot(plot, label, _Frame(48, 12, 500), "wide"),
            _plot(plot, label, _Frame(40, 12, 296), "narrow"),
        )
    plots = (_plot(plot, _label(plot), _Frame(40, 12, 256), "") for plot in block.plots)
    return element("div", plots, class_="multi")


def _label(plot: Plot) -> str:
    counts = dict(plot.dots)
    acceptable = len(counts.get("acceptable", ()))
    return (
        f"Packages by points to {plot.parties[0][1]}, across, and to {plot.parties[1][1]}, up; "
        f"{acceptable or 'no'} point{'' if acceptable == 1 else 's'} acceptable to both"
    )


def _plot(plot: Plot, label: str, frame: _Frame, class_: str) -> Html:
    return drawing(
        int(frame.left + frame.side + 16),
        int(frame.top + frame.side + 44),
        label,
        _axes(plot, frame),
        _bands(plot, frame),
        _dots(plot, frame),
        _frontier(plot, frame),
        _names(plot, frame),
        class_=class_,
    )


def _axes(plot: Plot, frame: _Frame) -> Iterator[Html]:
    for tick in _TICKS:
        x, _ = frame.place(tick, 0)
        _, y = frame.place(0, tick)
        yield line(x, frame.top, x, frame.top + frame.side, "gr")
        yield line(frame.left, y, frame.left + frame.side, y, "gr")
        yield text(x, frame.top + frame.side + 16, str(tick), "mid sm")
        yield text(frame.left - 8, y + 4, str(tick), "end sm")
    x, y = frame.place(0, 0)
    yield line(x, frame.top, x, y, "ax")
    yield line(x, y, x + frame.side, y, "ax")
    (across, name), (up, other) = plot.parties
    middle = frame.left + frame.side / 2 - width_of(f"Points to {name}") / 2
    base = frame.top + frame.side + 36
    yield joined(
        party_shape(across, middle - 15, base - 9), text(middle, base, f"Points to {name}")
    )
    half = width_of(f"Points to {other}") / 2
    foot = frame.top + frame.side / 2 + half
    yield party_shape(up, 3, foot + 5)
    yield element(
        "g", text(0, 0, f"Points to {other}"), transform=f"translate(13 {foot:g}) rotate(-90)"
    )


def _bands(plot: Plot, frame: _Frame) -> Iterator[Html]:
    across, up = plot.bands
    if across is not None:
        (low, best, high), place = across, plot.parties[0][0]
        x1, x2 = frame.place(low, 0)[0], frame.place(high, 0)[0]
        yield element(
            "rect",
            x=f"{x1:g}",
            y=f"{frame.top:g}",
            width=f"{x2 - x1:g}",
            height=f"{frame.side:g}",
            class_=f"band {hue(place)}",
        )
        x = frame.place(best, 0)[0]
        yield line(x, frame.top, x, frame.top + frame.side, f"best {hue(place)}")
    if up is not None:
        (low, best, high), place = up, plot.parties[1][0]
        y1, y2 = frame.place(0, high)[1], frame.place(0, low)[1]
        yield element(
            "rect",
            x=f"{frame.left:g}",
            y=f"{y1:g}",
            width=f"{frame.side:g}",
            height=f"{y2 - y1:g}",
            class_=f"band {hue(place)}",
        )
        y = frame.place(0, best)[1]
        yield line(frame.left, y, frame.left + frame.side, y, f"best {hue(place)}")


def _dots(plot: Plot, frame: _Frame) -> Iterator[Html]:
    for mark, worths in plot.dots:
        points = tuple(frame.place(x, y) for x, y in worths)
        if mark == "excluded":
            yield crosses(points, 1.6, "cross")
        elif mark in ("permitted", "acceptable"):
            yield dots(points, mark if len(points) <= _MANY else f"{mark} fine")
        elif mark == "frontier":
            yield joined(
                *(
                    element("circle", cx=f"{x:g}", cy=f"{y:g}", r="3.6", class_="ring")
                    for x, y in points
                )
            )
        else:
            yield joined(
                *(
                    element(
                        "rect",
                        x=f"{x - 6:g}",
                        y=f"{y - 6:g}",
                        width="12",
                        height="12",
                        class_="nash",
                    )
                    for x, y in points
                )
            )


def _frontier(plot: Plot, frame: _Frame) -> Html | None:
    if len(plot.frontier) < 2:
        return None
    points = " ".join(f"{x:g},{y:g}" for x, y in (frame.place(*p) for p in plot.frontier))
    return element("polyline", points=points, class_="front")


def _names(plot: Plot, frame: _Frame) -> Iterator[Html]:
    for x, y, name in plot.named:
        left, top = frame.place(x, y)
        fits = left + 12 + width_of(name) < frame.left + frame.side
        yield text(
            left + 12 if fits else left - 12, top - 8, name, "k halo" if fits else "k halo end"
        )
