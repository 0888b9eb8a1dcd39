"""When? Dates in a text, to the precision it gives, relative ones from the document's own date."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tracktwo.documents.document import Span

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august",
           "september", "october", "november", "december")  # fmt: skip
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH = r"(?P<{0}>jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?\.?|july?\.?|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
_YEAR = r"(?P<{0}>(?:1[6-9]|20)\d\d)"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?P<iso>(?:1[6-9]|20)\d\d-\d\d-\d\d)\b",
        r"\b(?P<day>\d{1,2})(?:st|nd|rd|th)?(?: of)? " + _MONTH.format("month") + r",? " + _YEAR.format("year") + r"\b",
        r"\b" + _MONTH.format("month") + r" (?P<day>\d{1,2})(?:st|nd|rd|th)?,? " + _YEAR.format("year") + r"\b",
        r"\b(?P<day>\d{1,2})\.(?P<num>\d{1,2})\." + _YEAR.format("year") + r"\b",
        r"\bbetween " + _YEAR.format("from") + r" and " + _YEAR.format("until") + r"\b",
        r"\b(?:from )?" + _YEAR.format("from") + r"(?: to |–|-)" + _YEAR.format("until") + r"\b",
        r"\b(?P<part>early|late|mid)[- ]" + _YEAR.format("year") + r"\b",
        r"\b" + _MONTH.format("month") + r",? (?:of )?" + _YEAR.format("year") + r"\b",
        r"\b(?P<day>\d{1,2})(?:st|nd|rd|th)? " + _MONTH.format("month") + r"\b",
        r"\b" + _MONTH.format("month") + r" (?P<day>\d{1,2})(?:st|nd|rd|th)?\b",
        r"\b(?P<relative>today|yesterday|tomorrow|this (?:morning|afternoon|evening)|last (?:week|month|year|autumn|spring|summer|winter)|(?:on |last )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
        r"\b(?:in|by|of|since|until|before|after|during|the) (?P<bare>" + _MONTH.format("month") + r")(?= |,|\.|$)",
        r"(?<![\d.,/-])" + _YEAR.format("year") + r"(?![\d/–-]|\.\d)",
    )
)  # fmt: skip


_NEAR = 400


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
    full date within 400 characters before it, else the document's. Linear.

    Examples
    --------
    >>> [d.value for d in dates("In December 2021, not early 2025, on Wednesday", "2024-03-14")]
    ['2021-12', '2025-01/2025-03', '2024-03-13']
    """
    stop = len(text) if end is None else end
    taken: list[Span] = []
    found: list[Dated] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(text, start, stop):
            span = Span(*match.span())
            value = _value(match, today)
            if value and not any(span.overlap(other) for other in taken):
                taken.append(span)
                found.append(Dated(span, value))
    return tuple(_with_years(sorted(found, key=lambda each: each.span), today))


def _with_years(found: list[Dated], today: str) -> Iterator[Dated]:
    """Give the year to dates without one: that of the last full date close before, else the document's.

    A day that would lie after the document's own date is of the year before.
    """
    before: Dated | None = None
    for each in found:
        if not each.value.startswith("?"):
            before = each
            yield each
            continue
        near = before is not None and each.span.start - before.span.end < _NEAR
        year = before.value[:4] if before is not None and near else today[:4]
        if not re.fullmatch(r"\d{4}", year):
            continue
        value = _checked(year + each.value[1:])
        if not near and value > today and each.value.count("-") == 2 and len(today) == 10:
            value = _checked(f"{int(year) - 1}{each.value[1:]}")
        yield Dated(each.span, value)


def _value(match: re.Match[str], today: str) -> str:
    groups = {key: value for key, value in match.groupdict().items() if value}
    if "iso" in groups:
        return _checked(groups["iso"])
    if "from" in groups:
        return f"{groups['from']}/{groups['until']}"
    if "part" in groups:
        return _part(groups["part"].lower(), groups["year"])
    if "relative" in groups:
        return _relative(groups["relative"].lower(), today)
    month = int(groups["num"]) if "num" in groups else _month(groups.get("month", ""))
    year = groups.get("year", "")
    if not month:
        return year
    if not year:
        day = int(groups.get("day", 0))
        return f"?-{month:02d}-{day:02d}" if day else f"?-{month:02d}"
    return (
        _checked(f"{year}-{month:02d}-{int(groups['day']):02d}")
        if "day" in groups
        else f"{year}-{month:02d}"
    )


def _checked(iso: str) -> str:
    try:
        return date.fromisoformat(iso).isoformat()
    except ValueError:
        return iso[:4]


def _month(name: str) -> int:
    folded = name.lower()[:3]
    return next(
        (at for at, month in enumerate(_MONTHS, 1) if folded and month.startswith(folded)), 0
    )


def _part(part: str, year: str) -> str:
    first, last = {"early": ("01", "03"), "late": ("10", "12"), "mid": ("04", "09")}[part]
    return f"{year}-{first}/{year}-{last}"


def _day(today: str) -> date | None:
    try:
        return date.fromisoformat(today)
    except ValueError:
        return None


def _relative(words: str, today: str) -> str:
    now = _day(today)
    if now is None:
        return ""
    for at, name in enumerate(_DAYS):
        if words.endswith(name):
            back = (now.weekday() - at) % 7
            return (
                now - timedelta(days=back or (7 if words.startswith("last") else 0))
            ).isoformat()
    steps = {"yesterday": -1, "tomorrow": 1}
    if words in steps or words.split()[0] in {"today", "this"}:
        return (now + timedelta(days=steps.get(words, 0))).isoformat()
    if words == "last week":
        return (now - timedelta(days=7)).isoformat()[:7]
    if words == "last month":
        return (now.replace(day=1) - timedelta(days=1)).isoformat()[:7]
    return str(now.year - 1)


def clause_date(found: tuple[Dated, ...], sentence: Span, content: tuple[Span, ...]) -> str:
    """Give the date of an act: the first in its sentence that stands outside its content."""
    for each in _within(found, sentence):
        if not any(part.overlap(each.span) for part in content):
            return each.value
    return ""


def leading_date(found: tuple[Dated, ...], text: str, start: int) -> str:
    """Give the date that heads an entry of a chronology: "30 May 2023: …", "2008 – …"."""
    first = next((each for each in found if each.span.start >= start), None)
    if first is None or text[start : first.span.start].strip(" *_-•"):
        return ""
    return first.value if re.match(r"\s*[:–—-]\s|\s*\.\s", text[first.span.end :][:4]) else ""


def _within(found: tuple[Dated, ...], span: Span) -> Iterator[Dated]:
    return (each for each in found if span.covers(each.span))
