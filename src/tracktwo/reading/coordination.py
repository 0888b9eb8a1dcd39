"""What is coordinated in what somebody asks? "A, B and C" are three things asked."""

from typing import TYPE_CHECKING

from tracktwo.reading.complement import Complement
from tracktwo.reading.grammar import child, children, conjuncts, object_of, subtree
from tracktwo.reading.series import members

if TYPE_CHECKING:
    from spacy.tokens import Token

_THINGS = frozenset({"object", "prepositional"})
_LOOSE_ENDS = frozenset({"CCONJ", "PUNCT", "ADP"})


_BOTH = frozenset({"not", "only", "just", "merely", "but", "also", "both", "either"})


def parts(found: Complement) -> list[list["Token"]]:
    """Cut a complement into what is coordinated in it: "a seat on the board and compensation".

    Things are cut where the next begins, so that what the parser hangs too high stays with its
    neighbour. Each part has two words or more, unless its preposition stands before it again, or
    nothing is cut.
    """
    heads = _coordinated(found)
    if found.kind in _THINGS:
        cut = _side_by_side(found, heads)
    elif len(heads) == 1:
        return [list(found.tokens)]
    else:
        held = {each.i for each in found.tokens}
        held |= {each.i for head in heads for each in head.subtree}
        cut = [_own(head, heads, held) for head in heads]
    least = 1 if _repeats_preposition(found, heads) else 2
    several = len(cut) > 1 and all(len(tokens) >= least and _says_what(tokens) for tokens in cut)
    return cut if several else [list(found.tokens)]


def _says_what(tokens: list["Token"]) -> bool:
    """Tell whether a part is more than an adjective, as in "the immediate and full release"."""
    return any(each.pos_ not in {"DET", "ADJ", "ADV"} for each in tokens)


def _coordinated(found: Complement) -> list["Token"]:
    """Give the heads of what is coordinated: also by a second "that …", "to …" or "for …"."""
    heads, governing = conjuncts(found.head), found.head.head
    if found.kind == "clause":
        own = [each for each in heads if child(each, "nsubj", "nsubjpass") is not None]
        return own or heads[:1]
    if found.kind == "infinitive":
        return heads + [each for each in found.tokens if _is_further_infinitive(each, heads)]
    if found.kind == "prepositional" and governing.dep_ in {"prep", "dative"}:
        after = [each for each in governing.head.subtree if _goes_on(each, governing)]
        heads += [each for each in map(object_of, after) if each is not None]
    if found.kind == "object":
        heads += [t for t in children(found.head.head, "dobj") if t.i > found.head.i]
    return heads


def _repeats_preposition(found: Complement, heads: list["Token"]) -> bool:
    """Tell whether each further head has the first's preposition before it: "for A, for B"."""
    governing = found.head.head.lower_
    return found.kind == "prepositional" and all(
        each.dep_ == "pobj" and each.head.lower_ == governing for each in heads
    )


def _goes_on(prep: "Token", governing: "Token") -> bool:
    """Tell whether a preposition goes on from another: "for A and for B", wherever it hangs."""
    if prep.lower_ != governing.lower_ or prep.i <= governing.i + 1 or prep.pos_ != "ADP":
        return False
    return prep.doc[prep.i - 1].lower_ in {"and", "or"} or prep.doc[prep.i - 1].text == ","


def _after_comma(head: "Token") -> bool:
    start = head.left_edge.i
    return start > 0 and head.doc[start - 1].text == ","


def _is_further_infinitive(token: "Token", heads: list["Token"]) -> bool:
    """Tell whether "and to return" goes on with an infinitive, wherever the parser hung it."""
    to = any(each.lower_ == "to" for each in children(token, "aux"))
    new = all(token.i != head.i for head in heads)
    listed = token.dep_ == "conj" or (token.dep_ == "advcl" and _after_comma(token))
    return to and new and listed and token.tag_ == "VB"


def _side_by_side(found: Complement, heads: list["Token"]) -> list[list["Token"]]:
    """Cut a row of things where the next one begins; the last runs as far as what is held."""
    held = {*found.tokens, *(each for head in heads for each in head.subtree)}
    ordered = sorted(held, key=_index)
    further = {_first(head) for head in heads if head.i != found.head.i}
    starts = sorted({ordered[0].i, *further, *members(ordered, found.head)})
    ends = [*starts[1:], ordered[-1].i + 1]
    return [
        _without_loose_ends([token for token in ordered if start <= token.i < end])
        for start, end in zip(starts, ends, strict=True)
    ]


def _first(head: "Token") -> int:
    """Give where a thing begins: with its article, not with an "either" before it."""
    left = [each for each in head.lefts if each.dep_ not in {"cc", "preconj", "punct"}]
    return min((each.left_edge.i for each in left), default=head.i)


def _own(head: "Token", heads: list["Token"], held: set[int]) -> list["Token"]:
    """Give what hangs from a head and from none of the others, without loose ends."""
    below = {each.i for each in head.subtree}
    others = [each for each in heads if each.i != head.i and each.i in below]
    loose = children(head, "cc", "preconj")
    loose += [each for each in children(head, "mark") if each.lower_ == "that"]
    return _without_loose_ends([t for t in subtree(head, [*others, *loose]) if t.i in held])


def _without_loose_ends(tokens: list["Token"]) -> list["Token"]:
    while tokens and (tokens[-1].is_punct or _is_loose(tokens[-1])):
        tokens.pop()
    first = next((at for at, each in enumerate(tokens) if not _pairs(tokens, at)), 0)
    return tokens[first:]


def _is_loose(token: "Token") -> bool:
    return token.pos_ in _LOOSE_ENDS or token.lower_ in {"also", "but"}


def _pairs(tokens: list["Token"], at: int) -> bool:
    """Tell whether a word only pairs members: "not only A but also B"."""
    return tokens[at].lower_ in _BOTH and tokens[0].lower_ in {"not", "but", "also", "both"}


def _index(token: "Token") -> int:
    return token.i
