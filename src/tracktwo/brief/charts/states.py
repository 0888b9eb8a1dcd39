"""The graph of states: circles on a ring, and an arrow for every improvement."""

from math import cos, hypot, pi, sin

from tracktwo.brief.charts.marks import drawing, hue, line, party_shape, text, width_of
from tracktwo.brief.element import Html, element, joined
from tracktwo.brief.figures import Arrow, StateGraph

_CIRCLE = 13.0


def states(block: StateGraph, label: str) -> Html:
    """Draw the graph wide and narrow."""
    return joined(_drawn(block, label, 560, "wide"), _drawn(block, label, 320, "narrow"))


def _drawn(block: StateGraph, label: str, side: int, class_: str) -> Html:
    radius = 9.0 if side < 400 and len(block.nodes) > 16 else _CIRCLE
    legend = _legend(block, side)
    top = 24 * len(legend)
    places = _ring(len(block.nodes), side, top, radius)
    return drawing(
        side,
        side + top,
        label,
        [mark for row in legend for mark in row],
        [_arrow(arrow, places, radius) for arrow in block.arrows],
        [_circle(block, at, place, radius) for at, place in enumerate(places)],
        class_=class_,
    )


def _ring(count: int, side: int, top: int, radius: float) -> list[tuple[float, float]]:
    reach = side / 2 - radius - 4
    turn = 2 * pi / max(1, count)
    return [
        (side / 2 + reach * sin(at * turn), top + side / 2 - reach * cos(at * turn))
        for at in range(count)
    ]


def _legend(block: StateGraph, side: int) -> list[list[Html]]:
    """Name the parties in rows as wide as the drawing."""
    rows: list[list[Html]] = [[]]
    x = 4.0
    for place, name in block.parties:
        width = width_of(name) + 30
        if x + width > side and rows[-1]:
            rows.append([])
            x = 4.0
        y = 24 * (len(rows) - 1)
        rows[-1] += [party_shape(place, x, y + 5), text(x + 15, y + 14, name)]
        x += width
    return rows


def _arrow(arrow: Arrow, places: list[tuple[float, float]], radius: float) -> Html:
    """Draw a line that stops at the circles, a little to the right so that two ways lie apart."""
    (x1, y1), (x2, y2) = places[arrow.start], places[arrow.end]
    length = hypot(x2 - x1, y2 - y1) or 1.0
    across, down = (x2 - x1) / length, (y2 - y1) / length
    x1, y1 = x1 + across * radius - down * 2.5, y1 + down * radius + across * 2.5
    x2, y2 = x2 - across * (radius + 2) - down * 2.5, y2 - down * (radius + 2) + across * 2.5
    head = " ".join(
        f"{x2 - across * 7 - down * wing:.4g},{y2 - down * 7 + across * wing:.4g}"
        for wing in (3.5, -3.5)
    )
    return element(
        "g",
        line(round(x1, 1), round(y1, 1), round(x2, 1), round(y2, 1), "way"),
        element("polygon", points=f"{x2:.4g},{y2:.4g} {head}"),
        class_=hue(arrow.party),
    )


def _circle(block: StateGraph, at: int, place: tuple[float, float], radius: float) -> Html:
    node = block.nodes[at]
    x, y = round(place[0], 1), round(place[1], 1)
    ring = (
        element("circle", cx=f"{x:g}", cy=f"{y:g}", r=f"{radius + 3:g}", class_="quo")
        if node.status_quo
        else None
    )
    body = element("circle", cx=f"{x:g}", cy=f"{y:g}", r=f"{radius:g}", class_="at")
    words = text(x, y + 4, node.name, "mid sm")
    return element("g", ring, body, words, class_="st held" if node.holds else "st")
