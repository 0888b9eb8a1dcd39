"""What does anyone name as negotiable, and within which limits?"""

import re
from collections.abc import Iterator

from tracktwo.documents.document import Span
from tracktwo.reading.lexicon import lexicon
from tracktwo.reading.passages import tidied
from tracktwo.reading.reading import Room
from tracktwo.reading.statement import Statement

_SUCH_AS = re.compile(r"\b(?:such as|including|namely)\s+")
_LIMIT = re.compile(
    r"\b(?:without \w+ing\b|without compromising|unless|provided that|as long as|so long as|on condition that|if(?:,)?)\b[^.;”\"]*",
    re.IGNORECASE,
)  # fmt: skip
_JOINT = re.compile(r"\s*(?:,\s*(?:and\s+|or\s+)?|\s+and\s+|\s+or\s+)")
_CLOSED = re.compile(
    r"\bno (?:room|sign|flexibility)\b|\b(?:not|n[’']t|never) (?:\w+ )?(?:open to|negotiable|accept|agree)\b",
    re.IGNORECASE,
)
_SOFT = frozenset({"softened_demand", "room_for_compromise", "withdrawn_demand"})


def room(statements: tuple[Statement, ...], text: str) -> Iterator[Room]:
    """Give what statements name as negotiable.

    A statement names room when its words say so ("there may be room for", "could live with",
    "is open to"), or when it is an offer that depends on a condition. "such as A and B" gives
    an item each. Limits are the conditions in or beside it: "without …", "unless …", "if …".
    """
    for statement in statements:
        if not _names_room(statement):
            continue
        limits = tuple(_limits(statement, text))
        by = statement.speaker.name if statement.speaker else statement.chain[0]
        for span in _items(statement, text, limits):
            yield Room(span, by, limits, statement.id)


def _names_room(statement: Statement) -> bool:
    if statement.negated or statement.act in {"reject", "accuse", "deny", "threaten"}:
        return False
    if statement.subtype in _SOFT:
        return True
    if lexicon().patterns["room"].search(statement.quote) and not _CLOSED.search(statement.quote):
        return statement.core
    return statement.act in {"propose", "accept"} and statement.condition is not None


def _items(statement: Statement, text: str, limits: tuple[Span, ...]) -> list[Span]:
    hull = statement.hull
    match = _SUCH_AS.search(text, hull.start, hull.end)
    if match is None:
        end = min(
            [
                hull.end,
                *(limit.start for limit in limits if hull.start + 8 < limit.start < hull.end),
            ]
        )
        whole = tidied(Span(hull.start, end), text, ())
        return [whole] if whole.end > whole.start else [hull]
    places = [match.end()]
    ends = []
    for joint in _JOINT.finditer(text, match.end(), hull.end):
        ends.append(joint.start())
        places.append(joint.end())
    return [
        tidied(Span(start, end), text, ())
        for start, end in zip(places, [*ends, hull.end], strict=True)
        if end > start
    ]


def _limits(statement: Statement, text: str) -> Iterator[Span]:
    found = False
    for match in _LIMIT.finditer(text, statement.hull.start, statement.hull.end):
        found = True
        yield tidied(Span(*match.span()), text, ())
    if not found and statement.condition is not None:
        yield statement.condition
