"""If one party took on another, who would help whom, and would it be worth while?

Contests of the spatial model of politics in KTAB: Wise, Lester and Efird, "Multi-dimensional
bargaining using KTAB", KAPSARC 2015; its source, SMPState::probEduChlg, Actor::vProbLittle and
Actor::thirdPartyVoteSU.
"""

from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from tracktwo.analyses.kernels.votes import Voting, votes

Array: TypeAlias = NDArray[np.float64]
Commitment: TypeAlias = Literal["none", "semi", "full"]

_FAINTEST = 1e-14  # the strength of a side that nobody joins


Worths: TypeAlias = tuple[Array, Array, Array]


def chances(weight: Array, worths: Worths, voting: Voting, commitment: Commitment) -> Array:
    """Give the chance that each party would win against each other one.

    Both principals bring the vote of what is at stake for them. Each third party looks at the
    little contest of the two and itself, and votes by what it would have from joining the first
    side rather than the second. Who loses adopts the winner's position. Under semi commitment a
    third party keeps its own position when its side wins and adopts the winner's when its side
    loses: with p the chance of the first, that comes to p (own − ours) − (1 − p) (own − theirs).

    Under full commitment a third party adopts the winner's position in any case, under none it
    always keeps its own. Either way it has the same from both sides, and stays out: so it is in
    KTAB, which reckons with one and the same p for both.

    Parameters
    ----------
    weight : float, shape (…, n)
        Share of all capability x salience.
    worths : tuple of three float, shapes that broadcast to (…, n, n, n)
        Ours, theirs and own. Entry (i, j, k): what the position of i, that of j and k's own are
        worth to k, in the eyes of whoever judges the contest that i opens against j.
    voting : str
        See `votes`; under "asym-prop" the party that opens is the one that challenges.
    commitment : "none", "semi", "full"
        Of third parties.

    Returns
    -------
    float, shape (…, n, n)
        Entry (i, j): the chance of i against j.

    Notes
    -----
    O(n³) a draw.

    Examples
    --------
    >>> ours, theirs = np.zeros((2, 2, 2)), np.zeros((2, 2, 2))
    >>> ours[0, 1], theirs[0, 1] = [1.0, 0.4], [0.4, 1.0]
    >>> worths = ours, theirs, np.ones((2, 2, 2))
    >>> one = chances(np.array([0.75, 0.25]), worths, "proportional", "semi")
    >>> round(float(one[0, 1]), 3)
    0.75
    """
    ours, theirs, own = worths
    parties = weight.shape[-1]
    who = np.eye(parties, dtype=np.bool_)
    principal = who[:, np.newaxis, :] | who[np.newaxis, :, :]  # (i, j, k): k is i or j
    heard = weight[..., np.newaxis, np.newaxis, :]
    vote = heard * votes(voting, ours - theirs)
    first, second = (each + _FAINTEST for each in _sides(np.where(principal, vote, 0.0)))
    if commitment != "semi":
        return np.asarray(first / (first + second))
    little_first = first[..., np.newaxis] + np.maximum(vote, 0.0)
    little = little_first / (little_first + second[..., np.newaxis] + np.maximum(-vote, 0.0))
    stake = little * (own - ours) - (1 - little) * (own - theirs)
    more_first, more_second = _sides(np.where(principal, 0.0, heard * votes(voting, stake)))
    return np.asarray((first + more_first) / (first + more_first + second + more_second))


def _sides(vote: Array) -> tuple[Array, Array]:
    """Add up who votes for the first party and who for the second."""
    return np.maximum(vote, 0.0).sum(axis=-1), np.maximum(-vote, 0.0).sum(axis=-1)


def gains(chance: Array, own: Array, theirs: Array, care: Array) -> Array:
    """Give what each party may expect from challenging each other one.

    Where the other does not care, it gives in; where it cares, there is a contest. Against that
    stands what both positions are worth as they are.

    Parameters
    ----------
    chance : float, shape (…, n, n)
        Of i against j, in the eyes of i.
    own : float, shape (…, n)
        What its own position is worth to i.
    theirs : float, shape (…, n, n)
        What the position of j is worth to i.
    care : float, shape (…, n)
        Salience of j, added up over its dimensions; from 0 to 1.

    Returns
    -------
    float, shape (…, n, n)
        Entry (i, j): the expected gain of i from challenging j.

    Examples
    --------
    >>> chance, theirs = np.array([[0.5, 0.75], [0.25, 0.5]]), np.array([[1.0, 0.4], [0.4, 1.0]])
    >>> gains(chance, np.ones(2), theirs, np.array([1.0, 1.0])).round(2).tolist()
    [[0.0, 0.3], [-0.3, 0.0]]
    """
    mine = own[..., :, np.newaxis]
    contest = 2 * (chance * mine + (1 - chance) * theirs)
    caring = care[..., np.newaxis, :]
    return (1 - caring) * 2 * mine + caring * contest - (mine + theirs)
