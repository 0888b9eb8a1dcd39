"""Figures in HTML: caption, drawing, and the same in words."""

from collections.abc import Iterator

from tracktwo.brief.blocks import Pair
from tracktwo.brief.charts.calibration import calibration
from tracktwo.brief.charts.fan import fan
from tracktwo.brief.charts.grades import grade_grid
from tracktwo.brief.charts.likelihood import likelihood_scale
from tracktwo.brief.charts.on_scale import on_scale
from tracktwo.brief.charts.states import states
from tracktwo.brief.charts.timeline import timeline
from tracktwo.brief.charts.zone import zone
from tracktwo.brief.citation import Citation
from tracktwo.brief.element import Html, element
from tracktwo.brief.figures import (
    Calibration,
    Fan,
    Figure,
    GradeGrid,
    Item,
    LikelihoodScale,
    OnScale,
    StateGraph,
    Timeline,
)
from tracktwo.brief.markup.tables import table
from tracktwo.brief.markup.words import numbers, worded


def figure(block: Figure, citations: tuple[Citation, ...]) -> Html:
    """Write a figure with its caption above and its list below."""
    mark = (" ", element("span", "estimates", class_="ill")) if block.illustrative else None
    caption = element("figcaption", block.caption, mark, element("small", block.how))
    items = element("ol", _items(block.items, citations), class_="tl") if block.items else None
    return element("figure", caption, _drawn(block), items)


def _drawn(block: Figure) -> Html:  # noqa: PLR0911 - one line for each kind of chart
    match block.chart:
        case GradeGrid():
            return grade_grid(block.chart, block.label)
        case Timeline():
            return timeline(block.chart, block.label)
        case LikelihoodScale():
            return likelihood_scale(block.chart, block.label)
        case StateGraph():
            return states(block.chart, block.label)
        case OnScale():
            return on_scale(block.chart, block.label)
        case Fan():
            return fan(block.chart, block.label)
        case Calibration():
            return calibration(block.chart, block.label)
        case _:
            return zone(block.chart, block.label)


def _items(items: tuple[Item, ...], citations: tuple[Citation, ...]) -> Iterator[Html]:
    """Write the lines of a list; neighbours with one head show it once."""
    before = ""
    for item in items:
        head = element("b", item.head) if item.head != before else None
        before = item.head
        yield element("li", head, worded(item.parts), numbers(item.evidence, citations))


def pair(block: Pair, citations: tuple[Citation, ...]) -> Html:
    """Write a table and a figure side by side."""
    return element(
        "div", table(block.table, citations), figure(block.figure, citations), class_="two"
    )
