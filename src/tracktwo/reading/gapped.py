"""Who else is charged by the same verb? "accused the museum of arrogance and its curators of X"."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from tracktwo.reading.draft import Draft
from tracktwo.reading.frames import lemma_of
from tracktwo.reading.grammar import child, children, object_of, preposition, subtree
from tracktwo.reading.lexicon import lexicon
from tracktwo.reading.scene import Scene
from tracktwo.reading.speakers import Voice

if TYPE_CHECKING:
    from spacy.tokens import Token

_LINKS = ("of", "for", "with")


def gapped(scene: Scene, drafts: list[Draft]) -> Iterator[Draft]:
    """Give a draft for each further party that a verb charges without being said again.

    "blamed the ministry for the delay and the mayor for hiding it": the second party with its
    own preposition, the same as the first's, shares the verb of the draft whose cue that is.
    """
    by_cue = {each.cue: each for each in drafts if each.act == "accuse" and each.cue is not None}
    if not by_cue:
        return
    for verb in scene.passage.parse:
        if not any(each.act == "accuse" for each in lexicon().verbs.get(lemma_of(verb), ())):
            continue
        place = scene.passage.place_of(verb)
        draft = next((each for cue, each in by_cue.items() if cue.covers(place)), None)
        for other, prep in _further(verb):
            inner = object_of(prep)
            if draft is not None and inner is not None:
                content = (scene.span_of(subtree(inner)),)
                reporting = scene.reporting(content, "object")
                to = _party(scene, other, prep)
                yield replace(draft, content=content, reporting=reporting, to=to)


def _party(scene: Scene, other: "Token", prep: "Token") -> tuple[Voice, ...]:
    """Give whom a further charge meets; nobody where its words would stand in the party's name."""
    voice = scene.voice(other)
    if voice is None or voice.mention is None:
        return ()
    known = voice.actor.id in scene.speakers.cast.actors
    apart = voice.mention.end <= scene.passage.place_of(prep).start
    return (voice,) if known or apart else ()


def _further(verb: "Token") -> "Iterator[tuple[Token, Token]]":
    """Give the further parties of a verb, each with its preposition, wherever that hangs."""
    first = child(verb, "dobj")
    if first is None:
        return
    link = next((p for h in (verb, first) if (p := preposition(h, *_LINKS)) is not None), None)
    for other in [*children(first, "conj"), *children(verb, "conj")]:
        if link is None or other.i < link.i or other.pos_ not in {"NOUN", "PROPN", "PRON"}:
            continue
        own = preposition(other, link.lower_) or preposition(verb, link.lower_, after=other)
        if own is not None and own.i > other.i:
            yield other, own
