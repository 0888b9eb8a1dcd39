"""Where implementations of the graph model go wrong: each trap as a model that tells."""

from random import Random

import numpy as np
import pytest
from tests.analyses.stability import oracle

from tracktwo.analyses.stability.concepts import CONCEPTS, Concept
from tracktwo.analyses.stability.from_case import model_of
from tracktwo.analyses.stability.model import Model
from tracktwo.analyses.stability.party_view import party_view
from tracktwo.analyses.stability.reasons import reason
from tracktwo.analyses.stability.relations import relations_of
from tracktwo.analyses.stability.solve import solve
from tracktwo.casemodel.read import parse_case

HEAD = 'case = { id = "x", title = "X", as_of = "2025-01-31" }\n' + "".join(
    f'parties.{each} = {{ name = "{each}" }}\n' for each in "abc"
)


def graph(moves: dict[str, list[str]], rankings: dict[str, str]) -> Model:
    """Write a model in graph form: moves such as "st", rankings such as "t > s ~ u"."""
    nodes = sorted({node for pairs in moves.values() for pair in pairs for node in pair})
    rows = [HEAD, "[stability.states]", *(f'{node} = "{node}"' for node in nodes)]
    rows.append("[stability.moves]")
    rows += [f"{party} = {[list(pair) for pair in pairs]}" for party, pairs in moves.items()]
    for party, ranking in rankings.items():
        tied = [place.split("~") for place in ranking.replace(" ", "").split(">")]
        rows += [f"[stability.preferences.{party}]", f"ranking = {tied}"]
    return model_of(parse_case("\n".join(rows).replace("'", '"')))


def stable(model: Model, concept: Concept, state: str, party: int = 0) -> bool:
    """Tell whether a state is stable, by the kernels and by the sets, which have to agree."""
    at = model.ids.index(state)
    by_kernel = bool(solve(model, CONCEPTS)[concept][party, at])
    by_sets = reason(party_view(relations_of(model), party), concept, at).stable
    assert by_kernel == by_sets
    return by_kernel


def test_a_tie_is_no_improvement() -> None:
    model = graph({"a": ["st"], "b": ["ts"]}, {"a": "s ~ t", "b": "s > t"})
    assert stable(model, "nash", "s")


def test_a_tie_deters() -> None:
    model = graph({"a": ["st"], "b": ["tu"]}, {"a": "t > s ~ u", "b": "u > t > s"})
    assert not stable(model, "nash", "s")
    assert all(stable(model, concept, "s") for concept in ("gmr", "smr", "seq", "sseq"))


def test_nobody_moves_twice_in_a_row_where_moves_do_not_add_up() -> None:
    """B could hurt A at y, but only by going on from x by itself."""
    model = graph({"a": ["st"], "b": ["tx", "xy"]}, {"a": "t > x > s > y", "b": "y > x > t > s"})
    assert not stable(model, "gmr", "s")
    assert not stable(model, "seq", "s")


def test_an_opponent_may_move_again_after_somebody_else() -> None:
    moves = {"a": ["st"], "b": ["tx", "wy"], "c": ["xw"]}
    rankings = {"a": "t > x > w > s > y", "b": "y > w > x > t > s", "c": "w > x > y > t > s"}
    model = graph(moves, rankings)
    assert all(stable(model, concept, "s") for concept in ("gmr", "smr", "seq", "sseq"))
    found = reason(party_view(relations_of(model), 0), "seq", model.ids.index("s"))
    assert [who for who, _ in found.deterred[0].path] == [(1,), (2,), (1,)]


def test_each_step_of_a_credible_answer_improves_on_the_state_just_before() -> None:
    """C's step is worse for C than the state before it, and better than where all began."""
    moves = {"a": ["st"], "b": ["tx"], "c": ["xy"]}
    model = graph(moves, {"a": "t > x > s > y", "b": "y > x > t > s", "c": "x > y > t > s"})
    assert stable(model, "gmr", "s")
    assert not stable(model, "seq", "s")


def test_an_escape_undoes_a_symmetric_sanction_and_no_other() -> None:
    model = graph({"a": ["st", "uv"], "b": ["tu"]}, {"a": "t > v > s > u", "b": "u > t > s > v"})
    assert stable(model, "gmr", "s")
    assert stable(model, "seq", "s")
    assert not stable(model, "smr", "s")
    assert not stable(model, "sseq", "s")


def test_every_improvement_is_looked_at_after_the_first_was_deterred() -> None:
    """The first is deterred and the second is not: an iterator read twice would miss it."""
    model = graph({"a": ["st", "su"], "b": ["tv"]}, {"a": "t > u > s > v", "b": "v > t > s > u"})
    assert not any(stable(model, concept, "s") for concept in CONCEPTS)
    found = reason(party_view(relations_of(model), 0), "gmr", model.ids.index("s"))
    assert [model.ids[each] for each in found.free] == ["u"]
    assert [model.ids[each.improvement] for each in found.deterred] == ["t"]


OPTIONS = """
[stability]
impossible = {impossible}
[stability.options]
go = {{ title = "Go", by = "a" }}
b1 = {{ title = "B1", by = "b"{way} }}
b2 = {{ title = "B2", by = "b" }}
c1 = {{ title = "C1", by = "c" }}
[stability.preferences]
a.statements = ["not (go and {harm})", "go"]
b.statements = [{b}]
c.statements = [{c}]
"""


def options(impossible: list[str], harm: str, b: str = "", c: str = "", way: str = "") -> Model:
    text = OPTIONS.format(
        impossible=str(impossible).replace("'", '"'),
        harm=harm,
        b=b or '"b1 or not b1"',
        c=c or '"c1 or not c1"',
        way=way,
    )
    return model_of(parse_case(HEAD + text))


def test_two_moves_of_one_opponent_with_one_of_another_between_them_in_option_form() -> None:
    """C can act only once B has, and B can harm only once C has acted."""
    model = options(["c1 and not (b1 or b2)", "b2 and not c1"], "b2 and c1")
    assert stable(model, "gmr", "NNNN")
    found = reason(party_view(relations_of(model), 0), "gmr", model.ids.index("NNNN"))
    assert [who for who, _ in found.deterred[0].path] == [(1,), (2,), (1,)]


def test_opponents_together_do_not_pass_through_the_impossible() -> None:
    """B and C would have to act at the same time, and nobody in the model does."""
    model = options(["not (b1 iff c1)"], "b1 and c1")
    assert not stable(model, "gmr", "NNNN")


@pytest.mark.parametrize(("way", "held"), [("", True), (', moves = "Y->N"', False)])
def test_a_sanction_that_goes_against_a_one_way_option_is_none(way: str, held: bool) -> None:  # noqa: FBT001 - a case of the test
    model = options([], "b1", '"b1"', way=way)
    assert stable(model, "gmr", "NNNN") == held
    assert stable(model, "seq", "NNNN") == held


def test_moves_from_merged_states_are_those_of_any_of_them() -> None:
    """Once A has gone all is one state: B's other option leads nowhere else."""
    text = """
    [stability]
    merged = ["go"]
    [stability.options]
    go = { title = "Go", by = "a", moves = "N->Y" }
    halt = { title = "Halt", by = "b" }
    [stability.preferences]
    a.ranking = ["Y-", "NY", "NN"]
    b.ranking = ["NY", "NN", "Y-"]
    """
    model = model_of(parse_case(HEAD + text))
    assert model.ids == ("NN", "Y-", "NY")
    assert model.arcs is not None
    pairs = [sorted(zip(*(each.tolist() for each in arcs), strict=True)) for arcs in model.arcs]
    assert pairs == [[(0, 1), (2, 1)], [(0, 2), (2, 0)]]


def written(seed: int) -> tuple[Model, oracle.Plain]:
    """Draw a case file with impossible and merged patterns, and the same from the definition."""
    draw = Random(seed)  # noqa: S311 - a test's random models need no secrecy
    width = draw.randint(2, 4)
    owners = [draw.choice("abc") for _ in range(width)]
    ways = [draw.choice(["both", "both", "N->Y", "Y->N"]) for _ in range(width)]
    patterns = ["".join(draw.choice("YN--") for _ in range(width)) for _ in range(3)]
    out, merged = patterns[: draw.randint(0, 2)], patterns[2:]

    def fits(code: int, pattern: str) -> bool:
        return all(
            letter == "-" or (letter == "Y") == bool(code >> at & 1)
            for at, letter in enumerate(pattern)
        )

    codes = [c for c in range(1 << width) if not any(fits(c, each) for each in out)]
    if not codes:
        return written(seed + 100_000)
    one = [code for code in codes if fits(code, merged[0])]
    states = sorted(({tuple(one)} - {()}) | {(c,) for c in codes if c not in one})
    place = {code: at for at, members in enumerate(states) for code in members}
    parties = sorted(set(owners))
    arcs = []
    for party in parties:
        mine = set()
        for start in codes:
            for end in codes:
                changed = [at for at in range(width) if (start ^ end) >> at & 1]
                allowed = all(
                    owners[at] == party and ways[at] != ("N->Y" if start >> at & 1 else "Y->N")
                    for at in changed
                )
                if allowed and place[start] != place[end]:
                    mine.add((place[start], place[end]))
        arcs.append(frozenset(mine))
    rank = [tuple(draw.randrange(4) for _ in states) for _ in parties]
    rows = [HEAD, "[stability]", f"impossible = {out}", f"merged = {merged}"]
    rows.append("[stability.options]")
    rows += [
        f"o{at} = {{ title = 'O', by = '{owner}', moves = '{way}' }}"
        for at, (owner, way) in enumerate(zip(owners, ways, strict=True))
    ]
    for party, places in zip(parties, rank, strict=True):
        ranking = [
            [
                "".join("NY"[states[s][0] >> at & 1] for at in range(width))
                for s in range(len(states))
                if places[s] == value
            ]
            for value in sorted(set(places), reverse=True)
        ]
        rows += [f"[stability.preferences.{party}]", f"ranking = {ranking}"]
    model = model_of(parse_case("\n".join(rows).replace("'", '"')))
    nothing = tuple(frozenset[tuple[int, int]]() for _ in parties)
    firsts = tuple(members[0] for members in states)
    return model, oracle.Plain(firsts, tuple(arcs), tuple(rank), nothing, nothing)


def test_a_case_file_with_impossible_and_merged_states_is_solved_as_the_definitions_say() -> None:
    merged = 0
    for seed in range(150):
        model, plain = written(seed)
        assert tuple(model.codes.tolist()) == plain.codes, seed
        merged += model.arcs is not None
        for concept, marks in solve(model, CONCEPTS).items():
            right = [
                [oracle.party_stable(plain, i, s, concept) for s in plain.states]
                for i in plain.parties
            ]
            assert np.array_equal(marks, right), (seed, concept)
    assert merged > 50
