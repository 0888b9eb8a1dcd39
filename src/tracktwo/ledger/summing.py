"""Do words only name demands, without saying what is demanded?"""

import re

_SUM = re.compile(
    r"(?:\S+\s){0,4}(?:demands?|requests?|conditions?|preconditions?|ultimatum)\b"
    r"(?:\s+(?:to|of|as|on)\b.*)?\W*",
    re.IGNORECASE | re.DOTALL,
)


def sums_up(words: str) -> bool:
    """Tell whether words name demands as a whole: then they are no demand of their own.

    >>> sums_up("a series of demands to NATO"), sums_up("these demands as non-negotiable")
    (True, True)
    >>> sums_up("a halt to the expansion"), sums_up("demands that the troops leave")
    (False, False)
    """
    return _SUM.fullmatch(words.strip()) is not None
