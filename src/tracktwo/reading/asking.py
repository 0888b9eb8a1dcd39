"""Which words ask by their form alone? "Leave the valley!", "no talks before …", "you must …"."""

import re
from typing import TYPE_CHECKING

from tracktwo.reading.grammar import child, children
from tracktwo.reading.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

_NONE_WITHOUT = re.compile(
    r"^\W*(?:(?:there|that|it) )?(?:(?:can|could|will|would|shall|must|should|may)(?: only)? be )?"
    r"no [^.;:?!]{2,80}?\b(?:without|before|until|unless|as long as|so long as)\b",
    re.IGNORECASE,
)
_WITHOUT_NONE = re.compile(
    r"^\W*without [^.;:?!]{2,80}?,? (?:there|that|it|this)?\s?"
    r"(?:can|could|will|would|shall|must|may) be no (?!doubt\b|surprise\b)|"
    r"^\W*without [^.;:?!]{2,80}, no \w+|"
    r"^\W*only (?:when|once|after|if) [^.;:?!]{2,80},? (?:can|could|will|would) \w+\b",
    re.IGNORECASE,
)
_UNDONE_UNTIL = re.compile(
    r"^\W*no [^.;:?!]{2,60}? (?:will|would|shall) be \w+ (?:before|until) (?:the end of )?"
    r"(?:\d|next|\w+day\b|(?-i:[A-Z][a-z]+ \d))",
    re.IGNORECASE,
)
_TO_YOU = re.compile(
    r"\b(?:you|they) (?:should|must|ought to|need to|have to)\b(?! have)", re.IGNORECASE
)
_NEEDED = re.compile(
    r"^\W*(?:what|all) (?:we|i) (?:\w+ )?(?:need|want|ask|demand|require|expect|insist on)\b|"
    r"^\W*our (?:\w+ )?(?:demands?|conditions?|requests?) (?:is|are|remains?)\b",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    r"\bis the (?:floor|ceiling|minimum|maximum|bottom line|least)\b|\bnot an opening bid\b|"
    r"\b(?:is|are|remains?|stays?) (?:not|non-?)[ -]?negotiable\b",
    re.IGNORECASE,
)
_BEFORE_AN_ORDER = frozenset({"INTJ", "ADV", "PUNCT", "CCONJ", "SPACE", "PART"})


def asks_by_condition(words: str) -> bool:
    """Tell whether words make one thing a condition of another: "no X without Y".

    >>> asks_by_condition("no talks before the gate is open")
    True
    >>> asks_by_condition("without an apology there can be no talks")
    True
    >>> asks_by_condition("no talks were held before the gate")
    False
    >>> asks_by_condition("no school will be closed before 2030")
    False
    """
    if _WITHOUT_NONE.match(words):
        return True
    found = _NONE_WITHOUT.match(words)
    told = found is not None and re.search(r"\b(?:was|were|had|did)\b", found[0])
    return found is not None and not told and _UNDONE_UNTIL.match(words) is None


def asks_outright(words: str, tokens: "Sequence[Token]") -> bool:
    """Tell whether a speaker's own words ask: an order, "you must …", "what we need is …".

    So does a limit that leaves no room: "Forty is the floor".

    Parameters
    ----------
    words : str
        What somebody says in so many words.
    tokens : sequence of Token
        The same, as parsed.
    """
    if _NEEDED.match(words) or _LIMIT.search(words):
        return True
    return _is_order(tokens) or _is_to_you(words, tokens)


def _is_to_you(words: str, tokens: "Sequence[Token]") -> bool:
    return _TO_YOU.search(words) is not None and any(
        token.lower_ == "you" and token.dep_ == "nsubj" for token in tokens
    )


def _is_order(tokens: "Sequence[Token]") -> bool:
    """Tell whether a sentence begins with its bare verb: "Give back the keys", "Do not fire".

    Words by which a speaker only steers the talk ("Look, …", "Let me say") are none.
    """
    order = next((each for each in tokens if each.pos_ not in _BEFORE_AN_ORDER), None)
    if order is not None and order.lower_ == "please":
        order = next((each for each in tokens if each.i > order.i), None)
    if order is not None and order.lower_ == "do" and order.dep_ == "aux":
        order = order.head
    if order is None or order.tag_ != "VB" or order.dep_ not in {"ROOT", "ccomp", "conj"}:
        return False
    bound = child(order, "nsubj", "nsubjpass", "expl") or any(
        each.lower_ != "do" for each in children(order, "aux")
    )
    steers = order.lemma_.lower() in lexicon().words["steering"]
    return not bound and not steers and order.i + 1 < len(order.doc)
