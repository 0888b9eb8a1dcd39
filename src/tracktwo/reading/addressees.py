"""Of whom is something asked, who is accused, to whom is it promised?"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from tracktwo.actors.actor import Actor
from tracktwo.documents.document import Span
from tracktwo.reading.cast import Mention
from tracktwo.reading.draft import Draft
from tracktwo.reading.ground import Ground
from tracktwo.reading.laid import Laid
from tracktwo.reading.lexicon import lexicon
from tracktwo.reading.passages import Passage

if TYPE_CHECKING:
    from spacy.tokens import Token

NEEDS_COUNTERPART: Final = frozenset(
    {"demand", "propose", "reject", "threaten", "promise", "accuse"}
)
"""Acts that somebody on the other side is meant by."""

_ANSWERS = frozenset({"reject", "accept", "deny"})
_NAMES_ITS_PARTY = frozenset({"demand", "accuse", "reject", "promise", "propose"})
_NO_PARTY = frozenset({"region", "media"})
_ANSWERABLE = {
    "reject": frozenset({"demand", "propose", "threaten", "promise"}),
    "accept": frozenset({"demand", "propose", "promise", "claim"}),
    "deny": frozenset({"accuse", "claim", "threaten", "propose"}),
}
_REACH = 600


def addressees(
    draft: Draft, laid: Laid, ground: Ground, sides: tuple[Actor, ...]
) -> tuple[Actor, ...]:
    """Give to whom an act is addressed, the first of these that there is.

    Of whom its content asks ("a commitment from X"); whose demand or proposal it answers; whom
    its words address, "both sides" being the two where the document has just two; a party other
    than the speaker's that its content names, both of "between X and Y"; for a reply, who last
    spoke before it; the party on the other side. Never the speaker's own party by a guess.

    Parameters
    ----------
    draft : Draft
        The act.
    laid : Laid
        All drafts of the document.
    ground : Ground
        The document.
    sides : tuple of Actor
        The two parties between whom the document stands, or none.
    """
    own = ground.own(draft)
    asked = _asked(draft, ground) if draft.act == "demand" else None
    for meant in (asked, _answered(draft, laid)):
        if meant is not None and meant.id not in own:
            return (meant,)
    told = tuple(voice.actor for voice in draft.to)
    if told and not _is_audience(draft):
        return sides if len(sides) == 2 and _is_both(told) else told
    if draft.act not in NEEDS_COUNTERPART | _ANSWERS or draft.voice is None:
        return told
    inside = _named_inside(draft, ground) if draft.reporting != "list_item" else ()
    if inside and draft.act in _NAMES_ITS_PARTY:
        return inside
    if draft.act in _ANSWERS and not told:
        return _replied_to(draft, laid, ground) or _counterpart(draft, sides, own) or inside
    return _counterpart(draft, sides, own) or told or inside


def two_sides(drafts: list[Draft], ground: Ground) -> tuple[Actor, ...]:
    """Give the two parties between whom a document stands: those whose acts and names are most.

    None where a third comes to more than four fifths of the second: then none is "the other".
    Of equals, those named first.
    """
    weight: dict[str, int] = {}
    actors: dict[str, Actor] = {}
    for side, counts in _weights(drafts, ground):
        actors.setdefault(side.id, side)
        weight[side.id] = weight.get(side.id, 0) + counts
    ranked = sorted(weight, key=lambda each: -weight[each])
    third = weight[ranked[2]] if len(ranked) > 2 else 0
    if len(ranked) < 2 or third * 5 > weight[ranked[1]] * 4:
        return ()
    return actors[ranked[0]], actors[ranked[1]]


def _weights(drafts: list[Draft], ground: Ground) -> Iterator[tuple[Actor, int]]:
    """Give each party with what a mention (1) or an act against somebody (3) counts for it."""
    for mention in ground.cast.mentions:
        side = ground.cast.side(ground.cast.actors[mention.actor])
        if side.type not in _NO_PARTY:
            yield side, 1
    for draft in drafts:
        if draft.voice is not None and draft.act in NEEDS_COUNTERPART and draft.core:
            yield ground.cast.side(draft.voice.actor), 3


def _counterpart(draft: Draft, sides: tuple[Actor, ...], own: frozenset[str]) -> tuple[Actor, ...]:
    """Give the party on the other side, where the speaker stands on one of just two."""
    other = tuple(side for side in sides if side.id not in own)
    return other if draft.act in NEEDS_COUNTERPART and len(other) == 1 else ()


def _answered(draft: Draft, laid: Laid) -> Actor | None:
    """Give whose demand or proposal a reply takes up: "dismissed proposals from the mediator"."""
    if draft.act not in _ANSWERS:
        return None
    inside = (each for each in laid.within(draft.hull) if each is not draft)
    nouns = (each.voice for each in inside if each.reporting == "nominal")
    return next((voice.actor for voice in nouns if voice is not None), None)


def _replied_to(draft: Draft, laid: Laid, ground: Ground) -> tuple[Actor, ...]:
    """Give who spoke last before a reply, on another side: who asked, charged or offered."""
    own = ground.own(draft)
    start = max(0, draft.hull.start - _REACH)
    for before in reversed(laid.near(Span(start, draft.hull.start))):
        if before.voice is None or before.hull.end > draft.hull.start or not before.core:
            continue
        if before.relay or before.act not in _ANSWERABLE[draft.act]:
            continue
        if draft.reporting != "turn" and before.reporting in {"turn", "narrative"}:
            continue
        if not own & ground.own(before):
            return (before.voice.actor,)
    return ()


def _is_both(told: tuple[Actor, ...]) -> bool:
    """Tell whether those addressed are "both governments", "the two sides", "the parties"."""
    words = {word for actor in told for word in actor.name.casefold().split()}
    return len(told) == 1 and not words.isdisjoint({"both", "two", "parties", "sides"})


def _is_audience(draft: Draft) -> bool:
    """Tell whether those told are listeners, not those of whom something is asked."""
    if draft.act == "claim":
        return True
    words = {word for voice in draft.to for word in voice.actor.name.casefold().split()}
    return not words.isdisjoint(lexicon().words["audience"])


def _asked(draft: Draft, ground: Ground) -> Actor | None:
    """Give of whom the content itself asks.

    "a commitment from X", "prohibiting X from …", "that X leave".
    """
    passage = ground.passages[draft.passage]
    inside = passage.tokens(draft.hull)
    for mention in ground.cast.within(passage.number):
        root = _root(mention, passage)
        if len(inside) and inside.start <= root.i < inside.end and _is_asked(root, inside[0].idx):
            return ground.cast.actors[mention.actor]
    return None


def _root(mention: Mention, passage: Passage) -> "Token":
    return passage.parse[mention.start : mention.end].root


def _is_asked(name: "Token", start: int) -> bool:
    """Tell whether a name stands where those of whom something is asked stand."""
    if name.dep_ == "pobj" and name.head.lower_ == "from":
        return name.head.head.lemma_.lower() in lexicon().words["given"]
    if name.dep_ == "dobj" and name.head.lemma_.lower() in lexicon().words["barring"]:
        return True
    main = name.dep_ == "nsubj" and name.head.dep_ in {"ccomp", "ROOT", "xcomp"}
    return main and name.left_edge.idx <= start + 8


def _named_inside(draft: Draft, ground: Ground) -> tuple[Actor, ...]:
    """Give the first party other than the speaker's that content names; both of "between"."""
    words = ground.document.quote(draft.hull)
    found = list(_others_inside(draft, ground))
    return tuple(dict.fromkeys(found[:2] if "between" in words else found[:1]))


def _others_inside(draft: Draft, ground: Ground) -> Iterator[Actor]:
    passage, own = ground.passages[draft.passage], ground.own(draft)
    for mention in ground.cast.within(draft.passage):
        actor = ground.cast.actors[mention.actor]
        if draft.hull.covers(passage.place_of(passage.parse[mention.start])):
            own_name = actor.id in own or ground.cast.side(actor).id in own
            if actor.type not in _NO_PARTY and not own_name:
                yield actor
