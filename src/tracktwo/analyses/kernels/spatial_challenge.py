"""Whom does each party challenge, and with what chance in the eyes of either?"""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from tracktwo.analyses.kernels.spatial_contest import chances, gains
from tracktwo.analyses.kernels.spatial_setting import Parties, Rules

Array: TypeAlias = NDArray[np.float64]

_WORTH_WHILE = 1e-5  # a gain of less tempts nobody
_SAME = 1e-6  # gains no further apart than this are a tie


@dataclass(frozen=True, slots=True, eq=False)
class Challenges:
    """Who turns to whom.

    Attributes
    ----------
    opens : bool, shape (…, n)
        Whether a party challenges anyone.
    target : intp, shape (…, n)
        Whom; itself where it challenges nobody.
    chances : tuple of float, shape (…, n)
        Of its victory: in its own eyes, and where the rules ask for it in those of the other.
    """

    opens: NDArray[np.bool_]
    target: NDArray[np.intp]
    chances: tuple[Array, ...]


def challenges(parties: Parties, worth: Array, rules: Rules) -> Challenges:
    """Let each party turn to the one from which it expects most, if that is more than 10^-5.

    Of expected gains within 10^-6 of the best, the first in the order of the parties counts.

    Parameters
    ----------
    parties : Parties
        Shapes as there.
    worth : float, shape (…, n, n, n)
        Entry (h, k, j): in the eyes of h, what the position of j is worth to k.
    rules : Rules
        The open choices.

    Returns
    -------
    Challenges
        Shapes as there.

    Notes
    -----
    O(n³) a draw. KTAB's source, SMPState::bestChallenge.

    Examples
    --------
    >>> half, place = np.full((2, 1), 0.5), np.array([[0.0], [1.0]])
    >>> two = Parties(np.array([0.75, 0.25]), half, place, place)
    >>> worth = np.broadcast_to(np.eye(2), (2, 2, 2))
    >>> found = challenges(two, worth, Rules())
    >>> found.opens.tolist(), found.target.tolist(), found.chances[0].round(3).tolist()
    ([True, True], [1, 0], [0.75, 0.25])
    """
    seat = np.arange(parties.share.shape[-1])
    care = parties.salience.sum(axis=-1)
    weight = parties.share * care
    own = np.einsum("...hkk->...hk", worth)
    home = np.einsum("...hkh->...hk", worth)  # what h thinks its own position is worth to k
    here, there = home[..., :, np.newaxis, :], np.swapaxes(worth, -1, -2)
    worths = here, there, own[..., :, np.newaxis, :]
    in_own_eyes = chances(weight, worths, rules.voting, rules.third_parties)
    mine = np.einsum("...hhh->...h", worth)
    gain = gains(in_own_eyes, mine, np.einsum("...hhj->...hj", worth), care)
    gain[..., seat, seat] = -np.inf
    best = gain.max(axis=-1, keepdims=True)
    opens = best[..., 0] > _WORTH_WHILE
    target = np.where(opens, np.argmax(gain >= best - _SAME, axis=-1), seat)
    views = [in_own_eyes]
    if rules.bargains != "initiator":
        there, here = home[..., np.newaxis, :, :], np.moveaxis(worth, -1, -3)
        worths = here, there, own[..., np.newaxis, :, :]
        views.append(chances(weight, worths, rules.voting, rules.third_parties))
    at_target = (np.take_along_axis(view, target[..., np.newaxis], axis=-1) for view in views)
    return Challenges(opens, target, tuple(each[..., 0] for each in at_target))
