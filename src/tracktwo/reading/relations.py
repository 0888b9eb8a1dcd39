"""With whom does each party of a document deal? By its words; where they name several, by none."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tracktwo.actors.actor import Actor
from tracktwo.reading.dealings import Dealing


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
            for one in each.parties if each.mutual else each.parties[:1]:
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
        known = [other for other in held if other not in self.mediators]
        bodies = [other for other in known if self.parties[other].type != "person"]
        known = bodies or known
        here = [other for other in known if passage in held[other]]
        found = here if len(here) == 1 else known
        return tuple(self.parties[other] for other in found)

    def pair(self) -> tuple[Actor, ...]:
        """Give the two parties of a document, where it tells of just two bodies that deal.

        Where more deal, those two of which each has the other as its only partner.
        """
        bodies = {
            one: [o for o in held if o not in self.mediators and self.parties[o].type != "person"]
            for one, held in self.partners.items()
            if one not in self.mediators and self.parties[one].type != "person"
        }
        only = {one: held[0] for one, held in bodies.items() if len(held) == 1}
        pairs = {frozenset((one, other)) for one, other in only.items() if only.get(other) == one}
        if len(pairs) != 1:
            return ()
        return tuple(each for ident, each in self.parties.items() if ident in next(iter(pairs)))
