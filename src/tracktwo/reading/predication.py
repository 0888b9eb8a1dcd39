"""What is described as what? "framing enlargement as a threat", "called the veto a note"."""

from typing import TYPE_CHECKING

from tracktwo.reading.complement import Complement
from tracktwo.reading.grammar import child, children, is_passive, object_of, preposition, subtree
from tracktwo.reading.prepositional import prepositional

if TYPE_CHECKING:
    from spacy.tokens import Token

_RELATIVE = frozenset({"WDT", "WP"})
_STATES = frozenset({"risk", "stake", "ease", "rest", "odds", "peril", "danger", "disposal"})


def at(verb: "Token", word: str) -> Complement | None:
    """Give what is put at what ("put the loss at 4%"), else what one jumps or scoffs at."""
    if child(verb, "dobj", "nsubjpass") is not None:
        return predicated(verb, word)
    return prepositional(verb, word)


def _is_state(token: "Token | None") -> bool:
    """Tell whether "at" names how something stands, not how much it is: "at risk", "at ease"."""
    return token is not None and token.lower_ in _STATES


def predicated(verb: "Token", word: str) -> Complement | None:
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


def named(verb: "Token", _kind: str) -> Complement | None:
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
