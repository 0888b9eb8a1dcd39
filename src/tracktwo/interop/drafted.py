"""A case that another program's file describes, and how it is written as ``case.toml``."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from tracktwo.casemodel.read import parse_case
from tracktwo.errors import InputError

_MOST_DIGITS = 15


@dataclass(frozen=True, slots=True)
class DraftIssue:
    """An issue by its name, and the names of its options."""

    name: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DraftParty:
    """A party, what issues weigh and options are worth to it, and what no agreement is worth.

    `weights[issue]` and `values[issue][option]` are by place, in the other program's unit, and so
    is `no_agreement`: an option adds weight x value to a package's worth.
    """

    name: str
    weights: tuple[Fraction, ...]
    values: tuple[tuple[Fraction, ...], ...]
    no_agreement: Fraction | None = None

    @property
    def worth(self) -> tuple[tuple[Fraction, ...], ...]:
        """Give what each option of each issue adds to a package's worth."""
        pairs = zip(self.weights, self.values, strict=True)
        return tuple(tuple(weight * value for value in values) for weight, values in pairs)


@dataclass(frozen=True, slots=True)
class _Unit:
    """By how much a file's weights and values are multiplied to stand in a case."""

    weight: int
    value: int

    @property
    def points(self) -> Fraction:
        """Give the points that a worth of 1 becomes."""
        return Fraction(self.weight * self.value, 100)


@dataclass(frozen=True, slots=True)
class Draft:
    """A case as another program has it."""

    title: str
    issues: tuple[DraftIssue, ...]
    parties: tuple[DraftParty, ...]


def write_case(draft: Draft, as_of: str) -> str:
    """Write a draft as ``case.toml``.

    Parameters
    ----------
    draft : Draft
        With two options or more per issue.
    as_of : str
        The day for which the case is to hold, such as ``2025-01-31``.

    Returns
    -------
    str
        A file that `parse_case` reads. Worths are exact. A worth of 1 is 100 points, a weight of
        1 is 100 and a value of 1 is 100 points; where that leaves fractions that no decimal holds,
        or more than 15 places, the smallest multiple of 100 that does not, the same for all
        parties; `about` says how many points a worth of 1 is. The sign of a weight below 0 goes
        to the points.

    Raises
    ------
    InputError
        If a number needs more than 15 digits on a side of the point.

    Examples
    --------
    >>> issue = DraftIssue("Price", ("high", "low"))
    >>> thirds = DraftParty("Seller", (Fraction(1),), ((Fraction(1), Fraction(1, 3)),))
    >>> text = write_case(Draft("Sale", (issue,), (thirds,)), "2025-01-31")
    >>> [line for line in text.splitlines() if line.startswith(("points", "about"))]
    ['about = "A worth of 1 in the file that this was read from is 300 points."', \
'points = { high = "300", low = "100" }']
    """
    unit = _unit(draft)
    lines = [*_head(draft, as_of, unit), *_parties(draft, unit), *_issues(draft)]
    lines += _positions(draft, unit)
    text = "\n".join(lines) + "\n"
    parse_case(text)
    return text


def ids_of(names: Sequence[str]) -> list[str]:
    """Make ids from names: letters, digits and _, all different.

    Examples
    --------
    >>> ids_of(["Price (EUR)", "price-eur", "…"])
    ['price_eur', 'price_eur_2', 'x']
    """
    found: list[str] = []
    for name in names:
        first = re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_") or "x"
        candidate, number = first, 2
        while candidate in found:
            candidate, number = f"{first}_{number}", number + 1
        found.append(candidate)
    return found


def _unit(draft: Draft) -> _Unit:
    """Find the least multiples of 100 under which every number is a decimal that a case holds."""
    weight = _scale([weight for party in draft.parties for weight in party.weights])
    value = _scale([v for party in draft.parties for issue in party.values for v in issue])
    floors = [party.no_agreement for party in draft.parties if party.no_agreement is not None]
    product = Fraction(weight * value, 100)
    return _Unit(weight, value * _scale([floor * product for floor in floors], least=1))


def _scale(numbers: Sequence[Fraction], least: int = 100) -> int:
    """Give the least multiple under which all are decimals of few enough places."""
    scale = least * lcm(*(_odd(number.denominator) for number in numbers))
    most = max((_places(number * scale) for number in numbers), default=0)
    return int(scale * 10 ** max(0, most - _MOST_DIGITS))


def _places(number: Fraction) -> int:
    """Count the decimal places that a number needs; it must be a finite decimal."""
    return next(n for n in range(400) if 10**n % number.denominator == 0)


def _odd(number: int) -> int:
    """Take all twos and fives out of a number."""
    for prime in (2, 5):
        while number % prime == 0:
            number //= prime
    return number


def _head(draft: Draft, as_of: str, unit: _Unit) -> Iterator[str]:
    yield "[case]"
    yield f"id = {_quoted(ids_of([draft.title])[0])}"
    yield f"title = {_quoted(draft.title)}"
    yield f"as_of = {as_of}"
    yield f'about = "A worth of 1 in the file that this was read from is {unit.points} points."'


def _parties(draft: Draft, unit: _Unit) -> Iterator[str]:
    ids = ids_of([party.name for party in draft.parties])
    for id_, party in zip(ids, draft.parties, strict=True):
        yield ""
        yield f"[parties.{id_}]"
        yield f"name = {_quoted(party.name)}"
        if party.no_agreement is not None:
            yield f"no_agreement = {_quoted(_decimal(party.no_agreement * unit.points))}"


def _issues(draft: Draft) -> Iterator[str]:
    ids = ids_of([issue.name for issue in draft.issues])
    for id_, issue in zip(ids, draft.issues, strict=True):
        yield ""
        yield f"[issues.{id_}]"
        yield f"title = {_quoted(issue.name)}"
        yield f"options = {_table((_quoted(name) for name in issue.options), issue)}"


def _positions(draft: Draft, unit: _Unit) -> Iterator[str]:
    issues = ids_of([issue.name for issue in draft.issues])
    parties = ids_of([party.name for party in draft.parties])
    for party, drafted in zip(parties, draft.parties, strict=True):
        rows = zip(issues, draft.issues, drafted.weights, drafted.values, strict=True)
        for id_, issue, weight, values in rows:
            sign = -1 if weight < 0 else 1
            points = (_quoted(_decimal(sign * value * unit.value)) for value in values)
            yield ""
            yield "[[positions]]"
            yield f"party = {_quoted(party)}"
            yield f"issue = {_quoted(id_)}"
            yield f"weight = {_quoted(_decimal(abs(weight) * unit.weight))}"
            yield f"points = {_table(points, issue)}"
            yield 'estimate_by = "party"'


def _table(values: Iterable[str], issue: DraftIssue) -> str:
    pairs = zip(ids_of(issue.options), values, strict=True)
    return "{ " + ", ".join(f"{key} = {value}" for key, value in pairs) + " }"


def _decimal(number: Fraction) -> str:
    """Write a finite decimal in full."""
    places = _places(number)
    digits = str(abs(int(number * 10**places))).zfill(places + 1)
    whole, parts = digits[: len(digits) - places], digits[len(digits) - places :]
    if len(whole) > _MOST_DIGITS or places > _MOST_DIGITS:
        raise InputError(
            f"the number {float(number):g} needs more than {_MOST_DIGITS} digits on a side of "
            "the point; round the numbers in the file, or take those of GENIUS with --raw"
        )
    return ("-" if number < 0 else "") + whole + (f".{parts}" if parts else "")


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
