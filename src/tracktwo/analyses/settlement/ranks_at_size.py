"""Room over all consistent points where packages are too many to be listed."""

from dataclasses import replace

import numpy as np

from tracktwo.analyses.settlement.also_reaching import also_reaching
from tracktwo.analyses.settlement.consistent import Consistent, Points
from tracktwo.analyses.settlement.counting import count_acceptable, permitted
from tracktwo.analyses.settlement.room import find_package
from tracktwo.analyses.settlement.settlement import Count, Holds
from tracktwo.analyses.settlement.terms import Terms, terms_of
from tracktwo.analyses.settlement.worth import Worth
from tracktwo.errors import SettlementError

_DRAWS = 12


def room_at_size(terms: Terms, parties: list[Consistent]) -> tuple[Holds, Count]:
    """Say for which points there is room, and how many packages are acceptable for all.

    Parameters
    ----------
    terms : Terms
        With all of its red lines in force.
    parties : list of Consistent
        What is known of each party.

    Returns
    -------
    room : Holds
        "all" where one package is acceptable whatever the points; "some" where points were drawn
        with room and others without; "some or all", "none or some" where only the one or only the
        other were.
    for_all : Count
        Exact where those who rank have to accept; else counted as if they had to, and no more
        than all.
    """
    sure = _surely(terms, parties)
    for_all = count_acceptable(sure)
    ranking = [number for number, party in enumerate(parties) if not party.preference.certain]
    if not all(terms.must[number] for number in ranking):
        for_all = Count(for_all.low, permitted(terms))
    if for_all.low or _room(sure):
        return "all", for_all
    random = np.random.default_rng(0)
    drawn = [[party.drawn(random) for party in parties] for _ in range(_DRAWS)]
    open_ = [_room(_at(terms, parties, profile)) for profile in drawn]
    holds: Holds = "some" if any(open_) else "none or some"
    return "some or all" if all(open_) else holds, for_all


def _room(terms: Terms) -> bool:
    try:
        return find_package(terms) is not None
    except SettlementError:
        return False


def _surely(terms: Terms, parties: list[Consistent]) -> Terms:
    """Ask that whoever ranks accepts at every corner of its points: a sum for each."""
    for number, party in enumerate(parties):
        if party.preference.certain or party.no_agreement is None:
            continue
        terms = replace(terms, must=_with(terms.must, number))
        least = [
            (values - other[:, np.newaxis]).min(axis=0)
            for values, other in zip(party.values, party.no_agreement.values, strict=True)
        ]
        for ray in party.weights.tolist():
            sums = {
                issue: [int(ray[at]) * int(value) for value in least[at]]
                for at, issue in enumerate(party.preference.issues)
            }
            every = [
                sums.get(number, [0] * len(issue.options))
                for number, issue in enumerate(terms.case.issues)
            ]
            terms = also_reaching(terms, every, party.no_agreement.number)
    return terms


def _with(must: tuple[bool, ...], party: int) -> tuple[bool, ...]:
    return tuple(each or number == party for number, each in enumerate(must))


def _at(terms: Terms, parties: list[Consistent], profile: list[Points]) -> Terms:
    """Put some points in place of the middle."""
    options = []
    for party, points in zip(parties, profile, strict=True):
        worths = dict(zip(party.preference.issues, points.worths, strict=True))
        options.append(
            tuple(
                tuple(map(int, worths[number])) if number in worths else (0,) * len(issue.options)
                for number, issue in enumerate(terms.case.issues)
            )
        )
    floors = tuple(points.floor for points in profile)
    return terms_of(terms.case, Worth(1, tuple(options), floors, terms.worth.entering))
