"""What do all points consistent with what a party ranks say of packages, and what do some?"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from math import lcm
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from tracktwo.analyses.kernels.strict_system import positive_point
from tracktwo.analyses.settlement.ranks import Preference, preference_of
from tracktwo.casemodel.case import Case

Whole: TypeAlias = NDArray[Any]  # int64, or Python's whole numbers where 64 bits would not do
Row: TypeAlias = tuple[int, ...]
Choice: TypeAlias = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Against:
    """What packages are compared with: values of one option per issue, or a number of points.

    Attributes
    ----------
    values : tuple of array
        For each issue of the party, the value at each corner; 0 beside a number.
    number : int
        Points, in the party's unit; 0 beside values.
    options : tuple of int or None
        The option of each of these issues; None beside a number.
    """

    values: tuple[Whole, ...]
    number: int = 0
    options: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class Points:
    """One consistent set of points, in a unit of its own.

    Attributes
    ----------
    worths : tuple of array
        For each issue of the party, what each option adds.
    floor : int or None
        The no-agreement value; None where there is none.
    """

    worths: tuple[Whole, ...]
    floor: int | None


@dataclass(frozen=True)
class Consistent:
    """The points consistent with what is known of one party, on whole numbers.

    Attributes
    ----------
    preference : Preference
        The corners.
    no_agreement : Against or None
        What no agreement is worth to the party; None where that is not known.
    weights : array, shape (n_rays, n_issues)
        The rays, in one unit.
    values : tuple of array, each of shape (n_shapes, n_options)
        The shapes of each issue, in one unit.
    """

    preference: Preference
    no_agreement: Against | None
    weights: Whole
    values: tuple[Whole, ...]

    def against(self, package: Choice) -> Against:
        """Compare with a package: one option for every issue of the case."""
        options = tuple(int(package[issue]) for issue in self.preference.issues)
        pairs = zip(options, self.values, strict=True)
        return Against(tuple(values[:, option] for option, values in pairs), 0, options)

    def spans(self, packages: Choice, other: Against) -> tuple[Whole, Whole]:
        """Bound by how much packages are worth more than another, over all consistent points.

        Parameters
        ----------
        packages : intp, shape (n_packages, n_issues of the case)
            Numbers of options.
        other : Against
            What they are compared with.

        Returns
        -------
        least, most : arrays of shape (n_packages,)
            At the corners. A package is worth as much for all points where the least is 0 or
            more, more for some where the most is above 0; both are 0 where it is worth the same.
        """
        least: Whole = np.zeros((len(self.weights), len(packages)), dtype=self.weights.dtype)
        most = least.copy()
        for at, issue in enumerate(self.preference.issues):
            more = self.values[at][:, packages[:, issue]] - other.values[at][:, np.newaxis]
            least += self.weights[:, at, np.newaxis] * more.min(axis=0)
            most += self.weights[:, at, np.newaxis] * more.max(axis=0)
        if not len(least):
            nothing = np.full(len(packages), -other.number)
            return nothing, nothing
        return least.min(axis=0) - other.number, most.max(axis=0) - other.number

    def row(self, package: Choice, other: Against) -> Row:
        """Write how much more a package is worth as a linear form in `_point`'s coordinates."""
        last = np.zeros(len(self.weights), dtype=np.object_) - other.number
        further: list[int] = []
        for at, issue in enumerate(self.preference.issues):
            more = self.values[at][:, package[issue]] - other.values[at]
            last += self.weights[:, at] * int(more[-1])
            further += [int(each) - int(more[-1]) for each in more[:-1]]
        return (*map(int, last), *further)

    @cached_property
    def _inside(self) -> list[list[int]]:
        """Give the conditions that every share of a shape is positive, the last one's too."""
        counts = [len(values) - 1 for values in self.values]
        found = []
        for at, count in enumerate(counts):
            if count:
                shares = [
                    -1 if at == other else 0 for other, n in enumerate(counts) for _ in range(n)
                ]
                found.append([*map(int, self.weights[:, at]), *shares])
        return found

    def points(self, strict: Sequence[Row], weak: Sequence[Row]) -> Points | None:
        """Find consistent points at which rows are above 0, or at least 0; None where none are."""
        size = len(self.weights) + sum(len(values) - 1 for values in self.values)
        if not size:
            return Points((), self._floor((), 1)) if not strict else None
        found = positive_point([*strict, *self._inside], weak, size)
        return None if found is None else self._point(found)

    def _point(self, found: Sequence[int]) -> Points:
        """Turn shares of the rays, and of all shapes but each issue's last, into points."""
        rays = np.array(found[: len(self.weights)], dtype=np.object_)
        further = iter(found[len(self.weights) :])
        worths = []
        for at, values in enumerate(self.values):
            shares = [next(further) for _ in range(len(values) - 1)]
            shares.append(int(self.weights[:, at] @ rays) - sum(shares))
            worths.append(np.array(shares, dtype=np.object_) @ values.astype(np.object_))
        return Points(_fitting(worths), self._floor(worths, int(rays.sum())))

    def drawn(self, random: np.random.Generator) -> Points:
        """Draw consistent points, near a corner or in the middle."""
        if not len(self.weights):
            return Points((), self._floor((), 1))
        rays = _shares(random, len(self.weights))
        weights = np.asarray(rays @ self.weights, dtype=np.object_)
        worths = [
            weights[at] * (_shares(random, len(values)) @ values.astype(np.object_))
            for at, values in enumerate(self.values)
        ]
        return Points(_fitting(worths), self._floor(worths, int(rays.sum()) * _DRAWN))

    def _floor(self, worths: Sequence[Whole], scale: int) -> int | None:
        if self.no_agreement is None:
            return None
        options = self.no_agreement.options
        if options is None:
            return self.no_agreement.number * scale
        return sum(int(each[option]) for each, option in zip(worths, options, strict=True))


_DRAWN = 1_000


def _fitting(worths: Sequence[Whole]) -> tuple[Whole, ...]:
    """Give 64-bit numbers where their sum surely fits."""
    largest = sum(max(map(abs, each.tolist())) for each in worths)
    return tuple(each.astype(np.int64) if largest < 2**60 else each for each in worths)


def _shares(random: np.random.Generator, count: int) -> Whole:
    """Draw whole positive shares of `_DRAWN`, at times nearly all of it for one."""
    free = _DRAWN - count
    concentration = float(random.choice([0.2, 1.0, 5.0]))
    parts = np.floor(random.dirichlet([concentration] * count) * free).astype(np.int64)
    parts[0] += free - parts.sum()
    return np.asarray(parts + 1, dtype=np.object_)


def consistent_points(case: Case, party: int) -> Consistent:
    """Put a party's consistent points on whole numbers.

    Parameters
    ----------
    case : Case
        With the party's positions, and its no-agreement value or the package that is worth it.
        A number is in the points of a party whose weights add up to 100 where it ranks them.
    party : int
        Its number.

    Returns
    -------
    Consistent
        Exact.
    """
    who = case.parties[party]
    preference = preference_of(case, who.id)
    number = Fraction(who.no_agreement.best) if who.no_agreement else Fraction(0)
    weights = [each for ray in preference.rays for each in ray]
    by_weight = lcm(number.denominator, *(each.denominator for each in weights))
    by_value = lcm(*(v.denominator for i in preference.shapes for shape in i for v in shape))
    rays = [[int(each * by_weight) for each in ray] for ray in preference.rays]
    shapes = [
        [[int(each * by_value) for each in shape] for shape in shapes]
        for shapes in preference.shapes
    ]
    floor = int(number * by_weight * by_value)
    kind = _kind(rays, shapes, floor)
    found = Consistent(
        preference,
        None,
        np.array(rays, dtype=kind).reshape(len(rays), len(preference.issues)),
        tuple(np.array(each, dtype=kind) for each in shapes),
    )
    if who.no_agreement_as:
        return replace(found, no_agreement=found.against(_package(case, who.no_agreement_as)))
    if who.no_agreement is None:
        return found
    nothing = tuple(np.zeros(len(each), dtype=kind) for each in found.values)
    return replace(found, no_agreement=Against(nothing, floor))


def _package(case: Case, options: tuple[tuple[str, str], ...]) -> Choice:
    """Give the number of each issue's option, 0 where the package does not name the issue."""
    chosen = dict(options)
    places = [[option.id for option in issue.options] for issue in case.issues]
    named = [chosen.get(issue.id) for issue in case.issues]
    pairs = zip(places, named, strict=True)
    return np.array([ids.index(name) if name in ids else 0 for ids, name in pairs], dtype=np.intp)


def _kind(rays: list[list[int]], shapes: list[list[list[int]]], number: int) -> np.dtype[Any]:
    """Choose 64 bits where every sum of weight x value fits twice over."""
    largest = max((abs(v) for issue in shapes for shape in issue for v in shape), default=0)
    most = max((sum(map(abs, ray)) for ray in rays), default=0)
    return np.dtype(np.int64 if 4 * largest * most + abs(number) < 2**60 else np.object_)
