"""Where nothing is acceptable: which red lines exclude each other, and what would open a zone?"""

from fractions import Fraction

from tracktwo.analyses.settlement.conflicts import Lines, conflicts_by_search, members
from tracktwo.analyses.settlement.counting import count_acceptable
from tracktwo.analyses.settlement.listing import Listing
from tracktwo.analyses.settlement.room import crossed_by, find_package, totals_of_ways
from tracktwo.analyses.settlement.searched import Search, decided
from tracktwo.analyses.settlement.settlement import Count, RedLine, Relaxation
from tracktwo.analyses.settlement.terms import Terms

MOST_OPENINGS = 20


def openings(
    terms: Terms, listing: Listing | None
) -> tuple[tuple[tuple[RedLine, ...], ...], tuple[Relaxation, ...], bool]:
    """Say what excludes what, and what dropping lines would open.

    Parameters
    ----------
    terms : Terms
        Under which nothing is acceptable.
    listing : Listing or None
        The packages, where they are few.

    Returns
    -------
    conflicts : tuple of tuple of RedLine
        Minimal sets of lines that exclude each other, by size.
    relaxations : tuple of Relaxation
        The smallest sets to drop: those of the fewest lines first, then those that open most;
        `MOST_OPENINGS` at most.
    complete : bool
        Whether all conflicts are given.
    """
    excluding, drops, complete = _dual(terms) if listing is None else listing.conflicts()
    fewest = sorted(drops, key=int.bit_count)[:MOST_OPENINGS]
    found = [_relaxation(terms, listing, drop) for drop in fewest if drop]
    found.sort(key=lambda each: (len(each.without), -each.opens.low))
    return tuple(_named(terms, lines) for lines in excluding), tuple(found), complete


def _dual(terms: Terms) -> tuple[tuple[Lines, ...], tuple[Lines, ...], bool]:
    every = (1 << len(terms.lines)) - 1

    def uncrossed(lines: Lines) -> Lines | None:
        found = find_package(terms.under(lines))
        return None if found is None else lines | every & ~crossed_by(terms, found)

    return conflicts_by_search(every, uncrossed)


def _named(terms: Terms, lines: Lines) -> tuple[RedLine, ...]:
    return tuple(terms.lines[line] for line in members(lines))


def _relaxation(terms: Terms, listing: Listing | None, drop: Lines) -> Relaxation:
    relaxed = terms.under(terms.active & ~drop)
    opens = count_acceptable(relaxed) if listing is None else Count.exactly(listing.opened(drop))
    without = _named(terms, drop)
    return Relaxation(without, opens, _reached(relaxed, without))


def _reached(relaxed: Terms, without: tuple[RedLine, ...]) -> Fraction | None:
    """Give the most that the party gets once its only dropped no-agreement value is gone."""
    if len(without) != 1 or without[0].kind != "no_agreement":
        return None
    party = [each.id for each in relaxed.case.parties].index(without[0].party)
    if party not in relaxed.worth.entering:
        return Fraction(0)
    place = relaxed.worth.entering.index(party)
    found = decided(lambda: Search(relaxed).best_for(place))
    if found is None:
        return None
    return Fraction(totals_of_ways(relaxed, found)[party], relaxed.worth.unit)
