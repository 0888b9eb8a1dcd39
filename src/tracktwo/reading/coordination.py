"""What is coordinated in what somebody asks? "A, B and C" are three things asked."""

from typing import TYPE_CHECKING

from tracktwo.reading.complements import Complement
from tracktwo.reading.grammar import child, children, conjuncts, object_of, subtree
from tracktwo.reading.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_THINGS = frozenset({"object", "prepositional"})
_WITHIN_A_THING = frozenset({"prep", "pobj", "conj", "appos", "dobj", "acl", "compound", "poss"})
_LOOSE_ENDS = frozenset({"CCONJ", "PUNCT", "ADP"})


def parts(found: Complement) -> list[list["Token"]]:
    """Cut a complement into what is coordinated in it: "a seat on the board and compensation".

    Things are cut where the next begins, so that what the parser hangs too high stays with its
    neighbour. Each part has two words or more, unless its preposition stands before it again, or
    nothing is cut.
    """
    heads = _coordinated(found)
    if len(heads) == 1:
        return [list(found.tokens)]
    held = {each.i for each in found.tokens} | {each.i for head in heads for each in head.subtree}
    if found.kind in _THINGS:
        cut = _side_by_side(heads, held)
    else:
        cut = [_own(head, heads, held) for head in heads]
    least = 1 if _repeats_preposition(found, heads) else 2
    return [list(found.tokens)] if any(len(tokens) < least for tokens in cut) else cut


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
    return _series(heads) if found.kind in _THINGS else heads


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


def _series(heads: list["Token"]) -> list["Token"]:
    """Complete the heads of "A, B and C" where the parser hung C below B, or B beside A.

    A series in which only a comma joins the last two is not closed: the "and" within its last
    member then closes it, unless that stands in a clause. In "a seat on the board and
    compensation" the second is a thing that people ask for, and what it is joined to is not.
    """
    heads = sorted([*heads, *_hidden(heads)], key=_index)
    last = heads[-1]
    beside = next((each for each in children(last, "appos") if _is_member(each, last)), None)
    open_at = beside if beside is not None else last
    joined_by_comma = beside is not None or (len(heads) > 1 and _after_comma(last))
    closing = _closing(open_at, is_open=joined_by_comma)
    if closing is None:
        return heads
    return [*heads, *([beside] if beside is not None and beside.i != closing.i else []), closing]


def _hidden(heads: list["Token"]) -> list["Token"]:
    """Give the things asked for behind a comma that the parser hung within one before them."""
    if len(heads) < 2:
        return []
    known = {each.i for each in heads}
    return [
        token
        for head in heads
        for token in head.subtree
        if token.i not in known
        and token.dep_ in {"conj", "appos"}
        and token.lemma_.lower() in lexicon().words["asked_for"]
        and _after_comma(token)
        and _within(token, head)
    ]


def _is_member(appos: "Token", head: "Token") -> bool:
    """Tell whether what the parser takes for an apposition can be the next member of a series.

    It begins with an article or number as the first does, and no clause explains it.
    """
    opens, first = appos.doc[appos.left_edge.i], head.doc[head.left_edge.i]
    alike = opens.pos_ == first.pos_ or opens.tag_ == "DT"
    return _after_comma(appos) and alike and child(appos, "relcl") is None


def _after_comma(head: "Token") -> bool:
    start = head.left_edge.i
    return start > 0 and head.doc[start - 1].text == ","


def _closing(head: "Token", *, is_open: bool) -> "Token | None":
    """Give the last noun below a head that "and" joins, where no clause stands between."""
    found = None
    for token in head.subtree:
        joins = token.dep_ == "conj" and any(t.dep_ == "cc" for t in token.head.children)
        joins = joins and token.pos_ in {"NOUN", "PROPN"} and token.head.i != head.i
        if joins and (is_open or _is_asked_for(token)) and _within(token, head):
            found = token
    return found


def _is_asked_for(token: "Token") -> bool:
    asked = lexicon().words["asked_for"]
    return token.lemma_.lower() in asked and token.head.lemma_.lower() not in asked


def _within(token: "Token", head: "Token") -> bool:
    while token.i != head.i:
        if token.dep_ not in _WITHIN_A_THING:
            return False
        token = token.head
    return True


def _is_further_infinitive(token: "Token", heads: list["Token"]) -> bool:
    """Tell whether "and to return" goes on with an infinitive, wherever the parser hung it."""
    to = any(each.lower_ == "to" for each in children(token, "aux"))
    new = all(token.i != head.i for head in heads)
    listed = token.dep_ == "conj" or (token.dep_ == "advcl" and _after_comma(token))
    return to and new and listed and token.tag_ == "VB"


def _side_by_side(heads: list["Token"], held: set[int]) -> list[list["Token"]]:
    """Cut a row of things where the next one begins; the last runs as far as what is held."""
    ordered = sorted(heads, key=_index)
    starts = [_first(head) for head in ordered]
    ends = [*starts[1:], max(held) + 1]
    doc = heads[0].doc
    cut = []
    for start, end in zip(starts, ends, strict=True):
        tokens = [token for token in doc[start:end] if token.i in held]
        cut.append(_without_loose_ends(tokens))
    return cut


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
    while tokens and (tokens[-1].is_punct or tokens[-1].pos_ in _LOOSE_ENDS):
        tokens.pop()
    return tokens


def _index(token: "Token") -> int:
    return token.i
