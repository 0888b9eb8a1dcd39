"""What may stand on a line of the forecast ledger: a question, a forecast, an outcome."""

from typing import Annotated, Literal, TypeAlias

from pydantic import AfterValidator

from tracktwo.casemodel.field import Day, ExactNumber, Words
from tracktwo.casemodel.tables import Part


def _open(probability: ExactNumber) -> ExactNumber:
    if not 0 < probability < 1:
        raise ValueError(
            f"{probability} is no forecast: what is still open is neither impossible nor certain; "
            "give a number between 0 and 1, such as 0.15"
        )
    return probability


class QuestionLine(Part):
    """A question, by what it is settled, and on which day."""

    kind: Literal["question"] = "question"
    id: Words
    question: Words
    criteria: Words
    resolves_on: Day
    on: Day
    by: Words


class ForecastLine(Part):
    """How likely somebody held a yes to be, on a day; the words are those of its number."""

    kind: Literal["forecast"] = "forecast"
    id: Words
    probability: Annotated[ExactNumber, AfterValidator(_open)]
    words: Words
    on: Day
    by: Words
    because: str = ""


class OutcomeLine(Part):
    """What came of a question."""

    kind: Literal["outcome"] = "outcome"
    id: Words
    outcome: Literal["yes", "no"]
    on: Day
    by: Words
    because: str = ""


Line: TypeAlias = QuestionLine | ForecastLine | OutcomeLine
KINDS: dict[str, type[Line]] = {
    "question": QuestionLine,
    "forecast": ForecastLine,
    "outcome": OutcomeLine,
}
