"""How many words of weight do two passages share? Case and endings aside, and no guessing."""

import re
from functools import lru_cache

from tracktwo.reading.substance import stem

_STOP = frozenset(
    re.findall(
        r"\w+",
        """
    a about above after again against all also am an and any are as at be because been before
    being below between both but by can cannot could did do does doing down during each either
    else ever every few for from further had has have having he her here hers him his how however
    i if in into is it its itself just like made make many may me might more most much must my
    need neither no nor not now of off on once one only or other our ours out over own perhaps
    please rather said same say says see shall she should since so some still such than that the
    their theirs them themselves then there these they this those though through thus to too
    toward towards under until up upon us very was we well were what whatever when where whether
    which while who whom whose why will with within without would yes yet you your yours
    ask asked asks give gave given gives happen happened keep kept part parties party side sides
    speak speaks spoke spoken stand stands take taken takes took tell tells told
    """,
    )
)
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


@lru_cache(maxsize=16384)
def weighty(passage: str) -> frozenset[str]:
    """Give the stems of a passage's words, those left out that any sentence may hold.

    >>> sorted(weighty("What has either side said about the line of contact?"))
    ['contac', 'line']
    """
    words = (match.group() for match in _WORD.finditer(passage))
    return frozenset(stem(word) for word in words if word.casefold() not in _STOP)
