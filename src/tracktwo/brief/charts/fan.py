"""The fan: where the middle of the positions goes, round by round, and how wide that is."""

from tracktwo.brief.charts.marks import drawing, line, text
from tracktwo.brief.element import Html, element, joined
from tracktwo.brief.figures import Fan

_HEIGHT = 220


def fan(chart: Fan, label: str) -> Html:
    """Draw the band and the line in it, wide and narrow."""
    return joined(_drawn(chart, label, 640, "wide"), _drawn(chart, label, 350, "narrow"))


def _drawn(chart: Fan, label: str, width: int, class_: str) -> Html:
    left, right, top, bottom = 44, 14, 12, 30
    last = max(1, len(chart.rounds) - 1)

    def x(number: int) -> float:
        return round(left + (width - left - right) * number / last, 1)

    def y(value: float) -> float:
        share = (value - chart.low) / (chart.high - chart.low)
        return round(_HEIGHT - bottom - (_HEIGHT - top - bottom) * share, 1)

    upper = [f"{x(at):g},{y(high):g}" for at, (_, _, high) in enumerate(chart.rounds)]
    lower = [f"{x(at):g},{y(low):g}" for at, (_, low, _) in enumerate(chart.rounds)]
    middle = [f"{x(at):g},{y(best):g}" for at, (best, _, _) in enumerate(chart.rounds)]
    values = (chart.low, (chart.low + chart.high) / 2, chart.high)
    every = max(1, -(-last // 10))
    return drawing(
        width,
        _HEIGHT,
        label,
        [line(left, y(value), width - right, y(value), "gr") for value in values],
        [text(left - 8, y(value) + 4, f"{value:.4g}", "end sm") for value in values],
        [
            text(x(at), _HEIGHT - 10, f"round {at}" if at == 0 else str(at), "mid sm")
            for at in range(0, last + 1, every)
        ],
        element("path", d=f"M{' L'.join([*upper, *reversed(lower)])}Z", class_="fan"),
        element("polyline", points=" ".join(middle), class_="front"),
        class_=class_,
    )
