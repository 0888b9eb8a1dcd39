"""What does a stability analysis give? Verdicts, and whatever else was asked, frozen."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from tracktwo.analyses.settlement.settlement import Making
from tracktwo.analyses.stability.concepts import CONCEPTS, Concept
from tracktwo.analyses.stability.flips import Flip
from tracktwo.analyses.stability.inverse import Inverse
from tracktwo.analyses.stability.model import Model
from tracktwo.analyses.stability.reachability import Route
from tracktwo.analyses.stability.reasons import Reason


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked beside the verdicts.

    Attributes
    ----------
    concepts : tuple of str
        Of `CONCEPTS`.
    coalitions : bool
        Whether coalitions are looked at: those of the case, or all.
    start : str
        The state from which to look for ways; "" for the status quo of the case, if it has one.
    inverse, party : str
        A state, and whose rankings would make it hold; "" for none.
    horizon : int
        Of limited moves; 0 for none.
    flips : bool
        Whether to swap neighbours of every ranking.
    """

    concepts: tuple[Concept, ...] = CONCEPTS
    coalitions: bool = False
    start: str = ""
    inverse: str = ""
    party: str = ""
    horizon: int = 0
    flips: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Verdicts:
    """Stable states under one concept: bool, shape (n_parties, n_states), and those of all."""

    marks: NDArray[np.bool_]
    equilibria: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Upset:
    """A coalition that would leave a state which every single party would keep, and why."""

    coalition: tuple[int, ...]
    reason: Reason


@dataclass(frozen=True, slots=True, eq=False)
class StabilityResult:
    """What is stable for whom, why, and how to get there.

    Attributes
    ----------
    verdicts : mapping of concept to Verdicts
        Under the preferences as known.
    reasons : mapping of (party, concept, state) to Reason
        Of every verdict in a model of up to 64 states; beyond, of equilibria and the status quo.
    uncertain : mapping of (concept, extension) to Verdicts
        Where some pairs are unknown.
    strong, weak : mapping of concept to Verdicts
        Where some preferences are strong: strongly stable states, and those that are stable and
        not strongly so; equilibria are strong where they are so for every party.
    coalitions : mapping of (concept, coalition) to set of states
        Stable states of each coalition asked about, as places.
    together : mapping of concept to tuple of int
        States stable for every such coalition.
    upsets : tuple of Upset
        For each equilibrium of single parties, the coalitions asked about that would leave it.
    start : int or None
        Where the routes begin.
    routes : mapping of "improvements" or "moves" to tuple of Route
        Equilibria that can be reached.
    limited, simultaneous : by party, tuple of int, or None
        Stable states, for two parties.
    inverses : tuple of Inverse
        One per concept, where asked.
    flips : tuple of Flip, or None
        Where asked.
    """

    model: Model
    making: Making
    verdicts: Mapping[Concept, Verdicts]
    reasons: Mapping[tuple[int, Concept, int], Reason]
    uncertain: Mapping[tuple[Concept, str], Verdicts] = field(default_factory=dict)
    strong: Mapping[Concept, Verdicts] = field(default_factory=dict)
    weak: Mapping[Concept, Verdicts] = field(default_factory=dict)
    coalitions: Mapping[tuple[Concept, tuple[int, ...]], tuple[int, ...]] = field(
        default_factory=dict
    )
    together: Mapping[Concept, tuple[int, ...]] = field(default_factory=dict)
    upsets: tuple[Upset, ...] = ()
    start: int | None = None
    routes: Mapping[str, tuple[Route, ...]] = field(default_factory=dict)
    limited: tuple[tuple[int, ...], ...] | None = None
    simultaneous: tuple[tuple[int, ...], ...] | None = None
    inverses: tuple[Inverse, ...] = ()
    flips: tuple[Flip, ...] | None = None
