"""Rules that tie more issues than one block can hold are followed from issue to issue."""

from dataclasses import replace
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analyses.settlement import test_settle_by_definition as definitions
from tests.analyses.settlement.test_settle_by_definition import exactly, some_case

from tracktwo.analyses.settlement import blocks
from tracktwo.analyses.settlement.counting import permitted
from tracktwo.analyses.settlement.package import judge_package
from tracktwo.analyses.settlement.settle import settle
from tracktwo.analyses.settlement.terms import terms_of
from tracktwo.analyses.settlement.ties import Tie, numbered
from tracktwo.casemodel.case import Case, Issue, Option, Party, Position, Rule
from tracktwo.errors import SettlementError

AGREEING = [name for name in vars(definitions) if name.startswith("test_")]


@pytest.mark.parametrize("name", AGREEING)
def test_all_that_holds_by_definition_holds_with_every_issue_a_block_of_its_own(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(blocks, "MOST_WAYS", 1)
    compare = getattr(definitions, name).hypothesis.inner_test
    cases = [case for case in map(some_case, range(40)) if terms_of(case).ties]
    assert len(cases) >= 10
    for number, case in enumerate(cases):
        with_random = compare.__code__.co_argcount == 2
        compare(case, *([Random(number)] if with_random else []))  # noqa: S311 - for tests


def long_case(issues: int, rules: tuple[Rule, ...]) -> Case:
    """Give a case of two parties and many issues of three options, of which they want opposites."""
    options = tuple(Option(f"o{k}", "") for k in range(3))
    named = tuple(Issue(f"i{n}", "", options) for n in range(issues))
    up = tuple(zip(("o0", "o1", "o2"), definitions.NUMBERS[3:6], strict=True))
    down = tuple(zip(("o2", "o1", "o0"), definitions.NUMBERS[3:6], strict=True))
    positions = [
        Position(party, issue.id, exactly(definitions.NUMBERS[3] * 100), points)
        for issue in named
        for party, points in (("a", up), ("b", down))
    ]
    return replace(
        some_case(0),
        parties=(Party("a", "A"), Party("b", "B")),
        issues=named,
        positions=tuple(positions),
        rules=rules,
        refusals=(),
        acceptance=None,
    )


def chain(issues: int) -> tuple[Rule, ...]:
    """Where an issue is at its first option, so is the next."""
    return tuple(Rule(((f"i{n}", ("o0",)),), ((f"i{n + 1}", ("o0",)),)) for n in range(issues - 1))


def test_a_chain_of_rules_over_forty_issues_is_settled_and_counted() -> None:
    case = long_case(40, chain(40))
    result = settle(case)
    assert result.packages == 3**40
    assert result.permitted == sum(2**n for n in range(41))  # the first options come last
    assert result.count.low == result.permitted
    assert result.frontier_exact
    assert result.frontier[-1].utilities[1][1] > result.frontier[0].utilities[1][1]
    forbidden = {
        issue.id: "o0" if number == 0 else "o1" for number, issue in enumerate(case.issues)
    }
    assert not judge_package(case, forbidden).permitted


def test_rules_that_reach_over_one_place_in_too_great_a_number_are_refused_with_a_cure() -> None:
    across = tuple(Rule(((f"i{n}", ("o0",)),), ((f"i{n + 20}", ("o0",)),)) for n in range(20))
    with pytest.raises(SettlementError, match="put the issues that they tie next to each other"):
        settle(long_case(40, (*chain(40), *across)))


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(1, 6), st.booleans()), max_size=12))
def test_ties_that_are_open_at_once_share_no_bit(spans: list[tuple[int, int, bool]]) -> None:
    ties = numbered(
        [Tie(0 if line else None, first, first + length) for first, length, line in sorted(spans)]
    )
    for place in range(20):
        open_ = [tie for tie in ties if tie.first <= place <= tie.last]
        bits = [b for t in open_ for b in {t.failed, t.then_failed if t.line is None else t.failed}]
        assert len(bits) == len(set(bits))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32))
def test_what_rules_permit_is_counted_as_it_is_listed(seed: int) -> None:
    random = np.random.default_rng(seed)

    def clause() -> tuple[tuple[str, tuple[str, ...]], ...]:
        issues = random.choice(7, int(random.integers(1, 3)), replace=False)
        return tuple((f"i{n}", (f"o{random.integers(3)}",)) for n in sorted(issues.tolist()))

    rules = tuple(Rule(clause(), clause()) for _ in range(int(random.integers(1, 7))))
    case = long_case(7, rules)
    listed = settle(case).permitted
    before, blocks.MOST_WAYS = blocks.MOST_WAYS, 1
    try:
        assert permitted(terms_of(case)) == listed
    finally:
        blocks.MOST_WAYS = before
