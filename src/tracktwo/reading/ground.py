"""What does settling a draft need to know of its document?"""

from collections.abc import Mapping
from dataclasses import dataclass

from tracktwo.actors.actor import Actor
from tracktwo.documents.document import Document
from tracktwo.reading.act_dates import ActDates
from tracktwo.reading.cast import Cast
from tracktwo.reading.draft import Draft
from tracktwo.reading.passages import Passage


@dataclass(frozen=True, slots=True)
class Ground:
    """A document with its cast, its passages, its dates, and who speaks in each turn's passages."""

    document: Document
    cast: Cast
    passages: tuple[Passage, ...]
    dates: ActDates
    turns: Mapping[int, Actor]

    def own(self, draft: Draft) -> frozenset[str]:
        """Give the ids of a draft's speaker and of the party for which it speaks."""
        if draft.voice is None:
            return frozenset()
        return frozenset({draft.voice.actor.id, self.cast.side(draft.voice.actor).id})
