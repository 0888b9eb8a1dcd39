"""Room, acceptance and efficiency over all points that are consistent with the rankings."""

import numpy as np
from numpy.typing import NDArray

from tracktwo.analyses.settlement.consistent import Consistent, consistent_points
from tracktwo.analyses.settlement.counting import permitted
from tracktwo.analyses.settlement.listing import Listing, listing_of_one
from tracktwo.analyses.settlement.naming import named_choices
from tracktwo.analyses.settlement.over_points import (
    NODES,
    Field,
    Mask,
    draws,
    efficient_for_some,
    without_room,
)
from tracktwo.analyses.settlement.point_search import UndecidedError
from tracktwo.analyses.settlement.ranks import ranked_parties
from tracktwo.analyses.settlement.ranks_at_size import room_at_size
from tracktwo.analyses.settlement.settlement import Count, Holds, Ranked, RankedPackage
from tracktwo.analyses.settlement.terms import Terms

MOST_SHOWN = 1_000
_MOST_PAIRS = 3_000_000
_MOST_TRIED = 12_000_000  # packages looked at in all searches together
_FEWEST = 5  # points that a search may try

Places = NDArray[np.intp]


def conclusions(terms: Terms, listing: Listing | None) -> Ranked | None:
    """Say what holds for all, for some and for no points that are consistent with the rankings.

    Everyone's points may be any consistent ones (`preference_of`), each party's whatever the
    others'. What holds for all of them is necessary, what holds for some is possible, as for
    additive value functions in robust ordinal regression (Greco, Mousseau and Słowiński 2008
    [1]_). A package is *acceptable* for some points just where enough parties can each find
    points at which they accept it; *efficient* at some points where it is acceptable and no other
    package that is acceptable at these points dominates it.

    Parameters
    ----------
    terms : Terms
        With all of its red lines in force.
    listing : Listing or None
        Its packages, where they are few.

    Returns
    -------
    Ranked or None
        None where nobody ranks anything: then one set of points is consistent. Without a listing
        only of room, and of what is acceptable for all (`room_at_size`).

    Notes
    -----
    Acceptance is decided at the corners: time grows with packages x issues x corners. That
    nothing is acceptable at some points, or a package is efficient at some, is decided by points
    drawn at random, which are checked exactly, and otherwise by a tree search whose linear
    programmes are solved in whole numbers; that a package is efficient for all points, by
    comparing it with each other package. Where a search grows too large, the counts are bounds.

    References
    ----------
    .. [1] Greco, Mousseau and Słowiński, "Ordinal regression revisited: multiple criteria ranking
       using a set of additive value functions", *European Journal of Operational Research* 191,
       2008, 416-436.

    Examples
    --------
    >>> from tracktwo.analyses.settlement.listing import listing_of
    >>> from tracktwo.analyses.settlement.terms import terms_of
    >>> from tracktwo.casemodel.example import river
    >>> terms = terms_of(river(ranked=True))
    >>> found = conclusions(terms, listing_of(terms))
    >>> found.room, found.acceptable_for_all, found.acceptable_for_some
    ('some', Count(low=0, high=0), Count(low=3, high=3))
    """
    parties = ranked_parties(terms.case)
    if not parties:
        return None
    who = [consistent_points(terms.case, party) for party in range(len(terms.must))]
    if listing is None:
        return _at_size(terms, parties, who)
    field = _field(terms, listing, who)
    surely, perhaps = field.accepting()
    for_all, for_some = field.enough(surely), field.enough(perhaps)
    possible = _cut(field, for_some)
    always, ever, open_ = _efficient(possible, surely[for_some], for_all[for_some])
    shown = np.flatnonzero(always | ever | open_)[:MOST_SHOWN]
    names = named_choices(terms.case, possible.choices[shown])
    acceptable: list[Holds] = ["all" if each else "some" for each in for_all[for_some][shown]]
    efficient: list[Holds] = [
        "all" if always[at] else "undecided" if open_[at] else "some" for at in shown
    ]
    return Ranked(
        parties=parties,
        room=_room(possible, for_all),
        acceptable_for_all=_exactly(for_all),
        acceptable_for_some=_exactly(for_some),
        efficient=tuple(map(RankedPackage, names, acceptable, efficient)),
        efficient_for_all=_exactly(always),
        efficient_for_some=Count(int(ever.sum()), int((ever | open_).sum())),
    )


def on_package(terms: Terms, listing: Listing | None, package: Places) -> RankedPackage | None:
    """Say for which consistent points one package is acceptable, and efficient.

    Parameters
    ----------
    terms : Terms
        With all of its red lines in force.
    listing : Listing or None
        Its packages, where they are few; without them, efficiency is undecided.
    package : intp, shape (n_issues,)
        Numbers of options, permitted by the rules.

    Returns
    -------
    RankedPackage or None
        None where nobody ranks anything.

    Examples
    --------
    >>> from tracktwo.analyses.settlement.listing import listing_of
    >>> from tracktwo.analyses.settlement.terms import terms_of
    >>> from tracktwo.casemodel.example import river
    >>> terms = terms_of(river(ranked=True))
    >>> on_package(terms, listing_of(terms), np.array([0, 1])).acceptable
    'none'
    """
    if not ranked_parties(terms.case):
        return None
    who = [consistent_points(terms.case, party) for party in range(len(terms.must))]
    options = named_choices(terms.case, package[np.newaxis])[0]
    field = _field(terms, listing_of_one(terms, package) if listing is None else listing, who)
    here = (field.choices == package).all(axis=1)
    surely, perhaps = field.accepting()
    for_all, for_some = field.enough(surely), field.enough(perhaps)
    if not for_some[here].any():
        return RankedPackage(options, "none", "none")
    acceptable: Holds = "all" if for_all[here].any() else "some"
    if listing is None:
        return RankedPackage(options, acceptable, "undecided")
    kept = _cut(field, for_some)
    at = int(np.flatnonzero(here[for_some])[0])
    if for_all[here].any() and not _ever_dominated(kept, surely[for_some], at):
        return RankedPackage(options, acceptable, "all")
    try:
        found = not _always_dominated(kept, at) and efficient_for_some(kept, at) is not None
    except UndecidedError:
        return RankedPackage(options, acceptable, "undecided")
    return RankedPackage(options, acceptable, "some" if found else "none")


def _at_size(terms: Terms, parties: tuple[str, ...], who: list[Consistent]) -> Ranked:
    room, for_all = room_at_size(terms, who)
    most = permitted(terms)
    return Ranked(
        parties=parties,
        room=room,
        acceptable_for_all=for_all,
        acceptable_for_some=Count(for_all.low, most),
        efficient=(),
        efficient_for_all=Count(0, for_all.high),
        efficient_for_some=Count(int(room in ("all", "some", "some or all")), most),
    )


def _field(terms: Terms, listing: Listing, who: list[Consistent]) -> Field:
    refused = np.zeros((len(listing.choices), len(terms.must)), dtype=np.bool_)
    for number, line in enumerate(terms.lines):
        if line.kind != "no_agreement":
            refused[:, terms.owners[number]] |= listing.crossed[:, number]
    return Field(
        listing.choices,
        refused,
        who,
        np.array(terms.must, dtype=np.bool_),
        terms.at_least,
    )


def _cut(field: Field, kept: Mask) -> Field:
    """Leave out packages that are acceptable for no points: they dominate nothing."""
    return Field(
        field.choices[kept], field.refused[kept], field.parties, field.must, field.at_least
    )


def _exactly(marked: Mask) -> Count:
    return Count.exactly(int(np.count_nonzero(marked)))


def _room(field: Field, for_all: Mask) -> Holds:
    if not len(field.choices):
        return "none"
    if for_all.any():
        return "all"
    if any(not field.enough(field.at(profile)[1]).any() for profile in draws(field)):
        return "some"
    try:
        return "all" if without_room(field) is None else "some"
    except UndecidedError:
        return "undecided"


def _efficient(field: Field, surely: Mask, for_all: Mask) -> tuple[Mask, Mask, Mask]:
    """Mark what is efficient for all points, what is for some, and what could not be decided."""
    always, ever = for_all.copy(), np.zeros(len(field.choices), dtype=np.bool_)
    for profile in draws(field):
        there = np.zeros_like(ever)
        there[field.efficient_at(profile)] = True
        always &= there
        ever |= there
    for package in np.flatnonzero(always):
        always[package] = not _ever_dominated(field, surely, int(package))
    open_ = np.flatnonzero(~ever)
    compared = open_[: _MOST_PAIRS // len(field.choices)] if len(open_) else open_
    never = {int(package) for package in compared if _always_dominated(field, int(package))}
    left = [int(package) for package in open_ if int(package) not in never]
    undecided = np.zeros_like(ever)
    tries = _MOST_TRIED // max(1, len(field.choices))
    undecided[left[tries // _FEWEST :]] = True
    nodes = min(NODES, max(_FEWEST, tries // max(1, len(left))))
    for number in left[: tries // _FEWEST]:
        try:
            ever[number] = efficient_for_some(field, number, nodes) is not None
        except UndecidedError:
            undecided[number] = True
    return always, ever, undecided


def _better(field: Field, package: int) -> tuple[Mask, Mask, Mask, Mask]:
    """Mark who prefers each other package to this one: never less, perhaps not, perhaps, more."""
    shape = (len(field.choices), len(field.parties))
    sure, weak, strict = (np.zeros(shape, dtype=np.bool_) for _ in range(3))
    for number, party in enumerate(field.parties):
        least, most = party.spans(field.choices, party.against(field.choices[package]))
        sure[:, number] = least >= 0
        weak[:, number] = (most > 0) | (least >= 0)
        strict[:, number] = most > 0
    return sure, weak, strict, ~field.refused


def _always_dominated(field: Field, package: int) -> bool:
    """Tell whether one package, accepted wherever this one is, dominates it for all points."""
    sure, _, strict, willing = _better(field, package)
    as_welcome = (willing | field.refused[package]).all(axis=1)
    return bool((sure.all(axis=1) & strict.any(axis=1) & as_welcome).any())


def _ever_dominated(field: Field, surely: Mask, package: int) -> bool:
    """Tell whether some package dominates this one, which is acceptable for all, at some points."""
    _, weak, strict, willing = _better(field, package)
    has_floor = np.array([party.no_agreement is not None for party in field.parties])
    follows = willing & (surely[package] | ~has_floor)
    could = weak.all(axis=1) & strict.any(axis=1) & (willing | ~field.must).all(axis=1)
    needed = field.at_least - np.count_nonzero(follows[:, ~field.must], axis=1)
    if (could & (needed <= 0)).any():
        return True
    flexible = willing & ~follows & ~field.must
    for other in np.flatnonzero(could & (flexible.sum(axis=1) >= needed)):
        ways = [
            _accepting_more(field, int(party), int(other), package)
            for party in np.flatnonzero(flexible[other])
        ]
        accepts = sum(weakly for weakly, _ in ways)
        surplus = any(strict[other] & ~flexible[other]) or any(more for _, more in ways)
        spare = accepts > needed[other] and bool(strict[other][flexible[other]].any())
        beside = accepts >= needed[other] and any(
            not weakly and strict[other, party]
            for (weakly, _), party in zip(ways, np.flatnonzero(flexible[other]), strict=True)
        )
        if accepts >= needed[other] and (surplus or spare or beside):
            return True
    return False


def _accepting_more(field: Field, party: int, other: int, package: int) -> tuple[bool, bool]:
    """Tell whether a party can accept another package and find it no worse, and also better."""
    who, choices = field.parties[party], field.choices
    if who.no_agreement is None:
        raise AssertionError("only a no-agreement value leaves it open")  # pragma: no cover
    floor = who.row(choices[other], who.no_agreement)
    more = who.row(choices[other], who.against(choices[package]))
    weakly = who.points((), (floor, more)) is not None
    return weakly, weakly and who.points((more,), (floor,)) is not None
