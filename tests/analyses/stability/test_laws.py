"""Laws that hold for every model: inclusions, renaming, order, what nobody reaches."""

from dataclasses import replace
from random import Random

import numpy as np
import pytest
from tests.analyses.stability.world import Wanted, drawn

from tracktwo.analyses.kernels.arc_stability import arc_stability, least_forced
from tracktwo.analyses.kernels.option_stability import option_stability
from tracktwo.analyses.kernels.propagation import least_by_propagation
from tracktwo.analyses.stability.concepts import CONCEPTS
from tracktwo.analyses.stability.model import Arcs, Model
from tracktwo.analyses.stability.reachability import routes
from tracktwo.analyses.stability.relations import moves_of, relations_of
from tracktwo.analyses.stability.solve import movers, solve
from tracktwo.errors import ArrayError, StabilityError

SEEDS = range(150)


def test_nash_lies_in_smr_in_gmr_and_in_seq_in_gmr() -> None:
    for seed in SEEDS:
        marks = solve(drawn(seed)[0], CONCEPTS)
        for inner, outer in (
            ("nash", "smr"),
            ("smr", "gmr"),
            ("nash", "seq"),
            ("seq", "gmr"),
            ("nash", "sseq"),
            ("sseq", "seq"),
            ("sseq", "smr"),
        ):
            assert not (marks[inner] & ~marks[outer]).any(), (seed, inner, outer)  # type: ignore[index]  # names of concepts


def test_renaming_and_reordering_parties_reorders_the_verdicts_and_changes_nothing_else() -> None:
    for seed in SEEDS:
        model, _ = drawn(seed)
        order = list(range(len(model.parties)))
        Random(seed).shuffle(order)  # noqa: S311 - an order for a test
        turned = replace(
            model,
            parties=tuple(model.parties[at] for at in order),
            worth=model.worth[order],
            arcs=None if model.arcs is None else tuple(model.arcs[at] for at in order),
            unknown=tuple(model.unknown[at] for at in order),
            much=tuple(model.much[at] for at in order),
            levels=model.levels[order],
        )
        before, after = solve(model, CONCEPTS), solve(turned, CONCEPTS)
        for concept in CONCEPTS:
            assert (after[concept] == before[concept][order]).all(), (seed, concept)


def test_reordering_options_renumbers_the_states_and_changes_nothing_else() -> None:
    for seed in SEEDS:
        model, _ = drawn(seed, Wanted(graph=0.0))
        order = list(range(len(model.levers)))
        Random(seed).shuffle(order)  # noqa: S311 - an order for a test
        codes = sum((model.codes >> old & 1) << new for new, old in enumerate(order))
        place = np.argsort(codes)
        turned = replace(
            model,
            levers=tuple(model.levers[at] for at in order),
            codes=np.asarray(codes)[place],
            worth=model.worth[:, place],
        )
        before, after = solve(model, CONCEPTS), solve(turned, CONCEPTS)
        for concept in CONCEPTS:
            assert (after[concept] == before[concept][:, place]).all(), (seed, concept)


def test_an_unused_option_that_can_never_be_taken_changes_nothing() -> None:
    for seed in SEEDS:
        model, _ = drawn(seed, Wanted(graph=0.0))
        wider = replace(model, levers=(*model.levers, replace(model.levers[0], id="never")))
        before, after = solve(model, CONCEPTS), solve(wider, CONCEPTS)
        assert all((before[concept] == after[concept]).all() for concept in CONCEPTS), seed


def test_a_state_that_nobody_can_reach_or_leave_changes_no_other() -> None:
    for seed in SEEDS:
        model, _ = drawn(seed, Wanted(graph=1.0))
        assert model.arcs is not None
        draw = Random(seed)  # noqa: S311 - a place in a test's ranking
        column = np.array([[draw.randrange(9)] for _ in model.parties], dtype=np.int32)
        wider = replace(
            model,
            codes=np.append(model.codes, model.states + 1),
            worth=np.hstack([model.worth, column]),
        )
        before, after = solve(model, CONCEPTS), solve(wider, CONCEPTS)
        for concept in CONCEPTS:
            assert (after[concept][:, :-1] == before[concept]).all()
            assert after[concept][:, -1].all()


def arcs_of(model: Model) -> tuple[Arcs, ...]:
    """Write the moves of the options out."""
    listed = []
    for party in range(len(model.parties)):
        pairs = [
            (start, end)
            for start, bits in enumerate(moves_of(model, party))
            for end in range(model.states)
            if bits >> end & 1
        ]
        table = np.array(pairs, dtype=np.int64).reshape(-1, 2)
        listed.append((table[:, 0], table[:, 1]))
    return tuple(listed)


def test_option_form_and_the_same_moves_written_out_agree() -> None:
    for seed in SEEDS:
        model, _ = drawn(seed, Wanted(graph=0.0))
        implicit = solve(model, CONCEPTS)
        explicit = arc_stability(model.worth, arcs_of(model), CONCEPTS)
        assert all((implicit[each] == explicit[each]).all() for each in CONCEPTS), seed


def chain(length: int) -> list[Arcs]:
    """Give two movers who can only take turns along one long line."""
    sources = np.arange(length - 1, dtype=np.int64)
    return [(sources[at::2], sources[at::2] + 1) for at in (0, 1)]


def test_long_sequences_are_followed_to_their_end() -> None:
    values = np.full(500, 9, dtype=np.int32)
    values[-1] = 1
    assert least_forced(values, chain(500))[0] == 1


def test_propagation_and_passes_agree() -> None:
    for seed in SEEDS:
        model, _ = drawn(seed, Wanted(graph=1.0))
        assert model.arcs is not None
        first = least_by_propagation(model.worth[0], model.arcs)
        assert (np.minimum.reduce(first) == least_forced(model.worth[0], model.arcs)).all()


def test_the_number_of_threads_changes_nothing() -> None:
    model, _ = drawn(3, Wanted(graph=0.0, options=6))
    size = 1 << len(model.levers)
    worth = np.zeros((len(model.parties), size), dtype=np.int32)
    worth[:, model.codes] = model.worth
    one = option_stability(worth, movers(model), threads=1)
    many = option_stability(worth, movers(model), threads=4)
    assert all((one[concept] == many[concept]).all() for concept in one)


def test_every_route_is_legal_and_by_improvements_only_where_asked() -> None:
    for seed in SEEDS:
        model, plain = drawn(seed, Wanted(options=4, states=12))
        for improving in (False, True):
            for route in routes(relations_of(model), 0, improving=improving):
                here, last = 0, None
                for party, state in route.path:
                    assert party != last
                    assert state in plain.moves(party, here)
                    assert not improving or plain.better(party, state, here)
                    here, last = state, party
                assert here == route.state


def test_an_array_of_the_wrong_type_is_refused() -> None:
    with pytest.raises(ArrayError, match="int32"):
        option_stability(np.zeros((2, 4)), [])  # type: ignore[arg-type]  # the point of the test


def test_sets_are_refused_for_models_that_are_too_large() -> None:
    model, _ = drawn(1)
    large = replace(model, codes=np.arange(5000, dtype=np.int64))
    with pytest.raises(StabilityError, match="5,000 states"):
        relations_of(large)
