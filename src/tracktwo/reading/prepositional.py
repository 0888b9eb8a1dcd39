"""What does a verb take behind a preposition? "pressed for talks", "for the bill to go"."""

from typing import TYPE_CHECKING

from tracktwo.reading.complement import Complement
from tracktwo.reading.grammar import child, children, object_of, preposition, subtree
from tracktwo.reading.lexicon import lexicon
from tracktwo.reading.straying import strayed

if TYPE_CHECKING:
    from spacy.tokens import Token

_RELATIVE = frozenset({"WDT", "WP"})
_NEAR = 4


def prepositional(verb: "Token", word: str) -> Complement | None:
    """Give what a verb takes behind a preposition; behind "for" also a clause that asks."""
    prep = preposition(verb, word, after=verb) or preposition(verb, word)
    thing = child(verb, "dobj", "nsubjpass")
    if prep is None and word == "of" and thing is not None:
        prep = preposition(thing, word)
    prep = prep or strayed(verb, word)
    found = object_of(prep) if prep is not None else None
    if prep is None and word == "for":
        return for_clause(verb)
    if prep is None or found is None or found.tag_ in _RELATIVE:
        return None
    others = [each for each in subtree(prep) if each.i > prep.i]
    return Complement(found, tuple(others), "prepositional")


def for_clause(verb: "Token") -> Complement | None:
    """Give the clause right behind "for": "pressing for the bill to be withdrawn".

    Of somebody who is to act it is asked, and the clause begins with "to".
    """
    for head in children(verb, "advcl", "ccomp", "xcomp"):
        mark = next((each for each in children(head, "mark") if each.lower_ == "for"), None)
        to = next((each for each in children(head, "aux") if each.lower_ == "to"), None)
        if mark is None or to is None or not verb.i < mark.i < verb.i + _NEAR:
            continue
        who = child(head, "nsubj")
        acts = who is not None and (who.pos_ == "PROPN" or lexicon().can_speak(who.lower_))
        start = to.i if acts else mark.i + 1
        tokens = [each for each in subtree(head) if each.i >= start]
        return Complement(head, tuple(tokens), "infinitive", who if acts else None)
    return None
