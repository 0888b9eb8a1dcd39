"""What does another program see of a ledger? The JSON of ``tracktwo demands`` and ``changes``."""

from collections.abc import Iterable
from typing import Any

from tracktwo.ledger.changes import Moved
from tracktwo.ledger.difference import Change, Difference
from tracktwo.ledger.entry import Entry
from tracktwo.ledger.ledger import Ledger
from tracktwo.ledger.move import Move, firmest
from tracktwo.ledger.parties import Parties
from tracktwo.ledger.telling import Telling

Json = dict[str, Any]


def ledger_json(ledger: Ledger, parties: Parties) -> Json:
    """Give a ledger as plain JSON values, as ``docs/reference/schemas/demands.schema.json`` has it.

    Offsets are Unicode code points of the document's text, half-open.
    """
    return {"demands": [_entry(each, parties) for each in ledger.entries]}


def changes_json(since: str, found: Iterable[Moved], parties: Parties) -> Json:
    """Give what moved as plain JSON, as ``docs/reference/schemas/changes.schema.json`` has it."""
    return {
        "since": since or None,
        "changes": [
            {
                "demand": each.entry.number,
                "party": parties.name(each.entry.party) or each.entry.demander,
                "addressees": list(each.entry.addressees),
                "dated": each.dated,
                **_move(each.move),
            }
            for each in found
        ],
    }


def _entry(entry: Entry, parties: Parties) -> Json:
    return {
        "number": entry.number,
        "party": parties.name(entry.party) or entry.demander,
        "demander": entry.demander,
        "addressees": list(entry.addressees),
        "words": entry.first.statement.quote,
        "firmness": firmest((*entry.tellings, *entry.described)),
        "first": _dated(entry.first),
        "last": _dated(entry.latest.telling if entry.latest else entry.first),
        "status": entry.standing,
        "passages": [_telling(each) for each in entry.tellings],
        "replies": [_telling(each) for each in entry.replies],
        "moves": [_move(each) for each in entry.moves],
    }


def _telling(telling: Telling) -> Json:
    statement = telling.statement
    return {
        "statement": statement.id,
        "document": telling.document.name,
        "sha256": telling.document.sha256,
        "start": statement.hull.start,
        "end": statement.hull.end,
        "quote": statement.quote,
        "speaker": statement.speaker.name if statement.speaker else None,
        "act": statement.act,
        "firmness": statement.firmness,
        "date": _dated(telling),
    }


def _dated(telling: Telling) -> Json:
    when = telling.when
    return {
        "value": when.value or None,
        "earliest": when.first or None,
        "latest": when.last or None,
    }


def _move(move: Move) -> Json:
    return {
        "kinds": list(move.kinds),
        "order": move.order,
        "passage": _telling(move.telling),
        "before": None if move.before is None else _telling(move.before),
        "difference": _difference(move.difference),
    }


def _difference(difference: Difference) -> Json:
    return {
        "dropped": list(difference.dropped),
        "added": list(difference.added),
        "firmness": _change(difference.firmness),
        "condition": _change(difference.condition),
        "deadline": _change(difference.deadline),
        "amount": _change(difference.amount),
    }


def _change(change: Change | None) -> Json | None:
    return None if change is None else {"from": change.was or None, "to": change.now or None}
