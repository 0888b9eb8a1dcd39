"""A graph model as a strategic game."""

import re
from itertools import product
from pathlib import Path
from random import Random

import numpy as np
import pytest

from tracktwo.analyses.stability.from_case import model_of
from tracktwo.analyses.stability.solve import equilibria, solve
from tracktwo.casemodel.case import Case
from tracktwo.casemodel.files import load_case
from tracktwo.casemodel.read import parse_case
from tracktwo.errors import StabilityError
from tracktwo.interop.gambit import nfg_of

CATALOG = Path(__file__).parents[2] / "catalog"
TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}]|[^\s{},]+')


def exported(name: str) -> str:
    return nfg_of(load_case(CATALOG / name))


def read(text: str) -> tuple[list[list[str]], list[tuple[str, tuple[int, ...]]], list[int]]:
    """Read strategies, outcomes with payoffs, and cells: the format as Gambit documents it."""
    words = TOKEN.findall(text)
    assert words[:3] == ["NFG", "1", "R"]
    at = 4

    def group() -> list[object]:
        nonlocal at
        assert words[at] == "{"
        at += 1
        found: list[object] = []
        while words[at] != "}":
            if words[at] == "{":
                found.append(group())
            else:
                found.append(words[at].strip('"'))
                at += 1
        at += 1
        return found

    group()  # players
    strategies = [[str(each) for each in names] for names in group()]  # type: ignore[attr-defined]  # lists of names
    at += 1  # the comment
    listed = [[str(word) for word in row] for row in group()]  # type: ignore[attr-defined]  # lists of words
    outcomes = [(row[0], tuple(map(int, row[1:]))) for row in listed]
    return strategies, outcomes, [int(word) for word in words[at:]]


def pure_equilibria(text: str) -> set[str]:
    """Name the outcomes of the cells that no player alone would leave."""
    strategies, outcomes, cells = read(text)
    shape = tuple(map(len, strategies))
    table = np.array(cells).reshape(tuple(reversed(shape))).transpose() - 1
    pay = np.array([payoffs for _, payoffs in outcomes])[table]
    held = np.ones(shape, dtype=bool)
    for player in range(len(shape)):
        held &= pay[..., player] == pay[..., player].max(axis=player, keepdims=True)
    return {outcomes[table[cell]][0] for cell in zip(*np.nonzero(held), strict=True)}


def test_payoffs_are_places_in_the_rankings_the_first_party_changing_fastest() -> None:
    head, _, body = exported("prisoners-dilemma").strip().partition("\n\n")
    assert head == (
        """NFG 1 R "The prisoner's dilemma" { "First party" "Second party" } """
        '{ { "no option" "cooperate_p1" } { "no option" "cooperate_p2" } } '
        '"Payoffs are places in rankings."'
    )
    assert body == '{ { "NN" 1, 1 } { "YN" 0, 3 } { "NY" 3, 0 } { "YY" 2, 2 } }\n1 2 3 4'


def test_what_one_party_cannot_combine_is_no_strategy() -> None:
    strategies, outcomes, cells = read(exported("syria-iraq-1975"))
    assert strategies == [["no option", "release_water", "escalate"], ["no option", "attack"]]
    assert len(outcomes) == len(cells) == 6
    assert pure_equilibria(exported("syria-iraq-1975")) == {"NYY"}


def test_merged_states_are_one_outcome_and_equal_strategies_one() -> None:
    """Whatever else Uniroyal does once it abandons, there is one strategy, and one state s9."""
    strategies, outcomes, cells = read(exported("elmira"))
    assert list(map(len, strategies)) == [2, 3, 2]
    assert len(outcomes) == 9
    assert [name for name, _ in outcomes].count("---Y-: s9") == 1
    number = [name for name, _ in outcomes].index("---Y-: s9") + 1
    assert cells.count(number) == 4
    assert "One-way options are written as if they could go both ways." in exported("elmira")


HEAD = 'case = {{ id = "x", title = "A \\\\ and \\"B\\"", as_of = "2025-01-31" }}\n'


def some_case(seed: int) -> Case:
    """Draw two to four parties with an option or two each, some combinations impossible."""
    draw = Random(seed)  # noqa: S311 - a test's random cases need no secrecy
    parties = [f"p{at}" for at in range(draw.randint(2, 4))]
    own = {party: draw.randint(1, 2 if len(parties) < 4 else 1) for party in parties}
    width = sum(own.values())
    bits = ["".join(each) for each in product("NY", repeat=width)]
    out = draw.sample(bits, draw.choice((0, 0, 1, 2, 3)))
    left = [each for each in bits if each not in out]
    rows = [HEAD.format(), *(f'parties.{party} = {{ name = "{party}" }}' for party in parties)]
    rows += ["[stability]", f"impossible = {out}", "[stability.options]"]
    for party in parties:
        rows += [f'{party}o{at} = {{ title = "T", by = "{party}" }}' for at in range(own[party])]
    for party in parties:
        order = draw.sample(left, len(left))
        ranking = [order[at : at + draw.choice((1, 1, 2))] for at in range(0, len(order), 2)]
        ranked = [each for tied in ranking for each in tied]
        ranking += [[each] for each in order if each not in ranked]
        rows += [f"[stability.preferences.{party}]", f"ranking = {ranking}"]
    return parse_case("\n".join(rows).replace("'", '"'))


def test_the_pure_equilibria_of_the_game_are_the_states_that_hold_under_nash() -> None:
    written = 0
    for seed in range(120):
        case = some_case(seed)
        model = model_of(case)
        try:
            text = nfg_of(case)
        except StabilityError:
            continue
        written += 1
        held = {model.bits[state] for state in equilibria(solve(model, ["nash"])["nash"])}
        assert pure_equilibria(text) == held, seed
    assert written > 80


def made(stability: str) -> Case:
    parties = "".join(f'parties.{each} = {{ name = "{each}" }}\n' for each in "abcde")
    return parse_case(HEAD.format() + parties + stability)


TWO = """
[stability]
impossible = {impossible}
[stability.options]
one = {{ title = "One", by = {by} }}
two = {{ title = "Two", by = "b" }}
[stability.preferences]
a.statements = ["one"]
b.statements = ["two"]
"""


@pytest.mark.parametrize(
    ("stability", "said"),
    [
        (TWO.format(impossible=[], by='["a", "b"]'), '"one" is shared by a and b'),
        (TWO.format(impossible='["YY", "NN", "YN"]', by='"a"'), ""),
        (
            """
            [stability.states]
            war = "War"
            peace = "Peace"
            [stability.moves]
            a = [["war", "peace"]]
            b = [["peace", "war"]]
            [stability.preferences]
            a.ranking = ["peace", "war"]
            b.ranking = ["war", "peace"]
            """,
            "the graph form has none",
        ),
        (
            """
            [stability.options]
            one = { title = "One", by = "a" }
            [stability.preferences]
            a.statements = ["one"]
            """,
            "two to four parties, not 1",
        ),
    ],
)
def test_what_a_strategic_game_cannot_say_is_refused_with_the_reason(
    stability: str, said: str
) -> None:
    if said:
        with pytest.raises(StabilityError, match=re.escape(said)):
            nfg_of(made(stability))
    else:
        assert read(nfg_of(made(stability)))[0] == [["no option"], ["two"]]


def test_an_impossible_cell_that_nobody_could_leave_is_refused() -> None:
    """That all three act is impossible, and so is that any two of them do."""
    rows = "".join(f'{each} = {{ title = "T", by = "{each}" }}\n' for each in "abc")
    wants = "".join(f'{each}.statements = ["{each}"]\n' for each in "abc")
    text = (
        '[stability]\nimpossible = ["YYY", "YYN", "NYY", "YNY"]\n'
        f"[stability.options]\n{rows}[stability.preferences]\n{wants}"
    )
    with pytest.raises(StabilityError, match="can be left by no party alone"):
        nfg_of(made(text))
