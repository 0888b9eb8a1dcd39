"""What does somebody make a condition? "made its consent conditional on X", "X is a condition"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tracktwo.reading.draft import Draft
from tracktwo.reading.grammar import child, negation, object_of, subject, subtree
from tracktwo.reading.lexicon import lexicon
from tracktwo.reading.mood import is_live
from tracktwo.reading.scene import Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

_MAKING = frozenset({"make", "keep", "set", "declare", "treat", "name"})
_ON = frozenset({"on", "upon"})


def preconditions(scene: Scene) -> Iterator[Draft]:
    """Give a draft for each thing that somebody makes a condition.

    "A made its vote conditional on X" and "A's consent is contingent on X" ask X; so does "A
    made X a condition of peace", "A set X as a precondition". Whoever makes it so demands, or
    the owner of what depends on it.
    """
    for token in scene.passage.parse:
        if token.lower_ in lexicon().words["conditional"]:
            yield from _conditional(scene, token)
        elif token.lemma_.lower() in lexicon().words["conditions"]:
            yield from _named(scene, token)


def _conditional(scene: Scene, word: "Token") -> Iterator[Draft]:
    """Read "made its vote conditional on X", "its vote is conditional on X"."""
    prep = _on(word)
    asked = object_of(prep) if prep is not None else None
    verb = next((each for each in word.ancestors if each.pos_ in {"VERB", "AUX"}), None)
    if asked is None or verb is None or not is_live(verb):
        return
    thing = child(word, "nsubj") or child(verb, "nsubj", "nsubjpass")
    owner = child(thing, "poss") if thing is not None else None
    who = subject(verb) if verb.lemma_ in _MAKING else owner
    yield from _draft(scene, verb, word, who, subtree(asked))


def _on(word: "Token") -> "Token | None":
    """Give the "on" behind a word, wherever the parser hung it."""
    after = word.doc[word.i + 1] if word.i + 1 < len(word.doc) else word
    return after if after.lower_ in _ON and after.dep_ == "prep" else None


def _named(scene: Scene, noun: "Token") -> Iterator[Draft]:
    """Read "made X a condition of peace", "set X as a precondition for talks"."""
    behind = noun.dep_ == "pobj" and noun.head.lower_ == "as"
    beside = noun.dep_ == "appos" and noun.head.dep_ in {"dobj", "nsubjpass"}
    verb = noun.head.head if behind or beside else noun.head
    if verb.lemma_ not in _MAKING or not is_live(verb):
        return
    found = child(verb, "dobj", "nsubjpass") or child(noun, "nsubj")
    if found is None or found.i >= noun.i:
        return
    without = [each for each in found.children if each.i >= noun.i or noun in each.subtree]
    yield from _draft(scene, verb, noun, subject(verb), subtree(found, without))


def _draft(
    scene: Scene, verb: "Token", cue: "Token", who: "Token | None", asked: "list[Token]"
) -> Iterator[Draft]:
    voice = scene.speaking(who)
    if voice is None or not asked or asked[0].pos_ == "PRON":
        return
    content = (scene.span_of(asked),)
    yield Draft(
        passage=scene.passage.number,
        content=content,
        act="demand",
        reporting=scene.reporting(content, "object"),
        voice=voice,
        sentence=scene.sentence(verb),
        cue=scene.span_of([cue]),
        subtype="precondition",
        firmness="firm",
        negated=negation(verb) is not None,
        rank=2,
    )
