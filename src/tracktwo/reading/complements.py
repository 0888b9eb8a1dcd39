"""Where does the content of a reporting verb stand, and whom does it address?"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracktwo.reading.grammar import (
    child,
    children,
    is_passive,
    object_of,
    preposition,
    subtree,
)
from tracktwo.reading.lexicon import lexicon
from tracktwo.reading.straying import strayed

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Token

_PREPOSITIONS = frozenset(
    {"on", "for", "to", "against", "of", "with", "about", "from", "over", "in"}
)
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_WHETHER = frozenset({"if", "whether"})
_UNTOLD = frozenset({"say", "ask", "wonder", "tell", "disclose", "reveal", "inquire"})
_RELATIVE = frozenset({"WDT", "WP"})
_PATHS = ("down", "along", "across", "downstream", "upstream")
_NEAR = 4
_ASKED = {
    "on_infinitive": ("on", "upon"),
    "to_infinitive": ("to",),
    "with_infinitive": ("with",),
}
_STATES = frozenset({"risk", "stake", "ease", "rest", "odds", "peril", "danger", "disposal"})


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
    """Give what a verb takes by one pattern."""
    if kind in _PREPOSITIONS:
        return _prepositional(verb, kind)
    return _PATTERNS[kind](verb, kind) if kind in _PATTERNS else None


def _gerund(verb: "Token", _kind: str) -> Complement | None:
    held = children(verb, "xcomp", "ccomp", "pcomp", "dobj")
    found = next((each for each in held if each.tag_ == "VBG" or _is_perfect(each)), None)
    return None if found is None else Complement(found, tuple(subtree(found)), "gerund")


def _is_perfect(verb: "Token") -> bool:
    """Tell whether a participle says what had been done before: "having treated"."""
    return any(each.lower_ == "having" for each in children(verb, "aux"))


def _bare_infinitive(verb: "Token", _kind: str) -> Complement | None:
    return _infinitive(verb, None)


def _asked_infinitive(verb: "Token", kind: str) -> Complement | None:
    """Give what somebody is called on, or appealed to, to do."""
    prep = preposition(verb, *_ASKED[kind], after=verb)
    who = object_of(prep) if prep is not None else None
    return _infinitive(verb, who) if who is not None else None


def _for_or_object(verb: "Token", _kind: str) -> Complement | None:
    return _prepositional(verb, "for") or _object(verb, "object")


def _clause(verb: "Token", kind: str) -> Complement | None:
    for head in children(verb, "ccomp"):
        if not _is_said(verb, head, kind):
            continue
        dropped = [each for each in children(head, "mark") if each.lower_ == "that"]
        start = dropped[0].i if dropped else -1
        dropped += [t for t in children(head, "advmod") if t.i == start - 1 and t.lower_ == "only"]
        further = [each for each in children(head, "conj") if _goes_on(verb, each)]
        dropped += [*further, *(children(head, "cc") if further else [])]
        tokens = set(subtree(head, dropped))
        tokens |= {each for c in _conditions(verb, head) for each in c.subtree}
        return Complement(head, tuple(sorted(tokens, key=_index)), "clause")
    return _parenthetical(verb) if kind == "clause" else None


def _is_said(verb: "Token", head: "Token", kind: str) -> bool:
    """Tell whether a clause below a verb is one that it takes.

    Finite, not across a colon, and no question ("did not say whether"). One of the same verb
    before it stands beside it: "we want peace, we want bread".
    """
    marked = any(each.lower_ == "that" for each in children(head, "mark"))
    bare = is_subjunctive(head)
    if any(each.lower_ == "to" for each in children(head, "aux")):
        return False
    asked = any(each.lower_ in _WHETHER for each in children(head, "mark"))
    if asked and verb.lemma_.lower() in _UNTOLD:
        return False
    if (kind == "that_clause" and not marked and not bare) or (kind == "subjunctive" and not bare):
        return False
    if head.i > verb.i:
        return True
    parallel = head.lemma_ == verb.lemma_
    return not parallel and not any(t.text in {";", ":"} for t in verb.doc[head.i : verb.i])


def is_subjunctive(head: "Token") -> bool:
    """Tell whether a clause asks rather than tells: "that it stop", "that it should stop".

    A verb in the plural with one thing for its subject ("that the presence end") asks as well,
    also where the parser takes it for a noun.
    """
    if {each.lower_ for each in children(head, "mark")} & {"whether", "if"}:
        return False
    aux = [each.lower_ for each in children(head, "aux", "auxpass")]
    if {"should", "must", "shall"} & set(aux):
        return True
    who = child(head, "nsubj", "nsubjpass")
    plural = head.tag_ == "VBP" and who is not None and who.tag_ in {"NN", "NNP"}
    misread = head.tag_ == "NN" and who is not None  # "that the presence end by May"
    return (not aux and (head.tag_ == "VB" or plural or misread)) or aux == ["be"]


def _goes_on(verb: "Token", conj: "Token") -> bool:
    """Tell whether a coordinated verb goes on with that of saying: "says X, and points to Y"."""
    before = conj.doc[conj.left_edge.i - 1].lower_ if conj.left_edge.i else ""
    bare = child(conj, "nsubj", "nsubjpass", "expl", "aux", "auxpass") is None
    return (
        bare
        and conj.tag_ == verb.tag_
        and conj.tag_ in {"VBZ", "VBD", "VBP"}
        and before in {"and", "but"}
    )


def reported_beside(verb: "Token") -> "Token | None":
    """Give the verb of saying beside which another goes on: "admits it and *blames* floods"."""
    above = verb.head
    if verb.dep_ != "conj" or above.dep_ != "ccomp" or above.head.i >= above.i:
        return None
    return above.head if _goes_on(above.head, verb) else None


def _conditions(verb: "Token", head: "Token") -> list["Token"]:
    """Give the conditions behind what was said that the parser hung on the verb of saying."""
    after = (each for each in children(verb, "advcl", "prep") if each.i > head.i > verb.i)
    return [each for each in after if any(_opens_condition(t) for t in (each, *each.children))]


def _opens_condition(token: "Token") -> bool:
    word = token.lower_
    return word in {"provided", "unless"} or (word in {"if", "as"} and token.dep_ == "mark")


def _parenthetical(verb: "Token") -> Complement | None:
    """Give the clause around "X said" that the parser hangs in it: "The dam, he said, is full"."""
    if verb.dep_ not in {"parataxis", "dep"} and not _comma_clause(verb):
        return None
    if verb.head.pos_ not in {"VERB", "AUX"} or child(verb, "nsubj") is None:
        return None
    return Complement(verb.head, tuple(subtree(verb.head, [verb])), "clause")


def _comma_clause(verb: "Token") -> bool:
    """Tell whether "as X noted" stands beside the clause that it reports."""
    marks = {each.lower_ for each in children(verb, "mark", "advmod")}
    own = child(verb, "dobj", "ccomp", "xcomp")
    return verb.dep_ == "advcl" and "as" in marks and (own is None or own.lower_ == "it")


def _put_so(verb: "Token", _kind: str) -> Complement | None:
    """Give the clause beside which "as X put it" stands."""
    it = child(verb, "dobj")
    return _parenthetical(verb) if it is not None and it.lower_ == "it" else None


def _infinitive(verb: "Token", who: "Token | None") -> Complement | None:
    places = [verb, *_times(verb)] if who is None else [verb, who, who.head]
    loose = who is not None or child(verb, "dobj", "dative", "nsubjpass") is None
    for place in places:
        for head in children(place, "xcomp", "ccomp", "advcl", "acl", "relcl"):
            to = next((each for each in children(head, "aux") if each.lower_ == "to"), None)
            if to is None:
                continue
            if head.dep_ in {"advcl", "acl", "relcl"} and not (loose or _is_told(verb, to)):
                continue
            own = child(head, "nsubj")
            tokens = subtree(head, [own] if own is not None and own.i < to.i else [])
            addressee = who or own or child(verb, "dobj")
            return Complement(head, tuple(tokens), "infinitive", addressee)
    return None


def _is_told(verb: "Token", to: "Token") -> bool:
    """Tell whether an infinitive stands right behind somebody: "press the museum *to* yield"."""
    who = child(verb, "dobj", "dative")
    if who is None or who.right_edge.i + 1 != to.i:
        return False
    return who.pos_ in {"PROPN", "PRON"} or lexicon().can_speak(who.lower_)


def _times(verb: "Token") -> list["Token"]:
    """Give the dates below a verb, from which the parser may hang what follows them."""
    inner = (object_of(each) for each in children(verb, "prep"))
    found = [*children(verb, "npadvmod"), *(each for each in inner if each is not None)]
    return [each for each in found if each.ent_type_ in {"DATE", "TIME"}]


def _object(verb: "Token", kind: str) -> Complement | None:
    found = child(verb, "nsubjpass" if is_passive(verb) else "dobj")
    if found is None or found.tag_ in _RELATIVE or found.pos_ not in {*_NOUNS, "DET", "ADJ"}:
        return None
    someone = found.pos_ in {"PRON", "PROPN"} or found.ent_type_ == "PERSON"
    if kind == "object_thing" and (someone or _is_carried(verb, found)):
        return None
    return Complement(found, tuple(subtree(found)), "object")


def _is_carried(verb: "Token", thing: "Token") -> bool:
    """Tell whether a thing is moved, not put forward: "floats its timber *down* the canal"."""
    return preposition(verb, *_PATHS) is not None or preposition(thing, *_PATHS) is not None


def _prepositional(verb: "Token", word: str) -> Complement | None:
    prep = preposition(verb, word, after=verb) or preposition(verb, word)
    thing = child(verb, "dobj", "nsubjpass")
    if prep is None and word == "of" and thing is not None:
        prep = preposition(thing, word)
    prep = prep or strayed(verb, word)
    found = object_of(prep) if prep is not None else None
    if prep is None or found is None or found.tag_ in _RELATIVE:
        return None
    others = [each for each in subtree(prep) if each.i > prep.i]
    return Complement(found, tuple(others), "prepositional")


def _at(verb: "Token", word: str) -> Complement | None:
    """Give what is put at what ("put the loss at 4%"), else what one jumps or scoffs at."""
    if child(verb, "dobj", "nsubjpass") is not None:
        return _predicated(verb, word)
    return _prepositional(verb, word)


def _is_state(token: "Token | None") -> bool:
    """Tell whether "at" names how something stands, not how much it is: "at risk", "at ease"."""
    return token is not None and token.lower_ in _STATES


def _predicated(verb: "Token", word: str) -> Complement | None:
    """Give what is described and as what: "framing enlargement as a threat"."""
    thing = child(verb, "nsubjpass") if is_passive(verb) else child(verb, "dobj")
    if thing is None:
        return _of_the_noun(verb, word)
    prep = preposition(verb, word) or preposition(thing, word)
    if prep is None and word == "as":
        prep = next((t for t in verb.subtree if t.dep_ == "prep" and t.lower_ == "as"), None)
    if prep is None or _is_state(object_of(prep)):
        return None
    if thing.tag_ in _RELATIVE:
        rest = tuple(each for each in verb.subtree if each.i > prep.i)
        return Complement(rest[0], rest, word) if rest else None
    return Complement(thing, _joined(thing, prep), word)


def _of_the_noun(verb: "Token", word: str) -> Complement | None:
    """Give what the noun before a relative clause is described as: "a charge that X calls …"."""
    prep = preposition(verb, word) if verb.dep_ in {"relcl", "acl"} else None
    rest = tuple(each for each in prep.subtree if each.i > prep.i) if prep is not None else ()
    return Complement(rest[0], rest, word) if rest and not is_passive(verb) else None


def _named(verb: "Token", _kind: str) -> Complement | None:
    """Give what is called what: "called the veto a note on wheels"."""
    thing = child(verb, "dobj", "nsubjpass")
    name = child(verb, "oprd", "attr", "xcomp") or _name_behind(verb, thing)
    if thing is not None and name is not None:
        return Complement(thing, _joined(thing, name), "named")
    small = (each for each in children(verb, "ccomp") if each.pos_ != "VERB")
    clause = next((each for each in small if child(each, "nsubj") is not None), None)
    return None if clause is None else Complement(clause, tuple(subtree(clause)), "named")


def _name_behind(verb: "Token", thing: "Token | None") -> "Token | None":
    """Give a name that the parser sets beside a thing: "branded the plan *a tale*"."""
    held = [*children(verb, "dobj"), *children(thing, "appos")] if thing is not None else []
    behind = (each for each in held if thing is not None and each.i > thing.i)
    return next((each for each in behind if each.doc[each.left_edge.i - 1].text != ","), None)


def _joined(one: "Token", other: "Token") -> "tuple[Token, ...]":
    """Give the tokens of two branches, in order."""
    return tuple(sorted({*subtree(one), *subtree(other)}, key=_index))


def _index(token: "Token") -> int:
    return token.i


def small_words(verb: "Token") -> "list[Token]":
    """Give the particles and prepositions behind a verb, in order: "hit *back at* criticism"."""
    held = children(verb, "prt", "advmod", "prep")
    below = [each for word in held for each in children(word, "prep")]
    return sorted((each for each in (*held, *below) if each.i > verb.i), key=_index)


def _after(verb: "Token", _kind: str) -> Complement | None:
    """Give what the last of a verb's small words governs: "hit back at criticism"."""
    for prep in small_words(verb):
        found = object_of(prep)
        if found is not None and found.tag_ not in _RELATIVE and prep.i - verb.i < _NEAR:
            others = tuple(each for each in subtree(prep) if each.i > prep.i)
            return Complement(found, others, "prepositional")
    return None


def _others_infinitive(verb: "Token", _kind: str) -> Complement | None:
    """Give what another is to do: "expects them to leave", "invited the parties to talks" not."""
    found = _infinitive(verb, None)
    if found is None or found.addressee is None or is_passive(verb):
        return None
    return found


def _right(verb: "Token", _kind: str) -> Complement | None:
    """Give what somebody reserves the right to do."""
    thing = child(verb, "dobj")
    if thing is None or thing.lower_ != "right":
        return None
    head = child(thing, "acl", "relcl")
    return None if head is None else Complement(head, tuple(subtree(head)), "infinitive")


_PATTERNS: "dict[str, Callable[[Token, str], Complement | None]]" = {
    "clause": _clause,
    "that_clause": _clause,
    "subjunctive": _clause,
    "infinitive": _bare_infinitive,
    "on_infinitive": _asked_infinitive,
    "to_infinitive": _asked_infinitive,
    "with_infinitive": _asked_infinitive,
    "object": _object,
    "object_thing": _object,
    "gerund": _gerund,
    "for_or_object": _for_or_object,
    "as": _predicated,
    "at": _at,
    "named": _named,
    "after": _after,
    "infinitive_of_other": _others_infinitive,
    "right": _right,
    "beside": _put_so,
}


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
        if who is None or who.i == found.head.i or who.ent_type_ in {"DATE", "TIME"}:
            return None
        return who
    return None
