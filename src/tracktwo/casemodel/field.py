"""What may one value of a case file be? Exact numbers, dates, ids and words."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, WithJsonSchema

_NUMBER = re.compile(r"[+-]?[0-9]{1,15}(\.[0-9]{1,15})?")
_ID = re.compile(r"[A-Za-z0-9_-]+")
_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
_LONGEST_SHOWN = 40


@dataclass(frozen=True, slots=True)
class TomlFloat:
    """A float as the file spells it, kept so that the error can show it."""

    text: str


def shown(value: object) -> str:
    """Show a value that arrived, in the words of TOML and never at length.

    Examples
    --------
    >>> shown("membr"), shown(True), shown(TomlFloat("40.50")), shown({"a": 1})
    ('"membr"', 'true', 'the float 40.50', 'a table')
    """
    if isinstance(value, str):
        short = value if len(value) <= _LONGEST_SHOWN else value[: _LONGEST_SHOWN - 1] + "…"
        return f'"{short}"'
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, TomlFloat):
        return f"the float {value.text}"
    if isinstance(value, dict):
        return "a table"
    return "a list" if isinstance(value, list) else str(value)


def exact_number(value: object) -> Decimal:
    """Read a number that matters: a decimal in quotes, or a whole number.

    Parameters
    ----------
    value : object
        What TOML gave. A float is refused, because TOML floats round.

    Returns
    -------
    Decimal
        Exactly the number written, with at most 15 digits on each side of the point.

    Raises
    ------
    ValueError
        If it is anything else; the words say what to write.

    Examples
    --------
    >>> exact_number("40.5"), exact_number(40)
    (Decimal('40.5'), Decimal('40'))
    """
    if isinstance(value, TomlFloat):
        raise ValueError(  # noqa: TRY004 - pydantic collects ValueError only
            f'{value.text} is a TOML float, which rounds; write it as "{value.text}"'
        )
    if isinstance(value, Decimal):
        return value
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    if not isinstance(text, str) or not _NUMBER.fullmatch(text):
        raise ValueError(
            f'{shown(value)} is no number; write a decimal in quotes, such as "40.5", '
            "with at most 15 digits on each side of the point"
        )
    return Decimal(text)


def _partial_date(value: object) -> str:
    text = _iso(value)
    if not _DATE.fullmatch(text):
        raise ValueError(f'{shown(value)} is no date; write "2025", "2025-01" or 2025-01-31')
    return _in_calendar(text)


def _day(value: object) -> str:
    text = _iso(value)
    if len(text) != len("2025-01-31") or not _DATE.fullmatch(text):
        raise ValueError(f"{shown(value)} is no day; write year, month and day: 2025-01-31")
    return _in_calendar(text)


def _iso(value: object) -> str:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    return value if isinstance(value, str) else ""


def _in_calendar(text: str) -> str:
    try:
        date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        raise ValueError(f"{text} is no day of the calendar") from None
    return text


def _identifier(value: str) -> str:
    if not _ID.fullmatch(value):
        raise ValueError(f"{shown(value)} is no id; use letters, digits, - and _ only")
    return value


def _some_words(value: str) -> str:
    if not value.strip():
        raise ValueError("is empty; write something or leave the key out")
    return value


ExactNumber = Annotated[
    Decimal,
    BeforeValidator(exact_number),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "pattern": f"^{_NUMBER.pattern}$"},
                {"type": "integer"},
            ]
        }
    ),
]
PartialDate = Annotated[
    str,
    BeforeValidator(_partial_date),
    WithJsonSchema({"type": "string", "pattern": f"^{_DATE.pattern}$"}),
]
Day = Annotated[str, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
Id = Annotated[
    str,
    AfterValidator(_identifier),
    WithJsonSchema({"type": "string", "pattern": f"^{_ID.pattern}$"}),
]
Words = Annotated[
    str, AfterValidator(_some_words), WithJsonSchema({"type": "string", "minLength": 1})
]
