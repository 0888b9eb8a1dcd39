"""Between which days did an act take place? To the precision that the sources give."""

import re
from calendar import monthrange
from dataclasses import dataclass

from tracktwo.reading.statement import Statement

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


@dataclass(frozen=True, slots=True)
class When:
    """When an act took place.

    Attributes
    ----------
    value : str
        As the source gives it: "2021-12", "2008/2022"; "" where it gives nothing.
    first, last : str
        The earliest and the latest day that fit, as ISO dates; "" where there is no bound. What
        is told without a date happened on the day of the document at the latest.
    """

    value: str = ""
    first: str = ""
    last: str = ""

    def before(self, other: "When") -> bool:
        """Tell whether the dates show that this came before another.

        >>> span("2021-12").before(span("2022")), span("2022").before(span("2022-03-01"))
        (True, False)
        """
        return bool(self.last and other.first) and self.last < other.first


def span(value: str) -> When:
    """Give the days that a date or an interval ("2008/2022") covers; none for other text.

    >>> span("2024-02")
    When(value='2024-02', first='2024-02-01', last='2024-02-29')
    """
    start, _, end = value.partition("/")
    first, last = _days(start), _days(end or start)
    if first is None or last is None:
        return When()
    return When(value, first[0], last[1])


def when(statement: Statement, published: str) -> When:
    """Give when an act took place: as its text says, else from the day of its document.

    A turn of an interview or transcript was spoken on the day of the document. A date behind
    that day is what the act is about, not when it took place, and counts for nothing.

    Parameters
    ----------
    statement : Statement
        The act.
    published : str
        The day of its document, "" where not known.
    """
    document, own = span(published), span(statement.date)
    if own.first and not (document.last and own.first > document.last):
        return own
    if statement.reporting == "turn":
        return document
    return When("", "", document.last)


def _days(value: str) -> tuple[str, str] | None:
    """Give the first and last day of a year, month or day; None where there is no such day."""
    match = _DATE.fullmatch(value)
    if match is None:
        return None
    year, month, day = match.groups()
    if month is None:
        return f"{year}-01-01", f"{year}-12-31"
    if not 1 <= int(month) <= 12 or int(year) == 0:
        return None
    latest = monthrange(int(year), int(month))[1]
    if day is None:
        return f"{year}-{month}-01", f"{year}-{month}-{latest:02d}"
    return (value, value) if 1 <= int(day) <= latest else None
