"""Which packages are acceptable, and which of them is which solution?"""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from tracktwo.analyses.settlement.cover import cover
from tracktwo.analyses.settlement.settlement import Count, Package, Settlement
from tracktwo.brief.blocks import Cell, Column, Row, Table
from tracktwo.brief.cells import words
from tracktwo.brief.lists import counted, figured
from tracktwo.brief.red_lines import decimal, title_of
from tracktwo.casemodel.case import Case

_SHOWN = 12


def acceptable(case: Case, settlement: Settlement) -> Table:
    """Give the acceptable packages as a table, the frontier first."""
    shown = _in_order(settlement)[:_SHOWN]
    parties = [
        (at, party)
        for at, party in enumerate(case.parties)
        if any(party.id == who for who, _ in shown[0].utilities)
    ]
    left = settlement.count.high - len(shown)
    return Table(
        "packages",
        f"Acceptable packages: {packages_in_words(settlement.count)}"
        if not settlement.count.exact
        else f"Acceptable packages: {figured(settlement.count.high, 'package')}",
        "Those on the frontier first, then by the least that any party gets. Points are estimates.",
        (
            Column("No."),
            Column("Package"),
            Column("What it is"),
            *(Column(party.name, "number", at) for at, party in parties),
        ),
        tuple(
            _package(case, settlement, number, package, [party.id for _, party in parties])
            for number, package in enumerate(shown, start=1)
        ),
        foot=_foot(settlement, left),
        illustrative=True,
    )


def packages_in_words(count: Count) -> str:
    """Write a number of packages; where only bounds are known, both."""
    if count.exact:
        return counted(count.high, "package")
    return f"{how_many(count)} packages"


def how_many(count: Count) -> str:
    """Give a count in words; where only bounds are known, both.

    >>> how_many(Count(4, 4)), how_many(Count(4, 1200))
    ('4', 'between 4 and 1,200')
    """
    return f"{count.high:,}" if count.exact else f"between {max(count.low, 1):,} and {count.high:,}"


def _foot(settlement: Settlement, left: int) -> str:
    if left <= 0:
        return ""
    if settlement.acceptable:
        return f"{left:,} more; tracktwo settle --json lists the frontier."
    most = "" if settlement.count.exact else "at most "
    return f"There are {most}{left:,} more; tracktwo settle --json lists the frontier."


def _in_order(settlement: Settlement) -> list[Package]:
    """Give the acceptable packages, or some that stand for them where there are very many."""
    if not settlement.acceptable:
        solutions = (
            *settlement.nash,
            *settlement.kalai_smorodinsky,
            *settlement.egalitarian,
            *settlement.utilitarian,
        )
        near = cover(settlement.frontier, _SHOWN).points
        some = [Package(point.packages[0], point.utilities) for point in near]
        return list(dict.fromkeys([*solutions, *some]))
    frontier = {options for point in settlement.frontier for options in point.packages}
    return sorted(
        settlement.acceptable,
        key=lambda package: (
            package.options not in frontier,
            -min((worth for _, worth in package.utilities), default=Fraction()),
            -sum((worth for _, worth in package.utilities), Fraction()),
        ),
    )


def _package(
    case: Case, settlement: Settlement, number: int, package: Package, parties: list[str]
) -> Row:
    worths = dict(package.utilities)
    return Row(
        (
            words(str(number)),
            words("; ".join(_titles(case, package))),
            words(_roles(settlement, package)),
            *(Cell((decimal(worths[party]),)) for party in parties),
        ),
        silent=True,
    )


def _titles(case: Case, package: Package) -> Iterator[str]:
    """Name the options, with their issues where options of two issues have one title."""
    named = Counter(option.title for issue in case.issues for option in issue.options)
    for issue, option in package.options:
        title = title_of(case, issue, option)
        yield title if max(named.values()) == 1 else f"{title_of(case, issue)}: {title}"


def _roles(settlement: Settlement, package: Package) -> str:
    solutions = (
        ("Nash", settlement.nash),
        ("Kalai–Smorodinsky", settlement.kalai_smorodinsky),
        ("egalitarian", settlement.egalitarian),
        ("utilitarian", settlement.utilitarian),
    )
    roles = [
        name
        for name, packages in solutions
        if any(package.options == each.options for each in packages)
    ]
    if not roles and any(package.options in point.packages for point in settlement.frontier):
        roles = ["frontier"]
    return ", ".join(roles) or "dominated"
