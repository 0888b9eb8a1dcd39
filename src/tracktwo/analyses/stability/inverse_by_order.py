"""Rankings told apart by what one would rather have: where the answers of a party count, too."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from heapq import heappop, heappush
from math import factorial

import numpy as np
from numpy.typing import NDArray

from tracktwo.analyses.stability.bitsets import Bits, members
from tracktwo.analyses.stability.inverse_by_sides import Ranking
from tracktwo.errors import StabilityError

Marks = Mapping[int, Bits]  # by state: those of the states it is compared with that lie above it

MOST_CLASSES = 50_000
MOST_TRIED = 50_000


def count_by_order(
    compared: Mapping[int, Bits], holds: Callable[[Marks], bool], rankings: int
) -> int:
    """Count the rankings under which something holds that depends on some comparisons only.

    Parameters
    ----------
    compared : mapping of state to Bits
        With which others each state is compared.
    holds : callable
        Judges a ranking by its marks: for each state of `compared`, which of those that it is
        compared with lie above it.
    rankings : int
        How many there are in all: the factorial of the number of states.

    Returns
    -------
    int
        Exact.

    Raises
    ------
    StabilityError
        If there are more than `MOST_CLASSES` ways to begin a ranking that have to be told
        apart. Eight states that are all compared with each other stay below that, and so do
        some more where each is compared with a few.

    Notes
    -----
    States are placed from the best down. Beginnings that place the same states and agree in
    their marks are one, with the number of their orders; each set of marks is judged once.

    Examples
    --------
    State 0 is compared with 1, and is below it in half of the 3! rankings.

    >>> count_by_order({0: 0b010}, lambda marks: bool(marks[0]), 6)
    3
    """
    states = sorted({*compared, *(each for bits in compared.values() for each in members(bits))})
    layer: dict[tuple[Bits, tuple[Bits, ...]], int] = {(0, (0,) * len(states)): 1}
    for _ in states:
        following: dict[tuple[Bits, tuple[Bits, ...]], int] = defaultdict(int)
        for (placed, marks), orders in layer.items():
            for at, state in enumerate(states):
                if not placed >> state & 1:
                    mark = placed & compared.get(state, 0)
                    marked = (*marks[:at], mark, *marks[at + 1 :])
                    following[placed | 1 << state, marked] += orders
        if len(following) > MOST_CLASSES:
            raise StabilityError(
                f"the order of {len(states)} states bears on this verdict in more ways than can be "
                "counted exactly; say which states are impossible, or ask about another concept"
            )
        layer = following
    hits = sum(
        orders
        for (_, marks), orders in layer.items()
        if holds(dict(zip(states, marks, strict=True)))
    )
    return hits * (rankings // factorial(len(states)))


def nearest(
    worth: NDArray[np.int32], compared: Mapping[int, Bits], holds: Callable[[Marks], bool]
) -> tuple[int | None, Ranking]:
    """Search the ranking that differs from the present one in the fewest pairs.

    A pair differs when it is judged otherwise: preferred, tied, or the other way round. A strict
    ranking stays strict, which costs no pair more.

    Parameters
    ----------
    worth : int32, shape (n_states,)
        The present ranking, the higher the better.
    compared, holds
        As for `count_by_order`.

    Returns
    -------
    change : int or None
        In how many pairs it differs; None where the first `MOST_TRIED` beginnings, nearest
        first, lead to none.
    ranking : tuple of tuple of int
        Best first, ties together; () where none was found. Of several it is the first in a
        fixed order.

    Notes
    -----
    States that are compared are placed one after another, and of all beginnings the one that has
    changed the fewest pairs goes on. In a strict ranking the others keep their own order and
    stand where they change fewest: two of them never have to change places, since whatever lies
    above the better of them lies above the worse.

    Examples
    --------
    >>> nearest(np.array([2, 1, 0], dtype=np.int32), {0: 0b100}, lambda marks: bool(marks[0]))
    (2, ((1,), (2,), (0,)))
    """
    order = np.argsort(-worth, kind="stable").tolist()
    strict = len(np.unique(worth)) == len(worth)
    related = {*compared, *(each for bits in compared.values() for each in members(bits))}
    states = [state for state in order if state in related or not strict]
    heap: list[tuple[int, bool, Ranking]] = [(0, False, ())]
    for _ in range(MOST_TRIED):
        if not heap:
            break
        cost, whole, ranking = heappop(heap)
        if whole:
            return cost, _among(order, ranking)
        placed = sum(map(len, ranking))
        if placed < len(states):
            for further, more in _placements(ranking, states[placed], worth, strict=strict):
                heappush(heap, (cost + more, False, further))
        elif holds(marks_of(ranking, compared)):
            more = sum(pairs for _, pairs in _gaps(order, ranking).values())
            heappush(heap, (cost + more, True, ranking))
    return None, ()


def marks_of(ranking: Ranking, compared: Mapping[int, Bits]) -> dict[int, Bits]:
    """Give for each state those of the states it is compared with that lie above it.

    >>> marks_of(((2,), (0, 1)), {0: 0b110, 1: 0b101})
    {0: 4, 1: 4}
    """
    above: dict[int, Bits] = {}
    seen = 0
    for tied in ranking:
        above |= dict.fromkeys(tied, seen)
        seen |= sum(1 << state for state in tied)
    return {state: above[state] & others for state, others in compared.items()}


def _placements(
    ranking: Ranking, state: int, worth: NDArray[np.int32], *, strict: bool
) -> Iterator[tuple[Ranking, int]]:
    """Place a state that is ranked no better than any placed one, lowest first, at its cost."""
    size = [len(tied) for tied in ranking]
    level = [sum(bool(worth[each] == worth[state]) for each in tied) for tied in ranking]
    for at in range(len(ranking), -1, -1):
        yield (*ranking[:at], (state,), *ranking[at:]), sum(size[at:]) + sum(level[:at])
        if at and not strict:
            tied = tuple(sorted((*ranking[at - 1], state)))
            unlike = size[at - 1] - level[at - 1]
            cost = sum(size[at:]) + unlike + sum(level[: at - 1])
            yield (*ranking[: at - 1], tied, *ranking[at:]), cost


def _gaps(order: Sequence[int], ranking: Ranking) -> dict[int, tuple[int, int]]:
    """Give for each state left out below how many placed ones it goes, and in how many pairs.

    `order` is the present, strict ranking.
    """
    placed = [state for tied in ranking for state in tied]
    above: set[int] = set()
    found = {}
    for state in order:
        if state in placed:
            above.add(state)
            continue
        costs = [
            sum(each not in above for each in placed[:gap])
            + sum(each in above for each in placed[gap:])
            for gap in range(len(placed) + 1)
        ]
        found[state] = (costs.index(min(costs)), min(costs))
    return found


def _among(order: Sequence[int], ranking: Ranking) -> Ranking:
    """Put the states left out among those placed, in their present order."""
    gaps = _gaps(order, ranking)
    whole: list[tuple[int, ...]] = []
    for at in range(len(ranking) + 1):
        whole += [(state,) for state in order if state in gaps and gaps[state][0] == at]
        whole += ranking[at : at + 1]
    return tuple(whole)
