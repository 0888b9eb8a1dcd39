"""Which states are stable for whom, and which for all?"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tracktwo.analyses.kernels.arc_stability import arc_stability
from tracktwo.analyses.kernels.option_blocks import Bits
from tracktwo.analyses.kernels.option_stability import option_stability
from tracktwo.analyses.stability.concepts import CLASSIC, Concept, stable_states
from tracktwo.analyses.stability.model import Model
from tracktwo.analyses.stability.party_view import party_view
from tracktwo.analyses.stability.relations import relations_of

Marks = dict[Concept, NDArray[np.bool_]]


def solve(model: Model, concepts: Sequence[Concept] = CLASSIC) -> Marks:
    """Mark the stable states of each party under each concept.

    Each concept is defined in the file of its name. Sanctions are ends of legal sequences of
    the opponents: nobody moves twice in a row, through possible states only, one-way options
    respected. An improvement is strict, and a tie deters. A pair whose order is unknown is no
    improvement and no sanction.

    Parameters
    ----------
    model : Model
        In either form.
    concepts : sequence of str
        Of `CONCEPTS`.

    Returns
    -------
    dict of concept to bool, shape (n_parties, n_states)
        A state is an equilibrium where all parties' marks are set.

    Notes
    -----
    In option form moves are never written out: 2^20 states take about a second.
    """
    if any(model.unknown):
        return _by_sets(model, concepts)
    if model.arcs is not None:
        found = arc_stability(model.worth, model.arcs, concepts)
        return {concept: found[concept] for concept in concepts}
    size = 1 << len(model.levers)
    whole = len(model.codes) == size
    worth = np.zeros((len(model.parties), size), dtype=np.int32)
    worth[:, model.codes] = model.worth
    possible = None if whole else np.zeros(size, dtype=np.bool_)
    if possible is not None:
        possible[model.codes] = True
    marks = option_stability(worth, movers(model), possible, concepts)
    return {concept: marks[concept][:, model.codes] for concept in concepts}


def equilibria(marks: NDArray[np.bool_]) -> list[int]:
    """Give the places of the states that are stable for every party."""
    found: list[int] = np.flatnonzero(marks.all(axis=0)).tolist()
    return found


def movers(model: Model) -> list[Bits]:
    """Give what each party may change, by direction."""
    up = sum(1 << at for at, lever in enumerate(model.levers) if lever.moves == "N->Y")
    down = sum(1 << at for at, lever in enumerate(model.levers) if lever.moves == "Y->N")
    owned = [model.owned(party) for party in range(len(model.parties))]
    return [Bits(own & ~(up | down), own & up, own & down) for own in owned]


def _by_sets(model: Model, concepts: Sequence[Concept]) -> Marks:
    relations = relations_of(model)
    marks = {
        concept: np.zeros((len(model.parties), model.states), dtype=np.bool_)
        for concept in concepts
    }
    for party in range(len(model.parties)):
        view = party_view(relations, party)
        for concept in concepts:
            stable = stable_states(view, concept)
            marks[concept][party] = [bool(stable >> at & 1) for at in range(model.states)]
    return marks
