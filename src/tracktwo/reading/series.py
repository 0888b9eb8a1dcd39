"""Where do the members of "A, B and C" begin? Read off the words, as parsers hang them anywhere."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tracktwo.reading.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_JOINTS = frozenset({"and", "or"})
_ARTICLES = frozenset({"a", "an", "the", "no"})
_BEFORE_A_NOUN = frozenset({"ADJ", "NUM", "DET", "NOUN", "ADV", "PROPN", "VERB"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_CLAUSES = frozenset({"relcl", "advcl", "ccomp", "pcomp", "csubj", "parataxis"})
_LONGEST_OPENING = 6


def members(tokens: Sequence["Token"], head: "Token") -> list[int]:
    """Give where the further members of a series of things begin, as token indexes.

    A member stands behind a comma, behind "and", or behind both, and opens with an article or
    is a thing that people ask for ("a ban, a seat on the board and compensation"). A comma
    alone parts members only where an "and" behind it closes the series, and "and" alone only
    before a thing asked for, or where it closes one. What a clause holds is no member, and
    where a comma parts bare names ("in Arn, Bel, and the Cor") there is no series of things.

    Parameters
    ----------
    tokens : sequence of Token
        What is asked, in order.
    head : Token
        Its first noun.
    """
    commas: list[Token] = []
    joints: list[Token] = []
    for at, token in enumerate(tokens[1:-1], start=1):
        if token.text == ",":
            joined = tokens[at + 1].lower_ in _JOINTS
            opening = tokens[at + 1 + joined :]
            if not opening or _in_clause(opening[0], head):
                continue
            if _opens(opening):
                (joints if joined else commas).append(opening[0])
            elif opening[0].pos_ in {"PROPN", "NOUN", "ADJ", "NUM"}:
                return []
        elif token.lower_ in _JOINTS and tokens[at - 1].text != ",":
            opening = tokens[at + 1 :]
            closes = bool(commas) and _is_noun_ahead(opening)
            if not _in_clause(opening[0], head) and (closes or _is_asked_for(opening, token)):
                joints.append(opening[0])
    closed = joints and commas and joints[-1].i > commas[-1].i
    found = [*(commas if closed else []), *_closing(joints, commas)]
    return sorted(each.i for each in found)


def _closing(joints: list["Token"], commas: list["Token"]) -> list["Token"]:
    """Give the joints that count: behind the last comma the first that opens a thing asked for."""
    behind = [each for each in joints if not commas or each.i > commas[-1].i]
    if len(behind) < 2 or not commas:
        return joints
    best = next((each for each in behind if each.lower_ in _ARTICLES), behind[0])
    return [each for each in joints if each.i <= commas[-1].i or each.i == best.i]


def _opens(opening: Sequence["Token"]) -> bool:
    """Tell whether words open a thing: with an article and no name behind it, or asked for."""
    noun = _noun(opening)
    if noun is None or noun.pos_ != "NOUN":
        return False
    return opening[0].lower_ in _ARTICLES or noun.lemma_.lower() in lexicon().words["asked_for"]


def _is_noun_ahead(opening: Sequence["Token"]) -> bool:
    noun = _noun(opening)
    return noun is not None and noun.pos_ == "NOUN"


def _is_asked_for(opening: Sequence["Token"], joint: "Token") -> bool:
    """Tell whether "and" joins a thing asked for to one that is not: "the board and aid"."""
    asked, noun = lexicon().words["asked_for"], _noun(opening)
    if noun is None or noun.lemma_.lower() not in asked:
        return False
    return joint.head.lemma_.lower() not in asked or opening[0].lower_ in _ARTICLES


def _noun(opening: Sequence["Token"]) -> "Token | None":
    """Give the noun that some words open: the last of the first run of nouns."""
    found = None
    for token in opening[:_LONGEST_OPENING]:
        if token.pos_ in _NOUNS:
            found = token
        elif found is not None or token.pos_ not in _BEFORE_A_NOUN:
            break
    return found


def _in_clause(token: "Token", head: "Token") -> bool:
    """Tell whether a clause stands between a word and the head of what is asked."""
    while token.i not in {head.i, token.head.i}:
        if token.dep_ in _CLAUSES:
            return True
        token = token.head
    return False
