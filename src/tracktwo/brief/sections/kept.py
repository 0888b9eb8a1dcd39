"""The forecast ledger: what was forecast, by whom, what came of it, and how good that was."""

from collections.abc import Iterator
from decimal import Decimal

from tracktwo.analyses.outlook.scoring import Bin, Score, calibration, score, scored
from tracktwo.brief.blocks import Block, Cell, Column, Row, Sentences, Table
from tracktwo.brief.cells import words
from tracktwo.brief.dates import written
from tracktwo.brief.figures import Calibration, Figure, Item
from tracktwo.brief.ground import Ground
from tracktwo.brief.lists import counted, first_upper
from tracktwo.brief.scale import BANDS, per_cent
from tracktwo.brief.sentence import Sentence
from tracktwo.casemodel.forecast_ledger import Ledger, Question

EDGES = tuple((Decimal(band.low) / 100, Decimal(band.high) / 100) for band in BANDS)


def kept(ground: Ground) -> Iterator[Block]:
    """Give the ledger as a table, and where something is settled its scores and calibration."""
    ledger = ground.material.ledger
    if ledger is None or not ledger.questions:
        return
    yield _table(ledger)
    found = scored(ledger)
    mean = score(found)
    if mean:
        yield Sentences((_scores(mean, ledger),))
        yield _figure(calibration(found, EDGES))


def _table(ledger: Ledger) -> Table:
    rows = tuple(row for each in ledger.questions for row in _rows(each))
    return Table(
        "ledger",
        f"Forecasts kept to be scored: {counted(len(ledger.questions), 'question')}",
        "The last forecast of each forecaster on a question. Lines are only added, and sealed; the "
        f"last seal is {ledger.seal[:16]}.",
        (
            Column("No."),
            Column("Question, and by what it is settled"),
            Column("Forecast"),
            Column("Signed"),
            Column("Settled"),
        ),
        rows,
    )


def _rows(each: Question) -> Iterator[Row]:
    asked, came = each.asked, each.outcome
    due = (
        f"{came.outcome}, {written(came.on)}"
        if came
        else f"open until {written(asked.resolves_on)}"
    )
    for line in each.standing():
        yield Row(
            (
                words(asked.id),
                Cell((_plain(asked.question),), under=(_plain(asked.criteria),)),
                words(f"{line.words}, {per_cent(line.probability)}\u00a0%"),
                words(f"{line.by}, {written(line.on)}"),
                words(due),
            )
        )


def _plain(text: str) -> str:
    return " ".join(text.split())


def _scores(mean: Score, ledger: Ledger) -> Sentence:
    said = (
        f"{first_upper(counted(mean.count, 'forecast is', 'forecasts are'))} settled, with a Brier "
        f"score of {float(mean.brier):.3f} and a log score of {_signed(mean.log_score)}; one half "
        "every time would get 0.25 and −0.693, and 0 is perfect."
    )
    basis = f"ledger sealed {ledger.seal[:16]}"
    return Sentence("judgement", (said,), by="computed, forecast ledger", basis=basis)


def _signed(number: float) -> str:
    return f"{number:.3f}".replace("-", "−")


def _figure(bins: tuple[Bin, ...]) -> Figure:
    return Figure(
        caption="Calibration: what was given, and what came true",
        how="A circle for each band of probability, larger for more forecasts. On the line, what "
        "was given came true as often.",
        label="Calibration of the forecasts that are settled; the list below gives the same in "
        "words.",
        chart=Calibration(
            tuple((float(each.forecast), float(each.happened), each.count) for each in bins)
        ),
        items=tuple(_item(each) for each in bins),
    )


def _item(each: Bin) -> Item:
    given, came = (
        per_cent(Decimal(round(float(x), 2)).quantize(Decimal("0.01")))
        for x in (each.forecast, each.happened)
    )
    forecasts = counted(each.count, "forecast")
    return Item(f"Given {given}\u00a0%", (f"{came}\u00a0% of {forecasts} came true",))
