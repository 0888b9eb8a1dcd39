"""What trails behind what is asked is no part of it: ", while Y …", ", an idea that Y rejects"."""

from dataclasses import replace
from typing import TYPE_CHECKING

from tracktwo.reading.complement import Complement
from tracktwo.reading.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_MEANWHILE = frozenset({"while", "whereas", "although"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD", "VBN"})
_NEAR = 3


def without_trailing(found: Complement) -> Complement:
    """Give what somebody asks without what is told behind it of somebody else.

    That is a clause with "while" or "whereas", and a noun that names the whole with what another
    does with it (", a charge Y denied"), each behind a comma.
    """
    held = found.tokens
    for at in range(1, len(held)):
        if held[at].nbor(-1).text != ",":
            continue
        if held[at].lower_ in _MEANWHILE or names_all(held[at:]):
            kept = held[: at - (held[at - 1].text == ",")]
            return replace(found, tokens=kept) if kept else found
    return found


def names_all(tokens: "tuple[Token, ...]") -> bool:
    """Tell whether words open with "an idea", "a charge" or the like and a clause about it."""
    words = lexicon().words["stances"] | lexicon().taken_up.keys()
    if tokens[0].lower_ not in {"a", "an"}:
        return False
    noun = next((at for at, t in enumerate(tokens[1:_NEAR], 1) if t.lemma_.lower() in words), None)
    behind = tokens[noun + 1 :] if noun is not None else ()
    opens = bool(behind) and (behind[0].tag_ in {"WDT", "IN"} or behind[0].pos_ in {"PROPN", "DET"})
    return opens and any(each.tag_ in _FINITE for each in behind)
