"""How do drafts become statements? Duplicates dropped; chains, addressees, dates settled."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tracktwo.actors.actor import Actor
from tracktwo.documents.document import Span
from tracktwo.reading.addressees import addressees, two_sides
from tracktwo.reading.chains import chain, relaying
from tracktwo.reading.conditions import condition
from tracktwo.reading.draft import Draft
from tracktwo.reading.duplicates import without_duplicates, without_echoes
from tracktwo.reading.firmness import firmness
from tracktwo.reading.ground import Ground
from tracktwo.reading.laid import Laid
from tracktwo.reading.refinement import refined
from tracktwo.reading.statement import Speaker, Statement, statement_id


@dataclass(frozen=True, slots=True)
class Settled:
    """Statements in order of place, and of each list item the words that lead it in."""

    statements: tuple[Statement, ...]
    leads: Mapping[str, Span]


def settled(drafts: Iterable[Draft], ground: Ground) -> Settled:
    """Turn drafts into statements, in order of place.

    Of drafts of the same words and speaker the one of lower rank stays. A speaker found inside
    what another reports is one link further down. An addressee that nothing names is the party
    on the other side, where a document has just two. Time is linear for drafts that overlap a
    bounded number of others.
    """
    kept = without_duplicates(drafts)
    kept.sort(key=lambda each: (each.hull.start, -each.hull.end))
    laid = Laid.of(kept)
    final = without_echoes([refined(relaying(draft, laid), ground) for draft in kept])
    laid, sides = Laid.of(final), two_sides(final, ground)
    found: dict[str, Statement] = {}
    leads: dict[str, Span] = {}
    for draft in final:
        if not draft.relay:
            statement = _statement(draft, laid, ground, sides)
            found.setdefault(statement.id, statement)
            if draft.lead is not None:
                leads.setdefault(statement.id, draft.lead)
    return Settled(tuple(found.values()), leads)


def _statement(draft: Draft, laid: Laid, ground: Ground, sides: tuple[Actor, ...]) -> Statement:
    document, voice = ground.document, draft.voice
    level, shown_by = firmness(draft, document)
    to = addressees(draft, laid, ground, sides)
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
        addressees=tuple(actor.name for actor in to),
        addressee_ids=tuple(actor.id for actor in to),
        firmness=level,
        firmness_cue=shown_by,
        date=_date(draft, ground),
        condition=condition(draft, document.text),
        negated=draft.negated,
        core=draft.core,
        candidates=voice.candidates if voice else (),
        sentence=draft.sentence,
    )


def _date(draft: Draft, ground: Ground) -> str:
    """Give when an act took place: by its sentence, else by the entry of a chronology."""
    own = ground.dates.of_clause(draft.dated_by or draft.sentence, draft.content)
    return own or ground.dates.leading(ground.passages[draft.passage].span.start)
