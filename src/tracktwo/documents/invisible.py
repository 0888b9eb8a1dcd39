"""Which characters would trip a parser that a reader does not even see?"""

import re
from collections.abc import Iterator
from typing import Final

from tracktwo.documents.offsets import Edit

UNSEEN: Final = re.compile(
    # without width
    "([\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe0e\ufe0f\ufeff]+)"
    # controls and spaces
    "|([\x00-\x09\x0b-\x1f\x7f-\x84\x86-\x9f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+)"
    "|([\x85\u2028\u2029]+)"  # line ends
    "|([\ud800-\udfff]+)"  # halves of characters, which no parser takes
)


def invisible_edits(text: str) -> Iterator[Edit]:
    r"""Give the edits that leave only letters, signs, spaces and line feeds, in order of place.

    Soft hyphens, zero-width and direction marks go. Control characters, tabs and the
    typographic spaces become a space each, other line separators a line feed each, lone
    surrogates U+FFFD each, so all but the first kind keep the length. Linear time.

    Examples
    --------
    >>> list(invisible_edits("Uk\u00adraine\u00a0and"))
    [Edit(start=2, end=3, new=''), Edit(start=8, end=9, new=' ')]
    """
    for place in UNSEEN.finditer(text):
        length = place.end() - place.start()
        new = ("", " " * length, "\n" * length, "\ufffd" * length)[(place.lastindex or 1) - 1]
        yield Edit(place.start(), place.end(), new)
