"""The likelihood scale: seven words on fixed bands, and where estimates lie on it."""

from collections.abc import Iterator

from tracktwo.brief.charts.marks import drawing, line, text
from tracktwo.brief.element import Html, element, joined
from tracktwo.brief.figures import Chance, LikelihoodScale
from tracktwo.brief.scale import BANDS

_EDGES = (1, 5, 20, 45, 55, 80, 95, 99)


def likelihood_scale(scale: LikelihoodScale, label: str) -> Html:
    """Draw the scale twice: wide with names beside the lines, narrow with names above them."""
    return joined(_wide(scale, label), _narrow(scale, label))


def _wide(scale: LikelihoodScale, label: str) -> Html:
    left, width, row = 322, 900, 30
    height = 62 + row * len(scale.chances) + 8
    span = width - left - 24
    rows = (
        (
            text(left - 16, 62 + row * at + 20, _short(chance.name, 52), "end"),
            _chance(chance, left, span, 62 + row * at + 16),
        )
        for at, chance in enumerate(scale.chances)
    )
    return drawing(width, height, label, _bands(left, span, height, wide=True), rows, class_="wide")


def _narrow(scale: LikelihoodScale, label: str) -> Html:
    left, width, row = 8, 350, 52
    height = 34 + row * len(scale.chances) + 8
    span = width - left - 14
    rows = (
        (
            text(left, 34 + row * at + 22, _short(chance.name, 54), "sm"),
            _chance(chance, left, span, 34 + row * at + 36),
        )
        for at, chance in enumerate(scale.chances)
    )
    return drawing(
        width, height, label, _bands(left, span, height, wide=False), rows, class_="narrow"
    )


def _bands(left: float, span: float, height: float, *, wide: bool) -> Iterator[Html]:
    top = 56 if wide else 26
    for at, band in enumerate(BANDS):
        x, end = left + span * band.low / 100, left + span * band.high / 100
        if at % 2 == 0:
            yield element(
                "rect",
                x=f"{x:g}",
                y=top,
                width=f"{end - x:g}",
                height=f"{height - top:g}",
                class_="wash",
            )
        if wide:
            yield from _name(band.words, (x + end) / 2, at)
    for edge in _EDGES:
        x = left + span * edge / 100
        yield line(x, top, x, height, "gr")
        if wide or edge not in (1, 99):
            yield text(x, top - 6, str(edge), "mid sm")


def _name(words: str, x: float, at: int) -> Iterator[Html]:
    """Write a band's name above its middle, every other one a line higher, ends pulled in."""
    yield text(x, 14 if at % 2 else 32, words, "mid sm")


def _chance(chance: Chance, left: float, span: float, y: float) -> Html:
    low, high = left + span * chance.low / 100, left + span * chance.high / 100
    bar = line(low, y, high, y, "theirs" if chance.theirs else "ours")
    if chance.best is None:
        return bar
    dot = element(
        "circle", cx=f"{left + span * chance.best / 100:g}", cy=f"{y:g}", r="4.5", class_="dot"
    )
    return joined(bar, dot)


def _short(words: str, length: int) -> str:
    return words if len(words) <= length else words[: length - 2].rsplit(" ", 1)[0] + " …"
