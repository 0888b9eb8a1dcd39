"""Which names and titles lost their capital?"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from tracktwo.documents.addresses import Addresses
from tracktwo.documents.common_words import COMMON, FUNCTION_WORDS, ROLES, words
from tracktwo.documents.name_evidence import DETERMINERS, WORD, Evidence, evidence
from tracktwo.documents.offsets import Edit

TITLE: Final = re.compile(r"(?<![\w@/.-])(?<!\d )(?:dr|mr|mrs|ms|prof)(?:\. ?| )(?=[A-Z][a-z])")
ACRONYM: Final = re.compile(r" \(([A-Z]{2,8})\)")
SMALL: Final = words("of the for and in on to a")
ENDINGS: Final = ("n", "an", "ian", "ese", "i", "ish")
"""What turns the name of a place into that of its people."""


def casing_edits(text: str, names: frozenset[str], known: Addresses) -> Iterator[Edit]:
    """Give the edits that put lost capitals back into names and titles, in order of place.

    A lower-case word gets its capital back when

    - it is one of `names`, or two neighbours are part of one; or
    - the text elsewhere writes it as a name within a sentence, at least twice, never with an
      article, and more than twice as often as in lower case ("putin"); or
    - it stands before a capitalised word with which the text elsewhere makes a name
      ("northern League"), or after one, then twice if it is an ordinary word or comes after an
      abbreviation; a word that is not ordinary, at least a third as often as in lower case; or
    - it is the adjective of a place that the text names, and the text has it with a capital
      as well ("kadran", where "Kadra" is a name); or
    - it is a title before a name ("dr. Elena"); or
    - initials in brackets after a name ask for it ("Institute for the Study of war (ISW)").

    Other ordinary words, roles ("president") and words in addresses stay. Linear time.

    Parameters
    ----------
    text : str
        Any text.
    names : frozenset of str
        Names known beforehand, as they are written.
    known : Addresses
        The addresses of `text`.

    Examples
    --------
    >>> list(casing_edits("the ukraine war", frozenset({"Ukraine"}), Addresses((), ())))
    [Edit(start=4, end=11, new='Ukraine')]
    """
    found = {edit.start: edit for edit in _acronym_edits(text)}
    found |= {place.start(): _capital(text, place.start()) for place in TITLE.finditer(text)}
    found |= {edit.start: edit for edit in _name_edits(text, names)}
    return (edit for at, edit in sorted(found.items()) if not known.cover(at))


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a text with their places, and what is known of names.

    `single` and `several` lead from a lower-case name, or two neighbours in one, to how it is
    written; `capital` holds every capitalised word, in lower case.
    """

    text: str
    places: list[tuple[int, str]]
    single: dict[str, str]
    several: dict[tuple[str, str], tuple[str, str]]
    seen: Evidence
    lower: Counter[str]
    capital: frozenset[str]


def _name_edits(text: str, names: frozenset[str]) -> Iterator[Edit]:
    """Repair the words that are names, known before or by the text's own evidence."""
    places = [(place.start(), place.group()) for place in WORD.finditer(text)]
    lower = Counter(word for _, word in places if word.islower())
    capital = frozenset(word.casefold() for word in {word for _, word in places if word.istitle()})
    single, several = _spellings(names)
    known = _Words(text, places, single, several, evidence(text), lower, capital)
    candidates = _candidates(known)
    for index, (at, word) in enumerate(places):
        if word in candidates and _stands_alone(text, at, at + len(word)):
            written = _written(known, index)
            if written != word:
                yield Edit(at, at + len(word), written)


def _spellings(
    names: frozenset[str],
) -> tuple[dict[str, str], dict[tuple[str, str], tuple[str, str]]]:
    single = {name.casefold(): name for name in names if WORD.fullmatch(name)}
    several = {
        (one.casefold(), other.casefold()): (one, other)
        for name in names
        for parts in [WORD.findall(name)]
        for one, other in pairwise(parts)
        if one[0].isupper() and other[0].isupper()
    }
    return single, several


def _candidates(known: _Words) -> frozenset[str]:
    """Give the lower-case words of the text that some rule may touch."""
    neighbours = {word for pair in (*known.several, *known.seen.pairs) for word in pair}
    named = {word for word in known.lower if _is_name(known, word) or _is_people(known, word)}
    return frozenset(known.lower.keys() & (known.single.keys() | neighbours | named))


def _written(known: _Words, index: int) -> str:
    """Give a lower-case word as it should be written."""
    word = known.places[index][1]
    before, after = _neighbour(known, index, -1), _neighbour(known, index, 1)
    for pair, part in (((before.casefold(), word), 1), ((word, after.casefold()), 0)):
        if pair in known.several:
            return known.several[pair][part]
    if word in known.single:
        return known.single[word]
    if word in FUNCTION_WORDS or word in ROLES:
        return word
    pairs = known.seen.pairs
    leads = pairs.get((word, after.casefold()), 0) if after[:1].isupper() else 0
    ends = pairs.get((before.casefold(), word), 0) if before[:1].isupper() else 0
    common = word in COMMON
    twice = common or before.isupper()  # "NATO summit" is no name, though "NATO Summit" may be
    part = max(leads, ends - twice) >= (1 if common else max(1, known.lower[word] / 3))
    alone = _is_name(known, word) and before.casefold() not in DETERMINERS
    named = part or alone or _is_people(known, word)
    return word[0].upper() + word[1:] if named else word


def _neighbour(known: _Words, index: int, step: int) -> str:
    """Give the word before or after, "" where more than a space or a hyphen lies between."""
    if not 0 <= index + step < len(known.places):
        return ""
    (start, one), (end, _) = sorted((known.places[index], known.places[index + step]))
    between = known.text[start + len(one) : end]
    return known.places[index + step][1] if between in {" ", "-"} else ""


def _is_name(known: _Words, word: str) -> bool:
    times = known.seen.names.get(word, 0)
    clear = word not in COMMON and word not in known.seen.things
    return times >= 2 and clear and times > 2 * known.lower[word]


def _is_people(known: _Words, word: str) -> bool:
    """Tell whether a word is the adjective of a place that the text names."""
    return (
        word in known.capital
        and word not in COMMON
        and any(
            word.endswith(ending)
            and len(word) - len(ending) > 3
            and known.seen.names.get(word.removesuffix(ending), 0) > 0
            for ending in ENDINGS
        )
    )


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Tell whether a word is no part of a path, a tag, a code or the name of a site."""
    before, after = text[max(0, start - 1) : start], text[end : end + 2]
    glued = before.isdigit() or after[:1].isdigit() or before in {*"/\\@#_&=."}
    return (
        not glued
        and after[:1] not in {*"/\\@_="}
        and not (after[:1] == "." and after[1:].islower())
    )


def _acronym_edits(text: str) -> Iterator[Edit]:
    """Repair the words before their own initials in brackets, if most have a capital already."""
    for place in ACRONYM.finditer(text):
        letters = place.group(1)
        before = WORD.finditer(text, max(0, place.start() - 120), place.start())
        asked = [word for word in before if word.group() not in SMALL][-len(letters) :]
        initials = "".join(word.group()[0] for word in asked)
        have = sum(letter.isupper() for letter in initials)
        if initials.upper() == letters and initials[0].isupper() and 2 * have > len(letters):
            yield from (_capital(text, word.start()) for word in asked if word.group()[0].islower())


def _capital(text: str, at: int) -> Edit:
    return Edit(at, at + 1, text[at].upper())
