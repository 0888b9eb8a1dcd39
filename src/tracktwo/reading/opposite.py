"""Against whom does a party stand, where its words name nobody? The other side of the document."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice

from tracktwo.actors.actor import Actor
from tracktwo.reading.dealings import NO_PARTY, is_described_body
from tracktwo.reading.draft import Draft
from tracktwo.reading.ground import Ground
from tracktwo.reading.replies import Replies

_RIVALS = 2


@dataclass(frozen=True, slots=True)
class Opposite:
    """The sides of a document.

    Attributes
    ----------
    acting : mapping of str to Actor
        The bodies that act or are addressed by name, by id, in order.
    listing : mapping of str to Actor
        Those whose lists the document gives, by id.
    replies : Replies
        What can be answered.
    """

    acting: Mapping[str, Actor]
    listing: Mapping[str, Actor]
    replies: Replies

    @classmethod
    def of(
        cls,
        drafts: Iterable[Draft],
        named: Iterable[tuple[Actor, ...]],
        replies: Replies,
        ground: Ground,
    ) -> "Opposite":
        """Gather who acts, and to whom acts are addressed by their own words. Linear."""
        acting: dict[str, Actor] = {}
        listing: dict[str, Actor] = {}
        for draft, actors in zip(drafts, named, strict=True):
            voices = () if draft.voice is None or not draft.core else (draft.voice.actor,)
            sides = [ground.cast.side(actor) for actor in (*voices, *actors)]
            acting |= {each.id: each for each in sides if _is_body(each)}
            if draft.reporting == "list_item" and voices:
                listing[sides[0].id] = sides[0]
        return cls(acting, listing, replies)

    def answered(self, draft: Draft, ground: Ground) -> tuple[Actor, ...]:
        """Give who did the last act that a reply can answer, empty for no reply."""
        before = self.replies.likely(draft, ground)
        return () if before is None or not before.voice else (ground.cast.side(before.voice.actor),)

    def facing(self, draft: Draft, ground: Ground) -> tuple[Actor, ...]:
        """Give against whom an act stands, empty where the document leaves that open.

        What the issuer of a letter says in his own name, to whom it is written. To an item of a
        list the other, where just two have lists. Else the only other body that acts in the
        document. The document must tell of it; who is merely mentioned is no side.
        """
        own, turn = ground.own(draft), ground.turns.get(draft.passage)
        if ground.written_to is not None and turn is not None and turn.id in own:
            return (ground.written_to,)
        rivals = draft.reporting == "list_item" and len(self.listing) == _RIVALS
        among = self.listing if rivals else self.acting
        others = tuple(islice((each for each in among.values() if each.id not in own), 2))
        return others if len(others) == 1 and not own.isdisjoint(among) else ()


def _is_body(side: Actor) -> bool:
    return side.type not in NO_PARTY | {"person", "group"} or is_described_body(side)
