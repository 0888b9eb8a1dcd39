"""How do drafts become statements? Duplicates dropped; chains, addressees, dates settled."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tracktwo.documents.document import Span
from tracktwo.reading.addressees import (
    Addressed,
    addressees,
    answerers,
    dealing_of,
    spelled_out,
)
from tracktwo.reading.apart import apart
from tracktwo.reading.chains import chain, relaying
from tracktwo.reading.conditions import condition
from tracktwo.reading.draft import Draft
from tracktwo.reading.duplicates import absorbing, without_duplicates, without_echoes
from tracktwo.reading.firmness import firmness
from tracktwo.reading.ground import Ground
from tracktwo.reading.inherited import inherited
from tracktwo.reading.laid import Laid
from tracktwo.reading.opposite import Opposite
from tracktwo.reading.refinement import refined
from tracktwo.reading.relations import Relations
from tracktwo.reading.replies import Replies
from tracktwo.reading.statement import Speaker, Statement, statement_id


@dataclass(frozen=True, slots=True)
class Settled:
    """Statements in order of place, and of each list item the words that lead it in."""

    statements: tuple[Statement, ...]
    leads: Mapping[str, Span]


def settled(drafts: Iterable[Draft], ground: Ground) -> Settled:
    """Turn drafts into statements, in order of place.

    Of drafts of the same words and speaker the one of lower rank stays. A speaker found inside
    what another reports is one link further down. An addressee that no words name is the one party
    with which the document says that the speaker's side deals. Time is linear for drafts that
    overlap a bounded number of others.
    """
    kept = without_duplicates(drafts)
    kept.sort(key=lambda each: (each.hull.start, -each.hull.end))
    laid = Laid.of(kept)
    final = without_echoes(
        absorbing([refined(relaying(apart(draft, laid), laid), ground) for draft in kept])
    )
    laid = Laid.of(final)
    replies = Replies.of(final, laid, ground.document.text)
    named = [spelled_out(draft, replies, ground) for draft in final]
    told = [each for pair in zip(final, named, strict=True) for each in dealing_of(*pair, ground)]
    named = inherited(final, named, ground)
    answering = answerers(final, replies, ground)
    relations = Relations.of([*ground.dealings, *told])
    opposite = Opposite.of(final, named, replies, ground)
    found: dict[str, Statement] = {}
    leads: dict[str, Span] = {}
    for draft, actors in zip(final, named, strict=True):
        if not draft.relay:
            to = addressees(
                draft, actors or answering.get(draft.hull, ()), relations, ground, opposite
            )
            statement = _statement(draft, laid, ground, to)
            found.setdefault(statement.id, statement)
            if draft.lead is not None:
                leads.setdefault(statement.id, draft.lead)
    return Settled(tuple(found.values()), leads)


def _statement(draft: Draft, laid: Laid, ground: Ground, addressed: Addressed) -> Statement:
    document, voice = ground.document, draft.voice
    level, shown_by = firmness(draft, document)
    return Statement(
        id=statement_id(document.sha256, draft.content),
        document=document.sha256,
        content=draft.content,
        quote=document.quote(draft.hull),
        speaker=Speaker(voice.actor.id, voice.actor.name, voice.mention) if voice else None,
        chain=chain(draft, laid, ground),
        act=draft.act,
        reporting=draft.reporting,
        subtype=draft.subtype,
        cue=draft.cue,
        addressees=tuple(actor.name for actor in addressed.to),
        addressee_ids=tuple(actor.id for actor in addressed.to),
        firmness=level,
        firmness_cue=shown_by,
        date=_date(draft, ground),
        condition=condition(draft, document.text),
        negated=draft.negated,
        core=draft.core,
        candidates=voice.candidates if voice else (),
        addressee_candidates=tuple(actor.name for actor in addressed.candidates),
        sentence=draft.sentence,
    )


def _beside_speaker(draft: Draft, text: str) -> tuple[Span, ...]:
    """Give what stands behind a comma beside a person's name, up to the cue's own clause.

    Its dates are those of an office or of what came before, not of the act; the date of a
    speaking document ("the reply of 17 May") is.
    """
    person = draft.voice is not None and draft.voice.actor.type == "person"
    mention = draft.voice.mention if draft.voice is not None and person else None
    if mention is None or draft.cue is None or not mention.end < draft.cue.start:
        return ()
    first = text.find(",", mention.start, min(mention.end + 1, draft.cue.start))
    last = max(text.rfind(",", mention.end, draft.cue.start), mention.end)
    return (Span(first, last),) if 0 <= first < last else ()


def _date(draft: Draft, ground: Ground) -> str:
    """Give when an act took place: by its sentence, else by the entry of a chronology."""
    whole = draft.cue is not None and any(part.covers(draft.cue) for part in draft.content)
    content = () if whole and draft.reporting == "nominal" else draft.content
    content = (*content, *_beside_speaker(draft, ground.document.text))
    own = ground.dates.of_clause(draft.dated_by or draft.sentence, content)
    return own or ground.dates.leading(ground.passages[draft.passage].span.start)
