"""Nash stability: nothing deters, so whoever can improve does."""

from tracktwo.analyses.stability.bitsets import Bits
from tracktwo.analyses.stability.view import View


def sanctions(view: View, state: int, improvement: int) -> Bits:
    """Give nothing: at a Nash-stable state there is no improvement to deter.

    A state is Nash-stable (rational, R) for a party when it has no unilateral improvement from
    it (Nash 1950 [1]_; as a
    graph, Fang, Hipel and Kilgour 1993 [2]_, chapter 3). A state that ties is no improvement.

    Parameters
    ----------
    view : View
        Of the party.
    state, improvement : int
        Where it stands, and where it would go.

    Returns
    -------
    Bits
        0.

    References
    ----------
    .. [1] Nash, "Equilibrium points in n-person games", *Proceedings of the National Academy
       of Sciences* 36, 1950, 48-49.
    .. [2] Fang, Hipel and Kilgour, *Interactive Decision Making: The Graph Model for Conflict
       Resolution*, Wiley, 1993.
    """
    del view, state, improvement
    return 0
