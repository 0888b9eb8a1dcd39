"""When? Dates in a text, to the precision it gives, relative ones from the document's own date."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tracktwo.documents.document import Span

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august",
           "september", "october", "november", "december")  # fmt: skip
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH = (
    r"(?P<month>jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?\.?|july?\.?|"
    r"aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_ANY_YEAR = r"(?:1[6-9]|20)[0-9][0-9]"
_YEAR = rf"(?P<year>{_ANY_YEAR})"
_FROM, _UNTIL = rf"(?P<from>{_ANY_YEAR})", rf"(?P<until>{_ANY_YEAR})"
_RELATIVE = (
    r"(?P<relative>today|yesterday|tomorrow|this (?:morning|afternoon|evening)|"
    r"last (?:week|month|year|autumn|spring|summer|winter)|"
    r"(?:on |last )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
)
_UNIT = "(?:day|month|year)"
_AGAIN = (
    rf"(?P<again>(?:that|the same|the (?:next|following|previous)) {_UNIT}|"
    rf"(?:a|one) {_UNIT} (?:later|earlier|before)|the {_UNIT} (?:before|after))"
)
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?P<iso>{_ANY_YEAR}-[0-9][0-9]-[0-9][0-9])\b",
        rf"\b{_DAY}(?: of)? {_MONTH},? {_YEAR}\b",
        rf"\b{_MONTH} {_DAY},? {_YEAR}\b",
        rf"\b(?P<day>[0-9]{{1,2}})\.(?P<num>[0-9]{{1,2}})\.{_YEAR}\b",
        rf"\bbetween {_FROM} and {_UNTIL}\b",
        rf"\b(?:from )?{_FROM}(?: to |–|-){_UNTIL}\b",
        rf"\b(?P<part>early|late|mid)[- ]{_YEAR}\b",
        rf"\b{_MONTH},? (?:of )?{_YEAR}\b",
        rf"\b{_DAY} {_MONTH}\b",
        rf"\b{_MONTH} {_DAY}\b",
        rf"\b{_RELATIVE}\b",
        rf"\b{_AGAIN}\b",
        rf"\b(?:in|by|of|since|until|before|after|during|the) (?P<bare>{_MONTH})(?= |,|\.|$)",
        rf"(?<![0-9.,/-]){_YEAR}(?![0-9/–-]|\.[0-9])",
    )
)  # most precise first
_STEPS = {"yesterday": -1, "today": 0, "tomorrow": 1}
_NEAR = 400  # characters over which a year goes on


@dataclass(frozen=True, slots=True)
class Dated:
    """A date expression: where it stands, and its value as an ISO date or interval."""

    span: Span
    value: str


def dates(text: str, today: str = "", start: int = 0, end: int | None = None) -> tuple[Dated, ...]:
    """Find the dates of a stretch of text, in order.

    "12 Feb 2020" gives a day, "February 2022" a month, "2008" a year, "between 2008 and 2022"
    an interval ``2008/2022``, "early 2025" its first quarter, "late 2025" its last, "mid-2025"
    the two between. A day or month without a year, "Wednesday", "yesterday" and "last month"
    count from `today` (an ISO date; the latest such day not after it) and give nothing where
    that is not known. Day-first is read where a number is no month. Overlaps: the first
    pattern, most precise first, wins. A day or month without a year takes that of the last
    dated day or month within 400 characters before it, else the year that puts it nearest to
    `today`. "That day", "the next day", "a year later" and the like count from the last date
    within 400 characters before. Linear.

    Examples
    --------
    >>> [d.value for d in dates("In December 2021, not early 2025, on Wednesday", "2024-03-14")]
    ['2021-12', '2025-01/2025-03', '2024-03-13']
    """
    stop = len(text) if end is None else end
    taken = bytearray(len(text))
    found: list[Dated] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(text, start, stop):
            first, last = match.span()
            value = "" if any(taken[first:last]) else _value(match, today)
            if value:
                taken[first:last] = b"\1" * (last - first)
                found.append(Dated(Span(first, last), value))
    return tuple(_with_years(sorted(found, key=lambda each: each.span), today))


def _with_years(found: list[Dated], today: str) -> Iterator[Dated]:
    """Give dates without a year that of the last dated day or month close before.

    Else the year that puts them nearest to the document's own day. One that no calendar has
    is left out.
    """
    before: Dated | None = None
    for each in found:
        near = before is not None and each.span.start - before.span.end < _NEAR
        if each.value.startswith("="):
            value = _counted(before.value, each.value) if before is not None and near else ""
            each = Dated(each.span, value)  # noqa: PLW2901  # the same words, with their date
            if not value:
                continue
        if not each.value.startswith("?"):
            before = each if re.fullmatch(r"\d{4}(-\d\d){0,2}", each.value) else before
            yield each
            continue
        year = before.value[:4] if before is not None and near else _nearest(each.value, today)
        value = year + each.value[1:]
        if year and (len(value) < 10 or _as_date(value)):
            yield Dated(each.span, value)


def _counted(before: str, words: str) -> str:
    """Give the day, month or year that words count from the last date: "the next day".

    "" where that date is less precise than what is counted.

    >>> _counted("2024-03-14", "=that month"), _counted("2024", "=that day")
    ('2024-03', '')
    """
    unit = next(name for name in ("day", "month", "year") if name in words)
    length = {"day": 10, "month": 7, "year": 4}[unit]
    if len(before) < length:
        return ""
    forward = any(word in words for word in ("next", "following", "later", "after"))
    back = any(word in words for word in ("previous", "earlier", "before"))
    return _stepped(before[:length], forward - back)


def _stepped(value: str, steps: int) -> str:
    """Give a day, month or year so many later, to the same precision."""
    if len(value) == 10:
        return _moved(date.fromisoformat(value), steps).isoformat()
    months = int(value[:4]) * 12 + (int(value[5:7]) - 1 + steps if value[5:7] else steps * 12)
    year, month = divmod(months, 12)
    return f"{year:04d}-{month + 1:02d}" if value[5:7] else f"{year:04d}"


def _nearest(value: str, today: str) -> str:
    """Give the year that puts a month ("?-06" or "?-06-14") nearest to a day; "" for no day."""
    if not re.match(r"\d{4}", today):
        return ""
    month = int(today[5:7] or value[2:4])
    apart = int(value[2:4]) - month
    return f"{int(today[:4]) + (apart < -6) - (apart > 6):04d}"


def _value(match: re.Match[str], today: str) -> str:
    """Give the value of a date as written; "?" for a year that it leaves out."""
    groups = {key: value.lower() for key, value in match.groupdict().items() if value}
    if "iso" in groups:
        return _checked(groups["iso"])
    if "from" in groups:
        return f"{groups['from']}/{groups['until']}"
    if "part" in groups:
        return _part(groups["part"], groups["year"])
    if "again" in groups:
        return "=" + groups["again"]
    if "relative" in groups:
        return _relative(groups["relative"], today)
    return _day_of(groups)


def _day_of(groups: dict[str, str]) -> str:
    """Give a day, month or year of the calendar."""
    year, day = groups.get("year", "?"), int(groups.get("day", 0))
    month = int(groups["num"]) if "num" in groups else _month(groups.get("month", ""))
    if not month:
        return groups.get("year", "")
    value = f"{year}-{month:02d}" + (f"-{day:02d}" if day else "")
    return value if year == "?" or not day else _checked(value)


def _checked(iso: str) -> str:
    """Give a day that exists; of one that does not, the year."""
    return iso if _as_date(iso) is not None else iso[:4]


def _as_date(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


def _month(name: str) -> int:
    return next((at for at, month in enumerate(_MONTHS, 1) if name and month[:3] == name[:3]), 0)


def _part(part: str, year: str) -> str:
    first, last = {"early": ("01", "03"), "late": ("10", "12"), "mid": ("04", "09")}[part]
    return f"{year}-{first}/{year}-{last}"


def _relative(words: str, today: str) -> str:
    """Give the day, month or year that words mean on a day; "" where that is not known."""
    now = _as_date(today)
    if now is None:
        return ""
    weekday = next((at for at, name in enumerate(_DAYS) if words.endswith(name)), None)
    if weekday is not None:
        back = (now.weekday() - weekday) % 7
        return _moved(now, -(back or (7 if words.startswith("last") else 0))).isoformat()
    if words in _STEPS or words.startswith("this"):
        return _moved(now, _STEPS.get(words, 0)).isoformat()
    if words == "last week":
        return _moved(now, -7).isoformat()[:7]
    if words == "last month":
        return _moved(now.replace(day=1), -1).isoformat()[:7]
    return f"{now.year - 1:04d}"


def _moved(day: date, days: int) -> date:
    """Give the day so many days later, or the day itself at either end of the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day
