"""Which statements ask the same thing? Demands with their repeats, and what a repeat leaves out."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher

from tracktwo.reading.reading import Demand, Repeat
from tracktwo.reading.statement import Statement

_WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")
_COMMON = frozenset(
    "a an the and or of to in on for from by with at as its it their his her our any all that this these those be is are "
    "was were been would should must not no into than more also such both each who which there before after until".split()
)  # fmt: skip
_SAME = 0.6
_ANAPHOR = re.compile(
    r"\b(?:these|those|the|this|that|such) (?:demands?|conditions?|requests?|terms|proposals?)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Open:
    """A demand while it is being put together."""

    id: str
    side: str
    words: frozenset[str]
    statements: list[Statement] = field(default_factory=list)
    set: str = ""


def content_words(text: str) -> frozenset[str]:
    """Give the words of a text by which demands are compared: folded, without common ones.

    >>> sorted(content_words("A halt to the alliance’s expansion"))
    ['alliance', 'expansion', 'halt']
    """
    words = (re.sub(r"[’']s?$", "", word.casefold()) for word in _WORD.findall(text))
    return frozenset(_stem(word) for word in words if word not in _COMMON and len(word) > 1)


def _stem(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def same_demand(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two sets of content words ask the same: the smaller lies mostly in the larger.

    Six tenths of the smaller set, two words at least, or all of a set of one; and a quarter of
    both together.
    """
    shared = len(one & other)
    smaller = min(len(one), len(other))
    if not smaller or shared < min(2, smaller):
        return False
    return shared >= _SAME * smaller and shared * 4 >= len(one | other)


def demands(
    statements: Iterable[Statement], side_of: Callable[[str], str]
) -> tuple[tuple[Statement, ...], tuple[Demand, ...]]:
    """Put statements that ask the same into one demand each.

    A demand is raised by its first statement and repeated by later ones of the same side whose
    content words are the same, mostly. What speaks of "these demands" belongs to the last set.
    A statement that a demand was withdrawn joins the
    demand. List items belong to the set that the nearest statement before them raises. An
    index of words keeps the work linear in the statements that share rare words.

    Parameters
    ----------
    statements : iterable of Statement
        In order of place.
    side_of : callable
        From an actor's id to the id of the party for which it speaks.

    Returns
    -------
    tuple of Statement
        The same, with `demand` set.
    tuple of Demand
        In order of their first statement.
    """
    opened: list[_Open] = []
    index: dict[str, set[int]] = defaultdict(set)
    given: dict[str, str] = {}
    held = list(statements)
    for at, statement in enumerate(held):
        if not _asks(statement):
            continue
        words = content_words(statement.quote)
        side = side_of(statement.speaker.actor) if statement.speaker else ""
        number = _found(words, side, opened, index)
        if number is None and _refers(statement):
            sets = [
                at for at, each in enumerate(opened) if each.side == side and _is_set(each, opened)
            ]
            number = sets[-1] if sets else None
        if number is None:
            number = len(opened)
            opened.append(
                _Open(f"d{number + 1}", side, words, set=_set_of(statement, held[:at], given))
            )
            for word in words:
                index[word].add(number)
        opened[number].statements.append(statement)
        given[statement.id] = opened[number].id
    replies = _replies(held, opened, side_of)
    marked = tuple(_marked(each, given, replies) for each in held)
    return marked, tuple(replace(_demand(each), replies=_of(each, replies)) for each in opened)


def _marked(statement: Statement, given: dict[str, str], replies: dict[str, _Open]) -> Statement:
    """Give a statement its demand, and a reply the demander as its addressee where it has none."""
    answered = replies.get(statement.id)
    if answered is not None and not statement.addressees:
        speaker = answered.statements[0].speaker
        if speaker is not None:
            statement = replace(
                statement, addressees=(speaker.name,), addressee_ids=(speaker.actor,)
            )
    return replace(statement, demand=given.get(statement.id, ""))


def _of(opened: _Open, replies: dict[str, _Open]) -> tuple[str, ...]:
    return tuple(
        ident for ident, answered in replies.items() if answered.id in {opened.id, opened.set}
    )


def _replies(
    held: list[Statement], opened: list[_Open], side_of: Callable[[str], str]
) -> dict[str, _Open]:
    """Find which demand each acceptance or rejection answers: by its words, or by "these demands"."""
    found: dict[str, _Open] = {}
    for statement in held:
        if (
            statement.act not in {"accept", "reject"}
            or statement.speaker is None
            or statement.subtype == "withdrawn_demand"
        ):
            continue
        side, words = side_of(statement.speaker.actor), content_words(statement.quote)
        before = [
            each
            for each in opened
            if each.side != side and each.statements[0].hull.start < statement.hull.start
        ]
        alike = [each for each in before if same_demand(words, each.words)]
        if _ANAPHOR.search(statement.quote):
            alike = alike or [each for each in before if _is_set(each, opened)][-1:] or before[-1:]
        if alike:
            found[statement.id] = alike[-1]
    return found


def _is_set(demand: _Open, opened: list[_Open]) -> bool:
    return any(each.set == demand.id for each in opened)


def _asks(statement: Statement) -> bool:
    if not statement.core or statement.speaker is None:
        return False
    return (
        statement.act == "demand"
        and not (statement.negated and statement.subtype != "withdrawn_demand")
    ) or (statement.act == "accept" and statement.subtype == "withdrawn_demand")


def _refers(statement: Statement) -> bool:
    """Tell whether a statement speaks of demands made before: "these demands", "his demands for"."""
    return statement.subtype == "characterisation" or bool(_ANAPHOR.search(statement.quote))


def _found(
    words: frozenset[str], side: str, opened: list[_Open], index: dict[str, set[int]]
) -> int | None:
    """Give the earliest demand of the same side that asks the same."""
    near = {number for word in words for number in index[word]}
    for number in sorted(near):
        if opened[number].side == side and same_demand(words, opened[number].words):
            return number
    return None


def _set_of(statement: Statement, before: list[Statement], given: dict[str, str]) -> str:
    if statement.reporting != "list_item" or statement.speaker is None:
        return ""
    for other in reversed(before):
        if other.reporting != "list_item":
            same = other.speaker is not None and other.speaker.actor == statement.speaker.actor
            if same and other.id in given:
                return given[other.id]
    return ""


def _demand(held: _Open) -> Demand:
    first = held.statements[0]
    to = {name: None for statement in held.statements for name in statement.addressees}
    return Demand(
        id=held.id,
        demander=first.speaker.name if first.speaker else "",
        addressees=tuple(to),
        statements=tuple(each.id for each in held.statements),
        set=held.set,
        repeats=tuple(
            repeat(first, each) for each in held.statements[1:] if not _characterises(each)
        ),
    )


def _characterises(statement: Statement) -> bool:
    """Tell whether a statement speaks of a demand without asking it again."""
    return statement.subtype in {"characterisation", "position_firmness"}


def repeat(first: Statement, later: Statement) -> Repeat:
    """Give what a later statement of a demand leaves out of the first, and what it adds.

    Runs of words, as each wrote them; case, punctuation and runs of common words alone do not
    count.
    """
    one, other = _words(first.quote), _words(later.quote)
    matcher = SequenceMatcher(
        None, [w.casefold() for w, *_ in one], [w.casefold() for w, *_ in other], autojunk=False
    )
    dropped, added = [], []
    for kind, i, j, k, m in matcher.get_opcodes():
        if kind != "equal":
            dropped += [_run(first.quote, one[i:j])] if _tells(one[i:j]) else []
            added += [_run(later.quote, other[k:m])] if _tells(other[k:m]) else []
    return Repeat(later.id, tuple(dropped), tuple(added))


def _words(text: str) -> list[tuple[str, int, int]]:
    return [(match[0], match.start(), match.end()) for match in _WORD.finditer(text)]


def _tells(words: list[tuple[str, int, int]]) -> bool:
    return any(word.casefold() not in _COMMON for word, *_ in words)


def _run(text: str, words: list[tuple[str, int, int]]) -> str:
    return text[words[0][1] : words[-1][2]]
