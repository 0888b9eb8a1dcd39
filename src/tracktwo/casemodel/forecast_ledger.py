"""The forecast ledger: lines that are only ever added, each sealed with all that stand before it.

A line is one JSON object with a ``seal``: the SHA-256 of the seal of the line before it and of its
own content. Whoever changes, removes or puts in a line breaks the seal of that line or of the next.
The seal of the last line stands for the whole: published, it proves that nothing was changed since.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from pydantic import ValidationError

from tracktwo.casemodel.forecast_lines import (
    KINDS,
    ForecastLine,
    Line,
    OutcomeLine,
    QuestionLine,
)
from tracktwo.errors import CaseError, Problem

UNSEALED = "0" * 64


@dataclass(frozen=True, slots=True)
class Question:
    """A question with all that was said of it, in the order of the lines.

    `outcome` is None while it is open.
    """

    asked: QuestionLine
    forecasts: tuple[ForecastLine, ...] = ()
    outcome: OutcomeLine | None = None

    def standing(self) -> tuple[ForecastLine, ...]:
        """Give the last forecast of each forecaster, in the order of their first ones."""
        return tuple({each.by: each for each in self.forecasts}.values())


@dataclass(frozen=True, slots=True)
class Ledger:
    """A ledger whose seals hold: its lines, the questions that they make, and the last seal."""

    lines: tuple[Line, ...] = ()
    questions: tuple[Question, ...] = ()
    seal: str = UNSEALED


def read_ledger(text: str, name: str = "forecasts.jsonl") -> Ledger:
    """Read a ledger, and hold that nothing in it was changed.

    Parameters
    ----------
    text : str
        The file; "" for a ledger that was not begun.
    name : str
        Its name, for the error.

    Returns
    -------
    Ledger
        Questions in the order in which they were asked.

    Raises
    ------
    CaseError
        With every line whose seal does not fit, or that says what cannot be.

    Examples
    --------
    >>> asked = QuestionLine(id="q1", question="Rain?", criteria="10 mm", resolves_on="2025-02-01",
    ...                      on="2025-01-31", by="A. Analyst")
    >>> text = sealed(UNSEALED, [asked])
    >>> read_ledger(text).questions[0].asked.question
    'Rain?'
    >>> read_ledger(text.replace("Rain", "Snow"))
    Traceback (most recent call last):
    tracktwo.errors.CaseError: forecasts.jsonl: 1 to mend
    line 1: its seal does not fit: this line, or the one before it, was changed, removed or put in
    """
    problems: list[Problem] = []
    lines: list[tuple[int, Line]] = []
    seal = UNSEALED
    for number, written in enumerate(text.splitlines(), start=1):
        body, given = _taken_apart(written)
        if given is None or given != _seal(seal, body) or written != _written(body, given):
            problems.append(Problem(f"line {number}", _broken(given)))
        elif line := _line(number, body, problems):
            lines.append((number, line))
        seal = given or UNSEALED
    if not problems:
        problems += _contradictions(lines)
    if problems:
        raise CaseError(name, tuple(problems))
    only = tuple(line for _, line in lines)
    return Ledger(only, tuple(_questions(only)), seal)


def sealed(seal: str, lines: Sequence[Line]) -> str:
    """Write lines to go behind the one with the seal given, each with its own seal."""
    written = []
    for line in lines:
        body = line.model_dump(mode="json")
        seal = _seal(seal, body)
        written.append(_written(body, seal) + "\n")
    return "".join(written)


def refusals(ledger: Ledger, lines: Sequence[Line]) -> tuple[Problem, ...]:
    """Say why lines cannot go into a ledger; () where they can.

    The place of a problem is the id of the question that it is about.
    """
    before = [(number, line) for number, line in enumerate(ledger.lines, start=1)]
    after = [(0, line) for line in lines]
    found = _contradictions([*before, *after])
    return tuple(Problem(lines[0].id, each.message) for each in found if each.place == "line 0")


def _seal(before: str, body: object) -> str:
    content = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(f"{before}\n{content}".encode("utf-8", "surrogatepass")).hexdigest()


def _written(body: dict[str, Any], seal: str) -> str:
    return json.dumps({**body, "seal": seal}, ensure_ascii=False)


def _taken_apart(written: str) -> tuple[dict[str, Any], str | None]:
    """Give a line's content, and its seal if it has one."""
    try:
        body = json.loads(written)
    except (ValueError, RecursionError):
        return {}, None
    if not isinstance(body, dict) or not isinstance(body.get("seal"), str):
        return {}, None
    return body, body.pop("seal")


def _broken(seal: str | None) -> str:
    if seal is None:
        return "is no sealed line; put the file back as it was, lines are added by tracktwo only"
    return "its seal does not fit: this line, or the one before it, was changed, removed or put in"


def _line(number: int, body: dict[str, Any], problems: list[Problem]) -> Line | None:
    kind = KINDS.get(str(body.get("kind")))
    if kind is None:
        problems.append(Problem(f"line {number}", "is of a kind that is not known"))
        return None
    try:
        return kind.model_validate(body)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            place = ".".join(map(str, detail["loc"]))
            problems.append(Problem(f"line {number}, {place}", detail["msg"]))
    return None


def _contradictions(lines: Sequence[tuple[int, Line]]) -> list[Problem]:
    """Name every line that says what cannot be after those before it."""
    problems: list[Problem] = []
    asked: dict[str, QuestionLine] = {}
    settled: dict[str, OutcomeLine] = {}
    latest = ""
    for number, line in lines:
        message = _message(line, asked, settled)
        if line.on < latest and not message:
            message = f"is of {line.on}, but a line of {latest} stands before it; days only go on"
        if message:
            problems.append(Problem(f"line {number}", message))
            continue
        latest = line.on
        if isinstance(line, QuestionLine):
            asked[line.id] = line
        elif isinstance(line, OutcomeLine):
            settled[line.id] = line
    return problems


def _message(line: Line, asked: dict[str, QuestionLine], settled: dict[str, OutcomeLine]) -> str:
    """Say what is wrong with a line after those before it; "" for nothing."""
    if isinstance(line, QuestionLine):
        return _about_question(line, asked)
    question = asked.get(line.id)
    if question is None:
        known = ", ".join(asked) or "none yet"
        return f'"{line.id}" is no question of the ledger; questions are {known}'
    if before := settled.get(line.id):
        return (
            f'"{question.question}" was settled with {before.outcome} on {before.on}; '
            "it is settled once"
        )
    due = question.resolves_on
    if isinstance(line, OutcomeLine) and line.on < due:
        return f"is settled on {due} and not before; {line.on} is too early"
    if isinstance(line, ForecastLine) and line.on > due:
        return f"was to be settled on {due}; a forecast of {line.on} comes too late"
    return ""


def _about_question(line: QuestionLine, asked: dict[str, QuestionLine]) -> str:
    if line.id != f"q{len(asked) + 1}":
        return f'has the id "{line.id}"; the next question is q{len(asked) + 1}'
    if line.resolves_on < line.on:
        return f"is asked on {line.on} and settled on {line.resolves_on}, before that"
    same = [each.id for each in asked.values() if each.question == line.question]
    return f"is asked already, as {same[0]}; forecast on that" if same else ""


def _questions(lines: Sequence[Line]) -> Iterator[Question]:
    for asked in lines:
        if isinstance(asked, QuestionLine):
            own = [line for line in lines if line.id == asked.id]
            yield Question(
                asked,
                tuple(line for line in own if isinstance(line, ForecastLine)),
                next((line for line in own if isinstance(line, OutcomeLine)), None),
            )
