"""Whom does an adjective mean that no list holds? "Torvayan", in a text about Torvay."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from tracktwo.actors.actor import Actor

_ENDING = re.compile(r"(?:n|an|ian|ean|ish|ese|i|ic|er)s?$")
_BEARERS = frozenset({"state", "organisation", "region"})
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Demonyms:
    """The states, bodies and regions of a document, by the stem of their name's last word."""

    _by_stem: dict[str, list[tuple[int, Actor]]] = field(repr=False)

    @classmethod
    def of(cls, actors: Iterable[Actor]) -> "Demonyms":
        """Index actors; those of another type have no adjective.

        >>> known = Demonyms.of([Actor("torvay", "Republic of Torvay", "state")])
        >>> known.bearer("Torvayans").name, known.bearer("Torvay"), known.bearer("torvayan")
        ('Republic of Torvay', None, None)
        """
        by_stem: dict[str, list[tuple[int, Actor]]] = defaultdict(list)
        for number, actor in enumerate(actors):
            if actor.type in _BEARERS:
                by_stem[stem(_last_word(actor))].append((number, actor))
        return cls(by_stem)

    def bearer(self, word: str) -> Actor | None:
        """Give the actor from whose name an adjective can come: the shortest, then the first."""
        bare = word.casefold().removesuffix("s")
        if not word[:1].isupper() or not _ENDING.search(bare):
            return None
        stems = (bare[:length] for length in range(_SHORTEST, len(bare) + 1))
        found = [
            (len(actor.name), number, actor)
            for stem in stems
            for number, actor in self._by_stem.get(stem, ())
            if _last_word(actor) != bare
        ]
        return min(found, default=(0, 0, None))[2]


def _last_word(actor: Actor) -> str:
    return actor.name.casefold().split()[-1]


def stem(name: str) -> str:
    """Give what an adjective keeps of a name: without its last vowels where it is long.

    >>> stem("kadra"), stem("torvay"), stem("oman")
    ('kadr', 'torv', 'oman')
    """
    return name.rstrip("aeiouy") if len(name) > 4 else name
