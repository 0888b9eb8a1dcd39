"""Which act do the items of a list share? Bullets, numbers and enumerations under a lead-in."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from tracktwo.documents.document import Span
from tracktwo.reading.draft import Draft
from tracktwo.reading.frames import Scene, can_speak, is_live, lemma_of
from tracktwo.reading.grammar import child, object_of, preposition, subject, subtree
from tracktwo.reading.lexicon import Sense, lexicon
from tracktwo.reading.passages import tidied
from tracktwo.reading.speakers import Voice

if TYPE_CHECKING:
    from spacy.tokens import Span as Stretch
    from spacy.tokens import Token

_INCLUDING = frozenset({"include", "comprise", "be", "contain", "cover"})
_ENUMERATOR = re.compile(r"(?<![\w(])\(?(?:(?P<digit>\d{1,2})|(?P<letter>[a-h]))\)\s+")
_LISTED_ACTS = frozenset({"demand", "propose", "accept", "reject", "promise", "threaten", "accuse"})


def item(scene: Scene, leads: list[Draft]) -> Draft | None:
    """Give the draft of a list item: its words, with all else from what leads the list in.

    `leads` are the drafts of the lead-in passage; the last one whose act a list can carry
    leads. None where there is none.
    """
    lead = next((each for each in reversed(leads) if each.act in _LISTED_ACTS), None)
    if lead is None:
        return None
    span = tidied(scene.passage.span, scene.text, scene.passage.quotes)
    return _as_item(lead, (span,), scene.passage.number, scene.passage.parse[0].i)


def _as_item(lead: Draft, content: tuple[Span, ...], passage: int, head: int) -> Draft:
    return replace(
        lead, passage=passage, content=content, reporting="list_item", cue=None, rank=0, lead=head,
        sentence=Span(content[0].start, content[-1].end), reports=False, subtype="", negated=False,
        dated_by=lead.dated_by or lead.sentence,
    )  # fmt: skip


def lead_in(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Give the act that a lead-in names before its list, as the drafts that lead it in.

    Only the sentence before the colon counts: a draft in it; else its last verb of saying whose
    subject can speak ("They agreed that:"); else a noun of saying ("The demands that A put to B
    included:", "Put to B were these demands:"). Where it names none, the passage's own drafts.
    """
    sentences = list(scene.passage.parse.sents)
    if not sentences or not scene.text[: scene.passage.span.end].rstrip().endswith(":"):
        return drafts
    last = sentences[-1]
    start = scene.sentence(last[0]).start
    own = [each for each in drafts if each.act in _LISTED_ACTS and each.hull.start >= start]
    if own:
        return own
    named = _by_verb(scene, last) or _by_noun(scene, last)
    return drafts if named is None else [named]


def _by_verb(scene: Scene, sentence: "Stretch") -> Draft | None:
    for token in reversed(list(sentence)):
        senses = lexicon().verbs.get(lemma_of(token), ()) if token.pos_ == "VERB" else ()
        sense = next((each for each in senses if each.act in _LISTED_ACTS), None)
        if sense is not None and is_live(token, lexicon()):
            draft = _bare(scene, token, sense, subject(token))
            if draft is not None:
                return draft
    return None


def _by_noun(scene: Scene, sentence: "Stretch") -> Draft | None:
    """Read "Russia's demands included:", "The demands that A put to B were:", "A put these demands:"."""
    for token in sentence:
        sense = lexicon().nouns.get(token.lemma_.lower()) if token.pos_ == "NOUN" else None
        if sense is None or sense.act not in _LISTED_ACTS or not sense.owned:
            continue
        clause = child(token, "relcl", "acl")
        verb = clause if clause is not None else token.head
        owners = [child(token, "poss"), subject(verb) if verb.pos_ in {"VERB", "AUX"} else None]
        for who in owners:
            if who is not None and who.i != token.i:
                draft = _bare(scene, token, sense, who, verb)
                if draft is not None:
                    return draft
    return None


def _bare(
    scene: Scene, cue: "Token", sense: Sense, who: "Token | None", verb: "Token | None" = None
) -> Draft | None:
    """Give the draft of a lead-in: its content is its words from the cue to the colon."""
    voice = scene.voice(who)
    if who is None or voice is None or not can_speak(who, voice, scene):
        return None
    end = cue.sent[-1]
    tokens = [each for each in cue.doc[cue.i : end.i + 1] if not each.is_punct]
    content = scene.passage.span_of(tokens, scene.text)
    to = _led_to(scene, cue, verb)
    return Draft(
        passage=scene.passage.number, content=(content,), act=sense.act, reporting="indirect",
        voice=voice, sentence=scene.sentence(cue), cue=scene.passage.span_of([cue], scene.text),
        to=() if to is None else (to,), firmness=sense.firmness, rank=2, lead=cue.i,
    )  # fmt: skip


def _led_to(scene: Scene, cue: "Token", verb: "Token | None") -> Voice | None:
    """Give of whom a lead-in asks: "demanded of B:", "called on B to:", "demands that A put to B"."""
    for holder in (cue, verb):
        for word in ("of", "on", "to", "from") if holder is not None else ():
            prep = preposition(holder, word)
            inner = object_of(prep) if prep is not None else None
            if inner is not None and inner.pos_ in {"PROPN", "NOUN"}:
                voice = scene.voice(inner)
                if voice is not None and can_speak(inner, voice, scene):
                    return voice
    return None


def enumerated(scene: Scene, drafts: list[Draft]) -> Iterator[Draft]:
    """Give the items of an enumeration in a sentence: "(1) …, (2) …, and (3) …"."""
    text = scene.text
    marks = list(_ENUMERATOR.finditer(text, scene.passage.span.start, scene.passage.span.end))
    if len(marks) < 2 or marks[0].start() == scene.passage.span.start:
        return
    lead = _last_before(drafts, marks[0].start()) or next(iter(_leading(scene)), None)
    if lead is None or lead.act not in _LISTED_ACTS:
        return
    stops = [*(mark.start() for mark in marks[1:]), _sentence_end(text, marks[-1].end(), scene)]
    for mark, stop in zip(marks, stops, strict=True):
        span = tidied(Span(mark.end(), _before_and(text, mark.end(), stop)), text, ())
        if span.end > span.start:
            head = scene.passage.offset(span.start)
            first = next((t.i for t in scene.passage.parse if t.idx >= head), 0)
            yield _as_item(lead, (span,), scene.passage.number, first)


def _leading(scene: Scene) -> list[Draft]:
    last = list(scene.passage.parse.sents)[-1:]
    named = (_by_verb(scene, sentence) or _by_noun(scene, sentence) for sentence in last)
    return [each for each in named if each is not None]


def _last_before(drafts: list[Draft], place: int) -> Draft | None:
    found = [
        d for d in drafts if d.cue is not None and d.cue.end <= place and d.sentence.end >= place
    ]
    return max(found, key=lambda d: d.cue.end if d.cue else 0, default=None)


def _before_and(text: str, start: int, stop: int) -> int:
    match = re.search(r"[,;]?\s*(?:and|or)?\s*$", text[start:stop])
    return start + match.start() if match else stop


def _sentence_end(text: str, start: int, scene: Scene) -> int:
    match = re.compile(r"[.!?](?:\s|$)").search(text, start, scene.passage.span.end)
    return match.start() if match else scene.passage.span.end


def included(scene: Scene, drafts: list[Draft]) -> Iterator[Draft]:
    """Give the items of "These demands included A, B and C", led by the last act of that kind."""
    nouns = lexicon().nouns
    for verb in scene.passage.parse:
        if verb.lemma_.lower() not in _INCLUDING or verb.pos_ not in {"VERB", "AUX"}:
            continue
        topic = child(verb, "nsubj")
        sense = nouns.get(topic.lemma_.lower()) if topic is not None else None
        things = child(verb, "dobj", "attr")
        place = scene.passage.span_of([verb], scene.text).start
        lead = next((d for d in sorted(drafts, key=lambda d: -d.hull.start)
                     if sense is not None and d.act == sense.act and d.hull.end <= place), None)  # fmt: skip
        if things is None or lead is None or verb.lemma_ == "be":
            continue
        whole = scene.passage.span_of(subtree(things), scene.text)
        for span in _parallel(scene.text, whole):
            yield _as_item(lead, (span,), scene.passage.number, things.i)


def _parallel(text: str, whole: Span) -> list[Span]:
    """Cut where commas, semicolons or dashes set off phrases that start alike: "a …, a …, and a …"."""
    article = text[whole.start : whole.end].split(maxsplit=1)[0].casefold()
    alike = "an?" if article in {"a", "an"} else re.escape(article)
    parallel = re.compile(
        rf"(?:[,;]|\s?[—–])\s*(?:and\s+)?(?={alike}\s)|\s+and\s+(?={alike}\s)", re.IGNORECASE
    )
    cuts = list(parallel.finditer(text, whole.start, whole.end))
    starts = [whole.start, *(cut.end() for cut in cuts)]
    ends = [*(cut.start() for cut in cuts), whole.end]
    return [
        tidied(Span(start, end), text, ())
        for start, end in zip(starts, ends, strict=True)
        if end > start
    ]
