"""What others say of a thing is no part of it: "a levy, which economists say would cost jobs"."""

from dataclasses import replace
from typing import TYPE_CHECKING

from tracktwo.reading.complement import Complement
from tracktwo.reading.grammar import child, subtree
from tracktwo.reading.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_PRONOUNS = frozenset({"which", "who", "whom"})


def without_relative_asides(found: Complement) -> Complement:
    """Give what somebody reports without ", which X says …".

    Only behind a comma, and only where the clause has a verb of saying with somebody of its own
    for its subject: any other relative clause belongs to its noun.
    """
    held = found.tokens
    verbs = (t for t in held if t.dep_ == "relcl" and _is_aside(t, held[0].i))
    aside = {each.i for verb in verbs for each in subtree(verb)}
    kept = [each for each in held if each.i not in aside]
    while kept and kept[-1].text in {",", "–", "—"}:
        kept.pop()
    return replace(found, tokens=tuple(kept)) if kept else found


def _is_aside(verb: "Token", first: int) -> bool:
    """Tell whether a relative clause says what somebody else says of the noun before it."""
    start, who = verb.left_edge, child(verb, "nsubj")
    if start.lower_ not in _PRONOUNS or start.i <= first or start.doc[start.i - 1].text != ",":
        return False
    senses = lexicon().verbs.get(verb.lemma_.lower(), ())
    return bool(senses) and who is not None and who.i != start.i
