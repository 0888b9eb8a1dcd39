"""Whom does a word mean? Names, pronouns, offices and unnamed speakers, as actors."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tracktwo.actors.actor import Actor
from tracktwo.actors.naming import slug
from tracktwo.documents.document import Span
from tracktwo.reading.cast import Cast
from tracktwo.reading.genders import Gender, gender_of
from tracktwo.reading.grammar import child, children, noun_phrase, object_of, preposition
from tracktwo.reading.lexicon import lexicon
from tracktwo.reading.offices import is_office
from tracktwo.reading.passages import Passage
from tracktwo.reading.pronouns import (
    BODIES,
    FIRST,
    HE,
    IT,
    PEOPLE,
    THEY,
    Fitting,
    last_of,
    owner_before,
    subject_before,
)
from tracktwo.reading.roster import heads

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOBODY = frozenset(
    {
        "which",
        "that",
        "who",
        "this",
        "these",
        "those",
        "there",
        "what",
        "one",
        "he/she",
        "following",
    }
)
_COLLECTIVE = frozenset({"many", "some", "others", "several", "few", "both", "critics", "most"})
_NAMING = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "X", "DET"})
_LONGEST_NAME = 90
_MONTHS = frozenset(
    {"January", "February", "March", "April", "May", "June", "July", "August", "September"}
    | {"October", "November", "December"}
)
_LONGEST_PHRASE = 30
_SENTENCES_BACK = 12
_TOKENS_BACK = 40
_LAST_DESCRIBED = 3


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody to whom a passage points: the actor, and the words that point.

    `candidates` are the names between which the text leaves the choice open; none where it
    does not.
    """

    actor: Actor
    mention: Span | None = None
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Speakers:
    """Whom the words of one document mean.

    `cast` knows the names; `added` keeps those whom the text only describes, by id; `genders`
    tells of whom their titles show whether they are he or she.
    """

    cast: Cast
    added: dict[str, Actor] = field(default_factory=dict)
    genders: Mapping[str, Gender] = field(default_factory=dict)
    _heads: dict[str, list[str]] = field(default_factory=dict, repr=False, compare=False)
    _others: dict[Gender, frozenset[str]] = field(init=False, repr=False, compare=False)
    _bodies: dict[str, list[Actor]] = field(init=False, repr=False, compare=False)
    _holders: dict[str, list[Actor]] = field(init=False, repr=False, compare=False)
    _registered: dict[str, list[Actor]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index bodies by the nouns that can stand for them, and people by their offices."""
        appearing = self.cast.actors.values()
        bodies = [each for each in appearing if each.type != "person"]
        people = [each for each in appearing if each.type == "person"]
        known = self.genders.items()
        she = frozenset(ident for ident, gender in known if gender == "she")
        object.__setattr__(self, "_others", {"he": she, "she": frozenset(self.genders) - she})
        object.__setattr__(self, "_bodies", _by_noun(bodies, lambda a: (a.name, *a.aliases)))
        object.__setattr__(self, "_holders", _by_office(people))
        object.__setattr__(self, "_registered", _by_office(self.cast.registry.actors))

    def voice(self, token: "Token", passage: Passage, first: Actor | None = None) -> Voice | None:
        """Give whom a noun or pronoun means, or None where it means nobody who could speak.

        A name means its bearer, an office with a name beside it the person. "he" and "she" mean
        the person last spoken of, subjects before others; "it" the last state or organisation;
        "they" the last collective. As the subject of a sentence they go on with that of the
        sentence before. "the ministry" means the actor whose name or title ends so. Whoever is
        left is an actor of its own, under the words that the text gives.

        Parameters
        ----------
        token : spacy Token
            The noun or pronoun.
        passage : Passage
            Where it stands.
        first : Actor or None
            Who says "I" there.
        """
        meant = self._meant(token, passage, first)
        mention = passage.span_of(noun_phrase(token)) if meant is not None else None
        if meant is None or mention is None or mention.end == mention.start:
            return meant
        return replace(meant, mention=mention)

    def side(self, ident: str) -> str:
        """Give the id of the party for which an actor of this document speaks, by its id."""
        actor = self.cast.actors.get(ident) or self.added.get(ident)
        return self.cast.side(actor).id if actor is not None else ident

    def is_other_gender(self, pronoun: str, actor: Actor) -> bool:
        """Tell whether "he" or "she" cannot mean an actor, by the titles that the text gives."""
        return actor.id in self._unfit(pronoun)

    def _meant(self, token: "Token", passage: Passage, first: Actor | None) -> Voice | None:
        word = token.lower_
        if word in FIRST:
            return _sure(first)
        if word == "whose":
            clause = next((each for each in token.ancestors if each.dep_ == "relcl"), None)
            return self._meant(clause.head, passage, first) if clause is not None else None
        if token.pos_ == "PRON" or word in IT | HE | THEY:
            return self._pronoun(token, passage)
        named = self._named(token, passage)
        if named is not None:
            return Voice(named)
        if token.pos_ not in _NAMING and word not in _COLLECTIVE:
            return None
        return self._described(token, passage)

    def _named(self, token: "Token", passage: Passage) -> Actor | None:
        """Give the actor named by a phrase: by its head, or by a person's name in apposition."""
        beside = [
            found
            for apposed in children(token, "appos")
            if (found := self.cast.named(passage.number, apposed.i)) is not None
        ]
        person = next((each for each in beside if each.type == "person"), None)
        own = person or self.cast.named(passage.number, token.i)
        if own is None and beside and token.text[:1].islower():
            return beside[0]
        return own

    def _pronoun(
        self, token: "Token", passage: Passage, back: int = _SENTENCES_BACK
    ) -> Voice | None:
        """Give whom a pronoun means, going back over so many sentences that it goes on with."""
        before = (owner_before(token) or subject_before(token)) if back else None
        if before is not None:
            who, types = _somebody(before[0]), before[1]
            held = (
                self._pronoun(who, passage, back - 1)
                if who.pos_ == "PRON" or who.lower_ in IT | HE
                else self._meant(who, passage, None)
            )
            fits = held is not None and held.actor.id not in self._unfit(token.lower_)
            if held is not None and held.actor.type in types and fits:
                return held
        return self._last(token, passage)

    def _unfit(self, pronoun: str) -> frozenset[str]:
        """Give the ids of those whom a pronoun cannot mean, since they are of another gender."""
        gender = gender_of(pronoun)
        return self._others[gender] if gender is not None else frozenset()

    def _holder_before(self, token: "Token", passage: Passage) -> tuple[int, Actor] | None:
        """Give the office-holder without a name who is the last subject before a pronoun.

        "The Minister dropped it; she now seeks …". With the place of the noun.
        """
        for at in range(token.i - 1, max(0, token.sent.start - _TOKENS_BACK) - 1, -1):
            each = token.doc[at]
            if each.dep_ in {"nsubj", "nsubjpass"} and is_office(each.text):
                if self.cast.named(passage.number, at) is not None:
                    return None
                meant = self._meant(each, passage, None)
                person = meant is not None and meant.actor.type == "person"
                fits = meant is not None and meant.actor.id not in self._unfit(token.lower_)
                return (at, meant.actor) if meant is not None and person and fits else None
        return None

    def _last(self, token: "Token", passage: Passage) -> Voice | None:
        """Give who was last spoken of, among those whom a pronoun can mean."""
        word = token.lower_
        found: tuple[Actor, ...] = ()
        if word in HE:
            holder = self._holder_before(token, passage)
            after = -1 if holder is None else holder[0]
            fitting = Fitting(PEOPLE, after=after, unfit=self._unfit(word))
            found = last_of(self.cast, token, passage, fitting)
            if holder is not None and (not found or len(found) > 1):
                return Voice(holder[1])
        elif word in IT:
            found = last_of(self.cast, token, passage, Fitting(BODIES - {"group"}))
            found = found or last_of(self.cast, token, passage, Fitting(BODIES))
        elif word in THEY:
            several = frozenset({"group", "organisation"})
            found = last_of(self.cast, token, passage, Fitting(several, plural=True))
        elif word in _COLLECTIVE:
            return _sure(self._group(token, passage, [token]))
        if not found:
            return None
        return Voice(found[0], candidates=tuple(a.name for a in found) if found[1:] else ())

    def _described(self, token: "Token", passage: Passage) -> Voice | None:
        """Give the actor of a description: "the Commission", "its chair", "two diplomats".

        "the institute" is also the one that the text last described so ("Darsa's marine
        institute"); where it has described several, they are candidates.
        """
        determiner = child(token, "det", "poss")
        known = self._by_head(token)
        if known is not None and (
            determiner is None or determiner.lower_ in {"the", "this", "that"}
        ):
            return Voice(known)
        phrase = noun_phrase(token)
        before = self._again(token, phrase)
        if before:
            names = tuple(each.name for each in before)
            return Voice(before[0], candidates=names if names[1:] else ())
        return _sure(self._new(token, passage, phrase))

    def _again(self, token: "Token", phrase: "list[Token]") -> list[Actor]:
        """Give those whom "the institute" can mean of whom the text described, the last first."""
        words = [each.lower_ for each in phrase]
        if token.tag_ != "NN" or words not in (["the", token.lower_], ["that", token.lower_]):
            return []
        found = self._heads.get(token.lower_, [])
        return [self.added[ident] for ident in reversed(found)][:_LAST_DESCRIBED]

    def _new(self, token: "Token", passage: Passage, phrase: "list[Token]") -> Actor | None:
        owner = child(token, "poss") if len(phrase) < _LONGEST_PHRASE else None
        held = self._meant(owner, passage, None) if owner is not None else None
        side = self.cast.side(held.actor) if held is not None else None
        if side is not None:
            holder = self._holder(side, token.lower_)
            if holder is not None or token.lower_ in lexicon().words["own_side"]:
                return holder or side
        return self._group(token, passage, phrase)

    def _holder(self, side: Actor, office: str) -> Actor | None:
        """Give who holds an office of a party: "its president", where just one is known to."""
        for holders in (self._holders, self._registered):
            found = [a for a in holders.get(office, ()) if self.cast.side(a).id == side.id]
            if found:
                return found[0] if len(found) == 1 else None
        return None

    def _by_head(self, token: "Token") -> Actor | None:
        """Give the actor whose name or title ends with a noun: "the institute", "the minister"."""
        word = token.lower_
        bodies = self._epithets(word) or self._bodies.get(word)
        titled = token.text[:1].isupper() or token.pos_ == "NOUN"
        found = bodies or (self._holders.get(word) if titled else None)
        return found[0] if found else None

    def _epithets(self, word: str) -> list[Actor]:
        """Give what "the alliance" or "the bloc" can mean, of what the text names."""
        meant = self.cast.registry.epithets.get(f"the {word}", ())
        return [self.cast.actors[each] for each in meant if each in self.cast.actors]

    def _group(self, token: "Token", passage: Passage, phrase: "list[Token]") -> Actor | None:
        """Give an actor of its own, under the words of its phrase."""
        phrase = _behind_date(phrase)
        articles = {"the", "a", "an"}
        words = [t.text_with_ws for t in phrase if t.pos_ != "DET" or t.lower_ not in articles]
        name = re.sub(r"\s?['’]s?$", "", " ".join("".join(words).split()).strip(" ,;:"))
        if not name or len(name) > _LONGEST_NAME or token.lower_ in _NOBODY:
            return None
        ident = slug(name)
        if ident not in self.added:
            one = token.tag_ in {"NN", "NNP"} and token.lower_ in lexicon().words["people"]
            side = self._spoken_for(token, passage)
            self.added[ident] = Actor(ident, name, "person" if one else "group", speaks_for=side)
            if len(phrase) > 1 and token.tag_ in {"NN", "NNP"}:
                self._heads.setdefault(token.lower_, []).append(ident)
        return self.added[ident]

    def _spoken_for(self, token: "Token", passage: Passage) -> str:
        """Give for whom an unnamed speaker speaks: "Russian officials", "Hasna's envoy"."""
        for each in token.children:
            if each.dep_ in {"amod", "compound", "nmod"}:
                owner = self.cast.by_adjective(each.text) or self.cast.named(passage.number, each.i)
                if owner is not None:
                    return owner.id
            if each.dep_ == "poss":
                held = self._meant(each, passage, None)
                if held is not None:
                    return self.cast.side(held.actor).id
        of = preposition(token, "of", "from")
        inner = object_of(of) if of is not None else None
        owner = self.cast.named(passage.number, inner.i) if inner is not None else None
        return owner.id if owner is not None else ""


def _behind_date(phrase: "list[Token]") -> "list[Token]":
    """Leave out a day that the parser takes into a name: "On 24 March Seaways agreed"."""
    month = next((at for at, t in enumerate(phrase[:2]) if t.text in _MONTHS), None)
    day = month is not None and all(each.like_num for each in phrase[:month])
    return phrase[month + 1 :] or phrase if month is not None and day else phrase


def _somebody(noun: "Token") -> "Token":
    """Give the owner of a noun that is nobody: of "the union's key demand" the union."""
    owner = child(noun, "poss")
    thing = noun.pos_ == "NOUN" and not lexicon().can_speak(noun.lower_)
    return owner if owner is not None and thing else noun


def _sure(actor: Actor | None) -> Voice | None:
    return None if actor is None else Voice(actor)


def _by_office(actors: Iterable[Actor]) -> dict[str, list[Actor]]:
    """Index people by the words of their titles that name an office: "minister", "co-chair"."""
    found: dict[str, list[Actor]] = {}
    for actor in actors:
        words = (word.casefold() for role in actor.roles for word in role.title.split())
        for office in dict.fromkeys(word for word in words if is_office(word)):
            found.setdefault(office, []).append(actor)
    return found


def _by_noun(
    actors: Iterable[Actor], phrases: Callable[[Actor], tuple[str, ...]]
) -> dict[str, list[Actor]]:
    """Index actors by the nouns that can stand for their phrases."""
    found: dict[str, list[Actor]] = {}
    for actor in actors:
        for noun in dict.fromkeys(
            noun for phrase in phrases(actor) for noun in sorted(heads(phrase))
        ):
            found.setdefault(noun, []).append(actor)
    return found
