"""Where did a place in one text stand in the text that it was made from?"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate


@dataclass(frozen=True, slots=True)
class Edit:
    """Put `new` for ``source[start:end]``; an insertion has ``start == end``."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Offsets of an edited text, back to the text that it was made from.

    The map is a list of runs. A run of `kept` text maps one to one. An edited run maps as a
    whole: any place inside it maps to the start of what it replaced when a span starts there,
    and to the end of it when a span ends there. So a span of the edited text always maps to a
    span of the source that covers it.

    Attributes
    ----------
    made : tuple of int
        Where each run starts in the edited text, rising from 0.
    source : tuple of int
        Where each run starts in the source, rising from 0.
    kept : tuple of bool
        Whether the run stands unchanged in both.
    """

    made: tuple[int, ...] = (0,)
    source: tuple[int, ...] = (0,)
    kept: tuple[bool, ...] = (True,)
    source_ends: tuple[int, ...] = ()

    def start(self, offset: int) -> int:
        """Give the place in the source at which a span starting at `offset` starts."""
        run = bisect_right(self.made, offset) - 1
        return self.source[run] + (offset - self.made[run] if self.kept[run] else 0)

    def end(self, offset: int) -> int:
        """Give the place in the source at which a span ending at `offset` ends."""
        if offset == 0:
            return 0
        run = bisect_right(self.made, offset - 1) - 1
        if self.kept[run]:
            return self.source[run] + offset - self.made[run]
        return self.source_ends[run]

    def forward(self, offset: int) -> int:
        """Give the first place in the edited text that stands at or after `offset` in the source.

        The end of the text, where nothing of it does.

        >>> edited("plan.According", [Edit(5, 5, " ")])[1].forward(5)
        6
        """
        run = max(0, bisect_right(self.source, offset) - 1)
        if not self.kept[run]:
            return self.made[run]
        within = min(offset, self.source_ends[run]) if self.source_ends else offset
        return self.made[run] + max(0, within - self.source[run])

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give the span of the source that covers ``[start, end)`` of the edited text."""
        first = self.start(start)
        return first, max(first, self.end(end))


IDENTITY = OffsetMap()


def composed(outer: OffsetMap, inner: OffsetMap, length: int) -> OffsetMap:
    r"""Join two maps into one: a text made from a text that was made from a source.

    A run is kept where both maps keep it. Time O((runs of both) · log(runs of `inner`)).

    Parameters
    ----------
    outer : OffsetMap
        From the last text to the middle one.
    inner : OffsetMap
        From the middle text to the source.
    length : int
        Code points of the last text.

    Returns
    -------
    OffsetMap
        From offsets of the last text to those of the source.

    Examples
    --------
    >>> middle, inner = edited("a\r\nb,c", [Edit(1, 3, "\n")])
    >>> last, outer = edited(middle, [Edit(4, 4, " ")])
    >>> last, composed(outer, inner, len(last)).span(5, 6)
    ('a\nb, c', (5, 6))
    """
    if all(inner.kept) and inner.made == inner.source:
        return outer
    runs: list[tuple[int, int, bool, int]] = []  # made, source, kept, source end
    for run, made in enumerate(outer.made):
        end = outer.made[run + 1] if run + 1 < len(outer.made) else length
        start = outer.source[run]
        if outer.kept[run]:
            runs += _pieces(inner, made, start, start + max(0, end - made))
        else:
            runs.append((made, inner.start(start), False, inner.end(outer.source_ends[run])))
    made_at, source_at, kept, ends = zip(*runs, strict=True)
    return OffsetMap(made_at, source_at, kept, ends)


def _pieces(inner: OffsetMap, made: int, start: int, end: int) -> list[tuple[int, int, bool, int]]:
    """Cut ``[start, end)`` of the middle text where a run of `inner` begins."""
    first = bisect_right(inner.made, start) - 1
    last = max(first, bisect_right(inner.made, end - 1) - 1)
    pieces = []
    for run in range(first, last + 1):
        at = max(start, inner.made[run])
        stop = min(end, inner.made[run + 1]) if run < last else end
        if inner.kept[run]:
            source = inner.source[run] + at - inner.made[run]
            pieces.append((made + at - start, source, True, source + stop - at))
        else:
            pieces.append((made + at - start, inner.source[run], False, inner.source_ends[run]))
    return pieces


def edited(source: str, edits: Iterable[Edit]) -> tuple[str, OffsetMap]:
    """Carry out edits on a text, and keep the way back.

    Edits are taken in order of place; they may touch but not overlap. Time and memory are
    linear in the text and the edits.

    Returns
    -------
    str
        The edited text.
    OffsetMap
        From its offsets to those of `source`.

    Raises
    ------
    ValueError
        If two edits overlap, or one lies outside the text.

    Examples
    --------
    >>> text, back = edited("plan.According", [Edit(5, 5, " ")])
    >>> text, back.span(6, 15)
    ('plan. According', (5, 14))
    """
    pieces: list[tuple[str, int, int, bool]] = []
    at = 0
    for edit in sorted(edits, key=lambda each: (each.start, each.end)):
        if edit.start < at or edit.end < edit.start or edit.end > len(source):
            raise ValueError(f"edit {edit} overlaps the one before it or lies outside the text")
        if edit.start > at:
            pieces.append((source[at : edit.start], at, edit.start, True))
        pieces.append((edit.new, edit.start, edit.end, False))
        at = edit.end
    if at < len(source) or not pieces:
        pieces.append((source[at:], at, len(source), True))
    pieces = [piece for piece in pieces if piece[0]] or [("", 0, len(source), not source)]
    starts = accumulate((len(piece[0]) for piece in pieces[:-1]), initial=0)
    return "".join(piece[0] for piece in pieces), OffsetMap(
        made=tuple(starts),
        source=tuple(piece[1] for piece in pieces),
        kept=tuple(piece[3] for piece in pieces),
        source_ends=tuple(piece[2] for piece in pieces),
    )
