"""By when, for how long, until what? Terms behind a demand that belong to what is asked."""

from dataclasses import replace
from typing import TYPE_CHECKING

from tracktwo.reading.complement import Complement
from tracktwo.reading.grammar import child, children, object_of
from tracktwo.reading.lexicon import lexicon
from tracktwo.reading.statement import Act

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

_ALWAYS = frozenset({"until", "before", "within", "unless"})
_TIMED = frozenset({"by", "for"})
_LOOSE = frozenset({"appos", "dobj", "attr", "npadvmod", "conj", "dep"})
_AGAINST = frozenset({"not", "never", "no"})
_THINGS = frozenset({"object", "prepositional"})
_TIMES = frozenset({"DATE", "TIME"})


def with_terms(verb: "Token", found: Complement, act: Act) -> Complement:
    """Give what is asked, offered or refused with the terms that stand right behind it.

    "demanded a reply by Friday", "want a ban until a review is finished", "sought rights for
    ten years": the parser hangs the term on the verb, but it is part of what is asked. Only
    what follows without a break counts; "before leaving" tells when somebody asked, and "for"
    and "by" count before a time alone. "dismissed the report as noise", "offered a pardon to the
    rebels" belong to what is dismissed and offered; what others say of it ("a charge that they
    deny"), or is set against it ("but never the other"), does not.
    """
    if found.kind not in _THINGS or found.tokens[-1].i < verb.i:
        return found
    tokens = list(found.tokens)
    for branch in sorted(children(verb, "prep", "advcl"), key=lambda each: each.i):
        if branch.left_edge.i == tokens[-1].i + 1 and _belongs(branch, found, act):
            tokens += branch.subtree
    judged = [each for token in tokens if token.dep_ == "appos" for each in _judging(token)]
    kept = [each for each in tokens if each.i not in judged]
    return replace(found, tokens=tuple(kept[: _contrast(kept)]))


def without_verdicts(tokens: "Iterable[Token]") -> "list[Token]":
    """Leave out ", a claim that X rejects" from some tokens: it is about what they say."""
    held = list(tokens)
    beside = (t for t in held if t.dep_ in _LOOSE and t.doc[max(t.left_edge.i - 1, 0)].text == ",")
    judged = {i for token in beside for i in _judging(token)}
    return [each for each in held if each.i not in judged]


def _contrast(tokens: "list[Token]") -> int:
    """Give where ", but never …" or ", but not …" sets something against what stands before."""
    for at in range(1, len(tokens) - 2):
        after = tokens[at + 2].lower_
        if tokens[at].text == "," and tokens[at + 1].lower_ == "but" and after in _AGAINST:
            return at
    return len(tokens)


def _belongs(branch: "Token", found: Complement, act: Act) -> bool:
    """Tell whether a branch behind what a verb takes is a part of it."""
    if act == "demand":
        return _is_term(branch)
    if branch.lower_ == "as" and branch.dep_ == "prep":
        return act in {"accept", "reject", "accuse", "deny"}
    given = act in {"propose", "promise"}
    if given and branch.lower_ == "to" and branch.dep_ == "prep":
        return found.addressee is None
    return given and _is_term(branch)


def _judging(appos: "Token") -> list[int]:
    """Give the tokens of ", a position that X calls …", which is about the demand, not of it."""
    word = appos.lemma_.lower()
    name = word in lexicon().words["stances"] or word in lexicon().taken_up
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
