"""What stands behind a colon that names an act? "Its terms: a freeze, a quota and an apology"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from tracktwo.documents.document import Span
from tracktwo.reading.draft import Draft
from tracktwo.reading.grammar import child, object_of, preposition
from tracktwo.reading.leading import LISTED_ACTS, names_an_act
from tracktwo.reading.lexicon import Sense, lexicon
from tracktwo.reading.listed import parted
from tracktwo.reading.passages import tidied
from tracktwo.reading.quotations import near
from tracktwo.reading.scene import Scene
from tracktwo.reading.speakers import Voice

if TYPE_CHECKING:
    from spacy.tokens import Token

_COMMA = re.compile(r",\s+(?:and\s+|or\s+)?|\s+and\s+(?=(?:an?|the|no|its|their|more|full)\b)")
_FURTHEST, _LONGEST_ITEM = 14, 9
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_BEING = frozenset({"be", "remain", "include", "run", "follow"})


def behind_colons(scene: Scene) -> Iterator[Draft]:
    """Give a draft for each thing behind a colon before which an owned noun of saying stands.

    "The union's demands: A; B", "Its price was simple: A". Parted by semicolons, else by commas
    where all parts are short. A quotation there is left to the rule for quotations, and a colon
    at the end of a passage to the rule for lists.
    """
    for colon in scene.passage.parse:
        if colon.text != ":" or colon.i + 2 >= len(scene.passage.parse):
            continue
        noun = _noun_before(colon)
        voice = _owner(scene, noun) if noun is not None else None
        if noun is None or voice is None:
            continue
        span = _behind(scene, colon)
        sense = _sense(noun)
        if span is not None and sense is not None:
            yield from _drafts(scene, noun, sense, voice, span)


def _sense(noun: "Token") -> Sense | None:
    """Give the act that a noun before a colon names; a "price" or "terms" are a demand."""
    if noun.lemma_.lower() in lexicon().words["askings"]:
        return lexicon().nouns["demand"]
    sense = names_an_act(noun)
    return sense if sense is not None and sense.act in LISTED_ACTS else None


def _noun_before(colon: "Token") -> "Token | None":
    """Give the noun of saying before a colon, with no verb but a mere "is" between them."""
    for at in range(colon.i - 1, max(-1, colon.i - _FURTHEST), -1):
        token = colon.doc[at]
        if token.text in {".", ";", "?", "!"}:
            return None
        if token.tag_ in _FINITE and token.lemma_ not in _BEING:
            return None
        if token.pos_ in {"NOUN", "PROPN"} and _sense(token) is not None:
            return token
    return None


def _owner(scene: Scene, noun: "Token") -> Voice | None:
    """Give whose a noun is: "its terms", "the terms of Velm", "demands by the union"."""
    owners = [child(noun, "poss")]
    owners += [
        object_of(p) for w in ("by", "from", "of") if (p := preposition(noun, w)) is not None
    ]
    found = (scene.speaking(each) for each in owners if each is not None)
    return next((each for each in found if each is not None), None)


def _behind(scene: Scene, colon: "Token") -> Span | None:
    """Give what stands behind a colon to the end of its sentence; None for a quotation."""
    start = scene.passage.place_of(colon).end
    after = re.compile(r"[.!?](?=\s|$)").search(scene.text, start, scene.passage.span.end)
    span = Span(start, after.start() if after else scene.passage.span.end)
    if any(
        each.span.start <= start + 2 for each in near(scene.passage.quotes, Span(start, start + 2))
    ):
        return None
    return span if scene.text[start : span.end].strip() else None


def _drafts(scene: Scene, noun: "Token", sense: Sense, voice: Voice, span: Span) -> Iterator[Draft]:
    draft = Draft(
        passage=scene.passage.number,
        content=(span,),
        act=sense.act,
        reporting="nominal",
        voice=voice,
        sentence=scene.sentence(noun),
        cue=scene.span_of([noun]),
        firmness=sense.firmness,
        rank=1,
    )
    for each in _items(scene.text, span):
        tidy = tidied(each, scene.text, scene.passage.quotes)
        if tidy.end > tidy.start:
            yield replace(draft, content=(tidy,))


def _items(text: str, span: Span) -> list[Span]:
    """Cut where semicolons part what is named; else at commas, where no part is a long clause."""
    several = parted(text, span)
    if len(several) > 1:
        return several
    cuts = list(_COMMA.finditer(text, span.start, span.end))
    starts, ends = [span.start, *(c.end() for c in cuts)], [*(c.start() for c in cuts), span.end]
    parts = [Span(start, end) for start, end in zip(starts, ends, strict=True)]
    short = all(len(text[each.start : each.end].split()) <= _LONGEST_ITEM for each in parts)
    return parts if short else [span]
