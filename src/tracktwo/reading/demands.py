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
    content words are the same, mostly. A statement that a demand was withdrawn joins the
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
        if number is None:
            number = len(opened)
            opened.append(_Open(f"d{number + 1}", side, words, set=_set_of(statement, held[:at], given)))
            for word in words:
                index[word].add(number)
        opened[number].statements.append(statement)
        given[statement.id] = opened[number].id
    marked = tuple(replace(each, demand=given.get(each.id, "")) for each in held)
    return marked, tuple(_demand(each) for each in opened)


def _asks(statement: Statement) -> bool:
    if not statement.core or statement.speaker is None:
        return False
    return (statement.act == "demand" and not (statement.negated and statement.subtype != "withdrawn_demand")) or (
        statement.act == "accept" and statement.subtype == "withdrawn_demand"
    )


def _found(words: frozenset[str], side: str, opened: list[_Open], index: dict[str, set[int]]) -> int | None:
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
        repeats=tuple(repeat(first, each) for each in held.statements[1:]),
    )


def repeat(first: Statement, later: Statement) -> Repeat:
    """Give what a later statement of a demand leaves out of the first, and what it adds.

    Runs of words, as each wrote them; case, punctuation and runs of common words alone do not
    count.
    """
    one, other = _words(first.quote), _words(later.quote)
    matcher = SequenceMatcher(None, [w.casefold() for w, *_ in one], [w.casefold() for w, *_ in other], autojunk=False)
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
