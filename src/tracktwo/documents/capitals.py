"""Which lines are set in capitals, and how would they be written in a sentence?"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from tracktwo.documents.addresses import Addresses
from tracktwo.documents.common_words import FUNCTION_WORDS
from tracktwo.documents.name_evidence import WORD
from tracktwo.documents.offsets import Edit

_OPENING: Final = re.compile(
    r"[\W\d]{0,8}([A-Z]{2,20}(?:[B-DF-HJ-NP-TV-Z]S|ES|ED|ING))(( [A-Z]{2,20})* [a-z])"
)
"""A verb in capitals ("DEMANDS", "CALLS UPON", "RECALLING") before small letters."""


def capital_edits(text: str, known: Addresses) -> Iterator[Edit]:
    r"""Give the edits that write lines set in capitals as a sentence would be, in order of place.

    A line of two words or more without any small letter is written small, but for its first
    letter, what the text elsewhere writes as a name, and what it elsewhere writes in capitals
    beside small letters (acronyms). A line that opens with a verb in capitals ("DEMANDS that",
    "CALLS UPON the parties") has only that written small. A word whose length would
    change stays. Linear time.

    Parameters
    ----------
    text : str
        Any text.
    known : Addresses
        The addresses of `text`.

    Examples
    --------
    >>> text = "The Union met NATO.\nTHE UNION AND NATO DEMAND\n"
    >>> [edit.new for edit in capital_edits(text, Addresses((), ()))]
    ['The', 'Union', 'and', 'demand']
    """
    if not any(_shouts(line) or _opens(line) for line in text.split("\n")):
        return
    seen = Counter(WORD.findall("\n".join(each for each in text.split("\n") if not _shouts(each))))
    start = 0
    for line in text.split("\n"):
        edits = _line(line, seen) if _shouts(line) else _opening(line)
        for at, word in edits:
            if word != line[at : at + len(word)] and not known.cover(start + at):
                yield Edit(start + at, start + at + len(word), word)
        start += len(line) + 1


def _shouts(line: str) -> bool:
    """Tell whether a line holds two words or more and no small letter."""
    return line.isupper() and len(WORD.findall(line)) > 1


def _opens(line: str) -> bool:
    return _OPENING.match(line) is not None


def _line(line: str, seen: Counter[str]) -> Iterator[tuple[int, str]]:
    """Give the words of a line in capitals as a sentence writes them, with their places."""
    for count, place in enumerate(WORD.finditer(line)):
        word = place[0]
        small, name = word.lower(), word.capitalize()
        if len(small) != len(word) or (seen[word] and len(word) > 1):
            continue
        named = seen[name] > seen[small] and small not in FUNCTION_WORDS
        yield place.start(), name if count == 0 or named else small


def _opening(line: str) -> Iterator[tuple[int, str]]:
    """Give the words in capitals with which a line of small letters opens."""
    opening = _OPENING.match(line)
    if opening is None:
        return
    for place in WORD.finditer(line, opening.start(1), opening.end(2) - 1):
        small = place[0].lower() in FUNCTION_WORDS
        yield place.start(), place[0].lower() if small else place[0].capitalize()
