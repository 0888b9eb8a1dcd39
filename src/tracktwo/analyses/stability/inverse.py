"""What would a party have to want for a state to hold? Rankings that make it an equilibrium."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import factorial

from tracktwo.analyses.stability.bitsets import Bits, members
from tracktwo.analyses.stability.coalition import coalition_view
from tracktwo.analyses.stability.concepts import Concept, is_stable
from tracktwo.analyses.stability.inverse_by_order import (
    Marks,
    count_by_order,
    nearest,
)
from tracktwo.analyses.stability.inverse_by_sides import (
    Clause,
    Ranking,
    Term,
    count_by_sides,
    raised,
    smallest,
    terms_of,
    union,
)
from tracktwo.analyses.stability.model import Model
from tracktwo.analyses.stability.relations import Relations, relations_of
from tracktwo.analyses.stability.view import View


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
    ranking: Ranking = ()


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
        If too many states bear on the verdict, in too entangled a way, for an exact count:
        `count_by_sides` and `count_by_order` say how many that is.

    Notes
    -----
    Where only the party's own verdict and those of its coalitions hang on its ranking, what
    counts is which states lie below this one (`count_by_sides`). Where the party's answers deter
    others, its order of the ends of those answers counts as well (`count_by_order`).

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
    if not open_:
        change, ranking = raised(model.worth[party], state, clauses)
        count = count_by_sides(clauses, question.rankings)
        return replace(
            question, count=count, terms=terms_of(clauses), change=change, ranking=ranking
        )
    judge = _Judge(relations, question, clauses, open_, allowed)
    count = count_by_order(judge.compared, judge.holds, question.rankings)
    if not count:
        return question
    change, ranking = nearest(model.worth[party], judge.compared, judge.holds)
    return replace(question, count=count, change=change, ranking=ranking)


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
        yield smallest(ways)


def _answers(view: View, concept: Concept, improvement: int) -> Bits:
    if concept == "nash":
        return 0
    credible = concept in ("seq", "sseq")
    return view.answered_improving(improvement) if credible else view.answered(improvement)


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


class _Judge:
    """Says whether a ranking makes the state an equilibrium, from the comparisons that count."""

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
        self.sides = union(way for clause in clauses for way in clause)
        self.compared = self._compared()
        self.known: dict[tuple[Bits, ...], bool] = {}

    def _compared(self) -> dict[int, Bits]:
        """Give for each state with which others the party's comparison counts.

        For its own verdict those that can lie below the state asked about; for the others' the
        ends of its moves from whatever a sequence of answers can pass through.
        """
        found = {self.question.state: self.sides}
        tempted = _with_order(
            self.relations, self.question.party, [self.relations.every] * self.relations.states
        )
        for each in self.open:
            view = coalition_view(tempted, each, self.allowed)
            passed = union(
                1 << improvement | view.answered_improving(improvement)
                for improvement in members(view.leaves[self.question.state])
            )
            for who, row in zip(view.who, view.improving, strict=True):
                for state in members(passed if self.question.party in who else 0):
                    found[state] = found.get(state, 0) | row[state] & ~(1 << state)
        return found

    def holds(self, marks: Marks) -> bool:
        """Judge a ranking by what lies above what."""
        below = self.sides & ~marks[self.question.state]
        if not all(any(not way & ~below for way in clause) for clause in self.clauses):
            return False
        better = [marks.get(state, 0) for state in range(self.relations.states)]
        key = tuple(better)
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
