"""Where packages are few: each of them, who refuses it, and what that adds up to."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from tracktwo.analyses.kernels.acceptance import accepting, enough, gained_without
from tracktwo.analyses.settlement.blocks import Choices, Totals, holds
from tracktwo.analyses.settlement.conflicts import Lines, conflicts, smallest
from tracktwo.analyses.settlement.packages import permitted_choices, totals_of
from tracktwo.analyses.settlement.terms import Terms


@dataclass(frozen=True, slots=True)
class Listing:
    """Every package that the rules permit.

    Attributes
    ----------
    choices : intp, shape (n_packages, n_issues)
        Numbers of options, the last issue's changing fastest.
    totals : shape (n_packages, n_parties)
        Worth of each.
    crossed : bool, shape (n_packages, n_lines)
        Which red lines each crosses.
    acceptable : intp, shape (n_acceptable,)
        Rows that are acceptable.
    """

    terms: Terms
    choices: Choices
    totals: Totals
    crossed: NDArray[np.bool_]
    acceptable: NDArray[np.intp]

    def gained(self) -> list[int]:
        """Count for each line the packages that become acceptable when it alone is dropped."""
        owners, must = _arrays(self.terms)
        return gained_without(self.crossed, owners, must, self.terms.at_least)

    def conflicts(self) -> tuple[tuple[Lines, ...], tuple[Lines, ...], bool]:
        """List the minimal conflicts, and the minimal sets of lines to drop, if these are few."""
        crossings = _packed(self.crossed)
        rest = [lines for lines, must in self._by_party() if not must]
        must = sum(lines for lines, must in self._by_party() if must)
        sets, complete = conflicts(crossings, must, rest, self.terms.at_least)
        drops = smallest(
            lines
            for crossed in smallest(crossings)
            for lines in _to_drop(crossed, must, rest, self.terms.most_refusing)
        )
        return sets, tuple(drops), complete

    def opened(self, drop: Lines) -> int:
        """Count the packages that are acceptable without some lines."""
        owners, must = _arrays(self.terms)
        kept = [line for line in range(self.crossed.shape[1]) if not drop >> line & 1]
        accepts = accepting(self.crossed[:, kept], owners[kept], len(must))
        return int(np.count_nonzero(enough(accepts, must, self.terms.at_least)))

    def _by_party(self) -> list[tuple[Lines, bool]]:
        return [
            (sum(1 << n for n, owner in enumerate(self.terms.owners) if owner == party), must)
            for party, must in enumerate(self.terms.must)
        ]


def listing_of_one(terms: Terms, package: NDArray[np.intp]) -> Listing:
    """List one package alone, numbers of options, of a case of any size."""
    return _listing(terms, package[np.newaxis])


def listing_of(terms: Terms) -> Listing:
    """List every package of a small case.

    Parameters
    ----------
    terms : Terms
        Of a case with few packages: each takes memory.

    Returns
    -------
    Listing
        All lines of the case in force.
    """
    return _listing(terms, permitted_choices(terms.case))


def _listing(terms: Terms, choices: Choices) -> Listing:
    case, worth = terms.case, terms.worth
    totals = totals_of(worth, choices)
    crossed = np.zeros((len(choices), len(terms.lines)), dtype=np.bool_)
    for number, line in enumerate(terms.lines):
        if line.kind == "no_agreement":
            party = terms.owners[number]
            crossed[:, number] = totals[:, party] < worth.no_agreement[party]
        else:
            crossed[:, number] = holds(case, range(len(case.issues)), choices, line.together)
    owners, must = _arrays(terms)
    accepts = accepting(crossed, owners, len(must))
    acceptable = np.flatnonzero(enough(accepts, must, terms.at_least))
    return Listing(terms, choices, totals, crossed, acceptable)


def _arrays(terms: Terms) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
    return np.array(terms.owners, dtype=np.intp), np.array(terms.must, dtype=np.bool_)


def _packed(crossed: NDArray[np.bool_]) -> set[Lines]:
    packed = np.packbits(crossed, axis=1, bitorder="little")
    return {int.from_bytes(row.tobytes(), "little") for row in packed}


def _to_drop(crossed: Lines, must: Lines, rest: Sequence[Lines], may_refuse: int) -> list[Lines]:
    """List what has to be dropped for one package: all who must, and enough of the rest."""
    refusing = [crossed & lines for lines in rest if crossed & lines]
    satisfied = max(0, len(refusing) - may_refuse)
    return [(crossed & must) | sum(chosen) for chosen in combinations(refusing, satisfied)]
