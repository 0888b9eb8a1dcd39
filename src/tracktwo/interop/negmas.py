"""Scenarios of NegMAS: an outcome space and linear utility functions as YAML."""

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from tracktwo.errors import CaseError, InputError, Problem
from tracktwo.interop.drafted import Draft, DraftIssue, DraftParty
from tracktwo.interop.value_functions import number, values_of
from tracktwo.interop.yaml_text import Value, read_yaml

MOST_VALUES = 1_000
_LISTED = ("CategoricalIssue", "DiscreteOrdinalIssue", "DiscreteCardinalIssue", "OrdinalIssue")
_LINEAR = ("LinearUtilityFunction", "AffineUtilityFunction")
_INFINITE = ("-.inf", "-.Inf", "-.INF", "null", "~", "")
Table = Mapping[str, Value]


def read_negmas(files: Sequence[tuple[str, bytes]]) -> Draft:
    r"""Read a scenario as NegMAS writes it to a folder.

    Parameters
    ----------
    files : sequence of (name, bytes)
        The outcome space, which is the file with ``issues``, and one utility function per party,
        in any order; parties stand in the order of their files.

    Returns
    -------
    Draft
        Exact: the decimals that stand in the files, not the floats nearest to them. An option's
        worth is weight x the issue's value function; a reserved value of minus infinity, as
        NegMAS writes it where none was set, is no no-agreement value.

    Raises
    ------
    CaseError
        With everything that does not fit, in all files: functions that are no sum over issues,
        issues without discrete values, values without a number.
    InputError
        If a file is no YAML.

    Notes
    -----
    Written from files that NegMAS 0.16 made, without its code.

    Examples
    --------
    >>> domain = b"name: sale\nissues:\n- {name: Price, type: ContiguousIssue, values: [1, 3]}"
    >>> seller = b"name: seller\ntype: LinearAdditiveUtilityFunction\nweights: [0.1]\n" \
    ...     b"values:\n- {type: AffineFun, slope: 0.5, bias: -0.5}"
    >>> read_negmas([("sale.yml", domain), ("seller.yml", seller)]).parties[0].worth
    ((Fraction(0, 1), Fraction(1, 20), Fraction(1, 10)),)
    """
    tables = [(name, _table(name, read_yaml(name, data))) for name, data in files]
    spaces = [pair for pair in tables if "issues" in pair[1] and "weights" not in pair[1]]
    if len(spaces) != 1 or len(tables) < 2:
        raise InputError(
            f"negmas: {len(tables)} files with {len(spaces)} outcome spaces; name the one file "
            'with "issues", and the file of one utility function for each party'
        )
    problems: list[Problem] = []
    (space, domain), *_ = spaces
    issues = tuple(_issues(space, domain, problems))
    parties = tuple(
        _party(name, table, issues, problems) for name, table in tables if name != space
    )
    if problems:
        raise CaseError("negmas", tuple(problems))
    return Draft(_text(domain.get("name")) or "negotiation", issues, parties)


def _table(name: str, value: Value) -> Table:
    if not isinstance(value, dict):
        raise InputError(f"{name}: holds no table; a file that NegMAS wrote was needed")
    return value


def _text(value: "Value | None") -> str:
    return value if isinstance(value, str) and value != "null" else ""


def _type(table: Table) -> str:
    """Give the class that a table is of, without the modules that older files write before it."""
    name = _text(table.get("type")) or _text(table.get("__python_class__"))
    return name.rpartition(".")[2]


def _issues(space: str, domain: Table, problems: list[Problem]) -> Iterator[DraftIssue]:
    listed = domain["issues"]
    if not isinstance(listed, list) or not listed:
        problems.append(Problem(f"{space} issues", "is no list of issues"))
        return
    for at, table in enumerate(listed):
        place = f"{space} issues[{at}]"
        if not isinstance(table, dict):
            problems.append(Problem(place, "is no table with name, type and values"))
            continue
        name = _text(table.get("name")) or f"issue {at + 1}"
        options = _options(place, table, problems)
        yield DraftIssue(name, options)


def _options(place: str, table: Table, problems: list[Problem]) -> tuple[str, ...]:
    kind, values = _type(table), table.get("values")
    texts = [each for each in values if isinstance(each, str)] if isinstance(values, list) else []
    whole = isinstance(values, list) and len(texts) == len(values)
    if kind == "ContiguousIssue" and whole:
        return _range(place, texts, problems)
    if kind not in _LISTED:
        said = f'is of type "{kind[:40]}"; only discrete issues can be read; discretize it first'
    elif not whole:
        said = "has no list of values"
    elif len(set(texts)) != len(texts):
        said = "names a value twice"
    elif not 2 <= len(texts) <= MOST_VALUES:
        said = f"has {len(texts):,} values; 2 to {MOST_VALUES:,} were needed"
    else:
        return tuple(texts)
    problems.append(Problem(place, said))
    return ()


def _range(place: str, ends: list[str], problems: list[Problem]) -> tuple[str, ...]:
    """Give the whole numbers from the first to the last, both included."""
    if len(ends) == 2 and all(re.fullmatch(r"-?[0-9]{1,9}", end) for end in ends):
        low, high = map(int, ends)
        if 0 < high - low < MOST_VALUES:
            return tuple(map(str, range(low, high + 1)))
    arrived = " to ".join(end[:20] for end in ends[:3])
    needed = f"two whole numbers, 2 to {MOST_VALUES:,} values apart, were needed"
    problems.append(Problem(place, f"runs from {arrived or 'nowhere'}; {needed}"))
    return ()


def _party(
    name: str, table: Table, issues: Sequence[DraftIssue], problems: list[Problem]
) -> DraftParty:
    weights = _weights(name, table, issues, problems)
    rows = _functions(name, table, issues, problems)
    values = tuple(
        values_of(f"{name} values[{at}]", function, issue.options, problems)
        for at, (issue, function) in enumerate(zip(issues, rows, strict=True))
        if issue.options
    )
    floor = _floor(name, table, problems)
    return DraftParty(_text(table.get("name")) or name, weights, values, floor)


def _functions(
    name: str, table: Table, issues: Sequence[DraftIssue], problems: list[Problem]
) -> list[Table]:
    """Give one value function per issue; of a linear function of numbers, the number itself."""
    kind, listed = _type(table), table.get("values")
    if kind in _LINEAR and _text(table.get("bias")) not in ("", "0", "0.0"):
        said = "is a bias, which no issue carries; take it off the reserved value instead"
        problems.append(Problem(f"{name} bias", said))
    if kind in _LINEAR:
        return [{"type": "IdentityFun"} for _ in issues]
    tables = [each for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []
    if kind != "LinearAdditiveUtilityFunction":
        known = "LinearAdditiveUtilityFunction, " + ", ".join(_LINEAR)
        said = f'is "{kind[:40]}", which is no sum over issues that can be read; there is: {known}'
        problems.append(Problem(f"{name} type", said))
    elif not isinstance(listed, list) or not len(tables) == len(listed) == len(issues):
        said = f"holds {len(tables)} value functions, but there are {len(issues)} issues"
        problems.append(Problem(f"{name} values", said))
    else:
        return list(tables)
    return [{"type": "ConstFun", "bias": "0"} for _ in issues]


def _weights(
    name: str, table: Table, issues: Sequence[DraftIssue], problems: list[Problem]
) -> tuple[Fraction, ...]:
    listed = table.get("weights")
    if not isinstance(listed, list) or len(listed) != len(issues):
        held = len(listed) if isinstance(listed, list) else "no"
        said = f"holds {held} weights, but there are {len(issues)} issues"
        problems.append(Problem(f"{name} weights", said))
        return (Fraction(0),) * len(issues)
    return tuple(number(f"{name} weights[{at}]", each, problems) for at, each in enumerate(listed))


def _floor(name: str, table: Table, problems: list[Problem]) -> Fraction | None:
    if _text(table.get("reserved_outcome")) or isinstance(table.get("reserved_outcome"), list):
        said = "is a package; write its worth as reserved_value, and null here"
        problems.append(Problem(f"{name} reserved_outcome", said))
    reserved = table.get("reserved_value", "")
    if reserved in _INFINITE:
        return None
    return number(f"{name} reserved_value", reserved, problems)
