"""What does a scenario change in a case? Values by their place, and what the case is then."""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Any

from tracktwo.casemodel.field import TomlFloat, shown
from tracktwo.casemodel.meaning import meaning_problems
from tracktwo.casemodel.place import Step, read_place, write_place
from tracktwo.casemodel.shape import none_of, shape_problems
from tracktwo.errors import CaseError, Problem

SETTABLE = ("parties", "positions", "refusals", "rules", "acceptance", "stability", "outlook")
_BY_NAMES = {("positions",): ("party", "issue"), ("outlook", "stances"): ("party", "scale")}


def overridden(data: Mapping[str, Any], sets: Mapping[str, Any]) -> dict[str, Any]:
    """Give the tables of a case as a scenario has them.

    Parameters
    ----------
    data : mapping
        The file as TOML gives it.
    sets : mapping of place to value
        Such as ``"outlook.capability.ukraine"``. A position is named by party and issue,
        ``"positions.russia.membership.refuses"``, a stance by party and scale; other tables of a
        list by their index from 0. A value may be new where its table is there; the table of
        acceptance need not be.

    Returns
    -------
    dict
        A copy with these values, and without scenarios, which a scenario has none of.

    Raises
    ------
    CaseError
        With every place that leads nowhere.

    Examples
    --------
    >>> overridden({"parties": {"a": {"name": "A"}}}, {"parties.a.no_agreement": "20"})
    {'parties': {'a': {'name': 'A', 'no_agreement': '20'}}}
    """
    copy = {key: deepcopy(value) for key, value in data.items() if key != "scenarios"}
    problems: list[Problem] = []
    for place, value in sets.items():
        try:
            parent, last = _parent(copy, read_place(place))
            parent[last] = deepcopy(value)
        except CaseError as error:
            problems += error.problems
    if problems:
        raise CaseError("sets", tuple(problems))
    return copy


def variants(data: Mapping[str, Any]) -> tuple[dict[int, dict[str, Any]], tuple[Problem, ...]]:
    """Give the tables of a case under each scenario that sets something.

    Parameters
    ----------
    data : mapping
        A file that is sound but for what its scenarios set.

    Returns
    -------
    tables : dict of scenario's index to tables
        For each that sets something and is sound then.
    problems : tuple of Problem
        What a scenario sets where there is nothing, and what is not sound with it, each with the
        place of the scenario.
    """
    found: dict[int, dict[str, Any]] = {}
    problems: list[Problem] = []
    for number, row in enumerate(data.get("scenarios", [])):
        if not row.get("sets"):
            continue
        place = f"scenarios[{number}].sets"
        try:
            changed = overridden(data, row["sets"])
        except CaseError as error:
            problems += [
                Problem(f'{place}."{each.place}"', each.message) for each in error.problems
            ]
            continue
        flaws = [*shape_problems(changed), *meaning_problems(changed)]
        problems += [Problem(place, f"makes {each.place} wrong: {each.message}") for each in flaws]
        if not flaws:
            found[number] = changed
    return found, tuple(dict.fromkeys(problems))


def told(value: object) -> str:
    """Write a value that a scenario sets in words.

    >>> told({"low": "1", "best": "2", "high": "3"}), told(["a", "b"]), told([]), told("60")
    ('low 1, best 2, high 3', 'a, b', 'none', '60')
    """
    if isinstance(value, dict):
        return ", ".join(f"{key} {told(each)}" for key, each in value.items())
    if isinstance(value, list):
        return ", ".join(map(told, value)) or "none"
    return value if isinstance(value, str) else shown(value)


def _parent(data: dict[str, Any], steps: Sequence[Step]) -> tuple[Any, Step]:
    """Walk to the table that holds a value; give it, and the key of the value."""
    if steps[0] not in SETTABLE or len(steps) < 2:
        sections = none_of("section that a scenario sets", str(steps[0]), [*SETTABLE], "sections")
        message = sections if steps[0] not in SETTABLE else "is a whole section; name a value in it"
        raise CaseError("sets", (Problem(write_place(steps), message),))
    if steps[0] == "acceptance":
        data.setdefault("acceptance", {})
    here: Any = data
    path = list(steps)
    gone: list[Step] = []
    while len(path) > 1:
        keys = _BY_NAMES.get(tuple(map(str, gone)))
        if keys and isinstance(here, list) and isinstance(path[0], str):
            here = _row(here, keys, steps, path)
            gone += path[:2]
            path = path[2:]
            if not path:
                raise _nowhere(steps, "is a whole table; name a value in it")
            continue
        here = _inside(here, path[0], steps, gone)
        gone.append(path.pop(0))
    if isinstance(here, list) and not (isinstance(path[0], int) and path[0] < len(here)):
        raise _nowhere(steps, f"leads into a list of {len(here)}, counted from 0")
    if not isinstance(here, dict | list):
        raise _nowhere(steps, f"leads into {shown(here)}, which holds nothing")
    return here, path[0]


def _row(rows: list[Any], keys: tuple[str, str], steps: Sequence[Step], path: list[Step]) -> Any:  # noqa: ANN401 - a TOML table
    """Find a table of a list by its two names."""
    names = [str(step) for step in path[:2]]
    for row in rows:
        if isinstance(row, dict) and [row.get(key) for key in keys] == names:
            return row
    held = ", ".join(_pairs(rows, keys)) or "none yet"
    raise _nowhere(steps, f"is of no {' and '.join(keys)} that are there; there are {held}")


def _pairs(rows: list[Any], keys: tuple[str, str]) -> Iterator[str]:
    for row in rows:
        if isinstance(row, dict):
            yield ".".join(str(row.get(key)) for key in keys)


def _inside(here: Any, step: Step, steps: Sequence[Step], gone: list[Step]) -> Any:  # noqa: ANN401 - a TOML value
    try:
        inside = here[step]
    except (KeyError, IndexError, TypeError):
        known = list(map(str, here)) if isinstance(here, dict) else []
        where = write_place(gone) or "the case"
        raise _nowhere(steps, f"{none_of(f'part of {where}', str(step), known, 'parts')}") from None
    if isinstance(inside, TomlFloat):
        raise _nowhere(steps, "leads into a number, which holds nothing")
    return inside


def _nowhere(steps: Sequence[Step], message: str) -> CaseError:
    return CaseError("sets", (Problem(write_place(steps), message),))
