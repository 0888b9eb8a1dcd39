"""Which judgement flips which equilibrium? Neighbours of a ranking change places."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from tracktwo.analyses.kernels.option_flips import flipped
from tracktwo.analyses.stability.concepts import CLASSIC, Concept
from tracktwo.analyses.stability.model import Model
from tracktwo.analyses.stability.solve import equilibria, movers, solve


@dataclass(frozen=True, slots=True)
class Flip:
    """What follows when a party prefers `lower` to `upper`, and not the other way round.

    `gained` and `lost` hold the places of states that become, or stop to be, equilibria.
    """

    party: int
    upper: int
    lower: int
    concept: Concept
    gained: tuple[int, ...]
    lost: tuple[int, ...]


def flips(model: Model, concepts: Sequence[Concept] = CLASSIC) -> tuple[Flip, ...]:
    """Swap each pair of neighbours in each party's ranking, and say what changes.

    Neighbours are states whose places differ by one; where several tie, each of the one place
    with each of the next. They change places: what ties with one of them then ties with the
    other. Without ties every other judgement stays.

    Parameters
    ----------
    model : Model
        In either form.
    concepts : sequence of str
        Of `CONCEPTS`.

    Returns
    -------
    tuple of Flip
        Those that change an equilibrium, in the order of parties and, from the best, of pairs.
    """
    before = {each: set(equilibria(marks)) for each, marks in solve(model, concepts).items()}
    found = []
    for party in range(len(model.parties)):
        pairs = neighbours(model, party)
        for (upper, lower), after in zip(
            pairs, _solved(model, party, pairs, concepts), strict=True
        ):
            for concept in concepts:
                now = set(np.flatnonzero(after[concept]).tolist())
                if now != before[concept]:
                    gained, lost = sorted(now - before[concept]), sorted(before[concept] - now)
                    found.append(Flip(party, upper, lower, concept, tuple(gained), tuple(lost)))
    return tuple(found)


def neighbours(model: Model, party: int) -> list[tuple[int, int]]:
    """Give the pairs of neighbours of a ranking, the preferred one first, from the best down."""
    worth = model.worth[party]
    places = [np.flatnonzero(worth == place).tolist() for place in sorted(set(worth.tolist()))]
    return [
        (upper, lower)
        for at in range(len(places) - 1, 0, -1)
        for upper in places[at]
        for lower in places[at - 1]
    ]


def _solved(
    model: Model, party: int, pairs: Sequence[tuple[int, int]], concepts: Sequence[Concept]
) -> Iterator[dict[Concept, NDArray[np.bool_]]]:
    """Give the equilibria after each swap."""
    if model.arcs is None and not any(model.unknown):
        yield from _in_option_form(model, party, pairs, concepts)
        return
    for upper, lower in pairs:
        worth = model.worth.copy()
        worth[party, [upper, lower]] = worth[party, [lower, upper]]
        marks = solve(replace(model, worth=worth), concepts)
        yield {concept: np.asarray(marks[concept].all(axis=0)) for concept in concepts}


def _in_option_form(
    model: Model, party: int, pairs: Sequence[tuple[int, int]], concepts: Sequence[Concept]
) -> Iterator[dict[Concept, NDArray[np.bool_]]]:
    size = 1 << len(model.levers)
    worth = np.zeros((len(model.parties), size), dtype=np.int32)
    worth[:, model.codes] = model.worth
    possible = np.zeros(size, dtype=np.bool_)
    possible[model.codes] = True
    whole = None if possible.all() else possible
    swaps = [(int(model.codes[one]), int(model.codes[other])) for one, other in pairs]
    for _, marks in flipped(worth, movers(model), whole, party, swaps, concepts):
        for row in range(len(marks[concepts[0]])):
            yield {concept: marks[concept][row, model.codes] for concept in concepts}
