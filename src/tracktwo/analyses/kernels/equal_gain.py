"""Who trades what with whom, when both gain alike?

Exchange of voting positions: Stokman and Van Oosten, "The exchange of voting positions: an
object-oriented model of policy networks", in Bueno de Mesquita and Stokman (eds), "European
Community Decision Making", 1994, chapter 5; Van Assen, Stokman and Van Oosten, "Conflict measures
in cooperative exchange models of collective decision-making", Rationality and Society 15, 2003.
"""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.float64]

_SAME = 1e-12  # gains no further apart than this are a tie
_TRIFLE = 1e-9  # a gain of less is not worth a trade, and a gap of less is none


@dataclass(frozen=True, slots=True, eq=False)
class Exchanges:
    """Trade after trade, draw by draw.

    Attributes
    ----------
    path : float, shape (trades + 1, draws, n, D)
        Voting positions from the beginning to the end. A draw without a further trade stays.
    deals : intp, shape (trades, draws, 4)
        Giver, taker, the scale on which the giver moves, and that on which the taker moves in
        return; -1 where a draw has no further trade.
    gains : float, shape (trades, draws)
        What each of the two gains: salience x how much nearer outcomes come, less what it gives.
    """

    path: Array
    deals: NDArray[np.intp]
    gains: Array


def equal_gain(capability: Array, salience: Array, position: Array) -> Exchanges:
    """Let pairs of parties trade moves on pairs of scales, the best trade first.

    The outcome of a scale is the mean of the voting positions, weighted by capability x salience;
    a party loses salience x distance from the outcome to its own position, which does not change.

    1. Two parties may trade on two scales when they stand on opposite sides of the first outcome
       on both (who stands at it is on neither), and one cares relatively less for the first scale
       than the other does. That one gives there: it moves its vote towards the other's position;
       the other gives on the second.
    2. The moves are such that both gain alike, and as large as they can be: no vote passes the
       other's position, and no outcome passes the position of the party that it is moved for.
    3. The trade of the largest gain is made. Then all gains are reckoned anew, from votes and
       outcomes as they are. No two parties trade twice on the same two scales; where an outcome
       has left the room between them, they do not trade.
    4. It ends when no trade is worth more than 10^-9. Of gains within 10^-12 of the largest, the
       first counts: by scales, then by giver, then by taker, in the order of the arrays.

    Parameters
    ----------
    capability : float, shape (draws, n)
        0 or more.
    salience, position : float, shape (draws, n, D)
        From 0 to 1.

    Returns
    -------
    Exchanges
        Shapes as there. Who has no weight on a scale trades nothing on it.

    Notes
    -----
    O(n² D²) a draw and trade.

    Examples
    --------
    >>> done = equal_gain(np.ones((1, 2)), np.array([[[0.5, 1.0], [1.0, 0.5]]]),
    ...                   np.array([[[0.0, 0.0], [1.0, 1.0]]]))
    >>> done.deals[0].tolist(), done.gains[0].round(3).tolist()  # each gives where it cares less
    ([[0, 1, 0, 1]], [0.167])
    >>> done.path[-1, 0].tolist()
    [[1.0, 0.0], [1.0, 0.0]]
    """
    market = _Market(capability, salience, position)
    votes, open_ = position, market.opposed
    path, deals, gains = [votes], [], []
    while open_.any():
        gain, moves = market.offers(votes, open_)
        deal, best = _best(gain)
        traded = best > _TRIFLE
        if not traded.any():
            break
        votes, open_ = market.after(deal, traded, votes, moves, open_)
        path.append(votes)
        deals.append(np.where(traded[:, np.newaxis], market.named(deal), -1))
        gains.append(np.where(traded, best, 0.0))
    draws = len(capability)
    return Exchanges(
        np.stack(path),
        np.array(deals, dtype=np.intp).reshape(-1, draws, 4),
        np.array(gains).reshape(-1, draws),
    )


def _best(gain: Array) -> tuple[NDArray[np.intp], Array]:
    """Give the first offer of each draw that is as good as any, and its gain."""
    flat = gain.reshape(len(gain), -1)
    best = flat.max(axis=1)
    return np.argmax(flat >= best[:, np.newaxis] - _SAME, axis=1), best


class _Market:
    """All trades that could be made: entry (k, i, j) is on pair k of scales, i giving on the first.

    Parameters
    ----------
    capability, salience, position : float
        As for `equal_gain`.
    """

    def __init__(self, capability: Array, salience: Array, position: Array) -> None:
        self.position = position
        self.first, self.second = np.triu_indices(position.shape[-1], 1)
        weight = capability[..., np.newaxis] * salience
        total = weight.sum(axis=1, keepdims=True)
        self.pull = np.divide(weight, total, out=np.zeros_like(weight), where=total > 0)
        giver, taker = self._sides(salience)
        (gives, wants), (other_wants, other_gives) = giver, taker
        asked = wants + other_gives
        self.rate = np.divide(gives + other_wants, asked, out=np.zeros_like(asked), where=asked > 0)
        edge = other_wants * wants - other_gives * gives
        self.worth = np.divide(edge, asked, out=np.zeros_like(edge), where=asked > 0)
        gap = position - self.outcome(position)[:, np.newaxis]
        side = np.where(np.abs(gap) > _TRIFLE, np.sign(gap), 0.0)
        (mine, mine_too), (theirs, theirs_too) = self._sides(side)
        self.opposed = (mine * theirs < 0) & (mine_too * theirs_too < 0) & (self.worth > 0)

    def outcome(self, votes: Array) -> Array:
        """Give the outcome of each scale, shape (draws, D)."""
        return np.asarray(np.einsum("bnd,bnd->bd", self.pull, votes))

    def _sides(self, table: Array) -> tuple[tuple[Array, Array], tuple[Array, Array]]:
        """Give a table (draws, n, D) for giver and taker, on the first and the second scale."""
        first, second = (np.moveaxis(table[..., each], -1, 1) for each in (self.first, self.second))
        return (
            (first[..., :, np.newaxis], second[..., :, np.newaxis]),
            (first[..., np.newaxis, :], second[..., np.newaxis, :]),
        )

    def offers(self, votes: Array, open_: NDArray[np.bool_]) -> tuple[Array, tuple[Array, Array]]:
        """Give the gain of each trade, and how far giver and taker move their votes for it."""
        (home, goal), (target, other_home) = self._sides(self.position)
        (vote, _), (_, other_vote) = self._sides(votes)
        (pull, _), (_, other_pull) = self._sides(self.pull)
        outcome = self.outcome(votes)
        here, there = (
            outcome[:, each, np.newaxis, np.newaxis] for each in (self.first, self.second)
        )
        room = np.minimum(_reach(pull, home, vote, target), _room(home, here, target))
        other_room = np.minimum(
            _reach(other_pull, other_home, other_vote, goal), _room(other_home, there, goal)
        )
        price = np.divide(other_room, self.rate, out=np.zeros_like(other_room), where=self.rate > 0)
        shift = np.where(open_, np.minimum(room, price), 0.0)
        moves = (
            np.sign(target - home) * _over(shift, pull),
            np.sign(goal - other_home) * _over(shift * self.rate, other_pull),
        )
        return shift * self.worth, moves

    def after(
        self,
        deal: NDArray[np.intp],
        traded: NDArray[np.bool_],
        votes: Array,
        moves: tuple[Array, Array],
        open_: NDArray[np.bool_],
    ) -> tuple[Array, NDArray[np.bool_]]:
        """Give the votes after the trades, and which trades are still open."""
        draws = np.flatnonzero(traded)
        pair, giver, taker = np.unravel_index(deal[draws], open_.shape[1:])
        votes, open_ = votes.copy(), open_.copy()
        votes[draws, giver, self.first[pair]] += moves[0][draws, pair, giver, taker]
        votes[draws, taker, self.second[pair]] += moves[1][draws, pair, giver, taker]
        open_[draws, pair, giver, taker] = False
        return votes, open_

    def named(self, deal: NDArray[np.intp]) -> NDArray[np.intp]:
        """Give giver, taker and the two scales of each deal, shape (draws, 4)."""
        pair, giver, taker = np.unravel_index(deal, self.opposed.shape[1:])
        return np.stack([giver, taker, self.first[pair], self.second[pair]], axis=-1)


def _reach(pull: Array, home: Array, vote: Array, target: Array) -> Array:
    """Give how far the outcome moves when a vote goes on to a target beyond it."""
    return pull * np.maximum(np.sign(target - home) * (target - vote), 0.0)


def _room(home: Array, outcome: Array, target: Array) -> Array:
    """Give how far an outcome between two positions may still move towards the second."""
    way = np.sign(target - home)
    between = way * (outcome - home) >= -_TRIFLE
    return np.where(between, np.maximum(way * (target - outcome), 0.0), 0.0)


def _over(shift: Array, pull: Array) -> Array:
    return np.divide(shift, pull, out=np.zeros_like(shift), where=pull > 0)
