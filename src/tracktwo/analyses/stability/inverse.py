"""What would a party have to want for a state to hold? Rankings that make it an equilibrium."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, permutations
from math import factorial

import numpy as np
from numpy.typing import NDArray

from tracktwo.analyses.stability.bitsets import Bits, bits_of, members
from tracktwo.analyses.stability.coalition import coalition_view
from tracktwo.analyses.stability.concepts import Concept, is_stable
from tracktwo.analyses.stability.model import Model
from tracktwo.analyses.stability.relations import Relations, relations_of
from tracktwo.analyses.stability.view import View
from tracktwo.errors import StabilityError

MOST_RELEVANT = 22
MOST_ORDERED = 8
_MOST_CLAUSES = 12


@dataclass(frozen=True, slots=True)
class Term:
    """One term of the inclusion-exclusion: a share of all rankings, with its sign.

    `sign` / `over` is the share of the rankings that put the state below all of `states` (and
    these are `over` - 1 states).
    """

    sign: int
    over: int
    states: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Inverse:
    """How many rankings of a party make a state an equilibrium.

    Attributes
    ----------
    count, rankings : int
        Strict rankings of the party, the others' as they are, under which the state is stable
        for every coalition asked about; and all of them.
    terms : tuple of Term
        The inclusion-exclusion that gives `count`; empty where another way was used.
    blocked_by : tuple of int
        A coalition for which the state is not stable whatever the party wants, or ().
    change : int or None
        In how many pairs of states the nearest such ranking differs from the present one; 0
        where the present one will do, None where none does or it was not found.
    ranking : tuple of tuple of int
        That ranking, best first, ties together.
    """

    state: int
    party: int
    concept: Concept
    count: int
    rankings: int
    terms: tuple[Term, ...] = ()
    blocked_by: tuple[int, ...] = ()
    change: int | None = None
    ranking: tuple[tuple[int, ...], ...] = ()


Clause = tuple[Bits, ...]  # ways to deter one improvement: all states of one of them are below


def inverse(
    model: Model,
    state: int,
    party: int,
    concept: Concept,
    coalitions: Iterable[Sequence[int]] = (),
) -> Inverse:
    """Count the rankings of a party under which a state is an equilibrium.

    The inverse of the graph model (Kinsara, Kilgour and Hipel 2015 [1]_), counted exactly over
    all strict rankings of the party while the others keep theirs. Whether the party itself
    stays depends only on which states lie below this one; whether another stays can depend,
    under the sequential concepts, on what the party would want to answer.

    Parameters
    ----------
    model : Model
        In either form.
    state, party : int
        Their places.
    concept : str
        One of `CONCEPTS`.
    coalitions : iterable of sequence of int
        Beside the single parties, who has to be deterred too.

    Returns
    -------
    Inverse
        The count, and the nearest ranking.

    Raises
    ------
    StabilityError
        If more than `MOST_RELEVANT` states bear on the party's own verdict, or more than
        `MOST_ORDERED` where the order among them matters.

    Notes
    -----
    Of all rankings of n states, b! (m - b)! / (m + 1)! put exactly b given ones of m below the
    state. To raise a state past others changes one pair for each, and no ranking that brings
    the same states below it changes fewer.

    References
    ----------
    .. [1] Kinsara, Kilgour and Hipel, "Inverse approach to the graph model for conflict
       resolution", *IEEE Transactions on Systems, Man, and Cybernetics: Systems* 45, 2015,
       734-742.
    """
    relations = _sure_of(relations_of(model), party)
    asked: list[tuple[int, ...]] = [(each,) for each in range(relations.parties)]
    asked += [tuple(sorted(each)) for each in coalitions if len(each) > 1]
    allowed = [each for each in asked if len(each) > 1]
    own = [each for each in asked if party in each]
    others = [each for each in asked if party not in each]
    question = Inverse(state, party, concept, 0, factorial(relations.states))
    clauses = [
        clause
        for each in own
        for clause in _clauses(relations, each, allowed, concept, state, party)
    ]
    open_: list[tuple[int, ...]] = []
    for each in others:
        verdict = _whatever_it_wants(relations, each, allowed, concept, state, party)
        if verdict is False:
            return replace(question, blocked_by=each)
        if verdict is None:
            open_.append(each)
    if open_:
        return _by_order(model, relations, question, clauses, open_, allowed)
    return _by_sides(model, question, clauses)


def _sure_of(relations: Relations, party: int) -> Relations:
    """Take the party's own unknown pairs as known: its ranking is what varies."""
    unknown = list(relations.unknown)
    unknown[party] = (0,) * relations.states
    return replace(relations, unknown=tuple(unknown))


def _with_order(relations: Relations, party: int, better: Sequence[Bits]) -> Relations:
    rows = list(relations.better)
    rows[party] = tuple(better)
    return replace(relations, better=tuple(rows))


def _clauses(  # noqa: PLR0913, PLR0917 - who, under which concept, at which state
    relations: Relations,
    coalition: Sequence[int],
    allowed: Sequence[Sequence[int]],
    concept: Concept,
    state: int,
    party: int,
) -> Iterator[Clause]:
    """Give for each improvement what deters it, as sets of states that must lie below.

    With the party taken to prefer everything to the state, `leaves` are the improvements that
    are possible at all, and `hurts` what deters whatever the party wants.
    """
    tempted = [relations.every & ~(1 << at) for at in range(relations.states)]
    view = coalition_view(_with_order(relations, party, tempted), coalition, allowed)
    sure = view.hurts[state]
    for improvement in members(view.leaves[state]):
        ways = {1 << improvement}
        for end in members(_answers(view, concept, improvement)):
            needed = 1 << end
            if concept in ("smr", "sseq"):
                needed |= view.reach[end]
            ways.add(needed & ~sure)
        yield _smallest(ways)


def _answers(view: View, concept: Concept, improvement: int) -> Bits:
    if concept == "nash":
        return 0
    credible = concept in ("seq", "sseq")
    return view.answered_improving(improvement) if credible else view.answered(improvement)


def _smallest(ways: set[Bits]) -> Clause:
    """Drop the ways that another one makes needless."""
    return tuple(
        sorted(way for way in ways if not any(other != way and not other & ~way for other in ways))
    )


def _whatever_it_wants(  # noqa: PLR0913, PLR0917 - who, under which concept, at which state
    relations: Relations,
    coalition: Sequence[int],
    allowed: Sequence[Sequence[int]],
    concept: Concept,
    state: int,
    party: int,
) -> bool | None:
    """Tell the verdict of others, None where it depends on what the party wants.

    More improvements of the party are more sanctions, so that none and all are the two ends.
    """
    never = coalition_view(
        _with_order(relations, party, [0] * relations.states), coalition, allowed
    )
    always = coalition_view(
        _with_order(relations, party, [relations.every] * relations.states), coalition, allowed
    )
    least, most = is_stable(never, concept, state), is_stable(always, concept, state)
    return least if least == most else None


def _by_sides(model: Model, question: Inverse, clauses: Sequence[Clause]) -> Inverse:
    """Count by which states lie below, and raise the state until it holds."""
    needed = [clause for clause in set(clauses) if clause[0] != 0]
    relevant = list(members(_union(way for clause in needed for way in clause)))
    if len(relevant) > MOST_RELEVANT:
        raise StabilityError(
            f"{len(relevant)} states bear on this verdict; {MOST_RELEVANT} is the most that can "
            "be counted exactly"
        )
    holds = _holding(needed, relevant)
    sizes = np.bitwise_count(np.arange(1 << len(relevant), dtype=np.uint32))[holds]
    count = _rankings(np.bincount(sizes, minlength=len(relevant) + 1).tolist(), question.rankings)
    change, ranking = _raised(model, question, needed)
    return replace(question, count=count, terms=_terms(needed), change=change, ranking=ranking)


def _union(sets: Iterable[Bits]) -> Bits:
    total = 0
    for bits in sets:
        total |= bits
    return total


def _holding(clauses: Sequence[Clause], relevant: Sequence[int]) -> NDArray[np.bool_]:
    """Mark the sets of relevant states that deter every improvement when they lie below."""
    below = np.arange(1 << len(relevant), dtype=np.uint32)
    place = {state: at for at, state in enumerate(relevant)}
    holds = np.ones(len(below), dtype=np.bool_)
    for clause in clauses:
        met = np.zeros(len(below), dtype=np.bool_)
        for way in clause:
            mask = np.uint32(bits_of(place[state] for state in members(way)))
            met |= below & mask == mask
        holds &= met
    return holds


def _rankings(by_size: Sequence[int], rankings: int) -> int:
    most = len(by_size) - 1
    ways = sum(
        found * factorial(size) * factorial(most - size) for size, found in enumerate(by_size)
    )
    return rankings * ways // factorial(most + 1)


def _terms(clauses: Sequence[Clause]) -> tuple[Term, ...]:
    """Give the inclusion-exclusion over improvements that nothing deters.

    It applies where each way to deter is one state below: then an improvement is free in the
    share 1 / (n + 1) of the rankings that puts the state below all n of them.
    """
    if any(way.bit_count() != 1 for clause in clauses for way in clause):
        return ()
    sets = sorted({_union(clause) for clause in clauses})
    sets = [one for one in sets if not any(other != one and not other & ~one for other in sets)]
    if len(sets) > _MOST_CLAUSES:
        return ()
    terms = []
    for size in range(len(sets) + 1):
        for chosen in combinations(sets, size):
            states = tuple(members(_union(chosen)))
            terms.append(Term((-1) ** size, len(states) + 1, states))
    return tuple(terms)


def _raised(
    model: Model, question: Inverse, clauses: Sequence[Clause]
) -> tuple[int | None, tuple[tuple[int, ...], ...]]:
    """Raise the state past one place after another until every improvement is deterred."""
    worth = model.worth[question.party]
    start = int(worth[question.state])
    for place in range(start, int(worth.max()) + 1):
        below = bits_of(np.flatnonzero(worth <= place).tolist()) & ~(1 << question.state)
        if all(any(not way & ~below for way in clause) for clause in clauses):
            passed = int(np.count_nonzero((worth >= start) & (worth <= place))) - 1
            return (passed if place > start else 0), _order(worth, question.state, place)
    return None, ()


def _order(worth: NDArray[np.int32], state: int, place: int) -> tuple[tuple[int, ...], ...]:
    """Write the ranking with one state raised: past a strict ranking, level with one with ties."""
    strict = len(np.unique(worth)) == len(worth)
    groups: list[tuple[int, ...]] = []
    for value in sorted(set(worth.tolist()), reverse=True):
        tied = [at for at in np.flatnonzero(worth == value).tolist() if at != state]
        if value == place and strict:
            groups.append((state,))
        elif value == place:
            tied = sorted([*tied, state])
        groups.append((*tied,))
    return tuple(group for group in groups if group)


def _by_order(  # noqa: PLR0913, PLR0917 - the model, the question, and what bears on it
    model: Model,
    relations: Relations,
    question: Inverse,
    clauses: Sequence[Clause],
    open_: Sequence[Sequence[int]],
    allowed: Sequence[Sequence[int]],
) -> Inverse:
    """Count by the order of all states that bear on it, and search the nearest ranking."""
    judge = _Judge(relations, question, clauses, open_, allowed)
    relevant = judge.relevant()
    if len(relevant) > MOST_ORDERED:
        raise StabilityError(
            f"the order of {len(relevant)} states bears on this verdict; {MOST_ORDERED} is the "
            "most that can be counted exactly"
        )
    hits = sum(judge.holds(order) for order in permutations(relevant))
    count = hits * (question.rankings // factorial(len(relevant)))
    change, ranking = _nearest(model, question, judge) if count else (None, ())
    return replace(question, count=count, change=change, ranking=ranking)


class _Judge:
    """Says whether a ranking, given from best to worst, makes the state an equilibrium."""

    def __init__(
        self,
        relations: Relations,
        question: Inverse,
        clauses: Sequence[Clause],
        open_: Sequence[Sequence[int]],
        allowed: Sequence[Sequence[int]],
    ) -> None:
        self.relations, self.question, self.clauses = relations, question, clauses
        self.open, self.allowed = open_, allowed
        self.known: dict[tuple[Bits, ...], bool] = {}

    def relevant(self) -> list[int]:
        """Give the states whose order matters: on either end of a move of the party's."""
        bits = 1 << self.question.state | _union(way for c in self.clauses for way in c)
        together = [
            each for each in [(self.question.party,), *self.allowed] if self.question.party in each
        ]
        for each in together:
            view = coalition_view(self.relations, each, ())
            for start, reach in enumerate(view.reach):
                bits |= reach | (1 << start if reach else 0)
        return list(members(bits))

    def holds(self, order: Sequence[int]) -> bool:
        """Judge a ranking of at least the relevant states."""
        better = [0] * self.relations.states
        above = 0
        for state in order:
            better[state] = above
            above |= 1 << state
        below = above & ~better[self.question.state] & ~(1 << self.question.state)
        if not all(any(not way & ~below for way in clause) for clause in self.clauses):
            return False
        key = self._moves(better)
        if key not in self.known:
            now = _with_order(self.relations, self.question.party, better)
            self.known[key] = all(
                is_stable(
                    coalition_view(now, each, self.allowed),
                    self.question.concept,
                    self.question.state,
                )
                for each in self.open
            )
        return self.known[key]

    def _moves(self, better: Sequence[Bits]) -> tuple[Bits, ...]:
        """Give what decides for others: the improvements open to the party, alone and joined."""
        if any(self.question.party in each for each in self.allowed):
            return tuple(better)
        moves = self.relations.moves[self.question.party]
        return tuple(bits & good for bits, good in zip(moves, better, strict=True))


def _nearest(
    model: Model, question: Inverse, judge: _Judge
) -> tuple[int | None, tuple[tuple[int, ...], ...]]:
    """Search rankings by how many neighbours have changed places, nearest first.

    Where the present ranking has ties, or the search grows beyond 50,000 rankings, none is given.
    """
    worth = model.worth[question.party]
    if len(np.unique(worth)) < len(worth):
        return None, ()
    start = tuple(np.argsort(-worth).tolist())
    seen, layer, distance = {start}, [start], 0
    while layer and len(seen) <= 50_000:
        for order in layer:
            if judge.holds(order):
                return distance, tuple((state,) for state in order)
        following = []
        for order in layer:
            for at in range(len(order) - 1):
                swapped = (*order[:at], order[at + 1], order[at], *order[at + 2 :])
                if swapped not in seen:
                    seen.add(swapped)
                    following.append(swapped)
        layer, distance = following, distance + 1
    return None, ()
