"""Which red lines exclude each other?"""

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations, product
from typing import TypeAlias

Lines: TypeAlias = int  # a set of red lines: bit i stands for line i

MOST_CONFLICTS = 1_000


def conflicts(
    crossings: Iterable[Lines], must: Lines, others: Sequence[Lines], at_least: int
) -> tuple[tuple[Lines, ...], bool]:
    """List the smallest sets of red lines that leave no package acceptable.

    A set of red lines is a conflict when no package would be acceptable even if every other
    red line were dropped. It is minimal when no part of it is a conflict: then dropping any
    one of its lines resolves it. With everyone having to accept, these are the minimal sets
    that hit the crossed lines of every package (minimal unsatisfiable sets are minimal hitting
    sets: Reiter 1987 [1]_), computed package by package (Berge 1989 [2]_). Where only so many
    of the others have to accept, a package is refused also by lines of so many others that too
    few are left.

    Parameters
    ----------
    crossings : iterable of int
        For each package, the set of red lines that it crosses.
    must : int
        The red lines of the parties that have to accept.
    others : sequence of int
        The red lines of each other party.
    at_least : int
        How many of the others have to accept.

    Returns
    -------
    sets : tuple of int
        Minimal conflicts by size, then by their lines. The one empty set where there is no
        package at all; no set where some package is acceptable.
    complete : bool
        Whether these are all. Where more than `MOST_CONFLICTS` would have to be held at once,
        they are all those of as many lines as that allows.

    References
    ----------
    .. [1] Reiter, "A theory of diagnosis from first principles", *Artificial Intelligence* 32,
       1987, 57-95.
    .. [2] Berge, *Hypergraphs*, 1989, chapter 2.

    Examples
    --------
    Lines 0 and 1; the first package crosses line 0, the second line 1, the third both.

    >>> conflicts([0b01, 0b10, 0b11], must=0b11, others=[], at_least=0)
    ((3,), True)
    """
    refused_by = [_refusals(crossed, must, others, at_least) for crossed in smallest(crossings)]
    all_lines = must
    for lines in others:
        all_lines |= lines
    found: list[Lines] = []
    for size in range(all_lines.bit_count() + 1):
        sets, complete = _hitting_sets(refused_by, size)
        if sets is None:
            return tuple(found), False
        found = sorted(sets, key=_by_size_then_lines)
        if complete:
            break
    return tuple(found), True


def conflicts_by_search(
    every: Lines, uncrossed: Callable[[Lines], Lines | None]
) -> tuple[tuple[Lines, ...], tuple[Lines, ...], bool]:
    """List the smallest sets of red lines that exclude each other, by asking whether there is room.

    The smallest sets to drop are collected one by one; the smallest sets that hit all of them are
    the conflicts as soon as none of these leaves room (duality: Reiter 1987 [1]_; Liffiton and
    Sakallah 2008 [2]_).

    Parameters
    ----------
    every : int
        All red lines, in force at once.
    uncrossed : callable
        Of a set of lines in force: None where no package is acceptable; otherwise a set of lines,
        among them these, with which some package still is.

    Returns
    -------
    sets, drops : tuple of int
        Minimal conflicts, and minimal sets of lines to drop, each by size, then by their lines.
        No set where there is room.
    complete : bool
        Whether these are all; if not, they are all conflicts of as few lines as `MOST_CONFLICTS`
        allows, and some of the drops.

    References
    ----------
    .. [1] Reiter, "A theory of diagnosis from first principles", *Artificial Intelligence* 32,
       1987, 57-95.
    .. [2] Liffiton and Sakallah, "Algorithms for computing minimal unsatisfiable subsets of
       constraints", *Journal of Automated Reasoning* 40, 2008, 1-33.

    Examples
    --------
    Two lines that exclude each other, and a third one that never matters:

    >>> conflicts_by_search(0b111, lambda lines: None if lines & 0b11 == 0b11 else lines | 0b100)
    ((3,), (1, 2), True)
    """
    drops: list[Lines] = []
    closed: set[Lines] = set()
    found: list[Lines] = []
    for size in range(every.bit_count() + 1):
        while True:
            sets, complete = _hitting_sets([_singly(lines) for lines in drops], size)
            if sets is None:
                return tuple(found), tuple(sorted(drops, key=_by_size_then_lines)), False
            open_ = (lines for lines in sets if lines not in closed)
            roomy = _first_with_room(open_, closed, uncrossed)
            if roomy is None:
                break
            drops.append(every & ~_grown(every, roomy, uncrossed))
        found = sorted(sets, key=_by_size_then_lines)
        if complete:
            break
    if drops == [0]:
        return (), (), True
    return tuple(found), tuple(sorted(drops, key=_by_size_then_lines)), True


def _singly(lines: Lines) -> list[Lines]:
    return [1 << line for line in members(lines)]


def _first_with_room(
    sets: Iterable[Lines], closed: set[Lines], uncrossed: Callable[[Lines], Lines | None]
) -> Lines | None:
    """Find a set that leaves room; remember those that do not."""
    for lines in sets:
        grown = uncrossed(lines)
        if grown is not None:
            return grown
        closed.add(lines)
    return None


def _grown(every: Lines, lines: Lines, uncrossed: Callable[[Lines], Lines | None]) -> Lines:
    """Put as many lines in force as leave room."""
    for line in members(every & ~lines):
        if not lines >> line & 1:
            lines = uncrossed(lines | 1 << line) or lines
    return lines


def members(lines: Lines) -> list[int]:
    """List the numbers of the lines in a set.

    Examples
    --------
    >>> members(0b101)
    [0, 2]
    """
    return [i for i in range(lines.bit_length()) if lines >> i & 1]


def _refusals(crossed: Lines, must: Lines, others: Sequence[Lines], at_least: int) -> list[Lines]:
    """List the smallest sets of red lines each of which refuses a package by itself."""
    singly = [1 << line for line in members(crossed & must)]
    too_many = len(others) - at_least + 1
    refusing = [members(crossed & lines) for lines in others if crossed & lines]
    jointly = [
        sum(1 << line for line in one_each)
        for parties in combinations(refusing, too_many)
        for one_each in product(*parties)
    ]
    return singly + jointly


def _hitting_sets(
    refused_by: Sequence[Sequence[Lines]], size: int
) -> tuple[list[Lines] | None, bool]:
    """List the minimal sets of at most `size` lines that refuse every package, if not too many.

    The flag says whether no larger set was left out.
    """
    sets: list[Lines] = [0]
    complete = True
    for refusals in refused_by:
        hitting = {lines for lines in sets if any(one & ~lines == 0 for one in refusals)}
        widened = {lines | one for lines in sets if lines not in hitting for one in refusals}
        minimal = smallest(hitting | widened)
        sets = [lines for lines in minimal if lines.bit_count() <= size]
        complete = complete and len(sets) == len(minimal)
        if len(sets) > MOST_CONFLICTS:
            return None, False
    return sets, complete


def smallest(sets: Iterable[Lines]) -> list[Lines]:
    """Keep the sets that hold no other of them, smaller ones first.

    Examples
    --------
    >>> smallest([0b111, 0b010, 0b101])
    [2, 5]
    """
    kept: list[Lines] = []
    for lines in sorted(set(sets), key=_by_size_then_lines):
        if not any(part & ~lines == 0 for part in kept):
            kept.append(lines)
    return kept


def _by_size_then_lines(lines: Lines) -> tuple[int, list[int]]:
    return lines.bit_count(), members(lines)
