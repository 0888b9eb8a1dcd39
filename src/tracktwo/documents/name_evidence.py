"""How does a text itself write its names?"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from tracktwo.documents.common_words import words

WORD: Final = re.compile(r"[^\W\d_]+")
RUN: Final = re.compile(r"[A-Z][^\W\d_]*(?:[ -][A-Z][^\W\d_]*)*")
DETERMINERS: Final = words(
    "the a an this that these those his her its their our my your no any every some each"
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The names of a text, all in lower case, from places where no sentence begins.

    Attributes
    ----------
    names : mapping of str to int
        Last word of a name → how often it stands so, without "the", "a" or the like before it.
    pairs : mapping of (str, str) to int
        Two neighbours within a name → how often.
    things : frozenset of str
        Words of names that follow "the", "a" or the like.
    """

    names: Mapping[str, int]
    pairs: Mapping[tuple[str, str], int]
    things: frozenset[str]


def evidence(text: str) -> Evidence:
    """Collect how a text writes its names.

    Headings, in which most words have capitals, do not count, and neither does the first word
    of a sentence. A label before a colon at a line's start ("Archyde News Editor:") does.
    Linear time.

    Examples
    --------
    >>> dict(evidence("He saw Hanna Yildreth in Tolmet.").pairs)
    {('hanna', 'yildreth'): 1}
    """
    names: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    things: set[str] = set()
    for line in text.split("\n"):
        if _heading(line):
            continue
        for run in RUN.finditer(line):
            before = line[max(0, run.start() - 8) : run.start()]
            inside = before[-1:] == " " and (before[-2:-1].islower() or before[-2:-1] in {",", "’"})
            label = run.start() == 0 and line[run.end() : run.end() + 1] == ":"
            parts = WORD.findall(run.group().casefold())
            parts = parts if inside or label else parts[1:]  # the first may begin a sentence
            pairs.update(pairwise(parts))
            if inside and before.split()[-1].casefold() in DETERMINERS:
                things.update(parts)
            elif inside:
                names[parts[-1]] += 1
    return Evidence(names, pairs, frozenset(things))


def _heading(line: str) -> bool:
    """Tell whether a line has no full stop at its end and capitals on most of its words."""
    if len(line) > 200 or line.rstrip()[-1:] in {".", "!", "”", '"', ";"}:
        return False
    begins = [word[0] for word in WORD.findall(line)]
    return 2 * sum(map(str.isupper, begins)) > len(begins)
