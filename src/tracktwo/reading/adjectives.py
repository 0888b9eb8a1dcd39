"""What do adjectives report? "is ready to talk", "remains opposed to quotas"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tracktwo.reading.draft import Draft
from tracktwo.reading.grammar import (
    child,
    children,
    negation,
    object_of,
    preposition,
    subject,
    subtree,
)
from tracktwo.reading.lexicon import lexicon
from tracktwo.reading.mood import is_live, is_offered
from tracktwo.reading.scene import Scene

if TYPE_CHECKING:
    from spacy.tokens import Token


def adjective(scene: Scene, word: "Token") -> Iterator[Draft]:
    """Give the draft of an adjective that says what its subject would do, or thinks.

    The content is the clause or noun behind it; for a view ("doubtful whether …") the adjective
    with all that hangs from it.
    """
    sense = lexicon().adjectives.get(word.lower_)
    verb = word if word.dep_ in {"ROOT", "conj"} else word.head
    told = sense is not None and (is_live(verb) or (sense.act == "propose" and is_offered(verb)))
    inner = _behind(word) if told else None
    voice = scene.speaking(subject(verb)) if inner is not None else None
    if sense is None or inner is None or voice is None:
        return
    yield Draft(
        passage=scene.passage.number,
        content=(scene.span_of([*(subtree(word) if sense.subtype else ()), *subtree(inner)]),),
        act=sense.act,
        reporting="indirect",
        voice=voice,
        sentence=scene.sentence(verb),
        cue=scene.span_of([word]),
        subtype=sense.subtype,
        firmness=sense.firmness,
        negated=negation(verb) is not None or child(word, "neg") is not None,
        rank=3,
    )


def _behind(word: "Token") -> "Token | None":
    """Give the head of the clause or noun that an adjective governs."""
    beside = [each for each in children(word.head, "ccomp") if each.i > word.i]
    clause = next(iter([*children(word, "xcomp", "ccomp"), *beside]), None)
    if clause is not None:
        return clause
    prep = preposition(word, "to", "about", "of", "for")
    return object_of(prep) if prep is not None else None
