"""Which day does a written date name?"""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Final

MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            *(("january", "jan"), ("february", "feb"), ("march", "mar"), ("april", "apr")),
            *(("may",), ("june", "jun"), ("july", "jul"), ("august", "aug")),
            *(("september", "sept", "sep"), ("october", "oct"), ("november", "nov")),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
MONTH: Final = "|".join(sorted(MONTHS, key=len, reverse=True))
DATE: Final = re.compile(
    r"(?<![\w./-])(?:"
    r"(?P<iso>\d{4}-\d\d-\d\d)(?:[T ]\d\d:\d\d[\d:.Z+-]*)?"
    r"|(?P<one>\d{1,2})(?P<sign>[./-])(?P<two>\d{1,2})(?P=sign)(?P<year>\d{4})"
    rf"|(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{MONTH})\.?,? (?P<y1>\d{{4}})"
    rf"|(?P<m2>{MONTH})\.? (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y2>\d{{4}})"
    rf"|(?P<m3>{MONTH})\.?,? (?P<y3>\d{{4}})"
    r"|(?P<y4>(?:1[89]|20)\d\d)"
    r")(?![\w/-]|\.\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date in a text: where it stands, and which day, month or year it names.

    `iso` is ``2025-01-31``, ``2025-01`` or ``2025``; never empty.
    """

    start: int
    end: int
    iso: str


def written_dates(text: str) -> tuple[WrittenDate, ...]:
    """Find the dates that a text writes in English or in digits, in order of place.

    ``2024-03-14``, ``14 March 2024``, ``March 14, 2024``, ``March 2024``, ``2024``,
    ``17.05.2019`` and ``21/11/2020`` are read. Digits with dots are day first, as everywhere
    that writes them so. Digits with slashes or hyphens are day first or month first: where both
    numbers are twelve or less and differ (``03/04/2020``), nobody can tell, and only the year
    is given. Days that no calendar has are not dates.

    Examples
    --------
    >>> [date.iso for date in written_dates("From March 14, 2024 to 21/11/2020, not 03/04/2020")]
    ['2024-03-14', '2020-11-21', '2020']
    """
    return tuple(
        WrittenDate(place.start(), place.end(), iso)
        for place in DATE.finditer(text)
        for iso in [_iso(place)]
        if iso
    )


def written_date(text: str) -> str:
    """Give the first date of a text as ``2025-01-31``, ``2025-01`` or ``2025``, "" for none.

    >>> written_date("Thursday, 8 February 2018")
    '2018-02-08'
    """
    found = written_dates(text)
    return found[0].iso if found else ""


def _iso(place: re.Match[str]) -> str:
    part = place.groupdict()
    if part["iso"]:
        year, month, day = map(int, part["iso"].split("-"))
        return _checked(year, month, day)
    if part["one"]:
        return _numbers(int(part["one"]), int(part["two"]), int(part["year"]), part["sign"])
    if part["day"]:
        return _checked(int(part["y1"]), MONTHS[part["month"].lower()], int(part["day"]))
    if part["m2"]:
        return _checked(int(part["y2"]), MONTHS[part["m2"].lower()], int(part["d2"]))
    if part["m3"]:
        return f"{part['y3']}-{MONTHS[part['m3'].lower()]:02}"
    return str(part["y4"])


def _numbers(one: int, two: int, year: int, sign: str) -> str:
    """Read two numbers and a year; only the year where day and month cannot be told apart."""
    if sign == "." or one > 12 or one == two:
        return _checked(year, two, one)
    return _checked(year, one, two) if two > 12 else str(year)


def _checked(year: int, month: int, day: int) -> str:
    """Give a day that the calendar has, "" otherwise."""
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return ""
