"""The four solutions where the frontier is too large to hold, each with a bound."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from math import exp, log, prod
from typing import Any, TypeAlias

import numpy as np

from tracktwo.analyses.settlement.programme import Programme
from tracktwo.analyses.settlement.room import accepted, totals_of_ways
from tracktwo.analyses.settlement.settlement import Certificate
from tracktwo.analyses.settlement.terms import Terms

Ways: TypeAlias = tuple[int, ...]
Key: TypeAlias = tuple[Fraction, ...]

_TANGENTS = 60


def programmed(terms: Terms) -> tuple[dict[str, Ways], list[Ways], tuple[Certificate, ...]]:
    """Find a package for each solution by integer programming.

    The Nash product is bounded by tangents of the logarithm, of which every gain has `_TANGENTS`.
    Each package that the solver gives is improved, one block at a time, as long as that helps, in
    whole numbers; its value is then exact, and that it is acceptable is checked.

    Parameters
    ----------
    terms : Terms
        Under which something is acceptable, and some party has points.

    Returns
    -------
    solutions : dict
        For each solution, the package: for each block the way of it. Nash is missing where no
        package gives every party something.
    best : list
        For each party with points, a package that is worth most to it.
    certificates : tuple of Certificate
        With the value of each solution, and the solver's bound.
    """
    search = _Search(terms)
    best = [search.best_for(party) for party in range(len(terms.worth.entering))]
    most = [search.gains(ways)[party] for party, ways in enumerate(best)]
    found: dict[str, Ways] = {}
    certificates = []
    for name, objective, key, solve in search.programmes(most):
        ways, bound = solve()
        if ways is None:
            continue
        ways = search.improved(ways, key)
        found[name] = ways
        value = key(search.gains(ways))[0]
        certificates.append(Certificate(name, "milp", objective, value, max(value, bound)))
    return found, best, tuple(certificates)


class _Search:
    """The programmes of one case."""

    def __init__(self, terms: Terms) -> None:
        self.terms = terms
        self.layers = terms.layers()
        self.entering = terms.worth.entering
        self.zero = [terms.worth.no_agreement[party] or 0 for party in self.entering]

    def gains(self, ways: Ways) -> list[Fraction]:
        """Give each party's gain in points."""
        totals, unit = totals_of_ways(self.terms, ways), self.terms.worth.unit
        return [
            Fraction(totals[party] - zero, unit)
            for party, zero in zip(self.entering, self.zero, strict=True)
        ]

    def best_for(self, party: int) -> Ways:
        """Find a package that is worth most to a party, and is not dominated in one step."""
        programme = Programme(self.terms)
        found = programme.maximise(programme.worth(self.entering[party]))
        if found is None:
            raise AssertionError(
                "a zone that is known to be open was not found"
            )  # pragma: no cover
        return self.improved(found[0], lambda gains: (gains[party], sum(gains, Fraction(0))))

    def programmes(
        self, most: list[Fraction]
    ) -> Iterator[
        tuple[str, str, Callable[[list[Fraction]], Key], Callable[[], tuple[Ways | None, Fraction]]]
    ]:
        """Give each solution with its objective, its order and its programme."""
        some = [p for p, top in enumerate(most) if top > 0]
        yield "nash", "product", _product, lambda: self._nash(most)
        yield (
            "kalai_smorodinsky",
            "smallest share",
            lambda gains: tuple(sorted(gains[p] / most[p] for p in some)) or (Fraction(0),),
            lambda: self._smallest({p: most[p] for p in some}),
        )
        yield (
            "egalitarian",
            "smallest gain",
            lambda gains: tuple(sorted(gains)),
            lambda: self._smallest(dict.fromkeys(range(len(most)), Fraction(1))),
        )
        yield "utilitarian", "sum", lambda gains: (sum(gains, Fraction(0)),), self._sum

    def improved(self, ways: Ways, key: Callable[[list[Fraction]], Key]) -> Ways:
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

    def _gain(self, programme: Programme, party: int) -> Any:  # noqa: ANN401 - an expression
        return programme.worth(self.entering[party]) - self.zero[party] / self.terms.worth.unit

    def _smallest(self, units: dict[int, Fraction]) -> tuple[Ways | None, Fraction]:
        programme = Programme(self.terms)
        least = programme.highs.addVariable(lb=-programme.highs.inf)
        for party, unit in units.items():
            programme.highs.addConstr(self._gain(programme, party) >= least * float(unit))
        return _read(programme.maximise(least + 0.0))

    def _sum(self) -> tuple[Ways | None, Fraction]:
        programme = Programme(self.terms)
        every = [self._gain(programme, party) for party in range(len(self.entering))]
        return _read(programme.maximise(programme.highs.qsum(every)))

    def _nash(self, most: list[Fraction]) -> tuple[Ways | None, Fraction]:
        """Maximise the sum of logarithms under their tangents."""
        least = Fraction(1, self.terms.worth.unit)
        if any(top < least for top in most):
            return None, Fraction(0)
        programme = Programme(self.terms)
        logs = []
        for party, top in enumerate(most):
            gain = self._gain(programme, party)
            programme.highs.addConstr(gain >= float(least))
            bound = programme.highs.addVariable(lb=-programme.highs.inf)
            for at in np.geomspace(max(float(least), float(top) / 50), float(top), _TANGENTS):
                programme.highs.addConstr(bound <= log(at) - 1 + gain * (1 / at))
            logs.append(bound)
        ways, bound = _read(programme.maximise(programme.highs.qsum(logs)))
        return ways, Fraction(exp(bound)) if ways else bound


def _read(found: tuple[Ways, float] | None) -> tuple[Ways | None, Fraction]:
    return (None, Fraction(0)) if found is None else (found[0], Fraction(found[1]))


def _product(gains: list[Fraction]) -> Key:
    return (prod(gains, start=Fraction(1)) if min(gains) > 0 else Fraction(0),)
