"""How many packages does each red line refuse by itself?"""

from dataclasses import replace

from tracktwo.analyses.settlement.counting import count_acceptable, permitted
from tracktwo.analyses.settlement.listing import Listing
from tracktwo.analyses.settlement.settlement import RedLine
from tracktwo.analyses.settlement.terms import Terms


def blockers(terms: Terms, listing: Listing | None) -> tuple[tuple[RedLine, int], ...]:
    """Count, for each red line, the permitted packages that cross it.

    Parameters
    ----------
    terms : Terms
        With the lines.
    listing : Listing or None
        The packages, where they are few.

    Returns
    -------
    tuple of (RedLine, int)
        Exact counts. A no-agreement value is left out where its sums are too many to count.
    """
    if listing is not None:
        return tuple(zip(terms.lines, listing.crossed.sum(axis=0).tolist(), strict=True))
    counts = ((line, _crossing(terms, number)) for number, line in enumerate(terms.lines))
    return tuple((line, count) for line, count in counts if count is not None)


def _crossing(terms: Terms, line: int) -> int | None:
    """Count what is left out when this line alone is in force and its party must accept."""
    must = tuple(party == terms.owners[line] for party in range(len(terms.must)))
    left = count_acceptable(replace(terms, must=must, at_least=0, active=1 << line), bounded=False)
    return permitted(terms) - left.low if left.exact else None
