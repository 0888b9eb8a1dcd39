"""Does a case contradict itself? What one table says about another."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

from tracktwo.casemodel.outlook_meaning import outlook_problems
from tracktwo.casemodel.place import write_place
from tracktwo.casemodel.shape import none_of
from tracktwo.casemodel.stability_meaning import stability_problems
from tracktwo.errors import Problem

Data: TypeAlias = Mapping[str, Any]


def meaning_problems(data: Mapping[str, object]) -> tuple[Problem, ...]:
    """Name everything that one table says and another does not bear out.

    Values of the wrong kind are passed over: `shape_problems` names those.

    Parameters
    ----------
    data : mapping
        The file as TOML gives it.

    Returns
    -------
    tuple of Problem
        Empty where the tables agree with each other.

    Examples
    --------
    >>> case = {
    ...     "parties": {"russia": {}},
    ...     "issues": {"membership": {"options": {"barred": "…", "member": "…"}}},
    ...     "positions": [{"party": "russia", "issue": "membership", "refuses": ["membr"]}],
    ... }
    >>> print(*meaning_problems(case))
    positions[0].refuses[0]: "membr" is no option of issue "membership"; \
options are "barred", "member"; did you mean "member"?
    """
    checks: tuple[Callable[[Data], Iterator[Problem]], ...] = (
        _parties,
        _positions,
        _repeated_positions,
        _refusals,
        _rules,
        _acceptance,
        _scenarios,
        stability_problems,
        outlook_problems,
        lambda whole: _repeated(whole, "actors", "id"),
        lambda whole: _repeated(whole, "scenarios", "name"),
        lambda whole: _repeated(whole, "sources", "file"),
    )
    return tuple(problem for check in checks for problem in check(data))


def _table(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _rows(data: Data, section: str) -> list[tuple[str, dict[str, Any]]]:
    """Give the tables of a list section, each with its place."""
    rows = data.get(section)
    listed = rows if isinstance(rows, list) else []
    return [(f"{section}[{i}]", row) for i, row in enumerate(listed) if isinstance(row, dict)]


def _words(place: str, value: object) -> list[tuple[str, str]]:
    """Give each text of a list, or the text itself, with its place."""
    if isinstance(value, str):
        return [(place, value)]
    listed = value if isinstance(value, list) else []
    return [(f"{place}[{i}]", word) for i, word in enumerate(listed) if isinstance(word, str)]


def _parties(data: Data) -> Iterator[Problem]:
    with_points = [row.get("party") for _, row in _rows(data, "positions") if row.get("points")]
    for party, table in _table(data.get("parties")).items():
        if "no_agreement" in _table(table) and party not in with_points:
            yield Problem(
                write_place(["parties", party, "no_agreement"]),
                f'is in points, but no position of "{party}" has any; '
                "give it points on an issue, or leave no_agreement out",
            )


def _positions(data: Data) -> Iterator[Problem]:
    for place, row in _rows(data, "positions"):
        yield from _known_party(data, f"{place}.party", row.get("party"))
        issue = row.get("issue")
        if not isinstance(issue, str):
            continue
        if issue not in _table(data.get("issues")):
            yield _no_issue(data, f"{place}.issue", issue)
            continue
        refuses = _words(f"{place}.refuses", row.get("refuses"))
        points = [(f"{place}.points.{option}", option) for option in _table(row.get("points"))]
        yield from _known_options(data, issue, [*refuses, *points])
        yield from _named_twice(refuses)
        yield from _whole_points(data, place, row, issue)


def _whole_points(data: Data, place: str, row: Data, issue: str) -> Iterator[Problem]:
    """Hold that points come for every option, and together with a weight."""
    points = _table(row.get("points"))
    missing = [option for option in _options(data, issue) if option not in points]
    if points and missing:
        names = ", ".join(f'"{option}"' for option in missing)
        yield Problem(f"{place}.points", f'gives no points for {names} of issue "{issue}"')
    if points and "weight" not in row:
        yield Problem(place, "has points but no weight; say what the issue is worth to the party")
    if "weight" in row and "points" not in row:
        yield Problem(place, "has a weight but no points; give every option its points")


def _repeated_positions(data: Data) -> Iterator[Problem]:
    seen: dict[tuple[str, str], str] = {}
    for place, row in _rows(data, "positions"):
        party, issue = row.get("party"), row.get("issue")
        if not isinstance(party, str) or not isinstance(issue, str):
            continue
        first = seen.setdefault((party, issue), place)
        if first != place:
            yield Problem(place, f'repeats {first}, "{party}" on "{issue}"; keep one of them')


def _refusals(data: Data) -> Iterator[Problem]:
    for place, row in _rows(data, "refusals"):
        yield from _known_party(data, f"{place}.party", row.get("party"))
        yield from _clauses(data, place, row, "together")


def _rules(data: Data) -> Iterator[Problem]:
    for place, row in _rows(data, "rules"):
        for side in ("if", "then"):
            yield from _clauses(data, place, row, side)


def _clauses(data: Data, place: str, row: Data, side: str) -> Iterator[Problem]:
    """Hold that what a table says of options, issue by issue, is about what there is."""
    for issue, options in _table(row.get(side)).items():
        where = f"{place}.{write_place([side, issue])}"
        if issue in _table(data.get("issues")):
            yield from _known_options(data, issue, _words(where, options))
        else:
            yield _no_issue(data, where, issue)


def _acceptance(data: Data) -> Iterator[Problem]:
    if "acceptance" not in data:
        return
    table = _table(data["acceptance"])
    must = _words("acceptance.must", table.get("must"))
    for place, party in must:
        yield from _known_party(data, place, party)
    yield from _named_twice(must)
    at_least = table.get("at_least", 0)
    rest = len(set(_table(data.get("parties"))) - {party for _, party in must})
    if isinstance(at_least, int) and at_least > rest:
        yield Problem(
            "acceptance.at_least",
            f"asks for {at_least} of the rest, but beside must there are {rest}",
        )
    if not must and at_least == 0:
        yield Problem("acceptance", "asks nobody to accept; name who must, or set at_least")


def _scenarios(data: Data) -> Iterator[Problem]:
    for place, row in _rows(data, "scenarios"):
        if "probability" in row and not row.get("by"):
            yield Problem(f"{place}.by", "is missing; say whose probability this is")


def _repeated(data: Data, section: str, key: str) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for place, row in _rows(data, section):
        name = row.get(key)
        first = seen.setdefault(name, place) if isinstance(name, str) else place
        if first != place:
            yield Problem(f"{place}.{key}", f'"{name}" is taken by {first}; choose another')


def _known_party(data: Data, place: str, party: object) -> Iterator[Problem]:
    parties = list(_table(data.get("parties")))
    if isinstance(party, str) and party not in parties:
        yield Problem(place, none_of("party", party, parties, "parties"))


def _no_issue(data: Data, place: str, issue: str) -> Problem:
    return Problem(place, none_of("issue", issue, list(_table(data.get("issues"))), "issues"))


def _known_options(data: Data, issue: str, named: list[tuple[str, str]]) -> Iterator[Problem]:
    options = _options(data, issue)
    for place, option in named:
        if options and option not in options:
            yield Problem(place, none_of(f'option of issue "{issue}"', option, options, "options"))


def _options(data: Data, issue: str) -> list[str]:
    return list(_table(_table(_table(data.get("issues")).get(issue)).get("options")))


def _named_twice(named: list[tuple[str, str]]) -> Iterator[Problem]:
    counts = Counter(word for _, word in named)
    last = {word: place for place, word in named}
    for word, count in counts.items():
        if count > 1:
            yield Problem(last[word], f'names "{word}" again; once is enough')
