"""On what terms does a source speak? "asked not to be named": a term of the trade, no statement."""

import re

from tracktwo.reading.draft import Draft

_UNNAMED = re.compile(
    r"\W*(?:for )?(?:(?:condition of )?anonymity|(?:that )?(?:not|(?:his|her|their) names? not) "
    r"(?:to )?be (?:named|identified|quoted|used|published))\b",
    re.IGNORECASE,
)


def is_sourcing(draft: Draft, text: str) -> bool:
    """Tell whether a draft says no more than that its speaker will not be named.

    >>> bool(_UNNAMED.match("not to be named")), bool(_UNNAMED.match("not to be moved"))
    (True, False)
    """
    return _UNNAMED.match(text, draft.hull.start, draft.hull.end) is not None
