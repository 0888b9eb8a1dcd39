"""Is there room for an agreement? Exactly, for real sizes, with reasons."""

from tracktwo import __version__
from tracktwo.analyses.settlement.blockers import blockers
from tracktwo.analyses.settlement.counting import count_acceptable, permitted
from tracktwo.analyses.settlement.efficient import Efficient, efficient
from tracktwo.analyses.settlement.exact_text import exact_text
from tracktwo.analyses.settlement.listing import Listing, listing_of
from tracktwo.analyses.settlement.naming import named_choices, worths_of
from tracktwo.analyses.settlement.openings import openings
from tracktwo.analyses.settlement.packages import count_packages
from tracktwo.analyses.settlement.rank_conclusions import conclusions
from tracktwo.analyses.settlement.ranks import ranked_parties
from tracktwo.analyses.settlement.relaxations import relaxations
from tracktwo.analyses.settlement.settlement import (
    MOST_LISTED,
    MOST_TIES,
    Count,
    Making,
    Package,
    RedLine,
    Relaxation,
    Settlement,
)
from tracktwo.analyses.settlement.terms import Terms, acceptance_of, terms_of
from tracktwo.analyses.settlement.worth import floor_of, points_of
from tracktwo.casemodel.case import Case


def settle(case: Case) -> Settlement:
    """Find the packages that everyone could accept, the best of them, or what stands in the way.

    A package is acceptable when the rules permit it, all of `acceptance.must` accept it, and
    at least `acceptance.at_least` of the rest do; without `acceptance`, all parties must. A
    party accepts a package that crosses none of its red lines: it holds no option and no
    combination of options that the party refuses, and it is worth at least the party's
    no-agreement value, exactly as much included. A party without a no-agreement value refuses
    nothing on that ground. Weights and no-agreement values are the best estimates.

    Frontier and solutions are about the parties that have points. Gains are counted from the
    no-agreement value, or from 0 where a party has none. The solutions are chosen among the
    packages of the frontier, so none of them is dominated.

    Parameters
    ----------
    case : Case
        With parties and issues.

    Returns
    -------
    Settlement
        Exact, with all ties, where it does not say otherwise. Packages stand in the order of the
        case, its last issue changing fastest; frontier points from the one worth most to the
        first party downwards. `making` says who has to accept, from what gains are counted, and
        who is silent on what. Renaming or reordering parties, issues or options renames or
        reorders the result.

    Raises
    ------
    SettlementError
        If the case has no parties or no issues, or if rules tie too many issues together.

    Notes
    -----
    Packages are not enumerated: see `frontier_of` and `count_acceptable`. Time and memory grow
    with the points of the frontier. Where there are too many, the solutions come from an integer
    programme, each with a certificate of how far it could be surpassed.

    Examples
    --------
    >>> from tracktwo.casemodel.example import river
    >>> found = settle(river())
    >>> [[option for _, option in package.options] for package in found.acceptable]
    [['low', 'free'], ['low', 'paid'], ['none', 'paid']]
    >>> found.nash[0].options
    (('dam', 'low'), ('toll', 'free'))
    """
    packages = count_packages(case)
    terms = terms_of(case)
    listing = listing_of(terms) if packages <= MOST_LISTED else None
    found = efficient(terms)
    count = _count(terms, listing)
    excluding, opening, complete = _in_the_way(terms, listing, found)
    return Settlement(
        packages=packages,
        permitted=permitted(terms),
        acceptable=_listed(terms, listing),
        frontier=found.points,
        nash=found.nash,
        kalai_smorodinsky=found.kalai_smorodinsky,
        egalitarian=found.egalitarian,
        utilitarian=found.utilitarian,
        conflicts=excluding,
        blocks=blockers(terms, listing),
        making=_making(terms),
        relaxations=relaxations(terms, listing, count),
        conflicts_complete=complete,
        count=count,
        openings=opening,
        frontier_exact=found.exact,
        certificates=found.certificates,
        efficient=found.options,
        best=found.best,
        top_nash=found.top_nash,
        ranked=conclusions(terms, listing),
    )


def _in_the_way(
    terms: Terms, listing: Listing | None, found: Efficient
) -> tuple[tuple[tuple[RedLine, ...], ...], tuple[Relaxation, ...], bool]:
    """Say which lines exclude each other, and what dropping would open, where nothing is left."""
    return ((), (), True) if found.points else openings(terms, listing)


def _listed(terms: Terms, listing: Listing | None) -> tuple[Package, ...]:
    if listing is None:
        return ()
    rows = listing.acceptable
    return tuple(
        map(
            Package,
            named_choices(terms.case, listing.choices[rows]),
            worths_of(terms, listing.totals[rows]),
        )
    )


def _count(terms: Terms, listing: Listing | None) -> Count:
    if listing is None:
        return count_acceptable(terms)
    return Count.exactly(len(listing.acceptable))


def _making(terms: Terms) -> Making:
    case, entering = terms.case, [terms.case.parties[p].id for p in terms.worth.entering]
    rule = acceptance_of(case)
    parameters = [
        ("most_listed", str(MOST_LISTED)),
        ("most_ties", str(MOST_TIES)),
        ("acceptance.must", ", ".join(rule.must)),
        ("acceptance.at_least", str(rule.at_least)),
        ("parties_with_points", ", ".join(entering)),
    ]
    for party in case.parties:
        floor = floor_of(case, party)
        said = "not given; gains counted from 0" if floor is None else exact_text(floor)
        parameters.append((f"no_agreement.{party.id}", said))
        if party.id in ranked_parties(case):
            parameters.append((f"ranks.{party.id}", "the middle of the consistent points"))
        silent = [issue.id for issue in case.issues if not points_of(case, party.id, issue.id)]
        if silent and party.id in entering:
            parameters.append((f"no_points.{party.id}", ", ".join(silent)))
    return Making(case.sha256, "sums by issue", __version__, tuple(parameters))
