"""How is a number written exactly?"""

from fractions import Fraction


def exact_text(number: Fraction) -> str:
    """Write a number exactly: as a finite decimal, or else as a fraction.

    Parameters
    ----------
    number : Fraction
        Any.

    Returns
    -------
    str
        Without trailing zeros, exponent or sign of zero.

    Examples
    --------
    >>> exact_text(Fraction(8207, 1000)), exact_text(Fraction(-30)), exact_text(Fraction(1, 3))
    ('8.207', '-30', '1/3')
    """
    places = _decimal_places(number.denominator)
    if places is None:
        return str(number)
    digits = str(abs(number.numerator) * 10**places // number.denominator).zfill(places + 1)
    whole = len(digits) - places
    sign = "-" if number < 0 else ""
    return sign + digits[:whole] + (f".{digits[whole:]}" if places else "")


def _decimal_places(denominator: int) -> int | None:
    """Count the places that a fraction in lowest terms needs, if finitely many."""
    counts = dict.fromkeys((2, 5), 0)
    for prime in counts:
        while denominator % prime == 0:
            denominator //= prime
            counts[prime] += 1
    return max(counts.values()) if denominator == 1 else None
