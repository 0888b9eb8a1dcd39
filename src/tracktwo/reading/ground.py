"""What does settling a draft need to know of its document?"""

from collections.abc import Mapping
from dataclasses import dataclass

from tracktwo.actors.actor import Actor
from tracktwo.documents.document import Document
from tracktwo.reading.act_dates import ActDates
from tracktwo.reading.cast import Cast
from tracktwo.reading.dealings import Dealing
from tracktwo.reading.draft import Draft
from tracktwo.reading.passages import Passage
from tracktwo.reading.speakers import Speakers


@dataclass(frozen=True, slots=True)
class Ground:
    """A document with whom its words mean, its passages and dates, and who speaks in its turns.

    `turns` gives the speaker by the number of a passage. `dealings` are the places that say who
    deals with whom, `guests` those who take turns and are no host.
    """

    document: Document
    speakers: Speakers
    passages: tuple[Passage, ...]
    dates: ActDates
    turns: Mapping[int, Actor]
    dealings: tuple[Dealing, ...] = ()
    guests: tuple[Actor, ...] = ()

    @property
    def cast(self) -> Cast:
        """The actors of the document."""
        return self.speakers.cast

    def is_guest(self, passage: int) -> bool:
        """Tell whether a passage belongs to the turn of somebody who is no host."""
        return any(self.turns.get(passage) is each for each in self.guests)

    def is_issued(self, passage: int) -> bool:
        """Tell whether a passage belongs to a text that its issuer puts out in his own name."""
        turn = self.passages[passage].turn
        return turn is not None and turn.issued

    def own(self, draft: Draft) -> frozenset[str]:
        """Give the ids of a draft's speaker and of the party for which it speaks."""
        if draft.voice is None:
            return frozenset()
        return frozenset({draft.voice.actor.id, self.cast.side(draft.voice.actor).id})
