"""What do the sources date, and in which order?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from tracktwo.brief.blocks import Absence
from tracktwo.brief.citation import Citation
from tracktwo.brief.dates import written, years
from tracktwo.brief.figures import Figure, Item, Moment, Timeline
from tracktwo.brief.ground import Ground
from tracktwo.brief.lists import counted, figured
from tracktwo.brief.naming import speaker
from tracktwo.brief.overlap import weighty
from tracktwo.brief.quoting import passage, quoted
from tracktwo.brief.sentence import Part, plain
from tracktwo.brief.sides import ACTING

_LENGTH = 130
_NOUNS = {
    "demand": "demand",
    "propose": "proposal",
    "accept": "acceptance",
    "reject": "refusal",
    "threaten": "warning",
    "promise": "pledge",
    "accuse": "charge",
    "deny": "denial",
}


@dataclass(frozen=True, slots=True)
class _Entry:
    """Something dated: what is said of it, by whom it is claimed ("" for an event), and where."""

    date: str
    parts: tuple[Part, ...]
    evidence: tuple[int, ...]
    claimed: bool
    words: frozenset[str]


def chronology(ground: Ground) -> Figure | Absence:
    """Give the timeline: dated events, and dated acts of speech that no event tells already.

    Events of one date that share most of their words of weight are one entry with several
    numbers. Acts of one kind by one speaker on one date are one entry; of a demand that is told
    again only the first telling counts.
    """
    events = list(_merged(_events(ground)))
    entries = sorted([*events, *_acts(ground)], key=_when)
    if not entries:
        return Absence("The sources date nothing that could be set on a line.", ground.searched())
    moments = tuple(_moment(entry) for entry in entries)
    first, last = int(moments[0].start), int(max(m.end for m in moments) - 1e-9)
    span = f"{first}–{last}" if last > first else str(first)
    return Figure(
        caption=f"What the sources date, {span}: {figured(len(entries), 'entry', 'entries')}",
        how="A mark is as wide as its date is uncertain. Bars below the line are periods, dotted "
        "where somebody claims them. Labels stand where there is room; the list has every entry.",
        label=f"Timeline {span} with {counted(len(moments), 'dated entry', 'dated entries')}; the "
        "list below gives the same in words.",
        chart=Timeline(moments),
        items=tuple(Item(written(e.date), e.parts, e.evidence) for e in entries),
    )


def _when(entry: _Entry) -> tuple[float, float, int]:
    start, end = years(entry.date) or (0.0, 0.0)
    return start, end, entry.evidence[0]


def _moment(entry: _Entry) -> Moment:
    start, end = years(entry.date) or (0.0, 0.0)
    return Moment(start, end, written(entry.date), plain(entry.parts).strip("“”‘’"), entry.claimed)


def _events(ground: Ground) -> Iterator[_Entry]:
    for reading in ground.readings:
        document = ground.document(reading)
        for event in reading.events:
            if years(event.date) is None:
                continue
            citation = ground.citations.at(reading.document, event.span)
            yield _Entry(
                event.date,
                (passage(document, event.span, _LENGTH),),
                (citation.number,),
                claimed=False,
                words=weighty(document.quote(event.span)),
            )


def _merged(events: Iterable[_Entry]) -> Iterator[_Entry]:
    by_date: dict[str, list[_Entry]] = {}
    for event in events:
        same = by_date.setdefault(event.date, [])
        at = next((at for at, other in enumerate(same) if _alike(event, other)), None)
        if at is None:
            same.append(event)
        else:
            numbers = dict.fromkeys((*same[at].evidence, *event.evidence))
            same[at] = replace(same[at], evidence=tuple(sorted(numbers)))
    for same in by_date.values():
        yield from same


def _alike(one: _Entry, other: _Entry) -> bool:
    shared = len(one.words & other.words)
    return shared >= 3 and 5 * shared >= 3 * min(len(one.words), len(other.words))


def _acts(ground: Ground) -> Iterator[_Entry]:
    groups: dict[tuple[str, str, str], list[Citation]] = {}
    told = _told_by_events(ground)
    for citation in _first_tellings(ground):
        statement = citation.statement
        if statement is None or statement.act not in ACTING or not statement.core:
            continue
        if citation.id not in told and years(statement.date) is not None:
            key = (statement.date, speaker(citation), statement.act)
            groups.setdefault(key, []).append(citation)
    for (date, who, act), citations in groups.items():
        yield _Entry(
            date,
            _said(who, act, citations),
            tuple(c.number for c in citations),
            claimed=True,
            words=frozenset(),
        )


def _said(who: str, act: str, citations: list[Citation]) -> tuple[Part, ...]:
    if len(citations) == 1:
        return (f"{who}: ", quoted(citations[0], _LENGTH))
    return (f"{who}: {counted(len(citations), _NOUNS[act])}, first ", quoted(citations[0], _LENGTH))


def _first_tellings(ground: Ground) -> Iterator[Citation]:
    ledger = ground.ledger
    again = {telling.citation.id for entry in ledger.entries for telling in entry.repeats}
    loose = {citation.id for citation in ledger.loose} if ledger.entries else set[str]()
    return (c for c in ground.statements() if c.id not in again | loose)


def _told_by_events(ground: Ground) -> set[str]:
    """Give the statements that stand within a dated event, so that the event tells them."""
    found: set[str] = set()
    for reading in ground.readings:
        spans = [event.span for event in reading.events if years(event.date)]
        found |= {
            statement.id
            for statement in reading.statements
            if any(span.overlap(statement.hull) for span in spans)
        }
    return found
