"""The four solutions where the frontier is too large: every package as good is looked at."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import prod
from typing import Any, TypeAlias, TypeVar

from tracktwo.analyses.kernels.dominance import undominated
from tracktwo.analyses.kernels.grouping import rows_in_64_bits
from tracktwo.analyses.settlement.also_reaching import also_reaching
from tracktwo.analyses.settlement.room import accepted, find_package, totals_of_ways
from tracktwo.analyses.settlement.sums import Frontier, TooManyPointsError, every_worth
from tracktwo.analyses.settlement.terms import Terms
from tracktwo.errors import SettlementError

Ways: TypeAlias = tuple[int, ...]
Gains: TypeAlias = list[int]
Key: TypeAlias = tuple[Any, ...]  # of numbers; the larger in the first place wins
T = TypeVar("T")

_MOST_BEGINNINGS = 150_000
_FINE = 10**9


@dataclass(frozen=True, slots=True)
class Best:
    """The best worths of a search, all ties.

    Attributes
    ----------
    every : Frontier
        All worths that are as good as the package that the search began with.
    points : tuple of int
        Which of them are best.
    key : tuple of int
        What they reach.
    """

    every: Frontier
    points: tuple[int, ...]
    key: Key


class Search:
    """Exact search for packages that do best by some rule, among the acceptable ones of a case.

    Parameters
    ----------
    terms : Terms
        Under which something is acceptable, and some party has points.
    """

    def __init__(self, terms: Terms) -> None:
        self.terms = terms
        self.layers = terms.layers()
        self.entering = terms.worth.entering
        self.zero = [terms.worth.no_agreement[party] or 0 for party in self.entering]

    def gains(self, ways: Ways) -> Gains:
        """Give each party's gain over its no-agreement value."""
        totals = totals_of_ways(self.terms, ways)
        return [totals[party] - zero for party, zero in zip(self.entering, self.zero, strict=True)]

    def first(self) -> Ways:
        """Find some acceptable package."""
        found = find_package(self.terms)
        if found is None:
            raise AssertionError("a zone known to be open was not found")  # pragma: no cover
        return found

    def improved(self, ways: Ways, key: Callable[[Gains], Key]) -> Ways:
        """Change one block at a time as long as that makes a package better."""
        now = key(self.gains(ways))
        better = True
        while better:
            better = False
            for layer in self.layers:
                for way in layer.ways.tolist():
                    other = (*ways[: layer.block], way, *ways[layer.block + 1 :])
                    reached = key(self.gains(other))
                    if reached > now and accepted(self.terms, other):
                        ways, now, better = other, reached, True
        return ways

    def worths(self, factors: Sequence[int]) -> list[list[int]]:
        """Weigh the parties' worths: for each issue, what each option adds to the sum."""
        options = [self.terms.worth.options[party] for party in self.entering]
        return [
            [
                sum(f * worth for f, worth in zip(factors, each, strict=True))
                for each in zip(*issue, strict=True)
            ]
            for issue in zip(*options, strict=True)
        ]

    def reaching(self, factors: Sequence[int], gain: int) -> Terms:
        """Ask that a weighted sum of gains be reached as well."""
        zero = sum(f * z for f, z in zip(factors, self.zero, strict=True))
        return also_reaching(self.terms, self.worths(factors), gain + zero)

    def only(self, party: int) -> list[int]:
        """Give the factors of one party's gain alone."""
        return [int(each == party) for each in range(len(self.entering))]

    def raised(
        self, ways: Ways, key: Callable[[Gains], Key], terms_at: Callable[[int], Terms]
    ) -> Ways:
        """Find a package whose key begins with the largest number: until no package has more.

        Raises
        ------
        SettlementError
            If whether there is one could not be decided.
        """
        ways = self.improved(ways, key)
        while True:
            found = find_package(terms_at(key(self.gains(ways))[0] + 1))
            if found is None:
                return ways
            ways = self.improved(found, key)

    def best(self, terms: Terms, key: Callable[[Gains], Key]) -> Best:
        """Look at every worth under some terms, and keep the best, ties that are not dominated.

        Raises
        ------
        TooManyPointsError
            If there are too many.
        """
        every = every_worth(terms, _MOST_BEGINNINGS)
        rows = every.rows[:, list(self.entering)].tolist()
        keys = [key([w - z for w, z in zip(row, self.zero, strict=True)]) for row in rows]
        top = max(keys)
        tied = [at for at, each in enumerate(keys) if each == top]
        kept = undominated(rows_in_64_bits(every.rows[tied][:, list(self.entering)]))
        return Best(every, tuple(at for at, keep in zip(tied, kept, strict=True) if keep), top)

    def best_for(self, party: int) -> Ways:
        """Find a package that is worth most to a party."""
        return self.raised(
            self.first(),
            lambda gains: (gains[party], sum(gains)),
            lambda gain: self.reaching(self.only(party), gain),
        )

    def utilitarian(self) -> Best:
        """Look for the largest sum of gains."""
        every = [1] * len(self.entering)

        def key(gains: Gains) -> Key:
            return (sum(gains),)

        ways = self.raised(self.first(), key, lambda total: self.reaching(every, total))
        return self.best(self.reaching(every, sum(self.gains(ways))), key)

    def leximin(self, factors: dict[int, int]) -> Best:
        """Look for the largest smallest gain, each times its factor, then the next smallest."""

        def key(gains: Gains) -> Key:
            found = [gains[party] * factor for party, factor in factors.items()]
            return tuple(sorted(found)) or (0,)

        def terms_at(least: int) -> Terms:
            terms = self.terms
            for party, factor in factors.items():
                needed = -(-least // factor) + self.zero[party]
                terms = also_reaching(terms, self.worths(self.only(party)), needed)
            return terms

        if not factors:  # nobody can gain: all packages are as good
            return self.best(self.terms, key)
        ways = self.raised(self.first(), key, terms_at)
        return self.best(terms_at(key(self.gains(ways))[0]), key)

    def nash(self) -> list[Best]:
        """Look for the largest products of gains, for each largest set of parties that can gain."""
        for size in range(len(self.entering), 0, -1):
            found = [
                best
                for who in combinations(range(len(self.entering)), size)
                for best in self._product(who)
            ]
            if found:
                return found
        return []

    def _product(self, who: Sequence[int]) -> Iterator[Best]:
        """Look for the largest product of these parties' gains; nothing where not all can gain.

        By the inequality of the means, a package with as large a product as one with the gains g
        has a sum of gain / g that is no less than the number of parties.
        """

        def product(gains: Gains) -> Key:
            each = [gains[party] for party in who]
            return (prod(each) if min(each) > 0 else 0,)

        gaining = self.terms
        for party in who:
            gaining = also_reaching(gaining, self.worths(self.only(party)), self.zero[party] + 1)
        ways = find_package(gaining)
        if ways is None:
            return
        ways = self.improved(ways, product)
        while True:
            gains = self.gains(ways)
            scale = _FINE * max(gains[party] for party in who)
            factors = [-(-scale // gains[p]) if p in who else 0 for p in range(len(gains))]
            needed = scale * len(who) + sum(f * z for f, z in zip(factors, self.zero, strict=True))
            narrow = also_reaching(gaining, self.worths(factors), needed)
            other = find_package(narrow)
            if other is None or product(self.gains(other)) <= product(gains):
                break
            ways = self.improved(other, product)
        yield self.best(narrow, product)


def decided(question: Callable[[], T]) -> T | None:
    """Ask for what is best; None where a search would grow too large."""
    try:
        return question()
    except (TooManyPointsError, SettlementError):
        return None
