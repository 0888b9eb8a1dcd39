"""Which statements answer a question, by words and topics alone, and never by guessing?"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from math import log

from tracktwo.brief.citation import Citation
from tracktwo.brief.dates import written
from tracktwo.brief.ground import Ground
from tracktwo.brief.naming import speaker
from tracktwo.brief.overlap import weighty
from tracktwo.brief.sections.objectives import aims
from tracktwo.brief.sections.talks import stances
from tracktwo.brief.sides import Side

_MOST = 5
_ENOUGH = 0.43  # of the weight of the question's words
_NEAR = 0.34
_PARTS = re.compile(
    r"\?|;|,?\s+and\s+(?=(?:what|who|whom|how|why|when|where|which|is|are|will)\b)", re.IGNORECASE
)
_DEMANDS = re.compile(r"\b(?:demand|insist|precondition)", re.IGNORECASE)
_NAME = re.compile(r"(?<=\w[ ,;:]) ?([A-Z][\w’'-]+)")
_DATE = re.compile(r"(?:\d{1,2} )?(?:[A-Z][a-z]{2,8} )?\b(?:1[89]|20)\d{2}\b")
_REJECTED = re.compile(r"(?=.*\bdemand).*\b(?:reject|refus|turn(?:ed|s)? down)", re.IGNORECASE)
_ACCEPTED = re.compile(r"(?=.*\bdemand).*\b(?:accept|agree[ds]?\b)", re.IGNORECASE)
_AIMS = re.compile(r"\b(?:objective|aim|goal|motive|intention|behind)", re.IGNORECASE)
_ROOM = re.compile(r"\b(?:compromise|negotiable|concession|room for|common ground)", re.IGNORECASE)
_STATE = re.compile(
    r"\b(?:state of|ready (?:to|for)|willing|stance|prospects? (?:of|for)).*"
    r"\b(?:talk|negotiat|dialogue)",
    re.IGNORECASE,
)


class Answers:
    """The statements of a brief, ready to be asked.

    A question is taken apart at "and what", "and who" and the like. A statement answers a part
    when it holds the first name in it, and shares at least two of its words of weight, and 43 %
    of their weight. Its words are what is said, who says it and to whom; a word weighs the
    more, the fewer statements hold it (inverse document frequency, Spärck Jones 1972). Of
    statements that share as much, those of parties come first. A part that names a topic that
    the brief has worked out already (demands, replies to them, objectives, room, the state of
    talks) is answered by that: demands and objectives for the party that is named nearest
    before the word, and not at all where none is.
    """

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._words = [(citation, weighty(_spoken(citation))) for citation in ground.statements()]
        self._counts: dict[str, int] = {}
        for _, found in self._words:
            for word in found:
                self._counts[word] = self._counts.get(word, 0) + 1

    def to(
        self, question: str, *, least: int = 1
    ) -> tuple[tuple[Citation, ...], tuple[Citation, ...]]:
        """Give the statements that answer, in order of number, and the nearest where none does.

        A question with fewer than `least` words of weight, and every later part of one with
        fewer than two, is answered by its topic or not at all.
        """
        parts = [part for part in _PARTS.split(question) if part and part.strip()]
        good = dict.fromkeys(
            citation
            for at, part in enumerate(parts)
            for citation in self._to_part(part, max(least, 2 if at else 1))
        )
        near = [] if good else self._scored(question)
        return (
            tuple(sorted(good, key=lambda citation: citation.number)),
            tuple(citation for score, _, citation in near[:1] if score >= _NEAR),
        )

    def _to_part(self, part: str, least: int) -> Iterator[Citation]:
        for topic, answer in _TOPICS:
            match = topic.search(part)
            found = answer(self._ground, self._named(part, match.start())) if match else []
            if found:
                yield from _of_the_time(part, found)[:_MOST]
                return
        asked = weighty(part)
        if len(asked) >= least:
            good = (
                citation
                for score, shared, citation in self._scored(part)
                if score >= _ENOUGH and shared >= min(2, len(asked))
            )
            yield from islice(good, _MOST)

    def _scored(self, question: str) -> list[tuple[float, int, Citation]]:
        asked, name = weighty(question), _first_name(question)
        whole = sum(map(self._weight, sorted(asked)))
        scored = [
            (sum(map(self._weight, sorted(asked & found))) / whole, len(asked & found), citation)
            for citation, found in self._words
            if asked & found and name <= found
        ]
        return sorted(scored, key=lambda entry: (-entry[0], not self._acts(entry[2])))

    def _acts(self, citation: Citation) -> bool:
        statement = citation.statement
        return statement is not None and self._ground.sides.of(statement) is not None

    def _weight(self, word: str) -> float:
        return 1 + log((1 + len(self._words)) / (1 + self._counts.get(word, 0)))

    def _named(self, part: str, before: int) -> set[Side]:
        """Give the party named nearest before a place, the only one where there is one."""
        places = [
            (match.start(), side)
            for actor in self._ground.sides.actors.values()
            if (side := self._ground.sides.of_actor(actor.id, actor.name))
            for name in (actor.name, *actor.aliases, actor.name.rsplit(" ", 1)[-1])
            for match in re.finditer(rf"\b{re.escape(name)}\b", part[:before], re.IGNORECASE)
        ]
        return {max(places, key=lambda place: place[0])[1]} if places else set()


def _spoken(citation: Citation) -> str:
    whom = citation.statement.addressees if citation.statement else ()
    return " ".join((citation.quote, speaker(citation), *whom))


def _first_name(question: str) -> frozenset[str]:
    """Give the first name in a question, as a word of weight; nothing where it holds none."""
    names = (weighty(name) for name in _NAME.findall(question))
    return next((name for name in names if name), frozenset())


def _of_the_time(part: str, found: list[Citation]) -> list[Citation]:
    """Keep what is of a date that the question names, where anything is."""
    dates = [
        (citation, written(citation.statement.date)) for citation in found if citation.statement
    ]
    asked = _DATE.findall(part)
    same = [citation for citation, date in dates if any(each in date for each in asked)]
    return same or found


def _demands(ground: Ground, sides: set[Side]) -> list[Citation]:
    entries = ground.ledger.entries
    return [entry.first for entry in entries if entry.side in sides]


def _rejections(ground: Ground, sides: set[Side]) -> list[Citation]:
    return _replies(ground, sides, "reject")


def _acceptances(ground: Ground, sides: set[Side]) -> list[Citation]:
    return _replies(ground, sides, "accept")


def _replies(ground: Ground, sides: set[Side], act: str) -> list[Citation]:
    """Give the replies to demands that accept or reject: by a party, where one is named."""
    return _once(
        reply
        for entry in ground.ledger.entries
        for reply in entry.replies
        if reply.statement is not None and reply.statement.act == act
        if not sides or ground.sides.of(reply.statement) in sides
    )


def _objectives(ground: Ground, sides: set[Side]) -> list[Citation]:
    return [citation for citation, _, side in aims(ground) if side in sides]


def _room(ground: Ground, sides: set[Side]) -> list[Citation]:
    del sides  # room is named by anyone, for nobody in particular
    return _once(
        ground.citations.find(room.statement) or ground.citations.at(reading.document, room.span)
        for reading in ground.readings
        for room in reading.room
    )


def _state(ground: Ground, sides: set[Side]) -> list[Citation]:
    return [acts[0] for side, acts in stances(ground) if acts and (not sides or side in sides)]


def _once(citations: Iterable[Citation]) -> list[Citation]:
    return list(dict.fromkeys(citations))


_TOPICS: tuple[tuple[re.Pattern[str], Callable[[Ground, set[Side]], list[Citation]]], ...] = (
    (_ROOM, _room),
    (_STATE, _state),
    (_REJECTED, _rejections),
    (_ACCEPTED, _acceptances),
    (_DEMANDS, _demands),
    (_AIMS, _objectives),
)
