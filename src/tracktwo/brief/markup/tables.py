"""Tables in HTML: caption, scoped heads, groups of rows; records on a phone."""

from collections.abc import Iterator

from tracktwo.brief.blocks import Cell, Column, Row, Table
from tracktwo.brief.charts.marks import party_mark
from tracktwo.brief.citation import Citation
from tracktwo.brief.element import Html, element, joined
from tracktwo.brief.markup.words import numbers, worded

_SIGNS = {"best": "●", "acceptable": "○", "refused": "×", "not stated": "·"}
_ALIGN = {"left": None, "number": "num", "centre": "c", "quote": "q"}


def table(block: Table, citations: tuple[Citation, ...]) -> Html:
    """Write a table."""
    head = element("thead", element("tr", map(_head, block.columns)))
    inner = element(
        "table",
        _caption(block),
        head,
        _bodies(block, citations),
        class_=f"{block.name} {'grid' if block.grid else 'stack'}",
    )
    foot = element("p", block.foot, class_="tn") if block.foot else None
    if not block.grid:
        return element("div", inner, foot, class_="tw")
    hint = element("p", "Scroll sideways for all columns", class_="hint")
    region = element(
        "div", inner, class_="scroll", tabindex="0", role="region", aria_label=block.caption
    )
    return element("div", hint, region, foot, class_="tw")


def _caption(block: Table) -> Html:
    mark = (" ", element("span", "estimates", class_="ill")) if block.illustrative else None
    return element("caption", block.caption, mark, element("small", block.how))


def _head(column: Column) -> Html:
    mark = party_mark(column.party) if column.party is not None else None
    return element("th", mark, column.title, scope="col", class_=_ALIGN[column.align])


def _bodies(block: Table, citations: tuple[Citation, ...]) -> Iterator[Html]:
    """Give a body for each group of rows, so that its head stands for the group."""
    rows: list[Html] = []
    for at, row in enumerate(block.rows):
        if row.level == "group" and rows:
            yield element("tbody", rows)
            rows = []
        repeated = at + 1 < len(block.rows) and block.rows[at + 1].level == "again"
        rows.append(_row(row, block, citations, repeated=repeated))
    if rows:
        yield element("tbody", rows)


def _row(row: Row, block: Table, citations: tuple[Citation, ...], *, repeated: bool) -> Html:
    if row.level == "group":
        return _group(row, block, citations)
    first, *rest = row.cells
    cells = [_cell(first, block.columns[0], citations, head="row")]
    cells += [
        _cell(cell, column, citations)
        for cell, column in zip(rest, block.columns[1:], strict=False)
    ]
    names = [name for name, on in (("sub", row.level == "again"), ("kept", repeated)) if on]
    return element("tr", cells, class_=" ".join(names) or None)


def _group(row: Row, block: Table, citations: tuple[Citation, ...]) -> Html:
    first, *rest = row.cells
    span = len(block.columns) - len(rest)
    cells = [_cell(first, Column(""), citations, head="rowgroup", span=span)]
    cells += [
        _cell(cell, column, citations)
        for cell, column in zip(rest, block.columns[span:], strict=False)
    ]
    return element("tr", cells, class_="grp")


def _cell(
    cell: Cell, column: Column, citations: tuple[Citation, ...], *, head: str = "", span: int = 1
) -> Html:
    classes = [_ALIGN[column.align], "x" if not cell.parts and not cell.evidence else None]
    content = joined(
        party_mark(cell.party) if cell.party is not None else None,
        _words(cell),
        numbers(cell.evidence, citations),
        element("small", worded(cell.under), class_="under") if cell.under else None,
    )
    return element(
        "th" if head else "td",
        content,
        scope=head or None,
        colspan=span if span > 1 else None,
        class_=" ".join(name for name in classes if name) or None,
        data_l=None if head else column.title or None,
    )


def _words(cell: Cell) -> Html:
    words = worded(cell.parts)
    if cell.sign:
        sign = element("i", _SIGNS[cell.sign], aria_hidden="true")
        kind = {"refused": "ref", "not stated": "non"}.get(cell.sign, "")
        est = (" ", element("small", "est.")) if cell.estimate else None
        return element(
            "span",
            sign,
            element("em", words) if cell.estimate else words,
            est,
            class_=f"pc {kind}".strip(),
        )
    if cell.estimate:
        return joined(element("em", words), " ", element("small", "est."))
    return words
