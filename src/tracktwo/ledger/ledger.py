"""Which demands do the sources hold, who moved them, and what was answered?"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from tracktwo.documents.document import Document
from tracktwo.ledger.difference import Change, Difference
from tracktwo.ledger.entry import Entry
from tracktwo.ledger.move import Kind, Move, compared
from tracktwo.ledger.parties import Parties
from tracktwo.ledger.past import Past
from tracktwo.ledger.replies import DEMANDS, Asking, ReplyIndex, outcome
from tracktwo.ledger.summing import sums_up
from tracktwo.ledger.telling import Telling
from tracktwo.reading.demand_index import DemandIndex
from tracktwo.reading.reading import Demand, Reading
from tracktwo.reading.softening import gives_ground
from tracktwo.reading.statement import FIRMNESS_ORDER, Statement
from tracktwo.reading.substance import Asked, asked_by, much_the_same


@dataclass(frozen=True, slots=True)
class Ledger:
    """All demands, party by party, and the demanding statements that belong to none of them."""

    entries: tuple[Entry, ...]
    loose: tuple[Telling, ...]

    def by_party(self) -> tuple[tuple[Entry, ...], ...]:
        """Group the entries by who makes them, in order."""
        groups: dict[str, list[Entry]] = {}
        for entry in self.entries:
            groups.setdefault(entry.party, []).append(entry)
        return tuple(tuple(group) for group in groups.values())


def keep(
    documents: Sequence[Document],
    readings: Iterable[Reading],
    parties: Parties,
    struck: Collection[str] = (),
) -> Ledger:
    """Draw up the ledger of demands.

    Demands of one document are taken as read. Words that only name demands ("a series of
    demands") are no entry, but stand among the loose ones; words that only lead in to a list
    ("demanded that Velm:") stand in neither. A demand of another document is the same when the
    same party makes it of the same, or of nobody by name, and asks the same (`asked.same`). An
    offer that gives ground joins the one demand of its party that holds its things, and so does
    what calls a thing not negotiable.
    Replies are those of `ReplyIndex.answered`. Time is linear in the statements (see
    `DemandIndex`).

    Parameters
    ----------
    documents : sequence of Document
        In the order of which the first telling counts where dates show none.
    readings : iterable of Reading
        Of these documents.
    parties : Parties
        For whom statements speak.
    struck : collection of str
        Ids of statements that a person struck out; they are passed over.

    Returns
    -------
    Ledger
        Entries in the order of the parties, then of their first document and place. The same
        for the same input; renaming parties renames them and changes nothing else.
    """
    held = {document.sha256: document for document in documents}
    order = {sha: at for at, sha in enumerate(held)}
    sources = sorted(
        (each for each in readings if each.document in held), key=lambda r: order[r.document]
    )
    book = _Book(parties)
    for reading in sources:
        book.take(reading, held[reading.document], struck)
    said = [
        Telling.of(statement, held[reading.document])
        for reading in sources
        for statement in reading.statements
        if statement.id not in struck
    ]
    loose = tuple(t for t in said if _asks(t.statement) and t.statement.id not in book.used)
    return Ledger(tuple(_entries(book, said, loose, order)), loose)


@dataclass(slots=True)
class _Held:
    """A demand while it is being put together."""

    party: str
    in_set: tuple[str, str]
    tellings: list[Telling] = field(default_factory=list)
    linked: set[str] = field(default_factory=set)


@dataclass(slots=True)
class _Book:
    """The demands of the documents so far, and which statements they use."""

    parties: Parties
    held: list[_Held] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    index: DemandIndex = field(default_factory=DemandIndex)
    numbers: list[int] = field(default_factory=list)

    def take(self, reading: Reading, document: Document, struck: Collection[str]) -> None:
        """Take in the demands of one document."""
        known = {each.id: each for each in reading.statements if each.id not in struck}
        joined: set[int] = set()
        for demand in reading.demands:
            said = [known[ident] for ident in demand.statements if ident in known]
            if not said or sums_up(said[0].quote) or leads_in(said[0]):
                continue
            held, number = self._place(demand, said[0], document, joined)
            joined.add(number)
            held.tellings += [Telling.of(each, document) for each in said]
            held.linked |= {*demand.replies}
            self.used |= {each.id for each in said}
        for statement in known.values():
            softened = self._softened(statement)
            if softened is not None:
                given = replace(statement, subtype=statement.subtype or "softened_demand")
                softened.tellings.append(Telling.of(given, document))

    def _softened(self, statement: Statement) -> _Held | None:
        """Give the demand of its party on which an offer gives ground, in whatever document.

        The one that holds its things: "could accept a rise of six per cent" that for a rise.
        """
        offers = statement.act == "propose" and statement.core and not statement.negated
        if not offers or statement.demand or not gives_ground(statement.quote):
            return None
        party = self.parties.speaking(statement)
        return self._only_with(party, asking_of(statement)) if party else None

    def _only_with(self, party: str, asking: Asked) -> _Held | None:
        """Give the one demand of a party that holds any of the things asked; None for several."""
        found = {self.numbers[at] for at in self.index.with_any(party, asking.core)}
        return self.held[found.pop()] if len(found) == 1 else None

    def _place(
        self, demand: Demand, first: Statement, document: Document, joined: set[int]
    ) -> tuple[_Held, int]:
        """Give the demand of earlier documents that one repeats, or a new one."""
        party, asking = self.parties.speaking(first), asking_of(first)
        alike = (self.numbers[at] for at in self.index.alike(party, asking))
        found = (at for at in alike if at not in joined and self._may_be(first, asking, at))
        number = next(found, len(self.held))
        if number == len(self.held) and first.subtype == "position_firmness":
            meant = self._only_with(party, asking)
            number = self.held.index(meant) if meant is not None else number
        if number == len(self.held):
            self.held.append(_Held(party, (document.sha256, demand.set or demand.id)))
        self.index.add(party, asking)
        self.numbers.append(number)
        return self.held[number], number

    def _may_be(self, statement: Statement, asking: Asked, number: int) -> bool:
        """Tell whether a statement asks of the same, or of nobody by name, or in the same words."""
        tellings = self.held[number].tellings
        of, others = {*self.parties.addressed(statement)}, _asked_of(tellings, self.parties)
        if not of or not others or of & others:
            return True
        return much_the_same(asking, asking_of(tellings[0].statement))


def _entries(
    book: _Book, said: Sequence[Telling], loose: tuple[Telling, ...], order: Mapping[str, int]
) -> Iterator[Entry]:
    """Give the entries of a book, in the order of the parties, numbered."""
    for held in book.held:
        held.tellings.sort(key=lambda each: _time(each, order))
    first: dict[str, int] = {}
    for at, held in enumerate(book.held):
        first.setdefault(held.party, at)
    ranked = sorted(book.held, key=lambda h: (book.parties.place(h.party), first[h.party]))
    replies = _replies(book.parties, ranked, said)
    firm = _descriptions(book.parties, loose)
    for number, held in enumerate(ranked, start=1):
        answers = tuple(sorted(replies[number - 1], key=lambda each: _time(each, order)))
        tellings = tuple(held.tellings)
        entry = Entry(
            number=number,
            party=held.party,
            demander=book.parties.name(held.party) or _name(tellings[0]),
            addressees=tuple(dict.fromkeys(a for t in tellings for a in t.statement.addressees)),
            tellings=tellings,
            replies=answers,
            described=tuple(_described_in(firm, held)),
            moves=(),
        )
        yield replace(entry, moves=tuple(_moves(entry, order)))


def _replies(
    parties: Parties, ranked: Sequence[_Held], said: Iterable[Telling]
) -> list[list[Telling]]:
    """Give for each demand the statements that answer it."""
    of_set: dict[tuple[str, str], set[str]] = {}
    for held in ranked:
        of_set.setdefault(held.in_set, set()).update(_asked_of(held.tellings, parties))
    askings = [
        Asking(h.party, frozenset(of_set[h.in_set]), Past(tuple(h.tellings)), frozenset(h.linked))
        for h in ranked
    ]
    index, found = ReplyIndex(parties, askings), [list[Telling]() for _ in ranked]
    for telling in said:
        if outcome(telling.statement):
            for number in index.answered(telling):
                found[number].append(telling)
    return found


def _moves(entry: Entry, order: Mapping[str, int]) -> Iterator[Move]:
    """Give what became of a demand, by time."""
    past = Past(entry.tellings)
    found = [Move(("raised",), entry.first)]
    found += [compared(telling, past) for telling in entry.tellings[1:]]
    found += [_answer(reply, past) for reply in entry.replies]
    found += [move for each in entry.described if (move := _described(each, past))]
    yield from sorted(found, key=lambda move: _time(move.telling, order))


def _answer(reply: Telling, past: Past) -> Move:
    """Give the move of a reply, beside the latest telling that it is shown to answer."""
    earlier = past.shown_before(reply)
    answered = earlier or past.told_before(reply) or past.tellings[0]
    kind: Kind = "met" if outcome(reply.statement) == "accepted" else "rejected"
    return Move((kind,), reply, answered, order="words" if earlier is None else "dates")


def _described(telling: Telling, past: Past) -> Move | None:
    """Give the move of a description as not negotiable, where it is later and firmer."""
    earlier = past.shown_before(telling)
    if earlier is None:
        return None
    was, now = earlier.statement.firmness, telling.statement.firmness
    if FIRMNESS_ORDER.index(now) >= FIRMNESS_ORDER.index(was):
        return None
    return Move(("hardened",), telling, earlier, Difference(firmness=Change(was, now)))


def _time(telling: Telling, order: Mapping[str, int]) -> tuple[str, bool, str, int, int]:
    """Give by what tellings are ordered: the latest day, dated before undated, the place."""
    return (
        telling.when.last or "9999",
        not telling.when.first,
        telling.when.first,
        order[telling.document.sha256],
        telling.statement.hull.start,
    )


def asking_of(statement: Statement) -> Asked:
    """Give what a statement asks, apart from the names of the speaker and of whom it asks."""
    speaker = (statement.speaker.name,) if statement.speaker else ()
    return asked_by(statement.quote, (*speaker, *statement.addressees))


def _name(telling: Telling) -> str:
    speaker = telling.statement.speaker
    return speaker.name if speaker is not None else ""


def _asked_of(tellings: Iterable[Telling], parties: Parties) -> set[str]:
    return {party for each in tellings for party in parties.addressed(each.statement)}


def _asks(statement: Statement) -> bool:
    asks = statement.act == "demand" and statement.core and not statement.negated
    return asks and not leads_in(statement)


def leads_in(statement: Statement) -> bool:
    """Tell whether words are but a lead-in, "demanded that Velm:", with the cue among them."""
    return statement.cue is not None and statement.hull.overlap(statement.cue) > 0


def _described_in(firm: Mapping[tuple[str, str], list[Telling]], held: _Held) -> Iterator[Telling]:
    """Give what calls the demands of a party not negotiable where this demand is told."""
    for sha in dict.fromkeys(each.document.sha256 for each in held.tellings):
        yield from firm.get((held.party, sha), ())


def _descriptions(
    parties: Parties, loose: Iterable[Telling]
) -> dict[tuple[str, str], list[Telling]]:
    """Give by party and document the statements that call the party's demands not negotiable."""
    found: dict[tuple[str, str], list[Telling]] = {}
    for each in loose:
        firm = each.statement.firmness == "non_negotiable"
        if firm and DEMANDS.search(each.statement.quote) is not None:
            key = parties.speaking(each.statement), each.document.sha256
            found.setdefault(key, []).append(each)
    return found
