"""How far does a row of what is asked or offered go? "to free A, reopen B and pay C"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from tracktwo.documents.document import Span
from tracktwo.reading.covered import Covered
from tracktwo.reading.draft import Draft
from tracktwo.reading.lexicon import lexicon
from tracktwo.reading.passages import tidied
from tracktwo.reading.scene import Scene
from tracktwo.reading.wanted_done import turn

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Token

_END = re.compile(
    r"[.!?](?=\s|$)|[;:()“”\"«»]|\s[–—]\s|,\s(?=(?:said|says|say|which|who|whose|while|although|"
    r"though|but|because|as|saying|adding|warning|according|with|if|unless|provided|in|by|after|"
    r"before|until|when|where|he|she|they|it|we|i|not|rather|so|or else)\b)|"
    r"\s(?=(?:but|while|although|because|unless|if)\s)",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r"(?P<comma>,)\s*(?:and\s+|or\s+|plus\s+)?(?:also\s+)?|"
    r"(?<![\s,])\s+(?:and|or|plus|as well as)\s+"
)
_CLOSING = re.compile(r"and|or|plus|as well as")
_THINGS_OF = frozenset({"demand", "propose", "promise"})
_REPORTED = frozenset({"indirect", "nominal"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_OPENING = frozenset({"DET", "ADJ", "NUM", "NOUN", "VERB", "ADV"})
_BARE = frozenset({"VB", "VBP"})
_LONGEST = 25
_FEWEST = 3


def further(scene: Scene, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Give the drafts, a row of things asked or offered cut into its members as the words show.

    The parser often takes the later members of "A, B and C" for something else. A row has three
    members or more, all like the first: infinitives ("to free A, reopen B and pay C"), gerunds,
    clauses that each open with "that" or share its "be", or nouns ("early elections, a truce and
    for the law to be changed"), and closes with "and". Rows of nouns are cut only where they are
    demanded, offered or promised. What the parser made of the later members goes.
    """
    rows: dict[int, list[Span]] = {}
    for (cue, _), group in groupby(drafts, key=lambda each: (each.cue, each.act)):
        held = list(group)
        spans = _row(scene, held[0]) if cue is not None else []
        if len(spans) > len(held):
            rows[id(held[0])] = spans
    by = {each.speaker for each in drafts if id(each) in rows}
    taken = Covered.by(Span(spans[0].start, spans[-1].end) for spans in rows.values())
    for draft in drafts:
        if id(draft) in rows:
            yield from (replace(draft, content=(span,)) for span in rows[id(draft)])
        elif draft.speaker not in by or not taken.mostly(draft.hull):
            yield draft


def _row(scene: Scene, draft: Draft) -> list[Span]:
    """Give the members of the row that opens with the content of a draft; none for no row."""
    if draft.act == "claim" or draft.reporting not in _REPORTED or len(draft.content) > 1:
        return []
    start = draft.content[0].start
    end = _END.search(scene.text, start, draft.sentence.end)
    whole = Span(start, end.start() if end else draft.sentence.end)
    like = _kind(scene, whole, draft)
    cuts = list(_JOINT.finditer(scene.text, whole.start, whole.end))
    if like is None or len(cuts) < _FEWEST - 1:
        return []
    kept = _kept(scene, cuts, whole.end, like)
    if len(kept) < _FEWEST - 1 or not _CLOSING.search(kept[-1][0]):
        return []
    starts, ends = [whole.start, *(c.end() for c in kept)], [*(c.start() for c in kept), whole.end]
    spans = [Span(first, last) for first, last in zip(starts, ends, strict=True)]
    spans = [_without_opening(scene.text, each) for each in spans]
    if any(len(scene.text[each.start : each.end].split()) > _LONGEST for each in spans):
        return []
    return [tidied(each, scene.text, scene.passage.quotes) for each in spans]


def _kept(
    scene: Scene, cuts: "list[re.Match[str]]", end: int, like: "Callable[[list[Token]], bool]"
) -> "list[re.Match[str]]":
    """Give the joints behind which a member like the first begins.

    One without a comma closes the row: it stands behind the last comma that parts members.
    """
    stops = [*(each.start() for each in cuts[1:]), end]
    fits = []
    for cut, stop in zip(cuts, stops, strict=True):
        words = [t for t in scene.passage.tokens(Span(cut.end(), stop)) if not t.is_space]
        if like(words):
            fits.append(cut)
    commas = [each for each in fits if each["comma"]]
    if not commas:
        return []
    if _CLOSING.search(commas[-1][0]):
        return commas
    closing = [each for each in fits if not each["comma"] and each.start() > commas[-1].start()]
    return [*commas, *closing[:1]]


def _kind(scene: Scene, whole: Span, draft: Draft) -> "Callable[[list[Token]], bool] | None":
    """Give how a further member must be for a row that opens so."""
    first = next(iter(scene.passage.tokens(whole)), None)
    if first is None:
        return None
    if first.lower_ == "to":
        return _is_infinitive
    if first.tag_ == "VBG" and first.dep_ in {"pcomp", "xcomp"}:
        return _is_gerund
    if scene.text.endswith("that ", 0, whole.start):
        return _is_that_clause
    return _is_thing if first.pos_ in _OPENING and draft.act in _THINGS_OF else None


def _is_infinitive(words: "list[Token]") -> bool:
    bare = words[1:] if words and words[0].lower_ == "to" else words
    return len(bare) > 1 and bare[0].tag_ in _BARE


def _is_gerund(words: "list[Token]") -> bool:
    return len(words) > 1 and words[0].tag_ == "VBG"


def _is_that_clause(words: "list[Token]") -> bool:
    """Tell whether words are a clause with "that", or one that shares its "be": "shifts cut"."""
    return len(words) > 1 and (words[0].lower_ == "that" or turn(words) is not None)


def _is_thing(words: "list[Token]") -> bool:
    """Tell whether words are a thing asked for: a noun of some words, or "for A to be changed"."""
    if len(words) > 2 and words[0].lower_ == "for":
        return True
    nouns = [each for each in words if each.pos_ == "NOUN"]
    if not nouns or words[0].pos_ not in _OPENING:
        return False
    asked = nouns[0].lemma_.lower() in lexicon().words["asked_for"]
    told = (t for t in words if t.tag_ in _FINITE and t.dep_ not in {"relcl", "acl"})
    clause = any(t.tag_ in {"WDT", "WP"} for t in words)
    return (len(words) > 1 or asked) and (clause or not any(told))


def _without_opening(text: str, span: Span) -> Span:
    opening = re.compile(r"(?:that|for)\s+").match(text, span.start, span.end)
    return Span(opening.end(), span.end) if opening else span
