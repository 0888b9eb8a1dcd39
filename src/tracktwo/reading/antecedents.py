"""What does a clause say was asked of the noun before it? "the bonus that teachers demanded"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tracktwo.reading.draft import Draft
from tracktwo.reading.frames import lemma_of
from tracktwo.reading.grammar import child, is_passive, negation, object_of, preposition, subtree
from tracktwo.reading.lexicon import Sense, lexicon
from tracktwo.reading.mood import is_live
from tracktwo.reading.scene import Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

_RELATIVE = frozenset({"which", "that", "whom"})
_THING = frozenset({"object", "object_thing"})
_FREE = frozenset({"what", "all", "something", "everything", "anything", "nothing"})


def antecedents(scene: Scene) -> Iterator[Draft]:
    """Give a draft for each noun of which a relative clause says that somebody demands it.

    The relative pronoun is the object of the verb ("the bonus which they demanded") or of its
    preposition ("a confession, on which she insisted"). A clause behind a comma, or one that a
    preposition opens, is about the noun; any other is a part of it.
    """
    for verb in scene.passage.parse:
        noun = verb.head
        if verb.dep_ == "relcl" and noun.pos_ == "NOUN" and noun.lower_ not in _FREE:
            sense = _demanding(verb)
            if sense is not None and not is_passive(verb) and is_live(verb):
                yield from _draft(scene, noun, verb, sense)


def _demanding(verb: "Token") -> Sense | None:
    """Give the sense in which a verb demands what its relative pronoun stands for."""
    senses = [each for each in lexicon().verbs.get(lemma_of(verb), ()) if each.act == "demand"]
    whole = child(verb, "dobj")
    if whole is not None and whole.lower_ in _RELATIVE:
        if child(verb, "xcomp", "ccomp") is not None:
            return None
        return next((each for each in senses if _THING & {*each.takes}), None)
    return next((each for each in senses if _opener(verb, each) is not None), None)


def _opener(verb: "Token", sense: Sense) -> "Token | None":
    """Give the preposition with a relative pronoun that a verb of asking needs: "for which"."""
    prep = preposition(verb, *(each for each in sense.takes if each in {"on", "for"}))
    inner = object_of(prep) if prep is not None else None
    return prep if inner is not None and inner.lower_ in _RELATIVE else None


def _draft(scene: Scene, noun: "Token", verb: "Token", sense: Sense) -> Iterator[Draft]:
    voice = scene.speaking(child(verb, "nsubj"))
    if voice is None or lexicon().can_speak(noun.lower_):
        return
    start = verb.left_edge
    apart = start.pos_ == "ADP" or noun.doc[start.i - 1].text == ","
    content = (scene.span_of(subtree(noun, [verb] if apart else [])),)
    yield Draft(
        passage=scene.passage.number,
        content=content,
        act="demand",
        reporting=scene.reporting(content, "object"),
        voice=voice,
        sentence=scene.sentence(verb),
        cue=scene.span_of([verb]),
        firmness=sense.firmness,
        negated=negation(verb) is not None,
        rank=2,
    )
