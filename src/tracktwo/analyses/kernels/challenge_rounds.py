"""Rounds of the challenge model: many draws of parties on one scale, one draw after another.

Compiled by numba, as a round branches on every pair of parties: some seconds the first time on
a machine, then kept in numba's cache. Importing this module imports numba.
"""

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar, cast

import numba
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.int64]

_Function = TypeVar("_Function", bound=Callable[..., object])


def _machine_code(function: _Function) -> _Function:
    """Compile at the first call, without the interpreter's lock."""
    return cast("_Function", numba.njit(cache=True, nogil=True, error_model="numpy")(function))


CURRENT_SPAN, EACH_OWN_RISK, ALL_PAIRS, CURVED_VOTES, CONFLICT_MOVES = range(5)
STRONGEST, SMALLEST_POSITION, CLOSED_BORDERS, NEUTRAL_RISK = range(5, 9)
FLAGS = 9

_CONFLICT, _COMPROMISE, _GIVES_IN, _NONE = range(4)
_WON, _LOST, _LEFT, _SPARED = range(4)


@_machine_code
def _distances(x: "Floats", span: float) -> "Floats":
    """Measure how far apart the parties stand, as shares of the span; never over 1."""
    n = x.size
    apart = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            apart[i, j] = min(1.0, abs(x[i] - x[j]) / span)
    return apart


@_machine_code
def _straight_votes(x: "Floats", w: "Floats") -> "Floats":
    """Weigh who is nearer to i than to j, by how much; x ascends; O(1) a pair by prefix sums.

    Those nearer to i give ``2 (G(m) - G(x_i))`` with m halfway and ``G(t)`` the sum of
    ``w_k max(0, t - x_k)``, a line between two positions.
    """
    n = x.size
    weight = np.zeros(n + 1)
    moment = np.zeros(n + 1)
    for k in range(n):
        weight[k + 1] = weight[k] + w[k]
        moment[k + 1] = moment[k] + w[k] * x[k]
    votes = np.zeros((n, n))
    for i in range(n):
        below = i
        for j in range(i + 1, n):
            if x[j] == x[i]:
                continue
            half = (x[i] + x[j]) / 2
            while below < n and x[below] < half:
                below += 1
            at_half = half * weight[below] - moment[below]
            at_low = x[i] * weight[i] - moment[i]
            votes[i, j] = 2 * max(0.0, at_half - at_low)
            over_half = (moment[n] - moment[below]) - half * (weight[n] - weight[below])
            over_high = (moment[n] - moment[j]) - x[j] * (weight[n] - weight[j])
            votes[j, i] = 2 * max(0.0, over_half - over_high)
    return votes


@_machine_code
def _curved_votes(apart: "Floats", w: "Floats", risk: "Floats") -> "Floats":
    """Weigh who is nearer to i than to j, each distance bent by the voter's risk exponent."""
    n = w.size
    bent = np.zeros((n, n))
    for k in range(n):
        for i in range(k):
            if apart[k, i] > 0:
                log = math.log(apart[k, i])
                bent[k, i] = w[k] * math.exp(risk[k] * log)
                bent[i, k] = w[i] * math.exp(risk[i] * log)
    votes = np.zeros((n, n))
    for k in range(n):
        for i in range(n):
            for j in range(n):
                nearer = bent[k, j] - bent[k, i]
                votes[i, j] += nearer if nearer > 0 else 0.0
    return votes


@_machine_code
def _power(base: float, exponent: float) -> float:
    """Raise 0 or more to a power above 0."""
    return base if exponent == 1 or base == 0 else math.exp(exponent * math.log(base))


@_machine_code
def _odds(votes: "Floats", all_pairs: int) -> "Floats":
    """Turn votes into the chance that i carries its challenge of j."""
    n = votes.shape[0]
    total = 2 * votes.sum() if all_pairs == 1 else 0.0
    odds = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            cast = total if all_pairs == 1 else votes[i, j] + votes[j, i]
            if cast > 0:
                odds[i, j] = votes[i, j] / cast
    return odds


@_machine_code
def _plain_worths(apart: "Floats") -> "Floats":
    """Give what `_worths` gives where all are risk-neutral and stay put when not challenged."""
    n = apart.shape[0]
    worths = np.zeros((4, n, n))
    for i in range(n):
        for j in range(n):
            worths[_WON, i, j] = 2 * apart[i, j]
            worths[_LOST, i, j] = -2 * apart[i, j]
    return worths


@_machine_code
def _worths(apart: "Floats", risk: "Floats") -> "Floats":
    """Give what i holds things between it and j to be worth, by its risk: shape (4, n, n).

    A won challenge; a lost one; no challenge of j by it; no challenge of it by j.
    """
    n = risk.size
    worths = np.zeros((4, n, n))
    for i in range(n):
        stays = 2 - 4 * _power(0.5, risk[i])
        for j in range(n):
            worths[_LEFT, i, j] = worths[_SPARED, i, j] = stays
        for j in range(i):
            near, far = math.log(0.5 - 0.5 * apart[i, j]), math.log(0.5 + 0.5 * apart[i, j])
            worths[_WON, i, j] = 2 - 4 * math.exp(risk[i] * near)
            worths[_WON, j, i] = 2 - 4 * math.exp(risk[j] * near)
            worths[_LOST, i, j] = 2 - 4 * math.exp(risk[i] * far)
            worths[_LOST, j, i] = 2 - 4 * math.exp(risk[j] * far)
    return worths


@_machine_code
def _add_drift(
    worths: "Floats", apart: "Floats", risk: "Floats", to_median: "Floats", q: float
) -> None:
    """Let the unchallenged move with the chance 1 - q, in place: it helps who is nearer to it."""
    n = risk.size
    for i in range(n):
        for j in range(n):
            own = _drift(to_median[i], apart[i, j], risk[i])
            theirs = _drift(to_median[j], apart[i, j], risk[i])
            worths[_LEFT, i, j] = q * worths[_LEFT, i, j] + (1 - q) * own
            worths[_SPARED, i, j] = q * worths[_SPARED, i, j] + (1 - q) * theirs


@_machine_code
def _drift(to_median: float, apart: float, risk: float) -> float:
    """Give what the other's unforced move is worth: it helps who is nearer to the median."""
    both = 0.25 * (to_median + apart)
    if to_median < apart:
        return 2 - 4 * _power(0.5 - both, risk)
    return 2 - 4 * _power(0.5 + both, risk)


@_machine_code
def _median(x: "Floats", w: "Floats") -> float:
    """Give the least position with half of the weight at or below it; x ascends."""
    half = w.sum() / 2
    below = 0.0
    for k in range(x.size):
        below += w[k]
        if below >= half:
            return float(x[k])
    return float(x[-1])


@_machine_code
def _expected(odds: "Floats", s: "Floats", worths: "Floats", without: int) -> "Floats":
    """Give the expected utility of a challenge, as i sees it, for all pairs.

    Beside `_LEFT` of i challenging j; beside `_SPARED` of j challenging i.
    """
    n = s.size
    expected = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            attacks, resists = (i, j) if without == _LEFT else (j, i)
            won, lost, chance = worths[_WON, i, j], worths[_LOST, i, j], odds[attacks, resists]
            fought = chance * won + (1 - chance) * lost
            utility = s[resists] * fought + (1 - s[resists]) * won
            expected[i, j] = utility - worths[without, i, j]
    return expected


@_machine_code
def _risks(gains: "Floats", apart: "Floats") -> "Floats":
    """Give each party's risk exponent, 1/2 to 2: the less secure among all, the less it dares."""
    n = gains.shape[0]
    danger = np.zeros(n)
    for i in range(n):
        for j in range(n):
            if apart[i, j] > 0:
                danger[i] += gains[j, i]
    most, least = danger.max(), danger.min()
    risk = np.ones(n)
    if most > least:
        for i in range(n):
            dared = (2 * danger[i] - most - least) / (most - least)
            risk[i] = (1 - dared / 3) / (1 + dared / 3)
    return risk


@_machine_code
def _offer(own: float, theirs: float, x: float, other: float, flags: "Flags") -> tuple[int, float]:
    """Say which class of offer j's challenge is to i, and where it would take i."""
    closed = flags[CLOSED_BORDERS] == 1
    if theirs <= 0:
        return _NONE, x
    if own > 0:
        loses = theirs > own and flags[CONFLICT_MOVES] == 1
        return (_CONFLICT, other) if loses else (_NONE, x)
    if own == 0 and not closed:
        return _NONE, x
    if theirs > -own:
        return _COMPROMISE, x + (other - x) * (-own / theirs)
    if theirs < -own or closed:
        return _GIVES_IN, other
    return _NONE, x


@_machine_code
def _moved(i: int, x: "Floats", gains: "Floats", threats: "Floats", flags: "Flags") -> float:
    """Give where i stands after it has taken its best offer; tied offers are shared evenly."""
    best_class, best_key, first, beyond, tied = _NONE, 0.0, x[i], 0.0, 1
    for j in range(x.size):
        if x[j] == x[i]:
            continue
        own, theirs = gains[i, j], threats[i, j]
        kind, target = _offer(own, theirs, x[i], x[j], flags)
        if kind > best_class or kind == _NONE:
            continue
        key = -theirs if flags[STRONGEST] == 1 else abs(target - x[i])
        if kind == _COMPROMISE and flags[SMALLEST_POSITION] == 1:
            key = (-own * x[i] + theirs * x[j]) / (theirs - own)
        if kind < best_class or key < best_key:
            best_class, best_key, first, beyond, tied = kind, key, target, 0.0, 1
        elif key == best_key:
            beyond += target - first  # so that offers of one place lead there, to the last bit
            tied += 1
    return float(first + beyond / tied)


@_machine_code
def _round(  # noqa: PLR0913, PLR0917 - the terms of one round
    x: "Floats", s: "Floats", w: "Floats", span: float, q: float, flags: "Flags"
) -> "Floats":
    """Give the positions, ascending on the way in, after one round."""
    n = x.size
    apart = _distances(x, span)
    to_median = np.abs(x - _median(x, w)) / span
    risk = np.ones(n)
    odds = _odds(_straight_votes(x, w) / span, flags[ALL_PAIRS])
    worths = _plain_worths(apart)
    if q < 1:
        _add_drift(worths, apart, risk, to_median, q)
    gains = _expected(odds, s, worths, _LEFT)
    if flags[NEUTRAL_RISK] == 0:
        risk = _risks(gains, apart)
        if flags[CURVED_VOTES] == 1:
            odds = _odds(_curved_votes(apart, w, risk), flags[ALL_PAIRS])
        worths = _worths(apart, risk)
        if q < 1:
            _add_drift(worths, apart, risk, to_median, q)
        gains = _expected(odds, s, worths, _LEFT)
    threats = gains.T if flags[EACH_OWN_RISK] == 1 else _expected(odds, s, worths, _SPARED)
    after = np.empty(n)
    for i in range(n):
        after[i] = _moved(i, x, gains, threats, flags)
    return after


@_machine_code
def _order(x: "Floats") -> "NDArray[np.int64]":
    """Order positions, ties as they stand; insertion, as few parties change places."""
    order = np.arange(x.size)
    for i in range(1, x.size):
        k = i
        while k > 0 and x[order[k]] < x[order[k - 1]]:
            order[k], order[k - 1] = order[k - 1], order[k]
            k -= 1
    return order


@_machine_code
def _follow(  # noqa: PLR0913, PLR0917 - the terms of one draw
    path: "Floats",
    heard: "Flags",
    start: "Floats",
    s: "Floats",
    w: "Floats",
    q: float,
    flags: "Flags",
) -> None:
    """Write the positions of those that are heard into the path, round by round."""
    now = start
    span = start.max() - start.min()
    for t in range(1, path.shape[0]):
        if flags[CURRENT_SPAN] == 1:
            span = now.max() - now.min()
        if now.max() > now.min():
            order = _order(now)
            moved = _round(now[order], s[order], w[order], span, q, flags)
            now = np.empty(now.size)
            for k in range(now.size):
                now[order[k]] = moved[k]
        for k in range(now.size):
            path[t, heard[k]] = now[k]


@_machine_code
def challenge_rounds(  # noqa: PLR0913, PLR0917 - arrays in, arrays out
    position: "Floats",
    salience: "Floats",
    capability: "Floats",
    q: float,
    flags: "Flags",
    rounds: int,
) -> "Floats":
    """Run the challenge model on every draw.

    Parameters
    ----------
    position, salience, capability : array of float, shape (draws, n)
        Salience from 0 to 1. Parties stand in the same order in each, in one that does not
        depend on their names: ties between parties are broken by it only where they are equal
        in all three.
    q : float
        The chance that the other stays put when it is not challenged, 0 to 1.
    flags : array of int64, shape (9,)
        0 or 1 at `CURRENT_SPAN`, `EACH_OWN_RISK`, `ALL_PAIRS`, `CURVED_VOTES`,
        `CONFLICT_MOVES`, `STRONGEST`, `SMALLEST_POSITION`, `CLOSED_BORDERS`, `NEUTRAL_RISK`.
    rounds : int
        How many.

    Returns
    -------
    array of float, shape (draws, rounds + 1, n)
        Positions, round 0 first. Once all stand in one place they stay; parties of weight 0
        stay, and move nobody.

    Notes
    -----
    O(n²) a round, O(n³) with curved votes.

    Examples
    --------
    By hand, with neutral risk: the first is worth 3/2 to challenge the second with, the
    second's challenge -1; so the second moves two thirds of the way.

    >>> flags = np.zeros(FLAGS, dtype=np.int64)
    >>> flags[NEUTRAL_RISK] = 1
    >>> two, keen, strong = np.array([[0.0, 12.0]]), np.array([[1.0, 0.5]]), np.array([[3.0, 2.0]])
    >>> challenge_rounds(two, keen, strong, 1.0, flags, 1)[0].tolist()
    [[0.0, 12.0], [0.0, 4.0]]
    """
    draws, n = position.shape
    path = np.empty((draws, rounds + 1, n))
    for d in range(draws):
        weight = capability[d] * salience[d]
        heard = np.flatnonzero(weight > 0)
        for t in range(rounds + 1):
            path[d, t] = position[d]
        if heard.size:
            s, w, start = salience[d][heard], weight[heard], position[d][heard]
            _follow(path[d], heard, start, s, w, q, flags)
    return path
