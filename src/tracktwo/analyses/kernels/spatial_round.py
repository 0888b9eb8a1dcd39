"""One round of the spatial model of politics: who turns to whom, and where does everyone end up?

The model of KTAB: Wise, Lester and Efird, "Multi-dimensional bargaining using KTAB", KAPSARC 2015;
its source, SMPState::setAllAUtil and SMPState::doBCN.
"""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from tracktwo.analyses.kernels.coalitions import coalitions
from tracktwo.analyses.kernels.election import elected
from tracktwo.analyses.kernels.spatial_challenge import challenges
from tracktwo.analyses.kernels.spatial_offers import Offers, offers
from tracktwo.analyses.kernels.spatial_setting import Parties, Rules
from tracktwo.analyses.kernels.spatial_utility import distances, risk_attitudes, utility

Array: TypeAlias = NDArray[np.float64]

_SAME = 1e-6  # chances no further apart than this are a tie


def spatial_round(parties: Parties, rules: Rules, luck: Array | None = None) -> Array:
    """Let each party challenge one other at most, and settle on one of its bargains.

    1. All positions are put to the vote as if nobody minded risk; the chances give each party its
       attitude to risk. Each sees the others' attitude between its own and theirs.
    2. Each party challenges the one from which it expects most, if that is more than 10^-5.
    3. Both get a bargain (or one from either's view); everyone may also keep its place.
    4. For each party all vote on the bargains that it is part of, by what all positions would be
       worth to them on average. The likeliest is struck, or one drawn by its chance.

    Of gains or chances within 10^-6 of the best, the first in the order of the parties counts:
    among challenges by the party challenged; among bargains the place as it is, then by who opened.

    Parameters
    ----------
    parties : Parties
        Shapes as there.
    rules : Rules
        The open choices.
    luck : float, shape (…, n), optional
        A number from 0 to 1 for each party, to draw its bargain by; without, the likeliest counts.

    Returns
    -------
    float, shape (…, n, D)
        Where each party stands after the round.

    Notes
    -----
    O(n³ (D + 1)) a draw. KTAB differs where two are exactly as good: there the order of the file
    decides.

    Examples
    --------
    >>> half = np.full((2, 1), 0.5)
    >>> two = Parties(np.array([0.75, 0.25]), half, np.array([[0.0], [1.0]]),
    ...               np.array([[0.0], [1.0]]))
    >>> spatial_round(two, Rules()).tolist()
    [[0.1], [0.1]]
    """
    far = distances(parties.ideal, parties.salience, parties.place)
    attitude = attitudes(parties.share, far, rules)
    lean = rules.adjustment
    seen = (1 - lean) * attitude[..., :, np.newaxis] + lean * attitude[..., np.newaxis, :]
    worth = utility(far[..., np.newaxis, :, :], seen[..., np.newaxis])  # viewer, of whom, place
    table = offers(parties, challenges(parties, worth, rules), rules)
    strength = coalitions(parties.share, _values(parties, far, attitude, table), rules.voting)
    chance = elected(strength[..., np.newaxis, :, :], table.party_to, rules.victory, rules.method)
    slot = _likeliest(chance) if luck is None else _drawn(chance, luck)
    return table.place_of(slot, parties.place)


def attitudes(share: Array, far: Array, rules: Rules) -> Array:
    """Give each party's attitude to risk, from an election of all positions by all parties.

    Parameters
    ----------
    share : float, shape (…, n)
        Of all capability.
    far : float, shape (…, n, n)
        How far the position of each is from what each would like, as `distances` gives it.
    rules : Rules
        The open choices.

    Returns
    -------
    float, shape (…, n)
        From -1 to 1.

    Examples
    --------
    >>> attitudes(np.array([0.75, 0.25]), np.array([[0.0, 1.0], [1.0, 0.0]]), Rules()).tolist()
    [1.0, -0.5]
    """
    strength = coalitions(share, 1 - far, rules.voting)
    everyone = np.ones(share.shape, dtype=np.bool_)
    return risk_attitudes(elected(strength, everyone, rules.victory, rules.method), rules.risk)


def _values(parties: Parties, far: Array, attitude: Array, table: Offers) -> Array:
    """Give what all positions are worth to each voter on average: as they are, and by bargain."""
    bent = attitude[..., :, np.newaxis]
    now = utility(far, bent)
    total = now.sum(axis=-1, keepdims=True)
    left = np.broadcast_to(table.other[..., np.newaxis, :], (*now.shape[:-1], len(table.opener)))
    lost = now[..., table.opener] + np.take_along_axis(now, left, axis=-1)
    for_opener, for_other = (
        utility(distances(parties.ideal, parties.salience, places), bent)
        for places in (table.opener_place, table.other_place)
    )
    values = np.concatenate([total, total - lost + for_opener + for_other], axis=-1)
    return np.asarray(values / far.shape[-1])


def _likeliest(chance: Array) -> NDArray[np.intp]:
    best = chance.max(axis=-1, keepdims=True)
    return np.asarray(np.argmax(chance >= best - _SAME, axis=-1), dtype=np.intp)


def _drawn(chance: Array, luck: Array) -> NDArray[np.intp]:
    """Give the first bargain at which the chances add up to more than the luck of each party."""
    reached = np.cumsum(chance, axis=-1) > luck[..., np.newaxis]
    reached[..., -1] |= ~reached.any(axis=-1)
    return np.asarray(np.argmax(reached & (chance > 0), axis=-1), dtype=np.intp)
