"""The marks from which charts are drawn: shapes of parties, lines, text in SVG."""

from tracktwo.brief.element import Child, Html, element

_SHAPES = (
    '<circle cx="5" cy="5" r="4"/>',
    '<path d="M1 1h8v8h-8z"/>',
    '<path d="M5 .6 9.6 9H.4z"/>',
    '<path d="M5 0 10 5 5 10 0 5z"/>',
    '<path d="M.4 1H9.6L5 9.4z"/>',
    '<path d="M3.5 0h3v3.5H10v3H6.5V10h-3V6.5H0v-3h3.5z"/>',
    '<path d="M5 0 9.8 3.5 8 9.2H2L.2 3.5z"/>',
    '<path d="M0 0 5 3.2 10 0 6.8 5 10 10 5 6.8 0 10 3.2 5z"/>',
)
_HUES = 4


def hue(place: int) -> str:
    """Give the class of a party's colour; from the fifth on ink, told apart by shape alone."""
    return f"p{place + 1}" if place < _HUES else "p0"


def party_mark(place: int) -> Html:
    """Draw the shape of a party by its place; after eight the shapes come round again."""
    return element(
        "svg",
        Html(_SHAPES[place % len(_SHAPES)]),
        class_=f"pm {hue(place)}",
        viewBox="0 0 10 10",
        width="10",
        height="10",
        aria_hidden="true",
        focusable="false",
    )


def party_shape(place: int, x: float, y: float) -> Html:
    """Draw the shape of a party inside a chart, its left top corner at (x, y)."""
    return element(
        "g",
        Html(_SHAPES[place % len(_SHAPES)]),
        transform=f"translate({x:g} {y:g})",
        class_=hue(place),
    )


def drawing(width: int, height: int, label: str, *children: Child, class_: str = "") -> Html:
    """Draw a chart at 1:1, with the sentence that stands for it."""
    return element(
        "svg",
        *children,
        class_=class_ or None,
        viewBox=f"0 0 {width} {height}",
        width=width,
        height=height,
        role="img",
        aria_label=label,
    )


def line(x1: float, y1: float, x2: float, y2: float, class_: str) -> Html:
    """Draw a straight line."""
    return element("line", x1=f"{x1:g}", y1=f"{y1:g}", x2=f"{x2:g}", y2=f"{y2:g}", class_=class_)


def text(x: float, y: float, words: str, class_: str = "") -> Html:
    """Write text, its base line starting at (x, y)."""
    return element("text", words, x=f"{x:g}", y=f"{y:g}", class_=class_ or None)


def dots(points: tuple[tuple[float, float], ...], class_: str) -> Html:
    """Draw many round dots as one path; the stroke's width is their size."""
    path = "".join(f"M{x:.5g} {y:.5g}h0" for x, y in points)
    return element("path", d=path, class_=class_)


def crosses(points: tuple[tuple[float, float], ...], size: float, class_: str) -> Html:
    """Draw many small crosses as one path."""
    size = max(1, round(size))
    step = 2 * size
    path = "".join(
        f"M{x - size:.5g} {y - size:.5g}l{step:g} {step:g}m-{step:g} 0l{step:g}-{step:g}"
        for x, y in points
    )
    return element("path", d=path, class_=class_)


def width_of(words: str, size: float = 12) -> float:
    """Guess how wide text is set in a sans of that size; on the safe side for Latin letters."""
    return len(words) * size * 0.56
