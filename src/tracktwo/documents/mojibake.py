"""Which words were written in one encoding and read in another, and what did they say?

"Putinâ€™s" is "Putin’s". The repair is that of ftfy (R. Speer, 2019), line by line.
"""

import re
from collections.abc import Iterator
from typing import Final

from tracktwo.documents.offsets import Edit

FOREIGN: Final = re.compile(r"[^\x00-\x7f]+")
SUSPECT: Final = re.compile(r"[ÂÃÅÄÎÏÐÑØÙâãðï×\x80-\x9f][^\x00-\x7f]|[ÃÂ] ")


def mojibake_edits(text: str) -> Iterator[Edit]:
    """Give the edits that repair wrongly read letters, in order of place.

    A line is touched only when it is plainly wrong: ftfy finds letters in it that stand
    together in no language. Clean text gives no edit, whatever its language. Linear time.

    Examples
    --------
    >>> list(mojibake_edits("Putinâ€™s café"))
    [Edit(start=5, end=8, new='’')]
    """
    if SUSPECT.search(text) is None:
        return
    at = 0
    for line in text.split("\n"):
        if SUSPECT.search(line) is not None:
            yield from _line_edits(line, at)
        at += len(line) + 1


def _line_edits(line: str, at: int) -> Iterator[Edit]:
    from ftfy import TextFixerConfig, fix_encoding  # noqa: PLC0415 - only damaged text needs it

    fixed = fix_encoding(line, TextFixerConfig(replace_lossy_sequences=False))
    if fixed == line:
        return
    if FOREIGN.split(line) != FOREIGN.split(fixed):
        start = _shared(line, fixed)
        tail = _shared(line[start:][::-1], fixed[start:][::-1])
        yield Edit(at + start, at + len(line) - tail, fixed[start : len(fixed) - tail])
        return
    for place, new in zip(FOREIGN.finditer(line), FOREIGN.findall(fixed), strict=True):
        if place.group() != new:
            yield Edit(at + place.start(), at + place.end(), new)


def _shared(one: str, other: str) -> int:
    """Count the characters with which both begin."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
