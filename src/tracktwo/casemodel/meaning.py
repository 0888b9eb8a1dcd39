"""Does a case contradict itself? What one table says about another."""

from collections.abc import Callable, Iterator, Mapping

from tracktwo.casemodel.outlook_meaning import outlook_problems
from tracktwo.casemodel.place import write_place
from tracktwo.casemodel.position_meaning import position_problems
from tracktwo.casemodel.raw import (
    Data,
    known_options,
    known_party,
    named_twice,
    no_issue,
    rows_of,
    table_of,
    words_of,
)
from tracktwo.casemodel.stability_meaning import stability_problems
from tracktwo.errors import Problem


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
        position_problems,
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


def _refusals(data: Data) -> Iterator[Problem]:
    for place, row in rows_of(data, "refusals"):
        yield from known_party(data, f"{place}.party", row.get("party"))
        yield from _clauses(data, place, row, "together")


def _rules(data: Data) -> Iterator[Problem]:
    for place, row in rows_of(data, "rules"):
        for side in ("if", "then"):
            yield from _clauses(data, place, row, side)


def _clauses(data: Data, place: str, row: Data, side: str) -> Iterator[Problem]:
    """Hold that what a table says of options, issue by issue, is about what there is."""
    for issue, options in table_of(row.get(side)).items():
        where = f"{place}.{write_place([side, issue])}"
        if issue in table_of(data.get("issues")):
            yield from known_options(data, issue, words_of(where, options))
        else:
            yield no_issue(data, where, issue)


def _acceptance(data: Data) -> Iterator[Problem]:
    if "acceptance" not in data:
        return
    table = table_of(data["acceptance"])
    must = words_of("acceptance.must", table.get("must"))
    for place, party in must:
        yield from known_party(data, place, party)
    yield from named_twice(must)
    at_least = table.get("at_least", 0)
    rest = len(set(table_of(data.get("parties"))) - {party for _, party in must})
    if isinstance(at_least, int) and at_least > rest:
        yield Problem(
            "acceptance.at_least",
            f"asks for {at_least} of the rest, but beside must there are {rest}",
        )
    if not must and at_least == 0:
        yield Problem("acceptance", "asks nobody to accept; name who must, or set at_least")


def _scenarios(data: Data) -> Iterator[Problem]:
    for place, row in rows_of(data, "scenarios"):
        if "probability" in row and not row.get("by"):
            yield Problem(f"{place}.by", "is missing; say whose probability this is")


def _repeated(data: Data, section: str, key: str) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for place, row in rows_of(data, section):
        name = row.get(key)
        first = seen.setdefault(name, place) if isinstance(name, str) else place
        if first != place:
            yield Problem(f"{place}.{key}", f'"{name}" is taken by {first}; choose another')
