"""By when, for how long, until what? Terms behind a demand that belong to what is asked."""

from dataclasses import replace
from typing import TYPE_CHECKING

from tracktwo.reading.complements import Complement
from tracktwo.reading.grammar import child, children, object_of
from tracktwo.reading.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_ALWAYS = frozenset({"until", "before", "within", "unless"})
_TIMED = frozenset({"by", "for"})
_THINGS = frozenset({"object", "prepositional"})
_TIMES = frozenset({"DATE", "TIME"})


def with_terms(verb: "Token", found: Complement) -> Complement:
    """Give what is asked with the terms that stand right behind it.

    "demanded a reply by Friday", "want a ban until a review is finished", "sought rights for
    ten years": the parser hangs the term on the verb, but it is part of what is asked. Only
    what follows without a break counts; "before leaving" tells when somebody asked, and "for"
    and "by" count before a time alone.
    """
    if found.kind not in _THINGS or found.tokens[-1].i < verb.i:
        return found
    tokens = list(found.tokens)
    for branch in sorted(children(verb, "prep", "advcl"), key=lambda each: each.i):
        if branch.left_edge.i == tokens[-1].i + 1 and _is_term(branch):
            tokens += branch.subtree
    judged = [each for token in tokens if token.dep_ == "appos" for each in _judging(token)]
    return replace(found, tokens=tuple(each for each in tokens if each.i not in judged))


def _judging(appos: "Token") -> list[int]:
    """Give the tokens of ", a position that X calls …", which is about the demand, not of it."""
    name = appos.lemma_.lower() in lexicon().words["stances"]
    if not name or child(appos, "relcl", "acl") is None:
        return []
    return [each.i for each in appos.subtree]


def _is_term(branch: "Token") -> bool:
    """Tell whether a branch says by when, until what or for how long."""
    if branch.dep_ == "advcl":
        return branch.doc[branch.left_edge.i].lower_ in _ALWAYS
    inner = object_of(branch)
    if inner is None or inner.dep_ == "pcomp":
        return False
    if branch.lower_ in _ALWAYS:
        return True
    return branch.lower_ in _TIMED and (_is_time(inner) or _is_amount(branch, inner))


def _is_time(noun: "Token") -> bool:
    return noun.ent_type_ in _TIMES or noun.lemma_.lower() in lexicon().words["times"]


def _is_amount(prep: "Token", noun: "Token") -> bool:
    """Tell whether a noun is a number or a measure: "by 2028", "by a third", "by 40 percent"."""
    return prep.lower_ == "by" and (noun.like_num or child(noun, "nummod") is not None)
