"""Which statement contests which claim, and by which words?"""

import re
from collections.abc import Iterator

from tracktwo.documents.document import Span
from tracktwo.reading.lexicon import lexicon
from tracktwo.reading.reading import Counter
from tracktwo.reading.statement import Act, Statement
from tracktwo.reading.substance import asked

_OPENING = re.compile(
    r"\W*(?P<cue>Despite (?:these|those|this|such|the) \w+|Nor\b|However\b|"
    r"Contrary to [^,]+|In fact|In reality|That is simply untrue|That is (?:untrue|false)|"
    r"That (?:allegation|claim|charge) is false|though\b|But\b|Yet\b)"
)
_CONTESTABLE = frozenset({"claim", "accuse", "promise", "propose", "threaten", "demand"})
_DENIABLE = _CONTESTABLE - {"demand"}
_BACK = re.compile(r"\W*(?:it|this|that|these|those|they)\b", re.IGNORECASE)
_NAME = re.compile(r"(?<=\s)[A-Z][\w’'-]*")
_REACH = 6
_NEXT = 2
_BEGINNING = 40


def counters(statements: tuple[Statement, ...], text: str) -> Iterator[Counter]:
    """Pair claims with what is set against them.

    A denial, a statement whose sentence opens with words of contrast, and the author's
    counter-evidence contest a statement by somebody else among the six before them: that which
    they take up ("Despite these charges", "the allegation", "this"), or that with which they
    share most words, names left out. What shares nothing and takes up nothing contests nothing,
    nor does a denial that was itself denied ("did not dispute"). One pair per counter.
    """
    core = [each for each in statements if each.core]
    for at, statement in enumerate(core):
        cue = _cue(statement, text)
        if statement.act == "deny" and statement.negated:
            continue
        if cue is None and statement.act != "deny" and statement.subtype != "counter_evidence":
            continue
        claim = _contested(core, at, cue, text)
        if claim is not None:
            yield Counter(claim.id, statement.id, cue or statement.cue)


def _cue(statement: Statement, text: str) -> Span | None:
    sentence = statement.sentence or statement.hull
    match = _OPENING.match(text, sentence.start, sentence.end)
    if match is None or statement.act not in {"claim", "deny", "reject"}:
        return None
    return Span(match.start("cue"), match.end("cue"))


def _contested(core: list[Statement], at: int, cue: Span | None, text: str) -> Statement | None:
    """Give the statement that one contests: what it takes up, else what shares its words.

    Two words, or one with one of the two statements right before it.
    """
    statement = core[at]
    fit = _DENIABLE if statement.act == "deny" else _CONTESTABLE
    near = [
        other
        for other in reversed(core[max(0, at - _REACH) : at])
        if other.act in fit and _voice(other) != _voice(statement) and not other.negated
    ]
    acts = _taken_up(statement, "" if cue is None else text[cue.start : cue.end])
    taken = [other for other in near if other.act in acts]
    charges = [other for other in taken if other.act == "accuse" or other.subtype == "framing"]
    if taken:
        return (charges if charges and statement.subtype == "counter_evidence" else taken)[0]
    said, last = _words(statement), core[max(0, at - _NEXT) : at]
    shared = [(len(said & _words(other)) - (other not in last), other) for other in near]
    most = max((count for count, _ in shared), default=0)
    if most > 0:
        return next(other for count, other in shared if count == most)
    back = bool(acts) or _BACK.match(statement.quote) is not None
    return near[0] if back and near and near[0] in last else None


def _taken_up(statement: Statement, cue: str) -> frozenset[Act]:
    """Give the acts that the cue or the words take up: "these charges", "that allegation"."""
    pattern = lexicon().patterns["definite"]
    match = pattern.search(cue) or pattern.search(statement.quote, 0, _BEGINNING)
    return lexicon().taken_up[match["noun"].lower()] if match else frozenset()


def _words(statement: Statement) -> frozenset[str]:
    """Give the content words of a statement without the names in it."""
    return asked(_NAME.sub("", statement.quote)).core


def _voice(statement: Statement) -> str:
    return statement.speaker.actor if statement.speaker else "author"
