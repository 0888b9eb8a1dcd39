"""Where in the text of a TOML file does a value stand?"""

from collections.abc import Sequence
from typing import Any, TypeAlias

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, Table

from tracktwo.casemodel.place import Step, write_place
from tracktwo.errors import CaseError, Problem

Steps: TypeAlias = tuple[Step, ...]

_MARK = "\u2060tracktwo marks this value\u2060"


def refusal(steps: Sequence[Step], message: str) -> CaseError:
    """Make the error of an edit that cannot be done at a place."""
    return CaseError("case.toml", (Problem(write_place(steps) or "the file", message),))


def item_at(text: str, steps: Steps) -> Any:  # noqa: ANN401 - tomlkit's items have no common type
    """Find what stands at a place.

    Parameters
    ----------
    text : str
        A TOML file.
    steps : tuple of str or int
        The way to the item; empty for the whole file.

    Returns
    -------
    tomlkit item
        With its layout; a `dict`, `list`, `str` … as well.

    Raises
    ------
    CaseError
        If there is nothing at that place, which says what there is; if the text is no TOML; or
        if its layout cannot be written back byte by byte.

    Examples
    --------
    >>> item_at('a = [1, 2] # two', ("a", 1))
    2
    """
    item: Any = _document(text)
    for depth, step in enumerate(steps):
        try:
            item = item[step]
        except (KeyError, IndexError, TypeError):
            raise refusal(steps[: depth + 1], f"does not exist; {_inside(item)}") from None
    return item


def has_header(item: object) -> bool:
    """Say whether an item is a table with its values on lines of their own."""
    return isinstance(item, Table | AoT | tomlkit.TOMLDocument)


def span_of(text: str, steps: Steps) -> tuple[int, int]:
    r"""Find the characters of a value.

    Parameters
    ----------
    text : str
        A TOML file.
    steps : tuple of str or int
        The way to a text, a number, a date, a list or an inline table.

    Returns
    -------
    start, end : int
        ``text[start:end]`` is the value as written, with its quotes or brackets.

    Raises
    ------
    CaseError
        As `item_at`; also for a table with a header, which stands in many places.

    Examples
    --------
    >>> text = '[case]\ntitle = "X"  # mine'
    >>> start, end = span_of(text, ("case", "title"))
    >>> text[start:end]
    '"X"'
    """
    if has_header(item_at(text, steps)):
        raise refusal(steps, "is a table with a header of its own; name a value inside it")
    tree = _document(text)
    parent: Any = tree
    for step in steps[:-1]:
        parent = parent[step]
    parent[steps[-1]] = _MARK
    marked = tomlkit.dumps(tree)
    start = marked.index(f'"{_MARK}"')
    return start, len(text) - (len(marked) - start - len(f'"{_MARK}"'))


def end_of_table(text: str, steps: Steps, *, own: bool = False) -> int | None:
    r"""Find where the line of a table's last value ends.

    Parameters
    ----------
    text : str
        A TOML file.
    steps : tuple of str or int
        The way to a table, or to a list of tables.
    own : bool
        Leave out tables inside it that have headers of their own.

    Returns
    -------
    int or None
        The offset behind the line break, or the end of the text; None where it holds no value.

    Raises
    ------
    CaseError
        As `item_at`.

    Examples
    --------
    >>> text = "[a]\nx = 1  # one\n\n# of b\n[b]\n"
    >>> text[: end_of_table(text, ("a",))]
    '[a]\nx = 1  # one\n'
    """
    item = item_at(text, steps)
    if not has_header(item):
        _, end = span_of(text, steps)
        return text.find("\n", end) + 1 or len(text)
    inside: list[Step] = list(item) if isinstance(item, dict) else list(range(len(item)))
    for step in reversed(inside):
        if own and has_header(item[step]):
            continue
        end_inside = end_of_table(text, (*steps, step))
        if end_inside is not None:
            return end_inside
    return None


def _document(text: str) -> tomlkit.TOMLDocument:
    try:
        tree = tomlkit.parse(text)
    except (TOMLKitError, RecursionError, ValueError) as error:
        raise refusal((), f"is no TOML: {error}") from error
    if tomlkit.dumps(tree) != text:
        raise refusal((), "has tables of one section apart; put them together to edit them")
    return tree


def _inside(item: object) -> str:
    if isinstance(item, dict):
        return "there are " + (", ".join(f'"{key}"' for key in item) or "no keys yet")
    if isinstance(item, list):
        return f"the list has {len(item)} items, counted from 0"
    return "a single value stands there"
