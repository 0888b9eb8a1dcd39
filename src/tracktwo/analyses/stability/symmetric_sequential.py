"""Symmetric sequential stability: credible answers from which there is no escape."""

from tracktwo.analyses.stability.bitsets import Bits
from tracktwo.analyses.stability.view import View


def sanctions(view: View, state: int, improvement: int) -> Bits:
    """Give the states with which the opponents can credibly deter an improvement for good.

    As sequential stability, and from the deterring state every move of the party itself still
    ends at a state that is not better than where it started (Rêgo and Vieira 2017 [1]_).

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
    .. [1] Rêgo and Vieira, "Symmetric sequential stability in the graph model for conflict
       resolution with multiple decision makers", *Group Decision and Negotiation* 26, 2017,
       775-792.
    """
    return view.inescapable(state, view.answered_improving(improvement))
