"""As things stand, which position would win?"""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from tracktwo.analyses.kernels.coalitions import coalitions
from tracktwo.analyses.kernels.election import elected
from tracktwo.analyses.kernels.spatial_round import attitudes
from tracktwo.analyses.kernels.spatial_setting import Parties, Rules
from tracktwo.analyses.kernels.spatial_utility import distances, utility

Array: TypeAlias = NDArray[np.float64]

_ONE_PLACE = 1e-3  # positions nearer than this count as one


def spatial_chances(parties: Parties, rules: Rules) -> Array:
    """Give the chance of each party's position in an election by all parties.

    Positions nearer to each other than 10^-3 count as one: the first has its chance, the others 0.

    Parameters
    ----------
    parties : Parties
        Shapes as there.
    rules : Rules
        The open choices.

    Returns
    -------
    float, shape (…, n)
        Adds up to 1.

    Notes
    -----
    KTAB's source, SMPState::pDist, which votes by the proportional rule whatever rule was chosen;
    here it is the chosen one.

    Examples
    --------
    >>> place = np.array([[0.0], [1.0], [1.0]])
    >>> three = Parties(np.array([0.5, 0.25, 0.25]), np.full((3, 1), 0.5), place, place)
    >>> spatial_chances(three, Rules()).round(3).tolist()
    [0.5, 0.5, 0.0]
    """
    far = distances(parties.ideal, parties.salience, parties.place)
    worth = utility(far, attitudes(parties.share, far, rules)[..., :, np.newaxis])
    strength = coalitions(parties.share, worth, rules.voting)
    return elected(strength, _first_of_place(parties.place), rules.victory, rules.method)


def _first_of_place(place: Array) -> NDArray[np.bool_]:
    """Mark each party that is not where an earlier marked one is."""
    gap = place[..., :, np.newaxis, :] - place[..., np.newaxis, :, :]
    near = np.sqrt((gap**2).sum(axis=-1)) < _ONE_PLACE
    first = np.ones(place.shape[:-1], dtype=np.bool_)
    for party in range(1, place.shape[-2]):
        first[..., party] = ~(near[..., party, :party] & first[..., :party]).any(axis=-1)
    return first
