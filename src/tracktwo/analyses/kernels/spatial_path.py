"""Round after round of the spatial model of politics, until nothing much moves."""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from tracktwo.analyses.kernels.spatial_round import spatial_round
from tracktwo.analyses.kernels.spatial_setting import Parties, Rules

Array: TypeAlias = NDArray[np.float64]

LEAST, MOST = 2, 100  # rounds
_QUIET = 0.02  # of the movement of the first round
_TRIFLE = 1e-4  # added to that movement, so that it is never 0


def spatial_path(
    start: Parties, affinity: Array, rules: Rules, luck: np.random.Generator | None = None
) -> tuple[Array, Array]:
    """Run the model from round to round, draw by draw.

    A draw stops after the first round, but not before the second, in which all positions move
    less than a fiftieth of what they moved in the first, as sums of distances; at the latest after
    100 rounds.

    After each round ideals move by `affinity`; see `ideals`.

    Parameters
    ----------
    start : Parties
        Where they begin, shape (draws, n, …).
    affinity : float, shape (n, n)
        As for `ideals`. The identity, KTAB's default, makes every party want what it has come to
        say.
    rules : Rules
        The open choices.
    luck : numpy.random.Generator, optional
        To draw bargains by their chances; without, the likeliest is struck.

    Returns
    -------
    tuple of (float, shape (rounds + 1, draws, n, D)), (float, shape (draws, n, D))
        Positions from round 0 to the last that any draw took, and ideals at the end. A draw that
        has stopped stays where it is.

    Notes
    -----
    O(n³ (D + 1)) a draw and round. KTAB's source, smpStopFn.

    Examples
    --------
    >>> place = np.array([[[0.0], [1.0]]])
    >>> two = Parties(np.array([[0.75, 0.25]]), np.full((1, 2, 1), 0.5), place, place)
    >>> path, _ = spatial_path(two, np.eye(2), Rules())
    >>> path[:, 0, :, 0].tolist()
    [[0.0, 1.0], [0.1, 0.1], [0.1, 0.1]]
    """
    draws, parties = start.share.shape
    ideal, path = start.ideal.copy(), [start.place]
    first = np.ones(draws)
    active = np.arange(draws)
    for number in range(1, MOST + 1):
        drawn = None if luck is None else luck.random((draws, parties))[active]
        before = path[-1][active]
        setting = Parties(start.share[active], start.salience[active], ideal[active], before)
        after = spatial_round(setting, rules, drawn)
        path.append(path[-1].copy())
        path[-1][active] = after
        ideal[active] = ideals(affinity, ideal[active], after)
        moved = np.sqrt(((after - before) ** 2).sum(axis=-1)).sum(axis=-1)
        if number == 1:
            first = moved + _TRIFLE
        if number >= LEAST:
            active = active[moved / first[active] >= _QUIET]
        if not active.size:
            break
    return np.stack(path), ideal


def ideals(affinity: Array, ideal: Array, place: Array) -> Array:
    """Give what the parties want after a round: Σ a(i, j) place(j) + (1 − Σ a(i, j)) ideal(i).

    Parameters
    ----------
    affinity : float, shape (n, n)
        Entry (i, j): how far the ideal of i follows the position of j, 0 or more; rows add up to 1
        at most.
    ideal, place : float, shape (…, n, D)
        What they wanted, and where they stand now.

    Returns
    -------
    float, shape (…, n, D)
        What they want now.

    Notes
    -----
    KTAB's source, SMPState::newIdeals.

    Examples
    --------
    >>> ideals(np.array([[0.75]]), np.array([[0.0]]), np.array([[1.0]])).tolist()
    [[0.75]]
    """
    return np.asarray(affinity @ place + (1 - affinity.sum(axis=-1))[:, np.newaxis] * ideal)
