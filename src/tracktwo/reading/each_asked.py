"""What does one verb ask of each of several? "urged the rebels to stop and the army to leave"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from tracktwo.documents.document import Span
from tracktwo.reading.draft import Draft
from tracktwo.reading.scene import Scene
from tracktwo.reading.speakers import Voice

if TYPE_CHECKING:
    from spacy.tokens import Token

_FURTHER = re.compile(
    r"(?:,|(?<![\s,]))\s+and\s+(?:(?:on|upon|to)\s+)?(?P<who>(?:[\w’'-]+\s+){1,7}?)(?P<to>to)\s+(?=[a-z])"
)
_OPENS = re.compile(r"to\s")
_NAMING = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "PART"})


def each_asked(scene: Scene, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Give the drafts, a demand of two parties cut into what is asked of each.

    "called on A to stop the shelling and on B to send observers": the second is somebody who can
    speak and stands between "and" and "to". What the parser made of the second ("on B") goes.
    """
    held = [(draft, _further(scene, draft)) for draft in drafts]
    cut = {draft.cue: further[0] for draft, further in held if further is not None}
    for draft, further in held:
        if further is not None:
            place, voice, start = further
            whole = draft.content[0]
            yield replace(draft, content=(Span(whole.start, place),))
            yield replace(draft, content=(Span(start, whole.end),), to=(voice,))
        elif draft.act != "demand" or draft.hull.start < cut.get(draft.cue, draft.hull.end):
            yield draft


def _further(scene: Scene, draft: Draft) -> tuple[int, Voice, int] | None:
    """Give where a second party is joined, who it is, and where what it is asked begins."""
    whole = draft.content[0]
    asks = draft.act == "demand" and len(draft.content) == 1 and bool(draft.to)
    if not asks or draft.cue is None or _OPENS.match(scene.text, whole.start) is None:
        return None
    for found in _FURTHER.finditer(scene.text, whole.start, whole.end):
        words = list(scene.passage.tokens(Span(*found.span("who"))))
        voice = scene.speaking(words[-1]) if _names(words) else None
        if voice is not None and voice.actor.id != draft.to[0].actor.id:
            return found.start(), voice, found.start("to")
    return None


def _names(words: "list[Token]") -> bool:
    return bool(words) and all(each.pos_ in _NAMING for each in words)
