"""How does the offline reader read? Passages, cast, drafts by each rule, statements, the rest."""

import re
from dataclasses import replace

from tracktwo.actors.actor import Actor, Role
from tracktwo.actors.naming import slug, strip_titles
from tracktwo.actors.registry import Registry, default_registry
from tracktwo.documents.document import Document
from tracktwo.reading.attributed import attributed
from tracktwo.reading.cast import bearer, cast
from tracktwo.reading.compromise import room
from tracktwo.reading.counters import counters
from tracktwo.reading.dates import dates
from tracktwo.reading.demands import demands
from tracktwo.reading.draft import Draft
from tracktwo.reading.events import events
from tracktwo.reading.frames import Scene, frames
from tracktwo.reading.layout import blocks
from tracktwo.reading.listed import enumerated, included, item, lead_in
from tracktwo.reading.nominals import nominals
from tracktwo.reading.passages import Passage, passages
from tracktwo.reading.questions import questions
from tracktwo.reading.quoted import Attributed, attributions, direct
from tracktwo.reading.reading import Reading, Turn, check_spans
from tracktwo.reading.scenarios import scenarios
from tracktwo.reading.speakers import Speakers
from tracktwo.reading.spoken import spoken
from tracktwo.reading.statement import Statement
from tracktwo.reading.statements import Ground, settled
from tracktwo.reading.turns import labelled_turns

READER = "rules"


def read(document: Document, registry: Registry | None = None) -> Reading:
    """Read a document by rules: offline, deterministic, the same for every party.

    Parameters
    ----------
    document : Document
        English text; another language is noted, and read for its layout and turns only.
    registry : Registry, optional
        Known actors; that which ships with the program where none is given.

    Returns
    -------
    Reading
        Every span obeys the span law. Reading it again gives the same.

    Notes
    -----
    Time is the parser's and a pass over its tokens for each rule; linear in the text.
    """
    known = registry or default_registry()
    found = passages(document)
    everyone = cast(found, known)
    speakers = Speakers(everyone, document.text)
    turns = labelled_turns(document.text, blocks(document.text))
    labels = {turn.label: _turn_actor(turn.label, speakers, document.text) for turn in turns}
    scenes = _scenes(document.text, found, speakers, labels)
    drafts = _drafts(scenes)
    dated = dates(document.text, document.date)
    ground = Ground(
        document,
        everyone,
        found,
        dated,
        {
            scene.passage.number: scene.first
            for scene in scenes
            if scene.first is not None and scene.passage.turn
        },
    )
    statements, asked = demands(settled(drafts, ground), lambda ident: _side(ident, speakers))
    reading = Reading(
        document=document.sha256,
        reader=READER,
        statements=statements,
        turns=tuple(Turn(labels[t.label].name, labels[t.label].id, t.span) for t in turns),
        demands=asked,
        counters=tuple(counters(statements, document.text)),
        scenarios=tuple(each for scene in scenes for each in scenarios(scene, statements)),
        room=tuple(room(statements, document.text)),
        questions=tuple(
            questions(
                document.text,
                blocks(document.text),
                turns,
                statements,
                {label: actor.name for label, actor in labels.items()},
            )
        ),
        events=tuple(each for scene in scenes for each in events(scene, dated)),
        actors=_actors(statements, speakers, labels),
        notes=_notes(document),
    )
    check_spans(document, reading)
    return reading


def _turn_actor(label: str, speakers: Speakers, text: str) -> Actor:
    """Give who speaks under a label: somebody the text names, or an actor with the role it gives."""
    known = bearer(speakers.cast, label)
    if known is not None and known.type in {"person", "organisation", "media"}:
        return known
    bare = strip_titles(label)[1]
    name = bare.title() if bare.isupper() else bare
    role = re.search(re.escape(name) + r",\s+(?P<role>[^.;:\n]{4,120})", text)
    roles = (Role(role["role"].strip()),) if role else ()
    return speakers.added.setdefault(slug(name), Actor(slug(name), name, "person", roles=roles))


def _scenes(
    text: str, found: tuple[Passage, ...], speakers: Speakers, labels: dict[str, Actor]
) -> list[Scene]:
    return [
        Scene(passage, text, speakers, labels[passage.turn.label] if passage.turn else None)
        for passage in found
    ]


def _drafts(scenes: list[Scene]) -> list[Draft]:
    """Run every rule over every passage, in order; lists look back at what leads them in."""
    held: list[Draft] = []
    leads: dict[int, list[Draft]] = {}
    before: Attributed | None = None
    for scene in scenes:
        owned = attributions(scene, before)
        before = owned[-1] if owned else None
        quoting = scene.within(tuple((each.quote.span, each.voice.actor) for each in owned))
        own = _passage_drafts(quoting, owned, held, leads)
        led = lead_in(quoting, own)
        leads[scene.passage.number] = led
        held += own + [each for each in led if each not in own]
    return held


def _passage_drafts(
    scene: Scene, owned: list[Attributed], held: list[Draft], leads: dict[int, list[Draft]]
) -> list[Draft]:
    listed = (
        item(scene, leads.get(scene.passage.lead, [])) if scene.passage.lead is not None else None
    )
    if listed is not None:
        return [listed]
    own = [*direct(scene, owned), *frames(scene), *nominals(scene), *attributed(scene)]
    own += included(scene, held + own)
    own += enumerated(scene, own)
    return own + list(spoken(scene, own))


def _side(ident: str, speakers: Speakers) -> str:
    actor = speakers.cast.actors.get(ident) or speakers.added.get(ident)
    return speakers.cast.side(actor).id if actor is not None else ident


def _actors(
    statements: tuple[Statement, ...], speakers: Speakers, labels: dict[str, Actor]
) -> tuple[Actor, ...]:
    """Give the actors that statements and turns name, in order, and those for whom they speak."""
    everyone = {**speakers.added, **speakers.cast.actors, **{a.id: a for a in labels.values()}}
    named = [
        ident
        for s in statements
        for ident in ((s.speaker.actor,) if s.speaker else ()) + s.addressee_ids
    ]
    named += [actor.id for actor in labels.values()]
    sides = [speakers.cast.side(everyone[ident]) for ident in named if ident in everyone]
    order = dict.fromkeys([*named, *(side.id for side in sides)])
    everyone |= {side.id: side for side in sides if side.id not in everyone}
    return tuple(_with_side(everyone[ident], speakers) for ident in order if ident in everyone)


def _with_side(actor: Actor, speakers: Speakers) -> Actor:
    side = speakers.cast.side(actor)
    return actor if side.id == actor.id or actor.speaks_for else replace(actor, speaks_for=side.id)


def _notes(document: Document) -> tuple[str, ...]:
    if document.language and document.language != "en":
        return (
            f"the text seems to be in “{document.language}”, not English: its statements were not read",
        )
    return ()
