"""Of whom is something asked, who is accused, to whom is it promised?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tracktwo.actors.actor import Actor
from tracktwo.documents.document import Span
from tracktwo.reading.concerned import answering, referred, required, touched
from tracktwo.reading.dealings import NO_PARTY, Dealing
from tracktwo.reading.draft import Draft
from tracktwo.reading.ground import Ground
from tracktwo.reading.lexicon import lexicon
from tracktwo.reading.opposite import Opposite
from tracktwo.reading.relations import Relations
from tracktwo.reading.replies import ANSWERS, Replies

NEEDS_COUNTERPART: Final = frozenset(
    {"demand", "propose", "reject", "threaten", "promise", "accuse"}
)
"""Acts that somebody on the other side is meant by."""


@dataclass(frozen=True, slots=True)
class Addressed:
    """To whom an act is addressed; `candidates` are those between whom the text is open."""

    to: tuple[Actor, ...] = ()
    candidates: tuple[Actor, ...] = ()


def spelled_out(draft: Draft, replies: Replies, ground: Ground) -> tuple[Actor, ...]:
    """Give to whom the words of an act address it, the first of these that there is.

    Of whom the content asks (`required`); whom the words tell, ask or accuse ("urged X"),
    listeners left out; who refuses or accepts the demand that a noun names; whose demand, offer
    or charge a reply takes up (`Replies.answered`); whom the content names (`touched`).
    """
    meant = required(draft, ground)
    if meant:
        return meant
    told = tuple(voice.actor for voice in draft.to)
    if told and not _is_audience(draft):
        return told
    if referred(draft, ground) is not None:
        return ()
    other = answering(draft, ground)
    if other is not None:
        return (other,)
    answered = replies.answered(draft, ground)
    if answered is not None and answered.voice is not None:
        return _opposite(draft, answered.voice.actor, ground)
    return touched(draft, ground)


def answerers(
    drafts: list[Draft], replies: Replies, ground: Ground
) -> dict[Span, tuple[Actor, ...]]:
    """Give who answers a demand or offer right behind it, by the place of what is answered.

    "The unions want a vote; the minister has ruled out holding one": it was asked of the
    minister. Only in the same passage, and not in a conversation.
    """
    found: dict[Span, tuple[Actor, ...]] = {}
    for draft in drafts:
        if draft.act in {"accept", "reject"} and draft.voice and draft.passage not in ground.turns:
            answered = replies.answered(draft, ground)
            near = answered is not None and answered.passage == draft.passage
            if answered is not None and near and not ground.own(answered) & ground.own(draft):
                found.setdefault(answered.hull, (draft.voice.actor,))
    return found


def _opposite(draft: Draft, actor: Actor, ground: Ground) -> tuple[Actor, ...]:
    """Give to whom a reply goes: whose act it answers; of a person, or in a talk, his side as well.

    From a body of which a guest tells, to the guest's own side alone.
    """
    side = ground.cast.side(actor)
    body = draft.voice is not None and draft.voice.actor.type != "person"
    if body and ground.turns.get(draft.passage) is actor:
        return (side,)
    both = draft.passage in ground.turns or actor.type == "person"
    return (actor, side) if both and side.id != actor.id else (actor,)


def dealing_of(draft: Draft, to: tuple[Actor, ...], ground: Ground) -> Iterator[Dealing]:
    """Give what an act says of who deals with whom: its speaker's side with that of each other.

    A demand, offer, threat or charge sets two against each other; whose proposal somebody
    rejects need not be his counterpart.
    """
    if draft.voice is None or draft.act not in NEEDS_COUNTERPART - ANSWERS:
        return
    own = ground.cast.side(draft.voice.actor)
    if own.type == "person" and not draft.to:
        return
    for actor in to:
        side = ground.cast.side(actor)
        if side.id != own.id and "group" not in {side.type, own.type} and side.type not in NO_PARTY:
            yield Dealing(draft.passage, (own, side))


def addressees(
    draft: Draft, named: tuple[Actor, ...], relations: Relations, ground: Ground, opposite: Opposite
) -> Addressed:
    """Give to whom an act is addressed.

    Those whom its words name; "both sides" are the two parties of the document. Where they name
    none, the party with which the speaker's side deals, if the document tells of just one there;
    the parties, for a mediator. Between several the choice is open. Never the speaker's side.

    Parameters
    ----------
    draft : Draft
        The act.
    named : tuple of Actor
        What `spelled_out` gives.
    relations : Relations
        Who deals with whom in the document.
    ground : Ground
        The document.
    """
    own = ground.own(draft)
    named = tuple(each for each in named if not {each.id, ground.cast.side(each).id} & own)
    if named:
        return Addressed(_both(draft, relations, ground) or named if _is_both(named) else named)
    told = tuple(voice.actor for voice in draft.to) if draft.act == "claim" else ()
    if draft.voice is None or not _has_counterpart(draft):
        return Addressed(told)
    side = ground.cast.side(draft.voice.actor)
    if not _sets_against(draft, ground):
        beside = relations.beside(side.id, draft.passage)
        return Addressed(told or beside or opposite.answered(draft, ground))
    found = relations.counterparts(side.id, draft.passage)
    certain = len(found) == 1 and relations.is_certain(side.id, found[0].id, draft.passage)
    if certain or side.id in relations.mediators:
        return Addressed(found or told)
    facing = told or opposite.answered(draft, ground) or opposite.facing(draft, ground)
    return Addressed(facing, () if facing else found)


def _sets_against(draft: Draft, ground: Ground) -> bool:
    """Tell whether an act sets its speaker against another; consent and denial only in a talk."""
    talking = draft.passage in ground.turns
    return draft.act in NEEDS_COUNTERPART or talking or draft.subtype == "withdrawn_demand"


def _has_counterpart(draft: Draft) -> bool:
    """Tell whether an act is one that somebody on the other side is meant by: all but claims."""
    return draft.act != "claim" or draft.subtype == "withdrawn_demand"


def _both(draft: Draft, relations: Relations, ground: Ground) -> tuple[Actor, ...]:
    """Give whom "both" means: the two guests of a conversation, else the two who deal."""
    if draft.passage in ground.turns and len(ground.guests) == 2:
        return ground.guests
    return relations.pair()


def _is_both(told: tuple[Actor, ...]) -> bool:
    """Tell whether those addressed are "both governments", "the two sides", "the parties"."""
    if len(told) != 1 or told[0].type != "group":
        return False
    words = told[0].name.casefold().split()
    return words[0] in lexicon().words["both"] or (
        len(words) == 1 and words[0] in lexicon().words["parties"]
    )


def _is_audience(draft: Draft) -> bool:
    """Tell whether those told are listeners, not those of whom something is asked."""
    if draft.act == "claim":
        return True
    words = {word for voice in draft.to for word in voice.actor.name.casefold().split()}
    return not words.isdisjoint(lexicon().words["audience"])
