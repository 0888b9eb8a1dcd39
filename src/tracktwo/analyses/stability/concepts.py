"""Which concepts are there, and when is a state stable under one?"""

from collections.abc import Callable
from typing import Literal, TypeAlias

from tracktwo.analyses.stability import (
    general_metarationality,
    nash,
    sequential,
    symmetric_metarationality,
    symmetric_sequential,
)
from tracktwo.analyses.stability.bitsets import Bits, bits_of, members
from tracktwo.analyses.stability.view import View

Concept = Literal["nash", "gmr", "smr", "seq", "sseq"]
Sanctions: TypeAlias = Callable[[View, int, int], Bits]

CLASSIC: tuple[Concept, ...] = ("nash", "gmr", "smr", "seq")
CONCEPTS: tuple[Concept, ...] = (*CLASSIC, "sseq")
SANCTIONS: dict[Concept, Sanctions] = {
    "nash": nash.sanctions,
    "gmr": general_metarationality.sanctions,
    "smr": symmetric_metarationality.sanctions,
    "seq": sequential.sanctions,
    "sseq": symmetric_sequential.sanctions,
}


def is_stable(view: View, concept: Concept, state: int) -> bool:
    """Tell whether every improvement from a state meets a sanction; also where there is none."""
    deterring = SANCTIONS[concept]
    return all(deterring(view, state, to) for to in members(view.leaves[state]))


def stable_states(view: View, concept: Concept) -> Bits:
    """Give all states that are stable."""
    return bits_of(state for state in range(len(view.leaves)) if is_stable(view, concept, state))
