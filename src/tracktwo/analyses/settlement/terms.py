"""What has to hold for a package to be acceptable, with some red lines in force and others not?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tracktwo.analyses.settlement.blocks import Block, Totals, blocks_of
from tracktwo.analyses.settlement.red_lines import red_lines
from tracktwo.analyses.settlement.settlement import RedLine
from tracktwo.analyses.settlement.ties import Tie
from tracktwo.analyses.settlement.worth import Worth, scaled_worth
from tracktwo.casemodel.case import Acceptance, Case


@dataclass(frozen=True, slots=True)
class Layer:
    """The ways of one block that nobody who has to accept refuses.

    Attributes
    ----------
    block, ways : int and intp array
        Which block, and which of its ways.
    worth : int64 or object, shape (n_ways, n_parties)
        What each adds for each party.
    refusing : int64, shape (n_ways,)
        Who of the rest refuses each, as a set of bits; above these, what of a `Tie` fails.
    """

    block: int
    ways: NDArray[np.intp]
    worth: Totals
    refusing: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Terms:
    """A case as blocks, and what has to hold.

    Attributes
    ----------
    case, worth, lines, blocks, ties
        The case, what its options are worth, its red lines, its blocks, what reaches across them.
    owners : tuple of int
        The party of each line, by place.
    must : tuple of bool
        Which parties have to accept.
    at_least : int
        How many of the rest have to.
    active : int
        The red lines in force, as a set of bits.
    """

    case: Case
    worth: Worth
    lines: tuple[RedLine, ...]
    blocks: tuple[Block, ...]
    ties: tuple[Tie, ...]
    owners: tuple[int, ...]
    must: tuple[bool, ...]
    at_least: int
    active: int

    @property
    def floors(self) -> tuple[int | None, ...]:
        """Give each party's no-agreement value, None where it is not in force."""
        held = {
            self.owners[number]
            for number, line in enumerate(self.lines)
            if line.kind == "no_agreement" and self.active >> number & 1
        }
        return tuple(
            floor if party in held else None for party, floor in enumerate(self.worth.no_agreement)
        )

    @property
    def most_refusing(self) -> int:
        """Count how many of the rest may refuse."""
        return self.must.count(False) - self.at_least

    def layers(self) -> list[Layer]:
        """List what is left of each block under the lines in force."""
        return [self._layer(number, block) for number, block in enumerate(self.blocks)]

    def ordered(self, *, largest_first: bool) -> list[Layer]:
        """List the same in the order in which packages are built: by size, unless ties bind it."""
        layers = self.layers()
        if self.ties:
            return layers
        return sorted(layers, key=lambda layer: len(layer.ways) * (-1 if largest_first else 1))

    def _layer(self, number: int, block: Block) -> Layer:
        refused = np.zeros(len(block.choices), dtype=np.bool_)
        refusing = np.zeros(len(block.choices), dtype=np.int64)
        for line, crossed in block.crossed:
            if not self.active >> line & 1:
                continue
            if self.must[self.owners[line]]:
                refused |= crossed
            else:
                refusing[crossed] |= 1 << self.owners[line]
        for tie, bit, fails in block.fails:
            if tie.line is None or self.active >> tie.line & 1:
                refusing[fails] |= 1 << bit
        ways = np.flatnonzero(~refused)
        return Layer(number, ways, block.worth[ways], refusing[ways])

    def under(self, active: int) -> "Terms":
        """Give the same terms with other lines in force."""
        return replace(self, active=active)


def terms_of(case: Case, worth: Worth | None = None) -> Terms:
    """Put a case on whole numbers, as blocks, with all of its red lines in force.

    Parameters
    ----------
    case : Case
        With parties and issues.
    worth : Worth or None
        What its options are worth; None for `scaled_worth`.

    Returns
    -------
    Terms
        Everyone has to accept where the case does not say who.

    Examples
    --------
    >>> from tracktwo.casemodel.example import river
    >>> terms = terms_of(river())
    >>> [layer.ways.tolist() for layer in terms.layers()], terms.must
    ([[1, 2], [0, 1]], (True, True))
    """
    worth, lines = worth or scaled_worth(case), red_lines(case)
    parties = [party.id for party in case.parties]
    rule = acceptance_of(case)
    blocks, ties = blocks_of(case, worth, lines)
    return Terms(
        case=case,
        worth=worth,
        lines=lines,
        blocks=blocks,
        ties=ties,
        owners=tuple(parties.index(line.party) for line in lines),
        must=tuple(party in rule.must for party in parties),
        at_least=rule.at_least,
        active=(1 << len(lines)) - 1,
    )


def acceptance_of(case: Case) -> Acceptance:
    """Say who has to accept: everyone, where the case does not."""
    return case.acceptance or Acceptance(tuple(party.id for party in case.parties))


def count_bits(sets: NDArray[np.int64], bits: Iterable[int]) -> NDArray[Any]:
    """Count which of some bits are members of each set.

    Examples
    --------
    >>> count_bits(np.array([0, 5]), [0, 1, 2]).tolist()
    [0, 2]
    """
    return sum((sets >> bit & 1 for bit in bits), np.zeros(len(sets), dtype=np.int64))


def within(layers: Sequence[Layer]) -> bool:
    """Tell whether every block has a way left."""
    return all(len(layer.ways) for layer in layers)
