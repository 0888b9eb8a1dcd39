"""Which demands raised so far could ask the same? Looked up by their rarest words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tracktwo.reading.substance import Asked, same

_RAREST = 3
_MOST = 64


@dataclass(slots=True)
class DemandIndex:
    """Demands by side and word, each under a number that rises as they are added.

    A look-up compares with the demands of one side that share one of the three words of the
    question that are rarest on that side, of each word with the 64 latest at most. So its cost
    does not grow with the demands that are held; one that shares only words that more than 64
    later demands of its side hold is not found again.
    """

    _held: list[tuple[str, Asked]] = field(default_factory=list)
    _by_word: dict[tuple[str, str], list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, side: str, asking: Asked) -> int:
        """Add a demand of a side; give its number, from 0."""
        number = len(self._held)
        self._held.append((side, asking))
        for word in asking.core:
            self._by_word[side, word].append(number)
        return number

    def alike(self, side: str, asking: Asked, *, latest: bool = False) -> Iterator[int]:
        """Give the numbers of a side's demands that ask the same, rising, or the latest first.

        >>> from tracktwo.reading.substance import asked
        >>> index = DemandIndex()
        >>> index.add("torvay", asked("a seat on the board"))
        0
        >>> list(index.alike("torvay", asked("that it have a seat on the board")))
        [0]
        """
        words = sorted(asking.core)
        rows = [row for word in words if (row := self._by_word.get((side, word))) is not None]
        near = {number for row in sorted(rows, key=len)[:_RAREST] for number in row[-_MOST:]}
        for number in sorted(near, reverse=latest):
            if same(self._held[number][1], asking):
                yield number

    def with_any(self, side: str, words: Iterable[str]) -> set[int]:
        """Give the latest two numbers of a side under each of some words, all together."""
        rows = (self._by_word.get((side, word), [])[-2:] for word in words)
        return {number for row in rows for number in row}

    def latest_with(self, side: str, word: str) -> int | None:
        """Give the latest demand of a side that holds a word (as `Asked.core` has it)."""
        row = self._by_word.get((side, word))
        return row[-1] if row else None
