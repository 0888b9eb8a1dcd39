"""Simultaneous stability: two parties leave at once, and neither gets where it wanted."""

from tracktwo.analyses.stability.bitsets import Bits, members
from tracktwo.analyses.stability.concepts import is_stable
from tracktwo.analyses.stability.model import Model
from tracktwo.analyses.stability.party_view import party_view
from tracktwo.analyses.stability.relations import Relations
from tracktwo.errors import StabilityError


def simultaneous(model: Model, relations: Relations, party: int) -> Bits:
    """Give the states that are simultaneously stable for one of two parties.

    A state that is unstable for both (no Nash and no sequential stability) is simultaneously
    stable for a party when every joint change of an improvement of its own and one of the
    other's ends at a state that is not better for it (Fraser and Hipel 1979 [1]_, 1984 [2]_).
    A joint change makes both changes of options at once; one that would end at an impossible
    state cannot take place, and where none can, the state is not simultaneously stable.

    Parameters
    ----------
    model : Model
        Of two parties, in option form.
    relations : Relations
        The same.
    party : int
        Its place.

    Returns
    -------
    Bits
        The stable states.

    Raises
    ------
    StabilityError
        If there are not two parties, or no options to change jointly.

    References
    ----------
    .. [1] Fraser and Hipel, "Solving complex conflicts", *IEEE Transactions on Systems, Man,
       and Cybernetics* 9, 1979, 805-816.
    .. [2] Fraser and Hipel, *Conflict Analysis: Models and Resolutions*, North-Holland, 1984.
    """
    if relations.parties != 2 or not model.levers or model.arcs is not None:
        raise StabilityError(
            "simultaneous stability is defined for two parties whose options, with no states "
            "merged, say what a joint change is"
        )
    views = [party_view(relations, each) for each in (0, 1)]
    place = {code: at for at, code in enumerate(model.codes.tolist())}
    codes = model.codes.tolist()
    found = 0
    for state, code in enumerate(codes):
        if any(is_stable(view, "seq", state) for view in views):
            continue
        ends = {
            code ^ (code ^ codes[one] | code ^ codes[other])
            for one in members(views[0].leaves[state])
            for other in members(views[1].leaves[state])
        }
        joint = [place[end] for end in ends if end in place]
        hurts = views[party].hurts[state]
        if joint and all(hurts >> end & 1 for end in joint):
            found |= 1 << state
    return found
