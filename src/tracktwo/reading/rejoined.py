"""What does another do with what a sentence has said? ", a charge that Y denied"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tracktwo.reading.draft import Draft
from tracktwo.reading.frames import lemma_of
from tracktwo.reading.lexicon import Sense, lexicon
from tracktwo.reading.scene import Scene
from tracktwo.reading.statement import Act

if TYPE_CHECKING:
    from spacy.tokens import Token

_ARTICLES = frozenset({"a", "an"})
_LINKS = frozenset({"that", "which"})
_NAMING = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "PRON", "ADP"})
_AUX = frozenset({"has", "have", "had", "later", "promptly", "quickly", "swiftly", "flatly"})
_NEAR, _LONGEST = 3, 8
_REJOINS = frozenset({"reject", "deny", "accept"})


def rejoined(scene: Scene) -> Iterator[Draft]:
    """Give what another does with a charge, demand or offer that is named behind a comma.

    "…, a charge Orsenia denied", "…, an idea that the union has rejected": the content is the
    noun with its article. Read off the words, as parsers make the noun a part of the name.
    """
    tokens = scene.passage.parse
    for comma in tokens:
        if comma.text != "," or comma.i + _NEAR >= len(tokens):
            continue
        found = _clause(list(tokens[comma.i + 1 : comma.sent.end]))
        if found is None:
            continue
        noun, who, verb, act = found
        voice = scene.speaking(who)
        if voice is not None:
            content = (scene.span_of(tokens[comma.i + 1 : noun.i + 1]),)
            yield Draft(
                passage=scene.passage.number,
                content=content,
                act=act,
                reporting="nominal",
                voice=voice,
                sentence=scene.sentence(verb),
                cue=scene.span_of([verb]),
                firmness="firm",
                rank=1,
            )


def _clause(words: "list[Token]") -> "tuple[Token, Token, Token, Act] | None":
    """Give the noun, who rejoins, the verb and its act, of words behind a comma."""
    known = lexicon().words["stances"] | lexicon().taken_up.keys()
    if not words or words[0].lower_ not in _ARTICLES:
        return None
    at = next((n for n, t in enumerate(words[1:_NEAR], 1) if t.lemma_.lower() in known), None)
    if at is None:
        return None
    start = at + 1 + (len(words) > at + 1 and words[at + 1].lower_ in _LINKS)
    for n, token in enumerate(words[start : start + _LONGEST], start):
        senses = lexicon().verbs.get(lemma_of(token), ()) if token.pos_ == "VERB" else ()
        sense = next((each for each in senses if each.act in _REJOINS), None)
        if sense is not None and n > start:
            who = next(t for t in reversed(words[start:n]) if t.lower_ not in _AUX)
            return words[at], who, token, _act(words[at], sense)
        if token.pos_ not in _NAMING and token.lower_ not in _AUX:
            return None
    return None


def _act(noun: "Token", sense: Sense) -> Act:
    """Give the act: who rejects a charge denies it."""
    charged = "accuse" in lexicon().taken_up.get(noun.lemma_.lower(), ())
    return "deny" if charged and sense.act == "reject" else sense.act
