"""Conclusions over all consistent points, for cases whose packages can be listed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from tracktwo.analyses.kernels.acceptance import enough
from tracktwo.analyses.kernels.dominance import undominated
from tracktwo.analyses.kernels.grouping import rows_in_64_bits
from tracktwo.analyses.settlement.consistent import Consistent, Points
from tracktwo.analyses.settlement.point_search import Condition, search

Mask: TypeAlias = NDArray[np.bool_]
Profile: TypeAlias = Sequence[Points]

_DRAWS = 40
_DRAWN_PACKAGES = 200_000
NODES = 300


@dataclass(frozen=True)
class Field:
    """Packages, who refuses which for its options alone, and everyone's consistent points.

    Attributes
    ----------
    choices : intp, shape (n_packages, n_issues)
        The packages that the rules permit.
    refused : bool, shape (n_packages, n_parties)
        Who refuses an option or a combination of each.
    parties : sequence of Consistent
        What is known of each party.
    must : bool, shape (n_parties,)
        Who has to accept.
    at_least : int
        How many of the rest have to.
    """

    choices: NDArray[np.intp]
    refused: Mask
    parties: Sequence[Consistent]
    must: Mask
    at_least: int

    def accepting(self) -> tuple[Mask, Mask]:
        """Mark who accepts each package for all of its points, and for some."""
        surely, perhaps = ~self.refused, ~self.refused
        for number, party in enumerate(self.parties):
            if party.no_agreement is None:
                continue
            least, most = party.spans(self.choices, party.no_agreement)
            surely[:, number] &= np.asarray(least >= 0, dtype=np.bool_)
            perhaps[:, number] &= np.asarray((most > 0) | (least >= 0), dtype=np.bool_)
        return surely, perhaps

    def enough(self, accepts: Mask) -> Mask:
        """Mark the packages that enough parties accept."""
        return enough(accepts, self.must, self.at_least)

    def at(self, profile: Profile) -> tuple[NDArray[Any], Mask]:
        """Give every package's worth to each party, and who accepts it, at some points."""
        fits = all(w.dtype == np.int64 for points in profile for w in points.worths)
        kind: np.dtype[Any] = np.dtype(np.int64 if fits else np.object_)
        totals: NDArray[Any] = np.zeros((len(self.choices), len(self.parties)), dtype=kind)
        accepts = ~self.refused
        for number, (party, points) in enumerate(zip(self.parties, profile, strict=True)):
            for issue, worths in zip(party.preference.issues, points.worths, strict=True):
                totals[:, number] += worths[self.choices[:, issue]]
            if points.floor is not None:
                accepts[:, number] &= np.asarray(totals[:, number] >= points.floor, dtype=np.bool_)
        return totals, accepts

    def efficient_at(self, profile: Profile) -> NDArray[np.intp]:
        """Give the packages that are acceptable and not dominated at some points."""
        totals, accepts = self.at(profile)
        acceptable = np.flatnonzero(self.enough(accepts))
        return acceptable[undominated(rows_in_64_bits(totals[acceptable]))]


def draws(field: Field, seed: int = 0) -> list[Profile]:
    """Draw consistent points for everyone, a few times over; less often for many packages."""
    random = np.random.default_rng(seed)
    times = min(_DRAWS, max(8, _DRAWN_PACKAGES // max(1, len(field.choices))))
    return [[party.drawn(random) for party in field.parties] for _ in range(times)]


def without_room(field: Field) -> Profile | None:
    """Find consistent points at which nothing is acceptable; None where there are none.

    Raises
    ------
    UndecidedError
        If the search grows too large.
    """

    def open_(profile: Profile) -> list[list[Condition]] | None:
        _, accepts = field.at(profile)
        acceptable = np.flatnonzero(field.enough(accepts))
        if not len(acceptable):
            return None
        ways = (_refusing(field, accepts, int(at)) for at in acceptable[:50])
        return min(ways, key=len)

    return search(field.parties, open_, NODES)


def efficient_for_some(field: Field, package: int, nodes: int = NODES) -> Profile | None:
    """Find consistent points at which a package is acceptable and not dominated.

    Parameters
    ----------
    field : Field
        The packages.
    package : int
        The number of one.
    nodes : int
        So many points are tried at most.

    Returns
    -------
    list of Points or None
        For each party; None where there are no such points.

    Raises
    ------
    UndecidedError
        If the search grows too large.
    """

    def open_(profile: Profile) -> list[list[Condition]] | None:
        totals, accepts = field.at(profile)
        if not field.enough(accepts[[package]])[0]:
            return _accepting(field, accepts[package], package)
        acceptable = np.flatnonzero(field.enough(accepts))
        rows, mine = totals[acceptable], totals[package]
        above = np.asarray((rows >= mine).all(axis=1) & (rows > mine).any(axis=1), dtype=np.bool_)
        if not above.any():
            return None
        ways = (_holding_against(field, accepts, package, int(at)) for at in acceptable[above][:6])
        return min(ways, key=len)

    return search(field.parties, open_, nodes)


def _accepting(field: Field, accepts: Mask, package: int) -> list[list[Condition]]:
    """List what would make one more party accept a package, of those who still have to."""
    missing = np.flatnonzero(field.must & ~accepts)
    ways = []
    for number in missing[:1] if len(missing) else np.flatnonzero(~accepts):
        party = field.parties[number]
        if field.refused[package, number] or party.no_agreement is None:
            continue
        least, most = party.spans(field.choices[[package]], party.no_agreement)
        if most[0] > 0 or least[0] >= 0:
            row = party.row(field.choices[package], party.no_agreement)
            ways.append([Condition(int(number), row, strict=False)])
    return ways


def _refusing(field: Field, accepts: Mask, package: int) -> list[list[Condition]]:
    """List what would make one more party refuse a package."""
    return [
        [Condition(number, _turned(party.row(field.choices[package], floor)), strict=True)]
        for number, party in enumerate(field.parties)
        if accepts[package, number]
        and (floor := party.no_agreement) is not None
        and bool(party.spans(field.choices[[package]], floor)[0][0] < 0)
    ]


def _holding_against(
    field: Field, accepts: Mask, package: int, other: int
) -> list[list[Condition]]:
    """List what would keep a package from being dominated by another: every way there is."""
    ways, same = [], []
    for number, party in enumerate(field.parties):
        against = party.against(field.choices[other])
        row = party.row(field.choices[package], against)
        same.append(Condition(number, row, strict=False))
        if bool(party.spans(field.choices[[package]], against)[1][0] > 0):
            ways.append([Condition(number, row, strict=True)])
    rest = np.zeros_like(accepts)
    rest[other] = accepts[other] & ~field.must
    return [*ways, same, *_refusing(field, rest, other)]


def _turned(row: Sequence[int]) -> tuple[int, ...]:
    return tuple(-each for each in row)
