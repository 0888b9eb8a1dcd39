"""The outlook's part of ``make eval``: how models forecast decisions whose outcome is known."""

import os
from pathlib import Path

from rich.console import Console
from rich.table import Table

from evaluation.outlook.decisions import Decision, read_decisions
from evaluation.outlook.forecasters import FIRST, forecasters
from evaluation.outlook.score import Miss, Score, miss, score

OURS = Path(__file__).parent / "emission-standard"
HEADINGS = ("model", "MAE", "RMSE", "CRPS", "in 80 %", f"MAE less {FIRST}", "95 % of it")


def run() -> None:
    """Print the table for the folder in ``DATA``, or for the one issue that is ours to ship."""
    folder = Path(os.environ.get("DATA") or OURS)
    decisions = read_decisions(folder)
    console = Console(width=130)
    console.print(table(decisions, f"Outlook: {folder.name}, {len(decisions):,} with an outcome"))
    if folder == OURS:
        console.print("One issue shows the form and decides nothing: make eval DATA=FOLDER")


def measured(decisions: tuple[Decision, ...]) -> dict[str, Score]:
    """Score every forecaster on all decisions.

    Parameters
    ----------
    decisions : tuple of Decision
        One or more.

    Returns
    -------
    dict of str to Score
        By forecaster, the compromise first; errors on a scale of 100.
    """
    misses = {name: _misses(name, decisions) for name in forecasters()}
    return {name: score(each, misses[FIRST]) for name, each in misses.items()}


def _misses(name: str, decisions: tuple[Decision, ...]) -> list[Miss]:
    forecast = forecasters()[name]
    return [miss(*forecast(each.field), each.outcome, each.span) for each in decisions]


def table(decisions: tuple[Decision, ...], title: str) -> Table:
    """Set the scores as a table for the terminal."""
    made = Table(title=title, title_justify="left")
    for heading in HEADINGS:
        made.add_column(heading, justify="left" if heading == "model" else "right")
    for name, each in measured(decisions).items():
        inside = "–" if each.coverage is None else f"{each.coverage:.0%}"
        figures = (f"{number:.2f}" for number in (each.mae, each.rmse, each.crps))
        difference = ("", "") if name == FIRST else _difference(each)
        made.add_row(name, *figures, inside, *difference)
    return made


def _difference(each: Score) -> tuple[str, str]:
    return f"{each.difference:+.2f}", f"{each.low:+.2f} to {each.high:+.2f}"
