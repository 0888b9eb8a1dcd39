"""Whose words stand in quotation marks? Direct speech, whole and interrupted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tracktwo.documents.document import Span
from tracktwo.reading.carriers import Carriers
from tracktwo.reading.complements import complement
from tracktwo.reading.draft import Draft
from tracktwo.reading.frames import lemma_of
from tracktwo.reading.grammar import subject
from tracktwo.reading.lexicon import lexicon
from tracktwo.reading.quotations import Quotation
from tracktwo.reading.scene import Scene
from tracktwo.reading.speakers import Voice

if TYPE_CHECKING:
    from spacy.tokens import Token

_SENTENCE_END = re.compile(r"(?<![.!?…])[.!?…]++[”’\"]?\s+(?=[\"“‘]?[A-Z0-9])")
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_NEARBY = 160
_INTERRUPTION = 120


@dataclass(frozen=True, slots=True)
class Attributed:
    """A quotation, its sentence, whose words it holds, and the cue that says so."""

    quote: Quotation
    sentence: Span
    voice: Voice
    cue: Span | None = None
    to: tuple[Voice, ...] = ()


def attributions(scene: Scene, before: Attributed | None) -> list[Attributed]:
    """Find whose words each full quotation of a passage holds.

    A verb of saying beside it in the same sentence says so; else a lead-in that ends with a
    colon; else the quotation before it in the passage, or one that a passage before left open.
    A quotation that nobody owns is no statement. Parts of somebody's clause belong to the rule
    for verbs.

    Parameters
    ----------
    scene : Scene
        The passage.
    before : Attributed or None
        The last quotation of the passage before.
    """
    found: list[Attributed] = []
    if not scene.passage.quotes:
        return found
    carriers, outside = Carriers.of(scene.passage), _outside(scene)
    verbs = [token for token in outside if _is_speech_verb(token)]
    for quote in scene.passage.quotes:
        if scene.is_partial(quote) and not _beside_verb(scene, quote):
            continue
        sentence = carriers.around(quote)
        owner = (
            _by_verb(scene, quote, sentence, verbs)
            or _by_colon(scene, quote, sentence, outside, before)
            or _carried(quote, sentence, found, before)
            or _alone(scene, quote, sentence, before)
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
        sentence=attributed.sentence,
        cue=attributed.cue,
        to=attributed.to,
        reports=True,
        rank=0,
    )


def _sentences(text: str, quote: Quotation) -> list[Span]:
    """Cut a quotation into its sentences, the marks with the first and last."""
    breaks = _SENTENCE_END.finditer(text, quote.inner.start, quote.inner.end)
    starts = [quote.span.start, *(match.end() for match in breaks)]
    spans = []
    for start, end in zip(starts, [*starts[1:], quote.span.end], strict=True):
        stop = end
        while stop > start and text[stop - 1].isspace():
            stop -= 1
        if stop < quote.span.end and text[stop - 1] == ".":
            stop -= 1
        spans.append(Span(start, max(start, stop)))
    return [span for span in spans if span.end - span.start > 1]


def _interrupts(text: str, one: Quotation, other: Quotation) -> bool:
    """Tell whether a cue stands in the middle of one sentence: “…,” she said, “…”."""
    between = text[one.span.end : other.span.start]
    continued = between.rstrip().endswith((",", "–", "—"))
    goes_on = continued or text[other.inner.start : other.inner.start + 1].islower()
    ended = text[one.inner.start : one.inner.end].rstrip()[-1:] in {"", ".", "!", "?"}
    return len(between) < _INTERRUPTION and goes_on and not ended and "\n" not in between


def _outside(scene: Scene) -> list["Token"]:
    """Give the tokens of a passage that stand outside all full quotations."""
    inside: set[int] = set()
    for quote in scene.passage.quotes:
        if not scene.is_partial(quote):
            inside.update(token.i for token in scene.passage.tokens(quote.span))
    return [token for token in scene.passage.parse if token.i not in inside]


def _is_speech_verb(token: "Token") -> bool:
    """Tell whether a token is a verb beside which a quotation can stand."""
    if token.pos_ not in {"VERB", "AUX"} or token.dep_ in {"amod", "aux"}:
        return False
    return any("quote" in sense.takes for sense in lexicon().verbs.get(lemma_of(token), ()))


def _beside_verb(scene: Scene, quote: Quotation) -> bool:
    """Tell whether a short quotation stands right after a verb of saying: said “yes”."""
    start = max(scene.passage.span.start, quote.span.start - 40)
    last = _LAST_WORD.search(scene.text[start : quote.span.start].rstrip())
    return last is not None and last[0].lower() in lexicon().words["plain_speech"]


def _by_verb(
    scene: Scene, quote: Quotation, sentence: Span, verbs: list["Token"]
) -> Attributed | None:
    """Give the speaker whom the nearest verb of saying in the sentence has."""
    place = scene.passage.offset
    start, end = place(quote.span.start), place(quote.span.end)
    first, last = place(sentence.start), place(sentence.end)
    near = [verb for verb in verbs if first <= verb.idx < last]
    for verb in sorted(near, key=lambda each: min(abs(each.idx - start), abs(each.idx - end))):
        who = subject(verb)
        if who is not None and start <= who.idx < end:
            who = next((t for t in verb.lefts if t.dep_ == "nsubj" and t.idx >= end), None)
        voice = scene.speaking(who) if who is not None else _inverted(scene, verb)
        if voice is not None:
            cue, to = scene.span_of([verb]), _told(scene, verb)
            return Attributed(quote, sentence, voice, cue, (to,) if to is not None else ())
    return None


def _told(scene: Scene, verb: "Token") -> Voice | None:
    """Give whom a verb of saying has as its object: "told the envoys"."""
    sense = next(s for s in lexicon().verbs[lemma_of(verb)] if "quote" in s.takes)
    found = complement(verb, ("object",), sense.addressee) if sense.addressee == "object" else None
    return scene.voice(found.head) if found is not None else None


def _inverted(scene: Scene, verb: "Token") -> Voice | None:
    """Give the speaker of "said Halvard" where the parser takes it for an object."""
    takes = {"dobj", "attr", "npadvmod", "dep"}
    after = (each for each in verb.children if each.i > verb.i and each.dep_ in takes)
    return scene.voice(next(after, None))


def _by_colon(
    scene: Scene,
    quote: Quotation,
    sentence: Span,
    outside: list["Token"],
    before: Attributed | None,
) -> Attributed | None:
    """Give the speaker whom a lead-in names: "Amsel, before the cameras: “…”"."""
    lead = scene.text[scene.passage.span.start : quote.span.start].rstrip()
    if not lead:
        above = scene.text[max(0, scene.passage.span.start - 40) : scene.passage.span.start]
        return _led_in(scene, quote, sentence, before) if above.rstrip()[-1:] == ":" else None
    if not lead.endswith((":", "–", "—")):
        return None
    first, last = scene.passage.offset(sentence.start), scene.passage.offset(quote.span.start)
    for token in outside:
        if first <= token.idx < last and _could_be_named(token):
            voice = scene.speaking(token)
            if voice is not None:
                return Attributed(quote, sentence, voice)
    return None


def _could_be_named(token: "Token") -> bool:
    names = token.dep_ in {"nsubj", "ROOT", "appos", "dep", "npadvmod"}
    return names and token.pos_ in {"PROPN", "PRON", "NOUN"}


def _led_in(
    scene: Scene, quote: Quotation, sentence: Span, before: Attributed | None
) -> Attributed | None:
    """Give the speaker of a quotation that fills the passage after a lead-in."""
    cast, number = scene.speakers.cast, scene.passage.number
    for mention in reversed(cast.within(number - 1)):
        actor = cast.actors[mention.actor]
        if actor.type == "person":
            return Attributed(quote, sentence, Voice(actor))
    if before is None:
        return None
    return replace(before, quote=quote, sentence=sentence, cue=None)


def _alone(
    scene: Scene, quote: Quotation, sentence: Span, before: Attributed | None
) -> Attributed | None:
    """Give the speaker of the quotation that ends the passage before, for one that fills its own.

    Newsrooms so go on with a speaker: "…," Finch says. Then, in a paragraph by itself: "…".
    """
    span = scene.passage.span
    if before is None or scene.first is not None or quote.span.start > span.start + 1:
        return None
    fills = not scene.text[quote.span.end : span.end].strip(" .")
    back = scene.passage.back
    near = bool(back) and scene.text[before.quote.span.end : span.start].count("\n\n") <= 1
    return replace(before, quote=quote, sentence=sentence, cue=None) if fills and near else None


def _carried(
    quote: Quotation,
    sentence: Span,
    found: list[Attributed],
    before: Attributed | None,
) -> Attributed | None:
    """Give the speaker of the quotation before, which goes on."""
    last = found[-1] if found else None
    if last is not None and (
        quote.span.start - last.quote.span.end < _NEARBY or last.cue is not None
    ):
        return replace(last, quote=quote, sentence=sentence, cue=None)
    if before is not None and not before.quote.closed:
        return replace(before, quote=quote, sentence=sentence, cue=None)
    return None
