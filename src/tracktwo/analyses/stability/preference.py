"""How does a party order the states? By ranking, by statements, by weights, or by points."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from tracktwo.analyses.settlement.worth import points_of
from tracktwo.analyses.stability.states import States
from tracktwo.casemodel.case import Case
from tracktwo.casemodel.stability import Preference, Stability
from tracktwo.errors import CaseError, Problem

_BAR = (">>",)


def worth_of(
    case: Case, stability: Stability, preference: Preference, states: States
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Order the states for one party.

    A ranking orders them as it stands. Of statements, the first on which two states differ
    decides: option prioritisation (Hipel, Kilgour, Fang and Peng 1997 [1]_). Weights and points
    add up exactly.

    Parameters
    ----------
    case, stability, preference, states
        The party's preference and what it speaks of.

    Returns
    -------
    worth : int32, shape (n_states,)
        Place of each state from the worst, 0; ties share one.
    levels : int32, shape (n_states,)
        How many bars of a ranking stand below each state.

    Raises
    ------
    CaseError
        If a ranking leaves out a state, names one twice, or names none; if states that are
        merged are not worth the same; if points are asked for that the case does not have.

    References
    ----------
    .. [1] Hipel, Kilgour, Fang and Peng, "The decision support system GMCR in environmental
       conflict management", *Applied Mathematics and Computation* 83, 1997, 117-152.
    """
    place = f"stability.preferences.{preference.party}"
    if preference.ranking:
        return _ranked(case.id, place, preference, states)
    levels = np.zeros(states.count, dtype=np.int32)
    if preference.points:
        scores = _points(case, stability, preference.party, states)
    elif preference.statements:
        scores = _prioritised(preference.statements, states)
    else:
        scores = _weighted(dict(preference.weights), states)
    ranks = np.unique(scores, return_inverse=True)[1].reshape(-1).astype(np.int32)
    firsts = ranks[states.firsts()]
    if (firsts[states.state] != ranks).any():
        text = "orders states that are merged; give the party a ranking, or conditions that agree"
        raise CaseError(case.id, (Problem(place, text),))
    return np.unique(firsts, return_inverse=True)[1].reshape(-1).astype(np.int32), levels


def _ranked(
    name: str, place: str, preference: Preference, states: States
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Read a ranking, best first, with every fault in it said at once."""
    worth = np.full(states.count, -1, dtype=np.int32)
    levels = np.zeros(states.count, dtype=np.int32)
    problems = []
    level = preference.ranking.count(_BAR)
    for number, tied in enumerate(preference.ranking):
        if tied == _BAR:
            level -= 1
            continue
        found = [state for text in tied for state in states.named(text)]
        where = f"{place}.ranking[{number}]"
        if not found:
            problems.append(Problem(where, f'"{", ".join(tied)}" fits no possible state'))
        if len(set(found)) < len(found) or (worth[found] >= 0).any():
            problems.append(Problem(where, "names a state that another place names"))
        worth[found], levels[found] = len(preference.ranking) - number, level
    missing = np.flatnonzero(worth < 0)
    if len(missing):
        shown = ", ".join(_written(states, int(state)) for state in missing[:5])
        more = f" and {len(missing) - 5} more" if len(missing) > 5 else ""
        problems.append(Problem(f"{place}.ranking", f"leaves out {shown}{more}; rank every state"))
    if problems:
        raise CaseError(name, tuple(problems))
    return np.unique(worth, return_inverse=True)[1].reshape(-1).astype(np.int32), levels


def _written(states: States, state: int) -> str:
    member = int(states.firsts()[state])
    taken = [bool(states.taken[name][member]) for name in states.names]
    if states.members[0] == 1 and len(states.names) == len(states.members):
        return states.names[member]
    return "".join("Y" if each else "N" for each in taken)


def _prioritised(statements: tuple[str, ...], states: States) -> NDArray[np.int64]:
    """Rank lexicographically, renumbering as it goes, so that no score outgrows 64 bits."""
    ranks = np.zeros(len(states.members), dtype=np.int64)
    for statement in statements:
        doubled = 2 * ranks + states.meeting(statement)
        ranks = np.unique(doubled, return_inverse=True)[1].reshape(-1)
    return ranks


def _weighted(weights: Mapping[str, Decimal], states: States) -> NDArray[np.int64]:
    """Add up weights as whole numbers of the smallest place that any of them has."""
    places = max((-int(weight.as_tuple().exponent) for weight in weights.values()), default=0)
    total = np.zeros(len(states.members), dtype=object)
    for condition, weight in weights.items():
        total += states.meeting(condition).astype(object) * int(weight.scaleb(places))
    return np.unique(total, return_inverse=True)[1].reshape(-1)


def _points(case: Case, stability: Stability, party: str, states: States) -> NDArray[np.int64]:
    """Give each state the worth of the package of the first outcome whose condition it meets."""
    worths = [_no_agreement(case, party), *_packages(case, stability, party)]
    order = {worth: rank for rank, worth in enumerate(sorted(set(worths)))}
    scores = np.full(len(states.members), order[worths[0]], dtype=np.int64)
    for outcome, worth in zip(reversed(stability.outcomes), reversed(worths[1:]), strict=True):
        scores[states.meeting(outcome.when)] = order[worth]
    return scores


def _packages(case: Case, stability: Stability, party: str) -> Iterator[Fraction]:
    """Give what each outcome is worth: its package, as the settlement has it, or no agreement."""
    for outcome in stability.outcomes:
        if not outcome.package:
            yield _no_agreement(case, party)
            continue
        worth = (points_of(case, party, issue).get(way) for issue, way in outcome.package)
        yield sum((each for each in worth if each is not None), Fraction())


def _no_agreement(case: Case, party: str) -> Fraction:
    for each in case.parties:
        if each.id == party and each.no_agreement is not None:
            return Fraction(each.no_agreement.best)
    place = f"stability.preferences.{party}.points"
    text = "needs the party's no_agreement, which states without an outcome are worth"
    raise CaseError(case.id, (Problem(place, text),))
