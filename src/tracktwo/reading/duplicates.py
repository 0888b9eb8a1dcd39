"""Which drafts say the same? Where two rules found the same words, one stays."""

from collections.abc import Iterable
from dataclasses import replace

from tracktwo.documents.document import Span
from tracktwo.reading.draft import Draft
from tracktwo.reading.laid import Laid

_MOSTLY, _NEARLY = 0.6, 0.85
_OPENING = 24


def without_duplicates(drafts: Iterable[Draft]) -> list[Draft]:
    """Give the drafts that say something of their own, those of lower rank first."""
    kept: list[Draft] = []
    laid = Laid()
    for draft in sorted(drafts, key=lambda each: (each.rank, each.hull.start, -each.hull.end)):
        near = laid.near(draft.hull, draft.cue or draft.hull)
        if not any(_duplicates(draft, other) for other in near if other.passage == draft.passage):
            kept.append(draft)
            laid.add(draft)
    return kept


def without_echoes(drafts: list[Draft]) -> list[Draft]:
    """Leave out what only repeats the act of the quotation around it.

    “We want peace” is one demand; that the speaker "wants peace" in it is no second one.
    """
    laid = Laid.of(drafts)
    return [
        draft
        for draft in drafts
        if not any(_echoes(draft, other) for other in laid.around(draft.hull))
    ]


def absorbing(drafts: list[Draft]) -> list[Draft]:
    """Let what somebody is said to have said take the act that opens it.

    "It said that it reserved the right to respond" is one threat: that the same speaker does in
    the words reported what their first verb names. A clause that holds several such stays.
    """
    laid = Laid.of(drafts)
    opening = {id(each): _outer(each, laid) for each in drafts}
    outer = [id(each) for each in opening.values() if each is not None]
    acts = {
        id(around): each
        for each in drafts
        if (around := opening[id(each)]) is not None and outer.count(id(around)) == 1
    }
    absorbed = {id(each) for each in acts.values()}
    return [
        _with_act(each, acts[id(each)]) if id(each) in acts else each
        for each in drafts
        if id(each) not in absorbed
    ]


def _with_act(around: Draft, inner: Draft) -> Draft:
    if around.act != "claim":
        return around
    firmness, to = inner.firmness, around.to or inner.to
    return replace(around, act=inner.act, subtype=inner.subtype, firmness=firmness, to=to)


def _outer(draft: Draft, laid: Laid) -> Draft | None:
    """Give the report around an act of the same speaker with whose verb it opens."""
    if draft.act == "claim" or draft.cue is None or not draft.core:
        return None
    for other in laid.around(draft.hull):
        said = other is not draft and other.reports and other.reporting in {"indirect", "mixed"}
        opens = other.hull.start <= draft.cue.start <= other.hull.start + _OPENING
        same = other.speaker == draft.speaker and other.act in {"claim", draft.act}
        if said and opens and same and other.hull.end == draft.hull.end:
            return other
    return None


def _echoes(draft: Draft, other: Draft) -> bool:
    same = (draft.act, draft.speaker) == (other.act, other.speaker)
    return same and other.reporting == "direct" and other.rank < draft.rank


def iou(one: Span, other: Span) -> float:
    """Give the share of what two spans cover that both cover; 0 for two empty ones.

    >>> iou(Span(0, 4), Span(2, 6))
    0.3333333333333333
    """
    whole = max(one.end, other.end) - min(one.start, other.start)
    return one.overlap(other) / whole if whole else 0.0


def _duplicates(draft: Draft, other: Draft) -> bool:
    """Tell whether a draft adds nothing to another, of a rank that is no higher."""
    if draft.content == other.content:
        return draft.speaker == other.speaker or draft.act == other.act or draft.cue == other.cue
    shared = iou(draft.hull, other.hull)
    if draft.speaker == other.speaker and (shared >= _MOSTLY or _is_part(draft, other)):
        return True
    if _is_of_item(draft, other) or _repeats_report(draft, other):
        return True
    inside = draft.cue is not None and other.reports and other.hull.covers(draft.cue)
    return shared > _NEARLY and not inside


def _is_part(draft: Draft, other: Draft) -> bool:
    """Tell whether a draft is a clause of a quotation, or the same act in the same words."""
    if not other.hull.covers(draft.hull):
        return False
    if other.reporting == "direct" and draft.rank == 1:
        return True
    weaker = draft.rank >= 2 and draft.rank > other.rank
    return weaker and draft.act == other.act and draft.act != "demand"


def _is_of_item(draft: Draft, other: Draft) -> bool:
    """Tell whether a draft stands inside a list item that another rule read as a whole."""
    item = other.reporting == "list_item" and draft.rank >= 2
    return item and other.hull.covers(draft.cue or draft.hull)


def _repeats_report(draft: Draft, other: Draft) -> bool:
    """Tell whether an adjective's draft lies in what somebody is reported to have said."""
    return draft.rank == 3 and other.reports and other.hull.covers(draft.hull)
