"""Who appears in a document? Every name in it, as an actor, with the places where it stands."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from tracktwo.actors.actor import Actor
from tracktwo.actors.naming import same_person, strip_titles, surname
from tracktwo.actors.registry import Registry
from tracktwo.reading.demonyms import Demonyms
from tracktwo.reading.names import Name, names
from tracktwo.reading.passages import Passage
from tracktwo.reading.roster import Roster, family_keys
from tracktwo.reading.unknown_states import recognised

_EMPLOYER = re.compile(r"(?<!\s)\s+(?:at|with|for)\s+")
_PAST = re.compile(r"\b(?:former|ex|late|retired|deposed|ousted)\b", re.IGNORECASE)
_OF = re.compile(r"(?<!\s)\s+of\s+(?:the\s+)?")
_ADJECTIVE = re.compile(r"\w+(?=\s+[a-z])")


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """One place where an actor is named: tokens ``[start, end)`` of a passage."""

    passage: int
    start: int
    end: int
    actor: str


@dataclass(frozen=True, slots=True)
class Cast:
    """The actors of one document and where they are named.

    Attributes
    ----------
    registry : Registry
        The actors that are known without the document.
    actors : dict of str to Actor
        Those of the document by id, in the order in which they were found.
    mentions : tuple of Mention
        In order of place.
    """

    registry: Registry
    actors: dict[str, Actor] = field(default_factory=dict)
    mentions: tuple[Mention, ...] = ()
    _demonyms: Demonyms = field(init=False, repr=False, compare=False)
    _families: dict[str, list[Actor]] = field(init=False, repr=False, compare=False)
    _bodies: dict[str, Actor] = field(init=False, repr=False, compare=False)
    _sides: dict[str, Actor] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the actors by their names."""
        families: dict[str, list[Actor]] = defaultdict(list)
        for actor in self.actors.values():
            for key in family_keys(actor.name) if actor.type == "person" else ():
                families[key].append(actor)
        bodies = [each for each in reversed(self.actors.values()) if each.type != "person"]
        object.__setattr__(self, "_demonyms", Demonyms.of(self.actors.values()))
        object.__setattr__(self, "_families", families)
        object.__setattr__(self, "_bodies", {each.name.casefold(): each for each in bodies})
        object.__setattr__(self, "_sides", {})

    def named(self, passage: int, token: int) -> Actor | None:
        """Give the actor whose name covers a token."""
        found = self.mention(passage, token)
        return None if found is None else self.actors[found.actor]

    def mention(self, passage: int, token: int) -> Mention | None:
        """Give the name that covers a token. Logarithmic time."""
        at = bisect_right(self.mentions, (passage, token), key=_begin) - 1
        found = self.mentions[at] if at >= 0 else None
        inside = found is not None and found.passage == passage and token < found.end
        return found if inside else None

    def within(self, passage: int) -> Sequence[Mention]:
        """Give the mentions of a passage."""
        first = bisect_left(self.mentions, (passage, 0), key=_begin)
        return self.mentions[first : bisect_left(self.mentions, (passage + 1, 0), key=_begin)]

    def before(self, passage: int, token: int) -> Iterator[tuple[Mention, Actor]]:
        """Give the mentions before a place, nearest first."""
        for at in range(bisect_left(self.mentions, (passage, token), key=_begin) - 1, -1, -1):
            yield self.mentions[at], self.actors[self.mentions[at].actor]

    def by_adjective(self, word: str) -> Actor | None:
        """Give the actor that an adjective means: "Russian", or "Torvayan" where Torvay appears."""
        return self.registry.by_adjective(word) or self._demonyms.bearer(word)

    def bearer(self, name: str) -> Actor | None:
        """Give the actor of a document that bears a name, as a label or header writes it."""
        bare = strip_titles(name)[1] or name
        near = {a.id for key in family_keys(bare) for a in self._families.get(key, ())}
        for actor in (self.actors[ident] for ident in self.actors if ident in near):
            if same_person(bare, actor.name) or surname(actor.name).casefold() == bare.casefold():
                return actor
        return self.registry.lookup(name)

    def side(self, actor: Actor) -> Actor:
        """Give the party for which an actor speaks; itself where it speaks for none.

        That is whom it always speaks for, or for whom it holds an office; else the actor that
        the words of its office name, if he still holds it; else what the registry knows.
        """
        if self.actors.get(actor.id) is not actor:
            return self._side(actor)
        if actor.id not in self._sides:
            self._sides[actor.id] = self._side(actor)
        return self._sides[actor.id]

    def _side(self, actor: Actor) -> Actor:
        for ident in (actor.speaks_for, *(role.of for role in actor.roles)):
            found = (self.actors.get(ident) or self.registry.get(ident)) if ident else None
            if found is not None and found.id != actor.id:
                return found
        held = (role.title for role in actor.roles if not _PAST.search(role.title))
        titled = (self._of_title(title) for title in held)
        named = next((each for each in titled if each is not None and each.id != actor.id), None)
        return named or self.registry.speaks_for(actor) or actor

    def _of_title(self, title: str) -> Actor | None:
        """Give the actor that a title names: "Torvayan foreign minister", "Civic Union leader".

        Behind "of" the whole name counts; what stands behind "at", "with" or "for" is where
        somebody works, not for whom he speaks: "fellow at the Northern Policy Institute".
        """
        for words in _runs(re.sub(r"['’]s\b", "", title.casefold()).split()):
            if words in self._bodies:
                return self._bodies[words]
        office, *holders = _OF.split(_EMPLOYER.split(title, maxsplit=1)[0])
        named = [self.by_adjective(word) or self.registry.lookup(word) for word in office.split()]
        named += [self.registry.lookup(holder) for holder in holders]
        named += [self.by_adjective(first[0]) for h in holders if (first := _ADJECTIVE.match(h))]
        return next((each for each in named if each is not None), None)


def _begin(mention: Mention) -> tuple[int, int]:
    return mention.passage, mention.start


def _runs(words: list[str]) -> Iterator[str]:
    """Give the runs of words of a phrase, the longest first, then from left to right."""
    for length in range(len(words), 0, -1):
        for start in range(len(words) - length + 1):
            yield " ".join(words[start : start + length])


def cast(passages: tuple[Passage, ...], registry: Registry) -> Cast:
    """Find every name in the passages, and put the names of one actor together.

    Names come from the registry, from the parser's named entities, and from capitalised words
    beside an office ("its chair, Hanna Yildreth"). A surname belongs to the first person in the
    document who bears it. What the parser calls now a person and now a place is what it calls
    it most often. Time is linear in the text.
    """
    found = recognised((n for passage in passages for n in names(passage, registry)), passages)
    labels = _settled_labels(found)
    roster = Roster(registry)
    for name in found:
        known = registry.get(name.known) if name.known else None
        if known is not None:
            roster.add(known)
    resolved = _resolved(found, labels, roster, [passage.parse.text for passage in passages])
    mentions = [
        Mention(n.passage, n.start, n.end, n.known or resolved[n.text, labels[n.text]])
        for n in found
    ]
    mentions += _overlooked(passages, roster.actors, mentions)
    return Cast(registry, roster.actors, tuple(sorted(mentions)))


def _settled_labels(found: Iterable[Name]) -> dict[str, str]:
    """Give each name the label that it gets most often; one beside an office counts thrice."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for name in found:
        votes[name.text][name.label] += 3 if name.title else 1
    return {text: max(sorted(vote), key=vote.__getitem__) for text, vote in votes.items()}


def _resolved(
    found: list[Name], labels: dict[str, str], roster: Roster, texts: list[str]
) -> dict[tuple[str, str], str]:
    """Give the actor's id for each name and label: full names first, then those of one word.

    Short names that the text gives in brackets are taken in between, and once more at the end.
    """
    words = {name.text: len(strip_titles(name.text)[1].split()) for name in found}
    fullest = sorted((n for n in found if not n.known), key=lambda n: -words[n.text])
    resolved: dict[tuple[str, str], str] = {}
    shortened = False
    for name in fullest:
        if not shortened and words[name.text] <= 1:
            roster.shorten(texts)
            shortened = True
        key = name.text, labels[name.text]
        if key not in resolved:
            resolved[key] = roster.settle(name, labels[name.text])
        roster.give_role(resolved[key], name)
    roster.shorten(texts)
    return resolved


def _overlooked(
    passages: tuple[Passage, ...], actors: dict[str, Actor], mentions: list[Mention]
) -> Iterator[Mention]:
    """Find the words by which known actors are named where the parser saw no name."""
    words = _single_words(actors.values())
    taken = {(m.passage, at) for m in mentions for at in range(m.start, m.end)}
    for passage in passages:
        for token in passage.parse:
            ident = words.get(token.text) if token.text[:1].isupper() else None
            if ident is not None and (passage.number, token.i) not in taken:
                yield Mention(passage.number, token.i, token.i + 1, ident)


def _single_words(actors: Collection[Actor]) -> dict[str, str]:
    """Give the single words that name an actor: surnames, and names and aliases of bodies."""
    people = [each for each in actors if each.type == "person" and " " in each.name]
    found = {surname(each.name): each.id for each in people}
    for actor in actors:
        if actor.type != "person":
            forms = (form for form in (actor.name, *actor.aliases) if " " not in form)
            found |= {form: actor.id for form in forms if len(form) > 2}
    return found
