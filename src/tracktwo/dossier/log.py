"""How do decisions travel as a file? JSON Lines, one decision each.

A line names the statement by its id, or by its words, which is what a person can write::

    {"source": "a.md", "words": "a ban on missiles", "verdict": "accept", "by": "A. Analyst",
     "at": "2025-01-31T09:00:00Z", "note": "Compared with the published draft."}

Fields: `statement`, or `source` and `words`; `verdict` (accept, reject, edit, undo); `by`; `at`
(ISO 8601); `machine` (false unless given); `note`; `change` (for edit: the fields that differ).
"""

import json
import os
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, ValidationError, model_validator

from tracktwo.documents.document import Document
from tracktwo.dossier.standing import moment
from tracktwo.errors import CaseError, InputError, Problem
from tracktwo.reading.citing import cite
from tracktwo.reading.decision import Decision, Verdict
from tracktwo.reading.reading import Reading
from tracktwo.reading.statement import statement_id


def _filled(text: str) -> str:
    if not text:
        raise ValueError("must not be empty")
    return text


# No length constraint of pydantic's: it would refuse a lone surrogate, which a log may hold.
_Filled = Annotated[str, AfterValidator(_filled)]


class _Line(BaseModel):
    """One line of the file, as it may be written."""

    model_config = ConfigDict(extra="forbid", strict=True)

    verdict: Verdict
    by: _Filled
    at: _Filled
    statement: str = ""
    source: str = ""
    words: str = ""
    machine: bool = False
    note: str = ""
    change: dict[str, Any] | None = None

    @model_validator(mode="after")
    def _names_one_thing(self) -> "_Line":
        if bool(self.statement) == bool(self.source and self.words):
            raise ValueError('name either a "statement", or a "source" and its "words"')
        if (self.verdict == "edit") != (self.change is not None):
            raise ValueError('"edit" needs a "change" with the fields that differ, and only "edit"')
        moment(self.at)
        return self


def read_log(
    path: Path, documents: Sequence[Document], readings: Sequence[Reading]
) -> tuple[Decision, ...]:
    """Read a file of decisions, in its order; blank lines are passed over.

    Words are resolved by `cite`. Where they carry no statement of these readings, the decision
    is on the words themselves: the id is the one that a statement in that place has.

    Raises
    ------
    CaseError
        With every line that is wrong, by its number.
    InputError
        If the file cannot be read as UTF-8 text.
    """
    try:
        lines = path.read_bytes().decode("utf-8-sig", "surrogatepass").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: decisions could not be read: {error}") from error
    decisions, problems = [], []
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                decisions.append(
                    _decision(_Line.model_validate(_object(line)), documents, readings)
                )
            except InputError as error:
                problems.append(Problem(f"line {number}", str(error)))
            except ValidationError as error:
                problems += _problems(number, error)
    if problems:
        raise CaseError(path.name, tuple(problems))
    return tuple(decisions)


def write_log(path: Path, decisions: Iterable[Decision]) -> None:
    """Write decisions to a file that `read_log` reads back the same; whole or not at all.

    Raises
    ------
    InputError
        If the file cannot be written.
    """
    text = "".join(f"{json.dumps(_fields(each), ensure_ascii=False)}\n" for each in decisions)
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(text.encode("utf-8", "surrogatepass"))
        os.replace(part, path)  # noqa: PTH105 - says that it replaces
    except OSError as error:
        part.unlink(missing_ok=True)
        raise InputError(f"{path}: decisions could not be written: {error}") from error


def unseen(logged: Iterable[Decision], known: Iterable[Decision]) -> tuple[Decision, ...]:
    """Give the decisions of a log that are not known yet, in its order.

    One that the log holds twice is wanted twice: two undos in one second are two.

    >>> d = Decision("st:1", "undo", "me", "2025-01-31")
    >>> unseen([d, d], [d]) == (d,)
    True
    """
    left = Counter(known)
    new = []
    for decision in logged:
        if left[decision]:
            left[decision] -= 1
        else:
            new.append(decision)
    return tuple(new)


def _object(line: str) -> object:
    try:
        return json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        raise InputError(f"this is no JSON object: {error}") from None


def _decision(line: _Line, documents: Sequence[Document], readings: Sequence[Reading]) -> Decision:
    statement = line.statement
    if not statement:
        document, place, statement = cite(documents, readings, line.source, line.words)
        statement = statement or statement_id(document, (place,))
    change = "" if line.change is None else json.dumps(line.change, ensure_ascii=False)
    return Decision(statement, line.verdict, line.by, line.at, line.machine, line.note, change)


def _problems(number: int, error: ValidationError) -> list[Problem]:
    return [
        Problem(".".join([f"line {number}", *map(str, each["loc"])]), _message(each["msg"]))
        for each in error.errors(include_url=False, include_context=False)
    ]


def _message(message: str) -> str:
    return message.removeprefix("Value error, ")


def _fields(decision: Decision) -> dict[str, Any]:
    """Give what is worth writing: the fields that differ from their defaults."""
    filled = {key: value for key, value in asdict(decision).items() if value not in ("", False)}
    return filled | ({"change": json.loads(decision.change)} if decision.change else {})
