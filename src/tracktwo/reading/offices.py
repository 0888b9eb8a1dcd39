"""Which office does a person hold, and whose is it? "Torvay's foreign minister, Mira Halvard"."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracktwo.actors.naming import strip_titles
from tracktwo.actors.registry import Registry
from tracktwo.reading.grammar import children, noun_phrase, preposition
from tracktwo.reading.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_BEFORE = frozenset({"compound", "amod", "nmod", "poss", "case", "det"})
_REACH = 8


@dataclass(frozen=True, slots=True)
class Office:
    """The words of an office, "" for none, and the noun from which its holder's state hangs."""

    title: str
    holder: "Token"


def is_office(word: str) -> bool:
    """Tell whether a word names an office.

    >>> is_office("Chairwoman"), is_office("vice-president"), is_office("office")
    (True, False, False)
    """
    return lexicon().patterns["office"].fullmatch(word) is not None


def names_office(phrase: str) -> bool:
    """Tell whether a phrase names an office anywhere in it."""
    return lexicon().patterns["office"].search(phrase) is not None


def office_of(name: "Tokens", label: str) -> Office:
    """Give the office that stands before a name, beside it, or behind it after "as".

    What stands before decides, unless it names no office ("Dr."); a name that is an apposition
    has the office of what it stands beside. Bodies hold none.
    """
    titles = strip_titles(name.text)[0]
    head = name.root
    title, holder = _words_before(name), head
    if label != "ORG":
        if head.dep_ == "appos" and names_office(phrase := _phrase(head.head)):
            title, holder = phrase, head.head
        for apposed in children(head, "appos"):
            phrase = _phrase(apposed, articles=True)
            if names_office(phrase) and not names_office(title):
                title, holder = phrase, apposed
    title = f"{title} {titles}".strip() or _office_after(name)
    return Office(title if names_office(title) else titles, holder)


def stands_by_office(name: "Tokens") -> bool:
    """Tell whether an office stands right before a name, or beside it in apposition."""
    root = name.root
    if root.dep_ == "appos" and names_office(_phrase(root.head, articles=True)):
        return True
    return bool(name.start and is_office(name.doc[name.start - 1].text))


def holder_of(head: "Token", registry: Registry) -> str:
    """Give the id of the actor whose office a title names, "" where the registry knows none."""
    for token in head.subtree:
        if token.i <= head.i and token.dep_ in {"amod", "compound", "nmod", "poss"}:
            owner = registry.by_adjective(token.text) or registry.lookup(token.text)
            if owner is not None:
                return owner.id if owner.type != "government" else owner.speaks_for
    of = preposition(head, "of")
    if of is None:
        return ""
    owner = registry.lookup(" ".join(t.text for c in of.children for t in c.subtree))
    return owner.id if owner is not None else ""


def _words_before(name: "Tokens") -> str:
    before = [
        token
        for token in name.root.subtree
        if 0 < name.start - token.i < _REACH and token.dep_ in _BEFORE
    ]
    return " ".join(t.text for t in before if t.pos_ != "DET" and t.tag_ not in {"POS", "PRP$"})


def _phrase(head: "Token", *, articles: bool = False) -> str:
    return " ".join(t.text for t in noun_phrase(head) if articles or t.pos_ != "DET")


def _office_after(name: "Tokens") -> str:
    """Give the office of "the election of Mira Halvard as Torvayan president"."""
    after = name.doc[name.end : name.end + 5]
    if not len(after) or after[0].lower_ != "as":
        return ""
    words = [token.text for token in after[1:]]
    ends = [at for at, word in enumerate(words) if is_office(word)]
    return " ".join(words[: ends[0] + 1]) if ends else ""
