"""How far does a clause go? What hangs from some words, up to where the sentence breaks off."""

from typing import TYPE_CHECKING

from tracktwo.reading.grammar import child
from tracktwo.reading.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_BREAKS = frozenset({";", ":", "—", "–", ".", "?", "!"})
_LOOSE_ENDS = _BREAKS | {",", "-", "("}
_ASIDE = frozenset({"but", "while", "whereas", "although", "though", "as", "which", "who"})


def reach(verb: "Token", start: int) -> "tuple[Token, ...]":
    """Give the tokens from a place on as far as they belong to one clause, however parsed.

    It ends where a further verb goes on with that of the clause ("and said"), where a comma
    parts an aside or a participle of the verb's own from it, and at a stronger break. One pass.
    """
    doc, end = verb.doc, verb.sent.end
    at = start
    while at < end and not _ends(doc[at], verb, start):
        at += 1
    while at > start and (doc[at - 1].text in _LOOSE_ENDS or doc[at - 1].pos_ == "CCONJ"):
        at -= 1
    return tuple(doc[start:at])


def _ends(token: "Token", verb: "Token", start: int) -> bool:
    """Tell whether a clause is over at a token."""
    if token.text in _BREAKS and token.i > start:
        return True
    if _goes_on(token, verb) or _says_who(token, start):
        return True
    comma = token.i > start and token.doc[token.i - 1].text == ","
    if not comma:
        return False
    branch = _branch(token, start)
    participle = branch.tag_ == "VBG" and branch.i == token.i and branch.head.i <= verb.i
    return token.lower_ in _ASIDE or participle


def _goes_on(token: "Token", verb: "Token") -> bool:
    """Tell whether "and", or a verb, goes on with the verb of the clause: "drew X and said Y"."""
    if token.dep_ != "cc":
        return _is_beside(token, verb)
    other = next((c for c in token.head.children if c.dep_ == "conj" and c.i > token.i), None)
    if other is None:
        return False
    comma = token.i > 0 and token.doc[token.i - 1].text == ","
    return _is_beside(other, verb) or (comma and child(other, "nsubj", "nsubjpass") is not None)


def _says_who(token: "Token", start: int) -> bool:
    """Tell whether a comma begins "…, two negotiators say", the last clause of the sentence."""
    if token.text != "," or token.i == start:
        return False
    rest = [each for each in token.doc[token.i + 1 : token.sent.end] if not each.is_punct]
    last = rest[-1] if rest else token
    senses = lexicon().verbs.get(last.lemma_.lower(), ())
    who = child(last, "nsubj")
    return any(each.act == "claim" for each in senses) and who is not None and who.i > token.i


def _is_beside(token: "Token", verb: "Token") -> bool:
    """Tell whether a finite verb is coordinated with that of the clause or one above it."""
    finite = token.pos_ in {"VERB", "AUX"} and token.tag_ != "VBG"
    return finite and token.dep_ == "conj" and token.head.i <= verb.i and not _is_to(token)


def _is_to(token: "Token") -> bool:
    to = child(token, "aux")
    return to is not None and to.lower_ == "to"


def _branch(token: "Token", start: int) -> "Token":
    """Give the highest token above one that still stands behind a place."""
    while token.head.i >= start and token.head.i != token.i:
        token = token.head
    return token
