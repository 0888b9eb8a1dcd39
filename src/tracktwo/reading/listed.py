"""Which act do the items of a list share? Bullets, numbers and enumerations under a lead-in."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from tracktwo.documents.document import Span
from tracktwo.reading.draft import Draft
from tracktwo.reading.grammar import child, subtree
from tracktwo.reading.leading import LISTED_ACTS
from tracktwo.reading.lexicon import lexicon
from tracktwo.reading.passages import tidied
from tracktwo.reading.scene import Scene
from tracktwo.reading.speakers import Voice

_LABEL = re.compile(r"(?P<name>[^\W\d_][^:;.!?\n]{1,60}?)\s*(?::|\s[–—-])\s+(?=\S)")
_DECIDED = frozenset({"accept", "promise"})
_JOINT_AFTER = re.compile(r"\s*(?:and|or)\s+")


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
    lead = replace(lead, act="demand") if _asks(scene, lead) else lead
    return [as_item(lead, each, scene.passage.number) for each in tidy if each.end > each.start]


def _asks(scene: Scene, lead: Draft) -> bool:
    """Tell whether a listed decision asks of another: "resolved: to request the Agency to …"."""
    verb = next((each for each in scene.passage.parse if each.lower_ != "to"), None)
    if lead.act not in _DECIDED or verb is None or verb.tag_ != "VB":
        return False
    senses = lexicon().verbs.get(verb.lemma_.lower(), ())
    return bool(senses) and senses[0].act == "demand"


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
        core=True,
        rank=0,
        reports=False,
        subtype="",
        dated_by=lead.dated_by or lead.sentence,
        lead=lead.lead or lead.hull,
    )


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
