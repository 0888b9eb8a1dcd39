"""Which demands do the sources hold, who repeats them, and what was answered?"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from tracktwo.brief import naming
from tracktwo.brief.citation import Citation
from tracktwo.brief.citations import Citations
from tracktwo.brief.overlap import weighty
from tracktwo.brief.sides import Side, Sides
from tracktwo.brief.summing import sums_up
from tracktwo.reading.reading import Demand, Reading, Repeat
from tracktwo.reading.statement import FIRMNESS_ORDER

_DEMANDS = re.compile(r"\b(?:demand|condition|ultimatum|request|precondition)s?\b", re.IGNORECASE)
_SHARED = 3  # words of weight that two tellings of one demand share at least


@dataclass(frozen=True, slots=True)
class Telling:
    """A repeat of a demand: what it leaves out, what it adds, and whether it is elsewhere."""

    citation: Citation
    dropped: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A demand, as the first source raises it, with its repeats and replies.

    Attributes
    ----------
    number : int
        Its place in the ledger, from 1.
    demander : str
        Name of whoever demands.
    side : Side or None
        The party for which that is.
    first : Citation
        The statement that raises it.
    repeats : tuple of Telling
    replies : tuple of Citation
        Statements by a party of whom it is demanded that accept or reject it.
    described : tuple of Citation
        Statements that call the demands of this party firm or not negotiable.
    set : str
        The demand set to which it belongs; "" for none.
    """

    number: int
    demander: str
    side: Side | None
    first: Citation
    repeats: tuple[Telling, ...] = ()
    replies: tuple[Citation, ...] = ()
    described: tuple[Citation, ...] = ()
    set: str = ""

    @property
    def tellings(self) -> tuple[Citation, ...]:
        """The first statement and its repeats."""
        return (self.first, *(repeat.citation for repeat in self.repeats))

    @property
    def standing(self) -> str:
        """Give "rejected", "accepted", "accepted and rejected" or "no reply"."""
        acts = {_outcome(reply) for reply in self.replies}
        return " and ".join(sorted(acts)) or "no reply"


@dataclass(frozen=True, slots=True)
class Ledger:
    """All demands in order, and the demanding statements that belong to none of them."""

    entries: tuple[Entry, ...]
    loose: tuple[Citation, ...]

    def by_demander(self) -> tuple[tuple[Entry, ...], ...]:
        """Group the entries by party, or by demander where there is none."""
        groups: dict[str, list[Entry]] = {}
        for entry in self.entries:
            groups.setdefault(entry.side.id if entry.side else entry.demander, []).append(entry)
        return tuple(tuple(group) for group in groups.values())


def keep_ledger(readings: Iterable[Reading], citations: Citations, sides: Sides) -> Ledger:
    """Draw up the ledger.

    Demands of one document are taken as read. Words that only name demands ("a series of
    demands") are no entry, but stand among the loose ones; words that only lead in to a list
    ("demanded that Velm:") stand in neither. A demand of a later document is a
    repeat when the same party makes it and the words of weight say the same: of the shorter
    telling's, at least three, and three in four, are in the other. A reply is a statement by a
    party of whom the demand is made that accepts or rejects it: by its own link to the demand;
    by naming "demands" or "conditions" in general, addressed to the demander or to nobody by
    name, which replies to each earlier demand of the set in that document; or by as many
    shared words.
    """
    entries = _numbered(sides, _linked(_entries(readings, citations, sides)))
    asked = _asked_by_set(sides, entries)
    replies = [_reply(sides, c) for c in citations.statements() if _outcome(c)]
    used = {telling.id for entry in entries for telling in entry.tellings}
    loose = tuple(c for c in citations.statements() if _demands(c) and c.id not in used)
    return Ledger(
        tuple(
            replace(
                entry,
                replies=tuple(r.citation for r in replies if _replies(r, entry, asked)),
                described=tuple(c for c in loose if _describes(sides, c, entry)),
            )
            for entry in entries
        ),
        loose,
    )


def _linked(found: Iterable[Entry]) -> list[Entry]:
    """Join each demand of a later document to the demand that it repeats."""
    entries: list[Entry] = []
    for entry in found:
        at = _same(entry, entries)
        if at is None:
            entries.append(entry)
        else:
            entries[at] = _joined(entries[at], entry)
    return entries


def _numbered(sides: Sides, entries: list[Entry]) -> list[Entry]:
    """Set the demands party by party, in the order of the parties, and number them."""
    first: dict[str, int] = {}
    for at, entry in enumerate(entries):
        first.setdefault(entry.demander, at)
    beyond = len(sides.parties)
    ordered = sorted(
        entries,
        key=lambda entry: (entry.side.place, 0) if entry.side else (beyond, first[entry.demander]),
    )
    return [replace(entry, number=number) for number, entry in enumerate(ordered, start=1)]


def _entries(readings: Iterable[Reading], citations: Citations, sides: Sides) -> Iterator[Entry]:
    for reading in readings:
        for demand in reading.demands:
            tellings = [c for c in map(citations.find, demand.statements) if c is not None]
            if tellings and not sums_up(tellings[0].quote) and not _leads_in(tellings[0]):
                yield _entry(demand, tellings, sides)


def _entry(demand: Demand, tellings: list[Citation], sides: Sides) -> Entry:
    first, *rest = tellings
    side = sides.of(first.statement) if first.statement else None
    noted = {repeat.statement: repeat for repeat in demand.repeats}
    repeats = tuple(_telling(citation, noted.get(citation.id)) for citation in rest)
    return Entry(
        number=0,
        demander=naming.speaker(first),
        side=side or sides.of_actor(demand.demander, demand.demander),
        first=first,
        repeats=repeats,
        set=demand.set,
    )


def _telling(citation: Citation, repeat: Repeat | None) -> Telling:
    if repeat is None:
        return Telling(citation)
    return Telling(citation, repeat.dropped, repeat.added)


def _same(entry: Entry, entries: list[Entry]) -> int | None:
    for at, other in enumerate(entries):
        elsewhere = other.first.document.sha256 != entry.first.document.sha256
        if elsewhere and _one_party(other, entry) and say_the_same(other.first, entry.first):
            return at
    return None


def _one_party(one: Entry, other: Entry) -> bool:
    if one.side is None or other.side is None:
        return one.side is other.side and one.demander == other.demander
    return one.side.id == other.side.id


def say_the_same(one: Citation, other: Citation) -> bool:
    """Tell whether two passages share three words in four of the shorter, and at least three."""
    left, right = weighty(one.quote), weighty(other.quote)
    shared = len(left & right)
    return shared >= _SHARED and 4 * shared >= 3 * min(len(left), len(right))


def _joined(entry: Entry, later: Entry) -> Entry:
    dropped = left_out(entry.first.quote, later.first.quote)
    added = left_out(later.first.quote, entry.first.quote)
    first = Telling(later.first, dropped, added, elsewhere=True)
    rest = tuple(replace(telling, elsewhere=True) for telling in later.repeats)
    return replace(entry, repeats=(*entry.repeats, first, *rest))


def left_out(first: str, later: str) -> tuple[str, ...]:
    """Give the stretches of the first telling that hold a word of weight and are not in the later.

    >>> left_out("a ban in Arn, Bel and Cor", "a ban in Arn and Bel")
    ('and Cor',)
    """
    words = first.split()
    keys = [
        [re.sub(r"\W+", "", word.casefold()) for word in text.split()] for text in (first, later)
    ]
    kept = weighty(later)
    stretches = (
        " ".join(words[start:end])
        for tag, start, end, _, _ in SequenceMatcher(
            None, keys[0], keys[1], autojunk=False
        ).get_opcodes()
        if tag in ("delete", "replace")
    )
    return tuple(s for s in stretches if weighty(s) - kept)


def _outcome(citation: Citation) -> str:
    statement = citation.statement
    if statement is None or statement.negated:
        return ""
    return {"accept": "accepted", "reject": "rejected"}.get(statement.act, "")


def _demands(citation: Citation) -> bool:
    statement = citation.statement
    return (
        statement is not None
        and statement.act == "demand"
        and statement.core
        and not statement.negated
        and not _leads_in(citation)
    )


def _leads_in(citation: Citation) -> bool:
    """Tell whether words are but a lead-in, "demanded that Velm:", with the cue among them."""
    cue = citation.statement.cue if citation.statement else None
    return cue is not None and citation.hull.overlap(cue) > 0


@dataclass(frozen=True, slots=True)
class _Reply:
    """A statement that accepts or rejects, the party that makes it, and to whom."""

    citation: Citation
    demand: str
    side: Side | None
    whom: tuple[Side, ...]


def _reply(sides: Sides, citation: Citation) -> _Reply:
    statement = citation.statement
    if statement is None:
        return _Reply(citation, "", None, ())
    return _Reply(citation, statement.demand, sides.of(statement), sides.addressed(statement))


def _replies(reply: _Reply, entry: Entry, asked: Mapping[str, set[Side]]) -> bool:
    if reply.demand and any(_is_of(telling, reply.demand) for telling in entry.tellings):
        return True
    if reply.side is None or reply.side == entry.side:
        return False
    if reply.side not in asked.get(_set(entry), ()):
        return False
    if reply.whom and entry.side not in reply.whom:
        return False
    if say_the_same(reply.citation, entry.first):
        return True
    earlier = any(_before(telling, reply.citation) for telling in entry.tellings)
    return earlier and _DEMANDS.search(reply.citation.quote) is not None


def _is_of(telling: Citation, demand: str) -> bool:
    return telling.statement is not None and telling.statement.demand == demand


def _before(telling: Citation, reply: Citation) -> bool:
    return (
        telling.document.sha256 == reply.document.sha256 and telling.hull.start < reply.hull.start
    )


def _asked_by_set(sides: Sides, entries: Iterable[Entry]) -> dict[str, set[Side]]:
    """Give the parties of whom each set of demands, or each demand of no set, is made."""
    asked: dict[str, set[Side]] = {}
    for entry in entries:
        if entry.first.statement is not None:
            whom = sides.addressed(entry.first.statement)
            asked.setdefault(_set(entry), set()).update(whom)
    return asked


def _set(entry: Entry) -> str:
    return entry.set or f"of its own: {entry.first.id}"


def _describes(sides: Sides, citation: Citation, entry: Entry) -> bool:
    statement = citation.statement
    if statement is None or FIRMNESS_ORDER.index(statement.firmness) > 0:
        return False
    side = sides.of(statement)
    return side is not None and side == entry.side and _DEMANDS.search(citation.quote) is not None
