"""What does a web page say, without its navigation?"""

import logging
import re
from html import unescape
from typing import Final

from tracktwo.documents.align import aligned
from tracktwo.documents.encoding import decoded
from tracktwo.documents.maintext import MainText
from tracktwo.documents.markup import visible
from tracktwo.documents.metadata import Metadata, one_line
from tracktwo.documents.offsets import composed
from tracktwo.documents.text import repaired

CHARSET: Final = re.compile(
    rb"<meta[^<>]{0,200}?charset\s*=\s*[\"']?\s*([a-zA-Z0-9_:-]{2,40})", re.IGNORECASE
)
RULE: Final = re.compile(r"^\|[-:| ]+\|\n?", re.MULTILINE)
"""The line that trafilatura draws under the head of a table."""

TITLE: Final = re.compile(r"<title[^<>]*>([^<>]*)<", re.IGNORECASE)
SITE: Final = re.compile(r" ?[|·–—-] ?([^|·–—]{2,60})")
ROW: Final = re.compile(r"^\| ?(.*?) ?\| *$", re.MULTILINE)
CELL: Final = re.compile(
    r"<(t[dh])\b[^<>]*>(?:(?!</?t[dh]\b).){0,5000}</\1>", re.IGNORECASE | re.DOTALL
)
BETWEEN_ITEMS: Final = re.compile(r"</li>\s*<li\b[^<>]*>", re.IGNORECASE)
LISTING: Final = re.compile(r"</?(?:ul|ol|li)\b[^<>]*>", re.IGNORECASE)
LAST_DAY: Final = "2100-12-31"
"""No page is published later: a fixed day, so that a reading does not depend on the clock."""


def read_html(data: bytes, charset: str = "") -> MainText:
    """Read the main text of a page: headings and paragraphs a line each, list items as "- item".

    The main text is what trafilatura (A. Barbaresi, ACL 2021 system demonstrations) takes for
    it. Where it finds none, or all there is, all text of the page is read, and a note says so.
    The map leads back to the page's source, word by word.

    Parameters
    ----------
    data : bytes
        The page.
    charset : str
        The encoding that the server declared; "" where it did not. What the page declares
        itself comes second.

    Examples
    --------
    >>> read_html(b"<html><body><p>No &quot;deal&quot;.</p></body></html>").text
    'No "deal".'
    """
    arrived = decoded(data, charset or _declared(data))
    source, first, notes = repaired(arrived.text)
    seen, second = visible(source)
    main, whole = _main_text(source), _tidy(seen)
    if "".join(main.split()) in {"", "".join(whole.split())}:  # then the page's own lines are best
        main = whole
        notes = (*notes, "all text of the page was read")
    third = aligned(main, seen)
    to_seen = composed(second, first, len(seen))
    return MainText(
        text=main,
        source=arrived.text,
        back=composed(third, to_seen, len(main)),
        encoding=arrived.encoding,
        notes=arrived.notes + notes,
        metadata=_metadata(source),
    )


def _declared(data: bytes) -> str:
    """Give the encoding that a page declares in its first 2048 bytes."""
    found = CHARSET.search(data[:2048])
    return found.group(1).decode("ascii") if found else ""


def _main_text(source: str) -> str:
    """Give the main text by trafilatura, "" where it finds none."""
    import trafilatura  # noqa: PLC0415 - heavy

    _quiet()
    try:
        text = trafilatura.extract(_listless(source), include_comments=False) or ""
    except Exception:  # noqa: BLE001 - hostile pages break it in many ways; all text is read then
        return ""
    return ROW.sub(r"\1", RULE.sub("", text)).strip()


def _listless(source: str) -> str:
    """Write lists in the cells of tables in one line; trafilatura drops them."""
    return CELL.sub(lambda cell: LISTING.sub(" ", BETWEEN_ITEMS.sub("; ", cell[0])), source)


def _metadata(source: str) -> Metadata:
    """Give what the page's head says of title, publisher, author and date."""
    from trafilatura.metadata import extract_metadata  # noqa: PLC0415 - heavy

    dates = {"original_date": True, "extensive_search": False, "max_date": LAST_DAY}
    try:
        found = extract_metadata(source, date_config=dates)
    except Exception:  # noqa: BLE001 - as above
        return Metadata()
    title = one_line(found.title)
    return Metadata(
        title,
        one_line(found.sitename) or _after_title(source, title),
        one_line(found.author),
        one_line(found.date),
    )


def _after_title(source: str, title: str) -> str:
    """Give the publisher that a page's title tag names after the title itself."""
    found = TITLE.search(source[:20_000])
    tag = one_line(unescape(found.group(1))) if found and title else ""
    site = SITE.fullmatch(tag.removeprefix(title)) if tag.startswith(title) else None
    return site.group(1) if site else ""


def _quiet() -> None:
    """Keep what the library logs of broken pages from the terminal."""
    for name in ("trafilatura", "htmldate", "courlan", "justext"):
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())


def _tidy(seen: str) -> str:
    """Give all text of a page, without empty lines and doubled spaces."""
    lines = (" ".join(line.split()) for line in seen.split("\n"))
    return "\n".join(line for line in lines if line)
