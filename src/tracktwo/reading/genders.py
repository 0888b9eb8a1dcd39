"""Which people does a text call he, and which she? Known by titles only: "Ms", "chairwoman"."""

import re
from collections.abc import Mapping, Sequence
from typing import Final, Literal

from tracktwo.reading.cast import Cast
from tracktwo.reading.lexicon import lexicon
from tracktwo.reading.passages import Passage

Gender = Literal["he", "she"]

_SAYS: Final[Mapping[str, Gender]] = {
    "he": "he", "him": "he", "his": "he", "himself": "he",
    "she": "she", "her": "she", "hers": "she", "herself": "she",
}  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")


def gender_of(pronoun: str) -> Gender | None:
    """Give the gender that a pronoun shows, None for one that shows none.

    >>> gender_of("her"), gender_of("they")
    ('she', None)
    """
    return _SAYS.get(pronoun)


def gender_in(title: str) -> Gender | None:
    """Give the gender that a title or office shows, None where it shows none.

    >>> gender_in("Ms"), gender_in("former chairman"), gender_in("prime minister")
    ('she', 'he', None)
    """
    words = {word.casefold() for word in _WORD.findall(title)}
    if words & lexicon().words["she"] or any(word.endswith("woman") for word in words):
        return "she"
    if words & lexicon().words["he"] or any(word.endswith("man") for word in words):
        return "he"
    return None


def genders(cast: Cast, passages: Sequence[Passage]) -> dict[str, Gender]:
    """Give the gender of each person whose titles show one, by id: "Ms Halvard", "chairman".

    What stands right before a name counts, and the offices that the text gives. The first that
    shows one decides.
    """
    found: dict[str, Gender] = {}
    for mention in cast.mentions:
        actor = cast.actors[mention.actor]
        if actor.type != "person" or actor.id in found:
            continue
        before = passages[mention.passage].parse[max(0, mention.start - 1) : mention.start].text
        shown = (gender_in(title) for title in (before, *(role.title for role in actor.roles)))
        gender = next((each for each in shown if each is not None), None)
        if gender is not None:
            found[actor.id] = gender
    return found
