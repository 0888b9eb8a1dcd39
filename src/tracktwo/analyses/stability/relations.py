"""A small model as sets: who can move where, and what each party prefers to what."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tracktwo.analyses.stability.bitsets import Bits, bits_of, rows
from tracktwo.analyses.stability.model import Model
from tracktwo.errors import StabilityError

MOST_STATES = 4096


@dataclass(frozen=True, slots=True)
class Relations:
    """For every party and state, sets of states.

    Attributes
    ----------
    moves : by party, by state
        Where the party can go in one move.
    better, unknown, much_better, much_worse : by party, by state
        States known to be better; those whose order to this one is not known; those much
        better, and much worse.
    every : Bits
        All states.
    """

    moves: tuple[tuple[Bits, ...], ...]
    better: tuple[tuple[Bits, ...], ...]
    unknown: tuple[tuple[Bits, ...], ...]
    much_better: tuple[tuple[Bits, ...], ...]
    much_worse: tuple[tuple[Bits, ...], ...]
    every: Bits

    @property
    def parties(self) -> int:
        """How many parties there are."""
        return len(self.moves)

    @property
    def states(self) -> int:
        """How many states there are."""
        return self.every.bit_length()


def relations_of(model: Model) -> Relations:
    """Give a model as sets.

    Parameters
    ----------
    model : Model
        Of at most `MOST_STATES` states.

    Returns
    -------
    Relations
        The same.

    Raises
    ------
    StabilityError
        If there are more states.
    """
    if model.states > MOST_STATES:
        raise StabilityError(
            f"{model.states:,} states are beyond this question; {MOST_STATES:,} is the most. "
            "Say which states are impossible, or ask for Nash, GMR, SMR and SEQ only"
        )
    parties = range(len(model.parties))
    better, unknown, much_better, much_worse = [], [], [], []
    for party in parties:
        unsure = _symmetric(model, party)
        worth = model.worth[party]
        better.append(rows((worth[np.newaxis, :] > worth[:, np.newaxis]) & ~unsure))
        unknown.append(rows(unsure))
        much = _much(model, party) & ~unsure
        much_worse.append(rows(much))
        much_better.append(rows(much.T))
    return Relations(
        moves=tuple(moves_of(model, party) for party in parties),
        better=tuple(better),
        unknown=tuple(unknown),
        much_better=tuple(much_better),
        much_worse=tuple(much_worse),
        every=(1 << model.states) - 1,
    )


def moves_of(model: Model, party: int) -> tuple[Bits, ...]:
    """Give where a party can go in one move, from each state."""
    if model.arcs is not None:
        ends: list[list[int]] = [[] for _ in range(model.states)]
        for source, target in zip(*(each.tolist() for each in model.arcs[party]), strict=True):
            ends[source].append(target)
        return tuple(map(bits_of, ends))
    allowed = _allowed(model, party)
    return rows(allowed)


def _allowed(model: Model, party: int) -> NDArray[np.bool_]:
    """Mark the pairs of states that differ only where the party may change them so."""
    start, end = model.codes[:, np.newaxis], model.codes[np.newaxis, :]
    changed = start ^ end
    free = changed & ~model.owned(party) == 0
    up = sum(1 << at for at, lever in enumerate(model.levers) if lever.moves == "N->Y")
    down = sum(1 << at for at, lever in enumerate(model.levers) if lever.moves == "Y->N")
    allowed = free & (changed != 0) & (changed & start & up == 0) & (changed & end & down == 0)
    return np.asarray(allowed, dtype=np.bool_)


def _symmetric(model: Model, party: int) -> NDArray[np.bool_]:
    unsure = np.zeros((model.states, model.states), dtype=np.bool_)
    for one, other in model.unknown[party] if model.unknown else ():
        unsure[one, other] = unsure[other, one] = one != other
    return unsure


def _much(model: Model, party: int) -> NDArray[np.bool_]:
    """Mark the pairs of which the first is much preferred."""
    much = np.zeros((model.states, model.states), dtype=np.bool_)
    if model.levels.size:
        level = model.levels[party]
        much |= level[:, np.newaxis] > level[np.newaxis, :]
    for one, other in model.much[party] if model.much else ():
        much[one, other] = True
    worth = model.worth[party]
    return np.asarray(much & (worth[:, np.newaxis] > worth[np.newaxis, :]), dtype=np.bool_)
