"""Do two statements ask the same, and in what do they differ? Compared by their content words."""

import re
from difflib import SequenceMatcher

from tracktwo.reading.reading import Repeat
from tracktwo.reading.statement import Statement

_WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")
_COMMON = frozenset(
    {"a", "an", "the", "and", "or", "of", "to", "in", "on", "for", "from", "by", "with", "at", "as",
     "its", "it", "their", "his", "her", "our", "any", "all", "that", "this", "these", "those",
     "be", "is", "are", "was", "were", "been", "would", "should", "must", "not", "no", "into",
     "than", "more", "also", "such", "both", "each", "who", "which", "there", "before", "after",
     "until"}
)  # fmt: skip


def content_words(text: str) -> frozenset[str]:
    """Give the words of a text by which demands are compared: folded, without common ones.

    >>> sorted(content_words("A halt to the alliance’s expansion"))
    ['alliance', 'expansion', 'halt']
    """
    words = (re.sub(r"[’']s?$", "", word.casefold()) for word in _WORD.findall(text))
    return frozenset(_stem(word) for word in words if word not in _COMMON and len(word) > 1)


def same_demand(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two sets of content words ask the same: the smaller lies mostly in the larger.

    Six tenths of the smaller set, two words at least, or all of a set of one; and a quarter of
    both together.

    >>> same_demand(frozenset({"troop", "leave", "valley"}), frozenset({"leave", "valley"}))
    True
    """
    shared = len(one & other)
    smaller = min(len(one), len(other))
    if not smaller or shared < min(2, smaller):
        return False
    return shared * 10 >= smaller * 6 and shared * 4 >= len(one | other)


def repeat(first: Statement, later: Statement) -> Repeat:
    """Give what a later statement of a demand leaves out of the first, and what it adds.

    Runs of words, as each wrote them; case, punctuation and runs of common words alone do not
    count.
    """
    one, other = list(_WORD.finditer(first.quote)), list(_WORD.finditer(later.quote))
    matcher = SequenceMatcher(None, _folded(one), _folded(other), autojunk=False)
    changes = [change[1:] for change in matcher.get_opcodes() if change[0] != "equal"]
    dropped = [_run(first.quote, one[i:j]) for i, j, _, _ in changes if _tells(one[i:j])]
    added = [_run(later.quote, other[k:m]) for _, _, k, m in changes if _tells(other[k:m])]
    return Repeat(later.id, tuple(dropped), tuple(added))


def _stem(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def _folded(words: list[re.Match[str]]) -> list[str]:
    return [word[0].casefold() for word in words]


def _tells(words: list[re.Match[str]]) -> bool:
    return any(word not in _COMMON for word in _folded(words))


def _run(text: str, words: list[re.Match[str]]) -> str:
    return text[words[0].start() : words[-1].end()]
