"""Every concept agrees with the slow oracle on random models of every kind."""

import os
from collections import Counter
from collections.abc import Callable

import pytest
from tests.analyses.stability import oracle
from tests.analyses.stability.world import Wanted, drawn

from tracktwo.analyses.stability.coalition import all_coalitions, coalition_view
from tracktwo.analyses.stability.concepts import CONCEPTS, stable_states
from tracktwo.analyses.stability.flips import flips
from tracktwo.analyses.stability.inverse import inverse
from tracktwo.analyses.stability.limited_move import limited_move
from tracktwo.analyses.stability.party_view import party_view
from tracktwo.analyses.stability.relations import relations_of
from tracktwo.analyses.stability.simultaneous import simultaneous
from tracktwo.analyses.stability.solve import solve
from tracktwo.analyses.stability.strength import strongly_stable
from tracktwo.analyses.stability.unknown_preference import EXTENSIONS, uncertain_view

Checked = Callable[[int], int]  # a seed, to how many options its model has


def classic(seed: int) -> int:
    """Hold the kernels, and the sets behind the reasons, against the oracle."""
    model, plain = drawn(seed)
    marks = solve(model, CONCEPTS)
    relations = relations_of(model)
    for i in plain.parties:
        view = party_view(relations, i)
        for concept in CONCEPTS:
            right = [oracle.party_stable(plain, i, s, concept) for s in plain.states]
            assert marks[concept][i].tolist() == right, (seed, i, concept, "kernels")
            by_sets = stable_states(view, concept)
            assert [bool(by_sets >> s & 1) for s in plain.states] == right, (seed, i, concept)
    return len(model.levers)


def uncertain(seed: int) -> int:
    model, plain = drawn(seed, Wanted(large=0.05, unknown=True))
    relations = relations_of(model)
    marks = solve(model, CONCEPTS)
    for i in plain.parties:
        for concept in CONCEPTS:
            right = [oracle.party_stable(plain, i, s, concept) for s in plain.states]
            assert marks[concept][i].tolist() == right, (seed, i, concept)
        for extension in EXTENSIONS:
            view = uncertain_view(relations, i, extension)
            for concept in CONCEPTS:
                found = stable_states(view, concept)
                right = [oracle.party_stable(plain, i, s, concept, extension) for s in plain.states]
                held = [bool(found >> s & 1) for s in plain.states]
                assert held == right, (seed, i, concept, extension)
    return len(model.levers)


def strong(seed: int) -> int:
    """Hold what is strongly, and so what is weakly stable, against the oracle."""
    model, plain = drawn(seed, Wanted(unknown=seed % 2 == 0))
    relations = relations_of(model)
    for i in plain.parties:
        stable = party_view(relations, i)
        for concept in CONCEPTS:
            strongly = strongly_stable(relations, i, concept)
            weakly = stable_states(stable, concept) & ~strongly
            right = [oracle.strongly_stable(plain, i, s, concept) for s in plain.states]
            assert [bool(strongly >> s & 1) for s in plain.states] == right, (seed, i, concept)
            right = [
                oracle.party_stable(plain, i, s, concept) and not hard
                for s, hard in enumerate(right)
            ]
            assert [bool(weakly >> s & 1) for s in plain.states] == right, (seed, i, concept)
    return len(model.levers)


def together(seed: int) -> int:
    """Let every coalition act, or only some beside the single parties."""
    model, plain = drawn(seed, Wanted(large=0.05, unknown=seed % 3 == 0))
    relations = relations_of(model)
    allowed = all_coalitions(len(plain.parties))
    if seed % 2:
        allowed = tuple(each for at, each in enumerate(allowed) if len(each) == 1 or seed >> at & 2)
    for members in allowed:
        view = coalition_view(relations, members, allowed)
        for concept in CONCEPTS:
            found = stable_states(view, concept)
            right = [
                oracle.coalition_stable(plain, members, allowed, s, concept) for s in plain.states
            ]
            assert [bool(found >> s & 1) for s in plain.states] == right, (seed, members, concept)
    return len(model.levers)


def ahead(seed: int) -> int:
    model, plain = drawn(seed, Wanted(parties=(2, 2)))
    relations = relations_of(model)
    for i in plain.parties:
        for horizon in (1, 2, 3, 4):
            found = limited_move(relations, i, horizon)
            right = [oracle.limited(plain, i, s, horizon) for s in plain.states]
            assert [bool(found >> s & 1) for s in plain.states] == right, (seed, i, horizon)
    return len(model.levers)


def at_once(seed: int) -> int:
    model, plain = drawn(seed, Wanted(parties=(2, 2), graph=0.0))
    relations = relations_of(model)
    for i in plain.parties:
        found = simultaneous(model, relations, i)
        right = [oracle.simultaneously_stable(plain, i, s) for s in plain.states]
        assert [bool(found >> s & 1) for s in plain.states] == right, (seed, i)
    return len(model.levers)


def inverted(seed: int) -> int:
    """Hold the count, the nearest ranking and the inclusion-exclusion against all rankings."""
    model, plain = drawn(
        seed, Wanted(large=0.3, states=4 if seed % 4 else 5, unknown=seed % 3 == 0)
    )
    everyone = all_coalitions(len(plain.parties))
    teams = [each for at, each in enumerate(everyone) if len(each) > 1 and (seed + at) % 3 == 0]
    concept = CONCEPTS[seed % 5]
    state, party = seed % len(plain.states), seed % len(plain.parties)
    found = inverse(model, state, party, concept, teams)
    right, least = oracle.inverse_count(plain, state, party, concept, tuple(teams))
    assert (found.count, found.change) == (right, least), (seed, concept)
    if found.terms:
        assert sum(t.sign * found.rankings // t.over for t in found.terms) == right, seed
    if found.change is not None:
        assert sorted(s for tied in found.ranking for s in tied) == plain.states, seed
        place = {s: -at for at, tied in enumerate(found.ranking) for s in tied}
        mine = tuple(place[s] for s in plain.states)
        assert oracle.makes_an_equilibrium(plain, state, party, concept, tuple(teams), mine), (
            seed,
            concept,
        )
    return len(model.levers)


def otherwise(seed: int) -> int:
    """Judge each pair of neighbours otherwise, inside ties as well."""
    model, plain = drawn(seed, Wanted(large=0.2, states=8, unknown=seed % 3 == 0))
    right = oracle.flips(plain, CONCEPTS)
    found = {}
    for flip in flips(model, CONCEPTS):
        change = flip.change
        how: str = change.instead
        if change.one > change.other:
            how = {">": "<", "<": ">"}.get(how, how)
        pair = frozenset((change.one, change.other))
        found[change.party, pair, how, flip.concept] = (set(flip.gained), set(flip.lost))
    assert found == right, seed
    return len(model.levers)


CHECKS: dict[str, tuple[Checked, int]] = {
    "classic": (classic, 600),
    "uncertain": (uncertain, 150),
    "strong": (strong, 150),
    "together": (together, 100),
    "ahead": (ahead, 200),
    "at_once": (at_once, 300),
    "inverted": (inverted, 100),
    "otherwise": (otherwise, 30),
}


@pytest.mark.parametrize("name", CHECKS)
def test_on_random_models_the_answer_is_the_oracles(name: str) -> None:
    """Draw some models, or of every kind as many as TRACKTWO_RANDOM_MODELS says."""
    check, few = CHECKS[name]
    models = int(os.environ.get("TRACKTWO_RANDOM_MODELS", few))
    sizes = Counter(check(seed) for seed in range(models))
    assert sum(sizes.values()) == models
    assert max(sizes) >= 5, "none of the models was large"
