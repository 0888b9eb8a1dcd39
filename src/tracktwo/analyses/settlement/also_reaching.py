"""The same terms with one more sum that every package has to reach."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from tracktwo.analyses.settlement.blocks import Block
from tracktwo.analyses.settlement.settlement import RedLine
from tracktwo.analyses.settlement.terms import Terms

_LARGEST = 2**60


def also_reaching(terms: Terms, worths: Sequence[Sequence[int]], floor: int) -> Terms:
    """Ask that a sum over the issues be reached as well, as if one more party had to accept.

    Parameters
    ----------
    terms : Terms
        What has to hold.
    worths : sequence of sequence of int
        For each issue of the case what each option adds to the sum.
    floor : int
        What the sum has to reach.

    Returns
    -------
    Terms
        With one more column of worth, which no frontier is about, and one more line in force.

    Examples
    --------
    >>> from tracktwo.analyses.settlement.counting import count_acceptable
    >>> from tracktwo.analyses.settlement.terms import terms_of
    >>> from tracktwo.casemodel.example import river
    >>> terms = terms_of(river())
    >>> narrower = also_reaching(terms, [[0, 1, 1], [1, 0]], 2)
    >>> count_acceptable(terms).low, count_acceptable(narrower).low
    (3, 1)
    """
    column = len(terms.must)
    largest = sum(max(map(abs, options)) for options in worths) + abs(floor)
    kind = np.dtype(np.object_) if largest >= _LARGEST else terms.blocks[0].worth.dtype
    return replace(
        terms,
        worth=replace(terms.worth, no_agreement=(*terms.worth.no_agreement, floor)),
        lines=(*terms.lines, RedLine("", "", "no_agreement")),
        blocks=tuple(_wider(block, worths, kind) for block in terms.blocks),
        owners=(*terms.owners, column),
        must=(*terms.must, True),
        active=terms.active | 1 << len(terms.lines),
    )


def _wider(block: Block, worths: Sequence[Sequence[int]], kind: np.dtype[Any]) -> Block:
    """Add a column to a block's worth."""
    more = np.zeros(len(block.choices), dtype=kind)
    for place, issue in enumerate(block.issues):
        more += np.array(worths[issue], dtype=kind)[block.choices[:, place]]
    return replace(block, worth=np.column_stack([block.worth.astype(kind), more]))
