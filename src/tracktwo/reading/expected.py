"""Is what somebody expects a demand or a forecast? "expects an apology", "expects rain"."""

from dataclasses import replace
from typing import TYPE_CHECKING

from tracktwo.reading.complement import Complement
from tracktwo.reading.grammar import subject
from tracktwo.reading.lexicon import Sense, lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_THINGS = frozenset({"object", "prepositional"})


def expected(verb: "Token", sense: Sense, found: Complement) -> Sense:
    """Give the sense of "expect" by who expects, and what.

    What analysts expect is a forecast, whatever it is. A party that expects a thing that people
    ask for ("an apology", "the withdrawal of the complaint") demands it.
    """
    if _watches(verb):
        forecast = replace(sense, act="claim", subtype="forecast", firmness="hedged")
        return forecast if sense.act == "demand" else sense
    asked = found.head.lemma_.lower() in lexicon().words["asked_for"]
    if found.kind in _THINGS and asked:
        return replace(sense, act="demand", subtype="", firmness="firm")
    return sense


def _watches(verb: "Token") -> bool:
    """Tell whether the subject of a verb only watches: "analysts", "economists"."""
    who = subject(verb)
    return who is not None and who.lemma_.lower() in lexicon().words["watchers"]
