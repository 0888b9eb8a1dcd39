"""Which statements ask the same thing? Demands, each with its repeats and its replies."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from tracktwo.documents.document import Span
from tracktwo.reading.demand_index import DemandIndex
from tracktwo.reading.reading import Demand
from tracktwo.reading.referring import (
    opens_with_pronoun,
    pointed_at,
    sets_a_limit,
    speaks_of_one,
    speaks_of_several,
    which_item,
)
from tracktwo.reading.repeats import repeat
from tracktwo.reading.softening import gives_ground
from tracktwo.reading.statement import Statement
from tracktwo.reading.substance import Asked, asked, asked_by, much_the_same

_CHARACTERISES = frozenset({"characterisation", "position_firmness"})
_ANYBODY = ""


@dataclass(slots=True)
class _Open:
    """A demand while it is being put together; `set` is the demand whose list it stands in."""

    number: int
    side: str
    asking: Asked
    of: frozenset[str]
    set: "_Open | None" = None
    statements: list[Statement] = field(default_factory=list)
    replies: list[Statement] = field(default_factory=list)

    @property
    def id(self) -> str:
        return f"d{self.number + 1}"


@dataclass(slots=True)
class _Book:
    """The demands raised so far, by their words and places, and those with lists.

    `leads` gives of each list item the place of the words that lead it in; `last_of` the last
    demand of each side; `by_amount` the last of a side that holds a number.
    """

    side_of: Callable[[str], str]
    leads: Mapping[str, Span]
    opened: list[_Open] = field(default_factory=list)
    by_side: DemandIndex = field(default_factory=DemandIndex)
    by_anybody: DemandIndex = field(default_factory=DemandIndex)
    by_place: dict[Span, _Open] = field(default_factory=dict)
    by_amount: dict[tuple[str, Decimal], _Open] = field(default_factory=dict)
    last_of: dict[str, _Open] = field(default_factory=dict)
    sets: dict[int, _Open] = field(default_factory=dict)

    def alike(self, side: str, asking: Asked) -> Iterator[_Open]:
        """Give the demands of a side that ask the same, from the first."""
        return (self.opened[number] for number in self.by_side.alike(side, asking))

    def of_others(self, side: str, asking: Asked) -> Iterator[_Open]:
        """Give the demands of other sides that ask the same, from the latest."""
        found = self.by_anybody.alike(_ANYBODY, asking, latest=True)
        return (each for each in map(self.opened.__getitem__, found) if each.side != side)

    def latest_set(self, side: str, *, own: bool) -> _Open | None:
        """Give the last demand with a list of a side, or of any other."""
        found = (self.sets[at] for at in sorted(self.sets, reverse=True))
        return next((each for each in found if (each.side == side) == own), None)

    def leading(self, statement: Statement) -> _Open | None:
        """Give the demand in whose list an item stands; None for what is no item."""
        lead = self.leads.get(statement.id)
        return self.by_place.get(lead) if lead is not None else None

    def asked_of(self, statement: Statement) -> frozenset[str]:
        """Give the sides of whom a statement asks."""
        return frozenset(map(self.side_of, statement.addressee_ids))

    def only_with(self, side: str, asking: Asked) -> _Open | None:
        """Give the one demand of a side that holds any of the things asked; None for several."""
        found = self.by_side.with_any(side, asking.core)
        return self.opened[found.pop()] if len(found) == 1 else None

    def item(self, words: str, of: _Open | None) -> _Open | None:
        """Give the item of a list at which words point: "the first of these"."""
        at = which_item(words)
        listed = [each for each in self.opened if each.set is of] if of and at is not None else []
        return listed[at] if at is not None and -len(listed) <= at < len(listed) else None

    def meant(self, side: str, words: str, asking: Asked) -> _Open | None:
        """Give the demand of its own side of which a statement speaks without naming it."""
        item = self.item(words, self.latest_set(side, own=True))
        if item is not None:
            return item
        if speaks_of_several(words):
            return self.latest_set(side, own=True) or self.last_of.get(side)
        if speaks_of_one(words, asking):
            return self.last_of.get(side)
        if sets_a_limit(words):
            limits = (self.by_amount.get((side, each)) for each in sorted(asking.amounts))
            return next((each for each in limits if each is not None), None)
        pointed = (self.by_side.latest_with(side, thing) for thing in pointed_at(words))
        return next((self.opened[each] for each in pointed if each is not None), None)

    def open(self, statement: Statement, side: str, asking: Asked) -> _Open:
        """Open a demand; a list item belongs to the one in whose list it stands."""
        leading = self.leading(statement)
        if leading is not None:
            self.sets[leading.number] = leading
        number = len(self.opened)
        opened = _Open(number, side, asking, self.asked_of(statement), leading)
        self.opened.append(opened)
        self.by_side.add(side, asking)
        self.by_anybody.add(_ANYBODY, asking)
        self.by_amount |= {(side, each): opened for each in asking.amounts}
        return opened


def demands(
    statements: Iterable[Statement],
    side_of: Callable[[str], str],
    leads: Mapping[str, Span],
) -> tuple[tuple[Statement, ...], tuple[Demand, ...]]:
    """Put statements that ask the same into one demand each.

    A demand is raised by its first statement and repeated by later ones of the same side whose
    content words are the same, mostly. What speaks of "these demands" belongs to the last set
    of its side. A statement that a demand was withdrawn joins the demand, and so does an offer
    that gives ground on it ("the fees could be phased out"). List items belong to
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
    book, leading = _Book(side_of, leads), frozenset(leads.values())
    marked = []
    for statement in statements:
        side = side_of(statement.speaker.actor) if statement.speaker else ""
        softened = _softened(book, statement, side)
        if _asks(statement, leading):
            demand = _taken(book, statement, side)
            marked.append(replace(statement, demand=demand.id))
        elif softened is not None:
            subtype = statement.subtype or "softened_demand"
            given = replace(statement, demand=softened.id, subtype=subtype)
            softened.statements.append(given)
            marked.append(given)
        else:
            answered = _answered(book, statement, side) if _replies(statement) else None
            marked.append(_addressed(statement, answered))
    return tuple(marked), tuple(_demand(each) for each in book.opened)


def _asks(statement: Statement, leading: frozenset[Span]) -> bool:
    """Tell whether a statement raises or repeats a demand, or says that one was withdrawn.

    A lead-in that is no core statement still raises the set to which its items belong.
    """
    counts = statement.core or statement.hull in leading
    if not counts or statement.speaker is None:
        return False
    if statement.subtype == "withdrawn_demand":
        return statement.act in {"demand", "accept"}
    return statement.act == "demand" and not statement.negated


def _softened(book: _Book, statement: Statement, side: str) -> _Open | None:
    """Give the demand of its own side on which an offer gives ground: the one with its things."""
    offers = statement.act == "propose" and statement.core and not statement.negated
    if not offers or not side or not gives_ground(statement.quote):
        return None
    return book.only_with(side, _asking(statement))


def _replies(statement: Statement) -> bool:
    return statement.act in {"accept", "reject"} and statement.speaker is not None


def _taken(book: _Book, statement: Statement, side: str) -> _Open:
    """Put a statement to the demand that it repeats or speaks of, or open one."""
    asking = _asking(statement)
    leading, of = book.leading(statement), book.asked_of(statement)
    own = (each for each in book.alike(side, asking) if each is not leading)
    demand = next((each for each in own if _may_ask(of, asking, each)), None)
    if demand is None and statement.reporting != "list_item":
        several = statement.subtype == "characterisation"
        demand = book.latest_set(side, own=True) if several else None
        demand = demand or book.meant(side, statement.quote, asking)
        if demand is None and statement.subtype == "position_firmness":
            demand = book.last_of.get(side) if opens_with_pronoun(statement.quote) else None
            demand = demand or book.only_with(side, asking)
    demand = demand or book.open(statement, side, asking)
    demand.statements.append(statement)
    book.by_place.setdefault(statement.hull, demand)
    book.last_of[side] = demand
    return demand


def _may_ask(of: frozenset[str], asking: Asked, demand: _Open) -> bool:
    """Tell whether a demand may be made of the same: nobody is named, one is, or words agree."""
    named = bool(of) and bool(demand.of)
    return not named or bool(of & demand.of) or much_the_same(asking, demand.asking)


def _asking(statement: Statement) -> Asked:
    """Give what a statement asks, apart from whose demand it is and of whom."""
    speaker = (statement.speaker.name,) if statement.speaker else ()
    return asked_by(statement.quote, (*speaker, *statement.addressees))


def _answered(book: _Book, statement: Statement, side: str) -> _Open | None:
    """Give the demand that a reply answers: by its words, or by "these demands"; note the reply."""
    asking = asked(statement.quote)
    pointed = book.item(statement.quote, book.latest_set(side, own=False))
    demand = pointed or next(book.of_others(side, asking), None)
    spoken_of = speaks_of_several(statement.quote) or speaks_of_one(statement.quote, asking)
    if demand is None and spoken_of:
        others = (each for each in reversed(book.opened) if each.side != side)
        set_of_others = book.latest_set(side, own=False)
        demand = set_of_others if speaks_of_several(statement.quote) else None
        demand = demand or next(others, None)
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
