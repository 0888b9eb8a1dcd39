"""How is time laid along a line: from when to when, and with which ticks?"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MOST = 15  # named ticks


@dataclass(frozen=True, slots=True)
class Tick:
    """A tick at a moment, in years; without a name it is a short one."""

    at: float
    name: str = ""


@dataclass(frozen=True, slots=True)
class Scale:
    """A line of time from `first` to `last`, in years, with its ticks in order."""

    first: float
    last: float
    ticks: tuple[Tick, ...]

    def share(self, year: float) -> float:
        """Give how far along the line a moment lies, from 0 to 1."""
        return (year - self.first) / (self.last - self.first)


def scale_of(first: float, last: float) -> Scale:
    """Lay a scale over a stretch of time: years, months or days, whichever suits its length.

    Three years and more begin at a whole year and end a little after the last moment; less has
    a twentieth of its length on either side, and is a week long at least.

    >>> [tick.name for tick in scale_of(2020.1, 2024.5).ticks]
    ['2020', '2021', '2022', '2023', '2024']
    >>> [tick.name for tick in scale_of(1962.79, 1962.83).ticks if tick.name][:2]
    ['13 Oct', '15 Oct']
    """
    if last - first >= 3:
        start = floor(first)
        end = last + 0.02 * (last - start)
        return Scale(start, end, tuple(_years(start, end)))
    edge = max((last - first) / 20, 3.5 / 365)
    first, last = first - edge, last + edge
    ticks = _months(first, last) if last - first > 0.25 else _days(first, last)
    return Scale(first, last, tuple(ticks))


def _years(first: int, last: float) -> Iterator[Tick]:
    length = last - first
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 500, 1000) if length / step <= _MOST)
    for year in range(first, floor(last) + 1):
        if year % step == 0:
            yield Tick(year, str(year))
        elif length <= 60:
            yield Tick(year)


def _months(first: float, last: float) -> Iterator[Tick]:
    step = 1 if last - first <= 1.2 else 3
    for month in range(ceil(first * 12), floor(last * 12) + 1):
        year, place = divmod(month, 12)
        named = place % step == 0
        yield Tick(month / 12, f"{_MONTHS[place]} {year}" if named else "")


def _days(first: float, last: float) -> Iterator[Tick]:
    start, end = _day(first) + dt.timedelta(days=1), _day(last)
    length = (end - start).days + 1
    step = next(step for step in (1, 2, 3, 7, 14, 28, 56) if length / step <= 12)
    for ahead in range(length):
        day = start + dt.timedelta(days=ahead)
        named = ahead % step == 0
        yield Tick(_moment(day), f"{day.day} {_MONTHS[day.month - 1]}" if named else "")


def _day(year: float) -> dt.date:
    whole = floor(year)
    return dt.date(whole, 1, 1) + dt.timedelta(days=floor((year - whole) * _length(whole)))


def _moment(day: dt.date) -> float:
    return day.year + (day.timetuple().tm_yday - 1) / _length(day.year)


def _length(year: int) -> int:
    return (dt.date(year + 1, 1, 1) - dt.date(year, 1, 1)).days
