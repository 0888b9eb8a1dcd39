"""Which act do the items of a list share? Bullets, numbers and enumerations under a lead-in."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from tracktwo.documents.document import Span
from tracktwo.reading.draft import Draft
from tracktwo.reading.frames import lemma_of
from tracktwo.reading.grammar import child, object_of, preposition, subject, subtree
from tracktwo.reading.lexicon import Sense, lexicon
from tracktwo.reading.mood import is_live
from tracktwo.reading.passages import tidied
from tracktwo.reading.scene import Scene
from tracktwo.reading.speakers import Voice

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_ENUMERATOR = re.compile(r"(?<![\w(])\(?(?:\d{1,2}|[a-h])\)\s+")
_LISTED_ACTS = frozenset({"demand", "propose", "accept", "reject", "promise", "threaten", "accuse"})
_SENTENCE_END = re.compile(r"[.!?](?:\s|$)")
_JOINT_BEFORE = re.compile(r"[,;]?\s*(?:and|or)?\s*$")


def item(scene: Scene, leads: list[Draft]) -> Draft | None:
    """Give the draft of a list item: its words, with all else from what leads the list in.

    `leads` are the drafts of the lead-in passage; the last one whose act a list can carry
    leads. None where there is none.
    """
    lead = next((each for each in reversed(leads) if each.act in _LISTED_ACTS), None)
    if lead is None:
        return None
    span = tidied(scene.passage.span, scene.text, scene.passage.quotes)
    return _as_item(lead, span, scene.passage.number) if span.end > span.start else None


def _as_item(lead: Draft, span: Span, passage: int) -> Draft:
    return replace(
        lead,
        passage=passage,
        content=(span,),
        sentence=span,
        reporting="list_item",
        cue=None,
        rank=0,
        reports=False,
        subtype="",
        negated=False,
        dated_by=lead.dated_by or lead.sentence,
    )


def lead_in(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Give the act that a lead-in names before its list, as the drafts that lead it in.

    Only the sentence before the colon counts: a draft in it; else its last verb of saying whose
    subject can speak ("They agreed that:"); else a noun of saying ("The demands that A put to B
    included:", "Put to B were these demands:"). Where it names none, the passage's own drafts.
    """
    sentences = list(scene.passage.parse.sents)
    words = scene.text[scene.passage.span.start : scene.passage.span.end]
    if not sentences or not words.rstrip().endswith(":"):
        return drafts
    start = scene.sentence(sentences[-1][0]).start
    own = [each for each in drafts if each.act in _LISTED_ACTS and each.hull.start >= start]
    named = None if own else _leading(scene)
    return own or (drafts if named is None else [named])


def _leading(scene: Scene) -> Draft | None:
    """Give the act that the last sentence names without a content of its own."""
    for sentence in list(scene.passage.parse.sents)[-1:]:
        return _by_verb(scene, sentence) or _by_noun(scene, sentence)
    return None


def _by_verb(scene: Scene, sentence: "Tokens") -> Draft | None:
    for token in reversed(list(sentence)):
        senses = lexicon().verbs.get(lemma_of(token), ()) if token.pos_ == "VERB" else ()
        sense = next((each for each in senses if each.act in _LISTED_ACTS), None)
        if sense is not None and is_live(token):
            draft = _bare(scene, token, sense, subject(token))
            if draft is not None:
                return draft
    return None


def _by_noun(scene: Scene, sentence: "Tokens") -> Draft | None:
    """Read "A's demands included:", "The demands that A put to B were:", "A put these demands:"."""
    for token in sentence:
        sense = lexicon().nouns.get(token.lemma_.lower()) if token.pos_ == "NOUN" else None
        if sense is None or sense.act not in _LISTED_ACTS or not sense.owned:
            continue
        verb = child(token, "relcl", "acl") or token.head
        owners = [child(token, "poss"), subject(verb) if verb.pos_ in {"VERB", "AUX"} else None]
        for who in owners:
            draft = _bare(scene, token, sense, who, verb) if who not in {None, token} else None
            if draft is not None:
                return draft
    return None


def _bare(
    scene: Scene, cue: "Token", sense: Sense, who: "Token | None", verb: "Token | None" = None
) -> Draft | None:
    """Give the draft of a lead-in: its content is its words from the cue to the colon."""
    voice = scene.speaking(who)
    if voice is None:
        return None
    tokens = [cue, *(t for t in cue.doc[cue.i + 1 : cue.sent.end] if not t.is_punct)]
    to = _led_to(scene, [cue] if verb is None else [cue, verb])
    return Draft(
        passage=scene.passage.number,
        content=(scene.span_of(tokens),),
        act=sense.act,
        reporting="indirect",
        voice=voice,
        sentence=scene.sentence(cue),
        cue=scene.span_of([cue]),
        to=() if to is None else (to,),
        firmness=sense.firmness,
        rank=2,
    )


def _led_to(scene: Scene, holders: list["Token"]) -> Voice | None:
    """Give of whom a lead-in asks: "demanded of B:", "called on B to:", "demands put to B:"."""
    for holder in holders:
        for word in ("of", "on", "to", "from"):
            prep = preposition(holder, word)
            inner = object_of(prep) if prep is not None else None
            noun = inner if inner is not None and inner.pos_ in {"PROPN", "NOUN"} else None
            voice = scene.speaking(noun)
            if voice is not None:
                return voice
    return None


def enumerated(scene: Scene, drafts: list[Draft]) -> Iterator[Draft]:
    """Give the items of an enumeration in a sentence: "(1) …, (2) …, and (3) …"."""
    text, whole = scene.text, scene.passage.span
    marks = list(_ENUMERATOR.finditer(text, whole.start, whole.end))
    if len(marks) < 2 or marks[0].start() == whole.start:
        return
    lead = _last_before(drafts, marks[0].start()) or _leading(scene)
    if lead is None or lead.act not in _LISTED_ACTS:
        return
    last = _SENTENCE_END.search(text, marks[-1].end(), whole.end)
    stops = [*(mark.start() for mark in marks[1:]), last.start() if last else whole.end]
    for mark, stop in zip(marks, stops, strict=True):
        span = tidied(Span(mark.end(), _before_joint(text, mark.end(), stop)), text)
        if span.end > span.start:
            yield _as_item(lead, span, scene.passage.number)


def _last_before(drafts: list[Draft], place: int) -> Draft | None:
    """Give the draft whose cue stands last before a place in the same sentence."""
    found = [
        (draft.cue.end, -number, draft)
        for number, draft in enumerate(drafts)
        if draft.cue is not None and draft.cue.end <= place <= draft.sentence.end
    ]
    return max(found)[2] if found else None


def _before_joint(text: str, start: int, stop: int) -> int:
    match = _JOINT_BEFORE.search(text[start:stop])
    return start + match.start() if match else stop


def included(scene: Scene, drafts: list[Draft], earlier: Mapping[str, Draft]) -> Iterator[Draft]:
    """Give the items of "These demands included A, B and C", led by the last act of that kind.

    Parameters
    ----------
    scene : Scene
        The passage.
    drafts : list of Draft
        Those of the passage.
    earlier : mapping of str to Draft
        The last draft of each act in the passages before.
    """
    for verb in scene.passage.parse:
        known = verb.lemma_.lower() in lexicon().words["including"]
        if not known or verb.pos_ not in {"VERB", "AUX"}:
            continue
        topic, things = child(verb, "nsubj"), child(verb, "dobj", "attr")
        sense = lexicon().nouns.get(topic.lemma_.lower()) if topic is not None else None
        if sense is None or things is None:
            continue
        place = scene.span_of([verb]).start
        before = (each for each in drafts if each.act == sense.act and each.hull.end <= place)
        lead = max(before, key=lambda each: each.hull.start, default=earlier.get(sense.act))
        if lead is not None:
            for span in _parallel(scene.text, scene.span_of(subtree(things))):
                yield _as_item(lead, span, scene.passage.number)


def last_of_each_act(held: list[Draft], earlier: Mapping[str, Draft]) -> dict[str, Draft]:
    """Give the last draft of each act, of a passage and of those before it."""
    last: dict[str, Draft] = {}
    for draft in held:
        if draft.act not in last or draft.hull.start > last[draft.act].hull.start:
            last[draft.act] = draft
    return {**earlier, **last}


def _parallel(text: str, whole: Span) -> list[Span]:
    """Cut where commas or dashes set off phrases that start alike: "a …, a …, and a …"."""
    words = text[whole.start : whole.end].casefold().split(maxsplit=1)
    if not words:
        return []
    article = words[0]
    alike = "an?" if article in {"a", "an"} else re.escape(article)
    parallel = re.compile(
        rf"(?:[,;]|\s?[—–])\s*(?:and\s+)?(?={alike}\s)|\s+and\s+(?={alike}\s)", re.IGNORECASE
    )
    cuts = list(parallel.finditer(text, whole.start, whole.end))
    starts = [whole.start, *(cut.end() for cut in cuts)]
    ends = [*(cut.start() for cut in cuts), whole.end]
    spans = (Span(start, end) for start, end in zip(starts, ends, strict=True) if end > start)
    return [tidied(span, text) for span in spans]
