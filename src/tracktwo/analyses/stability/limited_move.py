"""Limited-move stability: what happens when two parties look h moves ahead?"""

from tracktwo.analyses.stability.bitsets import Bits, members
from tracktwo.analyses.stability.relations import Relations
from tracktwo.errors import StabilityError


def limited_move(relations: Relations, party: int, horizon: int) -> Bits:
    """Give the states that are stable at a horizon for one of two parties.

    From a state, the party may stay or move; then the other may stay or move; and so on, for at
    most `horizon` moves in turn. Each foresees what follows, and moves only to end strictly
    better than by staying (Kilgour 1985 [1]_; Fang, Hipel and Kilgour 1993 [2]_, chapter 4). A
    state is stable when the party stays. Where several moves are foreseen to be equally good,
    all are held possible, and the other party counts with the worst of them.

    Parameters
    ----------
    relations : Relations
        Of two parties.
    party : int
        Who moves first.
    horizon : int
        1 or more; at 1 this is Nash stability.

    Returns
    -------
    Bits
        The stable states.

    Raises
    ------
    StabilityError
        If there are not two parties, or the horizon is below 1.

    References
    ----------
    .. [1] Kilgour, "Anticipation and stability in two-person noncooperative games", in Ward and
       Luterbacher (eds), *Dynamic Models of International Conflict*, Lynne Rienner, 1985, 26-51.
    .. [2] Fang, Hipel and Kilgour, *Interactive Decision Making: The Graph Model for Conflict
       Resolution*, Wiley, 1993.
    """
    if relations.parties != 2 or horizon < 1:
        raise StabilityError(
            f"limited moves are defined for two parties and a horizon of 1 or more; "
            f"there are {relations.parties} parties and a horizon of {horizon}"
        )
    ends: list[list[Bits]] = [[1 << state for state in range(relations.states)]] * 2
    for _ in range(horizon):
        ends = [_look_ahead(relations, mover, ends[1 - mover]) for mover in (0, 1)]
    return sum(1 << state for state, bits in enumerate(ends[party]) if bits == 1 << state)


def _look_ahead(relations: Relations, mover: int, ends: list[Bits]) -> list[Bits]:
    """Give for each state the foreseen final states when the mover is next."""
    return [
        _foreseen(relations, mover, state, [ends[to] for to in members(moves)])
        for state, moves in enumerate(relations.moves[mover])
    ]


def _foreseen(relations: Relations, mover: int, state: int, futures: list[Bits]) -> Bits:
    """Keep the futures whose worst end is best, if that is better than staying."""
    better = relations.better[mover]
    tempting = [future for future in futures if not future & ~better[state]]
    best = [
        future
        for future in tempting
        if not any(_surely_better(better, other, future) for other in tempting)
    ]
    total = 0
    for future in best:
        total |= future
    return total or 1 << state


def _surely_better(better: tuple[Bits, ...], one: Bits, other: Bits) -> bool:
    """Tell whether the worst end of one future beats the worst end of another."""
    return any(not one & ~better[end] for end in members(other))
