"""Which act do the items of a list share? Bullets, numbers and enumerations under a lead-in."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from tracktwo.documents.document import Span
from tracktwo.reading.draft import Draft
from tracktwo.reading.frames import Scene, can_speak, is_live, lemma_of
from tracktwo.reading.grammar import child, subject, subtree
from tracktwo.reading.lexicon import Sense, lexicon
from tracktwo.reading.passages import tidied

if TYPE_CHECKING:
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


def lead_in(scene: Scene) -> Draft | None:
    """Give the act that a lead-in such as "They agreed that:" names, before its list.

    The last verb of its last sentence that the lexicon knows and whose subject can speak.
    """
    parse = scene.passage.parse
    sentences = list(parse.sents)
    if not sentences:
        return None
    for token in reversed(list(sentences[-1])):
        senses = lexicon().verbs.get(lemma_of(token), ()) if token.pos_ == "VERB" else ()
        sense = next((each for each in senses if each.act in _LISTED_ACTS), None)
        if sense is not None and is_live(token, lexicon()):
            draft = _bare(scene, token, sense)
            if draft is not None:
                return draft
    return None


def _bare(scene: Scene, verb: "Token", sense: Sense) -> Draft | None:
    who = subject(verb)
    voice = scene.voice(who)
    if who is None or voice is None or not can_speak(who, voice, scene):
        return None
    cue = scene.passage.span_of([verb], scene.text)
    return Draft(
        passage=scene.passage.number, content=(cue,), act=sense.act, reporting="indirect",
        voice=voice, sentence=scene.sentence(verb), cue=cue, firmness=sense.firmness, lead=verb.i,
    )  # fmt: skip


def enumerated(scene: Scene, drafts: list[Draft]) -> Iterator[Draft]:
    """Give the items of an enumeration in a sentence: "(1) …, (2) …, and (3) …"."""
    text = scene.text
    marks = list(_ENUMERATOR.finditer(text, scene.passage.span.start, scene.passage.span.end))
    if len(marks) < 2 or marks[0].start() == scene.passage.span.start:
        return
    lead = _last_before(drafts, marks[0].start()) or lead_in(scene)
    if lead is None or lead.act not in _LISTED_ACTS:
        return
    stops = [*(mark.start() for mark in marks[1:]), _sentence_end(text, marks[-1].end(), scene)]
    for mark, stop in zip(marks, stops, strict=True):
        span = tidied(Span(mark.end(), _before_and(text, mark.end(), stop)), text, ())
        if span.end > span.start:
            head = scene.passage.offset(span.start)
            first = next((t.i for t in scene.passage.parse if t.idx >= head), 0)
            yield _as_item(lead, (span,), scene.passage.number, first)


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
