"""Figures in HTML: caption, drawing, and the same in words."""

from tracktwo.brief.blocks import Pair
from tracktwo.brief.charts.grades import grade_grid
from tracktwo.brief.charts.likelihood import likelihood_scale
from tracktwo.brief.charts.timeline import timeline
from tracktwo.brief.charts.zone import zone
from tracktwo.brief.citation import Citation
from tracktwo.brief.figures import Figure, GradeGrid, Item, LikelihoodScale, Timeline
from tracktwo.brief.markup.element import Html, element
from tracktwo.brief.markup.tables import table
from tracktwo.brief.markup.words import numbers, worded


def figure(block: Figure, citations: tuple[Citation, ...]) -> Html:
    """Write a figure with its caption above and its list below."""
    mark = (" ", element("span", "estimates", class_="ill")) if block.illustrative else None
    caption = element("figcaption", block.caption, mark, element("small", block.how))
    items = (
        element("ol", (_item(item, citations) for item in block.items), class_="tl")
        if block.items
        else None
    )
    return element("figure", caption, _drawn(block), items)


def _drawn(block: Figure) -> Html:
    chart = block.chart
    if isinstance(chart, GradeGrid):
        return grade_grid(chart, block.label)
    if isinstance(chart, Timeline):
        return timeline(chart, block.label)
    if isinstance(chart, LikelihoodScale):
        return likelihood_scale(chart, block.label)
    return zone(chart, block.label)


def _item(item: Item, citations: tuple[Citation, ...]) -> Html:
    return element("li", element("b", item.head), " ", worded(item.parts),
                   numbers(item.evidence, citations))  # fmt: skip


def pair(block: Pair, citations: tuple[Citation, ...]) -> Html:
    """Write a table and a figure side by side."""
    return element("div", table(block.table, citations), figure(block.figure, citations),
                   class_="two")  # fmt: skip
