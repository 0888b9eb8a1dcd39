"""What would hold if a party judged one pair of states otherwise, and all else stayed?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from tracktwo.analyses.stability.concepts import Concept, is_stable, stable_states
from tracktwo.analyses.stability.party_view import party_view
from tracktwo.analyses.stability.relations import Relations
from tracktwo.analyses.stability.view import View

Judgement: TypeAlias = Literal[">", "~", "<", "?"]  # the first preferred, tied, second, unknown


@dataclass(frozen=True, slots=True)
class PairChange:
    """A party judges `one` and `other` as `instead` says, and not as `now` says.

    All else stays as it is, so that preference may stop to be transitive: with a > b, a ~ c and
    b ~ c, say. Stability asks how pairs compare and nothing more, so every concept stays defined.
    """

    party: int
    one: int
    other: int
    now: Judgement
    instead: Judgement


class Changes:
    """Solves a model anew after changes of one pair each, where only these can tell.

    The party's own verdicts can change at the two states only. Those of the others can change
    under the sequential concepts only, and where the party can move from one state to the other.

    Parameters
    ----------
    relations : Relations
        The model.
    marks : mapping of concept to bool, shape (n_parties, n_states)
        Who is stable where as it is.
    party : int
        Whose judgements change.
    """

    def __init__(
        self, relations: Relations, marks: Mapping[Concept, NDArray[np.bool_]], party: int
    ) -> None:
        self.relations, self.marks, self.party = relations, marks, party
        self.view = party_view(relations, party)
        self.others = [each for each in range(relations.parties) if each != party]

    def equilibria(self, change: PairChange) -> dict[Concept, set[int]]:
        """Give the places of the states that hold after a change, by concept."""
        relations = changed(self.relations, change)
        mine = self._mine(relations)
        answers = self._is_move(change)
        found = {}
        for concept, marks in self.marks.items():
            rest = marks[self.others].all(axis=0)
            if answers and concept in ("seq", "sseq"):
                rest = self._rest(relations, concept)
            own = marks[self.party].copy()
            for state in (change.one, change.other):
                own[state] = is_stable(mine, concept, state)
            found[concept] = set(np.flatnonzero(own & rest).tolist())
        return found

    def _mine(self, relations: Relations) -> View:
        """Give the party's view; what its opponents can answer is kept from change to change."""
        after = party_view(relations, self.party)
        return replace(self.view, leaves=after.leaves, hurts=after.hurts)

    def _is_move(self, change: PairChange) -> bool:
        moves = self.relations.moves[self.party]
        there, back = moves[change.one] >> change.other, moves[change.other] >> change.one
        return bool((there | back) & 1)

    def _rest(self, relations: Relations, concept: Concept) -> NDArray[np.bool_]:
        stable = relations.every
        for other in self.others:
            stable &= stable_states(party_view(relations, other), concept)
        return np.array([bool(stable >> at & 1) for at in range(relations.states)])


def changed(relations: Relations, change: PairChange) -> Relations:
    """Give the model with one pair judged otherwise, and nothing else.

    Parameters
    ----------
    relations : Relations
        The model.
    change : PairChange
        With a known judgement as `instead`.

    Returns
    -------
    Relations
        Strength of preference is left as it was; the plain concepts do not ask for it.
    """
    better, unknown = list(relations.better), list(relations.unknown)
    one, other = change.one, change.other
    rows, unsure = list(better[change.party]), list(unknown[change.party])
    for here, there, up in ((one, other, "<"), (other, one, ">")):
        rows[here] = rows[here] & ~(1 << there) | (change.instead == up) << there
        unsure[here] &= ~(1 << there)
    better[change.party], unknown[change.party] = tuple(rows), tuple(unsure)
    return replace(relations, better=tuple(better), unknown=tuple(unknown))


def judged(worth: Sequence[int], one: int, other: int) -> Judgement:
    """Say how a ranking judges a pair.

    >>> judged([2, 1, 1], 0, 1), judged([2, 1, 1], 1, 2), judged([2, 1, 1], 2, 0)
    ('>', '~', '<')
    """
    if worth[one] == worth[other]:
        return "~"
    return ">" if worth[one] > worth[other] else "<"
