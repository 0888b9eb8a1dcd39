"""Stability from the definitions, with sets and sequences: slow, plain, and sharing no code."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import combinations, permutations, product
from typing import TypeVar

Pairs = frozenset[tuple[int, int]]
T = TypeVar("T")


@dataclass(frozen=True)
class Plain:
    """A model as written in the books.

    `arcs[i]` holds the moves of party i as pairs of states, `rank[i][s]` its preference (higher
    is better), `unknown[i]` and `much[i]` pairs of states, `codes` the options taken.
    """

    codes: tuple[int, ...]
    arcs: tuple[Pairs, ...]
    rank: tuple[tuple[int, ...], ...]
    unknown: tuple[Pairs, ...]
    much: tuple[Pairs, ...]
    sets: dict[object, set[int]] = field(default_factory=dict, init=False, compare=False)
    steps: dict[object, dict[object, dict[int, set[int]]]] = field(
        default_factory=dict, init=False, compare=False
    )
    walks: dict[object, dict[int, set[int]]] = field(
        default_factory=dict, init=False, compare=False
    )

    @property
    def parties(self) -> list[int]:
        """All parties."""
        return list(range(len(self.arcs)))

    @property
    def states(self) -> list[int]:
        """All states."""
        return list(range(len(self.codes)))

    def unsure(self, i: int, s: int, t: int) -> bool:
        """Is the order of s and t not known?"""
        unknown = self.unknown[i]
        return bool(unknown) and ((s, t) in unknown or (t, s) in unknown)

    def better(self, i: int, t: int, s: int) -> bool:
        """Is t known to be better than s for i?"""
        return self.rank[i][t] > self.rank[i][s] and not self.unsure(i, s, t)

    def not_better(self, i: int, t: int, s: int) -> bool:
        """Is t known not to be better than s for i?"""
        return self.rank[i][t] <= self.rank[i][s] and not self.unsure(i, s, t)

    def moves(self, i: int, s: int) -> set[int]:
        """Where can i go from s?"""
        return self.ends[i].get(s, set())

    @cached_property
    def ends(self) -> list[dict[int, set[int]]]:
        """Each party's moves by state."""
        found: list[dict[int, set[int]]] = []
        for arcs in self.arcs:
            mine: dict[int, set[int]] = {}
            for a, b in arcs:
                mine.setdefault(a, set()).add(b)
            found.append(mine)
        return found


@dataclass(frozen=True)
class Otherwise(Plain):
    """The same, but for how one party judges one pair: (party, first, second, ">", "~" or "<")."""

    judgement: tuple[int, int, int, str] = (0, 0, 0, "~")

    def spoken(self, i: int, s: int, t: int) -> bool:
        """Is this the pair?"""
        party, one, other, _ = self.judgement
        return i == party and {s, t} == {one, other}

    def unsure(self, i: int, s: int, t: int) -> bool:
        """Is the order of s and t not known?"""
        return not self.spoken(i, s, t) and Plain.unsure(self, i, s, t)

    def better(self, i: int, t: int, s: int) -> bool:
        """Is t known to be better than s for i?"""
        if self.spoken(i, s, t):
            _, one, other, how = self.judgement
            return (t, how) in {(one, ">"), (other, "<")}
        return Plain.better(self, i, t, s)

    def not_better(self, i: int, t: int, s: int) -> bool:
        """Is t known not to be better than s for i?"""
        if self.spoken(i, s, t):
            return not self.better(i, t, s)
        return Plain.not_better(self, i, t, s)


def judged(model: Plain, i: int, a: int, b: int) -> str:
    """How does i judge a pair?"""
    if model.unsure(i, a, b):
        return "?"
    return ">" if model.better(i, a, b) else "<" if model.better(i, b, a) else "~"


def equilibria(model: Plain, concept: str) -> set[int]:
    return {
        s for s in model.states if all(party_stable(model, i, s, concept) for i in model.parties)
    }


def flips(
    model: Plain, concepts: Iterable[str]
) -> dict[tuple[int, frozenset[int], str, str], tuple[set[int], set[int]]]:
    """Judge every pair that has no third state between it otherwise: which equilibria change?

    By party, pair, the judgement as said of the smaller state first, and concept.
    """
    found = {}
    before = {concept: equilibria(model, concept) for concept in concepts}
    for i in model.parties:
        rank = model.rank[i]
        for a in model.states:
            for b in range(a + 1, len(model.states)):
                low, high = sorted((rank[a], rank[b]))
                between = any(low < rank[c] < high for c in model.states)
                now = judged(model, i, a, b)
                if between and now != "?":
                    continue
                for how in {">", "~", "<"} - {now}:
                    other = Otherwise(
                        model.codes,
                        model.arcs,
                        model.rank,
                        model.unknown,
                        model.much,
                        judgement=(i, a, b, how),
                    )
                    for concept in concepts:
                        after = equilibria(other, concept)
                        gained, lost = after - before[concept], before[concept] - after
                        if gained or lost:
                            found[i, frozenset((a, b)), how, concept] = (gained, lost)
    return found


def once(known: dict[object, T], key: object, make: Callable[[], T]) -> T:
    """Work a thing out the first time that it is asked for."""
    if key not in known:
        known[key] = make()
    return known[key]


def sequences(start: int, movers: dict[object, dict[int, set[int]]]) -> set[int]:
    """Follow every legal sequence; a pair of state and last mover need not be followed twice."""
    seen: set[tuple[int, object]] = set()
    waiting: list[tuple[int, object]] = [(start, None)]
    while waiting:
        state, last = waiting.pop()
        for mover, steps in movers.items():
            if mover == last:
                continue
            for end in steps.get(state, set()):
                if (end, mover) not in seen:
                    seen.add((end, mover))
                    waiting.append((end, mover))
    return {state for state, _ in seen}


def everyone_else(model: Plain, i: int) -> dict[object, dict[int, set[int]]]:
    return {j: {s: model.moves(j, s) for s in model.states} for j in model.parties if j != i}


def improving_else(
    model: Plain, i: int, *, bold: bool = False
) -> dict[object, dict[int, set[int]]]:
    return {
        j: {
            s: {
                t
                for t in model.moves(j, s)
                if model.better(j, t, s) or (bold and model.unsure(j, s, t))
            }
            for s in model.states
        }
        for j in model.parties
        if j != i
    }


def party_stable(model: Plain, i: int, s: int, concept: str, extension: str = "") -> bool:
    """Stability of one party, plain or under an extension of Li and others."""
    daring, bold = extension in ("a", "c"), extension in ("c", "d")
    leaving = {
        t for t in model.moves(i, s) if model.better(i, t, s) or (daring and model.unsure(i, s, t))
    }
    hurting = once(
        model.sets,
        ("hurting", i, s, bold),
        lambda: {
            t for t in model.states if model.not_better(i, t, s) or (bold and model.unsure(i, s, t))
        },
    )
    return _deterred(model, i, concept, leaving, hurting, bold=bool(extension))


def strongly_stable(model: Plain, i: int, s: int, concept: str) -> bool:
    leaving = {t for t in model.moves(i, s) if model.better(i, t, s)}
    hurting = {t for t in model.states if (s, t) in model.much[i]}
    return _deterred(model, i, concept, leaving, hurting, bold=False)


def _deterred(
    model: Plain, i: int, concept: str, leaving: set[int], hurting: set[int], *, bold: bool
) -> bool:
    credible = concept in ("seq", "sseq")
    for s1 in leaving:
        if concept == "nash":
            return False
        steps = once(
            model.steps,
            (i, credible, bold),
            lambda: improving_else(model, i, bold=bold) if credible else everyone_else(model, i),
        )
        key = ("followed", i, credible, bold, s1)
        good = once(model.sets, key, lambda: sequences(s1, steps)) & hurting  # noqa: B023 - used at once
        if concept in ("smr", "sseq"):
            good = {s2 for s2 in good if model.moves(i, s2) <= hurting}
        if not good:
            return False
    return True


def coalition_moves(model: Plain, members: tuple[int, ...]) -> dict[int, set[int]]:
    steps: dict[object, dict[int, set[int]]] = {j: model.ends[j] for j in members}
    return once(
        model.walks, ("reach", members), lambda: {s: sequences(s, steps) for s in model.states}
    )


def coalition_improvements(model: Plain, members: tuple[int, ...]) -> dict[int, set[int]]:
    return once(
        model.walks,
        ("improvements", members),
        lambda: {
            s: {t for t in ends if all(model.better(j, t, s) for j in members)}
            for s, ends in coalition_moves(model, members).items()
        },
    )


def coalition_stable(
    model: Plain, members: tuple[int, ...], allowed: Iterable[tuple[int, ...]], s: int, concept: str
) -> bool:
    outside: dict[object, dict[int, set[int]]]
    credible = concept in ("seq", "sseq")
    if credible:
        groups = {(j,) for j in model.parties} | {tuple(sorted(each)) for each in allowed}
        outside = {
            group: coalition_improvements(model, group)
            for group in groups
            if not set(group) & set(members)
        }
    else:
        outside = {j: model.ends[j] for j in model.parties if j not in members}
    hurting = once(
        model.sets,
        ("hurting together", members, s),
        lambda: {t for t in model.states if any(model.not_better(j, t, s) for j in members)},
    )
    for s1 in coalition_improvements(model, members)[s]:
        if concept == "nash":
            return False
        key = ("followed together", tuple(outside), credible, s1)
        good = once(model.sets, key, lambda: sequences(s1, outside)) & hurting  # noqa: B023 - used at once
        if concept in ("smr", "sseq"):
            good = {s2 for s2 in good if coalition_moves(model, members)[s2] <= hurting}
        if not good:
            return False
    return True


def limited(model: Plain, i: int, s: int, horizon: int) -> bool:
    """Two parties look ahead in turn; of equal ends all are possible, and the worst counts."""
    return foreseen(model, i, s, horizon) == {s}


def foreseen(model: Plain, i: int, s: int, horizon: int) -> set[int]:
    if horizon == 0:
        return {s}
    key = ("foreseen", i, s, horizon)
    return once(model.sets, key, lambda: _best_futures(model, i, s, horizon))


def _best_futures(model: Plain, i: int, s: int, horizon: int) -> set[int]:
    futures = [foreseen(model, 1 - i, t, horizon - 1) for t in sorted(model.moves(i, s))]
    worst = [(min(model.rank[i][end] for end in future), future) for future in futures]
    tempting = [(value, future) for value, future in worst if value > model.rank[i][s]]
    if not tempting:
        return {s}
    best = max(value for value, _ in tempting)
    return set().union(*(future for value, future in tempting if value == best))


def simultaneously_stable(model: Plain, i: int, s: int) -> bool:
    if any(party_stable(model, j, s, "seq") for j in (0, 1)):
        return False
    ends = []
    for a in model.moves(0, s):
        for b in model.moves(1, s):
            if model.better(0, a, s) and model.better(1, b, s):
                base, one, other = model.codes[s], model.codes[a], model.codes[b]
                joint = base ^ ((base ^ one) | (base ^ other))
                if joint in model.codes:
                    ends.append(model.codes.index(joint))
    return bool(ends) and all(model.not_better(i, end, s) for end in ends)


def groups_of(model: Plain) -> list[tuple[int, ...]]:
    return [each for size in model.parties for each in combinations(model.parties, size + 1)]


def makes_an_equilibrium(  # noqa: PLR0917 - a definition has so many parts
    model: Plain,
    s: int,
    party: int,
    concept: str,
    coalitions: tuple[tuple[int, ...], ...],
    mine: tuple[int, ...],
) -> bool:
    """Is s stable for every party and coalition when one party's places are `mine`?"""
    rank = tuple(mine if i == party else each for i, each in enumerate(model.rank))
    unknown = tuple(frozenset() if i == party else each for i, each in enumerate(model.unknown))
    changed = Plain(model.codes, model.arcs, rank, unknown, model.much)
    for group in groups_of(model):  # where a coalition can go hangs on nobody's ranking
        changed.walks["reach", group] = coalition_moves(model, group)
    groups = [*((i,) for i in model.parties), *coalitions]
    return all(coalition_stable(changed, each, coalitions, s, concept) for each in groups)


def inverse_count(
    model: Plain, s: int, party: int, concept: str, coalitions: tuple[tuple[int, ...], ...]
) -> tuple[int, int | None]:
    """Try every ranking of the party.

    Gives the number of strict ones that make s an equilibrium, and in how many pairs the nearest
    one, with or without ties, differs from the present one.
    """
    now, count, least = model.rank[party], 0, None
    ties = len(set(now)) < len(now)
    for mine in weak_orders(len(now)) if ties else permutations(model.states):
        if makes_an_equilibrium(model, s, party, concept, coalitions, mine):
            count += len(set(mine)) == len(mine)
            change = sum(
                (mine[a] > mine[b]) - (mine[a] < mine[b]) != (now[a] > now[b]) - (now[a] < now[b])
                for a in model.states
                for b in range(a)
            )
            least = change if least is None else min(least, change)
    return count, least


@cache
def weak_orders(states: int) -> list[tuple[int, ...]]:
    """List every ranking with ties, as places from 0 of which none is left out."""
    return [
        places
        for places in product(range(states), repeat=states)
        if set(places) == set(range(max(places) + 1))
    ]
