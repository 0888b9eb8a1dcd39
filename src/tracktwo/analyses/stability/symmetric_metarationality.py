"""Symmetric metarationality: an answer deters if there is no escape from it."""

from tracktwo.analyses.stability.bitsets import Bits
from tracktwo.analyses.stability.view import View


def sanctions(view: View, state: int, improvement: int) -> Bits:
    """Give the states with which the opponents can deter an improvement for good.

    As general metarationality, and from the deterring state every move of the party itself
    still ends at a state that is not better than where it started (Howard 1971 [1]_).

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
    .. [1] Howard, *Paradoxes of Rationality: Theory of Metagames and Political Behavior*,
       MIT Press, 1971.
    """
    return view.inescapable(state, view.answered(improvement))
