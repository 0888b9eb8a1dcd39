"""What is it that somebody asks? "What Velm wants is …", "its demand is that …"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tracktwo.reading.draft import Draft
from tracktwo.reading.frames import lemma_of
from tracktwo.reading.grammar import child, children, negation, subject, subtree
from tracktwo.reading.leading import names_an_act
from tracktwo.reading.lexicon import Sense, lexicon
from tracktwo.reading.scene import Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

_BE = frozenset({"be", "remain", "become"})


def clefts(scene: Scene) -> Iterator[Draft]:
    """Give a draft for what stands behind "is" where a demand, or who wants it, stands before.

    The owner of the noun demands ("Velm's main condition is an apology"), or the subject of the
    verb ("What Velm wants is an apology"). What somebody else says that it is ("His real demand
    is …, she said") is that other's view, and so is what a speaker says of another in a turn.
    """
    for verb in scene.passage.parse:
        if verb.lemma_ not in _BE or verb.dep_ not in {"ROOT", "conj"}:
            continue
        asked = child(verb, "ccomp", "attr", "xcomp")
        cue = child(verb, "nsubj", "csubj")
        if asked is None or cue is None or cue.i > verb.i or asked.i < verb.i:
            continue
        if cue.dep_ == "csubj":
            yield from _wanted(scene, cue, asked)
        else:
            yield from _named(scene, cue, asked)


def _wanted(scene: Scene, cue: "Token", asked: "Token") -> Iterator[Draft]:
    """Read "What Velm wants is an apology"."""
    senses = lexicon().verbs.get(lemma_of(cue), ())
    takes = {"object", "object_thing"}
    wants = (each for each in senses if each.act == "demand" and takes & {*each.takes})
    sense = next(wants, None)
    what = child(cue, "dobj", "pobj")
    if sense is not None and what is not None and what.lower_ in {"what", "all"}:
        yield from _draft(scene, cue, subject(cue), asked, sense)


def _named(scene: Scene, cue: "Token", asked: "Token") -> Iterator[Draft]:
    """Read "Velm's condition is an apology"; an adjective behind it only judges the demand."""
    sense = names_an_act(cue)
    says_what = asked.dep_ in {"ccomp", "xcomp"} or asked.pos_ in {"NOUN", "PROPN"}
    owner = child(cue, "poss")
    if sense is not None and sense.act == "demand" and says_what and owner is not None:
        yield from _draft(scene, cue, owner, asked, sense)


def _draft(
    scene: Scene, cue: "Token", who: "Token | None", asked: "Token", sense: Sense
) -> Iterator[Draft]:
    verb = cue.head
    voice = scene.speaking(who)
    marks = [each for each in children(asked, "mark") if each.lower_ == "that"]
    if voice is None or asked.lower_ in lexicon().words["stances"]:
        return
    if scene.first is not None and voice.actor.id != scene.first.id:
        return
    content = (scene.span_of(subtree(asked, marks)),)
    yield Draft(
        passage=scene.passage.number,
        content=content,
        act=sense.act,
        reporting=scene.reporting(content, "object"),
        voice=voice,
        sentence=scene.sentence(verb),
        cue=scene.span_of([cue]),
        firmness=sense.firmness,
        negated=negation(verb) is not None or negation(cue) is not None,
        rank=2,
    )
