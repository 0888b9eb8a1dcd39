"""Which sentences begin in lower case?"""

import re
from collections.abc import Iterator
from typing import Final

from tracktwo.documents.addresses import Addresses
from tracktwo.documents.common_words import words
from tracktwo.documents.offsets import Edit

AFTER_STOP: Final = re.compile(r"(?<=[^\W_])\. +([a-z]+)(?=[ ,;’'\n])")
AT_LINE: Final = re.compile(r"(?:\A|(?<=\n\n)|(?<=[.!?”]\n))([a-z]+)(?=[ ,’'])")

ABBREVIATIONS: Final = words(
    """
    mr mrs ms dr prof gen col lt sgt capt maj adm sen rep gov pres amb hon rev st mt ft jr sr inc
    ltd co corp llc plc no nos vs etc al fig figs eq ch sec art arts para paras pp vol vols ed eds
    est approx ca cf resp incl excl max min dept univ jan feb mar apr jun jul aug sep sept oct nov
    dec mon tue wed thu fri sat sun viz ibid op cit tel ext nr tr sq km cm mm kg ph ie eg ex
    aka
    """
)
"""What a full stop may end without ending the sentence."""


def sentence_start_edits(text: str, known: Addresses) -> Iterator[Edit]:
    """Give the edits that put capitals at the start of sentences, in order of place.

    A sentence starts after a full stop and a space, unless the stop ends a number, an
    abbreviation or initials; and at the start of a line that is prose: it follows an empty line
    or the end of a sentence, has eight words or more and a sentence's end. Linear time.

    Parameters
    ----------
    text : str
        Any text, spaces after its full stops.
    known : Addresses
        The addresses of `text`.

    Examples
    --------
    >>> list(sentence_start_edits("Join us today. as tensions rise", Addresses((), ())))
    [Edit(start=15, end=16, new='A')]
    """
    starts = {place.start(1) for place in AFTER_STOP.finditer(text) if _ends(text, place.start())}
    starts |= {place.start(1) for place in AT_LINE.finditer(text) if _prose(text, place.start(1))}
    return (Edit(at, at + 1, text[at].upper()) for at in sorted(starts) if not known.cover(at))


def _ends(text: str, at: int) -> bool:
    """Tell whether the full stop at a place ends a sentence."""
    chunk = re.split(r"[\s(“\"]", text[max(0, at - 30) : at])[-1]
    word = chunk.casefold()
    return len(word) > 1 and "." not in word and not word.isdigit() and word not in ABBREVIATIONS


def _prose(text: str, start: int) -> bool:
    """Tell whether the line that starts at a place reads as a paragraph."""
    end = text.find("\n", start)
    line = (text[start:] if end < 0 else text[start:end]).rstrip()
    return line.count(" ") >= 7 and line[-1] in '.!?”"'
