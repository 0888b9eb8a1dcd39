"""With whom does each party of a document deal? By its words; where they name several, by none."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tracktwo.actors.actor import Actor
from tracktwo.reading.dealings import Dealing

_OFTEN = 3


@dataclass(frozen=True, slots=True)
class Relations:
    """Who deals with whom in one document.

    Attributes
    ----------
    partners : mapping of str to mapping of str to frozenset of int
        By party, then by the party with which it deals: the numbers of the passages that say so.
    mediators : frozenset of str
        Those who stand between the parties, and are no party unless they are named as one.
    parties : mapping of str to Actor
        All of them by id.
    """

    partners: Mapping[str, Mapping[str, frozenset[int]]]
    mediators: frozenset[str]
    parties: Mapping[str, Actor]

    @classmethod
    def of(cls, found: Iterable[Dealing]) -> "Relations":
        """Put together what a document says of who deals with whom. Linear."""
        places: dict[str, dict[str, set[int]]] = {}
        mediators: set[str] = set()
        parties: dict[str, Actor] = {}
        for each in found:
            parties |= {party.id: party for party in each.parties}
            if each.mediated:
                mediators |= {party.id for party in each.parties}
                continue
            for one in each.parties:
                for other in each.parties:
                    if one.id != other.id:
                        held = places.setdefault(one.id, {})
                        held.setdefault(other.id, set()).add(each.passage)
        partners = {
            one: {other: frozenset(at) for other, at in held.items()}
            for one, held in places.items()
        }
        return cls(partners, frozenset(mediators), parties)

    def counterparts(self, party: str, passage: int) -> tuple[Actor, ...]:
        """Give with whom a party deals at a place: one, or those between whom the text is open.

        Its only partner; of several the only one with whom it deals in that passage. A mediator
        is no partner; its own counterparts are the parties of the dealing between which it
        stands, where there is just one such dealing.
        """
        if party in self.mediators:
            return self.pair()
        held = self.partners.get(party, {})
        known = self._bodies(party) or [each for each in held if each not in self.mediators]
        here = [other for other in known if passage in held[other]]
        chief = _chief({other: len(held[other]) for other in known})
        only = here if len(here) == 1 else chief
        return tuple(self.parties[other] for other in (only or known))

    def beside(self, party: str, passage: int) -> tuple[Actor, ...]:
        """Give with whom that very passage says that a party deals, where that is just one."""
        held = self.partners.get(party, {})
        here = [other for other, at in held.items() if passage in at]
        return tuple(self.parties[other] for other in here) if len(here) == 1 else ()

    def is_certain(self, party: str, other: str, passage: int) -> bool:
        """Tell whether a party's one counterpart can be meant where nobody is named.

        Where that passage or the one before says that they deal, or several do, or the other is
        a body that deals with no further one: of one who deals with many, who knows who else is
        meant.
        """
        told = self.partners.get(party, {}).get(other, frozenset())
        if len(told) >= _OFTEN or not told.isdisjoint({passage - 1, passage}):
            return True
        return self.parties[other].type != "person" and not {*self._bodies(other)} - {party}

    def _bodies(self, party: str) -> list[str]:
        """Give the partners of a party that are neither persons nor mediators."""
        held = (each for each in self.partners.get(party, {}) if each not in self.mediators)
        return [each for each in held if self.parties[each].type != "person"]

    def pair(self) -> tuple[Actor, ...]:
        """Give the two parties of a document, where it tells of just two bodies that deal.

        Where more deal, those two of which each has the other as its only partner.
        """
        dealing = (o for o in self.partners if o not in self.mediators and o in self.parties)
        bodies = {o: self._bodies(o) for o in dealing if self.parties[o].type != "person"}
        only = {one: held[0] for one, held in bodies.items() if len(held) == 1}
        pairs = {frozenset((one, other)) for one, other in only.items() if only.get(other) == one}
        if len(pairs) != 1:
            return ()
        return tuple(each for ident, each in self.parties.items() if ident in next(iter(pairs)))


def _chief(places: Mapping[str, int]) -> list[str]:
    """Give with whom a party deals in far more places than with any other."""
    first, second = [*sorted(places.values(), reverse=True), 0, 0][:2]
    chief = first >= _OFTEN and first >= 2 * second
    return [other for other, count in places.items() if count == first] if chief else []
