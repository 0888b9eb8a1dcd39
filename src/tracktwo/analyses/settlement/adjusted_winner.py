"""Two parties, issues that can be divided: the adjusted winner procedure."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Award:
    """What adjusted winner gives.

    Attributes
    ----------
    shares : tuple of (item, Fraction)
        What part of each item the first party gets; the second gets the rest.
    points : tuple of Fraction, two
        What each party gets in all, in points of its own.
    divided : str
        The one item that is divided, "" where none is.
    """

    shares: tuple[tuple[str, Fraction], ...]
    points: tuple[Fraction, Fraction]
    divided: str


def adjusted_winner(items: Sequence[tuple[str, Fraction, Fraction]]) -> Award:
    """Divide items between two parties so that both get equally many points.

    Each item goes first to the party that gives it more points, ties to the first party. Then
    items move from the party that has more to the other, those first where the ratio of the
    giver's points to the taker's is least, until both have equally many; the last is divided
    (Brams and Taylor 1996 [1]_, chapter 4). Where points add up to the same for both, the result is
    equitable, envy-free and efficient.

    Parameters
    ----------
    items : sequence of (name, Fraction, Fraction)
        Each item with the points of the first and of the second party, 0 or more. Usually each
        party's points add up to 100.

    Returns
    -------
    Award
        Exact. Of items with one ratio the one that is named first moves first.

    References
    ----------
    .. [1] Brams and Taylor, *Fair Division: From Cake-Cutting to Dispute Resolution*, 1996.

    Examples
    --------
    >>> award = adjusted_winner(
    ...     [("house", Fraction(60), Fraction(40)), ("boat", Fraction(40), Fraction(60))]
    ... )
    >>> award.points, award.divided
    ((Fraction(60, 1), Fraction(60, 1)), '')
    """
    shares = {name: Fraction(int(first >= second)) for name, first, second in items}
    worth = {name: (first, second) for name, first, second in items}
    ahead = 0 if _total(worth, shares, 0) >= _total(worth, shares, 1) else 1
    divided = ""
    for name in _in_order(worth, shares, ahead):
        surplus = _total(worth, shares, ahead) - _total(worth, shares, 1 - ahead)
        if surplus <= 0:
            break
        both = sum(worth[name])
        part = min(Fraction(1), surplus / both) if both else Fraction(0)
        shares[name] += part if ahead else -part
        divided = name if 0 < part < 1 else ""
    return Award(
        tuple(shares.items()), (_total(worth, shares, 0), _total(worth, shares, 1)), divided
    )


def _total(
    worth: dict[str, tuple[Fraction, Fraction]], shares: dict[str, Fraction], party: int
) -> Fraction:
    parts = (
        pair[party] * (1 - shares[name] if party else shares[name]) for name, pair in worth.items()
    )
    return sum(parts, Fraction(0))


def _in_order(
    worth: dict[str, tuple[Fraction, Fraction]], shares: dict[str, Fraction], ahead: int
) -> list[str]:
    """List what the party ahead has, by the ratio of its points to the other's, least first."""
    held = [name for name, share in shares.items() if share == 1 - ahead]
    wanted = [name for name in held if worth[name][1 - ahead] > 0]
    return sorted(wanted, key=lambda name: worth[name][ahead] / worth[name][1 - ahead])
