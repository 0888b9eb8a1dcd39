"""From the ``[stability]`` section of a case to a model."""

from collections.abc import Sequence

import numpy as np

from tracktwo.analyses.stability.model import Arcs, Model
from tracktwo.analyses.stability.preference import worth_of
from tracktwo.analyses.stability.states import States, states_of
from tracktwo.casemodel.case import Case
from tracktwo.casemodel.stability import Lever, Preference, Stability
from tracktwo.errors import CaseError, Problem, StabilityError

_LETTERS = np.array([ord("N"), ord("Y")], dtype=np.uint8)
MOST_MERGED = 4096


def model_of(case: Case) -> Model:
    """Build the graph model of a case.

    Parameters
    ----------
    case : Case
        With a ``[stability]`` section.

    Returns
    -------
    Model
        Its parties are those with preferences.

    Raises
    ------
    CaseError
        If there is no such section, or a ranking does not fit the states; all faults of one
        party at once.
    StabilityError
        If states are merged in a model of more than `MOST_MERGED` of them.
    """
    stability = case.stability
    if stability is None:
        problem = Problem("stability", "is missing; name the options of the parties there")
        raise CaseError(case.id, (problem,))
    states = states_of(stability, case.id)
    preferences = [
        preference
        for party in case.parties
        for preference in stability.preferences
        if preference.party == party.id
    ]
    orders = [worth_of(case, stability, preference, states) for preference in preferences]
    bits = _bits(stability, states)
    ids = tuple(node for node, _ in stability.nodes) or bits
    return Model(
        parties=tuple(preference.party for preference in preferences),
        levers=stability.levers,
        codes=states.members[states.firsts()],
        bits=bits,
        labels=_labels(stability, states),
        ids=ids,
        worth=np.array([worth for worth, _ in orders], dtype=np.int32).reshape(-1, states.count),
        arcs=_arcs(stability, states, preferences),
        unknown=tuple(_pairs(states, each.unknown) for each in preferences),
        much=tuple(_pairs(states, each.much) for each in preferences),
        levels=np.array([level for _, level in orders], dtype=np.int32).reshape(-1, states.count),
        status_quo=_status_quo(case.id, stability, states),
    )


def _bits(stability: Stability, states: States) -> tuple[str, ...]:
    if stability.nodes:
        return ("",) * states.count
    columns = [states.taken[name] for name in states.names]
    letters = _LETTERS[np.array(columns, dtype=np.intp).T]
    firsts = letters[states.firsts()]
    differ = letters != firsts[states.state]
    for member in np.flatnonzero(differ.any(axis=1)):
        firsts[states.state[member], differ[member]] = ord("-")
    text = firsts.tobytes().decode("ascii")
    width = len(states.names)
    return tuple(text[at : at + width] for at in range(0, len(text), width))


def _labels(stability: Stability, states: States) -> tuple[str, ...]:
    if stability.nodes:
        return tuple(label for _, label in stability.nodes)
    labels = [""] * states.count
    for text, name in stability.names:
        for state in states.named(text):
            labels[state] = name
    return tuple(labels)


def _pairs(states: States, pairs: Sequence[tuple[str, str]]) -> tuple[tuple[int, int], ...]:
    """Give every pair of states that two names, or patterns, mean."""
    return tuple(
        (one, other)
        for first, second in pairs
        for one in states.named(first)
        for other in states.named(second)
    )


def _status_quo(name: str, stability: Stability, states: States) -> int | None:
    if not stability.status_quo:
        return None
    found = states.named(stability.status_quo)
    if len(found) == 1:
        return found[0]
    problem = Problem("stability.status_quo", f"means {len(found)} states; name one possible state")
    raise CaseError(name, (problem,))


def _arcs(
    stability: Stability, states: States, preferences: Sequence[Preference]
) -> tuple[Arcs, ...] | None:
    """Give moves as pairs where the options alone do not say them."""
    if stability.nodes:
        places = {node: at for at, (node, _) in enumerate(stability.nodes)}
        listed = dict(stability.arcs)
        return tuple(
            _sorted([(places[a], places[b]) for a, b in listed.get(preference.party, ())])
            for preference in preferences
        )
    if states.count == len(states.members):
        return None
    if len(states.members) > MOST_MERGED:
        raise StabilityError(
            f"states are merged in a model of {len(states.members):,}; {MOST_MERGED:,} is the most"
        )
    members = [int(code) for code in states.members]
    place = dict(zip(members, states.state.tolist(), strict=True))
    return tuple(
        _sorted(
            [
                (place[start], place[end])
                for start in members
                for end in option_moves(stability.levers, preference.party, start)
                if end in place and place[start] != place[end]
            ]
        )
        for preference in preferences
    )


def option_moves(levers: Sequence[Lever], party: str, code: int) -> list[int]:
    """Give every other combination that a party can go to in one move, possible or not.

    One move may change any of the party's options that may change in that direction.
    """
    free = [
        1 << at
        for at, lever in enumerate(levers)
        if party in lever.parties and lever.moves in ("both", "Y->N" if code >> at & 1 else "N->Y")
    ]
    ends = [code]
    for bit in free:
        ends += [end ^ bit for end in ends]
    return ends[1:]


def _sorted(pairs: list[tuple[int, int]]) -> Arcs:
    unique = sorted(set(pairs))
    table = np.array(unique, dtype=np.int64).reshape(-1, 2)
    return table[:, 0].copy(), table[:, 1].copy()
