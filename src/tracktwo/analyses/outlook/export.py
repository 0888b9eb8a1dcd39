"""A forecast as JSON: rounds, positions, interval, and how it was made."""

from typing import Any

from tracktwo.analyses.outlook.outlook import Forecast, OutlookResult
from tracktwo.casemodel.outlook import Scale


def as_json(result: OutlookResult) -> dict[str, Any]:
    """Give a result in the form of ``tracktwo outlook --json``.

    Parameters
    ----------
    result : OutlookResult
        Any.

    Returns
    -------
    dict
        As ``docs/reference/schemas/outlook.schema.json`` says: for one scale its forecast, for
        several the list of their forecasts under "issues".
    """
    made = result.making
    making = {
        "making": {
            "case_sha256": made.case_sha256,
            "method": made.method,
            "version": made.version,
            "parameters": dict(made.parameters),
        }
    }
    each = [_forecast(forecast) for forecast in result.forecasts]
    if len(each) == 1:
        return {"model": result.model, **each[0], **making}
    return {"model": result.model, "issues": each, **making}


def _forecast(found: Forecast) -> dict[str, Any]:
    run = found.trajectory
    outcomes = zip(run.outcomes.tolist(), run.probabilities.tolist(), strict=True)
    return {
        "issue": found.scale.id,
        "scale": _scale(found.scale),
        "trajectory": [
            {
                "round": turn.round,
                "positions": {
                    party: place
                    for party, place in zip(run.parties, turn.positions, strict=True)
                    if party in found.stances
                },
                "median": turn.median,
                "mean": turn.mean,
                "interval": list(band),
            }
            for turn, band in zip(run.turns, found.fan, strict=False)
        ],
        "forecast": {
            "point": found.point,
            "median": found.median,
            "mean": found.mean,
            "interval": list(found.interval),
            "outcomes": [{"at": at, "probability": chance} for at, chance in outcomes],
        },
    }


def _scale(scale: Scale) -> dict[str, Any]:
    return {
        "low": float(scale.low),
        "high": float(scale.high),
        "unit": scale.unit,
        "anchors": [{"at": float(each.at), "words": each.words} for each in scale.anchors],
    }
