"""How does the offline reader read? Passages, cast, drafts by each rule, statements, the rest."""

from bisect import bisect_left
from collections.abc import Collection, Iterator
from dataclasses import replace

from tracktwo.actors.actor import Actor
from tracktwo.actors.registry import Registry, default_registry
from tracktwo.documents.document import Document
from tracktwo.reading.act_dates import ActDates
from tracktwo.reading.affiliations import affiliated
from tracktwo.reading.cast import Cast, cast
from tracktwo.reading.compromise import room
from tracktwo.reading.counters import counters
from tracktwo.reading.dates import dates
from tracktwo.reading.dealings import Dealing, dealings
from tracktwo.reading.declaration import declaration
from tracktwo.reading.demands import demands
from tracktwo.reading.drafting import drafts
from tracktwo.reading.events import events
from tracktwo.reading.genders import genders
from tracktwo.reading.ground import Ground
from tracktwo.reading.layout import Block, blocks
from tracktwo.reading.omitted import with_subjects
from tracktwo.reading.passages import passages
from tracktwo.reading.questions import questions
from tracktwo.reading.reading import Reading, Scenario, Turn, check_spans
from tracktwo.reading.salutation import saluted
from tracktwo.reading.scenarios import scenarios
from tracktwo.reading.scene import Scene
from tracktwo.reading.speakers import Speakers
from tracktwo.reading.statement import Statement
from tracktwo.reading.statements import settled
from tracktwo.reading.turn_speakers import addressed, turn_speakers, with_speakers
from tracktwo.reading.turns import LabelledTurn
from tracktwo.reading.unlabelled import interview

READER = "rules"


def read(document: Document, registry: Registry | None = None) -> Reading:
    """Read a document by rules: offline, deterministic, the same for every party.

    Parameters
    ----------
    document : Document
        English text. In another language (by ``document.language``) its turns and questions
        are read and its statements are not, which a note says.
    registry : Registry, optional
        Known actors; that which ships with the program where none is given.

    Returns
    -------
    Reading
        Every span obeys the span law. Reading it again gives the same.

    Raises
    ------
    ReaderError
        If no English pipeline is installed.

    Notes
    -----
    Time is the parser's and a pass over its tokens for each rule; linear in the text.
    """
    known = registry or default_registry()
    laid = with_subjects(document.text, blocks(document.text))
    turns = interview(document.text, laid)
    spoken = turns or _issued(document.text, laid)
    found = passages(document.text, laid, spoken) if _is_english(document) else ()
    named = affiliated(cast(found, known), found)
    labels = turn_speakers(spoken, named, found, document.text)
    appearing = with_speakers(named, labels.values())
    speakers = Speakers(appearing, genders=genders(appearing, found))
    speakers.added.update({actor.id: actor for actor in labels.values()})
    told = addressed(turns, labels) or _told(spoken, document.text, appearing)
    speakers.added.update({actor.id: actor for actor in told.values()})
    scenes = [
        Scene(p, speakers, labels[p.turn.label] if p.turn else None, told.get(p.turn))
        for p in found
    ]
    ground = _ground(document, speakers, scenes)
    complete = settled(drafts(scenes), ground)
    statements, asked = demands(complete.statements, speakers.side, complete.leads)
    by_label = {label: actor.name for label, actor in labels.items()}
    reading = Reading(
        document=document.sha256,
        reader=READER,
        statements=statements,
        turns=tuple(Turn(labels[t.label].name, labels[t.label].id, t.span) for t in turns),
        demands=asked,
        counters=tuple(counters(statements, document.text)),
        scenarios=tuple(_scenarios(scenes, statements)),
        room=tuple(room(statements, document.text)),
        questions=tuple(questions(document.text, laid, turns, statements, by_label)),
        events=tuple(each for scene in scenes for each in events(scene, ground.dates)),
        actors=_actors(statements, speakers, labels.values()),
        notes=_notes(document),
    )
    check_spans(document, reading)
    return reading


def _issued(text: str, laid: tuple[Block, ...]) -> tuple[LabelledTurn, ...]:
    """Give a document that speaks in its own name as one turn."""
    found = declaration(text, laid)
    return () if found is None else (found,)


def _told(
    spoken: tuple[LabelledTurn, ...], text: str, cast: Cast
) -> dict[LabelledTurn | None, Actor]:
    """Give to whom a document in its issuer's name speaks."""
    issued = next((turn for turn in spoken if turn.issued), None)
    other = saluted(text, cast) if issued is not None else None
    return {} if other is None else {issued: other}


def _is_english(document: Document) -> bool:
    """Tell whether a text is to be read as English; one too short to tell is."""
    return document.language in {"", "en"}


def _notes(document: Document) -> tuple[str, ...]:
    if _is_english(document):
        return ()
    return (
        f"the text seems to be in “{document.language}”, not English: its statements were not read",
    )


def _ground(document: Document, speakers: Speakers, scenes: list[Scene]) -> Ground:
    turns = {s.passage.number: s.first for s in scenes if s.first is not None and s.passage.turn}
    dated = ActDates(document.text, dates(document.text, document.date))
    guests = _guests(scenes)
    told = [each for scene in scenes for each in dealings(scene)]
    if len(guests) == 2:
        told.append(Dealing(-1, tuple(speakers.cast.side(each) for each in guests)))
    found = tuple(scene.passage for scene in scenes)
    written = next((s.second for s in scenes if s.passage.turn and s.passage.turn.issued), None)
    return Ground(document, speakers, found, dated, turns, tuple(told), guests, written)


def _guests(scenes: list[Scene]) -> tuple[Actor, ...]:
    """Give those who take turns and are no host, in order."""
    turns = ((scene.first, scene.passage.turn) for scene in scenes)
    found = {who.id: who for who, turn in turns if who is not None and turn and not turn.host}
    return tuple(found.values())


def _scenarios(scenes: list[Scene], statements: tuple[Statement, ...]) -> Iterator[Scenario]:
    """Give the scenarios of each passage, with the statements that stand in it."""
    for scene in scenes:
        first, last = (
            bisect_left(statements, place, key=lambda each: each.hull.start)
            for place in (scene.passage.span.start, scene.passage.span.end)
        )
        yield from scenarios(scene, statements[first:last])


def _actors(
    statements: tuple[Statement, ...], speakers: Speakers, labelled: Collection[Actor]
) -> tuple[Actor, ...]:
    """Give the actors that statements and turns name, in order, and those for whom they speak."""
    everyone = {**speakers.added, **speakers.cast.actors, **{a.id: a for a in labelled}}
    named: dict[str, None] = {}
    for statement in statements:
        speaker = (statement.speaker.actor,) if statement.speaker else ()
        named |= dict.fromkeys((*speaker, *statement.addressee_ids))
    named |= dict.fromkeys(actor.id for actor in labelled)
    known = (everyone[ident] for ident in named if ident in everyone)
    sides = {side.id: side for side in map(speakers.cast.side, known)}
    found = [everyone.get(ident) or sides.get(ident) for ident in {**named, **sides}]
    return tuple(_with_side(actor, speakers) for actor in found if actor is not None)


def _with_side(actor: Actor, speakers: Speakers) -> Actor:
    side = speakers.cast.side(actor)
    return actor if side.id == actor.id or actor.speaks_for else replace(actor, speaks_for=side.id)
