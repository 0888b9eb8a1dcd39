"""Who appears in a document? Every name in it, as an actor, with the places where it stands."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tracktwo.actors.actor import Actor, ActorType, Role
from tracktwo.actors.naming import same_person, slug, strip_titles, surname
from tracktwo.actors.registry import Registry
from tracktwo.reading.grammar import children, noun_phrase, preposition
from tracktwo.reading.passages import Passage

if TYPE_CHECKING:
    from spacy.tokens import Span as Stretch
    from spacy.tokens import Token

_TYPES: dict[str, ActorType] = {
    "PERSON": "person", "ORG": "organisation", "GPE": "state", "NORP": "group", "LOC": "region",
}  # fmt: skip
_PERSON_NOUN = re.compile(
    r"(?i)\b(minister|president|premier|chancellor|leader|chief|chair\w*|head|envoy|secretary|"
    r"spokes\w+|director|governor|mayor|senator|negotiator|mediator|ambassador|analyst|general|"
    r"commander|king|queen|commissioner|representative|fellow|official|co-\w+|deputy)\b"
)
_ACRONYM = re.compile(
    r"\(\s*[“\"]?(?:hereinafter\s+)?[“\"]?(?:the\s+)?([^()“”\"]{2,30}?)[”\"]?\s*\)"
)
_DEMONYM = re.compile(r"(?:n|an|ian|ean|ish|ese|i|ic|er)s?$")


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an actor is named: tokens ``[start, end)`` of a passage."""

    passage: int
    start: int
    end: int
    actor: str


@dataclass(frozen=True, slots=True)
class Cast:
    """The actors of one document and where they are named, in order."""

    registry: Registry
    actors: dict[str, Actor]
    mentions: tuple[Mention, ...]
    epithets: frozenset[str] = frozenset()

    def named(self, passage: int, token: int) -> Actor | None:
        """Give the actor whose name covers a token."""
        for mention in self.mentions:
            if mention.passage == passage and mention.start <= token < mention.end:
                return self.actors[mention.actor]
        return None

    def before(self, passage: int, token: int) -> Iterator[tuple[Mention, Actor]]:
        """Give the mentions before a place, nearest first."""
        for mention in reversed(self.mentions):
            if (mention.passage, mention.start) < (passage, token):
                yield mention, self.actors[mention.actor]

    def by_adjective(self, word: str) -> Actor | None:
        """Give the actor that an adjective means: "Russian", or "Torvayan" where Torvay appears."""
        known = self.registry.by_adjective(word)
        if known is not None:
            return known
        bare = word.casefold().removesuffix("s")
        if not _DEMONYM.search(bare) or not word[:1].isupper():
            return None
        stems = ((actor, actor.name.split()[-1].casefold()) for actor in self.actors.values()
                 if actor.type in {"state", "organisation", "region"})  # fmt: skip
        found = [actor for actor, stem in stems if _derives(bare, stem)]
        return min(found, key=lambda actor: len(actor.name)) if found else None

    def side(self, actor: Actor, on: str = "") -> Actor:
        """Give the party for which an actor speaks; itself where it speaks for none."""
        for ident in (actor.speaks_for, *(role.of for role in actor.roles)):
            found = (self.actors.get(ident) or self.registry.get(ident)) if ident else None
            if found is not None and found.id != actor.id:
                return found
        titled = (self._of_title(role.title) for role in actor.roles)
        named = next((each for each in titled if each is not None and each.id != actor.id), None)
        return named or self.registry.speaks_for(actor, on) or actor

    def _of_title(self, title: str) -> Actor | None:
        """Give the actor that a title names: "Torvayan foreign minister", "Civic Union leader"."""
        folded = re.sub(r"['’]s\b", "", title.casefold())
        for actor in self.actors.values():
            if actor.type != "person" and actor.name.casefold() in folded:
                return actor
        words = (self.by_adjective(word) or self.registry.lookup(word) for word in title.split())
        return next((each for each in words if each is not None), None)


def _derives(adjective: str, stem: str) -> bool:
    """Tell whether an adjective can come from a name: "torvayan" from "torvay"."""
    shared = len(stem.rstrip("aeiouy")) if len(stem) > 4 else len(stem)
    return adjective != stem and shared >= 3 and adjective.startswith(stem[:shared])


@dataclass(frozen=True, slots=True)
class _Name:
    """A name as found, before names of the same actor are put together."""

    passage: int
    start: int
    end: int
    text: str
    label: str
    title: str = ""
    of: str = ""
    known: str = ""


def cast(passages: tuple[Passage, ...], registry: Registry, title: str = "") -> Cast:
    """Find every name in the passages, and put the names of one actor together.

    Names come from the registry, from the parser's named entities, and from capitalised words
    beside an office ("its chair, Hanna Yildreth"). A surname belongs to the last person before
    it who bears it. What the parser calls now a person and now a place is what it calls it
    most often. Time is linear in the text for a bounded number of actors.
    """
    names = [name for passage in passages for name in _names(passage, registry)]
    labels = _settled_labels(names)
    actors: dict[str, Actor] = {}
    resolved: dict[tuple[str, str], str] = {}
    full = sorted(
        (n for n in names if not n.known), key=lambda n: (-len(strip_titles(n.text)[1].split()),)
    )
    for name in (n for n in names if n.known):
        known = registry.get(name.known)
        if known is not None:
            actors.setdefault(known.id, known)
    shortened = False
    for name in full:
        if not shortened and " " not in strip_titles(name.text)[1]:
            actors, shortened = _aliased(actors, passages), True
        key = (name.text, labels[name.text])
        if key not in resolved:
            resolved[key] = _settle(name, labels[name.text], actors, registry)
        _add_role(actors, resolved[key], name)
    actors = _aliased(actors, passages)
    mentions = [
        Mention(n.passage, n.start, n.end, n.known or resolved[n.text, labels[n.text]])
        for n in names
    ]
    mentions += _overlooked(passages, actors, mentions)
    return Cast(registry, actors, tuple(sorted(mentions, key=lambda m: (m.passage, m.start))))


def _overlooked(
    passages: tuple[Passage, ...], actors: dict[str, Actor], mentions: list[Mention]
) -> Iterator[Mention]:
    """Find the words by which known actors are named where the parser saw no name."""
    words = {surname(a.name): a.id for a in actors.values() if a.type == "person" and " " in a.name}
    for actor in actors.values():
        if actor.type != "person":
            words |= {
                form: actor.id
                for form in (actor.name, *actor.aliases)
                if " " not in form and len(form) > 2
            }
    taken = {(m.passage, at) for m in mentions for at in range(m.start, m.end)}
    for passage in passages:
        for token in passage.parse:
            ident = words.get(token.text) if token.text[:1].isupper() else None
            if ident is not None and (passage.number, token.i) not in taken:
                yield Mention(passage.number, token.i, token.i + 1, ident)


def _settled_labels(names: Iterable[_Name]) -> dict[str, str]:
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        votes[name.text][name.label] += 3 if name.title else 1
    return {text: max(sorted(vote), key=vote.__getitem__) for text, vote in votes.items()}


def _settle(name: _Name, label: str, actors: dict[str, Actor], registry: Registry) -> str:
    """Give the id of the actor that a name means, adding it where it is new."""
    bare = strip_titles(name.text)[1] or name.text
    for actor in actors.values():
        if _same(bare, label, actor):
            return actor.id
    known = registry.lookup(bare)
    if known is not None and (label != "PERSON" or known.type == "person"):
        actors.setdefault(known.id, known)
        return known.id
    ident = slug(bare)
    actors.setdefault(ident, Actor(ident, bare, _TYPES.get(label, "organisation")))
    return ident


def _same(bare: str, label: str, actor: Actor) -> bool:
    folded = bare.casefold()
    if folded in {actor.name.casefold(), *(alias.casefold() for alias in actor.aliases)}:
        return True
    if actor.type == "person":
        return same_person(bare, actor.name)
    if label == "PERSON" and " " in bare:
        return False
    return len(folded) > 3 and actor.name.casefold().split()[-1] == folded


def _add_role(actors: dict[str, Actor], ident: str, name: _Name) -> None:
    actor = actors[ident]
    if not name.title or actor.type != "person" or any(r.title == name.title for r in actor.roles):
        return
    actors[ident] = replace(actor, roles=(*actor.roles, Role(name.title, of=name.of)))


def _aliased(actors: dict[str, Actor], passages: tuple[Passage, ...]) -> dict[str, Actor]:
    """Add the short names that the text itself gives: "(ISW)", "(hereinafter “Ansgar”)"."""
    named = {actor.name.casefold(): actor for actor in actors.values()}
    for passage in passages:
        text = passage.parse.text
        for match in _ACRONYM.finditer(text):
            before = text[: match.start()].rstrip().casefold()
            owner = next((a for key, a in named.items() if before.endswith(key)), None)
            short = match[1].strip()
            if owner is not None and short not in owner.aliases and not short[0].isdigit():
                current = actors[owner.id]
                actors[owner.id] = replace(current, aliases=(*current.aliases, short))
    return actors


def _names(passage: Passage, registry: Registry) -> list[_Name]:
    parse = passage.parse
    found: list[_Name] = []
    for start, end, actor in registry.find(parse.text):
        stretch = parse.char_span(start, end, alignment_mode="expand")
        if stretch is not None and not _is_adjective(stretch, registry):
            found.append(_Name(passage.number, stretch.start, stretch.end, stretch.text,
                               "KNOWN", known=actor.id))  # fmt: skip
    taken = {at for name in found for at in range(name.start, name.end)}
    for stretch, label in _entities(passage):
        tokens = set(range(stretch.start, stretch.end))
        if tokens & taken:
            if label != "PERSON" or len(stretch) < 2 or tokens <= taken:
                continue
            found = [n for n in found if not tokens & set(range(n.start, n.end))]
        taken |= tokens
        found.append(_titled(passage, stretch, label, registry))
    return sorted(found, key=lambda name: name.start)


def _is_adjective(stretch: "Stretch", registry: Registry) -> bool:
    word = stretch.text
    return (
        len(stretch) == 1 and registry.by_adjective(word) is not None and stretch.root.pos_ == "ADJ"
    )


def _entities(passage: Passage) -> Iterator[tuple["Stretch", str]]:
    parse = passage.parse
    for stretch in parse.ents:
        trimmed = _trimmed(stretch)
        if trimmed is None or stretch.label_ not in _TYPES or _is_no_name(trimmed):
            continue
        if stretch.label_ == "NORP" and trimmed.root.pos_ == "ADJ":
            continue
        yield trimmed, stretch.label_
    covered = {token.i for stretch in parse.ents for token in stretch if stretch.label_ in _TYPES}
    for run in _capitalised(passage):
        if not covered & set(range(run.start, run.end)) and not _is_no_name(run):
            beside = _beside_office(run)
            if beside or len(run) > 1:
                yield run, "PERSON" if beside else "ORG"


def _trimmed(stretch: "Stretch") -> "Stretch | None":
    """Leave out a leading article and a trailing genitive; None where no name is left."""
    start, end = stretch.start, stretch.end
    while start < end and (stretch.doc[start].pos_ in {"DET", "PUNCT", "PRON"}
                           or stretch.doc[start].lower_ in {"the", "mr", "ms", "mrs", "mr.", "ms."}):  # fmt: skip
        start += 1
    while start < end and (stretch.doc[end - 1].tag_ == "POS" or stretch.doc[end - 1].is_punct):
        end -= 1
    if start >= end or not any(token.text[:1].isupper() for token in stretch.doc[start:end]):
        return None
    return stretch.doc[start:end]


def _is_no_name(stretch: "Stretch") -> bool:
    """Tell whether a stretch is a mere title, or runs over a conjunction or verb."""
    if any(
        token.tag_ in {"IN", "VBD", "VBZ"} and token.lower_ not in {"of", "for", "on", "in"}
        for token in stretch
    ):
        return True
    return all(_PERSON_NOUN.fullmatch(token.text) for token in stretch[-1:]) and (
        len(stretch) < 4 and stretch.label_ != "ORG" or len(stretch) < 3
    )


def _capitalised(passage: Passage) -> Iterator["Stretch"]:
    """Give runs of proper nouns that the parser named nothing."""
    parse = passage.parse
    start = None
    for token in [*parse, None]:
        proper = (
            token is not None
            and token.pos_ == "PROPN"
            and token.text[:1].isupper()
            and not token.ent_type_
        )
        if proper and start is None:
            start = token.i if token is not None else None
        elif not proper and start is not None:
            end = token.i if token is not None else len(parse)
            yield parse[start:end]
            start = None


def _beside_office(run: "Stretch") -> bool:
    """Tell whether an office stands before a name, or beside it in apposition."""
    root = run.root
    if root.dep_ == "appos" and _PERSON_NOUN.search(
        " ".join(t.text for t in noun_phrase(root.head))
    ):
        return True
    return bool(run.start and _PERSON_NOUN.fullmatch(run.doc[run.start - 1].text))


def _titled(passage: Passage, stretch: "Stretch", label: str, registry: Registry) -> _Name:
    """Make a name of a stretch, with the title before or beside it and whose title it is."""
    titles, bare = strip_titles(stretch.text)
    head = stretch.root
    before = [t for t in head.subtree if t.i < stretch.start and stretch.start - t.i < 8
              and t.dep_ in {"compound", "amod", "nmod", "poss", "case", "det"}]  # fmt: skip
    title = " ".join(t.text for t in before if t.pos_ != "DET" and t.tag_ not in {"POS", "PRP$"})
    holder = head
    if head.dep_ == "appos" and label != "ORG":
        beside = [t for t in noun_phrase(head.head) if t.pos_ != "DET"]
        phrase = " ".join(t.text for t in beside)
        if _PERSON_NOUN.search(phrase):
            title, holder, label = phrase, head.head, "PERSON"
    for apposed in children(head, "appos") if label != "ORG" else []:
        phrase = " ".join(t.text for t in noun_phrase(apposed))
        if _PERSON_NOUN.search(phrase) and not title:
            title, holder = phrase, apposed
    title = f"{title} {titles}".strip() or _office_after(stretch)
    if title and _PERSON_NOUN.search(title):
        label = "PERSON"
    else:
        title = titles
    of = _holder(holder, registry)
    return _Name(passage.number, stretch.start, stretch.end, bare or stretch.text, label, title, of)


def _office_after(stretch: "Stretch") -> str:
    """Give the office that "as" adds to a name: "the election of Donald Trump as U.S. President"."""
    after = stretch.doc[stretch.end : stretch.end + 5]
    if not len(after) or after[0].lower_ != "as":
        return ""
    words = [token.text for token in after[1:]]
    ends = [at for at, word in enumerate(words) if _PERSON_NOUN.fullmatch(word)]
    return " ".join(words[: ends[0] + 1]) if ends else ""


def _holder(head: "Token", registry: Registry) -> str:
    """Give the id of the actor whose office a title names, "" where the registry knows none."""
    for token in head.subtree:
        if token.i <= head.i and token.dep_ in {"amod", "compound", "nmod", "poss"}:
            owner = registry.by_adjective(token.text) or registry.lookup(token.text)
            if owner is not None:
                return owner.id if owner.type != "government" else owner.speaks_for
    of = preposition(head, "of")
    if of is not None:
        owner = registry.lookup(" ".join(t.text for c in of.children for t in c.subtree))
        return owner.id if owner is not None else ""
    return ""


def bearer(cast_: Cast, name: str) -> Actor | None:
    """Give the actor of a document that bears a name, as a label or header writes it."""
    bare = strip_titles(name)[1] or name
    people = [a for a in cast_.actors.values() if a.type == "person"]
    for actor in people:
        if same_person(bare, actor.name) or surname(actor.name).casefold() == bare.casefold():
            return actor
    return cast_.registry.lookup(name)
