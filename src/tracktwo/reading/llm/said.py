"""What may a language model say of a passage? Quoted words and choices from lists, no offsets."""

import json
from typing import Annotated, Any, Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from tracktwo.errors import AnswerError
from tracktwo.reading.statement import Act, Firmness, Reporting

MOST_STATEMENTS: Final = 200
"""A passage of a few thousand characters holds fewer; an answer that goes on is cut here."""


class Said(BaseModel):
    """One statement as a model words it. Every string is to be a quotation of the passage."""

    model_config = ConfigDict(extra="forbid", strict=True)

    content: Annotated[
        list[str],
        Field(description="What is asked, said or done: exact words, in one piece or several."),
    ]
    act: Act
    reporting: Reporting
    speaker: Annotated[
        str | None,
        Field(description="Exact words by which the passage names the speaker; null: the author."),
    ]
    speaker_name: Annotated[
        str | None,
        Field(description="The speaker's full name, from the passage or from `names`; or null."),
    ]
    reported_by: Annotated[
        list[str],
        Field(description="Who hands it on, between author and speaker, outermost first."),
    ]
    addressees: Annotated[
        list[str], Field(description="To whom, of whom, against whom: names as in `speaker_name`.")
    ]
    cue: Annotated[str | None, Field(description="Exact words that signal the act.")]
    firmness: Firmness
    firmness_words: Annotated[str | None, Field(description="Exact words that show it.")]
    condition: Annotated[
        str | None, Field(description="Exact words of the clause on which it depends.")
    ]
    negated: bool
    core: Annotated[bool, Field(description="False for the author's own scene-setting.")]


def schema() -> dict[str, Any]:
    """Give the JSON Schema that an answer has to keep: an object with ``statements``."""
    inner = Said.model_json_schema()
    inner.pop("description", None)
    return {
        "type": "object",
        "properties": {"statements": {"type": "array", "items": inner}},
        "required": ["statements"],
        "additionalProperties": False,
    }


def said_in(answer: str) -> tuple[tuple[Said, ...], int]:
    """Take the statements out of an answer.

    Returns
    -------
    tuple of Said
        Those that keep the schema, at most `MOST_STATEMENTS`.
    int
        How many were left out.

    Raises
    ------
    AnswerError
        If the answer is no JSON object with a list of statements, or none of them is of the
        schema.
    """
    rows = _rows(answer)
    kept = []
    for row in rows[:MOST_STATEMENTS]:
        try:
            kept.append(Said.model_validate(row))
        except ValidationError:
            continue
    if rows and not kept:
        raise AnswerError(f"none of its {len(rows)} statements is of the schema")
    return tuple(kept), len(rows) - len(kept)


def _rows(answer: str) -> list[object]:
    try:
        value = json.loads(answer)
    except (ValueError, RecursionError) as error:
        raise AnswerError(f"broken JSON: {error}") from None
    rows = value.get("statements") if isinstance(value, dict) else None
    if not isinstance(rows, list):
        raise AnswerError("JSON of another shape than was asked for")
    return rows
