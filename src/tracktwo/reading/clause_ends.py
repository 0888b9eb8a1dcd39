"""Where does a semicolon end a sentence? Where a clause of its own stands on either side."""

import re
from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SUBJECTS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "DT", "EX", "CD", "JJ", "WP"})
_BELOW = frozenset({"that", "to", "which", "who", "whose", "whether", "including", "or", "nor"})
_STOPS = frozenset({".", "?", "!"})
_CONTRAST = re.compile(r"\bnot (?:just|only|merely|simply|so much)\b", re.IGNORECASE)


@Language.component("clause_ends")
def clause_ends(doc: "Doc") -> "Doc":
    """Let a sentence begin behind each semicolon that parts two finite clauses.

    Otherwise the parser takes the one for what the other says. A list behind a colon stays
    whole, and so does "was not just X; it was Y". Linear.
    """
    start = 0
    listing = False
    for token in doc:
        if token.text in _STOPS:
            start, listing = token.i + 1, False
        elif token.text == ":":
            listing = True
        elif token.text == ";" and token.i + 1 < len(doc):
            before = [each for each in doc[start : token.i] if not each.is_space]
            own = not listing and not _CONTRAST.search(doc[start : token.i].text)
            if own and _is_clause(before) and _goes_on(doc, token.i + 1):
                doc[token.i + 1].is_sent_start = True
            start = token.i + 1
    return doc


def _goes_on(doc: "Doc", first: int) -> bool:
    """Tell whether a clause of its own stands between a place and the next stop."""
    following = doc[first + 1].tag_ if first + 1 < len(doc) else ""
    pointing = doc[first].lower_ == "that" and following in _FINITE
    if doc[first].lower_ in _BELOW and not pointing:
        return False
    end = next((t.i for t in doc[first:] if t.text in _STOPS or t.text in {";", ":"}), len(doc))
    return _is_clause(list(doc[first:end]))


def _is_clause(tokens: "list[Token]") -> bool:
    """Tell whether tokens hold a finite verb with something before it that can be its subject."""
    verb = next((at for at, each in enumerate(tokens) if each.tag_ in _FINITE), None)
    return verb is not None and any(each.tag_ in _SUBJECTS for each in tokens[:verb])
