"""Profiles of GeniusWeb: linear additive utility spaces as JSON."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

from tracktwo.errors import InputError
from tracktwo.interop.drafted import Draft, DraftIssue, DraftParty

MOST_VALUES = 1_000


def read_geniusweb(profiles: Sequence[tuple[str, bytes]]) -> Draft:
    """Read one profile per party.

    Parameters
    ----------
    profiles : sequence of (name, bytes)
        Each a ``LinearAdditiveUtilitySpace`` with its domain; all of one domain.

    Returns
    -------
    Draft
        Exact: worth = weight x utility. A value without a utility has 0. A reservation bid
        becomes the no-agreement value: what that bid is worth.

    Raises
    ------
    InputError
        If a file is no such profile, or of another domain than the first.

    Examples
    --------
    >>> profile = b'''{"LinearAdditiveUtilitySpace": {"name": "anna",
    ... "domain": {"name": "trip", "issuesValues": {"place": {"values": ["sea", "hills"]}}},
    ... "issueWeights": {"place": 1.0}, "issueUtilities":
    ... {"place": {"DiscreteValueSetUtilities": {"valueUtilities": {"sea": 0.7, "hills": 1}}}}}}'''
    >>> read_geniusweb([("anna.json", profile)]).parties[0].worth
    ((Fraction(7, 10), Fraction(1, 1)),)
    """
    spaces = [(name, _space(name, data)) for name, data in profiles]
    if not spaces:
        raise InputError("geniusweb: name one profile's JSON for each party")
    domain = _table(*spaces[0], "domain")
    for name, space in spaces:
        if _table(name, space, "domain") != domain:
            raise InputError(f"{name}: is of another domain than {spaces[0][0]}")
    values = _table(spaces[0][0], domain, "issuesValues")
    issues = tuple(_issue(spaces[0][0], name, values[name]) for name in values)
    parties = tuple(_party(name, space, issues) for name, space in spaces)
    return Draft(str(domain.get("name") or "negotiation"), issues, parties)


def _space(name: str, data: bytes) -> Mapping[str, Any]:
    try:
        whole = json.loads(data, parse_float=Decimal, parse_int=Decimal)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{name}: is no JSON: {error}") from None
    return _table(name, whole, "LinearAdditiveUtilitySpace")


def _table(name: str, table: object, key: str) -> Mapping[str, Any]:
    found = table.get(key) if isinstance(table, dict) else None
    if not isinstance(found, dict):
        raise InputError(f'{name}: has no "{key}"; a GeniusWeb profile was needed')
    return found


def _issue(name: str, title: str, values: object) -> DraftIssue:
    """Read the values of an issue: a list, or a range of lowest, highest and step."""
    table = values if isinstance(values, dict) else {}
    if isinstance(table.get("values"), list):
        options = tuple(map(str, table["values"]))
    elif isinstance(table.get("range"), list) and len(table["range"]) == 3:
        low, high, step = (_number(name, f"range of {title}", each) for each in table["range"])
        if step <= 0 or (high - low) / step >= MOST_VALUES:
            raise InputError(f"{name}: the range of {title} has no step, or too many values")
        steps = range(int((high - low) / step) + 1)
        options = tuple(_plain(low + step * at) for at in steps)
    else:
        options = ()
    if len(options) < 2:
        raise InputError(
            f"{name}: issue {title} has {len(options)} values; two or more were needed"
        )
    return DraftIssue(title, options)


def _party(name: str, space: Mapping[str, Any], issues: Sequence[DraftIssue]) -> DraftParty:
    weights = _table(name, space, "issueWeights")
    utilities = _table(name, space, "issueUtilities")
    weighed = tuple(
        _number(name, f"weight of {issue.name}", weights.get(issue.name, 0)) for issue in issues
    )
    values = tuple(tuple(_utilities(name, issue, utilities.get(issue.name))) for issue in issues)
    party = DraftParty(str(space.get("name") or name), weighed, values)
    bid = space.get("reservationBid")
    if not isinstance(bid, dict):
        return party
    chosen = _table(name, bid, "issuevalues")
    floor = sum(
        (
            dict(zip(issue.options, row, strict=True)).get(str(chosen.get(issue.name)), Fraction(0))
            for issue, row in zip(issues, party.worth, strict=True)
        ),
        Fraction(0),
    )
    return replace(party, no_agreement=floor)


def _utilities(name: str, issue: DraftIssue, found: object) -> list[Fraction]:
    """Give the utility of each value, from a list or along a line."""
    table = found if isinstance(found, dict) else {}
    discrete = table.get("DiscreteValueSetUtilities") or table.get("discreteutils")
    if discrete:
        given = _table(name, discrete, "valueUtilities")
        return [
            _number(name, f"utility of {option}", given.get(option, 0)) for option in issue.options
        ]
    line = table.get("NumberValueSetUtilities") or table.get("numberutils")
    if not isinstance(line, dict):
        raise InputError(f"{name}: gives issue {issue.name} no utilities")
    low, high, at_low, at_high = (
        _number(name, f"{key} of {issue.name}", line.get(key))
        for key in ("lowValue", "highValue", "lowUtility", "highUtility")
    )
    if low == high:
        raise InputError(f"{name}: the line of {issue.name} starts where it ends")
    return [
        at_low + (at_high - at_low) * (Fraction(option) - low) / (high - low)
        for option in issue.options
    ]


def _number(name: str, what: str, value: object) -> Fraction:
    """Read an exact number of a size that somebody could mean."""
    try:
        number = value if isinstance(value, Decimal) else Decimal(str(value))
    except ArithmeticError:
        number = Decimal("nan")
    if not number.is_finite() or not -40 <= number.adjusted() <= 40:
        raise InputError(f"{name}: {what} is {str(value)[:40]}; a decimal number was needed")
    return Fraction(number)


def _plain(number: Fraction) -> str:
    """Write a finite decimal without idle zeros."""
    return str(int(number)) if number.denominator == 1 else str(float(number))
