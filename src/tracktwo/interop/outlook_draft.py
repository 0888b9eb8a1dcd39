"""Positions on scales that another program's file describes, and how they become ``case.toml``."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TypeAlias

from tracktwo.casemodel.read import parse_case

Triple: TypeAlias = tuple[Decimal, Decimal, Decimal]

_WHOLE_DIGITS = 15
_STEP = Decimal("1e-15")


@dataclass(frozen=True, slots=True)
class DraftActor:
    """A party: its name, its capability as low, best, high, and a note."""

    name: str
    capability: Triple
    note: str = ""


@dataclass(frozen=True, slots=True)
class DraftScale:
    """A scale: its name, its title, its ends, and what points of it mean."""

    name: str
    title: str
    low: Decimal
    high: Decimal
    anchors: tuple[tuple[Decimal, str], ...] = ()


@dataclass(frozen=True, slots=True)
class DraftStance:
    """Where an actor stands on a scale, both by name; salience is from 0 to 100."""

    actor: str
    scale: str
    position: Triple
    salience: Triple


@dataclass(frozen=True, slots=True)
class OutlookDraft:
    """A case as another program has it. Names are all different, and stances complete."""

    title: str
    about: str
    actors: tuple[DraftActor, ...]
    scales: tuple[DraftScale, ...]
    stances: tuple[DraftStance, ...]


def number(text: str) -> Decimal:
    """Read a number from a cell.

    Parameters
    ----------
    text : str
        A decimal, with or without an exponent.

    Returns
    -------
    Decimal
        Rounded to 15 digits behind the point, as many as a case file holds.

    Raises
    ------
    ValueError
        If it is no finite number, or has more than 15 digits before the point.

    Examples
    --------
    >>> number("1e-2"), number("0.30000000000000004")
    (Decimal('0.01'), Decimal('0.3'))
    """
    try:
        value = Decimal(text)
    except InvalidOperation:
        raise ValueError(f'"{text[:40]}" is no number; write it like 40.5') from None
    if not value.is_finite() or abs(value) >= 10**_WHOLE_DIGITS:
        raise ValueError(f'"{text[:40]}" is no number of at most 15 digits before the point')
    rounded = value.quantize(_STEP).normalize() if value else Decimal(0)
    return rounded + 0


def write_outlook(draft: OutlookDraft, as_of: str) -> str:
    """Write a draft as ``case.toml``.

    Parameters
    ----------
    draft : OutlookDraft
        Names, numbers and stances that agree with each other.
    as_of : str
        The day for which the case is to hold.

    Returns
    -------
    str
        A file that `parse_case` reads. A name that can be an id is one; others are made into one.

    Examples
    --------
    >>> one = Decimal(1)
    >>> draft = OutlookDraft("T", "", (DraftActor("A b", (one,) * 3),),
    ...     (DraftScale("p", "P", Decimal(0), one),),
    ...     (DraftStance("A b", "p", (one,) * 3, (one,) * 3),))
    >>> [line for line in write_outlook(draft, "2025-01-31").splitlines() if "A_b" in line]
    ['[parties.A_b]', 'A_b = "1"', 'party = "A_b"']
    """
    actors = _ids([actor.name for actor in draft.actors])
    scales = _ids([scale.name for scale in draft.scales])
    lines = [
        *_head(draft, as_of),
        *_parties(draft, actors),
        *_capabilities(draft, actors),
        *_scales(draft, scales),
        *_stances(draft, actors, scales),
    ]
    text = "\n".join(lines) + "\n"
    parse_case(text)
    return text


def _ids(names: Sequence[str]) -> dict[str, str]:
    """Make ids that stay as near to the names as they can, all different."""
    found: dict[str, str] = {}
    for name in names:
        first = re.sub(r"[^A-Za-z0-9_-]+", "_", name).strip("_") or "x"
        candidate, count = first, 2
        while candidate in found.values():
            candidate, count = f"{first}_{count}", count + 1
        found[name] = candidate
    return found


def _head(draft: OutlookDraft, as_of: str) -> Iterator[str]:
    yield "[case]"
    yield f"id = {_quoted(_ids([draft.title])[draft.title])}"
    yield f"title = {_quoted(draft.title)}"
    yield f"as_of = {_quoted(as_of)}"
    if draft.about:
        yield f"about = {_quoted(draft.about)}"


def _parties(draft: OutlookDraft, ids: dict[str, str]) -> Iterator[str]:
    for actor in draft.actors:
        yield from ("", f"[parties.{ids[actor.name]}]", f"name = {_quoted(actor.name)}")


def _capabilities(draft: OutlookDraft, ids: dict[str, str]) -> Iterator[str]:
    yield from ("", "[outlook.capability]")
    for actor in draft.actors:
        note = f", note = {_quoted(actor.note)}" if actor.note else ""
        if note:
            low, best, high = map(_text, actor.capability)
            value = f"{{ low = {low}, best = {best}, high = {high}{note} }}"
        else:
            value = _estimate(actor.capability)
        yield f"{ids[actor.name]} = {value}"


def _scales(draft: OutlookDraft, ids: dict[str, str]) -> Iterator[str]:
    for scale in draft.scales:
        yield from ("", f"[outlook.scales.{ids[scale.name]}]", f"title = {_quoted(scale.title)}")
        yield from (f"low = {_text(scale.low)}", f"high = {_text(scale.high)}")
        if scale.anchors:
            anchors = ", ".join(f"{_text(at)} = {_quoted(words)}" for at, words in scale.anchors)
            yield f"anchors = {{ {anchors} }}"


def _stances(draft: OutlookDraft, actors: dict[str, str], scales: dict[str, str]) -> Iterator[str]:
    for stance in draft.stances:
        yield from ("", "[[outlook.stances]]", f"party = {_quoted(actors[stance.actor])}")
        yield f"scale = {_quoted(scales[stance.scale])}"
        yield f"position = {_estimate(stance.position)}"
        yield f"salience = {_estimate(stance.salience)}"


def _estimate(values: Triple) -> str:
    if len(set(values)) == 1:
        return _text(values[1])
    low, best, high = map(_text, values)
    return f"{{ low = {low}, best = {best}, high = {high} }}"


def _text(value: Decimal) -> str:
    return f'"{value:f}"'


def _quoted(text: str) -> str:
    return json.dumps(" ".join(text.split()), ensure_ascii=False).replace("\x7f", "\\u007f")
