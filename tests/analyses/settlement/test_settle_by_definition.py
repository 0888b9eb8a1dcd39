"""Settling, held against a slow oracle and against the laws, on random small cases."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import combinations, product
from random import Random
from typing import TypeAlias, TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st

from tracktwo.analyses.settlement.beside import beside
from tracktwo.analyses.settlement.blockers import blockers
from tracktwo.analyses.settlement.conflicts import members
from tracktwo.analyses.settlement.counting import count_acceptable, permitted
from tracktwo.analyses.settlement.efficient import efficient
from tracktwo.analyses.settlement.listing import listing_of
from tracktwo.analyses.settlement.naming import choices_of, named_choices
from tracktwo.analyses.settlement.objective import SOLUTIONS
from tracktwo.analyses.settlement.openings import openings
from tracktwo.analyses.settlement.package import judge_package
from tracktwo.analyses.settlement.per_issue import issue_table
from tracktwo.analyses.settlement.programmed import programmed, programmed_best
from tracktwo.analyses.settlement.relaxations import relaxations
from tracktwo.analyses.settlement.room import accepted, crossed_by, find_package
from tracktwo.analyses.settlement.searched import Search
from tracktwo.analyses.settlement.settle import settle
from tracktwo.analyses.settlement.settlement import (
    Count,
    FrontierPoint,
    Package,
    RedLine,
)
from tracktwo.analyses.settlement.terms import Terms, terms_of
from tracktwo.casemodel.case import (
    Acceptance,
    Case,
    Estimate,
    Issue,
    Option,
    Party,
    Position,
    Refusal,
    Rule,
)

T = TypeVar("T")
Clauses: TypeAlias = tuple[tuple[str, tuple[str, ...]], ...]
Line: TypeAlias = tuple[str, str, str, Clauses]  # party, issue, option, combination
Choice: TypeAlias = tuple[tuple[str, str], ...]  # (issue, option) for each issue


def exactly(number: Decimal) -> Estimate:
    """Give an estimate that is sure."""
    return Estimate(number, number, number)


NUMBERS = [Decimal(n) for n in ("0", "0.1", "0.7", "1", "2", "2.5", "3")]


def some_position(random: Random, party: str, issue: Issue) -> Position:
    """Make up what a party wants on an issue: points, or silence, and perhaps red lines."""
    options = [option.id for option in issue.options]
    refuses = tuple(option for option in options if random.random() < 0.12)
    if random.random() < 0.1:
        return Position(party, issue.id, refuses=refuses)
    weight = exactly(random.choice(NUMBERS[1:]) * 100)
    points = tuple((option, random.choice(NUMBERS)) for option in options)
    return Position(party, issue.id, weight, points, refuses)


def some_rule(random: Random, issues: Sequence[Issue]) -> Rule:
    """Make up what cannot go together."""
    given_, then = random.choice(issues), random.choice(issues)
    allowed = random.sample(then.options, random.randint(1, len(then.options)))
    return Rule(
        ((given_.id, (random.choice(given_.options).id,)),),
        ((then.id, tuple(option.id for option in allowed)),),
    )


def some_refusal(random: Random, party: str, issues: Sequence[Issue]) -> Refusal:
    """Make up what a party refuses together."""
    chosen = sorted(random.sample(range(len(issues)), 2))
    together = tuple(
        (issues[i].id, tuple(o.id for o in issues[i].options if random.random() < 0.6) or ("o0",))
        for i in chosen
    )
    return Refusal(party, together)


def some_case(seed: int, max_parties: int = 4) -> Case:
    """Make up a small case, rich in ties, red lines and rules; one in four has no zone."""
    random = Random(seed)  # noqa: S311 - for tests
    issues = tuple(
        Issue(f"i{i}", "", tuple(Option(f"o{k}", "") for k in range(size)))
        for i, size in enumerate(random.choice([[3], [2, 2], [3, 3], [4, 3], [2, 3, 2]]))
    )
    names = [f"p{i}" for i in range(random.randint(1, max_parties))]
    floors = [random.choice([None, None, *NUMBERS]) for _ in names]
    must = random.sample(names, random.randint(0, len(names)))
    acceptance = Acceptance(tuple(must), random.randint(0, len(names) - len(must)))
    return Case(
        id="x",
        title="",
        as_of="2025-01-31",
        question="",
        sha256="0" * 64,
        parties=tuple(
            Party(name, "", (), None if floor is None else exactly(floor))
            for name, floor in zip(names, floors, strict=True)
        ),
        issues=issues,
        positions=tuple(
            some_position(random, name, issue)
            for name in names
            for issue in issues
            if random.random() < 0.9
        ),
        rules=tuple(some_rule(random, issues) for _ in range(random.choice([0, 0, 1, 2]))),
        acceptance=random.choice([None, acceptance]),
        refusals=tuple(
            some_refusal(random, name, issues)
            for name in names
            if len(issues) > 1 and random.random() < 0.2
        ),
    )


small_cases = st.integers(0, 2**32).map(some_case)


class Oracle:
    """The definitions, written as loops over fractions. Slow, and plainly so."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.every: list[Choice] = [
            tuple(zip([issue.id for issue in case.issues], options, strict=True))
            for options in product(*[[o.id for o in issue.options] for issue in case.issues])
        ]
        self.permitted = [package for package in self.every if self.allowed(package)]
        self.lines = [line for party in case.parties for line in self.lines_of(party)]
        self.acceptable = [p for p in self.permitted if self.accepted(p, self.lines)]
        self.entering = [
            party.id
            for party in case.parties
            if any(position.party == party.id and position.points for position in case.positions)
        ]
        self.efficient = [p for p in self.acceptable if not self.dominated(p)]

    def allowed(self, package: Choice) -> bool:
        """Hold every rule: where all of `given` holds, so does all of `then`."""

        def holds(clauses: Choice | tuple[tuple[str, tuple[str, ...]], ...]) -> bool:
            return all(dict(package)[issue] in options for issue, options in clauses)

        return all(not holds(rule.given) or holds(rule.then) for rule in self.case.rules)

    def lines_of(self, party: Party) -> list[Line]:
        """List what a party refuses: options, combinations, and ("", "", ()) for no agreement."""
        refused: list[Line] = [
            (party.id, issue.id, option.id, ())
            for issue in self.case.issues
            for option in issue.options
            for position in self.case.positions
            if (position.party, position.issue) == (party.id, issue.id)
            and option.id in position.refuses
        ]
        together = dict.fromkeys(r.together for r in self.case.refusals if r.party == party.id)
        refused += [(party.id, "", "", clauses) for clauses in together]
        return refused + [(party.id, "", "", ())] * (party.no_agreement is not None)

    def floor(self, name: str) -> Fraction:
        """Give a party's no-agreement value, 0 where it has none."""
        (party,) = [party for party in self.case.parties if party.id == name]
        return Fraction(party.no_agreement.best) if party.no_agreement else Fraction(0)

    def worth(self, package: Choice, party: str) -> Fraction:
        """Add up weight x points / 100."""
        return sum(
            (
                Fraction(position.weight.best) * Fraction(dict(position.points)[option]) / 100
                for issue, option in package
                for position in self.case.positions
                if (position.party, position.issue) == (party, issue) and position.weight
            ),
            Fraction(0),
        )

    def crosses(self, package: Choice, line: Line) -> bool:
        """Say whether a package crosses a line."""
        party, issue, option, together = line
        if together:
            return all(dict(package)[each] in options for each, options in together)
        if issue:
            return dict(package)[issue] == option
        return self.worth(package, party) < self.floor(party)

    def accepted(self, package: Choice, lines: Iterable[Line]) -> bool:
        """Say whether enough parties accept a package, if these lines were all."""
        refusing = {line[0] for line in lines if self.crosses(package, line)}
        parties = {party.id for party in self.case.parties}
        rule = self.case.acceptance or Acceptance(tuple(parties))
        rest = parties - set(rule.must)
        return not refusing & set(rule.must) and len(rest - refusing) >= rule.at_least

    def gains(self, package: Choice) -> list[Fraction]:
        """Give worth less no-agreement value, for the parties that have points."""
        return [self.worth(package, party) - self.floor(party) for party in self.entering]

    def dominated(self, package: Choice) -> bool:
        """Say whether some acceptable package is as good for all and better for one."""
        mine = self.gains(package)
        others = [self.gains(other) for other in self.acceptable]
        return any(
            all(o >= m for o, m in zip(other, mine, strict=True)) and other != mine
            for other in others
        )

    def conflicts(self) -> list[set[Line]]:
        """Try every set of lines, small ones first."""
        found: list[set[Line]] = []
        for size in range(len(self.lines) + 1):
            for lines in map(set, combinations(self.lines, size)):
                if not any(smaller <= lines for smaller in found) and not any(
                    self.accepted(package, lines) for package in self.permitted
                ):
                    found.append(lines)
        return found

    def nash(self) -> list[Choice]:
        """Most gainers first; among packages with the same gainers, the largest product."""

        def gainers(package: Choice) -> list[bool]:
            return [gain > 0 for gain in self.gains(package)]

        def product_of_gains(package: Choice) -> Fraction:
            result = Fraction(1)
            for gain in self.gains(package):
                result *= gain if gain > 0 else 1
            return result

        return [
            x
            for x in self.efficient
            if not any(
                sum(gainers(y)) > sum(gainers(x))
                or (gainers(y) == gainers(x) and product_of_gains(y) > product_of_gains(x))
                for y in self.efficient
            )
        ]

    def kalai_smorodinsky(self) -> list[Choice]:
        """Leximin of the shares of the largest acceptable gain."""
        most = [max(column) for column in zip(*map(self.gains, self.acceptable), strict=True)]
        return self.leximin(
            {
                x: [gain / top for gain, top in zip(self.gains(x), most, strict=True) if top > 0]
                for x in self.efficient
            }
        )

    def egalitarian(self) -> list[Choice]:
        """Leximin of gains."""
        return self.leximin({x: self.gains(x) for x in self.efficient})

    def utilitarian(self) -> list[Choice]:
        """Largest sum of gains."""
        sums = {x: sum(self.gains(x)) for x in self.efficient}
        return [x for x in sums if all(sums[x] >= sums[y] for y in sums)]

    @staticmethod
    def leximin(rows: dict[Choice, list[Fraction]]) -> list[Choice]:
        """Choose what no other has sorted larger."""
        return [x for x in rows if all(sorted(rows[x]) >= sorted(rows[y]) for y in rows)]


def as_line(line: RedLine) -> Line:
    """Give a red line as the oracle has it."""
    return line.party, line.issue, line.option, line.combination


def named(packages: Iterable[Package]) -> list[Choice]:
    """Give the options of each package."""
    return [package.options for package in packages]


def on_frontier(points: Sequence[FrontierPoint]) -> set[Choice]:
    """Give all packages of a frontier."""
    return {options for point in points for options in point.packages}


@settings(max_examples=300, deadline=None)
@given(small_cases)
def test_settling_agrees_with_the_definitions(case: Case) -> None:
    result, oracle = settle(case), Oracle(case)
    assert (result.packages, result.permitted) == (len(oracle.every), len(oracle.permitted))
    assert named(result.acceptable) == oracle.acceptable
    for package in result.acceptable:
        worth = {party: oracle.worth(package.options, party) for party in oracle.entering}
        assert dict(package.utilities) == worth
    assert on_frontier(result.frontier) == set(oracle.efficient)
    assert len({point.utilities for point in result.frontier}) == len(result.frontier)
    assert named(result.nash) == oracle.nash()
    assert named(result.kalai_smorodinsky) == oracle.kalai_smorodinsky()
    assert named(result.egalitarian) == oracle.egalitarian()
    assert named(result.utilitarian) == oracle.utilitarian()


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 2**32).map(lambda seed: some_case(seed, max_parties=3)))
def test_conflicts_are_all_minimal_sets_that_exclude_each_other(case: Case) -> None:
    result, oracle = settle(case), Oracle(case)
    found = [set(map(as_line, lines)) for lines in result.conflicts]
    expected = [] if oracle.acceptable else oracle.conflicts()
    assert result.conflicts_complete
    assert sorted(map(sorted, found)) == sorted(map(sorted, expected))
    assert [len(lines) for lines in found] == sorted(len(lines) for lines in found)


@settings(max_examples=40, deadline=None)
@given(small_cases)
def test_blocks_and_relaxations_agree_with_the_definitions(case: Case) -> None:
    result, oracle = settle(case), Oracle(case)
    blocks = {line: sum(oracle.crosses(p, line) for p in oracle.permitted) for line in oracle.lines}
    gained = {
        line: sum(
            oracle.accepted(p, [other for other in oracle.lines if other != line])
            for p in oracle.permitted
        )
        - len(oracle.acceptable)
        for line in oracle.lines
    }
    assert [(as_line(r), n) for r, n in result.blocks] == list(blocks.items())
    found = [(as_line(line), count) for line, count in result.relaxations]
    assert found == [(line, Count.exactly(number)) for line, number in gained.items()]
    terms = terms_of(case)
    at_size = relaxations(terms, None, count_acceptable(terms))
    assert at_size == result.relaxations


@settings(max_examples=40, deadline=None)
@given(small_cases)
def test_the_issue_table_shows_what_remains(case: Case) -> None:
    result, oracle = settle(case), Oracle(case)
    for number, row in enumerate(issue_table(case, result)):
        order = [option.id for option in case.issues[number].options]
        acceptable = {package[number][1] for package in oracle.acceptable}
        efficient = {package[number][1] for package in oracle.efficient}
        assert row.acceptable == tuple(option for option in order if option in acceptable)
        assert row.efficient == tuple(option for option in order if option in efficient)
        standing = ["closed", "settled", "contested"][min(len(efficient), 2)]
        assert row.standing == standing


Lines: TypeAlias = set[Line]


def as_lines(terms: Terms, numbers: int) -> Lines:
    """Give a set of bits as the oracle's lines."""
    chosen = [terms.lines[line] for line in members(numbers)]
    return set(map(as_line, chosen))


@settings(max_examples=300, deadline=None)
@given(small_cases, st.randoms(use_true_random=False))
def test_what_is_counted_without_listing_is_what_is_there(case: Case, random: Random) -> None:
    terms, oracle = terms_of(case), Oracle(case)
    number = len(oracle.acceptable)
    assert permitted(terms) == len(oracle.permitted)
    assert count_acceptable(terms) == Count(number, number)
    bounds = count_acceptable(terms, most_sums=random.randint(1, 6))
    assert bounds.low <= number <= bounds.high
    blocks = {as_line(line): count for line, count in blockers(terms, None)}
    assert blocks == {
        line: sum(oracle.crosses(p, line) for p in oracle.permitted) for line in oracle.lines
    }


@settings(max_examples=300, deadline=None)
@given(small_cases, st.randoms(use_true_random=False))
def test_a_package_is_found_under_any_lines_just_where_there_is_one(
    case: Case, random: Random
) -> None:
    terms, oracle = terms_of(case), Oracle(case)
    under = terms.under(random.getrandbits(len(terms.lines) + 1) & terms.active)
    room = [p for p in oracle.permitted if oracle.accepted(p, as_lines(terms, under.active))]
    found = find_package(under)
    assert (found is not None) == bool(room)
    if found is not None:
        (named,) = named_choices(case, choices_of(under, [found]))
        assert named in room
        assert accepted(under, found)
        assert as_lines(terms, crossed_by(under, found)) == {
            line for line in oracle.lines if oracle.crosses(named, line)
        }


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 2**32).map(lambda seed: some_case(seed, max_parties=3)))
def test_asking_for_room_finds_the_conflicts_and_openings_that_listing_finds(case: Case) -> None:
    terms = terms_of(case)
    if settle(case).room:
        return
    by_asking, by_listing = openings(terms, None), openings(terms, listing_of(terms))
    assert by_asking == by_listing
    oracle = Oracle(case)
    for opening in by_asking[1]:
        dropped = set(map(as_line, opening.without))
        left = [line for line in oracle.lines if line not in dropped]
        opened = [p for p in oracle.permitted if oracle.accepted(p, left)]
        assert opening.opens == Count(len(opened), len(opened))
        assert opened
        if opening.to is not None:
            party = opening.without[0].party
            assert opening.to == max(oracle.worth(p, party) for p in opened)


@settings(max_examples=60, deadline=None)
@given(small_cases)
def test_integer_programming_finds_solutions_within_the_bounds_that_it_gives(case: Case) -> None:
    terms, exact = terms_of(case), efficient(terms_of(case))
    if not exact.points or not terms.worth.entering:
        return
    search = Search(terms)
    best = [programmed_best(search, place) for place in range(len(terms.worth.entering))]
    assert all(accepted(terms, ways) for ways in best)
    gains = [search.gains(ways)[place] for place, ways in enumerate(best)]
    most = [Fraction(gain, terms.worth.unit) for gain in gains]
    for name in SOLUTIONS:
        found = programmed(search, name, most)
        if found is None:
            assert name == "nash" or not any(gain > 0 for gain in most)
            continue
        ways, certificate = found
        assert accepted(terms, ways)
        assert certificate.value <= certificate.bound
        (true,) = [c for c in exact.certificates if c.solution == certificate.solution]
        if certificate.solution != "nash":
            assert certificate.value == true.value
        assert float(true.value - certificate.bound) <= 1e-6 * (1 + abs(float(true.value)))


@settings(max_examples=200, deadline=None)
@given(small_cases)
def test_an_exact_search_finds_the_solutions_of_the_frontier_with_all_ties(case: Case) -> None:
    terms, exact = terms_of(case), efficient(terms_of(case))
    if not exact.points or not terms.worth.entering:
        return
    solutions, best, certificates = beside(terms)
    for name in SOLUTIONS:
        (true,) = [each for each in exact.certificates if each.solution == name]
        found = next((each for each in certificates if each.solution == name), None)
        tied = {options for point in solutions[name] for options in point.packages}
        known = {package.options for package in getattr(exact, name)}
        if found is None:  # nobody can gain anything
            gains = [search_gains(terms, package.utilities) for package in exact.nash]
            assert name == "nash"
            assert not any(gain > 0 for each in gains for gain in each)
            continue
        assert (found.by, found.value, found.bound) == ("search", true.value, true.value)
        assert tied == known
        assert sum(point.count for point in solutions[name]) == len(tied)
    for place, (_, points) in enumerate(exact.best):
        assert best[place].utilities[place] == points[0].utilities[place]


def search_gains(terms: Terms, utilities: tuple[tuple[str, Fraction], ...]) -> list[Fraction]:
    """Give the gains of worths."""
    search = Search(terms)
    pairs = zip(utilities, search.zero, strict=True)
    return [worth - Fraction(zero, terms.worth.unit) for (_, worth), zero in pairs]


def better_for_all(oracle: Oracle, other: Choice, package: Choice) -> bool:
    """Say whether another package costs nobody and gains for somebody."""
    pairs = list(zip(oracle.gains(other), oracle.gains(package), strict=True))
    return all(new >= old for new, old in pairs) and any(new > old for new, old in pairs)


@settings(max_examples=200, deadline=None)
@given(small_cases, st.randoms(use_true_random=False))
def test_one_package_is_judged_as_the_definitions_say(case: Case, random: Random) -> None:
    oracle = Oracle(case)
    package = random.choice(oracle.every)
    judged = judge_package(case, dict(package))
    assert judged.permitted == (package in oracle.permitted)
    if not judged.permitted:
        return
    assert judged.acceptable == (package in oracle.acceptable)
    assert set(map(as_line, judged.refused)) == {
        line for line in oracle.lines if oracle.crosses(package, line)
    }
    dominating = [other for other in oracle.efficient if better_for_all(oracle, other, package)]
    assert (judged.dominated_by is not None) == bool(dominating)
    if judged.dominated_by is not None:
        assert judged.dominated_by.options in dominating


@settings(max_examples=200, deadline=None)
@given(small_cases, st.randoms(use_true_random=False))
def test_trades_cost_nobody_and_lead_to_no_new_refusal(case: Case, random: Random) -> None:
    oracle = Oracle(case)
    package = random.choice(oracle.permitted or oracle.every)
    before = {line for line in oracle.lines if oracle.crosses(package, line)}
    trades = judge_package(case, dict(package)).trades
    for trade in trades:
        after = dict(package) | {issue: new for issue, _, new in trade.changes}
        other: Choice = tuple(after.items())
        assert other in oracle.permitted
        assert better_for_all(oracle, other, package)
        crossed = {line for line in oracle.lines if oracle.crosses(other, line)}
        assert other in oracle.acceptable or crossed <= before
    single = [
        other
        for other in oracle.acceptable
        if sum(a != b for a, b in zip(other, package, strict=True)) == 1
        and better_for_all(oracle, other, package)
    ]
    assert trades or not single or package not in oracle.permitted
