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
    """A party, what each option of each issue adds to a package's worth, and no agreement's worth.

    `worth[issue][option]` is by place; worths are in the other program's unit.
    """

    name: str
    worth: tuple[tuple[Fraction, ...], ...]
    no_agreement: Fraction | None = None


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
        A file that `parse_case` reads. Worths are exact: a worth of 1 is 100 points, or, where
        that leaves fractions that no decimal holds, the smallest multiple of 100 points that does
        not, the same for all parties; `about` says which.

    Raises
    ------
    InputError
        If a number needs more than 15 digits on a side of the point.

    Examples
    --------
    >>> issue = DraftIssue("Price", ("high", "low"))
    >>> thirds = DraftParty("Seller", ((Fraction(1), Fraction(1, 3)),))
    >>> text = write_case(Draft("Sale", (issue,), (thirds,)), "2025-01-31")
    >>> [line for line in text.splitlines() if line.startswith(("points", "about"))]
    ['about = "A worth of 1 in the file that this was read from is 300 points."', \
'points = { high = "300", low = "100" }']
    """
    scale = 100 * _scale(draft)
    lines = [*_head(draft, as_of, scale), *_parties(draft, scale), *_issues(draft)]
    lines += _positions(draft, scale)
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


def _scale(draft: Draft) -> int:
    """Give the least factor after which every worth is a finite decimal."""
    numbers = [n for party in draft.parties for issue in party.worth for n in issue]
    numbers += [party.no_agreement for party in draft.parties if party.no_agreement is not None]
    return lcm(*(_odd(number.denominator) for number in numbers))


def _odd(number: int) -> int:
    """Take all twos and fives out of a number."""
    for prime in (2, 5):
        while number % prime == 0:
            number //= prime
    return number


def _head(draft: Draft, as_of: str, scale: int) -> Iterator[str]:
    yield "[case]"
    yield f"id = {_quoted(ids_of([draft.title])[0])}"
    yield f"title = {_quoted(draft.title)}"
    yield f"as_of = {as_of}"
    yield f'about = "A worth of 1 in the file that this was read from is {scale} points."'


def _parties(draft: Draft, scale: int) -> Iterator[str]:
    ids = ids_of([party.name for party in draft.parties])
    for id_, party in zip(ids, draft.parties, strict=True):
        yield ""
        yield f"[parties.{id_}]"
        yield f"name = {_quoted(party.name)}"
        if party.no_agreement is not None:
            yield f"no_agreement = {_quoted(_decimal(party.no_agreement * scale))}"


def _issues(draft: Draft) -> Iterator[str]:
    ids = ids_of([issue.name for issue in draft.issues])
    for id_, issue in zip(ids, draft.issues, strict=True):
        yield ""
        yield f"[issues.{id_}]"
        yield f"title = {_quoted(issue.name)}"
        yield f"options = {_table((_quoted(name) for name in issue.options), issue)}"


def _positions(draft: Draft, scale: int) -> Iterator[str]:
    issues = ids_of([issue.name for issue in draft.issues])
    parties = ids_of([party.name for party in draft.parties])
    for party, drafted in zip(parties, draft.parties, strict=True):
        for issue, options, worths in zip(issues, draft.issues, drafted.worth, strict=True):
            yield ""
            yield "[[positions]]"
            yield f"party = {_quoted(party)}"
            yield f"issue = {_quoted(issue)}"
            yield 'weight = "100"'
            yield f"points = {_table((_quoted(_decimal(w * scale)) for w in worths), options)}"
            yield 'estimate_by = "party"'


def _table(values: Iterable[str], issue: DraftIssue) -> str:
    pairs = zip(ids_of(issue.options), values, strict=True)
    return "{ " + ", ".join(f"{key} = {value}" for key, value in pairs) + " }"


def _decimal(number: Fraction) -> str:
    """Write a finite decimal in full."""
    places = next(n for n in range(400) if (number * 10**n).denominator == 1)
    digits = str(abs(int(number * 10**places))).zfill(places + 1)
    whole, parts = digits[: len(digits) - places], digits[len(digits) - places :]
    if len(whole) > _MOST_DIGITS or places > _MOST_DIGITS:
        raise InputError(
            f"a worth of {float(number):g} points needs more than {_MOST_DIGITS} digits on a side "
            "of the point; round the evaluations in the file, or leave them undivided with --raw"
        )
    return ("-" if number < 0 else "") + whole + (f".{parts}" if parts else "")


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
