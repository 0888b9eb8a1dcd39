"""Where in a longer text does each word of a shorter one come from?"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from tracktwo.documents.offsets import Edit, OffsetMap, edited

WORD: Final = re.compile(r"\S+")
ANCHOR: Final = 4
"""Words in a row that must be the same, and occur once on either side, to tie two texts."""

Words = Sequence[tuple[str, int, int]]
Pair = tuple[int, int]


def aligned(short: str, long: str) -> OffsetMap:
    r"""Map a text that was drawn from a longer one back to it.

    Words are matched in order. Runs of four words that occur once in each text tie the two
    together (patience alignment, after B. Cohen, 2005: the longest rising chain of ties);
    between ties, words are matched greedily, one by one. What has no match maps to the gap in
    which it would stand. Time O(n log n) in the words of both.

    Parameters
    ----------
    short : str
        The text drawn out, such as the main text of a page.
    long : str
        The text that it was drawn from.

    Returns
    -------
    OffsetMap
        From offsets of `short` to those of `long`; a run is kept only where the characters are
        the same.

    Examples
    --------
    >>> aligned("- a cut", "News\n  a cut\nMore").span(2, 7)
    (7, 12)
    """
    drawn, source = _words(short), _words(long)
    edits = _gaps(short, long, drawn, source, _matches(drawn, source))
    return edited(long, edits)[1]


def _words(text: str) -> Words:
    return [(place.group(), place.start(), place.end()) for place in WORD.finditer(text)]


def _matches(drawn: Words, source: Words) -> Iterator[Pair]:
    """Give pairs of equal words, as numbers of words, rising on both sides."""
    ties = [(-1, -1), *_ties(drawn, source), (len(drawn), len(source))]
    places: dict[str, list[int]] = {}
    for number, (word, _, _) in enumerate(source):
        places.setdefault(word, []).append(number)
    for (d, s), (d_end, s_end) in pairwise(ties):
        if d >= 0:
            yield d, s
        yield from _between(drawn, places, (d + 1, d_end), (s + 1, s_end))


def _between(
    drawn: Words, places: dict[str, list[int]], ours: Pair, theirs: Pair
) -> Iterator[Pair]:
    """Match the words between two ties greedily; a word alone may not jump far ahead."""
    at, end = theirs
    reach = 4 * (ours[1] - ours[0]) + 40
    for number in range(*ours):
        found = places.get(drawn[number][0], [])
        index = bisect_left(found, at)
        if index < len(found) and found[index] < min(end, at + reach):
            yield number, found[index]
            at = found[index] + 1


def _ties(drawn: Words, source: Words) -> list[Pair]:
    """Give the words tied by a run that occurs once on either side, as a rising chain."""
    ours, theirs = _single_runs(drawn), _single_runs(source)
    common = sorted((ours[run], theirs[run]) for run in ours.keys() & theirs.keys())
    starts = _rising([s for _, s in common])
    chain = [common[index] for index in starts]
    tied = {(d + step, s + step) for d, s in chain for step in range(ANCHOR)}
    return _strictly(sorted(tied))


def _single_runs(listed: Words) -> dict[tuple[str, ...], int]:
    runs = [
        tuple(word for word, _, _ in listed[at : at + ANCHOR])
        for at in range(len(listed) - ANCHOR + 1)
    ]
    times = Counter(runs)
    return {run: at for at, run in enumerate(runs) if times[run] == 1}


def _rising(values: Sequence[int]) -> list[int]:
    """Give the indices of a longest strictly rising subsequence (M. Fredman, 1975)."""
    tops: list[int] = []
    tails: list[int] = []
    before: list[int] = []
    for index, value in enumerate(values):
        place = bisect_left(tops, value)
        tops[place : place + 1] = [value]  # replaces one, or adds one at the end
        tails[place : place + 1] = [index]
        before.append(tails[place - 1] if place else -1)
    chain, at = [], tails[-1] if tails else -1
    while at >= 0:
        chain.append(at)
        at = before[at]
    return chain[::-1]


def _strictly(pairs: Sequence[Pair]) -> list[Pair]:
    """Keep the pairs that rise on both sides over all that were kept."""
    kept: list[Pair] = []
    for pair in pairs:
        if not kept or (pair[0] > kept[-1][0] and pair[1] > kept[-1][1]):
            kept.append(pair)
    return kept


def _gaps(
    short: str, long: str, drawn: Words, source: Words, matches: Iterator[Pair]
) -> Iterator[Edit]:
    """Give the edits that put what stands between matched words in the place of what stood."""
    ours = theirs = 0
    for d, s in matches:
        _, start, end = drawn[d]
        _, source_start, source_end = source[s]
        if short[ours:start] != long[theirs:source_start]:
            yield Edit(theirs, source_start, short[ours:start])
        ours, theirs = end, source_end
    if short[ours:] != long[theirs:]:
        yield Edit(theirs, len(long), short[ours:])
