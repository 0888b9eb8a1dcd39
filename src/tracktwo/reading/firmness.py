"""How firm is an act, and which words show it?"""

from tracktwo.documents.document import Document, Span
from tracktwo.reading.draft import Draft
from tracktwo.reading.lexicon import lexicon
from tracktwo.reading.statement import FIRMNESS_ORDER, Firmness


def firmness(draft: Draft, document: Document) -> tuple[Firmness, Span | None]:
    """Give how firm an act is: what its cue means, and what the words of both show.

    The firmer wins; "stated", which nothing shows, gives way to all.
    """
    best: tuple[Firmness, Span | None] = (
        draft.firmness,
        draft.cue if draft.firmness != "stated" else None,
    )
    for part in [*draft.content, *([draft.cue] if draft.cue else [])]:
        level, place = lexicon().firmest(document.quote(part), "stated")
        if place is not None and _outweighs(level, best[0]):
            best = level, Span(part.start + place[0], part.start + place[1])
    return best


def _outweighs(level: Firmness, other: Firmness) -> bool:
    return other == "stated" or FIRMNESS_ORDER.index(level) < FIRMNESS_ORDER.index(other)
