"""Which states are there? All that are possible, those that cannot be told apart as one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tracktwo.casemodel.condition import holds, parse_condition
from tracktwo.casemodel.stability import Stability
from tracktwo.errors import CaseError, Problem


@dataclass(frozen=True, slots=True, eq=False)
class States:
    """The possible combinations of options, and the state that each belongs to.

    Attributes
    ----------
    names : tuple of str
        Ids of the options, or of the nodes in graph form.
    members : int64, shape (n_members,)
        Codes of the possible combinations, rising; in graph form 1 to n.
    state : intp, shape (n_members,)
        The place of the state that each belongs to; states stand in the order of their
        smallest codes.
    taken : mapping of name to bool, shape (n_members,)
        Whether each option is taken; in graph form, whether this is the node.
    """

    names: tuple[str, ...]
    members: NDArray[np.int64]
    state: NDArray[np.intp]
    taken: Mapping[str, NDArray[np.bool_]]

    @property
    def count(self) -> int:
        """How many states there are."""
        return int(self.state.max()) + 1 if len(self.state) else 0

    def firsts(self) -> NDArray[np.intp]:
        """Give the place of the first member of each state."""
        return np.unique(self.state, return_index=True)[1]

    def meeting(self, text: str) -> NDArray[np.bool_]:
        """Mark the members that meet a condition."""
        found = holds(parse_condition(text, self.names), self.taken)
        return np.asarray(found, dtype=np.bool_)

    def named(self, text: str) -> list[int]:
        """Give the places of the states that a state's name, or a pattern, means."""
        return sorted(set(self.state[self.meeting(text)].tolist()))


def states_of(stability: Stability, name: str) -> States:
    """List the states of a graph model.

    Parameters
    ----------
    stability : Stability
        In either form.
    name : str
        The case's id, for the error.

    Returns
    -------
    States
        In the order of their codes.

    Raises
    ------
    CaseError
        If no state is possible, or two conditions of `merged` share a state.
    """
    if stability.nodes:
        names = tuple(node for node, _ in stability.nodes)
        numbers = np.arange(1, len(names) + 1, dtype=np.int64)
        taken = {node: numbers == at for at, node in enumerate(names, start=1)}
        return States(names, numbers, numbers.astype(np.intp) - 1, taken)
    names = tuple(lever.id for lever in stability.levers)
    every = np.arange(1 << len(names), dtype=np.int64)
    whole = States(names, every, every.astype(np.intp), _taken(names, every))
    possible = np.ones(len(every), dtype=np.bool_)
    for condition in stability.impossible:
        possible &= ~whole.meeting(condition)
    members = every[possible]
    if not len(members):
        raise _refusal(name, "stability.impossible", "leaves no state; drop a condition")
    plain = States(names, members, np.arange(len(members)), _taken(names, members))
    return States(names, members, _merged(plain, stability.merged, name), plain.taken)


def _taken(names: Sequence[str], codes: NDArray[np.int64]) -> dict[str, NDArray[np.bool_]]:
    return {name: (codes >> at & 1).astype(np.bool_) for at, name in enumerate(names)}


def _merged(plain: States, conditions: Sequence[str], name: str) -> NDArray[np.intp]:
    """Give each member the place of its state, after merging."""
    first = np.arange(len(plain.members))
    seen = np.zeros(len(first), dtype=np.bool_)
    for number, condition in enumerate(conditions):
        found = plain.meeting(condition)
        if (seen & found).any():
            text = "shares a state with another condition; join the two by or"
            raise _refusal(name, f"stability.merged[{number}]", text)
        if found.any():
            first[found] = np.flatnonzero(found)[0]
        seen |= found
    return np.unique(first, return_inverse=True)[1].reshape(-1)


def _refusal(name: str, place: str, message: str) -> CaseError:
    return CaseError(name, (Problem(place, message),))
