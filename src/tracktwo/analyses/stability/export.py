"""A stability analysis as JSON: codes, verdicts, reasons, and how it was made."""

from collections.abc import Iterable
from typing import Any

from tracktwo.analyses.stability.flips import Flip
from tracktwo.analyses.stability.inverse import Inverse
from tracktwo.analyses.stability.model import Model
from tracktwo.analyses.stability.reasons import Reason
from tracktwo.analyses.stability.result import StabilityResult, Verdicts


def as_json(result: StabilityResult) -> dict[str, Any]:
    """Give an analysis in the form of ``tracktwo stability --json``.

    Parameters
    ----------
    result : StabilityResult
        Any.

    Returns
    -------
    dict
        As ``docs/reference/schemas/stability.schema.json`` says. States are named by their codes;
        what was not asked, or does not apply, is left out.
    """
    model = result.model
    whole = {
        "states": [
            {"code": int(code), "bits": model.bits[at], "label": model.labels[at]}
            for at, code in enumerate(model.codes.tolist())
        ],
        "stable": {name: _stable(model, each) for name, each in result.verdicts.items()},
        "equilibria": {name: _codes(model, v.equilibria) for name, v in result.verdicts.items()},
        "status_quo": None if result.start is None else _code(model, result.start),
        "reasons": [_reason(model, party, each) for (party, _, _), each in result.reasons.items()],
        **_extras(result),
        "making": {
            "case_sha256": result.making.case_sha256,
            "method": result.making.method,
            "version": result.making.version,
            "parameters": dict(result.making.parameters),
        },
    }
    return {key: value for key, value in whole.items() if value is not None}


def _extras(result: StabilityResult) -> dict[str, Any]:
    model = result.model
    extras: dict[str, Any] = {}
    if result.uncertain:
        extras["uncertain"] = {
            f"{concept}_{extension}": _stable(model, verdicts)
            | {"all": _codes(model, verdicts.equilibria)}
            for (concept, extension), verdicts in result.uncertain.items()
        }
    for name, found in (("strong", result.strong), ("weak", result.weak)):
        if found:
            extras[name] = {
                concept: _stable(model, verdicts) | {"all": _codes(model, verdicts.equilibria)}
                for concept, verdicts in found.items()
            }
    if result.coalitions:
        extras["coalitions"] = _coalitions(result)
    if result.routes:
        extras["routes"] = {
            name: [
                {"to": _code(model, route.state), "path": _steps(model, route.path)}
                for route in routes
            ]
            for name, routes in result.routes.items()
        }
    for name, by_party in (("limited", result.limited), ("simultaneous", result.simultaneous)):
        if by_party is not None:
            parties = zip(model.parties, by_party, strict=True)
            extras[name] = {party: _codes(model, states) for party, states in parties}
    if result.inverses:
        extras["inverse"] = [_inverse(model, each) for each in result.inverses]
    if result.flips is not None:
        extras["flips"] = [_flip(model, each) for each in result.flips]
    return extras


def _flip(model: Model, flip: Flip) -> dict[str, Any]:
    change = flip.change
    return {
        "party": model.parties[change.party],
        "pair": [_code(model, change.one), _code(model, change.other)],
        "now": change.now,
        "instead": change.instead,
        "concept": flip.concept,
        "gained": _codes(model, flip.gained),
        "lost": _codes(model, flip.lost),
    }


def _code(model: Model, state: int) -> int:
    return int(model.codes[state])


def _codes(model: Model, states: Iterable[int]) -> list[int]:
    return [_code(model, state) for state in states]


def _stable(model: Model, verdicts: Verdicts) -> dict[str, list[int]]:
    rows = zip(model.parties, verdicts.marks, strict=True)
    return {party: model.codes[marks].tolist() for party, marks in rows}


def _names(model: Model, parties: Iterable[int]) -> list[str]:
    return [model.parties[party] for party in parties]


def _reason(model: Model, party: int, reason: Reason) -> dict[str, Any]:
    return {"party": model.parties[party], **_because(model, reason)}


def _because(model: Model, reason: Reason) -> dict[str, Any]:
    return {
        "concept": reason.concept,
        "state": _code(model, reason.state),
        "stable": reason.stable,
        "free": _codes(model, reason.free),
        "deterred": [
            {
                "improvement": _code(model, each.improvement),
                "by": [
                    {"parties": _names(model, who), "to": _code(model, to)} for who, to in each.path
                ],
            }
            for each in reason.deterred
        ],
    }


def _steps(model: Model, path: Iterable[tuple[int, int]]) -> list[dict[str, Any]]:
    return [{"party": model.parties[party], "to": _code(model, to)} for party, to in path]


def _coalitions(result: StabilityResult) -> dict[str, Any]:
    model = result.model
    stable: dict[str, list[dict[str, Any]]] = {}
    for (concept, team), states in result.coalitions.items():
        entry = {"parties": _names(model, team), "states": _codes(model, states)}
        stable.setdefault(concept, []).append(entry)
    return {
        "stable": stable,
        "equilibria": {name: _codes(model, states) for name, states in result.together.items()},
        "upsets": [
            {"parties": _names(model, each.coalition), **_because(model, each.reason)}
            for each in result.upsets
        ],
    }


def _inverse(model: Model, found: Inverse) -> dict[str, Any]:
    return {
        "state": _code(model, found.state),
        "party": model.parties[found.party],
        "concept": found.concept,
        "count": str(found.count),
        "rankings": str(found.rankings),
        "inclusion_exclusion": [
            {"sign": term.sign, "over": term.over, "states": _codes(model, term.states)}
            for term in found.terms
        ],
        "blocked_by": _names(model, found.blocked_by),
        "change": found.change,
        "ranking": [_codes(model, tied) for tied in found.ranking],
    }
