"""Numbers of a scale in words: how many figures, and between which anchors."""

from tracktwo.casemodel.outlook import Scale


def amount(number: float) -> str:
    """Write a number to three figures or one decimal, whichever is more.

    >>> amount(23.456), amount(0.034567), amount(12345.6), amount(2.0)
    ('23.5', '0.0346', '12,345.6', '2')
    """
    text = f"{number:,.1f}" if abs(number) >= 10 else f"{number:.3g}"
    return text.removesuffix(".0")


def placed(scale: Scale, at: float, marks: tuple[str, str] = ("", "")) -> str:
    """Say in the words of the anchors where a point lies; "" without anchors.

    `marks` stand around the words.

    >>> from decimal import Decimal
    >>> from tracktwo.casemodel.outlook import Anchor
    >>> ends = (Anchor(Decimal(0), "never"), Anchor(Decimal(10), "now"))
    >>> placed(Scale("x", "X", Decimal(0), Decimal(10), anchors=ends), 4.0)
    'between never (0) and now (10)'
    """
    opening, closing = marks
    named = [(float(a.at), f"{opening}{a.words}{closing} ({a.at})") for a in scale.anchors]
    below = [words for point, words in named if point <= at]
    above = [words for point, words in named if point >= at]
    if below and above:
        same = below[-1] == above[0]
        return below[-1] if same else f"between {below[-1]} and {above[0]}"
    if below:
        return f"above {below[-1]}"
    return f"below {above[0]}" if above else ""


def title_of(scale: Scale, issues: dict[str, str]) -> str:
    """Name a scale: by its own title, or by that of the issue of its id."""
    return scale.title or issues.get(scale.id, scale.id)


def unit_of(scale: Scale) -> str:
    """Give what follows a number on a scale: its unit, or its ends."""
    return f" {scale.unit}" if scale.unit else f" on {scale.low} to {scale.high}"
