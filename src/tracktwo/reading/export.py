"""What does another program see of a reading? The JSON of ``tracktwo read --json``."""

from typing import Any

from tracktwo.documents.document import Document, Span
from tracktwo.reading.reading import Reading
from tracktwo.reading.statement import Statement


def as_json(document: Document, reading: Reading) -> dict[str, Any]:
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
        "actors": [
            {"id": a.id, "name": a.name, "type": a.type, "for": a.speaks_for or None,
             "roles": [role.title for role in a.roles]}
            for a in reading.actors
        ],
        "statements": [statement_json(each) for each in reading.statements],
        "turns": [{"speaker": t.speaker, "actor": t.actor, **_span(t.span)} for t in reading.turns],
        "demands": [
            {"id": d.id, "demander": d.demander, "addressees": list(d.addressees),
             "statements": list(d.statements), "set": d.set or None,
             "repeats": [{"statement": r.statement, "dropped": list(r.dropped), "added": list(r.added)}
                         for r in d.repeats]}
            for d in reading.demands
        ],
        "claim_counter": [
            {"claim": c.claim, "counter": c.counter, "cue": _span(c.cue)} for c in reading.counters
        ],
        "scenarios": [
            {"condition": _span(s.condition), "outcomes": [_span(o) for o in s.outcomes],
             "likelihood_words": [_span(w) for w in s.likelihood], "by": s.by or None,
             "statement": s.statement or None}
            for s in reading.scenarios
        ],
        "room_for_compromise": [
            {**_whole(r.span), "by": r.by, "limits": [_span(x) for x in r.limits],
             "statement": r.statement}
            for r in reading.room
        ],
        "questions": [{**_whole(q.span), "by": q.by, "answers": list(q.answers)} for q in reading.questions],
        "events": [
            {**_whole(e.span), "date": e.date, "date_span": _span(e.date_span)} for e in reading.events
        ],
    }  # fmt: skip


def statement_json(statement: Statement) -> dict[str, Any]:
    """Give one statement as plain JSON values."""
    speaker = statement.speaker
    return {
        "id": statement.id,
        "content": [_whole(span) for span in statement.content],
        "quote": statement.quote,
        "speaker": speaker
        and {"actor": speaker.actor, "name": speaker.name,
             "start": speaker.mention and speaker.mention.start,
             "end": speaker.mention and speaker.mention.end},
        "chain": list(statement.chain),
        "act": statement.act,
        "subtype": statement.subtype or None,
        "reporting": statement.reporting,
        "cue": _span(statement.cue),
        "addressees": list(statement.addressees),
        "firmness": statement.firmness,
        "firmness_cue": _span(statement.firmness_cue),
        "date": statement.date or None,
        "condition": _span(statement.condition),
        "negated": statement.negated,
        "core": statement.core,
        "demand": statement.demand or None,
        "candidates": list(statement.candidates),
        "reader": statement.reader,
    }  # fmt: skip


def _whole(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _span(span: Span | None) -> dict[str, int] | None:
    return None if span is None else _whole(span)
