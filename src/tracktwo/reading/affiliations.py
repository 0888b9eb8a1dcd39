"""For whom does a person speak, by what stands beside the name? "its chair, X", "X, head of Y"."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from tracktwo.actors.actor import Actor
from tracktwo.reading.cast import Cast, Mention
from tracktwo.reading.grammar import child, children, object_of
from tracktwo.reading.lexicon import lexicon
from tracktwo.reading.offices import is_office
from tracktwo.reading.passages import Passage
from tracktwo.reading.speakers import Speakers

if TYPE_CHECKING:
    from spacy.tokens import Token

_AT = frozenset({"of", "at", "for", "from", "with", "in"})
_LONGEST = 25


def affiliated(cast: Cast, passages: tuple[Passage, ...]) -> Cast:
    """Give a cast in which people speak for those whose office stands beside their names.

    For whom nobody knows it yet: the owner of the office ("its chair, X", "their leader X"), or
    the body behind it ("X, head of sales at Y", "the co-chairs of Y, A and B"). Scholars speak
    for themselves, and so does who has left ("a former minister"). The first place that tells
    decides. A body that nothing else names becomes an actor.
    """
    speakers = Speakers(cast)
    found: dict[str, str] = {}
    bodies: dict[str, Actor] = {}
    for at, mention in enumerate(cast.mentions):
        actor = cast.actors[mention.actor]
        if actor.type != "person" or actor.id in found or cast.side(actor) is not actor:
            continue
        passage = passages[mention.passage]
        side = next(_sides(mention, passage, speakers), None)
        if side is None and at:
            side = _listed(cast, cast.mentions[at - 1], mention, passage, found)
        if side is not None and side.id != actor.id and side.type not in {"person", "region"}:
            found[actor.id] = side.id
            bodies.setdefault(side.id, _body(side))
    if not found:
        return cast
    actors = {
        ident: replace(actor, speaks_for=found[ident]) if ident in found else actor
        for ident, actor in cast.actors.items()
    }
    new = {ident: body for ident, body in bodies.items() if ident not in actors}
    return Cast(cast.registry, actors | new, cast.mentions)


def _body(side: Actor) -> Actor:
    return replace(side, type="organisation") if side.type == "group" else side


def _sides(mention: Mention, passage: Passage, speakers: Speakers) -> Iterator[Actor]:
    """Give whose office the nouns beside a name are."""
    name = passage.parse[mention.start : mention.end].root
    for noun in _beside(name):
        if not _speaks(noun):
            continue
        for owner in _owners(noun):
            voice = speakers.voice(owner, passage)
            if voice is not None and not voice.candidates:
                yield speakers.cast.side(voice.actor)
    for noun in _beside(name):
        if noun.lower_ == "counterpart":  # "her Orsenian counterpart, X"
            states = (
                speakers.cast.by_adjective(c.text) for c in children(noun, "amod", "compound")
            )
            yield from (each for each in states if each is not None)


def _listed(
    cast: Cast, before: Mention, mention: Mention, passage: Passage, found: dict[str, str]
) -> Actor | None:
    """Give for whom those speak who are listed behind an office: "the co-chairs of Y, A and B"."""
    between = passage.parse[before.end : mention.start].text
    if before.passage != mention.passage or between not in {",", "and", ", and"}:
        return None
    other = cast.actors[before.actor]
    if other.type == "person":
        return cast.actors.get(found.get(other.id, "")) if "and" in between else None
    body = passage.parse[before.start : before.end].root
    head = body.head.head
    office = body.dep_ == "pobj" and head.tag_ == "NNS" and is_office(head.lemma_)
    return cast.side(other) if office and between == "," else None


def _beside(name: "Token") -> Iterator["Token"]:
    """Give the nouns of office beside a name: in apposition, heading a list, or the name itself."""
    yield from children(name, "appos")
    if name.dep_ == "appos":
        yield name.head
    if name.dep_ in {"appos", "conj"}:
        yield from (each for each in name.conjuncts if each.i < name.i and each.pos_ == "NOUN")
        yield from (each for each in (name.head, name.head.head) if each.tag_ == "NNS")
    yield name


def _speaks(noun: "Token") -> bool:
    """Tell whether a noun names an office whose holder speaks for its owner."""
    phrase = [each.lower_ for each in noun.subtree][:_LONGEST]
    near = [
        noun.lower_,
        noun.lemma_.lower(),
        *(c.lower_ for c in children(noun, "amod", "compound")),
    ]
    if not any(is_office(word) for word in near):
        return False
    return lexicon().words["no_spokesman"].isdisjoint(phrase)


def _owners(noun: "Token") -> Iterator["Token"]:
    poss = child(noun, "poss")
    if poss is not None:
        yield poss
    for prep in (each for each in noun.subtree if each.dep_ == "prep" and each.lower_ in _AT):
        inner = object_of(prep)
        if inner is not None and inner.pos_ == "PROPN":
            yield inner
