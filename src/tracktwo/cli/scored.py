"""The forecast ledger and its scores, for people and for programs."""

from collections.abc import Iterable, Iterator
from textwrap import fill
from typing import Any

from tracktwo.analyses.outlook.scoring import Bin, Score, Scored, calibration, score, scored
from tracktwo.brief.sections.kept import EDGES
from tracktwo.casemodel.forecast_ledger import Ledger, Question
from tracktwo.cli.printing import print_table

_WIDE = 20


def as_json(ledger: Ledger) -> dict[str, Any]:
    """Give the ledger in the form of ``tracktwo forecast score --json``."""
    found = scored(ledger)
    return {
        "questions": [_question(each) for each in ledger.questions],
        "scores": [
            {"by": by or "all", "forecasts": each.count, **_score(each)}
            for by, each in _by_forecaster(found)
        ],
        "calibration": [
            {
                "low": str(each.low),
                "high": str(each.high),
                "forecasts": each.count,
                "forecast": float(each.forecast),
                "happened": float(each.happened),
            }
            for each in calibration(found, EDGES)
        ],
        "seal": ledger.seal,
    }


def _question(each: Question) -> dict[str, Any]:
    return {
        **each.asked.model_dump(mode="json", exclude={"kind"}),
        "forecasts": [
            line.model_dump(mode="json", exclude={"kind", "id"}) for line in each.forecasts
        ],
        "outcome": each.outcome.model_dump(mode="json", exclude={"kind", "id"})
        if each.outcome
        else None,
    }


def _score(each: Score) -> dict[str, float]:
    return {
        "brier": float(each.brier),
        "log_score": each.log_score,
        "base_rate": float(each.base_rate),
    }


def _by_forecaster(found: Iterable[Scored]) -> Iterator[tuple[str, Score]]:
    """Score all together ("" by name), then each forecaster where there are several."""
    listed = list(found)
    names = list(dict.fromkeys(each.by for each in listed))
    for name in ["", *(names if len(names) > 1 else [])]:
        own = score([each for each in listed if name in ("", each.by)])
        if own:
            yield name, own


def print_scores(ledger: Ledger) -> None:
    """Print the questions with their forecasts, then scores and calibration of the settled."""
    if not ledger.questions:
        print("The ledger is empty; add a forecast with: tracktwo forecast add")
        return
    for each in ledger.questions:
        print("\n".join(_told(each)))
    found = scored(ledger)
    print()
    if not found:
        print("No question is settled yet, so there is nothing to score.")
    for by, mean in _by_forecaster(found):
        print(
            f"{by or 'All'}: {mean.count} settled, Brier score {float(mean.brier):.4f}, "
            f"log score {mean.log_score:.4f}"
        )
    if found:
        print("0 is perfect; one half every time gets 0.25, and -0.6931.")
    bins = calibration(found, EDGES)
    if bins:
        print_table("", ("given", "times", "came true", ""), map(_drawn, bins))
    print(f"Sealed {ledger.seal}")


def _told(each: Question) -> Iterator[str]:
    asked, came = each.asked, each.outcome
    when = f"{came.outcome} on {came.on}" if came else f"open until {asked.resolves_on}"
    yield fill(f"{asked.id}, {when}: {asked.question}", 80, subsequent_indent="    ")
    for line in each.standing():
        yield f"    {line.words}, {line.probability}: {line.by}, {line.on}"


def _drawn(each: Bin) -> tuple[str, str, str, str]:
    """Draw a band of the calibration: o where it was forecast, x where it came, * for both."""
    marks = [" "] * (_WIDE + 1)
    forecast, happened = (round(float(share) * _WIDE) for share in (each.forecast, each.happened))
    marks[forecast], marks[happened] = "o", "x"
    if forecast == happened:
        marks[forecast] = "*"
    return (
        f"{float(each.forecast):.0%}",
        str(each.count),
        f"{float(each.happened):.0%}",
        f"0 |{''.join(marks)}| 1",
    )
