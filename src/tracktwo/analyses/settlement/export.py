"""A settlement as JSON: exact decimal strings, every tie, and how it was made."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any, TypeAlias

from tracktwo.analyses.settlement.cover import cover
from tracktwo.analyses.settlement.exact_text import exact_text
from tracktwo.analyses.settlement.package import Judged
from tracktwo.analyses.settlement.robust import Robustness
from tracktwo.analyses.settlement.settlement import (
    Certificate,
    Count,
    FrontierPoint,
    Package,
    Ranked,
    RedLine,
    Settlement,
)

Worths: TypeAlias = tuple[tuple[str, Fraction], ...]


def as_json(settlement: Settlement, robustness: Robustness | None = None) -> dict[str, Any]:
    """Give a settlement in the form of ``tracktwo settle --json``.

    Parameters
    ----------
    settlement : Settlement
        Any.
    robustness : Robustness or None
        Of the same case, where it was asked for.

    Returns
    -------
    dict
        As ``docs/reference/schemas/settle.schema.json`` says: numbers as exact text, and each
        solution as a list of points, each with all packages that reach it.

    Examples
    --------
    >>> from tracktwo.analyses.settlement.settle import settle
    >>> from tracktwo.casemodel.example import river
    >>> as_json(settle(river()))["solutions"]["nash"]
    [{'utilities': {'darsa': '30', 'velia': '90'}, 'packages': [{'dam': 'low', 'toll': 'free'}]}]
    """
    return {
        "packages": str(settlement.packages),
        "permitted": str(settlement.permitted),
        "acceptable": _count(settlement.count),
        **({} if settlement.ranked is None else {"ranks": _ranked(settlement.ranked)}),
        **_efficient(settlement),
        **_in_the_way(settlement),
        "certificates": [_certificate(each) for each in settlement.certificates],
        **({} if robustness is None else {"robustness": robustness_as_json(robustness)}),
        "making": {
            "case_sha256": settlement.making.case_sha256,
            "method": settlement.making.method,
            "version": settlement.making.version,
            "parameters": dict(settlement.making.parameters),
        },
    }


def _efficient(settlement: Settlement) -> dict[str, Any]:
    """Give the frontier, what stands for it, and the solutions."""
    counts = {point.utilities: point.count for point in settlement.frontier}
    few = cover(settlement.frontier) if settlement.frontier_exact else None
    return {
        "frontier": {
            "exact": settlement.frontier_exact,
            "points": [_point(point) for point in settlement.frontier],
        },
        "solutions": {
            "nash": _solution(settlement.nash, counts),
            "kalai_smorodinsky": _solution(settlement.kalai_smorodinsky, counts),
            "egalitarian": _solution(settlement.egalitarian, counts),
            "utilitarian": _solution(settlement.utilitarian, counts),
        },
        "best": {party: [_point(each) for each in points] for party, points in settlement.best},
        "top_nash": [_point(point) for point in settlement.top_nash],
        "cover": few
        and {"short": exact_text(few.short), "points": [_point(point) for point in few.points]},
    }


def _in_the_way(settlement: Settlement) -> dict[str, Any]:
    """Give what excludes what, and what dropping red lines would let through."""
    return {
        "conflicts": [[_red_line(line) for line in lines] for lines in settlement.conflicts],
        "conflicts_complete": settlement.conflicts_complete,
        "blocks": [
            {"red_line": _red_line(line), "packages": str(count)}
            for line, count in settlement.blocks
        ],
        "relaxations": [
            {"without": [_red_line(line)], "gained": str(gained.high), **_bounded(gained)}
            for line, gained in settlement.relaxations
        ],
        "openings": [
            {
                "without": [_red_line(line) for line in each.without],
                "opens": _count(each.opens),
                **({} if each.to is None else {"to": exact_text(each.to)}),
            }
            for each in settlement.openings
        ],
    }


def _bounded(count: Count) -> dict[str, Any]:
    """Say that a number is only the most there can be, where it is, and give the least."""
    return {} if count.exact else {"exact": False, "at_least": str(count.low)}


def _certificate(certificate: Certificate) -> dict[str, Any]:
    return {
        "solution": certificate.solution,
        "by": certificate.by,
        "objective": certificate.objective,
        "value": exact_text(certificate.value),
        "bound": exact_text(certificate.bound),
    }


def _ranked(ranked: Ranked) -> dict[str, Any]:
    return {
        "parties": list(ranked.parties),
        "room": ranked.room,
        "acceptable": {
            "for_all": _count(ranked.acceptable_for_all),
            "for_some": _count(ranked.acceptable_for_some),
        },
        "efficient": {
            "for_all": _count(ranked.efficient_for_all),
            "for_some": _count(ranked.efficient_for_some),
            "packages": [
                {
                    "package": dict(each.options),
                    "acceptable": each.acceptable,
                    "efficient": each.efficient,
                }
                for each in ranked.efficient
            ],
        },
    }


def robustness_as_json(found: Robustness) -> dict[str, Any]:
    """Give what ``tracktwo settle --robust --json`` adds.

    Parameters
    ----------
    found : Robustness
        Any.

    Returns
    -------
    dict
        As the schema's ``robustness`` says.

    Examples
    --------
    >>> from tracktwo.analyses.settlement.robust import robustness
    >>> from tracktwo.casemodel.example import river
    >>> robustness_as_json(robustness(river(), samples=10))["draws"]["with_room"]
    10
    """
    return {
        "room": {"best": found.room, "holds_for": found.holds, "exact": found.monotone},
        "no_agreement": {"all_low": found.floors_low, "all_high": found.floors_high},
        "flips": [
            {
                "party": flip.party,
                **({"issue": flip.issue} if flip.issue else {}),
                "value": exact_text(Fraction(flip.value)),
                **({} if flip.until is None else {"room_until": exact_text(flip.until)}),
            }
            for flip in found.flips
        ],
        "draws": {
            "samples": found.samples,
            "seed": found.seed,
            "with_room": found.with_room,
            "error": round(found.error, 6),
            "solutions_kept": dict(found.kept),
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
        **(
            {}
            if judged.ranked is None
            else {
                "ranks": {
                    "acceptable": judged.ranked.acceptable,
                    "efficient": judged.ranked.efficient,
                }
            }
        ),
    }


def _count(count: Count) -> dict[str, Any]:
    """Give a count; where it is a bound, the most there can be, and the least."""
    return {"count": str(count.high), "exact": count.exact, **_bounded(count)}


def _point(point: FrontierPoint) -> dict[str, Any]:
    more = {"count": str(point.count)} if point.count > len(point.packages) else {}
    return {
        "utilities": {party: exact_text(worth) for party, worth in point.utilities},
        "packages": [dict(options) for options in point.packages],
        **more,
    }


def _solution(packages: Sequence[Package], counts: Mapping[Worths, int]) -> list[dict[str, Any]]:
    """Put packages that are worth the same to everyone under one point."""
    points: dict[Worths, list[tuple[tuple[str, str], ...]]] = {}
    for package in packages:
        points.setdefault(package.utilities, []).append(package.options)
    return [
        _point(FrontierPoint(worth, tuple(tied), counts.get(worth, len(tied))))
        for worth, tied in points.items()
    ]


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
