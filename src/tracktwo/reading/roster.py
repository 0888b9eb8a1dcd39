"""Which actor of a document goes by a name, while they are still being gathered?"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from tracktwo.actors.actor import Actor, ActorType, Role
from tracktwo.actors.naming import same_person, slug, strip_titles, surname
from tracktwo.actors.registry import Registry
from tracktwo.reading.lexicon import lexicon
from tracktwo.reading.names import TYPES, Name

_ACRONYM = re.compile(
    r"\(\s{0,3}[“\"]?(?:hereinafter\s+)?[“\"]?(?:the\s+)?([^()“”\"]{2,30}?)[”\"]?\s{0,3}\)"
)
_COMPANY = re.compile(
    r",? (?:Ltd|Limited|Inc|LLC|plc|PLC|AG|SA|GmbH|Corp|Corporation|Co|NV|AB|SpA)\.?$"
)
_LONGEST_NAME = 120


@dataclass(slots=True)
class Roster:
    """The actors found so far, by id, in the order in which they were found.

    `registry` knows the actors that the document need not introduce. Each look-up takes time
    in those that share a word with the name, not in all of them.
    """

    registry: Registry
    actors: dict[str, Actor] = field(default_factory=dict)
    _order: dict[str, int] = field(default_factory=dict)
    _keys: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    _given: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def add(self, actor: Actor) -> None:
        """Take an actor in, unless its id is taken."""
        if actor.id in self.actors:
            return
        self.actors[actor.id] = actor
        self._order[actor.id] = len(self._order)
        for key in _keys(actor):
            self._keys[key].append(actor.id)
        if actor.type == "person" and " " in actor.name:
            self._given[actor.name.casefold().split()[0]].append(actor.id)

    def settle(self, name: Name, label: str) -> str:
        """Give the id of the actor that a name means: the first that bears it, else a new one.

        A given name belongs to the one person who bears it, a surname to the first who does; the
        last word of a body's name to that body. A name that the registry knows is that actor's,
        but a person's is no state's.
        """
        titles, bare = strip_titles(name.text)
        bare = bare or name.text
        label = "PERSON" if _is_personal(f"{titles} {name.title}") else label
        given = self._by_given_name(bare) if label == "PERSON" else ""
        if given:
            return given
        keys = {bare.casefold(), *family_keys(bare)}
        near = {ident for key in keys for ident in self._keys.get(key, ())}
        for ident in sorted(near, key=self._order.__getitem__):
            if _bears(self.actors[ident], bare, label):
                return ident
        known = self.registry.lookup(bare)
        if known is None or (label == "PERSON" and known.type != "person"):
            short = _COMPANY.sub("", bare)
            known = Actor(
                slug(bare), bare, _type_of(bare, label), (short,) if short != bare else ()
            )
        self.add(known)
        return known.id

    def _by_given_name(self, bare: str) -> str:
        """Give the id of the one person with a given name; "" where none or several bear it."""
        found = self._given.get(bare.casefold(), [])
        return found[0] if len(found) == 1 else ""

    def give_role(self, ident: str, name: Name) -> None:
        """Add the office that stands beside a name to the person who bears it."""
        actor = self.actors[ident]
        held = any(role.title == name.title for role in actor.roles)
        if name.title and actor.type == "person" and not held:
            role = Role(name.title, of=name.of)
            self.actors[ident] = replace(actor, roles=(*actor.roles, role))

    def shorten(self, texts: Iterable[str]) -> None:
        """Take in the short names that texts give in brackets: "(TMC)", "(the “Council”)"."""
        named = {actor.name.casefold(): actor.id for actor in self.actors.values()}
        for text in texts:
            for match in _ACRONYM.finditer(text):
                near = {named[words] for words in _endings(text[: match.start()]) if words in named}
                if near:
                    first = min(near, key=self._order.__getitem__)
                    self._add_alias(first, match[1].strip())

    def _add_alias(self, ident: str, short: str) -> None:
        actor = self.actors[ident]
        if short and not short[0].isdigit() and short not in actor.aliases:
            self.actors[ident] = replace(actor, aliases=(*actor.aliases, short))
            self._keys[short.casefold()].append(ident)


def _type_of(name: str, label: str) -> ActorType:
    """Give what the bearer of a name is: a newspaper or station by its name, else by the label."""
    words = name.casefold().split()
    papers = lexicon().words["media_names"]
    station = words[0] in {"radio", "television", "tv"}
    if (
        (label != "PERSON" or station)
        and len(words) > 1
        and not papers.isdisjoint({words[0], words[-1]})
    ):
        return "media"
    return TYPES.get(label, "organisation")


def _is_personal(titles: str) -> bool:
    """Tell whether only a person bears such a title: "Ms", "Dr.", "Cllr"."""
    words, held = lexicon().words, {each.strip(".").casefold() for each in titles.split()}
    return not held.isdisjoint(words["he"] | words["she"] | words["honorifics"])


def family_keys(name: str) -> set[str]:
    """Give the forms of a name under which a person of that family is looked for.

    Two names of one person share one of them: the surname, and the whole bare name for where
    that is all of a surname. Transliterations of an ending count as one, as in `same_person`.

    >>> sorted(family_keys("Mira Zelenskyy")), sorted(family_keys("Dr. Zelensky"))
    (['mira-zelensk', 'zelensk'], ['zelensk'])
    """
    return {
        re.sub(r"[iyj]{1,2}$", "", slug(part))
        for part in (surname(name), strip_titles(name)[1] or name)
    }


def heads(name: str) -> set[str]:
    """Give the nouns that can stand for a body's name: its last word, and the last before a link.

    >>> sorted(heads("Council of the Basin")), heads("Civic Union")
    (['basin', 'council'], {'union'})
    """
    words = re.findall(r"[^\W_]+", name.casefold())
    links = (words.index(link, 1) for link in ("of", "for", "on") if link in words[1:])
    return {*words[-1:], *(words[at - 1] for at in links)}


def _keys(actor: Actor) -> set[str]:
    """Give the keys under which an actor is looked for."""
    forms = {form.casefold() for form in (actor.name, *actor.aliases)}
    if actor.type == "person":
        return forms | family_keys(actor.name)
    return forms | heads(actor.name)


def _bears(actor: Actor, bare: str, label: str) -> bool:
    """Tell whether an actor goes by a bare name that the parser labels so."""
    folded = bare.casefold()
    if folded in {form.casefold() for form in (actor.name, *actor.aliases)}:
        return True
    if actor.type == "person":
        return same_person(bare, actor.name)
    if label == "PERSON" and " " in bare:
        return False
    return len(folded) > 3 and folded in heads(actor.name)


def _endings(text: str) -> Iterator[str]:
    """Give what a text ends with, folded, from each word of its last few on."""
    tail = text[-_LONGEST_NAME:].rstrip().casefold()
    return (tail[match.start() :] for match in re.finditer(r"(?<!\w)\S", tail))
