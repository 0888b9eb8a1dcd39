"""How does a user know that long work goes on? A bar on stderr, where that is a terminal."""

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from rich.progress import Progress

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
        How many there are, where that is known; then the bar shows the rate and the time left.
    """
    if not sys.stderr.isatty():
        yield from items
        return
    with bar() as shown:
        yield from shown.track(items, total=total, description=label)


def bar() -> "Progress":
    """Make the bar: how many of how many, how many a second, and how long it will still take."""
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        ProgressColumn,
        Task,
        TextColumn,
        TimeRemainingColumn,
    )
    from rich.text import Text

    class Rate(ProgressColumn):
        """How many are done in a second, over the last while."""

        def render(self, task: Task) -> Text:
            return Text(f"{task.speed:.1f}/s" if task.speed else "")

    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        Rate(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
