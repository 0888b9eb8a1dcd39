"""The reading's part of ``make eval``: the table on the terminal, and the reference page."""

from pathlib import Path

from rich.console import Console
from rich.table import Table

from evaluation.reading.measure import SETS, Measured, measure
from evaluation.reading.page import page
from evaluation.reading.table import HEADINGS, WANTED, rows

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "reading-quality.md"


def run() -> None:
    """Measure, print, and write the page, which is left as it is where a set is missing."""
    console = Console(width=130)
    measured = list(measure())
    console.print(_table(measured))
    if len(measured) == len(SETS):
        PAGE.write_text(page(measured), encoding="utf-8")
        console.print(f"written: {PAGE.relative_to(PAGE.parents[2])}")
    else:
        missing = {texts.name for texts in SETS} - {each.texts.name for each in measured}
        console.print(f"not there: {', '.join(sorted(missing))}; so {PAGE.name} stays as it is")


def _table(measured: list[Measured]) -> Table:
    table = Table(title="How well the reader reads", title_justify="left")
    for heading in HEADINGS:
        table.add_column(heading, justify="left" if heading == "text" else "right")
    for each in measured:
        table.add_section()
        table.add_row(f"[bold]{each.texts.name}[/bold]")
        for cells in rows(each):
            table.add_row(*cells)
    table.add_section()
    table.add_row(*WANTED)
    return table
