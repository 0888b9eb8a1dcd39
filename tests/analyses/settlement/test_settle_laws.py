"""The laws of settling: names, order and scale change nothing, a stricter line only takes away."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analyses.settlement.test_settle_by_definition import (
    NUMBERS,
    Choice,
    Clauses,
    exactly,
    named,
    on_frontier,
    small_cases,
)

from tracktwo.analyses.settlement.objective import SOLUTIONS
from tracktwo.analyses.settlement.settle import settle
from tracktwo.analyses.settlement.settlement import Package, Settlement
from tracktwo.casemodel import case as model
from tracktwo.casemodel.case import Case, Issue, Option, Position
from tracktwo.casemodel.estimate import Estimate

T = TypeVar("T")


def anonymous(settlement: Settlement) -> dict[str, object]:
    """Give all of a settlement that the order of the file cannot change."""

    def each(packages: Iterable[Package]) -> set[frozenset[tuple[str, str]]]:
        return {frozenset(package.options) for package in packages}

    return {
        "counts": (settlement.packages, settlement.permitted, len(settlement.acceptable)),
        "worth": {frozenset(p.options): frozenset(p.utilities) for p in settlement.acceptable},
        "frontier": {
            frozenset(point.utilities): {frozenset(options) for options in point.packages}
            for point in settlement.frontier
        },
        "nash": each(settlement.nash),
        "kalai_smorodinsky": each(settlement.kalai_smorodinsky),
        "egalitarian": each(settlement.egalitarian),
        "utilitarian": each(settlement.utilitarian),
        "conflicts": {frozenset(line.id for line in lines) for lines in settlement.conflicts},
        "blocks": {line.id: count for line, count in settlement.blocks},
        "relaxations": {line.id: count for line, count in settlement.relaxations},
        "count": settlement.count,
        "openings": {
            (frozenset(line.id for line in each.without), each.opens, each.to)
            for each in settlement.openings
        },
        "top_nash": {frozenset(p.utilities) for p in settlement.top_nash},
        "best": {
            party: {frozenset(p.utilities) for p in points} for party, points in settlement.best
        },
    }


@settings(max_examples=40, deadline=None)
@given(small_cases, st.randoms(use_true_random=False))
def test_reordering_the_case_changes_nothing_else(case: Case, random: Random) -> None:
    def shuffled(items: Sequence[T]) -> tuple[T, ...]:
        return tuple(random.sample(items, len(items)))

    other = replace(
        case,
        parties=shuffled(case.parties),
        issues=tuple(
            replace(issue, options=shuffled(issue.options)) for issue in shuffled(case.issues)
        ),
        positions=shuffled(case.positions),
        rules=shuffled(case.rules),
    )
    assert anonymous(settle(other)) == anonymous(settle(case))


@settings(max_examples=40, deadline=None)
@given(small_cases)
def test_renaming_renames_the_result_and_changes_nothing_else(case: Case) -> None:
    def renamed(value: object) -> str:
        return re.sub(r"\b([pio])([0-3])\b", lambda m: f"{m[1]}{3 - int(m[2])}", repr(value))

    other = eval(renamed(case), dict(vars(model)))  # noqa: S307 - a case that we made
    assert repr(settle(other)) == renamed(settle(case))


@settings(max_examples=40, deadline=None)
@given(small_cases, st.sampled_from([Decimal("0.3"), Decimal(7), Decimal(10) ** 30]))
def test_scaling_a_party_changes_neither_frontier_nor_nash(case: Case, factor: Decimal) -> None:
    def scaled(estimate: Estimate | None) -> Estimate | None:
        return estimate and exactly(estimate.best * factor)

    party, *others = case.parties
    other = replace(
        case,
        parties=(replace(party, no_agreement=scaled(party.no_agreement)), *others),
        positions=tuple(
            replace(position, weight=scaled(position.weight))
            if position.party == party.id
            else position
            for position in case.positions
        ),
    )
    before, after = settle(case), settle(other)
    assert on_frontier(after.frontier) == on_frontier(before.frontier)
    assert named(after.nash) == named(before.nash)
    assert named(after.kalai_smorodinsky) == named(before.kalai_smorodinsky)


def with_worse_option(case: Case, issue: Issue, like: str, random: Random) -> Case:
    """Add an option that nobody likes better than another, and that is bound and refused as it."""
    worse = Option("worse", "")

    def also(clauses: Clauses) -> Clauses:
        return tuple(
            (name, (*options, "worse") if name == issue.id and like in options else options)
            for name, options in clauses
        )

    def position_of(position: Position) -> Position:
        if position.issue != issue.id:
            return position
        points = dict(position.points)
        less = random.choice([Decimal(0), Decimal("0.1"), Decimal(1)])
        return replace(
            position,
            points=(*position.points, ("worse", Fraction(points[like]) - Fraction(less)))
            if points
            else (),
            refuses=(*position.refuses, "worse") if like in position.refuses else position.refuses,
        )

    return replace(
        case,
        issues=tuple(
            replace(each, options=(*each.options, worse)) if each is issue else each
            for each in case.issues
        ),
        positions=tuple(map(position_of, case.positions)),
        rules=tuple(replace(r, given=also(r.given), then=also(r.then)) for r in case.rules),
        refusals=tuple(replace(r, together=also(r.together)) for r in case.refusals),
    )


@settings(max_examples=80, deadline=None)
@given(small_cases, st.randoms(use_true_random=False))
def test_an_option_that_nobody_likes_better_changes_neither_frontier_nor_solutions(
    case: Case, random: Random
) -> None:
    issue = random.choice(case.issues)
    like = random.choice(issue.options).id
    other = with_worse_option(case, issue, like, random)
    before, after = settle(case), settle(other)

    def instead(packages: Iterable[Choice]) -> set[Choice]:
        return {tuple((i, like if o == "worse" else o) for i, o in package) for package in packages}

    assert {p.utilities for p in after.frontier} == {p.utilities for p in before.frontier}
    assert instead(on_frontier(after.frontier)) == on_frontier(before.frontier)
    for name in SOLUTIONS:
        assert instead(named(getattr(after, name))) == set(named(getattr(before, name)))
    assert after.room == before.room
    assert after.permitted >= before.permitted
    assert after.count.low >= before.count.low


@settings(max_examples=80, deadline=None)
@given(small_cases, st.randoms(use_true_random=False))
def test_a_higher_no_agreement_value_takes_away_just_what_falls_below_it(
    case: Case, random: Random
) -> None:
    number = random.randrange(len(case.parties))
    party = case.parties[number]
    if not any(p.party == party.id and p.points for p in case.positions):
        return
    floor = random.choice(NUMBERS) + (party.no_agreement.best if party.no_agreement else 0)
    stricter = replace(party, no_agreement=exactly(floor))
    parties = (*case.parties[:number], stricter, *case.parties[number + 1 :])
    before, after = settle(case), settle(replace(case, parties=parties))
    kept, lost = set(named(after.acceptable)), set(named(before.acceptable))
    assert kept <= lost
    worth = {package.options: dict(package.utilities)[party.id] for package in before.acceptable}
    assert all(worth[package] < floor for package in lost - kept)
    if case.acceptance is None or party.id in case.acceptance.must:
        assert all(worth[package] >= floor for package in kept)
    assert not after.room or before.room


@settings(max_examples=40, deadline=None)
@given(small_cases, st.data())
def test_a_new_red_line_never_adds_an_acceptable_package(case: Case, data: st.DataObject) -> None:
    if not case.positions:
        return
    position = data.draw(st.sampled_from(case.positions))
    (issue,) = [issue for issue in case.issues if issue.id == position.issue]
    option = data.draw(st.sampled_from(issue.options)).id
    stricter = replace(position, refuses=tuple({*position.refuses, option}))
    other = replace(case, positions=tuple(stricter if p is position else p for p in case.positions))
    after, before = set(named(settle(other).acceptable)), set(named(settle(case).acceptable))
    assert after <= before
    assert all((issue.id, option) in package for package in before - after)
    if case.acceptance is None or position.party in case.acceptance.must:
        assert after == {package for package in before if (issue.id, option) not in package}
