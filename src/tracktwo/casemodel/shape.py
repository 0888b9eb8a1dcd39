"""Has a case file the right shape? Every key known, every value of its kind."""

import re
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from tracktwo.casemodel.field import TomlFloat, shown
from tracktwo.casemodel.place import Step, write_place
from tracktwo.casemodel.schema import CaseFile, json_schema
from tracktwo.errors import Problem

_NEEDED = {
    "string_type": "text in quotes",
    "list_type": "a list",
    "dict_type": "a table",
    "model_type": "a table",
    "model_attributes_type": "a table",
    "int_type": "a whole number",
    "greater_than_equal": "a whole number, {ge} or more",
}


def shape_problems(data: Mapping[str, object]) -> tuple[Problem, ...]:
    """Name every key that is unknown or missing, and every value of the wrong kind.

    Parameters
    ----------
    data : mapping
        The file as TOML gives it, floats kept as `TomlFloat`.

    Returns
    -------
    tuple of Problem
        Empty where the file has the shape of `CaseFile`.

    Examples
    --------
    >>> for problem in shape_problems({"case": {"id": "x", "titel": "X", "as_of": "2025-01-31"}}):
    ...     print(problem)
    case.title: is missing
    case.titel: "titel" is no key here; keys are "id", "title", "as_of", "question", "about"; \
did you mean "title"?
    """
    try:
        CaseFile.model_validate(data)
    except ValidationError as error:
        details = error.errors(include_url=False)
        return tuple(dict.fromkeys(_problem(detail) for detail in details))
    return ()


def none_of(what: str, arrived: str, known: list[str], plural: str) -> str:
    """Say that a name is not among those known, which are, and which is nearest.

    Examples
    --------
    >>> none_of("party", "rusia", ["russia", "ukraine"], "parties")
    '"rusia" is no party; parties are "russia", "ukraine"; did you mean "russia"?'
    """
    near = get_close_matches(arrived, known, n=1)
    names = ", ".join(f'"{name}"' for name in known) or "none yet"
    hint = f'; did you mean "{near[0]}"?' if near else ""
    return f"{shown(arrived)} is no {what}; {plural} are {names}{hint}"


def _problem(detail: ErrorDetails) -> Problem:
    steps = [step for step in detail["loc"] if step != "[key]"]
    return Problem(write_place(steps), _message(detail, steps))


def _message(detail: ErrorDetails, steps: list[Step]) -> str:
    kind, arrived = detail["type"], detail["input"]
    if kind == "missing":
        return "is missing"
    if kind == "extra_forbidden":
        known = _known_keys(steps[:-1])
        return none_of("key here", str(steps[-1]), known, "keys")
    if kind == "value_error":
        return str(detail["ctx"]["error"])
    if kind == "too_short":
        return "is empty; at least one item is needed"
    if kind == "literal_error":
        return _none_of_the_choices(arrived, detail["ctx"]["expected"])
    needed = _NEEDED.get(kind, detail["msg"]).replace("{ge}", str(detail.get("ctx", {}).get("ge")))
    advice = " in [[double brackets]]" if kind == "list_type" and isinstance(arrived, dict) else ""
    return f"{needed}{advice} is needed, but {shown(arrived)} arrived"


def _none_of_the_choices(arrived: object, expected: str) -> str:
    choices = [choice for choice in re.findall(r"'([^']*)'", expected) if choice]
    text = arrived.text if isinstance(arrived, TomlFloat) else str(arrived)
    if text in choices:
        return f'{text} needs quotes: write "{text}"'
    if text.upper() in choices:
        return f'{shown(arrived)} is none of the choices; write "{text.upper()}"'
    return none_of("choice", text, choices, "choices")


def _known_keys(steps: list[Step]) -> list[str]:
    """Walk the schema down to a table, and list what it may hold."""
    schema = _schema()
    node = schema
    for step in steps:
        node = _resolved(node, schema)
        if isinstance(step, int):
            node = node["items"]
        elif step in node.get("properties", {}):
            node = node["properties"][step]
        else:
            (node,) = node["patternProperties"].values()
    return list(_resolved(node, schema).get("properties", {}))


@cache
def _schema() -> dict[str, Any]:
    return json_schema()


def _resolved(node: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    """Follow a reference, and of several forms take the table."""
    while "$ref" in node:
        node = schema["$defs"][node["$ref"].rpartition("/")[2]]
    tables = [form for form in node.get("anyOf", []) if form.get("type") == "object"]
    return tables[0] if tables else node
