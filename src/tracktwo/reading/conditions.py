"""On which condition does an act depend?"""

import re

from tracktwo.documents.document import Span
from tracktwo.reading.draft import Draft

_CONDITION = re.compile(
    r"(?:^|(?<=[\s,;“\"]))(?:if|unless|provided that|as long as|on condition that|only if|"
    r"so long as|(?-i:Should) |(?<=,\s)should )[^.;”\"]*",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"\s*,?\s*(?P<clause>(?:provided that|unless|if|as long as)\b[^.;]*)")
_NEAR = 160


def condition(draft: Draft, text: str) -> Span | None:
    """Give the clause on which an act depends: in its content, or right behind it.

    One that leads its content ends at its comma, one at the end runs to it. A list item has
    none behind it.
    """
    for part in draft.content:
        match = _CONDITION.search(text, part.start, part.end)
        if match:
            return _clause(match, part)
    if draft.reporting == "list_item":
        return None
    end = draft.hull.end
    match = _BESIDE.match(text, end, max(end, min(draft.sentence.end, end + _NEAR)))
    return Span(*match.span("clause")) if match else None


def _clause(match: re.Match[str], part: Span) -> Span:
    comma = match[0].find(",")
    if match.start() - part.start < 3 and comma > 0:
        return Span(match.start(), match.start() + comma)
    return Span(match.start(), match.start() + len(match[0].rstrip(' ,”"')))
