"""Every concept agrees with the slow oracle on random models of every kind."""

import os
from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.analyses.stability import oracle
from tests.analyses.stability.world import Wanted, drawn

from tracktwo.analyses.stability.coalition import all_coalitions, coalition_view
from tracktwo.analyses.stability.concepts import CONCEPTS, is_stable, stable_states
from tracktwo.analyses.stability.inverse import Inverse, inverse
from tracktwo.analyses.stability.limited_move import limited_move
from tracktwo.analyses.stability.model import Model
from tracktwo.analyses.stability.party_view import party_view
from tracktwo.analyses.stability.relations import relations_of
from tracktwo.analyses.stability.simultaneous import simultaneous
from tracktwo.analyses.stability.solve import solve
from tracktwo.analyses.stability.strength import strongly_stable
from tracktwo.analyses.stability.unknown_preference import EXTENSIONS, uncertain_view

Checked = Callable[[int], None]


def classic(seed: int) -> None:
    """Hold the kernels, and the sets behind the reasons, against the oracle."""
    model, plain = drawn(
        seed, Wanted(options=7, states=128) if seed % 100 == 7 else Wanted(options=4)
    )
    marks = solve(model, CONCEPTS)
    relations = relations_of(model)
    for i in plain.parties:
        view = party_view(relations, i)
        for concept in CONCEPTS:
            right = [oracle.party_stable(plain, i, s, concept) for s in plain.states]
            assert marks[concept][i].tolist() == right, (seed, i, concept, "kernels")
            by_sets = stable_states(view, concept)
            assert [bool(by_sets >> s & 1) for s in plain.states] == right, (seed, i, concept)


def uncertain(seed: int) -> None:
    model, plain = drawn(seed, Wanted(options=4, states=12, unknown=True))
    relations = relations_of(model)
    marks = solve(model, CONCEPTS)
    for i in plain.parties:
        for concept in CONCEPTS:
            right = [oracle.party_stable(plain, i, s, concept) for s in plain.states]
            assert marks[concept][i].tolist() == right, (seed, i, concept)
        for extension in EXTENSIONS:
            view = uncertain_view(relations, i, extension)
            for concept in CONCEPTS:
                for s in plain.states:
                    right_one = oracle.party_stable(plain, i, s, concept, extension)
                    assert is_stable(view, concept, s) == right_one, (seed, i, concept, extension)


def strong(seed: int) -> None:
    model, plain = drawn(seed, Wanted(options=4, states=12, unknown=seed % 2 == 0))
    relations = relations_of(model)
    for i in plain.parties:
        for concept in CONCEPTS:
            found = strongly_stable(relations, i, concept)
            right = [oracle.strongly_stable(plain, i, s, concept) for s in plain.states]
            assert [bool(found >> s & 1) for s in plain.states] == right, (seed, i, concept)


def together(seed: int) -> None:
    model, plain = drawn(seed, Wanted(options=4, states=10, unknown=seed % 3 == 0))
    relations = relations_of(model)
    everyone = all_coalitions(len(plain.parties))
    some = [each for at, each in enumerate(everyone) if len(each) == 1 or (seed + at) % 2]
    for allowed in (everyone, some):
        for members in allowed:
            view = coalition_view(relations, members, allowed)
            for concept in CONCEPTS:
                found = [is_stable(view, concept, s) for s in plain.states]
                right = [
                    oracle.coalition_stable(plain, members, allowed, s, concept)
                    for s in plain.states
                ]
                assert found == right, (seed, members, concept)


def ahead(seed: int) -> None:
    model, plain = drawn(seed, Wanted(parties=(2, 2), options=4, states=8))
    relations = relations_of(model)
    for i in plain.parties:
        for horizon in (1, 2, 3):
            found = limited_move(relations, i, horizon)
            right = [oracle.limited(plain, i, s, horizon) for s in plain.states]
            assert [bool(found >> s & 1) for s in plain.states] == right, (seed, i, horizon)
        if model.levers:
            found = simultaneous(model, relations, i)
            right = [oracle.simultaneously_stable(plain, i, s) for s in plain.states]
            assert [bool(found >> s & 1) for s in plain.states] == right, (seed, i)


def inverted(seed: int) -> None:
    model, plain = drawn(seed, Wanted(parties=(2, 3), options=3, states=4))
    if len(plain.states) > 5:
        return
    pairs: tuple[tuple[int, ...], ...] = ((0, 1),) if seed % 2 else ()
    concept = CONCEPTS[seed % 5]
    state, party = seed % len(plain.states), seed % len(plain.parties)
    found = inverse(model, state, party, concept, pairs)
    right = oracle.inverse_count(plain, state, party, concept, pairs)
    assert found.count == right, (seed, concept)
    if found.terms:
        assert sum(t.sign * found.rankings // t.over for t in found.terms) == right, seed
    holds_after_the_change(model, plain, inverse(model, state, party, concept))


def holds_after_the_change(model: Model, plain: oracle.Plain, found: Inverse) -> None:
    """Put the nearest ranking in place and ask the oracle."""
    if found.change is None:
        return
    listed = [state for tied in found.ranking for state in tied]
    assert sorted(listed) == list(range(model.states))
    place = {state: -at for at, tied in enumerate(found.ranking) for state in tied}
    rank = list(plain.rank)
    rank[found.party] = tuple(place[state] for state in plain.states)
    changed = replace(plain, rank=tuple(rank))
    groups = [(i,) for i in plain.parties]
    assert all(
        oracle.coalition_stable(changed, each, (), found.state, found.concept) for each in groups
    )


@pytest.mark.parametrize(
    ("check", "share"),
    [(classic, 40), (uncertain, 12), (strong, 12), (together, 6), (ahead, 15), (inverted, 15)],
    ids=["classic", "uncertain", "strong", "together", "ahead", "inverted"],
)
def test_on_random_models_the_answer_is_the_oracles(check: Checked, share: int) -> None:
    """Draw 3,000 models, or as many as TRACKTWO_RANDOM_MODELS says: 100,000 take half an hour."""
    models = int(os.environ.get("TRACKTWO_RANDOM_MODELS", "3000")) * share // 100
    first = int(os.environ.get("TRACKTWO_RANDOM_FIRST", "0"))
    for seed in range(first, first + models):
        check(seed)
    assert models
