"""Coalition stability: can some parties together improve on a state, and would that last?"""

from collections.abc import Iterable, Sequence
from itertools import combinations

from tracktwo.analyses.stability.bitsets import Bits, legal_reach
from tracktwo.analyses.stability.relations import Relations
from tracktwo.analyses.stability.view import View


def coalition_view(
    relations: Relations, coalition: Sequence[int], allowed: Iterable[Sequence[int]]
) -> View:
    """Give the view of a coalition H.

    It can go wherever legal sequences of its members lead, and would go where every member is
    better off (Kilgour, Hipel, Fang and Peng 2001 [1]_). A state deters when some member is no
    better off there than at the start. Opponents answer by moves of single parties outside H;
    credibly, by improvements of allowed coalitions outside H, none twice in a row (Inohara and
    Hipel 2008 [2]_). A coalition of one has the view of its party when only single parties are
    allowed and its moves are not composed.

    Parameters
    ----------
    relations : Relations
        The model.
    coalition : sequence of int
        Members of H.
    allowed : iterable of sequence of int
        Coalitions that may act; single parties always may.

    Returns
    -------
    View
        `who` names the coalitions behind the rows of `improving`.

    References
    ----------
    .. [1] Kilgour, Hipel, Fang and Peng, "Coalition analysis in group decision support",
       *Group Decision and Negotiation* 10, 2001, 159-175.
    .. [2] Inohara and Hipel, "Coalition analysis in the graph model for conflict resolution",
       *Systems Engineering* 11, 2008, 343-359.
    """
    outside = [party for party in range(relations.parties) if party not in coalition]
    singles = [(party,) for party in range(relations.parties)]
    acting = sorted({*singles, *(tuple(sorted(each)) for each in allowed)}, key=_by_size)
    against = [each for each in acting if not set(each) & set(coalition)]
    reach = joint_reach(relations, coalition)
    return View(
        reach=reach,
        leaves=_improving(relations, coalition, reach),
        hurts=_hurting(relations, coalition),
        answers=tuple(relations.moves[party] for party in outside),
        improving=tuple(
            _improving(relations, each, joint_reach(relations, each)) for each in against
        ),
        who=tuple(against),
        movers=tuple((party,) for party in outside),
    )


def all_coalitions(parties: int) -> tuple[tuple[int, ...], ...]:
    """Give every coalition, single parties first.

    >>> all_coalitions(2)
    ((0,), (1,), (0, 1))
    """
    return tuple(
        members for size in range(1, parties + 1) for members in combinations(range(parties), size)
    )


def joint_reach(relations: Relations, coalition: Sequence[int]) -> tuple[Bits, ...]:
    """Give where legal sequences of a coalition's members lead, other than back."""
    steps = [relations.moves[party] for party in coalition]
    if len(steps) == 1:
        return steps[0]
    return tuple(legal_reach(state, steps) & ~(1 << state) for state in range(relations.states))


def _by_size(coalition: tuple[int, ...]) -> tuple[int, tuple[int, ...]]:
    return len(coalition), coalition


def _improving(
    relations: Relations, coalition: Sequence[int], reach: Sequence[Bits]
) -> tuple[Bits, ...]:
    found = list(reach)
    for party in coalition:
        found = [bits & better for bits, better in zip(found, relations.better[party], strict=True)]
    return tuple(found)


def _hurting(relations: Relations, coalition: Sequence[int]) -> tuple[Bits, ...]:
    """Give for each state those that are known not to be better for some member."""
    found = [0] * relations.states
    for party in coalition:
        for state, (better, unknown) in enumerate(
            zip(relations.better[party], relations.unknown[party], strict=True)
        ):
            found[state] |= relations.every & ~(better | unknown)
    return tuple(found)
