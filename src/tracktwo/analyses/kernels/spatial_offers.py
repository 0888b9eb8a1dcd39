"""Which bargains lie on the table?"""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from tracktwo.analyses.kernels.spatial_bargain import meeting
from tracktwo.analyses.kernels.spatial_challenge import Challenges
from tracktwo.analyses.kernels.spatial_setting import Parties, Rules

Array: TypeAlias = NDArray[np.float64]
Places: TypeAlias = NDArray[np.intp]


@dataclass(frozen=True, slots=True, eq=False)
class Offers:
    """The bargains of a round: one or two by each party that challenges, in their order.

    Attributes
    ----------
    opener : intp, shape (m,)
        Who made it.
    other : intp, shape (…, m)
        To whom.
    opener_place, other_place : float, shape (…, m, D)
        Where the two would stand.
    party_to : bool, shape (…, n, 1 + m)
        What each party may settle on: slot 0, to stay in its place, always; and the bargains that
        it is part of.
    """

    opener: Places
    other: Places
    opener_place: Array
    other_place: Array
    party_to: NDArray[np.bool_]

    def place_of(self, slot: Places, place: Array) -> Array:
        """Give where each party stands when it settles on a slot."""
        bargain = np.maximum(slot - 1, 0)
        opens = self.opener[bargain] == np.arange(slot.shape[-1])
        picked = bargain[..., np.newaxis]
        moved = np.where(
            opens[..., np.newaxis],
            np.take_along_axis(self.opener_place, picked, axis=-2),
            np.take_along_axis(self.other_place, picked, axis=-2),
        )
        return np.where(slot[..., np.newaxis] == 0, place, moved)


def offers(parties: Parties, found: Challenges, rules: Rules) -> Offers:
    """Turn challenges into bargains.

    Parameters
    ----------
    parties : Parties
        Shapes as there.
    found : Challenges
        Who turns to whom.
    rules : Rules
        The open choices.

    Returns
    -------
    Offers
        m is n, or 2 n where either side makes a bargain. Both parties have it on their table.

    Notes
    -----
    KTAB's source, SMPState::doBCN. For a bargain in the eyes of the other it takes the other's
    view of the expected gain where the chance belongs, and for the other's weight the capability
    of the one who opens; we take the chance, and its own. Its defaults need neither.

    Examples
    --------
    >>> half, place = np.full((2, 1), 0.5), np.array([[0.0], [1.0]])
    >>> two = Parties(np.array([0.75, 0.25]), half, place, place)
    >>> found = Challenges(np.array([True, False]), np.array([1, 1]), (np.array([0.75, 0.25]),))
    >>> table = offers(two, found, Rules())
    >>> table.opener_place[0].tolist(), table.party_to.tolist()
    ([0.1], [[True, True, False], [True, True, False]])
    """
    sides = [_bargains(parties, found.target, chance, rules) for chance in found.chances]
    if rules.bargains == "weighted":
        sides = [_between(sides, parties.share * parties.salience.sum(axis=-1), found.target)]
    party = np.arange(found.opens.shape[-1])
    opener, other = (np.repeat(each, len(sides), axis=-1) for each in (party, found.target))
    real = np.repeat(found.opens, len(sides), axis=-1)
    part = (opener == party[:, np.newaxis]) | (other[..., np.newaxis, :] == party[:, np.newaxis])
    part &= real[..., np.newaxis, :]
    stay = np.ones((*part.shape[:-1], 1), dtype=np.bool_)
    shape = (*other.shape, parties.place.shape[-1])
    firsts, seconds = (np.stack(each, axis=-2).reshape(shape) for each in zip(*sides, strict=True))
    return Offers(opener, other, firsts, seconds, np.concatenate([stay, part], axis=-1))


def _bargains(parties: Parties, target: Places, chance: Array, rules: Rules) -> tuple[Array, Array]:
    """Give where each party and its target would meet, by a chance of victory."""
    picked = target[..., np.newaxis]
    mine = parties.place, parties.salience
    place, salience = (np.take_along_axis(each, picked, axis=-2) for each in mine)
    return meeting(mine, (place, salience), chance, rules.vectors)


def _between(
    sides: list[tuple[Array, Array]], weight: Array, target: Places
) -> tuple[Array, Array]:
    """Give the mean of the bargains in the eyes of either, by their weights."""
    share = (weight / (weight + np.take_along_axis(weight, target, axis=-1)))[..., np.newaxis]
    (mine, for_other), (theirs, for_them) = sides
    return share * mine + (1 - share) * theirs, share * for_other + (1 - share) * for_them
