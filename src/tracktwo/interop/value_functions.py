"""What does a value function of NegMAS give to each option of an issue?"""

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction

from tracktwo.errors import Problem
from tracktwo.interop.yaml_text import Value

NUMBER = re.compile(r"[+-]?([0-9]{1,40}(\.[0-9]{0,40})?|\.[0-9]{1,40})([eE][+-]?[0-9]{1,2})?")
_CURVES = {
    "ConstFun": ("bias",),
    "IdentityFun": (),
    "LinearFun": ("slope",),
    "AffineFun": ("slope", "bias"),
    "QuadraticFun": ("a2", "a1", "bias"),
}


def values_of(
    place: str, function: Mapping[str, Value], options: Sequence[str], problems: list[Problem]
) -> tuple[Fraction, ...]:
    """Give the value of each option.

    Parameters
    ----------
    place : str
        Where the function stands, for problems.
    function : mapping
        A ``TableFun`` with its ``mapping``, or a curve of the option's number x: ``ConstFun``
        (bias), ``IdentityFun`` (x), ``LinearFun`` (slope x), ``AffineFun`` (slope x + bias),
        ``QuadraticFun`` (a2 x^2 + a1 x + bias).
    options : sequence of str
        As the issue spells them.
    problems : list of Problem
        Gets what is wrong; the values given are then of no meaning.

    Returns
    -------
    tuple of Fraction
        One for each option, exact.

    Examples
    --------
    >>> values_of("x", {"type": "QuadraticFun", "a2": "1", "a1": "0", "bias": "0.5"}, "23", [])
    (Fraction(9, 2), Fraction(19, 2))
    """
    kind = function.get("type") or function.get("__python_class__")
    name = kind.rpartition(".")[2] if isinstance(kind, str) else ""
    if name == "TableFun":
        return _looked_up(place, function.get("mapping"), options, problems)
    if name not in _CURVES:
        known = ", ".join(["TableFun", *_CURVES])
        said = f'is of type "{name[:40]}"; there is: {known}; write it as a TableFun'
        problems.append(Problem(place, said))
        return (Fraction(0),) * len(options)
    factors = [number(f"{place}.{key}", function.get(key), problems) for key in _CURVES[name]]
    if name == "ConstFun":
        return tuple(factors) * len(options)
    curve = {"IdentityFun": [Fraction(1), Fraction(0)], "LinearFun": [*factors, Fraction(0)]}
    at = [number(f"{place} for the value {x[:40]}", x, problems) for x in options]
    return tuple(_polynomial(curve.get(name, factors), x) for x in at)


def _polynomial(factors: Sequence[Fraction], x: Fraction) -> Fraction:
    """Work out a polynomial, highest power first (Horner's scheme)."""
    total = Fraction(0)
    for factor in factors:
        total = total * x + factor
    return total


def _looked_up(
    place: str, mapping: "Value | None", options: Sequence[str], problems: list[Problem]
) -> tuple[Fraction, ...]:
    table = mapping if isinstance(mapping, dict) else {}
    missing = [option for option in options if option not in table]
    foreign = [key for key in table if key not in options]
    for what, names in (
        ("gives no value for", missing),
        ("gives a value for the unknown", foreign),
    ):
        if names:
            shown = ", ".join(f'"{name[:40]}"' for name in names[:5])
            more = f" and {len(names) - 5} more" if len(names) > 5 else ""
            problems.append(Problem(f"{place}.mapping", f"{what} {shown}{more}"))
    return tuple(
        number(f"{place}.mapping.{option[:40]}", table.get(option, "0"), problems)
        for option in options
    )


def number(place: str, value: "Value | None", problems: list[Problem]) -> Fraction:
    """Read an exact decimal; what is none gets a problem, and counts as 0.

    >>> number("x", "2.50e-1", [])
    Fraction(1, 4)
    """
    if isinstance(value, str) and NUMBER.fullmatch(value):
        return Fraction(value)
    arrived = f'"{value[:40]}"' if isinstance(value, str) else "a list or table"
    said = "is missing" if value is None else f"is {arrived}"
    problems.append(Problem(place, f"{said}; a decimal number was needed"))
    return Fraction(0)
