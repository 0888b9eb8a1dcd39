"""Which points are consistent with what a party ranks? The corners of their set, and its middle."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

from tracktwo.casemodel.case import Case, Issue, Position

Numbers: TypeAlias = tuple[Fraction, ...]


@dataclass(frozen=True, slots=True)
class Preference:
    """All points that are consistent with what is known of a party.

    A package is worth the sum over the issues of weight x value. The weights are a mixture of
    `rays` and the values of an issue's options a mixture of its `shapes`, with every share
    positive; so a worth is linear in each, and its bounds lie at the corners.

    Attributes
    ----------
    issues : tuple of int
        Numbers of the issues on which the party prefers something.
    rays : tuple of tuple of Fraction
        Corners of the weights: for each, the weight of each of those issues.
    shapes : tuple of tuple of tuple of Fraction
        For each of those issues the corners of its values: for each, the value of each option.
    """

    issues: tuple[int, ...]
    rays: tuple[Numbers, ...]
    shapes: tuple[tuple[Numbers, ...], ...]

    @property
    def certain(self) -> bool:
        """Tell whether only one set of points is consistent."""
        return len(self.rays) <= 1 and all(len(each) == 1 for each in self.shapes)


def preference_of(case: Case, party: str) -> Preference:
    """Say which points are consistent with the positions of a party.

    Additive points are consistent with a ranking when an option that stands before another is
    worth more, options at one place are worth the same, the worst is worth 0 and the best 100,
    an issue of a lower rank number weighs more, issues of one rank weigh the same, every weight
    is positive, and the weights add up to 100. An issue without a rank may weigh anything. Where
    points or weights are given, they are these. This is the incomplete ordinal information of
    preference programming (Salo and Hämäläinen 2010 [1]_ survey it); the corners are those that
    make rank-order weights a simplex (Barron and Barrett 1996 [2]_).

    Parameters
    ----------
    case : Case
        Where the positions stand.
    party : str
        Its id.

    Returns
    -------
    Preference
        Without issues where the party is silent.

    References
    ----------
    .. [1] Salo and Hämäläinen, "Preference programming: multicriteria weighting models under
       incomplete information", in *Handbook of Multicriteria Analysis*, 2010.
    .. [2] Barron and Barrett, "Decision quality using ranked attribute weights", *Management
       Science* 42, 1996, 1515-1523.

    Examples
    --------
    >>> from tracktwo.casemodel.example import river
    >>> preference = preference_of(river(ranked=True), "darsa")
    >>> [[int(weight) for weight in ray] for ray in preference.rays]
    [[100, 0], [50, 50]]
    >>> [[int(value) for value in shape] for shape in preference.shapes[0]]
    [[1, 0, 0], [1, 1, 0]]
    """
    by_issue = {
        position.issue: position
        for position in case.positions
        if position.party == party and (position.points or len(position.order) > 1)
    }
    places = [place for place, issue in enumerate(case.issues) if issue.id in by_issue]
    found = [(place, by_issue[case.issues[place].id]) for place in places]
    if any(position.weight is not None for _, position in found):
        found = [(place, position) for place, position in found if position.weight is not None]
        rays = [tuple(Fraction(p.weight.best) if p.weight else Fraction(0) for _, p in found)]
    else:
        found = [(place, p) for place, p in found if p.order or p.rank is not None]
        rays = _rays([position.rank for _, position in found])
    weighing = [at for at in range(len(found)) if any(ray[at] for ray in rays)]
    return Preference(
        issues=tuple(found[at][0] for at in weighing),
        rays=tuple(tuple(ray[at] for at in weighing) for ray in rays) if weighing else (),
        shapes=tuple(_shapes(found[at][1], case.issues[found[at][0]]) for at in weighing),
    )


def _rays(ranks: Sequence[int | None]) -> list[Numbers]:
    """Give the corners of all weights of these ranks: the first places alone, sharing 100."""
    found = []
    for last in sorted({rank for rank in ranks if rank is not None}):
        sharing = [rank is not None and rank <= last for rank in ranks]
        found.append(tuple(Fraction(100 * share, sum(sharing)) for share in sharing))
    alone = [at for at, rank in enumerate(ranks) if rank is None]
    found += [tuple(Fraction(100 * (at == one)) for at in range(len(ranks))) for one in alone]
    return found


def _shapes(position: Position, issue: Issue) -> tuple[Numbers, ...]:
    """Give the corners of all values of an order: 1 for its first places and 0 for the rest."""
    if position.points:
        points = dict(position.points)
        return (tuple(Fraction(points.get(option.id, 0)) / 100 for option in issue.options),)
    place = {option: at for at, tied in enumerate(position.order) for option in tied}
    last = len(position.order) - 1
    return tuple(
        tuple(Fraction(place.get(option.id, last) <= cut) for option in issue.options)
        for cut in range(last)
    )


def middle(preference: Preference) -> dict[int, Numbers]:
    """Give what each option adds to a package's worth at the middle of the consistent points.

    The middle is the mean of the corners: rank-order-centroid weights (Edwards and Barron 1994
    [1]_, Barron and Barrett 1996 [2]_), and values in equal steps. It is one consistent set of
    points among many.

    Parameters
    ----------
    preference : Preference
        Of a party.

    Returns
    -------
    dict of issue to tuple of Fraction
        For each issue on which the party prefers something, in points, option by option.

    References
    ----------
    .. [1] Edwards and Barron, "SMARTS and SMARTER: improved simple methods for multiattribute
       utility measurement", *Organizational Behavior and Human Decision Processes* 60, 1994,
       306-325.
    .. [2] Barron and Barrett, "Decision quality using ranked attribute weights", *Management
       Science* 42, 1996, 1515-1523.

    Examples
    --------
    Two issues, of which the first matters more: weights 75 and 25.

    >>> from tracktwo.casemodel.example import river
    >>> middle(preference_of(river(ranked=True), "darsa"))[0]
    (Fraction(75, 1), Fraction(75, 2), Fraction(0, 1))
    """
    rays, found = preference.rays, {}
    for at, issue in enumerate(preference.issues):
        weight = sum((ray[at] for ray in rays), Fraction(0)) / len(rays)
        shapes = preference.shapes[at]
        found[issue] = tuple(
            weight * sum(column, Fraction(0)) / len(shapes) for column in zip(*shapes, strict=True)
        )
    return found


def ranked_parties(case: Case) -> tuple[str, ...]:
    """Name the parties that rank something: more than one set of points is consistent."""
    ids = [party.id for party in case.parties]
    return tuple(party for party in ids if not preference_of(case, party).certain)
