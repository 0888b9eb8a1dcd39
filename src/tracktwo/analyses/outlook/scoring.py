"""How good were the forecasts? Brier score, log score, and calibration by bands."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import log

from tracktwo.casemodel.forecast_ledger import Ledger


@dataclass(frozen=True, slots=True)
class Scored:
    """A forecast whose question is settled: its probability of a yes, and whether yes came."""

    question: str
    by: str
    probability: Decimal
    happened: bool


@dataclass(frozen=True, slots=True)
class Score:
    """How a set of forecasts did.

    Attributes
    ----------
    count : int
        How many were scored; one at least.
    brier : Fraction
        The mean of (probability - outcome)², outcome being 1 or 0: 0 is perfect, 1/4 is what
        one half every time gets, 1 the worst.
    log_score : float
        The mean natural logarithm of the probability given to what came: 0 is perfect,
        log ½ = -0.693 is what one half gets; there is no worst.
    base_rate : Fraction
        The share of yes among them.
    """

    count: int
    brier: Fraction
    log_score: float
    base_rate: Fraction


@dataclass(frozen=True, slots=True)
class Bin:
    """The forecasts of one band: how many, their mean probability, the share that came true."""

    low: Decimal
    high: Decimal
    count: int
    forecast: Fraction
    happened: Fraction


def scored(ledger: Ledger) -> tuple[Scored, ...]:
    """Give the last forecast of each forecaster on each question that is settled."""
    return tuple(
        Scored(each.asked.id, last.by, last.probability, each.outcome.outcome == "yes")
        for each in ledger.questions
        if each.outcome is not None
        for last in each.standing()
    )


def score(forecasts: Sequence[Scored]) -> Score | None:
    """Score forecasts of settled questions.

    Parameters
    ----------
    forecasts : sequence of Scored
        Probabilities above 0 and below 1. Each counts alike.

    Returns
    -------
    Score or None
        None for no forecasts.

    Notes
    -----
    Brier, "Verification of forecasts expressed in terms of probability", Monthly Weather Review
    78, 1950, halved, as is the custom for questions with two answers; Good, "Rational decisions",
    Journal of the Royal Statistical Society B 14, 1952.

    Examples
    --------
    >>> sure = Scored("q1", "A. Analyst", Decimal("0.9"), True)
    >>> wrong = Scored("q2", "A. Analyst", Decimal("0.9"), False)
    >>> found = score([sure, wrong])
    >>> found.brier, round(found.log_score, 3)
    (Fraction(41, 100), -1.204)
    """
    if not forecasts:
        return None
    count = len(forecasts)
    brier = sum(((Fraction(f.probability) - f.happened) ** 2 for f in forecasts), Fraction(0))
    given = (f.probability if f.happened else 1 - f.probability for f in forecasts)
    return Score(
        count,
        brier / count,
        sum(log(each) for each in given) / count,
        Fraction(sum(f.happened for f in forecasts), count),
    )


def calibration(
    forecasts: Iterable[Scored], edges: Sequence[tuple[Decimal, Decimal]]
) -> tuple[Bin, ...]:
    """Set what was forecast beside what came, band by band.

    Parameters
    ----------
    forecasts : iterable of Scored
        Of settled questions.
    edges : sequence of (low, high)
        Bands in ascending order, each beginning where the one before ends. A probability on an
        edge belongs to the higher band; one outside all bands to the nearest.

    Returns
    -------
    tuple of Bin
        Bands with at least one forecast, in order.

    Examples
    --------
    >>> low, high = (Decimal(0), Decimal("0.5")), (Decimal("0.5"), Decimal(1))
    >>> given = [Scored("q1", "A", Decimal("0.6"), True), Scored("q2", "A", Decimal("0.8"), False)]
    >>> (only,) = calibration(given, [low, high])
    >>> only.count, only.forecast, only.happened
    (2, Fraction(7, 10), Fraction(1, 2))
    """
    found: dict[tuple[Decimal, Decimal], list[Scored]] = {}
    for each in forecasts:
        band = next((b for b in reversed(edges) if b[0] <= each.probability), edges[0])
        found.setdefault(band, []).append(each)
    return tuple(_bin(band, found[band]) for band in edges if band in found)


def _bin(band: tuple[Decimal, Decimal], forecasts: Sequence[Scored]) -> Bin:
    count = len(forecasts)
    total = sum((Fraction(each.probability) for each in forecasts), Fraction(0))
    came = Fraction(sum(each.happened for each in forecasts), count)
    return Bin(*band, count, total / count, came)
