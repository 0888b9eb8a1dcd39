"""What of a page's source would a reader see?"""

import html
import re
from collections.abc import Iterator
from typing import Final

from tracktwo.documents.common_words import words
from tracktwo.documents.offsets import Edit, OffsetMap, edited

MARK: Final = re.compile(
    r"<!--|\n"
    r"|</?([a-zA-Z][a-zA-Z0-9:-]*+)(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+>"
    r"|<[!?][^<>]*>"
    r"|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});"
)
HIDDEN: Final = words("script style noscript template svg math title iframe object select")
"""Elements whose content nobody reads as text."""

INLINE: Final = words(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp "
    "small span strike strong sub sup time tt u var wbr"
)
"""Elements that end no word."""


def visible(source: str) -> tuple[str, OffsetMap]:
    r"""Take the tags out of a page's source.

    Comments, scripts and the like go; tags of blocks become line feeds, tags within lines
    nothing; character references become characters, line feeds spaces. What is left open
    reaches to the end of the source. No tree is built: time is linear.

    Parameters
    ----------
    source : str
        The source of a page, decoded.

    Returns
    -------
    str
        The text that is seen: a line feed wherever a block begins or ends, and spaces for those
        of the source.
    OffsetMap
        From its offsets to those of `source`.

    Examples
    --------
    >>> visible("<p>Gro&szlig;e <b>W</b>orte</p>")[0]
    '\nGroße Worte\n'
    """
    return edited(source, _edits(source))


def _edits(source: str) -> Iterator[Edit]:
    at = 0
    while mark := MARK.search(source, at):
        start, at, new = mark.start(), mark.end(), "\n"
        name = (mark.group(1) or "").lower()
        if mark.group() == "\n":
            new = " "
        elif mark.group().startswith("&"):
            new = html.unescape(mark.group())
        elif mark.group() == "<!--":
            at, new = _past(source, "-->", at), ""
        elif name in HIDDEN and not mark.group().startswith("</"):
            at = _past(source, f"</{name}[^<>]*>", at)
        elif name in INLINE:
            new = ""
        if new != mark.group():
            yield Edit(start, at, new)


def _past(source: str, end: str, at: int) -> int:
    """Give the place after the next match of the pattern `end`, or the end of the source."""
    place = re.compile(end, re.IGNORECASE).search(source, at)
    return place.end() if place else len(source)
