"""Under which proviso? "…, but only to small boats", "… in exchange for a timber deal"."""

import re
from dataclasses import replace

from tracktwo.documents.document import Span
from tracktwo.reading.draft import Draft

_PROVISO = re.compile(
    r",?\s+(?:but only|and only|provided|providing|on condition|on the condition|"
    r"as long as|so long as|if|unless|in exchange for|in return for|subject to)\b[^.;:!?,]*"
)
_LONGEST = 200
_ACTS = frozenset({"demand", "propose", "accept", "promise", "reject", "threaten"})
_REPORTED = frozenset({"indirect", "nominal", "mixed"})


def with_proviso(draft: Draft, text: str) -> Draft:
    """Give a draft whose content takes in the proviso that stands right behind it.

    "is willing to grant licences, but only to small boats": the parser hangs such words where it
    will, but nobody offers the one without the other. Up to the next comma or stop; of what is
    reported as an act of giving, asking or refusing.
    """
    if draft.act not in _ACTS or draft.reporting not in _REPORTED:
        return draft
    last = draft.content[-1]
    found = _PROVISO.match(text, last.end, min(len(text), last.end + _LONGEST))
    if found is None or found.end() > draft.sentence.end + 1:
        return draft
    end = len(text[: found.end()].rstrip())
    return replace(draft, content=(*draft.content[:-1], Span(last.start, end)))
