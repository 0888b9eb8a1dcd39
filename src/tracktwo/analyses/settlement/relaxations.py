"""How many packages would each red line let through if it alone were dropped?"""

from tracktwo.analyses.settlement.counting import count_acceptable
from tracktwo.analyses.settlement.listing import Listing
from tracktwo.analyses.settlement.settlement import Count, RedLine
from tracktwo.analyses.settlement.terms import Terms

MOST_LINES = 60  # lines that are counted one by one where packages cannot be listed


def relaxations(
    terms: Terms, listing: Listing | None, count: Count
) -> tuple[tuple[RedLine, Count], ...]:
    """Count, for each red line, the packages that become acceptable when it alone is dropped.

    Parameters
    ----------
    terms : Terms
        With all lines in force.
    listing : Listing or None
        The packages, where they are few.
    count : Count
        How many are acceptable with all lines in force.

    Returns
    -------
    tuple of (RedLine, Count)
        Exact where both counts are, else bounds. Empty where there are more than `MOST_LINES`
        lines and the packages are not listed.

    Examples
    --------
    >>> from tracktwo.analyses.settlement.terms import terms_of
    >>> from tracktwo.casemodel.example import river
    >>> terms = terms_of(river())
    >>> [gained.low for _, gained in relaxations(terms, None, count_acceptable(terms))]
    [1, 1, 0]
    """
    if listing is not None:
        return tuple(
            (line, Count.exactly(number))
            for line, number in zip(terms.lines, listing.gained(), strict=True)
        )
    if len(terms.lines) > MOST_LINES:
        return ()
    return tuple(
        (line, _more(count_acceptable(terms.under(terms.active & ~(1 << number))), count))
        for number, line in enumerate(terms.lines)
    )


def _more(without: Count, count: Count) -> Count:
    return Count(max(0, without.low - count.high), without.high - count.low)
