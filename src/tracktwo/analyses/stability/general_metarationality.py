"""General metarationality: any answer of the others may deter."""

from tracktwo.analyses.stability.bitsets import Bits
from tracktwo.analyses.stability.view import View


def sanctions(view: View, state: int, improvement: int) -> Bits:
    """Give the states with which the opponents can deter an improvement.

    A state s is GMR-stable for a party when, for each improvement s1, the opponents have a legal
    sequence of moves from s1 to a state that is not better for the party than s, whatever it
    does to themselves (Howard 1971 [1]_). A tie deters.

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
    return view.answered(improvement) & view.hurts[state]
