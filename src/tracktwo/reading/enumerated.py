"""What does a sentence enumerate? "(1) …, (2) …", "first …, second …", "three things: A; B"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from tracktwo.documents.document import Span
from tracktwo.reading.draft import Draft
from tracktwo.reading.leading import LISTED_ACTS, announced_before, leading
from tracktwo.reading.listed import as_item, parted
from tracktwo.reading.passages import tidied
from tracktwo.reading.scene import Scene
from tracktwo.reading.speakers import Voice

if TYPE_CHECKING:
    from spacy.tokens import Token

_MARK = re.compile(r"(?<![\w(])\(?(?:\d{1,2}|[a-h]|[ivx]{1,4})\)\s+")
_ORDINAL = re.compile(
    r"(?<![\w-])(?:(?P<first>first(?:ly)?)|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|fifth(?:ly)?|"
    r"sixth(?:ly)?|finally|lastly)(?:,\s*|\s+(?=(?:an?|the|that|to|for|no)\s))",
    re.IGNORECASE,
)
_COLON = re.compile(r":\s+(?=[^\s“\"‘«„(])")
_SENTENCE_END = re.compile(r"[.!?](?:\s|$)")
_JOINT_BEFORE = re.compile(r"[,;]?\s*(?:and|or)?\s*$")
_JOINT = re.compile(
    r"(?:(?<!\s)\s+)?,\s*(?:and\s+|or\s+)?|"
    r"(?<!\s)\s+(?:and|or)\s+(?=(?:an?|the|no|full|free)\s)"
)
_LAST_JOINT = re.compile(r"(?<!\s)\s+(?:and|or)\s+")
_COUNTS = re.compile(
    r"(?:on (?:it|the list)|these(?: are)?|the list|they are|(?:just |only |above all |at least )?"
    r"(?:two|three|four|five|six|seven|eight|several|many|a few|\d{1,2})\b[\w\s’'-]{0,30})",
    re.IGNORECASE,
)
_LONGEST = 12
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_OBLIGING = frozenset({"must", "should", "shall"})


def enumerated(scene: Scene, drafts: list[Draft]) -> Iterator[Draft]:
    """Give the items of the enumerations in the sentences of a passage.

    They are marked "(1) …, (2) …" or "first, …, second, …", or stand behind a colon, parted by
    semicolons or, where they are short, by commas and a last "and". The draft whose cue stands
    last before them leads, or the noun of saying in front of them.
    """
    text, whole = scene.text, scene.passage.span
    for marks in (_marks(text, whole), _ordinals(text, whole)):
        if marks and marks[0].start() > whole.start:
            lead = _lead(scene, drafts, marks[0].start())
            if lead is not None:
                yield from _items(scene, lead, _between(text, whole, marks))
                return
    for colon in _COLON.finditer(text, whole.start, whole.end):
        spans = _behind(text, colon.end(), whole.end)
        listed = len(spans) > 1 and not any(_tells(scene, each) for each in spans)
        lead = _lead(scene, drafts, colon.start()) if listed else None
        if lead is not None:
            yield from _items(scene, lead, list(_with_their_heads(scene, spans)))


def without_enumerations(drafts: list[Draft], items: list[Draft]) -> list[Draft]:
    """Leave out the drafts that hold an enumeration whole: its items say the same apart."""
    return [each for each in drafts if sum(_holds(each, item) for item in items) < 2]


def _holds(draft: Draft, item: Draft) -> bool:
    same = draft.voice is not None and draft.speaker == item.speaker
    said = draft.act == "claim" and same and item.act == "demand"
    return draft.hull.covers(item.hull) and (draft.act == item.act or said)


def _items(scene: Scene, lead: Draft, spans: list[Span]) -> Iterator[Draft]:
    for span in (tidied(each, scene.text, scene.passage.quotes) for each in spans):
        if span.end > span.start:
            yield replace(as_item(lead, span, scene.passage.number), lead=None)


def _marks(text: str, whole: Span) -> list[re.Match[str]]:
    marks = list(_MARK.finditer(text, whole.start, whole.end))
    return marks if len(marks) > 1 else []


def _ordinals(text: str, whole: Span) -> list[re.Match[str]]:
    """Give the ordinals that count what is listed: "first" and those that follow in turn."""
    found = list(_ORDINAL.finditer(text, whole.start, whole.end))
    first = next((at for at, mark in enumerate(found) if mark["first"]), None)
    if first is None or len(found) - first < 2:
        return []
    return found[first:]


def _between(text: str, whole: Span, marks: list[re.Match[str]]) -> list[Span]:
    """Give what stands between marks; each ends with its sentence at the latest."""
    stops = [*(mark.start() for mark in marks[1:]), whole.end]
    spans = []
    for mark, stop in zip(marks, stops, strict=True):
        last = _SENTENCE_END.search(text, mark.end(), stop)
        end = last.start() if last else _before_joint(text, mark.end(), stop)
        spans.append(Span(mark.end(), max(mark.end(), end)))
    return spans


def _behind(text: str, start: int, end: int) -> list[Span]:
    """Give what is listed behind a colon; a single span where nothing is."""
    last = _SENTENCE_END.search(text, start, end)
    whole = Span(start, last.start() if last else end)
    if ";" in text[whole.start : whole.end]:
        return parted(text, whole)
    return in_series(text, whole)


def _with_their_heads(scene: Scene, spans: list[Span]) -> Iterator[Span]:
    """Put what lacks its noun to what has it: "an end to the embargo, to raids, and a treaty"."""
    held: Span | None = None
    for span in spans:
        first = next(iter(scene.passage.tokens(span)), None)
        if held is not None and first is not None and first.pos_ == "ADP":
            held = Span(held.start, span.end)
            continue
        if held is not None:
            yield held
        held = span
    if held is not None:
        yield held


def _tells(scene: Scene, span: Span) -> bool:
    """Tell whether a span is a clause that tells something, and names nothing that is asked."""
    verbs = [each for each in scene.passage.tokens(span) if each.tag_ in _FINITE]
    main = (each for each in verbs if not _is_subordinate(each))
    return any(each.lower_ not in _OBLIGING for each in main)


def _is_subordinate(verb: "Token") -> bool:
    clause = verb.head if verb.tag_ == "MD" else verb
    return clause.dep_ in {"relcl", "acl", "advcl", "csubj", "pcomp"}


def in_series(text: str, whole: Span) -> list[Span]:
    """Cut "A, B and C" where each is short and the last is joined by "and" or "or"."""
    cuts = list(_JOINT.finditer(text, whole.start, whole.end))
    if not cuts:
        return [whole]
    last = cuts[-1]
    if not _LAST_JOINT.search(last[0]):
        joints = list(_LAST_JOINT.finditer(text, last.end(), whole.end))
        if not joints:
            return [whole]
        cuts.append(joints[-1])
    starts, ends = [whole.start, *(c.end() for c in cuts)], [*(c.start() for c in cuts), whole.end]
    spans = [Span(start, end) for start, end in zip(starts, ends, strict=True)]
    lengths = [len(text[each.start : each.end].split()) for each in spans]
    return spans if all(0 < length <= _LONGEST for length in lengths) else [whole]


def _lead(scene: Scene, drafts: list[Draft], place: int) -> Draft | None:
    """Give the draft that leads in what stands at a place of its sentence."""
    lead = _last_before(drafts, place) or leading(scene, place) or _asked_before(scene, place)
    if lead is None or lead.act not in LISTED_ACTS:
        return None
    if lead.to or lead.cue is None:
        return lead
    return replace(lead, to=tuple(_between_cue_and(scene, lead, lead.cue.end, place)))


def _between_cue_and(scene: Scene, lead: Draft, cue: int, place: int) -> Iterator[Voice]:
    """Give whom a lead-in names between its cue and the list: "demanded that Velm (1) …"."""
    cast, number = scene.speakers.cast, scene.passage.number
    for token in scene.passage.tokens(Span(cue, max(cue, place))):
        named = cast.named(number, token.i)
        if named is not None and named.id != lead.speaker and token.dep_ in {"nsubj", "pobj"}:
            yield Voice(named, scene.span_of([token]))
            return


def _asked_before(scene: Scene, place: int) -> Draft | None:
    """Give what the sentence before leads in, where that at a place counts: "Three things:"."""
    sentence = next((each for each in scene.passage.tokens(Span(place, place + 1))), None)
    if sentence is None:
        return None
    start = scene.sentence(sentence).start
    counts = _COUNTS.fullmatch(scene.text[start:place].rstrip(": "))
    return announced_before(scene, start) if counts is not None else None


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
