"""From the text of a ``case.toml`` to a case, with all that is wrong in it said at once."""

import re
import tomllib
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from tracktwo.casemodel.build import build_case
from tracktwo.casemodel.case import Case
from tracktwo.casemodel.field import TomlFloat
from tracktwo.casemodel.meaning import meaning_problems
from tracktwo.casemodel.scenario_sets import variants
from tracktwo.casemodel.schema import CaseFile
from tracktwo.casemodel.shape import shape_problems
from tracktwo.errors import CaseError, Problem

_WHERE = re.compile(r"(?P<what>.*) \(at (?P<place>.*)\)", re.DOTALL)


def parse_case(text: str, name: str = "case.toml") -> Case:
    r"""Read a case from the text of its file.

    Numbers that matter are decimals in quotes or whole numbers, and stay exact; a TOML float
    is refused, because it rounds. Everything is checked before anything is built: the shape
    of each table, and what tables say about each other.

    Parameters
    ----------
    text : str
        TOML, as the file holds it; a byte-order mark in front is passed over.
    name : str
        The file's name, for the error.

    Returns
    -------
    Case
        In the order of the file, with the SHA-256 of the text in UTF-8.

    Raises
    ------
    CaseError
        With every problem and its place, in the order of the file; with the line and column
        alone where the text is no TOML.

    Examples
    --------
    >>> parse_case('[case]\nid = "x"\ntitle = "X"\nas_of = 2025-01-31').as_of
    '2025-01-31'
    """
    data = _toml(text, name)
    problems = {*shape_problems(data), *meaning_problems(data)}
    changed: dict[int, dict[str, Any]] = {}
    if not problems:
        changed, found = variants(data)
        problems = set(found)
    if problems:
        raise CaseError(name, tuple(sorted(problems, key=lambda problem: _order(problem, data))))
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    files = {number: CaseFile.model_validate(tables) for number, tables in changed.items()}
    return build_case(CaseFile.model_validate(data), digest, files)


def _toml(text: str, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text.removeprefix("\ufeff"), parse_float=TomlFloat)
    except tomllib.TOMLDecodeError as error:
        match = _WHERE.fullmatch(str(error))
        what, place = (match["what"], match["place"]) if match else (str(error), "the file")
        problem = Problem(place, f"is no TOML: {what[0].lower()}{what[1:]}")
    except ValueError:
        problem = Problem("the file", "holds a whole number of thousands of digits; shorten it")
    except RecursionError:
        problem = Problem("the file", "nests lists or tables too deeply; a case needs four levels")
    raise CaseError(name, (problem,)) from None


def _order(problem: Problem, data: Mapping[str, object]) -> tuple[int, list[tuple[int, str]], str]:
    """Sort by the section's place in the file, and 2 before 10 inside it."""
    section = re.split(r"[.\[]", problem.place, maxsplit=1)[0]
    parts = re.findall(r"\d+|\D+", problem.place)
    natural = [(int(part), "") if part.isdecimal() else (-1, part) for part in parts]
    return [*data, section].index(section) if section in data else -1, natural, problem.message
