"""Where in a text do addresses stand, in which no dot or colon is punctuation?"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

SIGN: Final = re.compile(r"://|@|www\.|\\|mailto:")
REST: Final = re.compile(r"\S*")


@dataclass(frozen=True, slots=True)
class Addresses:
    """The stretches of a text that are web, mail or file addresses, in order of place."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def cover(self, place: int) -> bool:
        """Tell whether the character at `place` belongs to an address."""
        last = bisect_right(self.starts, place) - 1
        return last >= 0 and place < self.ends[last]


def addresses(text: str) -> Addresses:
    """Find the addresses of a text: words between spaces that hold a sign of an address.

    Linear time.

    Examples
    --------
    >>> addresses("see https://a.org/x,y or write to me@b.org").starts
    (4, 34)
    """
    starts: list[int] = []
    ends: list[int] = [0]
    for sign in SIGN.finditer(text):
        if sign.start() < ends[-1]:
            continue
        start = sign.start()
        while start > ends[-1] and not text[start - 1].isspace():
            start -= 1
        rest = REST.match(text, sign.end())
        starts.append(start)
        ends.append(rest.end() if rest else sign.end())
    return Addresses(tuple(starts), tuple(ends[1:]))
