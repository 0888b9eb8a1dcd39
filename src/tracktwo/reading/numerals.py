"""Which numbers does a text hold? "nine hundred" and "900" are one number."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

_UNITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
          "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
          "eighteen", "nineteen")  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES = {word: value for value, word in enumerate(_UNITS)} | {
    word: 10 * value for value, word in enumerate(_TENS, start=2)
}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9}
_FRACTIONS = {"half": Decimal("0.5"), "third": Decimal(1) / 3, "quarter": Decimal("0.25")}
_FIGURE = r"\d{1,15}(?:[,\u00a0\u202f]\d{3}){0,4}(?:\.\d{1,6})?(?![\d.]\d)"
_WORD = "|".join([*_VALUES, *_SCALES])
_NUMBER = re.compile(
    rf"(?<![\w.,])(?:(?P<figure>{_FIGURE})(?:[ -](?P<scale>{'|'.join(_SCALES)})\b)?"
    rf"|(?P<words>(?:{_WORD})(?:(?:[ -]|,? and )(?:{_WORD}))*)\b"
    rf"|(?P<fraction>{'|'.join(_FRACTIONS)})\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number, and where it stands: code points ``[start, end)``."""

    value: Decimal
    start: int
    end: int


def numbers(text: str) -> Iterator[Number]:
    """Find the numbers of a text, in figures or in words, in order. Linear in the text.

    Ordinals are none, and neither is "one", which mostly counts nothing. "half", "third" and
    "quarter" are fractions.

    Examples
    --------
    >>> [str(each.value) for each in numbers("nine hundred, 35,000 tonnes, 1.5 million, by half")]
    ['900', '35000', '1500000', '0.5']
    """
    for match in _NUMBER.finditer(text):
        value = _value(match)
        if value is not None:
            yield Number(value, *match.span())


def _value(match: re.Match[str]) -> Decimal | None:
    if match["figure"]:
        scale = _SCALES[match["scale"].lower()] if match["scale"] else 1
        return _plain(Decimal(re.sub(r"[^\d.]", "", match["figure"])) * scale)
    if match["fraction"]:
        return _FRACTIONS[match["fraction"].lower()]
    words = [word for word in re.split(r"[ ,-]+", match["words"].lower()) if word != "and"]
    return None if words == ["one"] or words[0] in _SCALES else _spelled(words)


def _plain(value: Decimal) -> Decimal:
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value


def _spelled(words: list[str]) -> Decimal:
    """Add up number words: "two hundred and fifty thousand"."""
    total = part = 0
    for word in words:
        if word in _VALUES:
            part += _VALUES[word]
        elif word == "hundred":
            part = max(part, 1) * 100
        else:
            total += max(part, 1) * _SCALES[word]
            part = 0
    return Decimal(total + part)
