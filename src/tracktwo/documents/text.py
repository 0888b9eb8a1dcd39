"""What does a plain text file say?"""

import re
from collections.abc import Iterator
from typing import Final

from tracktwo.documents.encoding import decoded
from tracktwo.documents.maintext import MainText
from tracktwo.documents.mojibake import mojibake_edits
from tracktwo.documents.offsets import Edit, OffsetMap, composed, edited

RETURNS: Final = re.compile(r"\r\n?")


def read_text(data: bytes, charset: str = "") -> MainText:
    r"""Read plain text in any encoding.

    A clean UTF-8 file with Unix line ends comes out as it went in, with the identity as map.
    Otherwise the text is fixed once: line ends become ``\n``, wrongly read letters are put
    right, and the map leads back to the decoded text.

    Parameters
    ----------
    data : bytes
        The whole file.
    charset : str
        The encoding that a header declares; "" where none does.

    Examples
    --------
    >>> main = read_text(b"two\r\nlines")
    >>> main.text, main.back.span(4, 9)
    ('two\nlines', (5, 10))
    """
    arrived = decoded(data, charset)
    text, back, notes = repaired(arrived.text)
    return MainText(text, arrived.text, back, arrived.encoding, arrived.notes + notes)


def repaired(source: str) -> tuple[str, OffsetMap, tuple[str, ...]]:
    """Put line ends and wrongly read letters right.

    Returns
    -------
    str
        The text, repaired.
    OffsetMap
        From its offsets to those of `source`.
    tuple of str
        A note for each kind of repair.
    """
    ended, first = edited(source, _line_ends(source))
    edits = list(mojibake_edits(ended))
    text, second = edited(ended, edits)
    notes = (
        *(["line ends became line feeds"] if len(first.made) > 1 else []),
        *([f"{len(edits)} places of wrongly read letters repaired"] if edits else []),
    )
    return text, composed(second, first, len(text)), notes


def _line_ends(source: str) -> Iterator[Edit]:
    return (Edit(place.start(), place.end(), "\n") for place in RETURNS.finditer(source))
