"""Does the bar say how far the work is, how fast it goes, and how long it will take?"""

from io import StringIO

from rich.console import Console

from tracktwo.cli.progress import bar, watched


def test_the_bar_shows_how_many_the_rate_and_the_time_left() -> None:
    times = iter(range(100))
    shown = bar()
    shown.get_time = lambda: float(next(times))
    task = shown.add_task("reading", total=40)
    for _ in range(10):
        shown.advance(task)
    screen = Console(file=StringIO(), width=100)
    screen.print(shown.make_tasks_table(shown.tasks))
    said = screen.file.getvalue()  # type: ignore[attr-defined]  # it is a StringIO
    assert "reading" in said
    assert "10/40" in said
    assert "1.0/s" in said
    assert "0:00:30" in said


def test_what_is_watched_passes_on_unchanged_where_nobody_looks() -> None:
    assert list(watched(iter("abc"), "reading", 3)) == ["a", "b", "c"]
