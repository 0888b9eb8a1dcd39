"""What a conclusion hangs on, as JSON."""

from typing import Any

from tracktwo.analyses.outlook.multiverse import Multiverse
from tracktwo.analyses.robustness.inputs import Input
from tracktwo.analyses.robustness.robustness import RobustnessResult, Tested
from tracktwo.analyses.robustness.without import Conclusion, Left


def as_json(result: RobustnessResult) -> dict[str, Any]:
    """Give a result in the form of ``tracktwo robustness --json``.

    Parameters
    ----------
    result : RobustnessResult
        Any.

    Returns
    -------
    dict
        As ``docs/reference/schemas/robustness.schema.json`` says.
    """
    made = result.making
    return {
        "issues": [_tested(each) for each in result.scales],
        "whole": _conclusion(result.losses.whole),
        "without_source": [_left(each) for each in result.losses.sources],
        "without_statement": [_left(each) for each in result.losses.statements],
        "making": {
            "case_sha256": made.case_sha256,
            "method": made.method,
            "version": made.version,
            "parameters": dict(made.parameters),
        },
    }


def _tested(tested: Tested) -> dict[str, Any]:
    return {
        "issue": tested.scale.id,
        "forecast": tested.tornado.best,
        "tornado": [
            {**_input(bar.input), "at_low": bar.at_low, "at_high": bar.at_high, "dead": bar.dead}
            for bar in tested.tornado.bars
        ],
        "sobol": [
            {
                **_input(each.input),
                "first": each.first,
                "first_error": each.first_error,
                "total": each.total,
                "total_error": each.total_error,
                "dead": each.dead,
            }
            for each in tested.indices
        ],
        "multiverse": _multiverse(tested.multiverse),
    }


def _input(each: Input) -> dict[str, Any]:
    return {
        "party": each.party,
        "number": each.kind,
        "low": each.low,
        "best": each.best,
        "high": each.high,
    }


def _multiverse(found: Multiverse) -> dict[str, Any]:
    return {
        "models": [
            {
                "model": family.model,
                "forecasts": family.forecasts.tolist(),
                "choices": [
                    {"name": each.name, "share": each.share, "means": dict(each.means)}
                    for each in family.choices
                ],
            }
            for family in found.families
        ],
        "spread": list(found.spread),
        "variance": found.variance,
        "shares": {
            "inputs": found.inputs,
            "model": found.model,
            "reading": found.reading,
            "together": found.together,
        },
        "specification_decides": found.specification_decides,
    }


def _conclusion(found: Conclusion) -> dict[str, Any]:
    count = found.acceptable
    return {
        "acceptable": None if count is None else {"low": str(count.low), "high": str(count.high)},
        "forecasts": dict(found.points),
    }


def _left(left: Left) -> dict[str, Any]:
    return {
        "name": left.name,
        "source": left.source,
        "fallen": list(left.fallen),
        "flips": left.flips,
        "shift": left.shift,
        **_conclusion(left.conclusion),
    }
