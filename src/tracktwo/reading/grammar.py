"""Who is the subject, where does a clause end? Questions to a dependency tree."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_HIGHEST = 20
_CLAUSE_MODIFIERS = frozenset({"relcl", "acl"})
_SHARES_SUBJECT = frozenset({"conj", "xcomp", "advcl", "ccomp", "prep", "pcomp", "aux", "dep"})


def child(token: "Token", *relations: str) -> "Token | None":
    """Give the first child that stands in one of some relations."""
    return next((each for each in token.children if each.dep_ in relations), None)


def children(token: "Token", *relations: str) -> list["Token"]:
    """Give all children that stand in one of some relations."""
    return [each for each in token.children if each.dep_ in relations]


def preposition(token: "Token", *words: str, after: "Token | None" = None) -> "Token | None":
    """Give the first prepositional child that is one of some words, and stands after another."""
    found = (each for each in token.children if each.dep_ in {"prep", "dative", "agent", "prt"})
    start = after.i if after is not None else -1
    return next((each for each in found if each.lower_ in words and each.i > start), None)


def object_of(token: "Token") -> "Token | None":
    """Give what a preposition governs: a noun, or a clause."""
    return child(token, "pobj", "pcomp")


def subject(verb: "Token") -> "Token | None":
    """Give who does what a verb says.

    The agent of a passive; else the verb's own subject; else that of the verb with which it is
    coordinated or which it complements; else the noun that its clause modifies.
    """
    if is_passive(verb):
        by = preposition(verb, "by") or agent_behind(verb)
        return object_of(by) if by is not None else None
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as":
        return child(verb.head.head, "dobj", "nsubjpass")
    own = next(reversed(children(verb, "nsubj")), None)  # of two the nearer: "a copy of which …, A"
    if own is not None and own.pos_ == "VERB":  # "A consents to it, will not hear of that"
        own = child(own, "nsubj") or own
    return _antecedent(own, verb) if own is not None else _subject_above(verb)


def subject_left_of(verb: "Token") -> "Token | None":
    """Give the noun right before a verb that the parser left without a subject.

    "At a congress in Pellan the museum's director, Rowan Ashgrove, states that …".
    """
    if verb.dep_ != "ROOT" or verb.tag_ not in {"VBZ", "VBD"} or is_passive(verb):
        return None
    before = [each for each in verb.doc[verb.sent.start : verb.i] if not each.is_punct]
    who = (
        before[-1]
        if before and child(verb, "nsubj", "nsubjpass", "csubj", "expl") is None
        else None
    )
    while who is not None and who.dep_ in {"compound", "appos"}:
        who = who.head
    return who if who is not None and who.pos_ in {"NOUN", "PROPN"} and who.i < verb.i else None


def suffers(verb: "Token") -> bool:
    """Tell whether a participle says what its noun suffers: "Velm, accused of stalling, …"."""
    return verb.tag_ == "VBN" and verb.dep_ in {"acl", "advcl"} and not _has_own_words(verb)


def _has_own_words(verb: "Token") -> bool:
    """Tell whether a participle has what only an active verb has, or an agent."""
    own = child(verb, "nsubj", "dobj", "aux", "agent", "ccomp")
    return own is not None or preposition(verb, "by") is not None or agent_behind(verb) is not None


def agent_behind(verb: "Token") -> "Token | None":
    """Give the "by" that the parser hung on what stands before it: "accused of theft by X"."""
    inner = (object_of(prep) for prep in children(verb, "prep") if prep.i > verb.i)
    found = (preposition(noun, "by") for noun in inner if noun is not None)
    by = next((each for each in found if each is not None), None)
    name = object_of(by) if by is not None else None
    return by if name is not None and name.pos_ == "PROPN" else None


def _subject_above(verb: "Token") -> "Token | None":
    """Give the subject that a verb without one shares with a verb above it."""
    for ancestor, relation in climbs(verb):
        if relation in _CLAUSE_MODIFIERS:
            return ancestor
        if relation not in _SHARES_SUBJECT:
            return None
        found = child(ancestor, "nsubj", "nsubjpass")
        if found is not None:
            return _antecedent(found, ancestor)
    return None


def _antecedent(found: "Token", verb: "Token") -> "Token":
    """Give what "which" and "who" stand for: the noun before the relative clause."""
    if found.tag_ in {"WDT", "WP"} and verb.dep_ == "relcl":
        return verb.head
    return found


def climbs(token: "Token") -> Iterator[tuple["Token", str]]:
    """Go up from a token: each ancestor, with the relation in which the one below stands.

    Twenty steps at most: further up no clause says anything about it.
    """
    below = token
    for ancestor in islice(token.ancestors, _HIGHEST):
        yield ancestor, below.dep_
        below = ancestor


def is_passive(verb: "Token") -> bool:
    """Tell whether a verb stands in the passive voice."""
    if any(each.dep_ in {"nsubjpass", "auxpass"} for each in verb.children):
        return True
    return verb.tag_ == "VBN" and verb.dep_ == "acl" and preposition(verb, "by") is not None


def auxiliaries(verb: "Token") -> list["Token"]:
    """Give a verb's auxiliaries; those of the verb it is coordinated with where it has none.

    A modal goes on to a bare verb alone: "could not back it and *tabled* another" has none.
    """
    own = children(verb, "aux", "auxpass")
    if own or verb.dep_ != "conj" or child(verb, "nsubj") is not None:
        return own
    shared = children(verb.head, "aux", "auxpass")
    finite = verb.tag_ in {"VBD", "VBZ", "VBP"}
    return [] if finite and any(each.tag_ == "MD" for each in shared) else shared


def negation(verb: "Token") -> "Token | None":
    """Give the word that denies a verb: not, never, neither, hardly, no longer."""
    for each in verb.children:
        if each.dep_ == "neg" or each.lower_ in {"never", "neither", "nor", "hardly"}:
            return each
        if each.lower_ == "longer" and any(sub.lower_ == "no" for sub in each.children):
            return each
    return None


def subtree(token: "Token", without: Iterable["Token"] = ()) -> list["Token"]:
    """Give a token and all that hangs from it, in order, without some branches."""
    left_out = {each.i for branch in without for each in branch.subtree}
    return [each for each in token.subtree if each.i not in left_out]


def conjuncts(token: "Token") -> list["Token"]:
    """Give a token and those coordinated with it, in order, of the same kind of word."""
    same = [each for each in token.conjuncts if each.i > token.i and _same_kind(each, token)]
    return [token, *same]


def _same_kind(one: "Token", other: "Token") -> bool:
    nouns = {"NOUN", "PROPN", "PRON", "NUM"}
    return (one.pos_ in nouns) == (other.pos_ in nouns)


def noun_phrase(head: "Token") -> list["Token"]:
    """Give the tokens that name a noun: its phrase without clauses, appositions and the like."""
    without = [
        each
        for each in head.children
        if each.dep_ in {"relcl", "acl", "appos", "conj", "cc", "punct", "preconj"}
        or (each.dep_ == "prep" and each.lower_ not in {"of", "for", "from", "in"})
        or (each.dep_ == "prep" and child(each, "pcomp") is not None)
    ]
    return subtree(head, without)


def runs(tokens: list["Token"], gap: int = 0) -> list[list["Token"]]:
    """Cut tokens, in order, into runs without a gap of more than `gap` tokens."""
    found: list[list[Token]] = []
    for token in tokens:
        if found and token.i - found[-1][-1].i <= gap + 1:
            found[-1].append(token)
        else:
            found.append([token])
    return found
