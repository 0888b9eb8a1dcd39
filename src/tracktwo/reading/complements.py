"""Where does the content of a reporting verb stand, and whom does it address?"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracktwo.reading.grammar import (
    child,
    children,
    conjuncts,
    is_passive,
    object_of,
    preposition,
    subtree,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_PREPOSITIONS = frozenset({"on", "for", "to", "against", "of", "with", "about", "from", "over"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


@dataclass(frozen=True, slots=True, eq=False)
class Complement:
    """The head of what a verb takes, all of its tokens, its kind, and whom it addresses."""

    head: "Token"
    tokens: "tuple[Token, ...]"
    kind: str
    addressee: "Token | None" = None


def complement(verb: "Token", takes: tuple[str, ...], addressee: str) -> Complement | None:
    """Give what a verb reports, by the first of its patterns that fits.

    The patterns are those that ``data/lexicon.toml`` explains. "object" also fits the subject
    of a passive ("the request was refused"), and the noun before a relative clause.
    """
    for kind in takes:
        found = _fit(verb, kind)
        if found is not None and found.tokens:
            return Complement(
                found.head,
                found.tokens,
                found.kind,
                found.addressee or _addressee(verb, addressee, found),
            )
    return None


def _fit(verb: "Token", kind: str) -> Complement | None:
    if kind in {"clause", "that_clause", "subjunctive"}:
        return _clause(verb, kind)
    if kind == "infinitive":
        return _infinitive(verb, None)
    if kind in {"on_infinitive", "to_infinitive"}:
        prep = preposition(verb, *(("on", "upon") if kind == "on_infinitive" else ("to",)))
        who = object_of(prep) if prep is not None else None
        return _infinitive(verb, who) if who is not None else None
    if kind in {"object", "object_thing"}:
        return _object(verb, kind)
    if kind == "gerund":
        found = next(
            (c for c in children(verb, "xcomp", "ccomp", "pcomp", "dobj") if c.tag_ == "VBG"), None
        )
        return None if found is None else Complement(found, tuple(subtree(found)), "gerund")
    if kind == "for_or_object":
        return _prepositional(verb, "for") or _object(verb, "object")
    if kind in {"as", "at"}:
        return _predicated(verb, kind)
    if kind == "named":
        return _named(verb)
    return _prepositional(verb, kind) if kind in _PREPOSITIONS else None


def _clause(verb: "Token", kind: str) -> Complement | None:
    for head in children(verb, "ccomp"):
        marks = {each.lower_ for each in children(head, "mark")}
        to = any(each.lower_ == "to" for each in children(head, "aux"))
        if to or (kind == "that_clause" and not ("that" in marks or is_subjunctive(head))):
            continue
        if kind == "subjunctive" and not is_subjunctive(head):
            continue
        if head.i < verb.i and any(each.text in {";", ":"} for each in verb.doc[head.i : verb.i]):
            continue
        dropped = [each for each in children(head, "mark") if each.lower_ == "that"]
        dropped += [each for each in children(head, "conj") if _goes_on(verb, each)]
        tokens = [
            *subtree(head, dropped),
            *(each for c in _conditions(verb, head) for each in c.subtree),
        ]
        return Complement(head, tuple(sorted(set(tokens), key=lambda each: each.i)), "clause")
    return _parenthetical(verb) if kind == "clause" else None


def is_subjunctive(head: "Token") -> bool:
    """Tell whether a clause asks rather than tells: "that it stop", "that it should stop"."""
    if {each.lower_ for each in children(head, "mark")} & {"whether", "if"}:
        return False
    aux = [each.lower_ for each in children(head, "aux", "auxpass")]
    if {"should", "must", "shall"} & set(aux):
        return True
    return (head.tag_ == "VB" and not aux) or aux == ["be"]


def _goes_on(verb: "Token", conj: "Token") -> bool:
    """Tell whether a coordinated verb goes on with the reporting verb: "says X, and points to Y"."""
    before = conj.doc[conj.left_edge.i - 1].lower_ if conj.left_edge.i else ""
    bare = child(conj, "nsubj", "nsubjpass", "expl", "aux", "auxpass") is None
    return (
        bare
        and conj.tag_ == verb.tag_
        and conj.tag_ in {"VBZ", "VBD", "VBP"}
        and before in {"and", "but"}
    )


def _conditions(verb: "Token", head: "Token") -> list["Token"]:
    """Give the conditions behind what was said that the parser hung on the verb of saying."""
    marks = {"if", "unless", "provided", "as"}
    return [each for each in children(verb, "advcl", "prep") if each.i > head.i > verb.i
            and any(m.lower_ in marks and m.dep_ in {"mark", "ROOT"} or m.lower_ in {"provided", "unless"}
                    for m in [each, *each.children])]  # fmt: skip


def _parenthetical(verb: "Token") -> Complement | None:
    """Give the clause around "X said" that the parser hangs into it: "The dam, he said, is full"."""
    if verb.dep_ not in {"parataxis", "dep"} and not _comma_clause(verb):
        return None
    if verb.head.pos_ not in {"VERB", "AUX"} or child(verb, "nsubj") is None:
        return None
    return Complement(verb.head, tuple(subtree(verb.head, [verb])), "clause")


def _comma_clause(verb: "Token") -> bool:
    """Tell whether "as X noted" stands beside the clause that it reports."""
    marks = {each.lower_ for each in children(verb, "mark", "advmod")}
    return verb.dep_ == "advcl" and "as" in marks and child(verb, "dobj", "ccomp", "xcomp") is None


def _infinitive(verb: "Token", who: "Token | None") -> Complement | None:
    places = [verb] if who is None else [verb, who, who.head]
    for place in places:
        for head in children(place, "xcomp", "ccomp", "advcl", "acl", "relcl"):
            to = next((each for each in children(head, "aux") if each.lower_ == "to"), None)
            if to is None or (head.dep_ in {"advcl", "acl", "relcl"} and who is None):
                continue
            own = child(head, "nsubj")
            tokens = subtree(head, [own] if own is not None and own.i < to.i else [])
            addressee = who or own or child(verb, "dobj")
            return Complement(head, tuple(tokens), "infinitive", addressee)
    return None


def _object(verb: "Token", kind: str) -> Complement | None:
    if is_passive(verb):
        found = child(verb, "nsubjpass")
        if found is None and verb.dep_ in {"acl", "relcl"}:
            return None
    else:
        found = child(verb, "dobj")
    if found is None or (
        kind == "object_thing" and (found.pos_ in {"PRON", "PROPN"} or found.ent_type_ == "PERSON")
    ):
        return None
    if found.tag_ in {"WDT", "WP"} or found.pos_ not in {*_NOUNS, "DET", "ADJ"}:
        return None
    return Complement(found, tuple(subtree(found)), "object")


def _prepositional(verb: "Token", word: str) -> Complement | None:
    prep = preposition(verb, word)
    thing = child(verb, "dobj", "nsubjpass")
    if prep is None and word == "of" and thing is not None:
        prep = preposition(thing, word)
    found = object_of(prep) if prep is not None else None
    if prep is None or found is None or found.tag_ in {"WDT", "WP"}:
        return None
    others = [each for each in subtree(prep) if each.i > prep.i]
    return Complement(found, tuple(others), "prepositional")


def _predicated(verb: "Token", word: str) -> Complement | None:
    """Give what is described and as what: "framing enlargement as a threat"."""
    thing = child(verb, "nsubjpass") if is_passive(verb) else child(verb, "dobj")
    holders = [verb, thing] if thing is not None else [verb]
    prep = next((p for h in holders if (p := preposition(h, word)) is not None), None)
    if prep is None and word == "as":
        prep = next(
            (p for h in verb.subtree if h.dep_ == "prep" and h.lower_ == "as" for p in [h]), None
        )
    if thing is None or prep is None:
        return None
    if thing.tag_ in {"WDT", "WP"}:
        rest = [each for each in verb.subtree if each.i > prep.i]
        return Complement(rest[0], tuple(rest), word) if rest else None
    tokens = sorted({*subtree(thing), *subtree(prep)}, key=lambda each: each.i)
    return Complement(thing, tuple(tokens), word)


def _named(verb: "Token") -> Complement | None:
    """Give what is called what: "called the veto a note on wheels"."""
    thing, name = child(verb, "dobj", "nsubjpass"), child(verb, "oprd", "attr", "xcomp")
    if thing is not None and name is not None:
        tokens = sorted({*subtree(thing), *subtree(name)}, key=lambda each: each.i)
        return Complement(thing, tuple(tokens), "named")
    clause = next(
        (c for c in children(verb, "ccomp") if child(c, "nsubj") is not None and c.pos_ != "VERB"),
        None,
    )
    if clause is not None:
        return Complement(clause, tuple(subtree(clause)), "named")
    return None


def _addressee(verb: "Token", where: str, found: Complement) -> "Token | None":
    if where in {"object", "dative"}:
        for each in children(verb, "dative", "dobj"):
            if each.i != found.head.i and each.pos_ in _NOUNS:
                return each
            if each.dep_ == "dative" and each.pos_ == "ADP":
                return object_of(each)
        return child(verb, "nsubjpass") if is_passive(verb) and found.kind != "object" else None
    if where:
        prep = preposition(verb, where)
        who = object_of(prep) if prep is not None else None
        return who if who is not None and who.i != found.head.i else None
    return None


def parts(found: Complement) -> list[tuple["Token", list["Token"]]]:
    """Cut a complement into what is coordinated in it: "a seat on the board and compensation".

    Each part has two words or more, or nothing is cut.
    """
    heads = conjuncts(found.head)
    if found.kind == "clause":
        heads = [each for each in heads if child(each, "nsubj", "nsubjpass") is not None] or heads[:1]
    if found.kind == "infinitive":
        heads += [each for each in found.tokens if _is_further_infinitive(each, heads)]
    governing = found.head.head
    if governing.dep_ in {"prep", "dative"} and found.kind == "prepositional":
        also = [
            each
            for each in governing.conjuncts
            if each.i > governing.i and each.lower_ == governing.lower_
        ]
        heads += [inner for each in also if (inner := object_of(each)) is not None]
    if len(heads) == 1:
        return [(found.head, list(found.tokens))]
    held = {each.i for each in found.tokens} | {each.i for head in heads for each in head.subtree}
    cut = [(head, _own(head, heads, held)) for head in heads]
    if any(len(tokens) < 2 for _, tokens in cut):
        return [(found.head, list(found.tokens))]
    return cut


def _is_further_infinitive(token: "Token", heads: list["Token"]) -> bool:
    """Tell whether "and to return" goes on with an infinitive, wherever the parser hung it."""
    to = any(each.lower_ == "to" for each in children(token, "aux"))
    return (
        to
        and token.dep_ == "conj"
        and token.tag_ == "VB"
        and all(token.i != head.i for head in heads)
    )


def _own(head: "Token", heads: list["Token"], held: set[int]) -> list["Token"]:
    others = [each for each in heads if each.i != head.i and each in set(head.subtree)]
    loose = [each for each in head.children if each.dep_ in {"cc", "preconj"}]
    tokens = [each for each in subtree(head, [*others, *loose]) if each.i in held]
    while tokens and (tokens[-1].is_punct or tokens[-1].dep_ == "cc" or tokens[-1].pos_ == "ADP"):
        tokens.pop()
    return tokens
