"""What do the first lines of a text say about where it comes from?"""

import re
from typing import Final

from tracktwo.documents.common_words import words
from tracktwo.documents.metadata import Metadata, one_line
from tracktwo.documents.written_date import WrittenDate, written_date, written_dates

LINES: Final = 15
"""How many lines that are not empty are looked at."""

LONGEST: Final = 160
"""Characters of the longest line that may be a title or a byline."""

LABEL: Final = re.compile(r"([A-Z][A-Za-z ]{2,24}):\s*(\S.*)")
LABELS: Final = {
    "title": "title",
    "headline": "title",
    **dict.fromkeys(("author", "authors", "by", "written by", "byline"), "author"),
    **dict.fromkeys(
        ("publisher", "published by", "publication", "outlet", "newspaper"), "publisher"
    ),
    **dict.fromkeys(("date", "published", "published on", "publication date"), "date"),
    **dict.fromkeys(
        ("posted", "posted on", "issued", "released", "release date", "release"), "date"
    ),
}
BYLINE: Final = re.compile(
    r"By ((?:[A-Z][\w.’'-]*|(?:de|da|del|van|von|der|den|bin|al|el|la|le|and))"
    r"(?:,? (?:[A-Z][\w.’'-]*|(?:de|da|del|van|von|der|den|bin|al|el|la|le|and))){1,8})"
    r"(?:\s*[|·•–—]\s*(.*)|,\s+(.*))?"
)
BYLINE_PARTS: Final = re.compile(r"\s*[|·•–—]\s*")
STRAP: Final = re.compile(
    r"([A-Z][^|·•:\d]{2,60}?)\s*[|·•]\s*((?:(?:Last )?[A-Z][a-z]+:? )?[^|·•:]{6,40})"
)
DATELINE: Final = re.compile(
    r"[A-Z][A-Z .’'/-]{1,40}(?:, [A-Z][\w .]{1,30}?)??(?:,\s*|\s+)?(?P<date>[^()]{0,40}?)\s*"
    r"\((?P<agency>[A-Z][^()]{1,40})\)\s*[-–—]"
)
TRANSCRIPT: Final = re.compile(r"(?:Transcript|Interview): [\"“][^\"”]{1,80}[\"”], ([^,]{2,60}),")
OFFICE: Final = words(
    "ministry office department government embassy presidency secretariat administration "
    "chancellery directorate delegation mission"
)
AFTER_DATE: Final = re.compile(
    r"(?:,?\s*(?:at )?\d{1,2}[:.]\d{2}(?:\s*[A-Za-z]{1,5})?)?\s*[.)]?\s*"
)
BEFORE_DATE: Final = re.compile(
    r"(?:.*[,.|·•–—(]\s*)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s*)?", re.IGNORECASE
)


def masthead(text: str) -> Metadata:
    r"""Read title, publisher, author and date off the first fifteen lines of a text.

    Careful rather than complete; what is not plain stays empty.

    - *Title*: the first line, if it is short, has no full stop at its end and is neither a
      label nor a byline; in the release of an office, the first such line below the labels. A
      second line that goes on in lower case belongs to it.
    - *Labels*: ``Title:``, ``Author:``, ``Publisher:``, ``Published:``, ``Date:`` and the like.
    - *Byline*: ``By Ann Lee | Morning Post | 21/11/2020``.
    - *Strap line*: ``Morning Post | Published: 31 January 2025``.
    - *Dateline*: ``VELIM, March 14, 2024 (Midland Wire) -`` gives publisher and date.
    - *Transcript*: ``Transcript: "Morning Harbour", Coast Radio, 6 October 2022, 07:40``.
    - *Date*: otherwise a short line that ends in a day, after a comma, a stop or nothing.

    Dates are read as `written_date` does: ``03/04/2020`` gives the year alone.

    Examples
    --------
    >>> masthead("Talks stall\n\nLake Brun, 17.05.2019\n\nThe parties met.")
    Metadata(title='Talks stall', publisher='', author='', date='2019-05-17')
    """
    lines = [line for line in map(str.strip, text[:20_000].split("\n")) if line][:LINES]
    if not lines:
        return Metadata()
    found = _labelled(lines).or_else(_byline(lines)).or_else(_dateline(lines))
    found = found.or_else(_strap(lines)).or_else(_transcript(lines[0])).or_else(_office(lines))
    return found.or_else(Metadata(title=_title(lines), date=_dated(lines)))


def _labelled(lines: list[str]) -> Metadata:
    """Read lines such as "Author: Ann Lee"."""
    found: dict[str, str] = {}
    for line in lines:
        label = LABEL.fullmatch(line) if len(line) <= LONGEST else None
        name = LABELS.get(label.group(1).casefold()) if label else None
        value = label.group(2) if label else ""
        value = written_date(value) if name == "date" else one_line(value)
        if name and value:
            found.setdefault(name, value)
    return Metadata(**found)


def _byline(lines: list[str]) -> Metadata:
    """Read a line such as "By Ann Lee | Morning Post | 21/11/2020"."""
    for line in lines:
        byline = BYLINE.fullmatch(line) if len(line) <= LONGEST else None
        if byline is None or line.endswith((".", "!", "?")):
            continue
        parts = [part for part in BYLINE_PARTS.split(byline.group(2) or "") if part]
        dates = [written_date(part) for part in (*parts, byline.group(3) or "")]
        names = [part for part in parts if not written_date(part) and not part[0].isdigit()]
        return Metadata(
            author=byline.group(1), publisher=names[0] if names else "", date=max(dates, default="")
        )
    return Metadata()


def _strap(lines: list[str]) -> Metadata:
    """Read a line such as "Morning Post | Published: 31 January 2025"."""
    for line in lines:
        strap = STRAP.fullmatch(line) if len(line) <= LONGEST else None
        if strap and len(written_date(strap.group(2))) == 10:
            return Metadata(publisher=strap.group(1), date=written_date(strap.group(2)))
    return Metadata()


def _dateline(lines: list[str]) -> Metadata:
    """Read the start of an agency's report."""
    for line in lines:
        dateline = DATELINE.match(line, 0, 2 * LONGEST)
        if dateline:
            return Metadata(
                publisher=dateline.group("agency"), date=written_date(dateline.group("date"))
            )
    return Metadata()


def _transcript(line: str) -> Metadata:
    station = TRANSCRIPT.match(line)
    return Metadata(publisher=station.group(1)) if station else Metadata()


def _office(lines: list[str]) -> Metadata:
    """Read the head of a release: the office in capitals, and the title below its labels."""
    first = lines[0]
    if not first.isupper() or OFFICE.isdisjoint(first.casefold().split()):
        return Metadata()
    labels = [number for number, line in enumerate(lines) if LABEL.fullmatch(line)]
    below = lines[labels[-1] + 1 :] if labels else []
    return Metadata(publisher=first, title=_title(below) if len(below) > 1 else "")


def _title(lines: list[str]) -> str:
    """Give the title if the first line is one."""
    first = lines[0] if len(lines) > 1 else ""
    plain = first.removeprefix("# ")
    fits = (
        2 < len(plain) <= LONGEST and plain[-1] not in ".,;:-" and not plain.startswith(("- ", "“"))
    )
    label = LABEL.fullmatch(first)
    known = label is not None and label.group(1).casefold() in LABELS
    if not fits or known or BYLINE.fullmatch(first) or DATELINE.match(first):
        return ""
    second = lines[1]
    if second[0].islower() and len(second) <= LONGEST and second[-1] not in ".:;":
        plain = f"{plain} {second}"
    day = _ending_date(plain)
    return one_line(plain[: day.start].rstrip(" ,.|·–—(") or plain if day else plain)


def _dated(lines: list[str]) -> str:
    """Give the day in which a short line ends."""
    for line in lines:
        day = _ending_date(line) if len(line) <= LONGEST else None
        if day:
            return day.iso
    return ""


def _ending_date(line: str) -> WrittenDate | None:
    """Find a day at a line's end that stands by itself: after a comma, a stop or nothing."""
    for day in reversed(written_dates(line)):
        if len(day.iso) != 10 or not AFTER_DATE.fullmatch(line, day.end):
            return None
        return day if BEFORE_DATE.fullmatch(line, 0, day.start) else None
    return None
