"""Whom does a free name mean? The actor of the gold file that it fits, leniently."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence

from evaluation.reading.gold import GoldActor

TITLES = {"the", "a", "an", "mr", "ms", "mrs", "dr", "s", "and"}
AUTHOR = {"", "author", "the author", "narrator", "text", "document", "article"}
POSSESSIVE = re.compile(r"'s?\b")


def folded(name: str) -> str:
    """Give a name without case, accents and possessive endings.

    >>> folded("Rennick’s  Ministry")
    'rennick ministry'
    """
    plain = unicodedata.normalize("NFKD", name).casefold().replace("’", "'")
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join(POSSESSIVE.sub(" ", plain).split())


def words_of(name: str) -> list[str]:
    """Give the words of a name up to a comma or a bracket, without articles and titles.

    >>> words_of("Dr. Ada Lind, envoy")
    ['ada', 'lind']
    """
    return [w for w in re.findall(r"\w+", re.split(r"[,(]", folded(name))[0]) if w not in TITLES]


def heads_of(name: str) -> set[str]:
    """Give the words that a short form keeps: the last one, and the last one before "of".

    >>> sorted(heads_of("the Council of Mountain States"))
    ['council', 'states']
    """
    words = words_of(name)
    heads = set(words[-1:])
    return heads | {words[words.index("of", 1) - 1]} if "of" in words[1:] else heads


class Roll:
    """The actors of one gold file, by name.

    A name means the actors who bear it; failing that, those with the same words; failing that,
    those of whose names it is a shorter or longer form that keeps a head. No name, and "the
    author", mean the author.
    """

    def __init__(self, actors: Sequence[GoldActor]) -> None:
        self._names = {actor.id: _forms(actor) for actor in actors}
        self._states = {
            actor.id: actor.speaks_for
            for actor in actors
            if actor.kind.startswith("government") and actor.speaks_for
        }
        named = {actor.name: actor.id for actor in actors}
        self._states = {who: named.get(state, state) for who, state in self._states.items()}

    def meant(self, name: str | None) -> set[str]:
        """Give the ids of the actors that a name can mean; none where nothing fits."""
        if name is None or folded(name) in AUTHOR:
            return {"author"}
        key, words = folded(name), words_of(name)
        return (
            self._where(lambda form: folded(form) == key)
            or self._where(lambda form: bool(words) and words_of(form) == words)
            or self._where(lambda form: _shortens(name, form) or _shortens(form, name))
        )

    def _where(self, fits: Callable[[str], bool]) -> set[str]:
        return {who for who, forms in self._names.items() if any(map(fits, forms))}

    def same(self, name: str | None, wanted: Iterable[str]) -> bool:
        """Tell whether a name means one of the actors wanted, or both mean one state."""
        return bool(self._with_states(self.meant(name)) & self._with_states(wanted))

    def _with_states(self, who: Iterable[str]) -> set[str]:
        """Add the state for which a government or a capital stands; nobody else stands for one."""
        ids = set(who)
        return ids | {self._states[each] for each in ids if each in self._states}


def _forms(actor: GoldActor) -> set[str]:
    forms = set(actor.names)
    words = words_of(actor.name)
    return forms | {words[-1]} if actor.kind.startswith("person") and len(words) > 1 else forms


def _shortens(short: str, long: str) -> bool:
    """Tell whether one name leaves out words of another and keeps a head of it."""
    fewer, more = set(words_of(short)), set(words_of(long))
    return bool(fewer) and fewer < more and bool(heads_of(long) & fewer)
