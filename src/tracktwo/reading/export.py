"""What does another program see of a reading? The JSON of ``tracktwo read --json``."""

from typing import Any

from tracktwo.actors.actor import Actor
from tracktwo.documents.document import Document, Span
from tracktwo.reading.codes import codes
from tracktwo.reading.reading import Demand, Event, Question, Reading, Room, Scenario
from tracktwo.reading.statement import Speaker, Statement

Json = dict[str, Any]


def as_json(document: Document, reading: Reading) -> Json:
    """Give a document and its reading as plain JSON values.

    Offsets are Unicode code points of ``document.text``, half-open. The shape is that of
    ``docs/reference/schemas/read.schema.json``.
    """
    return {
        "document": {
            "name": document.name,
            "sha256": document.sha256,
            "title": document.title,
            "publisher": document.publisher,
            "author": document.author,
            "date": document.date,
            "language": document.language,
            "text": document.text,
        },
        "reader": reading.reader,
        "notes": list(reading.notes),
        "actors": [_actor(each) for each in reading.actors],
        "statements": [_coded(each, document) for each in reading.statements],
        "turns": [{"speaker": t.speaker, "actor": t.actor, **_span(t.span)} for t in reading.turns],
        "demands": [_demand(each) for each in reading.demands],
        "claim_counter": [
            {"claim": each.claim, "counter": each.counter, "cue": _maybe(each.cue)}
            for each in reading.counters
        ],
        "scenarios": [_scenario(each) for each in reading.scenarios],
        "room_for_compromise": [_room(each) for each in reading.room],
        "questions": [_question(each) for each in reading.questions],
        "events": [_event(each) for each in reading.events],
    }


def _coded(statement: Statement, document: Document) -> Json:
    """Give one statement with its codes for event data."""
    found = codes(statement, document)
    coded = {"plover": found.plover or None, "cameo": found.cameo or None}
    return {**statement_json(statement), "codes": coded}


def statement_json(statement: Statement) -> Json:
    """Give one statement as plain JSON values."""
    return {
        "id": statement.id,
        "content": [_span(span) for span in statement.content],
        "quote": statement.quote,
        "speaker": None if statement.speaker is None else _speaker(statement.speaker),
        "chain": list(statement.chain),
        "act": statement.act,
        "subtype": statement.subtype or None,
        "reporting": statement.reporting,
        "cue": _maybe(statement.cue),
        "addressees": list(statement.addressees),
        "firmness": statement.firmness,
        "firmness_cue": _maybe(statement.firmness_cue),
        "date": statement.date or None,
        "condition": _maybe(statement.condition),
        "negated": statement.negated,
        "core": statement.core,
        "demand": statement.demand or None,
        "candidates": list(statement.candidates),
        "addressee_candidates": list(statement.addressee_candidates),
        "reader": statement.reader,
    }


def _speaker(speaker: Speaker) -> Json:
    place = speaker.mention
    return {
        "actor": speaker.actor,
        "name": speaker.name,
        "start": None if place is None else place.start,
        "end": None if place is None else place.end,
    }


def _actor(actor: Actor) -> Json:
    return {
        "id": actor.id,
        "name": actor.name,
        "type": actor.type,
        "for": actor.speaks_for or None,
        "roles": [role.title for role in actor.roles],
    }


def _demand(demand: Demand) -> Json:
    return {
        "id": demand.id,
        "demander": demand.demander,
        "addressees": list(demand.addressees),
        "statements": list(demand.statements),
        "set": demand.set or None,
        "repeats": [
            {"statement": r.statement, "dropped": list(r.dropped), "added": list(r.added)}
            for r in demand.repeats
        ],
        "replies": list(demand.replies),
    }


def _scenario(scenario: Scenario) -> Json:
    return {
        "condition": _span(scenario.condition),
        "outcomes": [_span(each) for each in scenario.outcomes],
        "likelihood_words": [_span(each) for each in scenario.likelihood],
        "by": scenario.by or None,
        "statement": scenario.statement or None,
    }


def _room(room: Room) -> Json:
    limits = [_span(each) for each in room.limits]
    return {**_span(room.span), "by": room.by, "limits": limits, "statement": room.statement}


def _question(question: Question) -> Json:
    return {**_span(question.span), "by": question.by, "answers": list(question.answers)}


def _event(event: Event) -> Json:
    return {**_span(event.span), "date": event.date, "date_span": _maybe(event.date_span)}


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _maybe(span: Span | None) -> dict[str, int] | None:
    return None if span is None else _span(span)
