"""Calibration: how often what was given a probability came true."""

from tracktwo.brief.charts.marks import drawing, line, text
from tracktwo.brief.element import Html, element
from tracktwo.brief.figures import Calibration

_SIDE, _LEFT, _BOTTOM = 300, 40, 34


def calibration(chart: Calibration, label: str) -> Html:
    """Draw a circle for each band, larger for more forecasts; on the diagonal all is as given."""

    def x(share: float) -> float:
        return round(_LEFT + (_SIDE - _LEFT - 14) * share, 1)

    def y(share: float) -> float:
        return round(_SIDE - _BOTTOM - (_SIDE - _BOTTOM - 14) * share, 1)

    ticks = (0.0, 0.5, 1.0)
    most = max((count for *_, count in chart.bins), default=1)
    return drawing(
        _SIDE,
        _SIDE,
        label,
        [line(x(0), y(share), x(1), y(share), "gr") for share in ticks],
        [text(_LEFT - 6, y(share) + 4, f"{share:.0%}", "end sm") for share in ticks],
        [text(x(share), _SIDE - 16, f"{share:.0%}", "mid sm") for share in ticks],
        text(x(0.5), _SIDE - 2, "given", "mid sm"),
        text(x(0) + 6, y(1) + 14, "came true", "sm halo"),
        line(x(0), y(0), x(1), y(1), "lead"),
        [
            element(
                "circle",
                cx=f"{x(given):g}",
                cy=f"{y(came):g}",
                r=f"{3 + 6 * (count / most) ** 0.5:.3g}",
                class_="dot",
            )
            for given, came, count in chart.bins
        ],
    )
