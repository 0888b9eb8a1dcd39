"""Whom does a word mean? Names, pronouns, offices and unnamed speakers, as actors."""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tracktwo.actors.actor import Actor
from tracktwo.actors.naming import slug
from tracktwo.documents.document import Span
from tracktwo.reading.cast import Cast, Mention
from tracktwo.reading.grammar import child, children, noun_phrase, object_of, preposition
from tracktwo.reading.passages import Passage

if TYPE_CHECKING:
    from spacy.tokens import Token

_FIRST = frozenset({"i", "we", "me", "us", "my", "our", "myself", "ourselves", "mine", "ours"})
_HE = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})
_IT = frozenset({"it", "its", "itself"})
_THEY = frozenset({"they", "them", "their", "themselves", "theirs"})
_SECOND = frozenset({"you", "your"})
_EMPTY = frozenset(
    {"which", "that", "who", "this", "these", "those", "there", "what", "one", "he/she"}
)
_COLLECTIVE = frozenset({"many", "some", "others", "several", "few", "both", "critics", "most"})
_OF_PEOPLE = frozenset(
    {"state", "organisation", "alliance", "government", "group", "office", "media"}
)


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody to whom a passage points: the actor, and the words that point."""

    actor: Actor
    mention: Span | None = None
    candidates: tuple[str, ...] = ()


@dataclass(slots=True)
class Speakers:
    """Resolve words of one document to actors, remembering who was last spoken of.

    `cast` knows the names; `first` is who says "I" in the passage at hand; `text` is the
    document's.
    """

    cast: Cast
    text: str
    added: dict[str, Actor] = field(default_factory=dict)

    def voice(self, token: "Token", passage: Passage, first: Actor | None = None) -> Voice | None:
        """Give whom a noun or pronoun means, or None where it means nobody who could speak.

        A name means its bearer, an office with a name beside it the person. "he" and "she" mean
        the person last spoken of, subjects before others; "it" the last state or organisation;
        "they" the last collective. "the ministry" means the actor whose name or title ends so.
        Whoever is left is an actor of its own, under the words that the text gives.
        """
        mention = passage.span_of(noun_phrase(token), self.text)
        actor = self._actor(token, passage, first)
        if actor is None:
            return None
        return Voice(actor, mention if mention.end > mention.start else None)

    def _actor(self, token: "Token", passage: Passage, first: Actor | None) -> Actor | None:
        word = token.lower_
        if word in _FIRST:
            return first
        if token.pos_ == "PRON" or word in _IT | _HE | _THEY:
            return self._pronoun(token, passage)
        named = self._named(token, passage)
        if named is not None:
            return named
        if (
            token.pos_ not in {"NOUN", "PROPN", "ADJ", "NUM", "X", "DET"}
            and word not in _COLLECTIVE
        ):
            return None
        return self._described(token, passage)

    def _named(self, token: "Token", passage: Passage) -> Actor | None:
        """Give the actor named by a phrase: by its head, or by a person's name in apposition."""
        for apposed in children(token, "appos"):
            beside = self.cast.named(passage.number, apposed.i)
            if beside is not None and beside.type == "person":
                return beside
        own = self.cast.named(passage.number, token.i)
        if own is not None:
            return own
        for apposed in children(token, "appos"):
            beside = self.cast.named(passage.number, apposed.i)
            if beside is not None and token.text[:1].islower():
                return beside
        return None

    def _pronoun(self, token: "Token", passage: Passage) -> Actor | None:
        word = token.lower_
        carried = self._carried_on(token, passage)
        if carried is not None:
            return carried
        if word in _HE:
            return self._last(token, passage, frozenset({"person"}))
        if word in _IT:
            return self._last(token, passage, _OF_PEOPLE - {"group"}) or self._last(
                token, passage, _OF_PEOPLE
            )
        if word in _THEY:
            return self._last(token, passage, frozenset({"group", "organisation"}), plural=True)
        if word in _COLLECTIVE:
            return self._group(token, passage)
        return None

    def _carried_on(self, token: "Token", passage: Passage) -> Actor | None:
        """Give the subject of the sentence before, which a pronoun as subject goes on with."""
        types = _TYPES_OF.get(token.lower_)
        if types is None or token.dep_ not in {"nsubj", "nsubjpass"} or token.sent.start == 0:
            return None
        before = token.doc[token.sent.start - 1].sent
        who = child(before.root, "nsubj", "nsubjpass")
        if who is None or (who.pos_ == "PRON" and who.lower_ not in _TYPES_OF):
            return None
        actor = (
            self._pronoun(who, passage) if who.pos_ == "PRON" else self._actor(who, passage, None)
        )
        return actor if actor is not None and actor.type in types else None

    def _last(
        self, token: "Token", passage: Passage, types: frozenset[str], *, plural: bool = False
    ) -> Actor | None:
        """Give who was last spoken of among actors of some types: subjects of this turn first."""
        nearest: Actor | None = None
        for seen, (mention, actor) in enumerate(self.cast.before(passage.number, token.i)):
            if seen > 60 or passage.number - mention.passage > 3:
                break
            if actor.type not in types or (plural and not _is_plural(actor)):
                continue
            if self._is_subject(mention, passage):
                return actor
            nearest = nearest or actor
        return nearest

    def _is_subject(self, mention: Mention, passage: Passage) -> bool:
        if mention.passage != passage.number:
            return True
        root = passage.parse[mention.start : mention.end].root
        return root.dep_ in {"nsubj", "nsubjpass", "appos", "ROOT"}

    def _described(self, token: "Token", passage: Passage) -> Actor | None:
        """Give the actor of a description: "the Commission", "its chair", "two diplomats"."""
        phrase = noun_phrase(token)
        determiner = child(token, "det", "poss")
        known = self._by_head(token)
        if known is not None and (
            determiner is None or determiner.lower_ in {"the", "this", "that"}
        ):
            return known
        owner = child(token, "poss")
        held_by = self._office_holder(owner, token, passage)
        if held_by is not None:
            return held_by
        if owner is not None and token.lower_ in {
            "government",
            "party",
            "side",
            "delegation",
            "country",
        }:
            held = self.voice(owner, passage)
            if held is not None:
                return self.cast.side(held.actor)
        return self._group(token, passage, phrase)

    def _office_holder(self, owner: "Token | None", office: "Token", passage: Passage) -> Actor | None:
        """Give who holds an office of somebody: "its president", where just one is known to."""
        held = self.voice(owner, passage) if owner is not None else None
        if held is None:
            return None
        side = self.cast.side(held.actor)
        for known in (self.cast.actors.values(), self.cast.registry.actors):
            holders = [
                actor
                for actor in known
                if any(_head_is(role.title, office.lower_) for role in actor.roles)
                and self.cast.side(actor).id == side.id
            ]
            if holders:
                return holders[0] if len(holders) == 1 else None
        return None

    def _by_head(self, token: "Token") -> Actor | None:
        """Give the actor whose name or title ends with a noun: "the institute", "the Minister"."""
        word = token.lower_
        epithet = self._epithet(word)
        if epithet is not None:
            return epithet
        for actor in self.cast.actors.values():
            names = (actor.name, *actor.aliases)
            if actor.type != "person" and any(_head_is(name, word) for name in names):
                return actor
        if not token.text[:1].isupper() and token.pos_ != "NOUN":
            return None
        for actor in self.cast.actors.values():
            if actor.type == "person" and any(_head_is(role.title, word) for role in actor.roles):
                return actor
        return None

    def _epithet(self, word: str) -> Actor | None:
        """Give what "the alliance" or "the bloc" means, where the text names just one such."""
        for ident in self.cast.registry.epithets.get(f"the {word}", ()):
            if ident in self.cast.actors:
                return self.cast.actors[ident]
        return None

    def _group(
        self, token: "Token", passage: Passage, phrase: "list[Token] | None" = None
    ) -> Actor | None:
        words = [
            each
            for each in phrase or [token]
            if not (each.pos_ == "DET" and each.lower_ in {"the", "a", "an"})
        ]
        name = " ".join("".join(each.text_with_ws for each in words).split()).strip(" ,;:")
        if not name or len(name) > 90 or token.lower_ in _EMPTY:
            return None
        ident = slug(name)
        if ident not in self.added:
            person = token.tag_ in {"NN"} and token.lower_ in _SINGULAR_PEOPLE
            self.added[ident] = Actor(
                ident,
                name,
                "person" if person else "group",
                speaks_for=self._spoken_for(token, passage),
            )
        return self.added[ident]

    def _spoken_for(self, token: "Token", passage: Passage) -> str:
        """Give for whom an unnamed speaker speaks: "Russian officials", "Hasna's envoy"."""
        for each in token.children:
            if each.dep_ in {"amod", "compound", "nmod"}:
                owner = self.cast.by_adjective(each.text) or self.cast.named(passage.number, each.i)
                if owner is not None:
                    return owner.id
            if each.dep_ == "poss":
                held = self.voice(each, passage)
                if held is not None:
                    return self.cast.side(held.actor).id
        of = preposition(token, "of", "from")
        inner = object_of(of) if of is not None else None
        owner = self.cast.named(passage.number, inner.i) if inner is not None else None
        return owner.id if owner is not None else ""


_TYPES_OF: dict[str, frozenset[str]] = {
    "he": frozenset({"person"}),
    "she": frozenset({"person"}),
    "it": _OF_PEOPLE,
}
_SINGULAR_PEOPLE = frozenset(
    {"official", "diplomat", "spokesman", "spokeswoman", "spokesperson", "envoy", "negotiator",
     "minister", "adviser", "aide", "journalist", "analyst", "source", "officer", "leader", "chair"}
)  # fmt: skip


def _head_is(name: str, word: str) -> bool:
    """Tell whether a noun can stand for a name: its last word, or the last before "of" or "for"."""
    words = re.findall(r"[^\W_]+", name.casefold())
    if not words:
        return False
    heads = {words[-1]}
    for link in ("of", "for", "on"):
        if link in words[1:]:
            heads.add(words[words.index(link, 1) - 1])
    return word in heads


def _is_plural(actor: Actor) -> bool:
    return actor.type == "group" or actor.name.casefold().endswith("s")
