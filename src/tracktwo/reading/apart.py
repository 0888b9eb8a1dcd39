"""Which part of what is said is another act of its own? "…, X said, and Y announced that …"."""

from dataclasses import replace

from tracktwo.documents.document import Span
from tracktwo.reading.draft import Draft
from tracktwo.reading.laid import Laid


def apart(draft: Draft, laid: Laid) -> Draft:
    """Give a draft without those parts of its content that tell another's act.

    A part behind the first is one where a draft by another speaker has its speaker's mention
    and its cue in it: what is reported ended before. The first part always stays. Time in the
    drafts near it.
    """
    first, *further = draft.content
    kept = [
        part for part in further if not any(_tells(each, part, draft) for each in laid.near(part))
    ]
    return draft if len(kept) == len(further) else replace(draft, content=(first, *kept))


def _tells(other: Draft, part: Span, draft: Draft) -> bool:
    """Tell whether a part of what one says names another who does something by his own words."""
    voice = other.voice
    if (
        voice is None
        or voice.mention is None
        or other.cue is None
        or other.speaker == draft.speaker
    ):
        return False
    return part.covers(voice.mention) and part.covers(other.cue) and part.covers(other.hull)
