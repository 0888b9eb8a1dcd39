"""What happened when? Dated events that a text tells in its own voice."""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from tracktwo.documents.document import Span
from tracktwo.reading.act_dates import ActDates
from tracktwo.reading.dates import Dated
from tracktwo.reading.grammar import climbs, noun_phrase, subtree
from tracktwo.reading.lexicon import lexicon
from tracktwo.reading.passages import tidied
from tracktwo.reading.reading import Event
from tracktwo.reading.scene import Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

_SEPARATOR = re.compile(r"\s*(?:[:–—-]|\.)\s*")
_NEAR = 80
_ENOUGH = 8


def events(scene: Scene, found: ActDates) -> Iterator[Event]:
    """Give the dated events of a passage.

    A line of a chronology (a date, a separator, the rest) is one event. Elsewhere an event is a
    noun of happening with a date in its phrase ("the invasion of Ukraine in February 2022"),
    or a clause in the past tense on which a date hangs. The earlier rule wins.
    """
    inside = found.within(scene.passage.span)
    chronology = _chronology(scene, inside[0]) if inside else None
    if chronology is not None:
        yield chronology
        return
    last = scene.passage.span.start
    for each in inside:
        event = _noun_event(scene, each) or _clause_event(scene, each)
        if event is not None and event.span.start >= last:
            last = max(last, event.span.end)
            yield event


def _chronology(scene: Scene, first: Dated) -> Event | None:
    lead = scene.text[scene.passage.span.start : first.span.start]
    after = _SEPARATOR.match(scene.text, first.span.end, scene.passage.span.end)
    if lead.strip(" *_-•") or after is None:
        return None
    rest = tidied(Span(after.end(), scene.passage.span.end), scene.text)
    return Event(rest, first.value, first.span) if rest.end - rest.start > _ENOUGH else None


def _token(scene: Scene, dated: Dated) -> "Token | None":
    """Give the last token of a date."""
    before = scene.passage.tokens(Span(scene.passage.span.start, dated.span.end))
    return before[-1] if len(before) else None


def _noun_event(scene: Scene, dated: Dated) -> Event | None:
    start = max(scene.passage.span.start, dated.span.start - _NEAR)
    match = _noun_before().search(scene.text[start : dated.span.start])
    if match:
        whole = Span(start + match.start(), dated.span.end)
        return Event(tidied(whole, scene.text), dated.value, dated.span)
    token = _token(scene, dated)
    for each in [token, *token.ancestors] if token is not None else []:
        if each.pos_ in {"VERB", "AUX"}:
            return None
        if each.pos_ in {"NOUN", "PROPN"} and each.lower_ in lexicon().words["happening"]:
            return Event(scene.span_of(noun_phrase(each)), dated.value, dated.span)
    return None


@cache
def _noun_before() -> re.Pattern[str]:
    """Match "the annexation of Torvay in" before a date."""
    nouns = "|".join(sorted(lexicon().words["happening"]))
    return re.compile(
        rf"\b(?:the|a|an|its|their)\s+(?:[\w’'-]+\s+){{0,3}}?(?:{nouns})\b"
        r"(?:\s+of\s+(?:the\s+)?[^\W\d_][\w-]*)?\s+(?:in|on|of|from)\s+(?:early |late |mid-)?$",
        re.IGNORECASE,
    )


def _clause_event(scene: Scene, dated: Dated) -> Event | None:
    token = _token(scene, dated)
    for each, relation in climbs(token) if token is not None else []:
        if relation in {"nsubj", "nsubjpass"}:
            return None
        if each.pos_ in {"VERB", "AUX"}:
            past = each.tag_ in {"VBD", "VBN"} and each.dep_ in {"ROOT", "conj"}
            if not past or each.lemma_ == "be":
                return None
            without = [c for c in each.children if c.dep_ in {"advcl", "conj", "cc"}]
            return Event(scene.span_of(subtree(each, without)), dated.value, dated.span)
    return None
