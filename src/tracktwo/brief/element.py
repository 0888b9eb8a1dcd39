"""How is HTML written so that no text can break out of it?"""

import re
from collections.abc import Iterable
from typing import TypeAlias

_VOID = frozenset({"br", "meta", "link", "hr"})
# Characters that would reorder or hide what stands around them, or that HTML cannot hold.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u202a-\u202e\u2028\u2029\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)


class Html(str):
    """Text that is HTML already; any other text is escaped when it is put into an element."""

    __slots__ = ()


Child: TypeAlias = "str | Iterable[Child] | None"
Value: TypeAlias = "str | int | bool | None"


def shown(text: str) -> str:
    r"""Make every character of a text visible and harmless.

    Control characters become their pictures (U+2400 on), and characters that turn or hide the
    text around them, and lone surrogates, become their code in brackets. Tabs and line ends
    stay. Nothing is dropped.

    >>> shown("a\x00b\u202ec")
    'a␀b[U+202E]c'
    """
    return _UNSAFE.sub(_visible, text)


def _visible(match: re.Match[str]) -> str:
    code = ord(match.group())
    return chr(0x2400 + code) if code < 0x20 else f"[U+{code:04X}]"


def escaped(text: str) -> Html:
    """Escape a text for use between tags or in an attribute.

    >>> escaped('<a href="x">&')
    '&lt;a href=&quot;x&quot;&gt;&amp;'
    """
    safe = shown(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return Html(safe.replace('"', "&quot;"))


def joined(*children: Child) -> Html:
    """Put children one after another: HTML as it is, other text escaped, None left out."""
    pieces: list[str] = []
    _gather(children, pieces)
    return Html("".join(pieces))


def _gather(children: Iterable[Child], pieces: list[str]) -> None:
    for child in children:
        if isinstance(child, Html):
            pieces.append(child)
        elif isinstance(child, str):
            pieces.append(escaped(child))
        elif child is not None:
            _gather(child, pieces)


def element(tag: str, /, *children: Child, **attributes: Value) -> Html:
    """Write an element.

    A trailing underscore of an attribute's name is dropped and others become hyphens
    (``class_``, ``aria_label``). None and False leave an attribute out; True writes it without
    a value.

    >>> element("p", "1 < 2", class_="s")
    '<p class="s">1 &lt; 2</p>'
    """
    opening = tag + "".join(map(_attribute, attributes, attributes.values()))
    if tag in _VOID:
        return Html(f"<{opening}>")
    return Html(f"<{opening}>{joined(*children)}</{tag}>")


def _attribute(name: str, value: Value) -> str:
    if value is None or value is False:
        return ""
    plain = name.rstrip("_").replace("_", "-")
    return f" {plain}" if value is True else f' {plain}="{escaped(str(value))}"'
