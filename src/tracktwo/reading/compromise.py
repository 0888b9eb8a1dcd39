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
    r"\b(?:without \w+ing\b|without compromising|unless|provided that|as long as|so long as|"
    r"on condition that|if,?)\b[^.;”\"]*",
    re.IGNORECASE,
)
_JOINT = re.compile(r"(?:(?<!\s)\s+)?,\s*(?:and\s+|or\s+)?|(?<!\s)\s+(?:and|or)\s+")
_CLOSED = re.compile(
    r"\bno (?:room|sign|flexibility)\b|"
    r"\b(?:not|n[’']t|never) (?:\w+ )?(?:open to|negotiable|accept|agree)\b",
    re.IGNORECASE,
)
_NEAR = 5
_SOFT = frozenset({"softened_demand", "room_for_compromise", "withdrawn_demand"})


def room(statements: tuple[Statement, ...], text: str) -> Iterator[Room]:
    """Give what statements name as negotiable.

    A statement names room when its words say so ("there may be room for", "could live with",
    "is open to"), or when it is an offer that depends on a condition. "such as A and B" gives
    an item each. Limits are the conditions in or beside it: "without …", "unless …", "if …".
    """
    for statement in statements:
        if not _names_room(statement, text):
            continue
        limits = tuple(_limits(statement, text))
        by = statement.speaker.name if statement.speaker else statement.chain[0]
        for span in _items(statement, text, limits):
            yield Room(span, by, limits, statement.id)


def _names_room(statement: Statement, text: str) -> bool:
    if statement.negated or statement.act in {"reject", "accuse", "deny", "threaten"}:
        return False
    if statement.subtype in _SOFT:
        return True
    words = _with_cue(statement, text)
    if lexicon().patterns["room"].search(words) and not _CLOSED.search(words):
        return statement.core
    return statement.act in {"propose", "accept"} and statement.condition is not None


def _with_cue(statement: Statement, text: str) -> str:
    """Give the words of a statement, from its cue on where that stands right before."""
    hull, cue = statement.hull, statement.cue
    near = cue is not None and 0 <= hull.start - cue.end < _NEAR
    return text[cue.start if cue is not None and near else hull.start : hull.end]


def _items(statement: Statement, text: str, limits: tuple[Span, ...]) -> list[Span]:
    """Give what is negotiable: each of "such as A and B", else all up to the first limit."""
    hull = statement.hull
    match = _SUCH_AS.search(text, hull.start, hull.end)
    if match is None:
        late = [each.start for each in limits if hull.start + 8 < each.start < hull.end]
        whole = tidied(Span(hull.start, min([hull.end, *late])), text)
        return [whole] if whole.end > whole.start else [hull]
    joints = list(_JOINT.finditer(text, match.end(), hull.end))
    starts = [match.end(), *(joint.end() for joint in joints)]
    ends = [*(joint.start() for joint in joints), hull.end]
    spans = (Span(start, end) for start, end in zip(starts, ends, strict=True) if end > start)
    return [tidied(span, text) for span in spans]


def _limits(statement: Statement, text: str) -> Iterator[Span]:
    """Give the limits inside a statement, else the condition beside it."""
    hull = statement.hull
    inside = [tidied(Span(*m.span()), text) for m in _LIMIT.finditer(text, hull.start, hull.end)]
    beside = [] if statement.condition is None else [statement.condition]
    yield from inside or beside
