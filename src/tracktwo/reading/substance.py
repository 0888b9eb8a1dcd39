"""What is asked, apart from its wording? Do two demands ask the same?"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache, lru_cache

from tracktwo.reading.lexicon import lexicon
from tracktwo.reading.numerals import numbers

_WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")
_STEM = 6
_ENDS = frozenset({"end", "close"})
_BY_THE = re.compile(r"\b(?:by|until|till|at|before|towards?) (?:the|its) \Z", re.IGNORECASE)
_TERMS = ("times", "measured")
_DENIALS = frozenset({"no", "not", "never", "without", "nobody", "none", "refrain"})


@dataclass(frozen=True, slots=True)
class Asked:
    """What some words ask.

    Attributes
    ----------
    core : frozenset of str
        The words that tell what, each for all its forms and its synonyms; names among them.
    terms : frozenset of str
        By when, how long and how much, in words.
    amounts : frozenset of Decimal
        The numbers.
    names : frozenset of str
        The names, without their endings: "Russian" and "Russia" are one.
    denied : bool
        Whether it asks that something not be.
    """

    core: frozenset[str]
    terms: frozenset[str] = frozenset()
    amounts: frozenset[Decimal] = frozenset()
    names: frozenset[str] = frozenset()
    denied: bool = False


@lru_cache(maxsize=65536)
def asked(words: str) -> Asked:
    """Give what some words ask. Linear in the words.

    >>> found = asked("a halt to NATO’s enlargement within two years")
    >>> sorted(found.core), sorted(found.terms), sorted(found.names)
    (['expand', 'nato', 'stop'], ['year'], ['nato'])
    """
    known = lexicon().words
    core, terms, names, denied = set(), set(), set(), False
    counted = list(numbers(words))
    for place, match in enumerate(_WORD.finditer(words)):
        word = match[0].casefold()
        if word in _DENIALS:
            denied = True
        if _is_term(words, match):
            terms.add(stem(word))
            continue
        if word in known["common"] or any(n.start < match.end() <= n.end for n in counted):
            continue
        if _is_name(match[0], place):
            names.add(stem(word))
            core.add(stem(word))
        else:
            core.add(meaning(stem(word)))
    amounts = frozenset(each.value for each in counted)
    return Asked(frozenset(core), frozenset(terms), amounts, frozenset(names), denied)


def asked_by(words: str, parties: Iterable[str]) -> Asked:
    """Give what some words ask, without the names of those between whom it is asked.

    "that NATO rule out enlargement", asked of NATO, is "to rule out enlargement". Where nothing
    else is asked the names stay.

    >>> sorted(asked_by("that NATO rule out enlargement", ["NATO"]).core)
    ['expand', 'out', 'rule']
    """
    found = asked(words)
    named = {stem(word) for party in parties for word in party.split()} & found.names
    core = found.core - named
    if not named or not core:
        return found
    return replace(found, core=core, names=found.names - named)


def _is_term(words: str, match: re.Match[str]) -> bool:
    """Tell whether a word says how much, how long or by when; "an end to" does not."""
    word = match[0].casefold()
    if word in _ENDS:
        return _BY_THE.search(words, max(0, match.start() - 12), match.start()) is not None
    if match[0] == "may":
        return False
    known = lexicon().words
    return any(form in known[kind] for form in (word, word.removesuffix("s")) for kind in _TERMS)


def same(one: Asked, other: Asked) -> bool:
    """Tell whether two demands of one side ask the same. Symmetric.

    Six tenths of the words of the shorter lie in the longer, two at least or all of one, and a
    quarter of both together. What names other places or people, or the opposite ("open",
    "close"), is another demand; so is the denial of the same words. Amounts and times may
    differ: then the demand has changed.

    Examples
    --------
    >>> same(asked("a halt to enlargement"), asked("that enlargement stop by May"))
    True
    >>> same(asked("a cut in the herring quota"), asked("a rise in the herring quota"))
    False
    """
    if not same_words(one.core, other.core):
        return False
    if one.names and other.names and not one.names & other.names:
        return False
    if _opposed(one.core, other.core) or _opposed(other.core, one.core):
        return False
    return one.denied == other.denied or not _stops(one) ^ _stops(other) ^ one.denied ^ other.denied


def much_the_same(one: Asked, other: Asked) -> bool:
    """Tell whether two demands ask the same in much the same words.

    Three words at least, and two thirds of the shorter's, are in both, or all words of both:
    then it need not count that the one seems to be asked of somebody else than the other.
    """
    shared, smaller = len(one.core & other.core), min(len(one.core), len(other.core))
    nearly = (shared >= 3 and shared * 3 >= smaller * 2) or one.core == other.core
    return nearly and same(one, other)


def same_words(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether the smaller of two sets of words lies mostly in the larger.

    Six tenths of the smaller set, two words at least, or all of a set of one; and a quarter of
    both together.

    >>> same_words(frozenset({"troop", "leave", "valley"}), frozenset({"leave", "valley"}))
    True
    """
    shared = len(one & other)
    smaller = min(len(one), len(other))
    if not smaller or shared < min(2, smaller):
        return False
    return shared * 10 >= smaller * 6 and shared * 4 >= len(one | other)


def _stops(asking: Asked) -> bool:
    """Tell whether it asks that something end or be forbidden."""
    return not asking.core.isdisjoint(_stopping())


@cache
def _stopping() -> frozenset[str]:
    return frozenset(
        meaning(stem(word)) for word in ("stop", "ban", "lift", "withdraw", "renounce")
    )


def _opposed(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether one asks for the opposite of what the other does."""
    return any(
        not one.isdisjoint(up - other) and not other.isdisjoint(down - one)
        for up, down in _opposites()
    )


@cache
def _opposites() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    return tuple((_meanings(one), _meanings(other)) for one, other in lexicon().opposed)


def _meanings(words: Iterable[str]) -> frozenset[str]:
    return frozenset(meaning(stem(word)) for word in words)


@cache
def _synonyms() -> dict[str, str]:
    """Give for each stem of a group of synonyms that of the group's first word."""
    return {stem(word): stem(group[0]) for group in lexicon().synonyms for word in group}


def meaning(stemmed: str) -> str:
    """Give the stem that stands for a stem and its synonyms.

    >>> meaning(stem("enlargement")) == meaning(stem("expansion"))
    True
    """
    return _synonyms().get(stemmed, stemmed)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Give the first six letters of a word, its possessive and plural "s" left out.

    Crude, and the same for every text: "negotiate" meets "negotiations", "Russia" meets
    "Russian"; so do a few strangers ("confident", "confidential").

    >>> stem("negotiations"), stem("Russian"), stem("NATO’s"), stem("talks")
    ('negoti', 'russia', 'nato', 'talk')
    """
    low = word.casefold().removesuffix("’s").removesuffix("'s").rstrip("’'")
    if len(low) > 3 and not low.endswith("ss"):
        low = low.removesuffix("s")
    return low[:_STEM]


def _is_name(word: str, place: int) -> bool:
    """Tell whether a word is a name: with a capital, which the first word has anyway."""
    return word[:1].isupper() and (place > 0 or not word[1:].islower())
