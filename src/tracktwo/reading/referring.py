"""Which words speak of a demand made before? "these demands", "that condition", "that ban"."""

import re

from tracktwo.reading.substance import Asked, meaning, stem

_SEVERAL = re.compile(
    r"\b(?:these|those|the|such|its|their|his|her|our) "
    r"(?:(?:core of the|whole|entire|first|last|two|three|four|five|six|same|other) )*"
    r"(?:demands|conditions|requests|terms|points|list|package|ultimatum)\b",
    re.IGNORECASE,
)
_ONE = re.compile(
    r"\b(?:this|that|the|its|their|his|her|our|my)(?: (?:same|earlier|previous|original|old))? "
    r"(?:demand|condition|request|call|appeal|plea|requirement|precondition)\b",
    re.IGNORECASE,
)
_POINTED_AT = re.compile(
    r"\b(?:this|that|these|those|the same|such an?) ([^\W\d_]+)", re.IGNORECASE
)
_ORDINALS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4, "last": -1}
_ITEM = re.compile(
    rf"\bthe ({'|'.join(_ORDINALS)}) (?:of (?:these|those|them|the (?:two|three|four|five))|"
    r"(?:point|item|demand|condition))\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\W*(?:that|this|it|these|those|them)\b", re.IGNORECASE)
_LIMIT = re.compile(
    r"\b(?:floor|ceiling|minimum|maximum|bottom line|go below|opening bid|not one less|no less)\b",
    re.IGNORECASE,
)


def speaks_of_several(words: str) -> bool:
    """Tell whether words speak of demands made before.

    >>> speaks_of_several("these demands as final"), speaks_of_several("demands for bread")
    (True, False)
    """
    return _SEVERAL.search(words) is not None


def speaks_of_one(words: str, asking: Asked) -> bool:
    """Tell whether words speak of a demand made before, and of nothing else: "that condition".

    So does what asks nothing by itself: "I no longer insist on that".

    >>> from tracktwo.reading.substance import asked
    >>> [speaks_of_one(w, asked(w)) for w in ("that condition", "we insist on it", "a bridge")]
    [True, True, False]
    """
    return (not asking.core and not asking.amounts) or _ONE.search(words) is not None


def pointed_at(words: str) -> list[str]:
    """Give the things that words point back at, as `Asked.core` has them: "half of that debt".

    >>> pointed_at("a reduction of that interest by half")
    ['intere']
    """
    return [meaning(stem(match[1])) for match in _POINTED_AT.finditer(words)]


def which_item(words: str) -> int | None:
    """Give which item of a list words point at, from 0; -1 for the last, None for none.

    >>> which_item("the second of these"), which_item("the last point"), which_item("a second pier")
    (1, -1, None)
    """
    found = _ITEM.search(words)
    return None if found is None else _ORDINALS[found[1].lower()]


def opens_with_pronoun(words: str) -> bool:
    """Tell whether words begin with what they are about: called "that a red line".

    >>> opens_with_pronoun("that a red line"), opens_with_pronoun("the border a red line")
    (True, False)
    """
    return _PRONOUN.match(words) is not None


def sets_a_limit(words: str) -> bool:
    """Tell whether words call an amount the least or the most: "Forty is the floor".

    >>> sets_a_limit("Forty is the floor, not an opening bid")
    True
    """
    return _LIMIT.search(words) is not None
