"""Which statement contests which claim, and by which words?"""

import re
from collections.abc import Iterator

from tracktwo.documents.document import Span
from tracktwo.reading.reading import Counter
from tracktwo.reading.statement import Statement

_OPENING = re.compile(
    r"\W*(?P<cue>Despite (?:these|those|this|such|the) \w+|Nor\b|However\b|"
    r"Contrary to [^,]+|In fact|In reality|That is simply untrue|That is (?:untrue|false)|"
    r"That (?:allegation|claim|charge) is false|though\b|But\b|Yet\b)"
)
_CONTESTABLE = frozenset({"claim", "accuse", "promise", "propose", "threaten", "demand"})
_REACH = 6


def counters(statements: tuple[Statement, ...], text: str) -> Iterator[Counter]:
    """Pair claims with what is set against them.

    A denial contests the nearest contestable statement before it by somebody else; so does a
    statement whose sentence opens with words of contrast, and the author's counter-evidence.
    Nothing further back than six statements is taken. One pair per counter.
    """
    core = [each for each in statements if each.core]
    for at, statement in enumerate(core):
        cue = _cue(statement, text)
        if cue is None and statement.act != "deny" and statement.subtype != "counter_evidence":
            continue
        claim = _contested(core, at, statement)
        if claim is not None:
            yield Counter(claim.id, statement.id, cue or statement.cue)


def _cue(statement: Statement, text: str) -> Span | None:
    sentence = statement.sentence or statement.hull
    match = _OPENING.match(text, sentence.start, sentence.end)
    if match is None or statement.act not in {"claim", "deny", "reject"}:
        return None
    return Span(match.start("cue"), match.end("cue"))


def _contested(core: list[Statement], at: int, statement: Statement) -> Statement | None:
    """Give the nearest statement before it that it can contest; of evidence, a charge first."""
    near = [
        other
        for other in reversed(core[max(0, at - _REACH) : at])
        if other.act in _CONTESTABLE and _voice(other) != _voice(statement) and not other.negated
    ]
    charges = [other for other in near if other.act == "accuse" or other.subtype == "framing"]
    contested = charges if statement.subtype == "counter_evidence" and charges else near
    return next(iter(contested), None)


def _voice(statement: Statement) -> str:
    return statement.speaker.actor if statement.speaker else "author"
