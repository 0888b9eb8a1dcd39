"""Who negotiates, and for whom does each speaker speak?"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tracktwo.actors.actor import Actor, Role
from tracktwo.brief.material import Material
from tracktwo.casemodel.case import Case
from tracktwo.reading.reading import Reading
from tracktwo.reading.statement import Statement

ACTING = frozenset(
    {"demand", "propose", "accept", "reject", "threaten", "promise", "accuse", "deny"}
)
_BODIES = frozenset({"state", "alliance", "organisation", "government", "office"})


@dataclass(frozen=True, slots=True)
class Side:
    """A party as the brief sees it: `place` gives its mark, from 0."""

    id: str
    name: str
    place: int


@dataclass(frozen=True, slots=True)
class Sides:
    """The parties, and the way from each actor's id or name to one of them.

    Attributes
    ----------
    parties : tuple of Side
        In the order of the case; without a case, in the order in which the sources first have
        them act or be asked.
    by_actor, by_name : mapping of str to Side
        Parties themselves, and actors that a party names as its speakers. Names are folded:
        lower case, without a leading "the".
    actors : mapping of str to Actor
        By id: those of the case first, then those of the readings.
    from_case : bool
        Whether a person named the parties.
    """

    parties: tuple[Side, ...]
    by_actor: Mapping[str, Side]
    by_name: Mapping[str, Side]
    actors: Mapping[str, Actor]
    from_case: bool

    def of(self, statement: Statement) -> Side | None:
        """Give the party for which a statement's speaker speaks; None for anyone else."""
        if statement.speaker is None:
            return None
        on = statement.date.rpartition("/")[2]
        return self.of_actor(statement.speaker.actor, statement.speaker.name, on)

    def of_actor(self, actor: str, name: str, on: str = "") -> Side | None:
        """Give the party of an actor: by its id, by its name, or by whom it spoke for on a day.

        Without a day, or on a day on which it held no role, its last role counts.
        """
        named = self.by_actor.get(actor) or self.by_name.get(folded(name))
        return named or self.by_actor.get(root(actor, self.actors, on))

    def addressed(self, statement: Statement) -> tuple[Side, ...]:
        """Give the parties to whom a statement is addressed, each once."""
        ids = statement.addressee_ids or ("",) * len(statement.addressees)
        pairs = zip(ids, statement.addressees, strict=False)
        found = (self.of_actor(actor, name) for actor, name in pairs)
        return tuple(dict.fromkeys(side for side in found if side is not None))

    def role(self, actor: str, on: str) -> Role | None:
        """Give the role that an actor held on a day, the last listed that fits."""
        known = self.actors.get(actor)
        return _role(known, on.rpartition("/")[2]) if known else None


def folded(name: str) -> str:
    """Fold a name, so that "The Kremlin" and "the Kremlin" and "Kremlin" are one.

    >>> folded("The  Kremlin")
    'kremlin'
    """
    return " ".join(name.casefold().split()).removeprefix("the ")


def find_sides(material: Material, readings: tuple[Reading, ...]) -> Sides:
    """Find the parties, and who speaks for them.

    With a case its parties are taken, each with the speakers that it names and every actor
    that speaks for it. Without one, a party is a state, alliance, organisation or office that
    demands, offers, accepts, refuses, threatens, promises, accuses or denies in the sources,
    itself or through those who speak for it, or of whom something is demanded. A person for
    whom no such body is known is a party when a demand is that person's; interview speakers,
    media and unnamed groups never are.
    """
    case = material.case
    actors = _actors(case, readings, material.made.as_of)
    parties = _parties_of(case) if case else _parties_in(readings, actors, material.made.as_of)
    by_name = {folded(party.name): party for party in parties}
    by_name |= _speakers(case, parties)
    by_actor = {party.id: party for party in parties}
    for actor in actors.values():
        names = (actor.name, *actor.aliases)
        side = next((by_name[folded(n)] for n in names if folded(n) in by_name), None)
        if side and actor.id not in by_actor:
            by_actor[actor.id] = side
    return Sides(parties, by_actor, by_name, actors, case is not None)


def root(actor: str, actors: Mapping[str, Actor], on: str) -> str:
    """Follow an actor to the body for which it speaks on a day; itself where there is none.

    A ring of actors that speak for one another ends where it began.
    """
    seen: set[str] = set()
    while actor not in seen and (known := actors.get(actor)) is not None:
        seen.add(actor)
        actor = _body(known, on) or actor
    return actor


def _actors(case: Case | None, readings: Iterable[Reading], on: str) -> dict[str, Actor]:
    found: dict[str, Actor] = {}
    for actor in case.actors if case else ():
        found.setdefault(actor.id, actor)
    for reading in readings:
        for actor in reading.actors:
            found.setdefault(actor.id, actor)
    for body in [_body(actor, on) for actor in found.values()]:
        if body:
            found.setdefault(body, Actor(body, _spelled(body), "state"))
    return found


def _body(actor: Actor, on: str) -> str:
    role = _role(actor, on)
    if actor.speaks_for or (role and role.of):
        return actor.speaks_for or (role.of if role else "")
    return next((role.of for role in reversed(actor.roles) if role.of), "")


def _spelled(ident: str) -> str:
    """Make a name of an id, for a body that no reading names: "united-states", "nato"."""
    words = ident.split("-")
    return ident.upper() if len(ident) <= 4 else " ".join(word.capitalize() for word in words)


def _role(actor: Actor, on: str) -> Role | None:
    fitting = [role for role in actor.roles if _began(role, on) and not _ended(role, on)]
    known = fitting or actor.roles
    return known[-1] if known else None


def _began(role: Role, on: str) -> bool:
    return role.since[: len(on)] <= on  # on no day, every role has begun


def _ended(role: Role, on: str) -> bool:
    return bool(role.until and on) and role.until < on[: len(role.until)]


def _parties_of(case: Case) -> tuple[Side, ...]:
    return tuple(Side(party.id, party.name, place) for place, party in enumerate(case.parties))


def _speakers(case: Case | None, parties: tuple[Side, ...]) -> dict[str, Side]:
    if case is None:
        return {}
    pairs = zip(case.parties, parties, strict=True)
    return {folded(name): side for party, side in pairs for name in party.speakers}


def _parties_in(
    readings: tuple[Reading, ...], actors: Mapping[str, Actor], on: str
) -> tuple[Side, ...]:
    voices = {turn.actor for reading in readings for turn in reading.turns}
    bodies = dict.fromkeys(
        body
        for reading in readings
        for statement in reading.statements
        if statement.core and statement.act in ACTING
        for body in _bodies(statement, actors, on, voices)
    )
    return tuple(Side(body, actors[body].name, at) for at, body in enumerate(bodies))


def _bodies(
    statement: Statement, actors: Mapping[str, Actor], on: str, voices: set[str]
) -> Iterator[str]:
    asked = statement.addressee_ids if statement.act == "demand" else ()
    speaker = (statement.speaker.actor,) if statement.speaker else ()
    for actor in (*speaker, *asked):
        body = root(actor, actors, on)
        known = actors.get(body)
        if known is None or body in voices:
            continue
        demands = known.type == "person" and statement.act == "demand" and bool(statement.demand)
        if known.type in _BODIES or demands:
            yield body
