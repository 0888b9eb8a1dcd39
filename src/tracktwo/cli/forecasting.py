"""From what stands on the command line, or in a case file, to lines of the forecast ledger."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, TypeVar

from pydantic import ValidationError

from tracktwo.brief.scale import band, misused
from tracktwo.casemodel.field import exact_number
from tracktwo.casemodel.forecast_lines import ForecastLine, Line, OutcomeLine, QuestionLine
from tracktwo.errors import InputError

if TYPE_CHECKING:
    from tracktwo.casemodel.case import Case
    from tracktwo.casemodel.forecast_ledger import Ledger

L = TypeVar("L", QuestionLine, ForecastLine, OutcomeLine)


def next_id(ledger: "Ledger", after: int = 0) -> str:
    """Give the id of the next question, or of one `after` it."""
    return f"q{len(ledger.questions) + 1 + after}"


def question_line(id_: str, asked: tuple[str, str, str], by: str, on: str) -> QuestionLine:
    """Make the line of a question.

    Parameters
    ----------
    id_ : str
        That of the next question.
    asked : tuple of (question, criteria, resolves_on)
        What is asked, by what it is settled, and when.
    by, on : str
        Who asks, on which day; "" for today.

    Raises
    ------
    InputError
        With everything that is missing or no value.
    """
    question, criteria, resolves_on = asked
    values = {"question": question, "criteria": criteria, "resolves_on": resolves_on}
    return _made(QuestionLine, {"id": id_, **values, "by": by, "on": _day(on)})


def forecast_line(id_: str, probability: str, by: str, on: str, because: str = "") -> ForecastLine:
    """Make the line of a forecast, with the word that stands for its probability.

    Raises
    ------
    InputError
        With everything that is missing or no value.
    """
    try:
        number = exact_number(probability)
    except ValueError:
        number = Decimal(0)  # the line says what is wrong with it
    words = band(min(max(number, Decimal(0)), Decimal(1))).words
    values = {"probability": probability, "words": words, "because": because}
    return _made(ForecastLine, {"id": id_, **values, "by": by, "on": _day(on)})


def outcome_line(id_: str, outcome: str, by: str, on: str, because: str = "") -> OutcomeLine:
    """Make the line of an outcome.

    Raises
    ------
    InputError
        With everything that is missing or no value.
    """
    values = {"outcome": outcome, "because": because}
    return _made(OutcomeLine, {"id": id_, **values, "by": by, "on": _day(on)})


def lines_of_case(case: "Case", ledger: "Ledger") -> list[Line]:
    """Give lines for the forecasts of a case file whose questions the ledger does not hold.

    In the order of the days on which they were made; the best estimate is the probability.

    Raises
    ------
    InputError
        If the case file has no other forecasts.
    """
    known = {each.asked.question for each in ledger.questions}
    fresh = [each for each in case.forecasts if each.question not in known]
    if not fresh:
        raise InputError("case.toml has no forecast that is not in the ledger")
    lines: list[Line] = []
    for at, each in enumerate(sorted(fresh, key=lambda each: each.made_on)):
        asked = (each.question, each.criteria, each.resolves_on)
        id_, best = next_id(ledger, at), f"{each.probability.best:f}"
        lines.append(question_line(id_, asked, each.by, each.made_on))
        lines.append(forecast_line(id_, best, each.by, each.made_on))
    return lines


def _day(on: str) -> str:
    """Give the day named, or today; a day that has not come is refused."""
    today = datetime.now().astimezone().date().isoformat()
    if on > today:
        raise InputError(f"--on: {on} has not come yet; today is {today}")
    return on or today


def _made(kind: type[L], values: Mapping[str, str]) -> L:
    """Make a line, or say all that is wrong with it in the words of the command line."""
    problems = [
        f"--{name}: {flaw}"
        for name in ("question", "because")
        for flaw in misused(values.get(name, ""))
    ]
    try:
        line = kind.model_validate(dict(values))
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            name = str(detail["loc"][0])
            said = str(detail["ctx"]["error"]) if detail["type"] == "value_error" else detail["msg"]
            missing = not values[name].strip()
            option = "ID" if name == "id" else f"--{name.replace('_', '-')}"
            problems.append(f"{option}: {'is missing' if missing else said}")
    if problems:
        raise InputError("\n".join(problems))
    return line
