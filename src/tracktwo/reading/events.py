"""What happened when? Dated events that a text tells in its own voice."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tracktwo.documents.document import Span
from tracktwo.reading.dates import Dated
from tracktwo.reading.frames import Scene
from tracktwo.reading.grammar import climbs, noun_phrase, subtree
from tracktwo.reading.passages import tidied
from tracktwo.reading.reading import Event

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOUNS = frozenset(
    "invasion declaration treaty accord agreement election summit war riot riots coup ceasefire truce referendum annexation "
    "talks meeting attack memorandum act protocol resolution communique communiqué statement enlargement round conference "
    "accession withdrawal signing vote crisis".split()
)  # fmt: skip
_NOUN_BEFORE = re.compile(
    r"\b(?:the|a|an|its|their)\s+(?:[\w’'-]+\s+){0,3}?(?:" + "|".join(sorted(_NOUNS)) + r")\b(?:\s+of\s+(?:the\s+)?[^\W\d_][\w-]*)?\s+(?:in|on|of|from)\s+(?:early |late |mid-)?$",
    re.IGNORECASE,
)  # fmt: skip
_SEPARATOR = re.compile(r"\s*(?:[:–—-]|\.)\s*")


def events(scene: Scene, found: tuple[Dated, ...]) -> Iterator[Event]:
    """Give the dated events of a passage.

    A line of a chronology (a date, a separator, the rest) is one event. Elsewhere an event is a
    noun of happening with a date in its phrase ("the invasion of Ukraine in February 2022"),
    or a clause in the past tense on which a date hangs. The earlier rule wins.
    """
    span = scene.passage.span
    inside = [each for each in found if span.covers(each.span)]
    if not inside:
        return
    chronology = _chronology(scene, inside[0])
    if chronology is not None:
        yield chronology
        return
    taken: list[Span] = []
    for each in inside:
        event = _noun_event(scene, each) or _clause_event(scene, each)
        if event is not None and not any(event.span.overlap(other) for other in taken):
            taken.append(event.span)
            yield event


def _chronology(scene: Scene, first: Dated) -> Event | None:
    lead = scene.text[scene.passage.span.start : first.span.start]
    after = _SEPARATOR.match(scene.text, first.span.end, scene.passage.span.end)
    if lead.strip(" *_-•") or after is None or not after[0].strip():
        return None
    rest = Span(after.end(), scene.passage.span.end)
    return Event(rest, first.value, first.span) if rest.end - rest.start > 8 else None


def _token(scene: Scene, dated: Dated) -> "Token | None":
    place = scene.passage.offset(dated.span.start)
    end = scene.passage.offset(dated.span.end)
    tokens = [t for t in scene.passage.parse if t.idx < end and t.idx + len(t) > place]
    return tokens[-1] if tokens else None


def _noun_event(scene: Scene, dated: Dated) -> Event | None:
    before = scene.text[max(scene.passage.span.start, dated.span.start - 80) : dated.span.start]
    match = _NOUN_BEFORE.search(before)
    if match:
        start = dated.span.start - len(before) + match.start()
        return Event(tidied(Span(start, dated.span.end), scene.text, ()), dated.value, dated.span)
    token = _token(scene, dated)
    for each in [token, *token.ancestors] if token is not None else []:
        if each.pos_ in {"VERB", "AUX"}:
            return None
        if each.pos_ in {"NOUN", "PROPN"} and each.lower_ in _NOUNS:
            return Event(
                scene.passage.span_of(noun_phrase(each), scene.text), dated.value, dated.span
            )
    return None


def _clause_event(scene: Scene, dated: Dated) -> Event | None:
    token = _token(scene, dated)
    for each, relation in climbs(token) if token is not None else []:
        if relation in {"nsubj", "nsubjpass"}:
            return None
        if each.pos_ in {"VERB", "AUX"}:
            past = each.tag_ in {"VBD", "VBN"} and each.dep_ in {"ROOT", "conj"}
            if not past or each.lemma_ == "be":
                return None
            tokens = subtree(each, [c for c in each.children if c.dep_ in {"advcl", "conj", "cc"}])
            return Event(scene.passage.span_of(tokens, scene.text), dated.value, dated.span)
    return None
