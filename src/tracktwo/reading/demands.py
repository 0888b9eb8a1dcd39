"""Which statements ask the same thing? Demands, each with its repeats and its replies."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from tracktwo.documents.document import Span
from tracktwo.reading.reading import Demand
from tracktwo.reading.repeats import content_words, repeat, same_demand
from tracktwo.reading.statement import Statement

_ANAPHOR = re.compile(
    r"\b(?:these|those|the|this|that|such|its|their|his|her) (?:core of the |whole |entire )?"
    r"(?:demands?|conditions?|requests?|terms|proposals?|list|package|ultimatum)\b",
    re.IGNORECASE,
)
_CHARACTERISES = frozenset({"characterisation", "position_firmness"})


@dataclass(slots=True)
class _Open:
    """A demand while it is being put together; `set` is the demand whose list it stands in."""

    number: int
    side: str
    words: frozenset[str]
    set: "_Open | None" = None
    statements: list[Statement] = field(default_factory=list)
    replies: list[Statement] = field(default_factory=list)

    @property
    def id(self) -> str:
        return f"d{self.number + 1}"


@dataclass(slots=True)
class _Book:
    """The demands raised so far, by their words and places, and those with lists.

    `leads` gives of each list item the place of the words that lead it in.
    """

    leads: Mapping[str, Span]
    opened: list[_Open] = field(default_factory=list)
    by_word: dict[str, list[_Open]] = field(default_factory=lambda: defaultdict(list))
    by_place: dict[Span, _Open] = field(default_factory=dict)
    sets: dict[int, _Open] = field(default_factory=dict)

    def alike(self, words: frozenset[str], *, latest: bool = False) -> Iterator[_Open]:
        """Give the demands that ask the same as some words, from the first or from the latest."""
        near = {each.number for word in words for each in self.by_word.get(word, ())}
        found = (self.opened[number] for number in sorted(near, reverse=latest))
        return (each for each in found if same_demand(words, each.words))

    def latest_set(self, side: str, *, own: bool) -> _Open | None:
        """Give the last demand with a list of a side, or of any other."""
        found = (self.sets[at] for at in sorted(self.sets, reverse=True))
        return next((each for each in found if (each.side == side) == own), None)

    def leading(self, statement: Statement) -> _Open | None:
        """Give the demand in whose list an item stands; None for what is no item."""
        lead = self.leads.get(statement.id)
        return self.by_place.get(lead) if lead is not None else None

    def open(self, statement: Statement, side: str, words: frozenset[str]) -> _Open:
        """Open a demand; a list item belongs to the one in whose list it stands."""
        leading = self.leading(statement)
        if leading is not None:
            self.sets[leading.number] = leading
        opened = _Open(len(self.opened), side, words, leading)
        self.opened.append(opened)
        for word in words:
            self.by_word[word].append(opened)
        return opened


def demands(
    statements: Iterable[Statement],
    side_of: Callable[[str], str],
    leads: Mapping[str, Span],
) -> tuple[tuple[Statement, ...], tuple[Demand, ...]]:
    """Put statements that ask the same into one demand each.

    A demand is raised by its first statement and repeated by later ones of the same side whose
    content words are the same, mostly. What speaks of "these demands" belongs to the last set
    of its side. A statement that a demand was withdrawn joins the demand. List items belong to
    the demand of the words that lead them in, and do not repeat it. An acceptance or
    rejection by another side answers the latest demand of the same words; one of "these
    demands" the latest set. An index of words keeps the work linear in the statements that
    share rare words.

    Parameters
    ----------
    statements : iterable of Statement
        In order of place.
    side_of : callable
        From an actor's id to the id of the party for which it speaks.
    leads : mapping of str to Span
        From the id of a list item to the words that lead it in.

    Returns
    -------
    tuple of Statement
        The same, with `demand` set, and with the demander as addressee of a reply that names
        none.
    tuple of Demand
        In order of their first statement.
    """
    book = _Book(leads)
    marked = []
    for statement in statements:
        side = side_of(statement.speaker.actor) if statement.speaker else ""
        if _asks(statement):
            demand = _taken(book, statement, side)
            marked.append(replace(statement, demand=demand.id))
        else:
            answered = _answered(book, statement, side) if _replies(statement) else None
            marked.append(_addressed(statement, answered))
    return tuple(marked), tuple(_demand(each) for each in book.opened)


def _asks(statement: Statement) -> bool:
    """Tell whether a statement raises or repeats a demand, or says that one was withdrawn."""
    if not statement.core or statement.speaker is None:
        return False
    if statement.subtype == "withdrawn_demand":
        return statement.act in {"demand", "accept"}
    return statement.act == "demand" and not statement.negated


def _replies(statement: Statement) -> bool:
    return statement.act in {"accept", "reject"} and statement.speaker is not None


def _taken(book: _Book, statement: Statement, side: str) -> _Open:
    """Put a statement to the demand that it repeats or speaks of, or open one."""
    words = content_words(statement.quote)
    leading = book.leading(statement)
    own = (each for each in book.alike(words) if each.side == side and each is not leading)
    demand = next(own, None)
    if demand is None and _refers(statement):
        demand = book.latest_set(side, own=True)
    demand = demand or book.open(statement, side, words)
    demand.statements.append(statement)
    book.by_place.setdefault(statement.hull, demand)
    return demand


def _refers(statement: Statement) -> bool:
    """Tell whether a statement speaks of demands made before: "these demands", "his demands"."""
    return statement.subtype == "characterisation" or bool(_ANAPHOR.search(statement.quote))


def _answered(book: _Book, statement: Statement, side: str) -> _Open | None:
    """Give the demand that a reply answers: by its words, or by "these demands"; note the reply."""
    alike = book.alike(content_words(statement.quote), latest=True)
    demand = next((each for each in alike if each.side != side), None)
    if demand is None and _ANAPHOR.search(statement.quote):
        others = (each for each in reversed(book.opened) if each.side != side)
        demand = book.latest_set(side, own=False) or next(others, None)
    if demand is not None:
        demand.replies.append(statement)
    return demand


def _addressed(statement: Statement, answered: _Open | None) -> Statement:
    """Give a reply that names no addressee the demander as one."""
    speaker = answered.statements[0].speaker if answered is not None else None
    if speaker is None or statement.addressees:
        return statement
    return replace(statement, addressees=(speaker.name,), addressee_ids=(speaker.actor,))


def _demand(held: _Open) -> Demand:
    first = held.statements[0]
    to = dict.fromkeys(name for statement in held.statements for name in statement.addressees)
    replies = [*held.replies, *(held.set.replies if held.set else ())]
    return Demand(
        id=held.id,
        demander=first.speaker.name if first.speaker else "",
        addressees=tuple(to),
        statements=tuple(each.id for each in held.statements),
        set=held.set.id if held.set else "",
        repeats=tuple(
            repeat(first, each)
            for each in held.statements[1:]
            if each.subtype not in _CHARACTERISES
        ),
        replies=tuple(each.id for each in sorted(replies, key=lambda each: each.hull)),
    )
