"""Sequential stability: only answers that the others would want to give deter."""

from tracktwo.analyses.stability.bitsets import Bits
from tracktwo.analyses.stability.view import View


def sanctions(view: View, state: int, improvement: int) -> Bits:
    """Give the states with which the opponents can credibly deter an improvement.

    As general metarationality, but each step of the opponents' sequence is an improvement for
    the one who makes it, over the state just before (Fraser and Hipel 1979 [1]_, 1984 [2]_).

    Parameters
    ----------
    view : View
        Of the party.
    state, improvement : int
        Where it stands, and where it would go.

    Returns
    -------
    Bits
        The deterring states; 0 where the improvement is free.

    References
    ----------
    .. [1] Fraser and Hipel, "Solving complex conflicts", *IEEE Transactions on Systems, Man,
       and Cybernetics* 9, 1979, 805-816.
    .. [2] Fraser and Hipel, *Conflict Analysis: Models and Resolutions*, North-Holland, 1984.
    """
    return view.answered_improving(improvement) & view.hurts[state]
