"""In what does a repeat differ from the first telling of a demand? Compared word by word."""

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


def _folded(words: list[re.Match[str]]) -> list[str]:
    return [word[0].casefold() for word in words]


def _tells(words: list[re.Match[str]]) -> bool:
    return any(word not in _COMMON for word in _folded(words))


def _run(text: str, words: list[re.Match[str]]) -> str:
    return text[words[0].start() : words[-1].end()]
