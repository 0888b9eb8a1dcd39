"""What would somebody take? "They can live with a mediator", "she would settle for 44"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tracktwo.reading.complements import complement
from tracktwo.reading.draft import Draft
from tracktwo.reading.frames import lemma_of
from tracktwo.reading.grammar import child, children, is_passive, negation
from tracktwo.reading.lexicon import lexicon
from tracktwo.reading.quotations import near
from tracktwo.reading.scene import Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

_READY = frozenset({"can", "could", "would", "might"})
_PREDICATE = frozenset({"ROOT", "conj"})
_SELF = frozenset({"i", "we", "you"})


def settling(scene: Scene) -> Iterator[Draft]:
    """Give a draft for each thing that a text says somebody can or would accept.

    Told by the author of another, outside quotations: what one would take is consent, hedged.
    """
    for verb in scene.passage.parse:
        if verb.dep_ in _PREDICATE and _is_ready(verb) and not _is_quoted(scene, verb):
            yield from _draft(scene, verb)


def _is_ready(verb: "Token") -> bool:
    """Tell whether somebody "can" or "would" do so, asserted of him and not denied."""
    who = child(verb, "nsubj")
    aux = {each.lower_ for each in children(verb, "aux")}
    if who is None or who.lower_ in _SELF or len(aux) != 1 or not aux & _READY:
        return False
    asked = verb.sent.text.rstrip().endswith("?")
    return negation(verb) is None and not is_passive(verb) and not asked


def _is_quoted(scene: Scene, verb: "Token") -> bool:
    place = scene.passage.place_of(verb)
    return any(each.span.covers(place) for each in near(scene.passage.quotes, place))


def _draft(scene: Scene, verb: "Token") -> Iterator[Draft]:
    lemma = lemma_of(verb)
    senses = lexicon().verbs.get(lemma, ()) if lemma in lexicon().words["settling"] else ()
    sense = next((each for each in senses if each.act == "accept"), None)
    found = complement(verb, sense.takes, "") if sense is not None else None
    voice = scene.speaking(child(verb, "nsubj")) if found is not None else None
    if found is None or voice is None:
        return
    content = (scene.span_of(found.tokens),)
    yield Draft(
        passage=scene.passage.number,
        content=content,
        act="accept",
        reporting=scene.reporting(content, found.kind),
        voice=voice,
        sentence=scene.sentence(verb),
        cue=scene.span_of([verb, *children(verb, "aux")]),
        firmness="hedged",
        rank=2,
    )
