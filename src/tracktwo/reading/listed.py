"""Which act do the items of a list share? Bullets, numbers and enumerations under a lead-in."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from tracktwo.documents.document import Span
from tracktwo.reading.draft import Draft
from tracktwo.reading.frames import lemma_of
from tracktwo.reading.grammar import child, negation, object_of, preposition, subject, subtree
from tracktwo.reading.lexicon import Sense, lexicon
from tracktwo.reading.mood import is_live
from tracktwo.reading.passages import tidied
from tracktwo.reading.scene import Scene
from tracktwo.reading.speakers import Voice

if TYPE_CHECKING:
    from spacy.tokens import Token

_LABEL = re.compile(r"(?P<name>[^\W\d_][^:;.!?\n]{1,60}?)\s*(?::|\s[–—-])\s+(?=\S)")
_JOINT_AFTER = re.compile(r"\s*(?:and|or)\s+")
LISTED_ACTS = frozenset({"demand", "propose", "accept", "reject", "promise", "threaten", "accuse"})


def items(scene: Scene, leads: list[Draft], *, beside: bool = False) -> list[Draft]:
    """Give the drafts of a list item: its words, with all else from what leads the list in.

    `leads` are the drafts of the lead-in passage; the last one whose act a list can carry leads.
    One that names nobody ("The demands") leaves that to the item ("Torvay: a seat") or to the
    first cell of its row; `beside` tells that an item beside it names somebody so. Empty where
    nothing leads in, or nobody is named.
    """
    lead = next((each for each in reversed(leads) if each.act in LISTED_ACTS), None)
    if lead is None:
        return []
    label, voice = labelled(scene, beside=beside)
    lead = lead if voice is None else replace(lead, voice=voice, to=())
    if lead.voice is None:
        return []
    span = Span(label, scene.passage.span.end)
    spans = [span] if voice is None else parted(scene.text, span)
    tidy = (tidied(each, scene.text, scene.passage.quotes) for each in spans)
    return [as_item(lead, each, scene.passage.number) for each in tidy if each.end > each.start]


def qualifies(scene: Scene, held: list[Draft]) -> bool:
    """Tell whether an item set in below another only says how, where or when: "in writing"."""
    lead, first = scene.passage.lead, next(iter(scene.passage.parse), None)
    if scene.passage.kind != "item" or not held or first is None or first.pos_ != "ADP":
        return False
    return held[-1].reporting == "list_item" and held[-1].passage == lead


def extended(draft: Draft, scene: Scene) -> Draft:
    """Give the draft of an item with what is set in below it."""
    span = tidied(scene.passage.span, scene.text, scene.passage.quotes)
    return replace(draft, content=(*draft.content, span))


def labelled(scene: Scene, *, beside: bool = False) -> tuple[int, Voice | None]:
    """Give where an item begins behind "Torvay: " and whom that names; else its own start."""
    span = scene.passage.span
    label = _LABEL.match(scene.text, span.start, span.end)
    if label is None:
        return span.start, None
    named = only_named(scene, Span(span.start, label.end("name")), beside=beside)
    return (label.end(), named) if named is not None else (span.start, None)


def only_named(scene: Scene, span: Span, *, beside: bool = False) -> Voice | None:
    """Give whom some words name where they are a name and nothing else.

    `beside` tells that others are named in the same way beside them: then capitalised words
    that nothing else makes a name count as one.
    """
    tokens = [each for each in scene.passage.tokens(span) if each.pos_ not in {"PUNCT", "DET"}]
    named = [scene.speakers.cast.named(scene.passage.number, each.i) for each in tokens]
    first = named[0] if named else None
    if first is not None and all(each is not None and each.id == first.id for each in named):
        return Voice(first, span)
    if not beside or not tokens or not all(each.text[:1].isupper() for each in tokens):
        return None
    return scene.speakers.voice(tokens[-1], scene.passage, None)


def parted(text: str, span: Span) -> list[Span]:
    """Cut where semicolons part what is listed."""
    cuts = [at for at in range(span.start, span.end) if text[at] == ";"]
    starts = [span.start, *(_after_joint(text, cut + 1, span.end) for cut in cuts)]
    return [Span(start, end) for start, end in zip(starts, [*cuts, span.end], strict=True)]


def _after_joint(text: str, start: int, end: int) -> int:
    match = _JOINT_AFTER.match(text, start, end)
    return match.end() if match else start


def as_item(lead: Draft, span: Span, passage: int) -> Draft:
    """Give the draft of some listed words, which takes all but its place from what leads it in."""
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
        dated_by=lead.dated_by or lead.sentence,
        lead=lead.lead or lead.hull,
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
    own = [each for each in drafts if each.act in LISTED_ACTS and each.hull.start >= start]
    named = None if own else leading(scene)
    return own or (drafts if named is None else [named])


def leading(scene: Scene, place: int | None = None) -> Draft | None:
    """Give the act that a sentence names without a content of its own.

    The sentence is the passage's last; or the one that stands before a place, or around it.
    """
    start, end = scene.passage.span.start, scene.passage.span.end
    tokens = scene.passage.tokens(Span(start, end if place is None else place))
    if not len(tokens):
        return None
    sentence = [each for each in tokens[-1].sent if each.i <= tokens[-1].i]
    return _by_verb(scene, sentence) or _by_noun(scene, sentence)


def _by_verb(scene: Scene, sentence: list["Token"]) -> Draft | None:
    for token in reversed(sentence):
        senses = lexicon().verbs.get(lemma_of(token), ()) if token.pos_ == "VERB" else ()
        sense = next((each for each in senses if each.act in LISTED_ACTS), None)
        if sense is not None and is_live(token):
            draft = _bare(scene, token, sense, subject(token))
            if draft is not None:
                return draft
    return None


def _by_noun(scene: Scene, sentence: list["Token"]) -> Draft | None:
    """Read "A's demands included:", "The demands that A put to B were:", "A put these demands:"."""
    for token in sentence:
        sense = names_an_act(token)
        if sense is None or sense.act not in LISTED_ACTS or not sense.owned:
            continue
        verb = child(token, "relcl", "acl") or token.head
        owners = [child(token, "poss"), subject(verb) if verb.pos_ in {"VERB", "AUX"} else None]
        for who in owners:
            draft = _bare(scene, token, sense, who, verb) if who not in {None, token} else None
            if draft is not None:
                return draft
    return None


def names_an_act(token: "Token") -> Sense | None:
    """Give the sense of a noun of saying; "its conditions" and "red lines" are demands.

    One "condition" is none where somebody's state is meant; so only several are, or one that
    stands as the subject.
    """
    if token.pos_ not in {"NOUN", "PROPN"}:
        return None
    word = token.lemma_.lower()
    red = word == "line" and any(each.lower_ == "red" for each in token.children)
    counts = token.tag_ in {"NNS", "NNPS"} or token.dep_ == "nsubj"
    if red or (word in lexicon().words["conditions"] and counts):
        return lexicon().nouns["demand"]
    return lexicon().nouns.get(word)


def _bare(
    scene: Scene, cue: "Token", sense: Sense, who: "Token | None", verb: "Token | None" = None
) -> Draft | None:
    """Give the draft of a lead-in: its content is its words from the cue to the colon."""
    voice = scene.speaking(who)
    if voice is None:
        return None
    tokens = [cue, *(t for t in cue.doc[cue.i + 1 : cue.sent.end] if not t.is_punct)]
    denied = negation(verb if verb is not None else cue)
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
        negated=denied is not None,
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
                yield as_item(lead, span, scene.passage.number)


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
