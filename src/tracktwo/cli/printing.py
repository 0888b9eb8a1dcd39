"""How does output look? JSON as exact UTF-8 for programs, tables for people."""

import json
import sys
from collections.abc import Iterable, Sequence

WIDTH = 80  # of lines that are filled


def print_json(value: object) -> None:
    """Print one JSON value on one line, as UTF-8 whatever the terminal's encoding.

    A lone surrogate, which UTF-8 cannot hold, is written as its JSON escape.
    """
    sys.stdout.flush()
    sys.stdout.buffer.write(json_line(value))
    sys.stdout.buffer.flush()


def json_line(value: object) -> bytes:
    """Write one JSON value as a line of UTF-8."""
    line = json.dumps(value, ensure_ascii=False) + "\n"
    return line.encode("utf-8", "backslashreplace")


def print_table(title: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table for people, as wide as the terminal.

    The first column is never broken, the last takes what is left; a cell may hold lines.
    """
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(
        title=Text(title) if title else None,
        title_justify="left",
        box=None,
        pad_edge=False,
        expand=True,
    )
    for place, column in enumerate(columns, start=1):
        last = place == len(columns)
        table.add_column(column, no_wrap=place == 1, ratio=3 if last else None)
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    Console(highlight=False).print(table)
