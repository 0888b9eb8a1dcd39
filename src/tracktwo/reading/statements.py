"""How do drafts become statements? Duplicates dropped; chains, addressees, dates settled."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tracktwo.actors.actor import Actor
from tracktwo.documents.document import Document, Span
from tracktwo.reading.acts import act_of
from tracktwo.reading.cast import Cast
from tracktwo.reading.dates import Dated, clause_date, leading_date
from tracktwo.reading.draft import Draft
from tracktwo.reading.lexicon import lexicon
from tracktwo.reading.passages import Passage
from tracktwo.reading.speakers import Voice
from tracktwo.reading.statement import FIRMNESS_ORDER, Firmness, Speaker, Statement, statement_id

if TYPE_CHECKING:
    from spacy.tokens import Token

_CONDITION = re.compile(
    r"(?:^|(?<=[\s,;“\"]))(?:if|unless|provided that|as long as|on condition that|only if|so long as|should (?=(?:the |[A-Z]\w+ |filling |talks )))[^.;”\"]*",
    re.IGNORECASE,
)  # fmt: skip
_OWN_FIRST = re.compile(r"\b(?:i|we|our|my|us)\b", re.IGNORECASE)
_NEEDS_COUNTERPART = frozenset({"demand", "propose", "reject", "threaten", "promise", "accuse"})


@dataclass(frozen=True, slots=True)
class Ground:
    """What settling needs to know of a document: its cast, passages and dates."""

    document: Document
    cast: Cast
    passages: tuple[Passage, ...]
    dates: tuple[Dated, ...]
    turns: dict[int, Actor]


def settled(drafts: Iterable[Draft], ground: Ground) -> tuple[Statement, ...]:
    """Turn drafts into statements, in order of place.

    Of drafts of the same words and speaker the one of lower rank stays. A speaker found inside
    what another reports is one link further down. An addressee that nothing names is the party
    on the other side, where a document has just two.
    """
    kept = _without_duplicates(sorted(drafts, key=lambda d: (d.rank, d.hull.start, -d.hull.end)))
    ordered = sorted(kept, key=lambda d: (d.hull.start, -d.hull.end))
    relayed = [_relaying(draft, ordered) for draft in ordered]
    refined = [_refined(draft, ground) for draft in relayed]
    sides = _two_sides(refined, ground)
    found: dict[str, Statement] = {}
    for draft in refined:
        if draft.relay:
            continue
        statement = _statement(draft, refined, ground, sides)
        found.setdefault(statement.id, statement)
    return tuple(found.values())


def iou(one: Span, other: Span) -> float:
    """Give the share of what two spans cover that both cover."""
    inner = one.overlap(other)
    outer = max(one.end, other.end) - min(one.start, other.start)
    return inner / outer if outer else 0.0


def _without_duplicates(drafts: list[Draft]) -> list[Draft]:
    kept: list[Draft] = []
    for draft in drafts:
        same = (other for other in kept if other.passage == draft.passage)
        if not any(_duplicates(draft, other) for other in same):
            kept.append(draft)
    return kept


def _duplicates(draft: Draft, other: Draft) -> bool:
    if draft.content == other.content:
        return True
    shared = iou(draft.hull, other.hull)
    mine = draft.voice.actor.id if draft.voice else ""
    theirs = other.voice.actor.id if other.voice else ""
    if mine == theirs and shared >= 0.6:
        return True
    if (
        mine == theirs
        and other.reporting == "direct"
        and draft.rank == 1
        and other.hull.covers(draft.hull)
    ):
        return True
    if (
        other.reporting == "list_item"
        and draft.rank >= 2
        and other.hull.covers(draft.cue or draft.hull)
    ):
        return True
    if draft.rank == 3 and other.reports and other.hull.covers(draft.hull):
        return True
    if (
        mine == theirs
        and draft.act == other.act
        and other.hull.covers(draft.hull)
        and draft.rank > other.rank
    ):
        return draft.rank >= 2 and draft.act != "demand"
    return shared > 0.85 and not (
        other.reports and draft.cue is not None and other.hull.covers(draft.cue)
    )


def _relaying(draft: Draft, drafts: list[Draft]) -> Draft:
    """Mark a draft that does no more than hand on what somebody else said.

    "She recalled that the staff had concluded that …": one statement, of the staff.
    """
    if not draft.reports or draft.reporting not in {"indirect", "mixed"} or draft.subtype:
        return draft
    hull = draft.hull
    inner = [d for d in drafts if d is not draft and d.cue and d.voice and hull.covers(d.hull) and hull.covers(d.cue)
             and d.passage == draft.passage and draft.voice and d.voice.actor.id != draft.voice.actor.id]  # fmt: skip
    covered: set[int] = set()
    for each in inner:
        mention = each.voice.mention if each.voice and each.voice.mention else each.cue
        spans = [each.hull, *([each.cue] if each.cue else []), *([mention] if mention else [])]
        covered |= set(range(min(s.start for s in spans), max(s.end for s in spans)))
    return replace(draft, relay=len(covered) * 4 >= 3 * (hull.end - hull.start)) if inner else draft


def _refined(draft: Draft, ground: Ground) -> Draft:
    """Look into what was merely said: it may be a refusal, an offer, a denial."""
    if draft.subtype == "framing" and _is_non_negotiable(draft, ground):
        return replace(draft, act="demand", subtype="position_firmness")
    if draft.act not in {"claim", "threaten"} or draft.subtype in {
        "framing",
        "evidence",
        "counter_evidence",
    }:
        return draft
    if draft.voice is None or draft.rank == 3:
        return draft
    words = " ".join(ground.document.text[s.start : s.end] for s in draft.content)
    own = _is_own(draft, words, ground)
    speaking = draft.reporting in {"direct", "turn"}
    found = act_of(words, own=own, speaking=speaking, verbs=_verbs(draft, ground))
    if draft.act == "threaten":
        return (
            draft if own or found.act == "claim" and not _cue_is(draft, ground, "warn") else draft
        )
    return replace(draft, act=found.act, subtype=draft.subtype or found.subtype)


def _is_non_negotiable(draft: Draft, ground: Ground) -> bool:
    words = ground.document.quote(draft.hull)
    return lexicon().firmness["non_negotiable"].search(words) is not None


def _cue_is(draft: Draft, ground: Ground, stem: str) -> bool:
    return draft.cue is not None and stem in ground.document.quote(draft.cue).casefold()


def _verbs(draft: Draft, ground: Ground) -> frozenset[str]:
    passage = ground.passages[draft.passage]
    places = [(passage.offset(s.start), passage.offset(s.end)) for s in draft.content]
    return frozenset(
        token.lemma_.lower()
        for token in passage.parse
        if token.dep_ in {"ROOT", "ccomp", "conj"}
        and any(aux.dep_ == "aux" for aux in token.children)
        and any(start <= token.idx < end for start, end in places)
    )


def _is_own(draft: Draft, words: str, ground: Ground) -> bool:
    """Tell whether the speaker's own side acts in the words: "we", "it", its name, its party."""
    if draft.reporting in {"direct", "turn"} and _OWN_FIRST.search(words):
        return True
    if draft.reporting in {"direct", "turn"} or draft.voice is None:
        return len(words.split()) <= 6
    passage = ground.passages[draft.passage]
    start, end = passage.offset(draft.content[0].start), passage.offset(draft.content[-1].end)
    side = ground.cast.side(draft.voice.actor)
    for token in passage.parse:
        if token.dep_ in {"nsubj", "nsubjpass"} and start <= token.idx < end:
            if token.lower_ in {"he", "she", "it", "they", "we", "i"}:
                return True
            named = ground.cast.named(passage.number, token.i)
            if named is not None:
                return ground.cast.side(named).id == side.id or named.id == draft.voice.actor.id
            return token.lower_ in {"government", "party", "country"} and any(
                c.lower_ in {"her", "his", "its", "their", "our"} for c in token.children
            )
    return False


def _two_sides(drafts: list[Draft], ground: Ground) -> tuple[Actor, ...]:
    """Give the two parties between whom a document stands: those whose acts and names are most.

    None where a third comes to more than four fifths of the second: then no side is "the other".
    """
    weight: dict[str, int] = {}
    actors: dict[str, Actor] = {}
    for mention in ground.cast.mentions:
        side = ground.cast.side(ground.cast.actors[mention.actor])
        if side.type not in {"region", "media"}:
            actors[side.id] = side
            weight[side.id] = weight.get(side.id, 0) + 1
    for draft in drafts:
        if draft.voice is not None and draft.act in _NEEDS_COUNTERPART and draft.core:
            side = ground.cast.side(draft.voice.actor)
            actors.setdefault(side.id, side)
            weight[side.id] = weight.get(side.id, 0) + 3
    ranked = sorted(weight, key=lambda each: (-weight[each], each))
    third = weight[ranked[2]] if len(ranked) > 2 else 0
    if len(ranked) < 2 or third * 5 > weight[ranked[1]] * 4:
        return ()
    return tuple(actors[ident] for ident in ranked[:2])


def _statement(
    draft: Draft, drafts: list[Draft], ground: Ground, sides: tuple[Actor, ...]
) -> Statement:
    document = ground.document
    firmness, firm_span = _firmness(draft, document)
    to = _addressees(draft, drafts, ground, sides)
    voice = draft.voice
    return Statement(
        id=statement_id(document.sha256, draft.content),
        document=document.sha256,
        content=draft.content,
        quote=document.quote(draft.hull),
        speaker=Speaker(voice.actor.id, voice.actor.name, voice.mention) if voice else None,
        chain=_chain(draft, drafts, ground),
        act=draft.act,
        reporting=draft.reporting,
        subtype=draft.subtype,
        cue=draft.cue,
        addressees=tuple(actor.name for actor in to),
        addressee_ids=tuple(actor.id for actor in to),
        firmness=firmness,
        firmness_cue=firm_span,
        date=draft.date
        or clause_date(ground.dates, draft.dated_by or draft.sentence, draft.content)
        or leading_date(ground.dates, document.text, ground.passages[draft.passage].span.start),
        condition=_condition(draft, document),
        negated=draft.negated,
        core=draft.core,
        candidates=voice.candidates if voice else (),
        sentence=draft.sentence,
    )


def _chain(draft: Draft, drafts: list[Draft], ground: Ground) -> tuple[str, ...]:
    """Give the names from the author to the speaker, each inside what the one before reports."""
    author = ground.document.author or ground.document.publisher or "author"
    links: list[Actor] = []
    place = draft.cue or draft.hull
    outer = [d for d in drafts if d is not draft and d.reports and d.voice is not None
             and d.hull.covers(place) and (d.hull != draft.hull or d.rank != draft.rank)]  # fmt: skip
    turn = ground.turns.get(draft.passage)
    if turn is not None:
        links.append(turn)
    for each in sorted(outer, key=lambda d: -(d.hull.end - d.hull.start)):
        if each.voice is not None:
            links.append(each.voice.actor)
    if draft.outer is not None:
        links.append(draft.outer.actor)
    if draft.voice is not None:
        links.append(draft.voice.actor)
    names: list[str] = []
    for actor in links:
        if not names or names[-1] != actor.name:
            names.append(actor.name)
    return (author, *names)


def _answered(draft: Draft, drafts: list[Draft]) -> Actor | None:
    """Give whose demand or proposal a reply takes up: "dismissed proposals from the administration"."""
    if draft.act not in {"reject", "accept", "deny"}:
        return None
    inner = (
        d
        for d in drafts
        if d is not draft and d.voice and d.reporting == "nominal" and draft.hull.covers(d.hull)
    )
    return next((d.voice.actor for d in inner if d.voice), None)


def _addressees(
    draft: Draft, drafts: list[Draft], ground: Ground, sides: tuple[Actor, ...]
) -> tuple[Actor, ...]:
    own = {draft.voice.actor.id, ground.cast.side(draft.voice.actor).id} if draft.voice else set()
    asked = _asked(draft, ground) if draft.act == "demand" else None
    if asked is not None and asked.id not in own:
        return (asked,)
    answered = _answered(draft, drafts)
    if answered is not None and answered.id not in own:
        return (answered,)
    if draft.to and not _is_audience(draft):
        return tuple(voice.actor for voice in draft.to)
    if draft.act not in _NEEDS_COUNTERPART | {"accept", "deny"} or draft.voice is None:
        return tuple(voice.actor for voice in draft.to)
    inside = _named_inside(draft, ground, own) if draft.reporting != "list_item" else ()
    if not inside:
        return _counterpart(draft, sides, own)
    if draft.act in {"demand", "accuse", "reject", "promise", "propose"}:
        return inside
    return _counterpart(draft, sides, own) or inside


def _counterpart(draft: Draft, sides: tuple[Actor, ...], own: set[str]) -> tuple[Actor, ...]:
    """Give the party on the other side, where the speaker stands on one of just two."""
    other = [side for side in sides if side.id not in own]
    if draft.act in _NEEDS_COUNTERPART and len(sides) == 2 and len(other) == 1:
        return tuple(other)
    return tuple(voice.actor for voice in draft.to)


def _is_audience(draft: Draft) -> bool:
    """Tell whether those told are listeners, not those of whom something is asked."""
    return draft.act == "claim" or any(
        re.search(r"\b(?:reporters?|journalists?|supporters|newspaper|magazine|channel|television|radio)\b", v.actor.name.casefold())
        for v in draft.to
    )  # fmt: skip


def _asked(draft: Draft, ground: Ground) -> Actor | None:
    """Give of whom the content itself asks: "a commitment from X", "prohibiting X from", "that X leave"."""
    passage = ground.passages[draft.passage]
    start, end = passage.offset(draft.content[0].start), passage.offset(draft.content[-1].end)
    for mention in ground.cast.mentions:
        if mention.passage != passage.number:
            continue
        root = passage.parse[mention.start : mention.end].root
        if start <= root.idx < end and _is_asked(root, start):
            return ground.cast.actors[mention.actor]
    return None


def _is_asked(name: "Token", start: int) -> bool:
    """Tell whether a name stands where those of whom something is asked stand."""
    if name.dep_ == "pobj" and name.head.lower_ == "from":
        return name.head.head.lemma_.lower() in lexicon().given
    if name.dep_ == "dobj" and name.head.lemma_.lower() in {
        "prohibit",
        "ban",
        "bar",
        "forbid",
        "stop",
        "prevent",
        "oblige",
    }:
        return True
    return (
        name.dep_ == "nsubj"
        and name.head.dep_ in {"ccomp", "ROOT", "xcomp"}
        and name.left_edge.idx <= start + 8
    )


def _named_inside(draft: Draft, ground: Ground, own: set[str]) -> tuple[Actor, ...]:
    """Give the first party other than the speaker's that the content names; both of "between X and Y"."""
    words = ground.document.quote(draft.hull)
    found = list(_others_inside(draft, ground, own))
    return tuple(dict.fromkeys(found[:2] if "between" in words else found[:1]))


def _others_inside(draft: Draft, ground: Ground, own: set[str]) -> Iterator[Actor]:
    passage = ground.passages[draft.passage]
    for mention in ground.cast.mentions:
        if mention.passage != draft.passage:
            continue
        token = passage.parse[mention.start]
        place = passage.place(token.idx, token.idx + len(token))
        actor = ground.cast.actors[mention.actor]
        if draft.hull.covers(place) and actor.type not in {"region", "media"}:
            if actor.id not in own and ground.cast.side(actor).id not in own:
                yield actor


def _firmness(draft: Draft, document: Document) -> tuple[Firmness, Span | None]:
    """Give how firm an act is: what its words and its cue show, the firmer where both do."""
    best: tuple[Firmness, Span | None] = (
        draft.firmness,
        draft.cue if draft.firmness != "stated" else None,
    )
    for part in [*draft.content, *([draft.cue] if draft.cue else [])]:
        level, place = lexicon().firmest(document.quote(part), "stated")
        if place is None:
            continue
        if best[0] == "stated" or FIRMNESS_ORDER.index(level) < FIRMNESS_ORDER.index(best[0]):
            best = level, Span(part.start + place[0], part.start + place[1])
    return best


def _condition(draft: Draft, document: Document) -> Span | None:
    """Give the clause on which an act depends, in its content or right beside it."""
    for part in draft.content:
        match = _CONDITION.search(document.text, part.start, part.end)
        if match:
            return _clause_end(match, part)
    after = Span(draft.hull.end, max(draft.hull.end, min(draft.sentence.end, draft.hull.end + 160)))
    match = re.compile(r"\s*,?\s*(?:provided that|unless|if|as long as)\b[^.;]*").match(
        document.text, after.start, after.end
    )
    if match and draft.reporting != "list_item":
        start = match.start() + len(match[0]) - len(match[0].lstrip(" ,"))
        return Span(start, match.end())
    return None


def _clause_end(match: re.Match[str], part: Span) -> Span:
    """End a leading condition at its comma; one that ends the content runs to the end."""
    if match.start() - part.start < 3:
        comma = match[0].find(",")
        if comma > 0:
            return Span(match.start(), match.start() + comma)
    return Span(match.start(), match.start() + len(match[0].rstrip(' ,”"')))


def voice_of(actor: Actor) -> Voice:
    """Give the voice of an actor whom no words name."""
    return Voice(actor)
