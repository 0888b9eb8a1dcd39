"""Which judgement flips which equilibrium? Every pair of neighbours is judged otherwise."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from tracktwo.analyses.kernels.option_flips import Change, flipped
from tracktwo.analyses.stability.concepts import CLASSIC, Concept
from tracktwo.analyses.stability.model import Model
from tracktwo.analyses.stability.pair_change import Changes, Judgement, PairChange, judged
from tracktwo.analyses.stability.relations import relations_of
from tracktwo.analyses.stability.solve import Marks, equilibria, movers, solve

_OTHERWISE: dict[Judgement, tuple[Judgement, ...]] = {
    ">": ("~", "<"),
    "~": (">", "<"),
    "<": (">", "~"),
    "?": (">", "~", "<"),
}


@dataclass(frozen=True, slots=True)
class Flip:
    """What follows when a party judges one pair of states otherwise.

    `gained` and `lost` hold the places of states that become, or stop to be, equilibria under
    `concept`.
    """

    change: PairChange
    concept: Concept
    gained: tuple[int, ...]
    lost: tuple[int, ...]


def flips(model: Model, concepts: Sequence[Concept] = CLASSIC) -> tuple[Flip, ...]:
    """Judge each pair of neighbours otherwise, alone, and say what changes.

    A judgement is what a party thinks of one pair of states: the first is preferred, they tie,
    or the second is. Neighbours are two states with no third one ranked between them: they tie,
    or stand one place apart. Each is judged in both of the other two ways, and a pair of unknown
    order in all three; no other judgement changes (`PairChange`). Pairs further apart are left
    out: who would turn one of them round would have to turn round what lies between.

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

    Raises
    ------
    StabilityError
        If there are ties, unknown pairs or moves in graph form in a model of more than
        `MOST_STATES` states.

    Notes
    -----
    Where both stand alone in their places, in option form, hundreds of changes are solved at
    a time; the rest by sets, and only where it can have changed. A class of t tied states has
    t (t - 1) / 2 pairs.
    """
    marks = solve(model, concepts)
    before = {concept: set(equilibria(each)) for concept, each in marks.items()}
    found = []
    for party in range(len(model.parties)):
        changes = list(judgements(model, party))
        for change, after in _solved(model, party, changes, marks):
            for concept in concepts:
                gained = tuple(sorted(after[concept] - before[concept]))
                lost = tuple(sorted(before[concept] - after[concept]))
                if gained or lost:
                    found.append(Flip(change, concept, gained, lost))
    return tuple(found)


def judgements(model: Model, party: int) -> Iterator[PairChange]:
    """Give every change of one judgement about neighbours or unknown pairs, from the best down."""
    worth = model.worth[party].tolist()
    unsure = {frozenset(pair) for pair in (model.unknown[party] if model.unknown else ())}
    far = {pair for pair in unsure if len(pair) == 2}
    places = [np.flatnonzero(model.worth[party] == at).tolist() for at in sorted(set(worth))]
    pairs: list[tuple[int, int]] = []
    for at in range(len(places) - 1, -1, -1):
        pairs += combinations(places[at], 2)
        pairs += [(one, other) for one in places[at] for other in places[at - 1] if at]
    pairs += sorted((min(pair), max(pair)) for pair in far - set(map(frozenset, pairs)))
    for one, other in pairs:
        now: Judgement = "?" if frozenset((one, other)) in unsure else judged(worth, one, other)
        for instead in _OTHERWISE[now]:
            yield PairChange(party, one, other, now, instead)


def _solved(
    model: Model, party: int, changes: Sequence[PairChange], marks: Marks
) -> Iterator[tuple[PairChange, dict[Concept, set[int]]]]:
    """Give what holds after each change, in order."""
    plain = model.arcs is None and not any(model.unknown)
    alone: list[int] = np.bincount(model.worth[party]).tolist()
    quick = [each for each in changes if plain and _stand_alone(model, alone, each)]
    at_once = dict(zip(quick, _at_once(model, party, quick, list(marks)), strict=True))
    by_pair = Changes(relations_of(model), marks, party) if len(quick) < len(changes) else None
    for change in changes:
        if change in at_once:
            yield change, at_once[change]
        elif by_pair is not None:
            yield change, by_pair.equilibria(change)


def _stand_alone(model: Model, count: Sequence[int], change: PairChange) -> bool:
    """Tell whether no third state ties with either, so that a ranking can say the change."""
    one, other = (int(model.worth[change.party, each]) for each in (change.one, change.other))
    return count[one] + (count[other] if other != one else 0) == 2


def _at_once(
    model: Model, party: int, changes: Sequence[PairChange], concepts: Sequence[Concept]
) -> Iterator[dict[Concept, set[int]]]:
    """Solve changes that a ranking can say; worth is doubled to make room between places."""
    if not changes:
        return
    size = 1 << len(model.levers)
    worth = np.zeros((len(model.parties), size), dtype=np.int32)
    worth[:, model.codes] = 2 * model.worth
    possible = np.zeros(size, dtype=np.bool_)
    possible[model.codes] = True
    whole = None if possible.all() else possible
    rows = [_values(model, change) for change in changes]
    for _, marks in flipped(worth, movers(model), whole, party, rows, concepts):
        for row in range(len(marks[concepts[0]])):
            held = {concept: marks[concept][row, model.codes] for concept in concepts}
            yield {concept: set(np.flatnonzero(each).tolist()) for concept, each in held.items()}


def _values(model: Model, change: PairChange) -> Change:
    """Give the two states' new worth: places further apart, level, or the other way round."""
    one, other = (2 * int(model.worth[change.party, each]) for each in (change.one, change.other))
    high, low = max(one, other), min(one, other)
    if change.instead == "~":
        one = other = high
    else:
        high += high == low
        one, other = (high, low) if change.instead == ">" else (low, high)
    return (int(model.codes[change.one]), one), (int(model.codes[change.other]), other)
