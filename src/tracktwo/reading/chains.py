"""Who reports whom? The names from the author to the speaker, outermost first."""

from dataclasses import replace

from tracktwo.documents.document import Span
from tracktwo.reading.covered import Covered
from tracktwo.reading.draft import Draft
from tracktwo.reading.ground import Ground
from tracktwo.reading.laid import Laid

_DONE = frozenset({"promise", "propose", "accept"})
"""Acts that are as much what somebody did as what he said: to tell of them is to claim that."""


def chain(draft: Draft, laid: Laid, ground: Ground) -> tuple[str, ...]:
    """Give the names from the author to the speaker, each inside what the one before reports.

    The author of the document is first (its publisher, or "author", where it names none); who
    issues a text in his own name is its author. In an interview the speaker of the turn comes
    next. A name that follows itself counts once.
    """
    place = draft.cue or draft.hull
    around = [
        each
        for each in laid.around(place)
        if each is not draft and each.reports and (each.hull, each.rank) != (draft.hull, draft.rank)
    ]
    outer = sorted(around, key=lambda each: each.hull.start - each.hull.end)
    turn = ground.turns.get(draft.passage)
    issuer = turn if turn is not None and ground.is_issued(draft.passage) else None
    links = [] if turn is None or issuer is not None else [turn]
    links += [each.voice.actor for each in [*outer, draft] if each.voice is not None]
    issued = issuer.name if issuer is not None else "author"
    names = [ground.document.author or ground.document.publisher or issued]
    links = [actor for actor in links if actor.id not in {"author", issuer and issuer.id}]
    for at, actor in enumerate(links):
        if not at or links[at - 1].name != actor.name:
            names.append(actor.name)
    return tuple(names)


def relaying(draft: Draft, laid: Laid) -> Draft:
    """Mark a draft that does no more than hand on what somebody else said.

    "She recalled that the staff had concluded that …": one statement, of the staff. It is one
    where what others say inside, with their cues and names, fills three quarters of it.
    """
    indirect = draft.reports and draft.reporting in {"indirect", "mixed"}
    if not indirect or draft.subtype or draft.voice is None:
        return draft
    inner = [each for each in laid.within(draft.hull) if _is_handed_on(each, draft)]
    if not inner:
        return draft
    filled = Covered.by(_with_cue(each) for each in inner).total
    return replace(draft, relay=filled * 4 >= 3 * (draft.hull.end - draft.hull.start))


def _is_handed_on(inner: Draft, outer: Draft) -> bool:
    """Tell whether a draft is another's, cue and all, inside what somebody reports."""
    if inner.cue is None or inner.voice is None or inner.speaker == outer.speaker:
        return False
    return inner.act not in _DONE and outer.hull.covers(inner.cue)


def _with_cue(draft: Draft) -> Span:
    """Give the span of a draft with its cue and the name of its speaker."""
    mention = draft.voice.mention if draft.voice else None
    spans = [span for span in (draft.hull, draft.cue, mention) if span is not None]
    return Span(min(span.start for span in spans), max(span.end for span in spans))
