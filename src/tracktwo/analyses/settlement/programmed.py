"""A solution by integer programming, with a bound, where an exact search grows too large."""

from fractions import Fraction
from math import exp, log
from typing import Any, TypeAlias

import numpy as np

from tracktwo.analyses.settlement.objective import OBJECTIVES, reached
from tracktwo.analyses.settlement.programme import Programme
from tracktwo.analyses.settlement.searched import Search, Ways
from tracktwo.analyses.settlement.settlement import Certificate

Key: TypeAlias = tuple[Fraction, ...]

_TANGENTS = 60


def programmed_best(search: Search, party: int) -> Ways:
    """Find a package that is worth most to a party, as far as the solver can tell.

    Parameters
    ----------
    search : Search
        Of the case.
    party : int
        Its place among the parties with points.
    """
    programme = Programme(search.terms)
    found = programme.maximise(programme.worth(search.entering[party]))
    ways = search.first() if found is None else found[0]
    return search.improved(ways, lambda gains: (gains[party], sum(gains)))


def programmed(search: Search, name: str, most: list[Fraction]) -> tuple[Ways, Certificate] | None:
    """Find a package for a solution by integer programming.

    The Nash product is bounded by tangents of the logarithm, of which every gain has `_TANGENTS`.
    The package that the solver gives is improved, one block at a time, as long as that helps, in
    whole numbers; its value is then exact, and that it is acceptable is checked.

    Parameters
    ----------
    search : Search
        Of the case.
    name : str
        Of the solution.
    most : list of Fraction
        The most that each party can gain.

    Returns
    -------
    ways, certificate : tuple
        The package, with its value and the solver's bound. None where the solver found none, and
        for Nash where not every party can gain something.
    """
    found = _solved(search, name, most)
    if found is None:
        return None

    def points(gains: list[int]) -> list[Fraction]:
        return [Fraction(gain, search.terms.worth.unit) for gain in gains]

    def key(gains: list[int]) -> Key:
        each = points(gains)
        if name == "nash":
            return (reached(name, each, most) if min(each) > 0 else Fraction(0),)
        if name == "utilitarian":
            return (sum(each, Fraction(0)),)
        if name == "kalai_smorodinsky":
            each = [gain / top for gain, top in zip(each, most, strict=True) if top > 0]
        return tuple(sorted(each)) or (Fraction(0),)

    ways = search.improved(found[0], key)
    value = key(search.gains(ways))[0]
    bound = max(value, found[1])
    return ways, Certificate(name, "milp", OBJECTIVES[name], value, bound)


def _solved(search: Search, name: str, most: list[Fraction]) -> tuple[Ways, Fraction] | None:
    programme = Programme(search.terms)
    unit = search.terms.worth.unit
    pairs = zip(search.entering, search.zero, strict=True)
    gains = [programme.worth(party) - zero / unit for party, zero in pairs]
    if name == "utilitarian":
        return _read(programme.maximise(programme.highs.qsum(gains)))
    if name == "nash":
        return _nash(programme, gains, most, Fraction(1, unit))
    least = programme.highs.addVariable(lb=-programme.highs.inf)
    for gain, top in zip(gains, most, strict=True):
        if name == "egalitarian" or top > 0:
            share = float(top) if name == "kalai_smorodinsky" else 1.0
            programme.highs.addConstr(gain >= least * share)
    return _read(programme.maximise(least + 0.0))


def _nash(
    programme: Programme,
    gains: list[Any],
    most: list[Fraction],
    least: Fraction,
) -> tuple[Ways, Fraction] | None:
    """Maximise the sum of logarithms under their tangents."""
    if any(top < least for top in most):
        return None
    logs = []
    for gain, top in zip(gains, most, strict=True):
        programme.highs.addConstr(gain >= float(least))
        bound = programme.highs.addVariable(lb=-programme.highs.inf)
        for at in np.geomspace(max(float(least), float(top) / 50), float(top), _TANGENTS):
            programme.highs.addConstr(bound <= log(at) - 1 + gain * (1 / at))
        logs.append(bound)
    found = _read(programme.maximise(programme.highs.qsum(logs)))
    return None if found is None else (found[0], Fraction(exp(found[1])))


def _read(found: tuple[Ways, float] | None) -> tuple[Ways, Fraction] | None:
    return None if found is None else (found[0], Fraction(found[1]))
