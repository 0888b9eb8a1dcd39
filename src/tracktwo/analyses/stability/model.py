"""A graph model, ready to be analysed: states, who can move where, who prefers what."""

from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from tracktwo.casemodel.stability import Lever

Arcs: TypeAlias = tuple[NDArray[np.int64], NDArray[np.int64]]


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """States in the order of their codes, and for every party its moves and preferences.

    Attributes
    ----------
    parties : tuple of str
        Those with preferences, in the order of the case.
    levers : tuple of Lever
        The options; empty in graph form.
    codes : int64, shape (n_states,)
        Rising. In option form the options read as binary, the first least significant, and of
        merged states the smallest; in graph form the state's number in the file, from 1.
    bits : tuple of str
        For each state a letter per option: Y, N, or - where merged states differ. In graph
        form "".
    labels : tuple of str
        Names of states, "" for those without.
    ids : tuple of str
        How the file writes each state: its bits, or its id in graph form.
    worth : int32, shape (n_parties, n_states)
        Places in the ranking from the worst, 0, upwards; equal for ties.
    arcs : tuple of (sources, targets) by party, or None
        Moves as pairs of places of states; None where the options give them.
    unknown : tuple of tuple of (int, int) by party
        Pairs of states whose order is not known.
    much : tuple of tuple of (int, int) by party
        Pairs of which the first is much preferred to the second.
    levels : int32, shape (n_parties, n_states)
        Where two states differ here, the higher is much preferred.
    status_quo : int or None
        Place of the state that holds now.
    """

    parties: tuple[str, ...]
    levers: tuple[Lever, ...]
    codes: NDArray[np.int64]
    bits: tuple[str, ...]
    labels: tuple[str, ...]
    ids: tuple[str, ...]
    worth: NDArray[np.int32]
    arcs: tuple[Arcs, ...] | None
    unknown: tuple[tuple[tuple[int, int], ...], ...] = ()
    much: tuple[tuple[tuple[int, int], ...], ...] = ()
    levels: NDArray[np.int32] = field(default_factory=lambda: np.zeros((0, 0), dtype=np.int32))
    status_quo: int | None = None

    @property
    def states(self) -> int:
        """How many states there are."""
        return len(self.codes)

    def owned(self, party: int) -> int:
        """Give the options that a party can change, as a mask over codes."""
        name = self.parties[party]
        return sum(1 << at for at, lever in enumerate(self.levers) if name in lever.parties)
