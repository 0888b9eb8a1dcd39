"""Where does the content of a reporting verb stand, and whom does it address?"""

from typing import TYPE_CHECKING

from tracktwo.reading.complement import Complement
from tracktwo.reading.grammar import (
    child,
    children,
    is_passive,
    object_of,
    preposition,
    subtree,
)
from tracktwo.reading.lexicon import lexicon
from tracktwo.reading.predication import at, named, predicated
from tracktwo.reading.prepositional import for_clause, prepositional

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
        return prepositional(verb, kind)
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
    return prepositional(verb, "for") or _object(verb, "object")


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
            loose_ends = [own] if own is not None and own.i < to.i else []
            loose_ends += [each for each in children(head, "mark") if each.lower_ == "for"]
            tokens = subtree(head, loose_ends)
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
    told = found if found is not None and lexicon().can_speak(found.lower_) else None
    if told is not None and kind == "object" and not is_passive(verb):
        given = [t for t in children(verb, "dobj") if t.i > told.i and t.pos_ == "NOUN"]
        if given and not any(each.dep_ == "conj" for each in given):
            return Complement(given[-1], tuple(subtree(given[-1])), "object", told)
    if found is not None and _sums_up(found):
        return None
    if found is None or found.tag_ in _RELATIVE or found.pos_ not in {*_NOUNS, "DET", "ADJ"}:
        return None
    someone = found.pos_ in {"PRON", "PROPN"} or found.ent_type_ == "PERSON"
    if kind == "object_thing" and (someone or _is_carried(verb, found)):
        return None
    return Complement(found, tuple(subtree(found)), "object")


def _sums_up(thing: "Token") -> bool:
    """Tell whether a noun behind a comma sums up what stands before: ", an idea that X rejects"."""
    start = thing.left_edge
    if start.i == 0 or start.nbor(-1).text != "," or start.lower_ not in {"a", "an"}:
        return False
    return thing.lemma_.lower() in lexicon().words["stances"] | lexicon().taken_up.keys()


def _is_carried(verb: "Token", thing: "Token") -> bool:
    """Tell whether a thing is moved, not put forward: "floats its timber *down* the canal"."""
    return preposition(verb, *_PATHS) is not None or preposition(thing, *_PATHS) is not None


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
    return for_clause(verb)


def _after_talks(verb: "Token", kind: str) -> Complement | None:
    """Give the talks that somebody leaves: "walked out of the meeting", not "of the classroom"."""
    found = _after(verb, kind)
    talks = found is not None and found.head.lemma_.lower() in lexicon().words["dealing"]
    return found if talks else None


def _others_infinitive(verb: "Token", _kind: str) -> Complement | None:
    """Give what another is to do: "expects them to leave", "invited the parties to talks" not."""
    found = _infinitive(verb, None)
    if found is None or found.addressee is None or is_passive(verb):
        return None
    return found


def _being_done(verb: "Token", _kind: str) -> Complement | None:
    """Give what somebody wants done to himself: "wish *to be heard*"."""
    head = child(verb, "xcomp")
    passive = head is not None and child(head, "auxpass") is not None
    return Complement(head, tuple(subtree(head)), "infinitive") if head and passive else None


def _in_time(verb: "Token", _kind: str) -> Complement | None:
    """Give what somebody is given so much time to do: "gave the firm a week *to reply*"."""
    who = child(verb, "dative", "dobj")
    spans = [
        each for each in children(verb, "dobj", "npadvmod") if who is not None and each.i > who.i
    ]
    time = next((each for each in spans if each.lemma_.lower() in lexicon().words["times"]), None)
    if time is None or who is None or who.pos_ not in _NOUNS:
        return None
    for head in [*children(time, "acl", "relcl"), *children(verb, "advcl", "xcomp")]:
        if any(each.lower_ == "to" for each in children(head, "aux")):
            return Complement(head, tuple(subtree(head)), "infinitive", who)
    return None


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
    "as": predicated,
    "at": at,
    "named": named,
    "after": _after,
    "infinitive_of_other": _others_infinitive,
    "right": _right,
    "being_heard": _being_done,
    "in_time": _in_time,
    "after_talks": _after_talks,
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
