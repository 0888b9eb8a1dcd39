"""Is this the name of the same person, and what is left of it without its titles?

Pure functions on names as they are written. None of them knows any real person; the words by
which they take names apart stand in ``data/words.toml``.
"""

import re
import tomllib
import unicodedata
from pathlib import Path

_APOSTROPHES = str.maketrans("", "", "'’ʼ`´‘")
_UNLETTERED = {"ß": "ss", "ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th"}

_WORDS: dict[str, list[str]] = tomllib.loads(
    (Path(__file__).parent / "data" / "words.toml").read_text("utf-8")
)
_OFFICES = frozenset(_WORDS["offices"])
_LONG_TITLES = tuple(tuple(title.split()) for title in _WORDS["long_titles"])
_HONORIFICS = frozenset(_WORDS["honorifics"])
_SUFFIXES = frozenset(_WORDS["suffixes"])
_PARTICLES = frozenset(_WORDS["particles"])
_FAMILY_FIRST = frozenset(_WORDS["family_first"])
COMMON_WORDS = frozenset(_WORDS["common_words"])  # names that need their first capital


def slug(name: str) -> str:
    """Make an id of a name: lower case, without accents, words joined by hyphens.

    Letters that have no Latin form are kept. A name without any letter or digit gives
    "unnamed". Two names can share a slug ("O'Neil", "Oneil").

    >>> slug("Côte d'Ivoire"), slug("Dr. Elena Sokolov"), slug("—")
    ('cote-divoire', 'dr-elena-sokolov', 'unnamed')
    """
    return "-".join(re.findall(r"[^\W_]+", _folded(name))) or "unnamed"


def strip_titles(name: str) -> tuple[str, str]:
    """Part a name from the titles and offices around it.

    Everything up to the last word of office goes with the titles, so that "Russian Foreign
    Minister" is one title. What follows a comma goes with them when it holds a word of office.
    A name that is nothing but a title is left whole, an article aside: the office is all we know.
    "President of Russia Vladimir Putin" is left whole too, since only a registry knows where
    the state's name ends.

    Returns
    -------
    str
        The titles as written, "" for none.
    str
        The bare name as written, with single spaces.

    Examples
    --------
    >>> strip_titles("Russian Foreign Minister Sergei Lavrov")
    ('Russian Foreign Minister', 'Sergei Lavrov')
    >>> strip_titles("Dr.Elena Sokolov, Senior Fellow and Analyst")
    ('Dr., Senior Fellow and Analyst', 'Elena Sokolov')
    >>> strip_titles("Martin Luther King Jr."), strip_titles("the President")
    (('', 'Martin Luther King Jr.'), ('the', 'President'))
    """
    head, comma, tail = _spaced(name).partition(", ")
    if comma and not _names_office(tail):
        head, tail = _spaced(name), ""
    words = head.split()
    cut = _title_length([_plain(word) for word in words])
    titles = ", ".join(part for part in (" ".join(words[:cut]), tail) if part)
    return titles, " ".join(words[cut:])


def surname(name: str) -> str:
    """Give the family name, with the particles that belong to it.

    It is the last word of the bare name, a suffix such as "Jr." left out; the first word where
    that is a family name that comes first ("Xi Jinping"). A single word is its own surname.

    >>> surname("President Vladimir Putin"), surname("Ursula von der Leyen"), surname("Xi Jinping")
    ('Putin', 'von der Leyen', 'Xi')
    """
    words = strip_titles(name)[1].split()
    while len(words) > 1 and _plain(words[-1]) in _SUFFIXES:
        words = words[:-1]
    if not words:
        return ""
    if len(words) > 1 and _plain(words[0]) in _FAMILY_FIRST:
        return words[0]
    at = len(words) - 1
    while at > 1 and _plain(words[at - 1]) in _PARTICLES:
        at -= 1
    return " ".join(words[at:])


def same_person(short: str, full: str) -> bool:
    """Tell whether a shorter name can be the person of the full one.

    True when, titles and case and accents aside, the names are equal; when the short one is the
    full one's surname; or when both share the surname and the short one's given names, or their
    initials, are among the full one's in order. The endings -y, -yy, -iy and -i count as one,
    since transliterations differ. A given name alone is never enough, nor is half of a
    hyphenated name. Where two people share a surname the caller has to choose.

    Examples
    --------
    >>> same_person("Putin", "Vladimir Putin"), same_person("Vladimir", "Vladimir Putin")
    (True, False)
    >>> same_person("dr. sokolov", "Dr. Elena Sokolov"), same_person("D. Trump", "Donald J. Trump")
    (True, True)
    >>> same_person("Zelenskyy", "Volodymyr Zelensky"), same_person("Ivan Putin", "Vladimir Putin")
    (True, False)
    """
    one, other = _key(short), _key(full)
    if not one or not other:
        return False
    if one == other:
        return True
    family = _key(surname(full))
    if one == family:
        return True
    if len(one) <= len(family) or _key(surname(short)) != family:
        return False
    return _in_order(_without(one, family), _without(other, family))


def _key(name: str) -> tuple[str, ...]:
    """Give the words of the bare name in the form in which they are compared."""
    words = [_plain(word) for word in strip_titles(name)[1].split()]
    kept = [word for word in words if word and word not in _SUFFIXES]
    return tuple(re.sub(r"[iyj]{1,2}$", "y", w) if len(w) > 3 else w for w in kept)


def _without(words: tuple[str, ...], family: tuple[str, ...]) -> tuple[str, ...]:
    """Give the given names: what is left when the family name is taken from either end."""
    return words[len(family) :] if words[: len(family)] == family else words[: -len(family)]


def _in_order(given: tuple[str, ...], among: tuple[str, ...]) -> bool:
    """Tell whether each given name, or its initial, comes up in order among the others."""
    rest = iter(among)
    return all(any(_alike(name, other) for other in rest) for name in given)


def _alike(name: str, other: str) -> bool:
    return name == other or (min(len(name), len(other)) == 1 and name[0] == other[0])


def _title_length(words: list[str]) -> int:
    """Count the words up to the end of the last title that leaves a name behind it."""
    cut = 0
    for at in range(len(words)):
        end = _title_end(words, at, cut)
        if end and _can_start_a_name(words[end:]):
            cut = max(cut, end)
    return cut


def _title_end(words: list[str], at: int, cut: int) -> int:
    """Give the end of the title that starts at a word, 0 where none does."""
    for long in _LONG_TITLES:
        if tuple(words[at : at + len(long)]) == long:
            return at + len(long)
    if words[at].rpartition(".")[2] in _OFFICES or (at == cut and words[at] in _HONORIFICS):
        return at + 1
    return 0


def _can_start_a_name(rest: list[str]) -> bool:
    return bool(rest) and rest[0] not in {"of", "for", "to", "and", "at", "in", "on", *_SUFFIXES}


def _names_office(words: str) -> bool:
    plain = [_plain(word) for word in words.split()]
    return any(word in _OFFICES or word == "fellow" for word in plain)


def _plain(word: str) -> str:
    """Fold a word and drop the stops and commas at its ends."""
    return _folded(word).strip('.,;:()"“”')


def _folded(text: str) -> str:
    """Give lower case without accents and apostrophes; folding twice changes nothing more."""
    once = unicodedata.normalize("NFKD", unicodedata.normalize("NFD", text).casefold())
    apart = unicodedata.normalize("NFKD", once.casefold())
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return "".join(_UNLETTERED.get(letter, letter) for letter in bare).translate(_APOSTROPHES)


def _spaced(name: str) -> str:
    """Put single spaces, also after an abbreviated title that runs into the name."""
    return " ".join(re.sub(r"(?<=[A-Za-z]{2}\.)(?=[^\W\d_]{2})", " ", name).split())
