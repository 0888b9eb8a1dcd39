"""A settlement as JSON: exact decimal strings, every tie, and how it was made."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any

from tracktwo.analyses.settlement.package import Judged
from tracktwo.analyses.settlement.settlement import (
    Count,
    FrontierPoint,
    Package,
    RedLine,
    Settlement,
)


def as_json(settlement: Settlement) -> dict[str, Any]:
    """Give a settlement in the form of ``tracktwo settle --json``.

    Parameters
    ----------
    settlement : Settlement
        Any.

    Returns
    -------
    dict
        As ``docs/reference/schemas/settle.schema.json`` says: numbers as exact text, and each
        solution as a list of points, each with all packages that reach it.

    Examples
    --------
    >>> from tracktwo.analyses.settlement.settle import settle
    >>> from tracktwo.casemodel.read import parse_case
    >>> case = parse_case('''
    ... case = { id = "x", title = "X", as_of = "2025-01-31" }
    ... parties.a = { name = "A", no_agreement = "0.5" }
    ... issues.river = { title = "River", options = { dam = "a dam", none = "no dam" } }
    ... [[positions]]
    ... party = "a"
    ... issue = "river"
    ... weight = 50
    ... points = { dam = "1.4", none = 0 }
    ... refuses = ["none"]
    ... ''')
    >>> as_json(settle(case))["solutions"]["nash"]
    [{'utilities': {'a': '0.7'}, 'packages': [{'river': 'dam'}]}]
    """
    return {
        "packages": str(settlement.packages),
        "permitted": str(settlement.permitted),
        "acceptable": _count(settlement.count),
        "frontier": {
            "exact": settlement.frontier_exact,
            "points": [_point(point) for point in settlement.frontier],
        },
        "solutions": {
            "nash": _solution(settlement.nash),
            "kalai_smorodinsky": _solution(settlement.kalai_smorodinsky),
            "egalitarian": _solution(settlement.egalitarian),
            "utilitarian": _solution(settlement.utilitarian),
        },
        "conflicts": [[_red_line(line) for line in lines] for lines in settlement.conflicts],
        "conflicts_complete": settlement.conflicts_complete,
        "blocks": [
            {"red_line": _red_line(line), "packages": str(count)}
            for line, count in settlement.blocks
        ],
        "relaxations": [
            {"without": [_red_line(line)], "gained": str(count)}
            for line, count in settlement.relaxations
        ],
        "openings": [
            {
                "without": [_red_line(line) for line in each.without],
                "opens": _count(each.opens),
                **({} if each.to is None else {"to": exact_text(each.to)}),
            }
            for each in settlement.openings
        ],
        "certificates": [
            {
                "solution": each.solution,
                "by": each.by,
                "objective": each.objective,
                "value": exact_text(each.value),
                "bound": exact_text(each.bound),
            }
            for each in settlement.certificates
        ],
        "making": {
            "case_sha256": settlement.making.case_sha256,
            "method": settlement.making.method,
            "version": settlement.making.version,
            "parameters": dict(settlement.making.parameters),
        },
    }


def package_as_json(judged: Judged) -> dict[str, Any]:
    """Give one judged package in the form of ``tracktwo settle --package --json``.

    Parameters
    ----------
    judged : Judged
        Any.

    Returns
    -------
    dict
        As the schema's ``judged`` says.
    """
    dominated = judged.dominated_by
    return {
        "package": _point(FrontierPoint(judged.package.utilities, (judged.package.options,), 1)),
        "permitted": judged.permitted,
        "acceptable": judged.acceptable,
        "refused": [_red_line(line) for line in judged.refused],
        "dominated_by": None
        if dominated is None
        else _point(FrontierPoint(dominated.utilities, (dominated.options,), 1)),
        "trades": [
            {
                "changes": [
                    {"issue": issue, "from": old, "to": new} for issue, old, new in trade.changes
                ],
                "gains": {party: exact_text(gain) for party, gain in trade.gains},
            }
            for trade in judged.trades
        ],
    }


def exact_text(number: Fraction) -> str:
    """Write a number exactly: as a finite decimal, or else as a fraction.

    Parameters
    ----------
    number : Fraction
        Any.

    Returns
    -------
    str
        Without trailing zeros, exponent or sign of zero.

    Examples
    --------
    >>> exact_text(Fraction(8207, 1000)), exact_text(Fraction(-30)), exact_text(Fraction(1, 3))
    ('8.207', '-30', '1/3')
    """
    places = _decimal_places(number.denominator)
    if places is None:
        return str(number)
    digits = str(abs(number.numerator) * 10**places // number.denominator).zfill(places + 1)
    whole = len(digits) - places
    sign = "-" if number < 0 else ""
    return sign + digits[:whole] + (f".{digits[whole:]}" if places else "")


def _decimal_places(denominator: int) -> int | None:
    """Count the places that a fraction in lowest terms needs, if finitely many."""
    counts = dict.fromkeys((2, 5), 0)
    for prime in counts:
        while denominator % prime == 0:
            denominator //= prime
            counts[prime] += 1
    return max(counts.values()) if denominator == 1 else None


def _count(count: Count) -> dict[str, Any]:
    """Give a count; where it is a bound, the most there can be, and the least."""
    least = {} if count.exact else {"at_least": str(count.low)}
    return {"count": str(count.high), "exact": count.exact, **least}


def _point(point: FrontierPoint) -> dict[str, Any]:
    more = {"count": str(point.count)} if point.count > len(point.packages) else {}
    return {
        "utilities": {party: exact_text(worth) for party, worth in point.utilities},
        "packages": [dict(options) for options in point.packages],
        **more,
    }


def _solution(packages: Sequence[Package]) -> list[dict[str, Any]]:
    """Put packages that are worth the same to everyone under one point."""
    points: dict[tuple[tuple[str, Fraction], ...], list[tuple[tuple[str, str], ...]]] = {}
    for package in packages:
        points.setdefault(package.utilities, []).append(package.options)
    return [_point(FrontierPoint(worth, tuple(tied))) for worth, tied in points.items()]


def _red_line(line: RedLine) -> dict[str, Any]:
    kept: Iterable[tuple[str, Any]] = (
        ("id", line.id),
        ("party", line.party),
        ("kind", line.kind),
        ("issue", line.issue),
        ("option", line.option),
        ("together", {issue: list(options) for issue, options in line.combination}),
        ("value", "" if line.value is None else exact_text(line.value)),
    )
    return {key: value for key, value in kept if value}
