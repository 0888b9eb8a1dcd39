"""Why is a state stable or not? The improvement that breaks it, or what deters each one."""

from dataclasses import dataclass

from tracktwo.analyses.stability.bitsets import legal_path, members
from tracktwo.analyses.stability.concepts import SANCTIONS, Concept
from tracktwo.analyses.stability.view import View


@dataclass(frozen=True, slots=True)
class Deterred:
    """An improvement, and the sequence of the opponents that deters it.

    `path` holds each step as (who moves, where to); it ends at the deterring state.
    """

    improvement: int
    path: tuple[tuple[tuple[int, ...], int], ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a state is stable or not for a party under a concept.

    Attributes
    ----------
    concept : str
        Which.
    state : int
        The place of the state.
    stable : bool
        The verdict.
    free : tuple of int
        Improvements that nothing deters; empty where stable.
    deterred : tuple of Deterred
        Every improvement that is deterred, with a shortest sequence that does it.
    """

    concept: Concept
    state: int
    stable: bool
    free: tuple[int, ...]
    deterred: tuple[Deterred, ...]


def reason(view: View, concept: Concept, state: int) -> Reason:
    """Give the reason for one verdict.

    Parameters
    ----------
    view : View
        Whose verdict.
    concept : str
        One of `CONCEPTS`.
    state : int
        The place of the state.

    Returns
    -------
    Reason
        A state without improvements is stable with nothing to deter.
    """
    credible = concept in ("seq", "sseq")
    steps, who = (view.improving, view.who) if credible else (view.answers, view.movers)
    free, deterred = [], []
    for improvement in members(view.leaves[state]):
        sanctions = SANCTIONS[concept](view, state, improvement)
        if sanctions:
            path = legal_path(improvement, sanctions, steps)
            named = tuple((who[mover], to) for mover, to in path)
            deterred.append(Deterred(improvement, named))
        else:
            free.append(improvement)
    return Reason(concept, state, not free, tuple(free), tuple(deterred))
