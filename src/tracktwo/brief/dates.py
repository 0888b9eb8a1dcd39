"""How is a date written out, and where does it lie on a line of years?"""

import datetime as dt
import re
from calendar import monthrange

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_PARTS = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_PART_OF_YEAR = {
    ("01", "03"): "early",
    ("01", "04"): "early",
    ("05", "08"): "mid",
    ("04", "09"): "mid",
    ("06", "07"): "mid",
    ("06", "08"): "mid",
    ("09", "12"): "late",
    ("10", "12"): "late",
}


def written(date: str) -> str:
    """Write a date out; one that is in no known form comes back as it is.

    An interval over the first, middle or last months of a year is written as a part of it.

    Examples
    --------
    >>> [written(date) for date in ("2021-12", "2022-02-24", "2008/2022", "2025-01/2025-03")]
    ['December 2021', '24 February 2022', '2008 to 2022', 'early 2025']
    >>> [written(date) for date in ("2024-03/2024-05", "2022/..", "", "last spring")]
    ['March to May 2024', 'from 2022', '', 'last spring']
    """
    first, slash, last = date.partition("/")
    if not slash:
        return _one(date)
    if first in ("", ".."):
        return f"until {_one(last)}"
    if last in ("", ".."):
        return f"from {_one(first)}"
    if (part := _part_of_year(first, last)) is not None:
        return part
    start, end = _one(first), _one(last)
    if first[:4] == last[:4] and len(first) == len(last) == 7:
        start = start[:-5]
    return f"{start} to {end}"


def when(date: str) -> str:
    """Write when something was, to stand in a sentence; "" for no date.

    >>> when("2021-12"), when("2022-02-24"), when("2008/2022")
    ('in December 2021', 'on 24 February 2022', 'between 2008 and 2022')
    """
    words = written(date)
    if not words or words.startswith(("until ", "from ")):
        return words
    if " to " in words:
        return "between " + words.replace(" to ", " and ", 1)
    return f"on {words}" if _is_day(date) else f"in {words}"


def years(date: str) -> tuple[float, float] | None:
    """Give the first and the last moment of a date, in years; None where it has no known form.

    A day before the common era or an open end has no place on the line.

    >>> years("2021"), years("2021-12-31"), years("spring")
    ((2021.0, 2022.0), (2021.9972602739726, 2022.0), None)
    """
    first, slash, last = date.partition("/")
    start, end = _ends(first), _ends(last if slash else first)
    if start is None or end is None or start[0] > end[1]:
        return None
    return start[0], end[1]


def _one(date: str) -> str:
    match = _PARTS.fullmatch(date)
    if match is None or not 1 <= int(match[2] or 1) <= 12:
        return date
    year, month, day = match.groups()
    if month is None:
        return str(year)
    words = f"{_MONTHS[int(month) - 1]} {year}"
    return f"{int(day)} {words}" if day else words


def _is_day(date: str) -> bool:
    match = _PARTS.fullmatch(date)
    return match is not None and match[3] is not None


def _part_of_year(first: str, last: str) -> str | None:
    if first[:4] != last[:4] or len(first) != 7 or len(last) != 7:
        return None
    part = _PART_OF_YEAR.get((first[5:], last[5:]))
    return f"{part} {first[:4]}" if part else None


def _ends(date: str) -> tuple[float, float] | None:
    match = _PARTS.fullmatch(date)
    if match is None:
        return None
    year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    try:
        first = dt.date(year, month or 1, day or 1)
        last = dt.date(year, month or 12, day or monthrange(year, month or 12)[1])
    except ValueError:
        return None
    length = 366 if monthrange(year, 2)[1] == 29 else 365
    return (
        year + (first.timetuple().tm_yday - 1) / length,
        year + last.timetuple().tm_yday / length,
    )
