"""Which beginnings of a package can still become acceptable? Bounds on what the rest can add."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tracktwo.analyses.settlement.blocks import Totals
from tracktwo.analyses.settlement.terms import Layer, Terms, count_bits
from tracktwo.analyses.settlement.ties import Tie

_ROUNDS = 120
_STEPS = 1_000  # a multiplier is a whole number up to about this


@dataclass(frozen=True, slots=True)
class Reach:
    """What the blocks after each place can still add.

    Attributes
    ----------
    floors : tuple of int or None
        The no-agreement values in force.
    must : tuple of bool
        Which parties have to accept.
    most_refusing : int
        How many of the rest may refuse.
    most, least : list of rows, one more than blocks
        ``most[i][party]``: the most that the blocks from the i-th on can add.
    squeezes : list of (multipliers, needed, most)
        Whole multipliers over those who must accept: no acceptable package has a weighted sum
        below `needed`, and ``most[i]`` is the most that the blocks from the i-th on can add.
    ties : tuple of (Tie, int or None)
        What reaches across blocks, and who of the rest refuses it; None where a package with it
        is out, as it breaks a rule or as somebody refuses who has to accept.
    """

    floors: tuple[int | None, ...]
    must: tuple[bool, ...]
    most_refusing: int
    most: list[Totals]
    least: list[Totals]
    squeezes: list[tuple[Totals, int, list[int]]]
    ties: tuple[tuple[Tie, int | None], ...] = ()

    def keep(
        self, rows: Totals, refusing: NDArray[np.int64], place: int
    ) -> tuple[NDArray[np.bool_], NDArray[np.int64]]:
        """Mark the beginnings that can still become acceptable, and say who refuses each for sure.

        Parameters
        ----------
        rows : shape (n_rows, n_parties)
            Worth of each beginning.
        refusing : int64, shape (n_rows,)
            Who of the rest refuses it, as a set of bits.
        place : int
            How many blocks it holds.
        """
        kept, refusing = self._followed(refusing, place)
        refusing = refusing.copy()
        for party, floor in enumerate(self.floors):
            if floor is None:
                continue
            short = rows[:, party] + self.most[place][party] < floor
            if self.must[party]:
                kept &= ~short
            else:
                refusing[short] |= 1 << party
        for multipliers, needed, most in self.squeezes:
            kept &= (rows @ multipliers) + most[place] >= needed
        if not all(self.must):
            rest = [party for party, must in enumerate(self.must) if not must]
            kept &= count_bits(refusing, rest) <= self.most_refusing
        return kept, refusing

    def _followed(
        self, refusing: NDArray[np.int64], place: int
    ) -> tuple[NDArray[np.bool_], NDArray[np.int64]]:
        """Forget what no longer matters of ties, and draw the conclusion of those that end here."""
        kept = np.ones(len(refusing), dtype=np.bool_)
        for tie, owner in self.ties:
            if not tie.first < place <= tie.last + 1:
                continue
            refusing = tie.of_rule(refusing)
            if place <= tie.last:
                continue
            held = tie.holds(refusing)
            refusing = tie.closed(refusing)
            if owner is None:
                kept &= ~held
            else:
                refusing = np.where(held, refusing | 1 << owner, refusing)
        return kept, refusing

    def settled(self, rows: Totals, refusing: NDArray[np.int64], place: int) -> Totals:
        """Make rows equal that differ only where it no longer matters to who accepts.

        What surely reaches a floor counts as just that; what surely does not, the same; a party
        without a floor does not matter.
        """
        same = np.zeros_like(rows)
        for party, floor in enumerate(self.floors):
            if floor is not None:
                enough = floor - self.least[place][party]
                same[:, party] = np.minimum(rows[:, party], enough)
                same[refusing >> party & 1 == 1, party] = enough
        return same


def reach_of(terms: Terms, layers: Sequence[Layer]) -> Reach:
    """Bound what can still be added, block by block, for each party and for some sums of parties.

    Parameters
    ----------
    terms : Terms
        What has to hold.
    layers : sequence of Layer
        In the order in which packages will be built, each with a way.

    Returns
    -------
    Reach
        Its multipliers come from a subgradient descent on the most by which the weighted floors
        can be met: the Lagrangian dual (Fisher 1981 [1]_). They are rounded to whole numbers, and
        the bounds are then computed exactly.

    References
    ----------
    .. [1] Fisher, "The Lagrangian relaxation method for solving integer programming problems",
       *Management Science* 27, 1981, 1-18.
    """
    nothing = np.zeros(len(terms.must), dtype=layers[0].worth.dtype)
    most, least = [nothing], [nothing]
    for layer in reversed(layers):
        most.insert(0, most[0] + layer.worth.max(axis=0))
        least.insert(0, least[0] + layer.worth.min(axis=0))
    floors = terms.floors
    hard = [  # a floor that every package reaches needs no bound
        p
        for p, floor in enumerate(floors)
        if floor is not None and terms.must[p] and floor > least[0][p]
    ]
    squeezes = []
    for chosen in _multipliers(layers, floors, hard, most[0] - least[0]):
        multipliers = nothing.copy()
        multipliers[hard] = chosen
        needed = sum(int(factor) * (floors[p] or 0) for p, factor in zip(hard, chosen, strict=True))
        sums = [0]
        for layer in reversed(layers):
            sums.insert(0, sums[0] + int((layer.worth @ multipliers).max()))
        squeezes.append((multipliers, needed, sums))
    ties = tuple(
        (tie, None if tie.line is None or terms.must[owner] else owner)
        for tie in terms.ties
        if tie.line is None or terms.active >> tie.line & 1
        for owner in [terms.owners[tie.line or 0] if terms.owners else 0]
    )
    return Reach(floors, terms.must, terms.most_refusing, most, least, squeezes, ties)


def hopeless(reach: Reach) -> bool:
    """Tell whether the bounds alone show that no package is acceptable.

    Sound and exact: where it says so, there is none. It may say nothing where there is none.
    """
    empty = np.zeros((1, len(reach.must)), dtype=reach.most[0].dtype)
    kept, _ = reach.keep(empty, np.zeros(1, dtype=np.int64), 0)
    return not kept[0]


def _multipliers(
    layers: Sequence[Layer], floors: Sequence[int | None], hard: list[int], span: Totals
) -> list[list[int]]:
    """Look for weights on the parties under which the floors are hardest to meet together."""
    if len(hard) < 2 or any(span[p] == 0 for p in hard) or not _fits(layers, floors):
        return []
    width = np.array([float(span[p]) for p in hard])
    scaled = [layer.worth[:, hard].astype(float) / width for layer in layers]
    target = np.array([float(floors[p] or 0) for p in hard]) / width
    weights = np.full(len(hard), 1.0 / len(hard))
    found, best = weights, np.inf
    for step in range(1, _ROUNDS + 1):
        chosen = [block[np.argmax(block @ weights)] for block in scaled]
        slack = np.sum(chosen, axis=0) - target
        value = float(slack @ weights)
        if value < best:
            found, best = weights, value
        slack /= max(float(np.abs(slack).max()), 1e-9)
        weights = weights * np.exp(-slack / np.sqrt(step))
        weights = weights / weights.sum()
    return [_whole(found, width), [1] * len(hard)]


def _fits(layers: Sequence[Layer], floors: Sequence[int | None]) -> bool:
    """Tell whether weighted sums are exact: in Python's whole numbers, or well within 64 bits."""
    if layers[0].worth.dtype == np.object_:
        return True
    largest = sum(int(np.abs(layer.worth).max()) for layer in layers)
    largest += max(abs(floor or 0) for floor in floors)
    return largest * _STEPS * 2 * len(floors) < 2**62


def _whole(weights: NDArray[np.float64], width: NDArray[np.float64]) -> list[int]:
    """Round weights per point to whole numbers, the largest near `_STEPS`."""
    per_point = weights / width
    return [round(float(x)) for x in per_point / per_point.max() * _STEPS]
