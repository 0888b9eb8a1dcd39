"""Between whom is something going on, by what a text says? Talks, disputes, treaties; mediators."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from tracktwo.actors.actor import Actor
from tracktwo.reading.cast import Mention
from tracktwo.reading.grammar import climbs, object_of, preposition, subject
from tracktwo.reading.lexicon import lexicon
from tracktwo.reading.scene import Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

NO_PARTY: Final = frozenset({"region", "media"})
"""Types of actor that negotiate nothing."""

_BETWEEN = frozenset({"between", "among", "amongst"})
_JOINED = frozenset({"and", "&", "–", "-"})
_GAP = 5
_REACH = 12
_FEW = 3


@dataclass(frozen=True, slots=True)
class Dealing:
    """One place that says who deals with whom: a passage, the parties, in order.

    `mediated` tells that what it names is not the parties but who stands between them.
    """

    passage: int
    parties: tuple[Actor, ...]
    mediated: bool = False


def dealings(scene: Scene) -> Iterator[Dealing]:
    """Give what a passage says of who deals with whom.

    "talks between A and B", "A and B met", "A met B", "A's talks with B"; and who mediates:
    "C mediated", "the mediator, C", "under the auspices of C". Parties are sides: a person
    stands for whom he speaks. Several that only "met" deal with nobody in particular.
    """
    yield from _joined(scene, scene.speakers.cast.within(scene.passage.number))
    for token in scene.passage.parse:
        if token.lower_ == "between" and token.dep_ == "prep":
            yield from _between(scene, token)
        elif token.lower_ == "with" and token.dep_ == "prep":
            yield from _with(scene, token)
        elif token.lemma_.lower() in lexicon().words["meeting"] and token.pos_ == "VERB":
            yield from _dealing(scene, _party(scene, subject(token)), _object(scene, token))
        else:
            yield from _mediating(scene, token)


def _dealing(scene: Scene, *parties: Actor | None) -> Iterator[Dealing]:
    """Give a dealing of two parties or more that differ."""
    sides = {each.id: each for each in parties if each is not None}
    if len(sides) > 1:
        yield Dealing(scene.passage.number, tuple(sides.values()))


def _joined(scene: Scene, mentions: Sequence[Mention]) -> Iterator[Dealing]:
    """Read "between A and B", and "A and B" where it is who meets, signs, quarrels."""
    for run in _runs(scene, mentions):
        first = scene.passage.parse[run[0].start : run[0].end].root
        parties = [_side(scene, scene.speakers.cast.actors[each.actor]) for each in run]
        parties += _further(scene, first, run)
        before = scene.passage.parse[max(0, run[0].start - 4) : run[0].start]
        stated = any(each.lower_ in _BETWEEN for each in before)
        if stated or (len(run) == 2 and _deals(first)):
            yield from _dealing(scene, *parties)


def _runs(scene: Scene, mentions: Sequence[Mention]) -> Iterator[list[Mention]]:
    """Give the runs of names with no more than commas, "and" and plain nouns between them."""
    run: list[Mention] = []
    for mention in mentions:
        if run and not _goes_on(scene, run[-1], mention):
            if len(run) > 1:
                yield run
            run = []
        run.append(mention)
    if len(run) > 1:
        yield run


def _goes_on(scene: Scene, one: Mention, other: Mention) -> bool:
    between = scene.passage.parse[one.end : other.start]
    if not 0 < len(between) <= _GAP or between[0].sent != scene.passage.parse[other.start].sent:
        return False
    joined = any(each.lower_ in _JOINED or each.text == "," for each in between)
    return joined and all(each.pos_ not in {"VERB", "AUX", "ADP", "SCONJ"} for each in between)


def _further(scene: Scene, first: "Token", run: list[Mention]) -> list[Actor]:
    """Give those joined to a run of names whom the text only describes: "A, B and the farmers"."""
    held = {at for each in run for at in range(each.start, each.end)}
    nouns = [each for each in first.subtree if each.dep_ == "conj" and each.i > run[-1].end]
    free = (each for each in nouns if not held & {each.i, *(c.i for c in each.lefts)})
    voices = (scene.voice(each) for each in islice(free, 1))
    return [voice.actor for voice in voices if voice is not None]


def _deals(name: "Token") -> bool:
    """Tell whether a name stands in the subject of a verb of dealing: "A and B met"."""
    for verb, relation in climbs(name):
        if verb.pos_ in {"VERB", "AUX"}:
            known = lexicon().words["meeting"] | lexicon().words["dealing_verb"]
            return relation in {"nsubj", "nsubjpass"} and verb.lemma_.lower() in known
    return False


def _between(scene: Scene, prep: "Token") -> Iterator[Dealing]:
    """Read "talks between the Federation and the government", where one is only described."""
    first = object_of(prep)
    others = [each for each in first.conjuncts if each.i > first.i] if first is not None else []
    yield from _dealing(scene, *(_party(scene, each) for each in (first, *others)))


def _with(scene: Scene, prep: "Token") -> Iterator[Dealing]:
    """Read "A met with B", "A's talks with B", "A resumed talks with B"."""
    holder, other = prep.head, _named(scene, prep) or _party(scene, object_of(prep))
    if other is None:
        return
    words = lexicon().words
    if holder.lemma_.lower() in words["meeting"] | words["dealing_verb"] and holder.pos_ == "VERB":
        yield from _dealing(scene, _party(scene, subject(holder)), other)
    elif holder.lemma_.lower() in words["dealing"] and holder.pos_ == "NOUN":
        owner = next((each for each in holder.children if each.dep_ == "poss"), None)
        verb = next((each for each, _ in climbs(holder) if each.pos_ == "VERB"), None)
        who = owner or (subject(verb) if verb is not None else None)
        yield from _dealing(scene, _party(scene, who), other)


def _object(scene: Scene, verb: "Token") -> Actor | None:
    return _party(scene, next((each for each in verb.children if each.dep_ == "dobj"), None))


def _party(scene: Scene, token: "Token | None") -> Actor | None:
    """Give the party that a noun means: by its name, by a name in it, or as a pronoun."""
    if token is None:
        return None
    named = _named(scene, token)
    if named is not None:
        return named
    voice = scene.voice(token)
    found = _side(scene, voice.actor) if voice is not None else None
    return (
        found if found is not None and (found.type != "group" or is_described_body(found)) else None
    )


def is_described_body(actor: Actor) -> bool:
    """Tell whether an actor that a text only describes is a party: "the government"."""
    words = actor.name.casefold().split()
    return actor.type == "group" and len(words) <= _FEW and words[-1] in lexicon().words["bodies"]


def _named(scene: Scene, token: "Token") -> Actor | None:
    """Give the party that a noun or one near below it names."""
    for each in (token, *islice(token.subtree, _REACH)):
        named = scene.speakers.cast.named(scene.passage.number, each.i)
        if named is not None:
            return _side(scene, named)
    return None


def _side(scene: Scene, actor: Actor) -> Actor | None:
    side = scene.speakers.cast.side(actor)
    return None if side.type in NO_PARTY else side


def _mediating(scene: Scene, token: "Token") -> Iterator[Dealing]:
    """Give who stands between the parties, where a token says so."""
    who = _mediator(token)
    side = _party(scene, who)
    if side is not None:
        yield Dealing(scene.passage.number, (side,), mediated=True)


def _mediator(token: "Token") -> "Token | None":
    words, lemma = lexicon().words, token.lemma_.lower()
    if token.pos_ == "VERB" and lemma in words["mediating"]:
        return subject(token)
    if token.pos_ in {"NOUN", "PROPN"} and lemma in words["mediator"]:
        apposed = next((each for each in token.children if each.dep_ == "appos"), None)
        beside = token.head if token.dep_ in {"compound", "appos", "nmod"} else None
        return apposed or beside
    if lemma in words["auspices"]:
        of = preposition(token, "of", "by")
        return object_of(of) if of is not None else None
    return None
