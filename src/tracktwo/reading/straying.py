"""Which preposition did the parser hang too low? "asked us in her report *for* X"."""

from typing import TYPE_CHECKING

from tracktwo.reading.grammar import children

if TYPE_CHECKING:
    from spacy.tokens import Token

_STRAYING = {"for": {"ask", "appeal", "press", "call"}, "of": {"accuse"}}
_TIMES = frozenset({"DATE", "TIME"})


def strayed(verb: "Token", word: str) -> "Token | None":
    """Give the "for" or "of" of a verb that hangs on a place or date behind it.

    "accused by the union on Monday *of* hiding it": an "of" counts behind a date or a comma.
    """
    if verb.lemma_ not in _STRAYING.get(word, ()):
        return None
    places = (each for each in children(verb, "prep", "agent") if each.i > verb.i)
    behind = (t for place in places for t in place.subtree if _is_below(t, place, word))
    return next((t for t in behind if word == "for" or _is_cut_off(t)), None)


def _is_cut_off(prep: "Token") -> bool:
    """Tell whether a preposition does not go with what stands before it: a date or a comma."""
    return prep.nbor(-1).text == "," or prep.nbor(-1).ent_type_ in _TIMES


def _is_below(token: "Token", place: "Token", word: str) -> bool:
    return token.lower_ == word and token.dep_ == "prep" and token.i > place.i
