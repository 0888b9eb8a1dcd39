"""Who accepts which rows, and are these enough?"""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Mask: TypeAlias = NDArray[np.bool_]


def accepting(crossed: Mask, owners: NDArray[np.intp], n_parties: int) -> Mask:
    """Mark which party accepts which package: those of whose lines it crosses none.

    Parameters
    ----------
    crossed : bool, shape (n_packages, n_lines)
        True where the package crosses the red line.
    owners : intp, shape (n_lines,)
        Whose line each is, as the number of a party.
    n_parties : int
        How many parties there are.

    Returns
    -------
    bool, shape (n_packages, n_parties)
        True where the party accepts; a party without red lines accepts everything.

    Examples
    --------
    >>> accepting(np.array([[True, False], [False, False]]), np.array([0, 0]), 2).tolist()
    [[False, True], [True, True]]
    """
    accepts = np.ones((len(crossed), n_parties), dtype=np.bool_)
    for line, party in enumerate(owners):
        accepts[:, party] &= ~crossed[:, line]
    return accepts


def enough(accepts: Mask, must: Mask, at_least: int) -> Mask:
    """Mark the packages that all who must accept, and enough of the rest.

    Parameters
    ----------
    accepts : bool, shape (n_packages, n_parties)
        True where the party accepts the package.
    must : bool, shape (n_parties,)
        Who has to accept.
    at_least : int
        How many of the others have to.

    Returns
    -------
    bool, shape (n_packages,)
        True where the package is acceptable.

    Examples
    --------
    >>> accepts = np.array([[True, True, False], [True, False, False], [False, True, True]])
    >>> enough(accepts, np.array([True, False, False]), 1).tolist()
    [True, False, False]
    """
    by_the_rest = np.count_nonzero(accepts[:, ~must], axis=1)
    return np.asarray(accepts[:, must].all(axis=1) & (by_the_rest >= at_least), dtype=np.bool_)


def gained_without(crossed: Mask, owners: NDArray[np.intp], must: Mask, at_least: int) -> list[int]:
    """Count, for each red line, the packages that become acceptable when it alone is dropped.

    Parameters
    ----------
    crossed, owners, must, at_least
        As for `accepting` and `enough`.

    Returns
    -------
    list of int, length n_lines
        0 or more each.

    Examples
    --------
    >>> crossed = np.array([[True, False], [True, True]])
    >>> gained_without(crossed, np.array([0, 1]), np.array([True, True]), 0)
    [1, 0]
    """
    accepts = accepting(crossed, owners, len(must))
    before = np.count_nonzero(enough(accepts, must, at_least))
    gained = []
    for line, party in enumerate(owners):
        others = (owners == party) & (np.arange(len(owners)) != line)
        relaxed = accepts.copy()
        relaxed[:, party] = ~crossed[:, others].any(axis=1)
        gained.append(int(np.count_nonzero(enough(relaxed, must, at_least)) - before))
    return gained
