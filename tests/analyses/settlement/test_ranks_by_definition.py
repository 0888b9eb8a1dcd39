"""What holds for all, some or no consistent points, held against every order that points can give.

The oracle writes the definition of consistent points as linear conditions on what each option adds,
lets HiGHS say which orders of the packages some such points give, party by party, and then tries
every combination of orders.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations, pairwise, permutations, product
from random import Random
from typing import TypeAlias

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analyses.settlement.test_settle_by_definition import Choice, Oracle, some_case

from tracktwo.analyses.kernels.strict_system import positive_point
from tracktwo.analyses.settlement.listing import listing_of
from tracktwo.analyses.settlement.programme import _solver
from tracktwo.analyses.settlement.rank_conclusions import conclusions, on_package
from tracktwo.analyses.settlement.settlement import Count, RankedPackage
from tracktwo.analyses.settlement.terms import terms_of
from tracktwo.casemodel.case import Case, Issue, Party, Position

Form: TypeAlias = dict[tuple[str, str], float]  # a factor for what each option adds; "" is the 1
NO_AGREEMENT = -1


def some_order(random: Random, issue: Issue) -> tuple[tuple[str, ...], ...]:
    """Put the options of an issue in order, now and then two at one place."""
    options = [option.id for option in issue.options]
    random.shuffle(options)
    places = [[options[0]]]
    for option in options[1:]:
        if random.random() < 0.25 and len(options) > 2:
            places[-1].append(option)
        else:
            places.append([option])
    if len(places) == 1:
        places = [places[0][:1], places[0][1:]]
    return tuple(map(tuple, places))


def ranked_case(seed: int, parties: int = 2) -> Case:
    """Make up a small case in which some parties rank issues, options, or both."""
    random = Random(seed)  # noqa: S311 - for tests
    case = some_case(seed, parties)
    by_id = {issue.id: issue for issue in case.issues}
    styles = {
        party.id: random.choice(["points", "ranks", "ranks", "order", "rank"])
        for party in case.parties
    }

    def position_of(position: Position) -> Position:
        style, rank = styles[position.party], random.randint(1, 3)
        if not position.points or style == "points":
            return position
        if style != "rank":
            order = some_order(random, by_id[position.issue])
            position = replace(position, points=(), order=order)
        if style == "order":
            return position
        unranked = style == "ranks" and random.random() < 0.2
        return replace(position, weight=None, rank=None if unranked else rank)

    def party_of(party: Party) -> Party:
        choose = random.random()
        if choose < 0.4 or styles[party.id] == "points":
            return replace(party, no_agreement=None) if choose < 0.2 else party
        if choose < 0.7:
            chosen = tuple((i.id, random.choice(i.options).id) for i in case.issues)
            return replace(party, no_agreement=None, no_agreement_as=chosen)
        if party.no_agreement is None:
            return party
        number = Decimal(random.choice([10, 25, 50, 60]))
        return replace(party, no_agreement=replace(party.no_agreement, best=number))

    return replace(
        case,
        parties=tuple(map(party_of, case.parties)),
        positions=tuple(map(position_of, case.positions)),
    )


@dataclass(frozen=True)
class Definition:
    """The definition of consistent points, as forms that are 0, or above 0."""

    zero: list[Form]
    above: list[Form]


def definition(case: Case, party: str) -> Definition:
    """Write down what makes points consistent with a party's positions."""
    zero: list[Form] = []
    above: list[Form] = []
    said = [p for p in case.positions if p.party == party and (p.points or p.order)]
    weighed = any(p.weight for p in said)
    weights: list[tuple[int | None, Form]] = []
    for position in said:
        issue = position.issue
        weight: Form = {(issue, "weight"): 1}
        if position.order:
            places = position.order
            zero += [{(issue, o): 1, (issue, t[0]): -1} for t in places for o in t[1:]]
            above += [{(issue, a[0]): 1, (issue, b[0]): -1} for a, b in pairwise(places)]
            zero += [{(issue, places[-1][0]): 1}, {**weight, (issue, places[0][0]): -1}]
        else:
            zero += [
                {(issue, option): 1, (issue, "weight"): -float(points) / 100}
                for option, points in position.points
            ]
        if position.weight:
            zero.append({**weight, ("", ""): -float(position.weight.best)})
        else:
            above.append(weight)
        weights.append((position.rank, weight))
    for (rank, weight), (other_rank, other) in permutations(weights, 2):
        if not weighed and rank is not None and other_rank is not None:
            less = {key: -factor for key, factor in other.items()}
            if rank < other_rank:
                above.append({**weight, **less})
            elif rank == other_rank:
                zero.append({**weight, **less})
    if not weighed and said:
        total: Form = {("", ""): -100}
        for _, weight in weights:
            total = {**total, **weight}
        zero.append(total)
    return Definition(zero, above)


def possible(known: Definition, zero: Sequence[Form], above: Sequence[Form]) -> bool:
    """Ask HiGHS for points that meet all conditions, those above 0 by as much as can be."""
    highs = _solver()
    margin = highs.addVariable(lb=0, ub=1)
    columns = {}
    for form in [*known.zero, *known.above, *zero, *above]:
        for key in form:
            if key not in columns:
                one = key == ("", "")
                columns[key] = highs.addVariable(lb=1 if one else -1e4, ub=1 if one else 1e4)

    def written(form: Form) -> object:
        return highs.qsum(columns[key] * factor for key, factor in form.items() if factor)

    for form in [*known.zero, *zero]:
        if any(form.values()):
            highs.addConstr(written(form) == 0)
    for form in [*known.above, *above]:
        if not any(form.values()):
            return False
        highs.addConstr(written(form) - margin >= 0)
    highs.maximize(margin + 0.0)
    info = highs.getInfo()
    return bool(info.primal_solution_status == 2 and info.objective_function_value > 1e-6)


def orders(case: Case, party: Party, packages: Sequence[Choice]) -> list[list[int]]:
    """List every order of the packages, and of no agreement, that consistent points give.

    Each is a list of places, the higher the better, for each package and at the end for no
    agreement, which stands below all where it is not known.
    """
    known = definition(case, party.id)
    said = {p.issue for p in case.positions if p.party == party.id and (p.points or p.order)}
    forms: list[Form] = [{pair: 1.0 for pair in package if pair[0] in said} for package in packages]
    if party.no_agreement_as:
        forms.append({pair: 1.0 for pair in party.no_agreement_as if pair[0] in said})
    elif party.no_agreement:
        forms.append({("", ""): float(party.no_agreement.best)})

    def less(a: int, b: int) -> Form:
        return {
            key: forms[b].get(key, 0.0) - forms[a].get(key, 0.0) for key in {**forms[a], **forms[b]}
        }

    def grown(places: list[list[int]], new: int) -> Iterator[list[list[int]]]:
        """Put one more at each place where some points put it, from the lowest up."""
        for at in range(2 * len(places) + 1):
            if at % 2:
                yield [p + [new] * (k == at // 2) for k, p in enumerate(places)]
            else:
                yield [*places[: at // 2], [new], *places[at // 2 :]]

    def consistent(places: list[list[int]]) -> bool:
        zero = [less(place[0], each) for place in places for each in place[1:]]
        above = [less(a[0], b[0]) for a, b in pairwise(places)]
        return possible(known, zero, above)

    found: list[list[list[int]]] = [[]]
    for new in range(len(forms)):
        found = [more for places in found for more in grown(places, new) if consistent(more)]
    ranked = [{each: at for at, place in enumerate(p) for each in place} for p in found]
    last = len(packages)
    return [[*(each[k] for k in range(last)), each.get(last, -1)] for each in ranked]


class RankOracle:
    """Acceptance, efficiency and room for every combination of orders."""

    def __init__(self, case: Case) -> None:
        oracle = Oracle(replace(case, positions=without_numbers(case)))
        self.packages = oracle.permitted
        lines = [line for line in oracle.lines if line[1] or line[3]]
        self.refused = [
            {line[0] for line in lines if oracle.crosses(package, line)}
            for package in self.packages
        ]
        names = [party.id for party in case.parties]
        rule = case.acceptance
        self.must = set(rule.must if rule else names)
        self.at_least = rule.at_least if rule else 0
        self.names = names
        self.acceptable: list[set[int]] = []
        self.efficient: list[set[int]] = []
        by_party = [orders(case, party, self.packages) for party in case.parties]
        self.combinations = 1
        for each in by_party:
            self.combinations *= len(each)
        if self.combinations > 3_000:
            return
        for profile in product(*by_party):
            acceptable = {k for k in range(len(self.packages)) if self._accepted(profile, k)}
            self.acceptable.append(acceptable)
            self.efficient.append(
                {k for k in acceptable if not any(dominates(profile, y, k) for y in acceptable)}
            )

    def _accepted(self, profile: Sequence[Sequence[int]], package: int) -> bool:
        accepting = {
            name
            for name, order in zip(self.names, profile, strict=True)
            if name not in self.refused[package] and order[package] >= order[NO_AGREEMENT]
        }
        return self.must <= accepting and len(accepting - self.must) >= self.at_least


def dominates(profile: Sequence[Sequence[int]], other: int, package: int) -> bool:
    """Tell whether another package is nowhere lower and somewhere higher."""
    pairs = [(order[other], order[package]) for order in profile]
    return all(a >= b for a, b in pairs) and any(a > b for a, b in pairs)


def without_numbers(case: Case) -> tuple[Position, ...]:
    """Leave only what is refused."""
    return tuple(replace(p, points=(), order=(), rank=None, weight=None) for p in case.positions)


def compare(case: Case) -> bool:
    """Hold the conclusions of one case against the oracle; tell whether they could be."""
    terms = terms_of(case)
    found = conclusions(terms, listing_of(terms))
    if found is None:
        return False
    oracle = RankOracle(case)
    if not oracle.acceptable:
        return False
    packages = set(range(len(oracle.packages)))
    for_all = packages.intersection(*oracle.acceptable)
    for_some = set().union(*oracle.acceptable)
    assert found.acceptable_for_all == Count(len(for_all), len(for_all))
    assert found.acceptable_for_some == Count(len(for_some), len(for_some))
    with_room = sum(map(bool, oracle.acceptable))
    assert found.room == (
        "none" if not with_room else "all" if with_room == len(oracle.acceptable) else "some"
    )
    always = packages.intersection(*oracle.efficient)
    ever = set().union(*oracle.efficient)
    assert found.efficient_for_all == Count(len(always), len(always))
    assert found.efficient_for_some == Count(len(ever), len(ever))
    listing = listing_of(terms)
    for number, package in enumerate(oracle.packages):
        one = on_package(terms, listing, listing.choices[number])
        assert one == RankedPackage(
            package,
            "all" if number in for_all else "some" if number in for_some else "none",
            "all" if number in always else "some" if number in ever else "none",
        )
    assert {each.options: (each.acceptable, each.efficient) for each in found.efficient} == {
        oracle.packages[k]: (
            "all" if k in for_all else "some",
            "all" if k in always else "some",
        )
        for k in ever
    }
    return True


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2**32))
def test_conclusions_agree_with_every_order_that_points_can_give(seed: int) -> None:
    compared = compare(ranked_case(seed))
    assert compared in (True, False)  # the comparison itself asserts


def test_most_cases_made_up_are_compared() -> None:
    assert sum(compare(ranked_case(seed)) for seed in range(12)) >= 6


@settings(max_examples=200, deadline=None)
@given(
    st.integers(1, 3).flatmap(
        lambda size: st.tuples(
            st.lists(st.lists(st.integers(-3, 3), min_size=size, max_size=size), max_size=4),
            st.lists(st.lists(st.integers(-3, 3), min_size=size, max_size=size), max_size=3),
            st.just(size),
        )
    )
)
def test_a_positive_point_is_found_just_where_there_is_one(
    system: tuple[list[list[int]], list[list[int]], int],
) -> None:
    strict, weak, size = system
    found = positive_point(strict, weak, size)
    if found is not None:
        sums = [sum(a * x for a, x in zip(row, found, strict=True)) for row in strict]
        assert all(each > 0 for each in [*sums, *found])
        assert all(sum(a * x for a, x in zip(row, found, strict=True)) >= 0 for row in weak)
        return
    above: list[Form] = [{("x", str(k)): a for k, a in enumerate(row)} for row in strict]
    above += [{("x", str(k)): 1.0} for k in range(size)]
    slack: list[Form] = []
    for number, row in enumerate(weak):
        form: Form = {("x", str(k)): float(a) for k, a in enumerate(row)}
        slack.append({**form, ("slack", str(number)): -1.0})
    # a weak row is a strict one, or an equation: try each combination
    for equal in (s for n in range(len(weak) + 1) for s in combinations(range(len(weak)), n)):
        strictly = [{("slack", str(n)): 1.0} for n in range(len(weak)) if n not in equal]
        zero: list[Form] = [{("slack", str(n)): 1.0} for n in equal]
        assert not possible(Definition(slack, above), zero, strictly)
