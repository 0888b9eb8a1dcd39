"""What do the verbs of headlines and chronologies report that the parser takes for nouns?"""

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from tracktwo.reading.draft import Draft
from tracktwo.reading.lexicon import Sense, lexicon
from tracktwo.reading.reach import reach
from tracktwo.reading.scene import Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_MISREAD = frozenset({"NNS", "NNPS", "NN", "NNP", "VBZ", "VBN", "VB"})
_CLAUSAL = frozenset({"clause", "that_clause", "subjunctive"})
_THINGS = frozenset({"object", "object_thing", "for_or_object"})


def telegraphic(scene: Scene) -> Iterator[Draft]:
    """Give a draft for "Torvay pledges to reopen", "Velm demands apology" read as nouns.

    Only in a sentence without a finite verb before that place, right behind a name with which its
    clause begins, and where the word is a verb of saying whose complement fits what follows.
    """
    for sentence in scene.passage.parse.sents:
        verb = _misread(scene, list(sentence))
        if verb is not None:
            yield from _draft(scene, *verb)


def _misread(scene: Scene, tokens: "list[Token]") -> "tuple[Token, Token, Sense, str] | None":
    """Give a name, the verb behind it, its sense and what it takes."""
    for before, token in pairwise(tokens):
        if before.tag_ in _FINITE and before.pos_ in {"VERB", "AUX"}:
            return None
        named = scene.speakers.cast.named(scene.passage.number, before.i) is not None
        named = named or (before.dep_ == "compound" and lexicon().can_speak(before.lower_))
        if not named or token.tag_ not in _MISREAD or not token.text.islower():
            continue
        if (token.pos_ == "VERB" and token.dep_ == "ROOT") or not token.lower_.endswith("s"):
            continue
        for sense in lexicon().verbs.get(_base(token.lower_), ()):
            kind = _takes(token, sense)
            if kind:
                return before, token, sense, kind
    return None


def _base(word: str) -> str:
    """Give the lemma of a verb's form in -s: "pledges", "denies", "refuses"."""
    known = lexicon().verbs
    for ending, instead in (("ies", "y"), ("es", ""), ("s", "")):
        base = word.removesuffix(ending) + instead
        if word.endswith(ending) and base in known:
            return base
    return word


def _takes(verb: "Token", sense: Sense) -> str:
    """Give how what follows a verb fits what it takes; "" where it does not."""
    rest = verb.doc[verb.i + 1 : verb.sent.end]
    if not len(rest) or (rest[0].is_punct and not rest[0].is_quote):
        return ""
    first = rest[0].lower_
    if first == "to" and "infinitive" in sense.takes and len(rest) > 1 and rest[1].tag_ == "VB":
        return "infinitive"
    if first == "that" and _CLAUSAL & {*sense.takes}:
        return "clause"
    if first in sense.takes:
        return "prepositional"
    thing = rest[0].pos_ in {"NOUN", "PROPN", "DET", "ADJ", "NUM", "PRON"}
    return "object" if thing and _THINGS & {*sense.takes} else ""


def _draft(scene: Scene, name: "Token", verb: "Token", sense: Sense, kind: str) -> Iterator[Draft]:
    voice = scene.speaking(name)
    start = verb.i + (2 if kind in {"clause", "prepositional"} else 1)
    tokens = reach(verb, start)
    if voice is None or not tokens:
        return
    content = (scene.span_of(tokens),)
    yield Draft(
        passage=scene.passage.number,
        content=content,
        act=sense.act,
        reporting=scene.reporting(content, "clause" if kind == "infinitive" else kind),
        voice=voice,
        sentence=scene.sentence(verb),
        cue=scene.span_of([verb]),
        subtype=sense.subtype,
        firmness=sense.firmness,
        reports=sense.report and kind == "clause",
        rank=2,
    )
