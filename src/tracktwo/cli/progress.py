"""How does a user know that long work goes on? A bar on stderr, where that is a terminal."""

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def watched(items: Iterable[T], label: str, total: int | None = None) -> Iterator[T]:
    """Give the items, showing how far the work is; nothing is shown but on a terminal.

    Parameters
    ----------
    items : iterable
        Passed on as they come.
    label : str
        What is done to each: "reading".
    total : int, optional
        How many there are, where that is known.
    """
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(
        items, description=label, total=total, console=Console(stderr=True), transient=True
    )
