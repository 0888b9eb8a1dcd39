"""Whose words stand in quotation marks? Direct speech, whole and interrupted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tracktwo.documents.document import Span
from tracktwo.reading.complements import complement
from tracktwo.reading.draft import Draft
from tracktwo.reading.frames import Scene, can_speak, lemma_of
from tracktwo.reading.grammar import subject
from tracktwo.reading.lexicon import lexicon
from tracktwo.reading.passages import Passage, is_partial
from tracktwo.reading.quotations import Quotation
from tracktwo.reading.speakers import Voice

if TYPE_CHECKING:
    from spacy.tokens import Token

_SENTENCE_END = re.compile(r"[.!?…]+[”’\"]?\s+(?=[\"“‘]?[A-Z0-9])")
_TERMINATOR = re.compile(r"[.!?](?=\s|$)")


@dataclass(frozen=True, slots=True)
class Attributed:
    """A quotation with whose words it holds, and the cue that says so."""

    quote: Quotation
    voice: Voice
    cue: Span | None
    to: tuple[Voice, ...]
    verb: int | None


def attributions(scene: Scene, before: Attributed | None) -> list[Attributed]:
    """Find whose words each full quotation of a passage holds.

    A verb of saying beside it in the same sentence says so; else a lead-in that ends with a
    colon; else the quotation before it in the passage, or one that a passage before left open.
    A quotation that nobody owns is no statement. Parts of somebody's clause belong to the rule
    for verbs.
    """
    found: list[Attributed] = []
    for quote in scene.passage.quotes:
        if is_partial(scene.text, quote) and not _beside_verb(scene, quote):
            continue
        owner = (
            _by_verb(scene, quote)
            or _by_colon(scene, quote, before)
            or _carried(scene, quote, found, before)
        )
        if owner is not None:
            found.append(owner)
    return found


def direct(scene: Scene, owned: list[Attributed]) -> Iterator[Draft]:
    """Give a draft for each sentence of the quotations, joining those that a cue interrupts."""
    drafts: list[Draft] = []
    for at, attributed in enumerate(owned):
        joined = at > 0 and _interrupts(scene.text, owned[at - 1].quote, attributed.quote)
        for number, span in enumerate(_sentences(scene.text, attributed.quote)):
            if joined and number == 0 and drafts:
                drafts[-1] = replace(drafts[-1], content=(*drafts[-1].content, span))
            else:
                drafts.append(_draft(scene, attributed, span))
    yield from drafts


def _draft(scene: Scene, attributed: Attributed, span: Span) -> Draft:
    return Draft(
        passage=scene.passage.number,
        content=(span,),
        act="claim",
        reporting="direct",
        voice=attributed.voice,
        sentence=_carrier(scene.text, attributed.quote, scene.passage),
        cue=attributed.cue,
        to=attributed.to,
        reports=True,
        rank=0,
    )


def _sentences(text: str, quote: Quotation) -> list[Span]:
    """Cut a quotation into its sentences, the marks with the first and last."""
    cuts = [quote.span.start]
    cuts += [
        match.end() for match in _SENTENCE_END.finditer(text, quote.inner.start, quote.inner.end)
    ]
    ends = [*cuts[1:], quote.span.end]
    spans = []
    for start, end in zip(cuts, ends, strict=True):
        stop = end
        while stop > start and text[stop - 1].isspace():
            stop -= 1
        if stop < quote.span.end and text[stop - 1] in ".":
            stop -= 1
        spans.append(Span(start, stop))
    return [span for span in spans if span.end - span.start > 1]


def _interrupts(text: str, one: Quotation, other: Quotation) -> bool:
    """Tell whether a cue stands in the middle of one sentence: “…,” she said, “…”."""
    between = text[one.span.end : other.span.start]
    first = text[other.inner.start : other.inner.start + 1]
    ended = text[one.inner.start : one.inner.end].rstrip()[-1:] in ".!?"
    return len(between) < 120 and first.islower() and not ended and "\n" not in between


def _carrier(text: str, quote: Quotation, passage: Passage) -> Span:
    """Give the sentence around a quotation: to the full stops outside it."""
    others = [each.span for each in passage.quotes]
    start = passage.span.start
    for match in _TERMINATOR.finditer(text, passage.span.start, quote.span.start):
        inside = next((each for each in others if each.start < match.end() <= each.end), None)
        if inside is None:
            start = match.end()
        elif match.end() >= inside.end - 1 and re.match(
            r"\s+[A-Z“\"]", text[inside.end : inside.end + 3]
        ):
            start = inside.end
    end = _carrier_end(text, quote, passage, others)
    while start < end and text[start].isspace():
        start += 1
    return Span(start, end)


def _carrier_end(text: str, quote: Quotation, passage: Passage, others: list[Span]) -> int:
    closing = text[quote.inner.start : quote.inner.end].rstrip()[-1:]
    after = text[quote.span.end : quote.span.end + 3]
    if closing in ".!?" and re.match(r"\s+[A-Z“\"]|$", after):
        return quote.span.end
    for match in _TERMINATOR.finditer(text, quote.span.end, passage.span.end):
        if not any(each.start < match.start() < each.end for each in others):
            return match.end()
        inside = next(each for each in others if each.start < match.start() < each.end)
        if match.end() >= inside.end - 1:
            return inside.end
    return passage.span.end


def _outside(scene: Scene, window: Span) -> list["Token"]:
    """Give the tokens of a window that stand outside all quotations."""
    passage = scene.passage
    first, last = passage.offset(window.start), passage.offset(window.end)
    held = [(passage.offset(q.span.start), passage.offset(q.span.end)) for q in passage.quotes
            if not is_partial(scene.text, q)]  # fmt: skip
    return [t for t in passage.parse if first <= t.idx < last
            and not any(start <= t.idx < end for start, end in held)]  # fmt: skip


def _speech_verbs(scene: Scene, quote: Quotation) -> list["Token"]:
    window = _carrier(scene.text, quote, scene.passage)
    verbs = lexicon().verbs
    edge = scene.passage.offset(quote.span.start), scene.passage.offset(quote.span.end)
    found = [
        token
        for token in _outside(scene, window)
        if any("quote" in sense.takes for sense in verbs.get(lemma_of(token), ()))
        and token.pos_ in {"VERB", "AUX"}
        and token.dep_ not in {"amod", "aux"}
    ]
    return sorted(found, key=lambda token: min(abs(token.idx - edge[0]), abs(token.idx - edge[1])))


def _beside_verb(scene: Scene, quote: Quotation) -> bool:
    """Tell whether a short quotation stands right after a verb of saying: said “yes”."""
    before = scene.text[: quote.span.start].rstrip()
    last = re.search(r"[^\W\d_]+$", before)
    return last is not None and last[0].lower() in {"said", "replied", "answered", "added", "says"}


def _by_verb(scene: Scene, quote: Quotation) -> Attributed | None:
    for verb in _speech_verbs(scene, quote):
        who = subject(verb)
        voice = scene.voice(who) if who is not None else _inverted(scene, verb)
        if voice is None or (who is not None and not can_speak(who, voice, scene)):
            continue
        sense = next(s for s in lexicon().verbs[lemma_of(verb)] if "quote" in s.takes)
        found = complement(verb, ("object",), sense.addressee)
        to = scene.voice(found.head) if found is not None and sense.addressee == "object" else None
        cue = scene.passage.span_of([verb], scene.text)
        return Attributed(quote, voice, cue, (to,) if to is not None else (), verb.i)
    return None


def _inverted(scene: Scene, verb: "Token") -> Voice | None:
    """Give the speaker of "said Halvard" where the parser takes it for an object."""
    after = next(
        (
            t
            for t in verb.children
            if t.i > verb.i and t.dep_ in {"dobj", "attr", "npadvmod", "dep"}
        ),
        None,
    )
    return scene.voice(after) if after is not None else None


def _by_colon(scene: Scene, quote: Quotation, before: Attributed | None) -> Attributed | None:
    """Give the speaker whom a lead-in names: "Amsel, before the cameras: “…”"."""
    lead = scene.text[scene.passage.span.start : quote.span.start].rstrip()
    if not lead.endswith((":", "–", "—")):
        if lead or scene.text[: scene.passage.span.start].rstrip()[-1:] != ":":
            return None
        return _led_in(scene, quote, before)
    window = _carrier(scene.text, quote, scene.passage)
    for token in _outside(scene, Span(window.start, quote.span.start)):
        if token.dep_ in {"nsubj", "ROOT", "appos", "dep", "npadvmod"} and token.pos_ in {
            "PROPN",
            "PRON",
            "NOUN",
        }:
            voice = scene.voice(token)
            if voice is not None and can_speak(token, voice, scene):
                return Attributed(quote, voice, None, (), None)
    return None


def _led_in(scene: Scene, quote: Quotation, before: Attributed | None) -> Attributed | None:
    """Give the speaker of a quotation that fills the passage after a lead-in."""
    for mention, actor in scene.speakers.cast.before(scene.passage.number, 0):
        if mention.passage != scene.passage.number - 1:
            break
        if actor.type == "person":
            return Attributed(quote, Voice(actor), None, (), None)
    return before


def _carried(
    scene: Scene, quote: Quotation, found: list[Attributed], before: Attributed | None
) -> Attributed | None:
    if found:
        between = scene.text[found[-1].quote.span.end : quote.span.start]
        cue = found[-1].cue
        if len(between) < 160 or cue is not None:
            return replace(found[-1], quote=quote, cue=None)
    if before is not None and not before.quote.closed:
        return replace(before, quote=quote, cue=None)
    return None
