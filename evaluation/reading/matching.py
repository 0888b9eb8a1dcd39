"""Which found span answers which gold span? One to one, where they overlap enough."""

from collections.abc import Callable, Sequence

from evaluation.reading.gold import Hull

ENOUGH = 0.5

Quality = Callable[[int, int], int]


def overlap(one: Hull, other: Hull) -> float:
    """Give intersection over union of two half-open spans; 0 where they do not meet.

    >>> overlap((0, 10), (5, 15))
    0.3333333333333333
    """
    common = min(one[1], other[1]) - max(one[0], other[0])
    whole = max(one[1], other[1]) - min(one[0], other[0])
    return common / whole if common > 0 else 0.0


def matched(gold: Sequence[Hull], found: Sequence[Hull], quality: Quality) -> dict[int, int]:
    """Pair spans one to one so that as many gold spans as can be are answered.

    The pairs that overlap most are taken first, of equal ones that of the higher quality, then
    the earlier; pairs are then exchanged along augmenting paths (C. Berge, 1957) until no more
    gold spans can be answered.

    Returns
    -------
    dict of int to int
        From gold to found, by number.

    Examples
    --------
    >>> matched([(0, 10), (12, 20)], [(0, 9), (12, 20)], lambda g, f: 0)
    {1: 1, 0: 0}
    """
    fitting = sorted(
        (
            (overlap(g, f), quality(i, j), -j, i)
            for i, g in enumerate(gold)
            for j, f in enumerate(found)
            if overlap(g, f) >= ENOUGH
        ),
        reverse=True,
    )
    answer: dict[int, int] = {}
    taken: dict[int, int] = {}
    open_to: dict[int, list[int]] = {}
    for _, _, minus_j, i in fitting:
        open_to.setdefault(i, []).append(-minus_j)
        if i not in answer and -minus_j not in taken:
            answer[i], taken[-minus_j] = -minus_j, i
    for i in range(len(gold)):
        if i not in answer:
            _augment(i, open_to, answer, taken, set())
    return answer


def _augment(
    i: int,
    open_to: dict[int, list[int]],
    answer: dict[int, int],
    taken: dict[int, int],
    seen: set[int],
) -> bool:
    """Answer a gold span by moving others to their next choice, if that can be done."""
    for j in open_to.get(i, []):
        if j in seen:
            continue
        seen.add(j)
        if j not in taken or _augment(taken[j], open_to, answer, taken, seen):
            answer[i], taken[j] = j, i
            return True
    return False
