"""Strength of preference: is a state held by threats that hurt much, or only by some?"""

from dataclasses import replace

from tracktwo.analyses.stability.bitsets import Bits
from tracktwo.analyses.stability.concepts import Concept, stable_states
from tracktwo.analyses.stability.party_view import party_view
from tracktwo.analyses.stability.relations import Relations


def strongly_stable(relations: Relations, party: int, concept: Concept) -> Bits:
    """Give the states that are strongly stable for a party.

    A stable state is strongly stable when every improvement meets a sanction that is much less
    preferred than the state, in the symmetric concepts with no escape to anything else; it is
    weakly stable when it is stable and not strongly (Hamouda, Kilgour and Hipel 2004 [1]_,
    2006 [2]_). A state without improvements is strongly stable. Nash stability does not split:
    its stable states are all given.

    Parameters
    ----------
    relations : Relations
        The model, with `much_worse` given.
    party : int
        Its place.
    concept : str
        One of `CONCEPTS`.

    Returns
    -------
    Bits
        A subset of the stable states.

    References
    ----------
    .. [1] Hamouda, Kilgour and Hipel, "Strength of preference in the graph model for conflict
       resolution", *Group Decision and Negotiation* 13, 2004, 449-462.
    .. [2] Hamouda, Kilgour and Hipel, "Strength of preference in graph models for
       multiple-decision-maker conflicts", *Applied Mathematics and Computation* 179, 2006,
       314-327.
    """
    view = party_view(relations, party)
    return stable_states(replace(view, hurts=relations.much_worse[party]), concept)
