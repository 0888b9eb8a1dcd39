"""Who goes by this name, and for whom do they speak on this day?"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from tracktwo.actors import shipped
from tracktwo.actors.actor import Actor, Role
from tracktwo.actors.name_index import NameIndex, index
from tracktwo.actors.naming import strip_titles
from tracktwo.errors import ActorError

# A capital before one of these names a paper or a meeting, not a government.
_NAMED_AFTER = re.compile(
    r"[\s-]+(?:agreements?|accords?|memorandum|declaration|summit|protocols?|treaty|convention|"
    r"statute|process|pact|format|conference|formula|charter|communiqu[eé]|final\s+act|principles|"
    r"talks|framework|plan|drafts?|document)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Registry:
    """The actors that are known, by id, by name and by adjective.

    Attributes
    ----------
    actors : tuple of Actor
        Each with an id of its own. Where two go by one name, the later one is meant, so that
        a case's own people come before those that ship with the program.
    epithets : mapping of str to tuple of str
        Words in lower case that stand for an actor once the text has named it, and the ids
        that they can stand for: "the alliance" → ("nato", "csto", …).
    decoys : tuple of str
        Phrases that hold a name and mean something else; `find` passes over them.

    Raises
    ------
    ActorError
        On construction, with every contradiction: an id that is used twice or empty, an actor
        without a name, a role that ends before it begins.
    """

    actors: tuple[Actor, ...]
    epithets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    decoys: tuple[str, ...] = ()
    _by_id: dict[str, Actor] = field(init=False, repr=False, compare=False)
    _names: NameIndex[Actor | None] = field(init=False, repr=False, compare=False)
    _adjectives: NameIndex[Actor] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Refuse contradictions, then index the names."""
        _refuse([*_repeated_ids(self.actors), *_faults(self.actors)])
        names: list[tuple[str, Actor | None]] = [(decoy, None) for decoy in self.decoys]
        names += [(name, actor) for actor in self.actors for name in _names_of(actor)]
        adjectives = [(word, actor) for actor in self.actors for word in actor.adjectives]
        object.__setattr__(self, "_by_id", {actor.id: actor for actor in self.actors})
        object.__setattr__(self, "_names", index(names))
        object.__setattr__(self, "_adjectives", index(adjectives))

    def extended(self, actors: Iterable[Actor]) -> "Registry":
        """Give a registry that also knows these actors.

        An actor whose id is already known adds to it: its name comes first and the old one
        stays an alias; aliases, adjectives and roles are put together; `speaks_for` replaces
        when it is given.

        Raises
        ------
        ActorError
            As on construction, and if an id is known for an actor of another type.

        Examples
        --------
        >>> more = default_registry().extended([Actor("russia", "Russia", "state", ("Darsa",))])
        >>> more.lookup("Darsa").name, more.lookup("Moscow").speaks_for
        ('Russia', 'russia')
        """
        new = list(actors)
        clashes = [
            f"{each.id}: it is known as {self._by_id[each.id].type}, and given as {each.type}; "
            "use another id, or the same type"
            for each in new
            if each.id in self._by_id and self._by_id[each.id].type != each.type
        ]
        _refuse([*clashes, *_repeated_ids(new), *_faults(new)])
        known = dict(self._by_id)
        for each in new:
            old = known.pop(each.id, None)
            known[each.id] = _merged(old, each) if old else each
        return Registry(tuple(known.values()), self.epithets, self.decoys)

    def get(self, actor_id: str) -> Actor | None:
        """Give the actor with an id, or None."""
        return self._by_id.get(actor_id)

    def lookup(self, name: str, on: str = "") -> Actor | None:
        """Give the actor who goes by a name, or None.

        The name is tried as it stands, then without its article, its possessive ending and its
        titles. Where several go by it, one who had a role on the date comes first, then the
        latest in the registry. "Georgia", "Jordan" and "Chad" are the states.

        Parameters
        ----------
        name : str
            As written in a text.
        on : str
            A date to any precision, or a range "2008/2022"; "" when it is not known.

        Examples
        --------
        >>> find = default_registry().lookup
        >>> find("the Kremlin").id, find("ukraine’s").id, find("US").id, find("us")
        ('kremlin', 'ukraine', 'united-states', None)
        """
        for form in _forms(name):
            found = [actor for actor in self._names.lookup(form) if actor]
            if found:
                return next((each for each in found if on and self.role_on(each, on)), found[0])
        return None

    def by_adjective(self, word: str) -> Actor | None:
        """Give the actor whose officials an adjective names; None where it may be two.

        >>> default_registry().by_adjective("russian").id, default_registry().by_adjective("Korean")
        ('russia', None)
        """
        found = set(self._adjectives.lookup(word))
        return found.pop() if len(found) == 1 else None

    def role_on(self, actor: Actor, on: str = "") -> Role | None:
        """Give the role that an actor had on a date, or None.

        A role holds on a date when the two can overlap, at the precision that both have: one
        "since 2004-03" holds on "2004". Of several, the one that began last; of those, the last
        listed. With no date, a role is given only when all the actor's roles are for the same.
        """
        if not on:
            same = len({role.of for role in actor.roles}) == 1
            return actor.roles[-1] if same else None
        held = [(role.since, at, role) for at, role in enumerate(actor.roles) if _held(role, on)]
        return max(held)[2] if held else None

    def speaks_for(self, actor: Actor, on: str = "") -> Actor | None:
        """Give the state or organisation for which an actor speaks on a date, or None.

        That is what it always speaks for, else what its role on that date is for.

        >>> known = default_registry()
        >>> known.speaks_for(known.lookup("Moscow")).id
        'russia'
        """
        if actor.speaks_for:
            return self.get(actor.speaks_for)
        role = self.role_on(actor, on)
        return self.get(role.of) if role else None

    def find(self, text: str) -> list[tuple[int, int, Actor]]:
        """Find every actor's name in a text, in order, none overlapping, the longest at each place.

        Names are matched on word bounds by the rules of `name_index`; adjectives are not
        looked for. Decoys are passed over ("New Mexico"), and so are capitals that name a paper
        or a meeting ("the Minsk agreements"). Offsets are half-open, in code points. Time is
        linear in the text.

        >>> [(who.id, start) for start, _, who in default_registry().find("Kyiv asked the US.")]
        [('kyiv', 0), ('united-states', 15)]
        """
        return [
            (start, end, found[0])
            for start, end, found in self._names.find(text)
            if found[0] and not (found[0].type == "government" and _NAMED_AFTER.match(text, end))
        ]


@cache
def default_registry() -> Registry:
    """Give the registry that ships with the program; it holds no people.

    >>> default_registry().lookup("NATO").type
    'alliance'
    """
    actors = (*shipped.states(), *shipped.seats(), *shipped.organisations())
    return Registry(actors, shipped.epithets(), shipped.decoys())


def _names_of(actor: Actor) -> list[str]:
    """Give an actor's names once each; "the X" goes where it is also known as X."""
    names = dict.fromkeys((actor.name, *actor.aliases))
    lower = {name.lower() for name in names}
    return [
        name
        for name in names
        if not (name.lower().startswith("the ") and name[4:].lower() in lower)
    ]


def _forms(name: str) -> Iterable[str]:
    """Give a name as it stands, then without article, possessive ending and titles."""
    bare = " ".join(name.split()).strip(' ,;:"“”')
    owner = re.sub(r"(?:['’ʼ]s|(?<=s)['’ʼ])$", "", bare, flags=re.IGNORECASE)
    for form in (bare, owner):
        yield form
        yield re.sub(r"^the\s+", "", form, flags=re.IGNORECASE)
    yield strip_titles(owner)[1]


def _held(role: Role, on: str) -> bool:
    """Tell whether a role can have been held on a date or in a range of dates."""
    first, _, last = on.partition("/")
    return _not_after(role.since, last or first) and _not_after(first, role.until)


def _not_after(one: str, other: str) -> bool:
    """Compare two dates to the precision that both have; an open one agrees with any."""
    shared = min(len(one), len(other))
    return one[:shared] <= other[:shared]


def _merged(old: Actor, new: Actor) -> Actor:
    aliases = dict.fromkeys((*new.aliases, old.name, *old.aliases))
    return replace(
        new,
        aliases=tuple(name for name in aliases if name != new.name),
        speaks_for=new.speaks_for or old.speaks_for,
        roles=tuple(dict.fromkeys((*old.roles, *new.roles))),
        adjectives=tuple(dict.fromkeys((*new.adjectives, *old.adjectives))),
    )


def _repeated_ids(actors: Iterable[Actor]) -> list[str]:
    seen: set[str] = set()
    repeated = []
    for actor in actors:
        if actor.id in seen:
            repeated.append(f"{actor.id}: the id stands twice; give each actor an id of its own")
        seen.add(actor.id)
    return repeated


def _faults(actors: Iterable[Actor]) -> list[str]:
    faults = []
    for actor in actors:
        if not actor.id or not actor.name.strip():
            faults.append(f"{actor.id or actor.name!r}: an actor needs both an id and a name")
        faults += [
            f"{actor.id}: the role {role.title!r} ends in {role.until}, before it begins in "
            f"{role.since}"
            for role in actor.roles
            if not _not_after(role.since, role.until)
        ]
    return faults


def _refuse(faults: list[str]) -> None:
    if faults:
        raise ActorError("\n".join([f"actors: {len(faults)} to mend", *faults]))
