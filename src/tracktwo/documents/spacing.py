"""After which punctuation is a space missing?"""

import re
from collections.abc import Iterator
from typing import Final

from tracktwo.documents.addresses import Addresses
from tracktwo.documents.common_words import words
from tracktwo.documents.offsets import Edit

GLUED: Final = re.compile(
    r"(?<=[^\W_])[.,;:!?](?=[^\W_]|“\w)|(?<=[.,!?…])”(?=[^\W_])|(?<=[”»])[.,;](?=[^\W\d_])"
)
WORD: Final = re.compile(r"[^\W\d_]*")

NAME_ENDS: Final = words(
    "com org net edu gov mil int info io eu uk html htm php pdf doc docx xls xlsx csv txt md json "
    "xml toml py js zip png jpg jpeg gif mp3 mp4"
)
"""What follows the dot in the name of a file or a site."""

OPENERS: Final = words(
    "the a an and but or as on if he she they we you this that these those there his her their "
    "our its for from with when while after before since until because although though however "
    "according meanwhile in what who how why which where not all both some many most such under "
    "during despite instead moreover then thus yet also only even once"
)
"""Words with which a sentence goes on, even in lower case, and that end no site's name."""


def spacing_edits(text: str, known: Addresses) -> Iterator[Edit]:
    """Give the edits that put missing spaces in, in order of place.

    A space goes in after a comma, semicolon, colon, question or exclamation mark or full stop
    that stands between two words, after a closing quotation mark that follows one of them, and
    after a comma, semicolon or full stop that follows such a mark.
    Numbers and times (``3.5``, ``60,000``, ``10:44``), addresses, names of files and sites, and
    abbreviations (``U.S.``, ``e.g.``) stay whole; the word glued to an abbreviation is parted
    from it. Where a full stop stands between two lower-case words, the second must be one
    that begins sentences: ``today.as`` is parted, ``orf.at`` is not. Linear time.

    Parameters
    ----------
    text : str
        Any text.
    known : Addresses
        The addresses of `text`.

    Examples
    --------
    >>> [edit.start for edit in spacing_edits("U.S.President on 3.5,then.", Addresses((), ()))]
    [4, 21]
    """
    for place in GLUED.finditer(text):
        at = place.start()
        closed = text[at] == "”" or text[at - 1] in "”»"
        if not known.cover(at) and (closed or _parts(text, at)):
            yield Edit(at + 1, at + 1, " ")


def _parts(text: str, at: int) -> bool:
    """Tell whether the sign at `at` parts two words."""
    before, sign, after = text[at - 1], text[at], text[at + 1]
    if after == "“":
        return True
    if sign == ".":
        return _full_stop_parts(text, at)
    if sign == ",":
        return not (before.isdigit() and after.isdigit())
    if sign == ";":
        return after.isalpha() and not _entity(text, at)
    if sign == ":":
        return after.isupper() and len(_left(text, at)) > 1
    return after.isalpha()


def _full_stop_parts(text: str, at: int) -> bool:
    left, right = _left(text, at), _right(text, at)
    if not right:
        return False
    if not left:
        return text[at - 1].isdigit() and right[0].isupper() and right[1:2].islower()
    initials = text[at - len(left) - 1 : at - len(left)] == "."
    if len(left) == 1:
        return len(right) > 1 and (initials or (left.isupper() and right.istitle()))
    if initials or right.casefold() in NAME_ENDS:
        return False
    if right[0].isupper():
        dotted = text[at + len(right) + 1 : at + len(right) + 2] == "."
        return len(right) > 1 or right in {"I", "A"} or (dotted and left.islower())
    return right in OPENERS and text[at + len(right) + 1 : at + len(right) + 2] in {"", " ", "\n"}


def _left(text: str, at: int) -> str:
    """Give the letters before a place."""
    start = at
    while start > 0 and text[start - 1].isalpha():
        start -= 1
    return text[start:at]


def _right(text: str, at: int) -> str:
    """Give the letters after the sign at a place."""
    place = WORD.match(text, at + 1)
    return place.group() if place else ""


def _entity(text: str, at: int) -> bool:
    """Tell whether a semicolon ends a character reference such as ``&amp;``."""
    return text[at - len(_left(text, at)) - 1 : at - len(_left(text, at))] == "&"
