"""Rankings told apart by one thing only: which states lie below one state, and which above."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import combinations
from math import comb, factorial
from operator import or_
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from tracktwo.analyses.stability.bitsets import Bits, bits_of, members
from tracktwo.errors import StabilityError

Clause: TypeAlias = tuple[Bits, ...]  # ways to deter one improvement: all of one way lie below
Ranking: TypeAlias = tuple[tuple[int, ...], ...]  # best first, ties together
BySize: TypeAlias = tuple[int, ...]  # how many sets of each size, from 0

MOST_BRANCHES = 20_000
_MOST_CLAUSES = 12


@dataclass(frozen=True, slots=True)
class Term:
    """One term of the inclusion-exclusion: a share of all rankings, with its sign.

    `sign` / `over` is the share of the rankings that put the state below all of `states` (and
    these are `over` - 1 states).
    """

    sign: int
    over: int
    states: tuple[int, ...]


def smallest(ways: Iterable[Bits]) -> Clause:
    """Drop the ways that another one makes needless.

    >>> smallest([0b110, 0b010, 0b101])
    (2, 5)
    """
    each = set(ways)
    return tuple(
        sorted(way for way in each if not any(other != way and not other & ~way for other in each))
    )


def union(sets: Iterable[Bits]) -> Bits:
    """Give the states that are in any of some sets."""
    return reduce(or_, sets, 0)


def count_by_sides(clauses: Sequence[Clause], rankings: int) -> int:
    """Count the rankings that put enough states below one state.

    Parameters
    ----------
    clauses : sequence of Clause
        From each, all states of one way have to lie below.
    rankings : int
        How many there are in all: the factorial of the number of states.

    Returns
    -------
    int
        Exact.

    Raises
    ------
    StabilityError
        If the clauses are so entangled that more than `MOST_BRANCHES` cases have to be told
        apart; some dozens of states that are each in a few clauses are no trouble.

    Notes
    -----
    Of all rankings of n states, b! (m - b)! / (m + 1)! of n! put exactly b given ones of m below
    the state. Sets are counted by size: clauses without a state in common multiply, one clause
    alone is all sets but those that hit each of its ways, and others are split on the state that
    stands in most of them.

    Examples
    --------
    Two given states have to lie below, or a third one. One set of one state does, three of two
    and the one of three: 1! 2! + 3 x 2! 1! + 3! of 24 rankings.

    >>> count_by_sides([(0b011, 0b100)], 24)
    14
    """
    needed = frozenset(clause for clause in clauses if clause[:1] != (0,))
    found = _by_size(needed, {})
    most = len(found) - 1
    ways = sum(each * factorial(size) * factorial(most - size) for size, each in enumerate(found))
    return rankings * ways // factorial(most + 1)


def _by_size(clauses: frozenset[Clause], known: dict[frozenset[Clause], BySize]) -> BySize:
    """Count, by size, the sets of states of some clauses that meet them all."""
    if not clauses:
        return (1,)
    if clauses not in known:
        if len(known) >= MOST_BRANCHES:
            raise StabilityError(
                f"{union(way for each in clauses for way in each).bit_count()} states bear on this "
                "verdict in more ways than can be counted exactly; say which states are "
                "impossible, or ask about another concept"
            )
        groups = _apart(clauses)
        if len(groups) > 1:
            known[clauses] = reduce(_times, (_by_size(group, known) for group in groups))
        elif len(clauses) == 1:
            known[clauses] = _any_way(next(iter(clauses)), known)
        else:
            known[clauses] = _split(clauses, known)
    return known[clauses]


def _any_way(clause: Clause, known: dict[frozenset[Clause], BySize]) -> BySize:
    """Leave out the sets of which some state of every way lies above."""
    most = union(clause).bit_count()
    if most == 1:
        return (0, 1)
    every = frozenset(tuple(1 << state for state in members(way)) for way in clause)
    above = _by_size(every, known)
    return tuple(comb(most, size) - above[most - size] for size in range(most + 1))


def _apart(clauses: frozenset[Clause]) -> list[frozenset[Clause]]:
    """Part the clauses into groups that have no state in common."""
    groups: list[tuple[Bits, frozenset[Clause]]] = []
    for clause in clauses:
        states, group = union(clause), frozenset((clause,))
        for other in [each for each in groups if each[0] & states]:
            groups.remove(other)
            states, group = states | other[0], group | other[1]
        groups.append((states, group))
    return [group for _, group in groups]


def _split(clauses: frozenset[Clause], known: dict[frozenset[Clause], BySize]) -> BySize:
    """Let the state that stands in most clauses lie below, and not, and add the two up."""
    states = union(way for clause in clauses for way in clause)
    bit = max(
        (1 << state for state in members(states)),
        key=lambda bit: (sum(any(way & bit for way in clause) for clause in clauses), -bit),
    )
    below = [smallest(way & ~bit for way in clause) for clause in clauses]
    above = [tuple(way for way in clause if not way & bit) for clause in clauses]
    wide = states.bit_count() - 1
    total = (0, *_widened(frozenset(each for each in below if each[0] != 0), wide, known))
    if all(above):
        other = (*_widened(frozenset(above), wide, known), 0)
        total = tuple(one + two for one, two in zip(total, other, strict=True))
    return total


def _widened(
    clauses: frozenset[Clause], wide: int, known: dict[frozenset[Clause], BySize]
) -> BySize:
    """Count as `_by_size`, over so many states: those in no clause may lie on either side."""
    found = _by_size(clauses, known)
    free = wide - (len(found) - 1)
    return _times(found, tuple(comb(free, size) for size in range(free + 1)))


def _times(one: BySize, other: BySize) -> BySize:
    total = [0] * (len(one) + len(other) - 1)
    for at, left in enumerate(one):
        for by, right in enumerate(other):
            total[at + by] += left * right
    return tuple(total)


def terms_of(clauses: Sequence[Clause]) -> tuple[Term, ...]:
    """Give the inclusion-exclusion over improvements that nothing deters.

    It applies where each way to deter is one state below: then an improvement is free in the
    share 1 / (n + 1) of the rankings that puts the state below all n of them.

    Parameters
    ----------
    clauses : sequence of Clause
        As for `count_by_sides`.

    Returns
    -------
    tuple of Term
        () where it does not apply, or has more terms than help anybody.

    Examples
    --------
    >>> [(term.sign, term.over) for term in terms_of([(0b0001, 0b0010), (0b0100, 0b1000)])]
    [(1, 1), (-1, 3), (-1, 3), (1, 5)]
    """
    needed = [clause for clause in clauses if clause[:1] != (0,)]
    if any(way.bit_count() != 1 for clause in needed for way in clause):
        return ()
    sets = smallest(union(clause) for clause in needed)
    if len(sets) > _MOST_CLAUSES:
        return ()
    terms = []
    for size in range(len(sets) + 1):
        for chosen in combinations(sets, size):
            states = tuple(members(union(chosen)))
            terms.append(Term((-1) ** size, len(states) + 1, states))
    return tuple(terms)


def raised(
    worth: NDArray[np.int32], state: int, clauses: Sequence[Clause]
) -> tuple[int | None, Ranking]:
    """Raise a state past one place after another until every improvement is deterred.

    To raise it past others changes one pair for each, and no ranking that brings the same states
    below it changes fewer. A strict ranking stays strict; in one with ties the state comes level
    with the last ones that it needs no better.

    Returns
    -------
    change : int or None
        In how many pairs the ranking differs from the present one; None where nothing helps.
    ranking : tuple of tuple of int
        Best first, ties together; () where nothing helps.
    """
    start = int(worth[state])
    for place in range(start, int(worth.max()) + 1):
        below = bits_of(np.flatnonzero(worth <= place).tolist()) & ~(1 << state)
        if all(any(not way & ~below for way in clause) for clause in clauses):
            passed = int(np.count_nonzero((worth >= start) & (worth <= place))) - 1
            return (passed if place > start else 0), _order(worth, state, place)
    return None, ()


def _order(worth: NDArray[np.int32], state: int, place: int) -> Ranking:
    """Write the ranking with one state raised: past a strict ranking, level with one with ties."""
    strict = len(np.unique(worth)) == len(worth)
    groups: list[tuple[int, ...]] = []
    for value in sorted(set(worth.tolist()), reverse=True):
        tied = [at for at in np.flatnonzero(worth == value).tolist() if at != state]
        if value == place and strict:
            groups.append((state,))
        elif value == place:
            tied = sorted([*tied, state])
        groups.append((*tied,))
    return tuple(group for group in groups if group)
