"""Where in a case file? ``positions[2].refuses[0]``, to and fro."""

import re
from collections.abc import Sequence
from typing import TypeAlias

from tracktwo.errors import CaseError, Problem

Step: TypeAlias = str | int

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_STEP = re.compile(r'\.?(?:(?P<bare>[A-Za-z0-9_-]+)|"(?P<quoted>[^"]*)")|\[(?P<index>[0-9]+)\]')


def write_place(steps: Sequence[Step]) -> str:
    """Write the way to a value as one path.

    Parameters
    ----------
    steps : sequence of str or int
        Keys of tables, and indices of lists counted from 0.

    Returns
    -------
    str
        Keys joined by dots, indices in brackets; a key that TOML would quote is quoted.

    Examples
    --------
    >>> write_place(["positions", 2, "refuses", 0])
    'positions[2].refuses[0]'
    """
    parts = [f"[{step}]" if isinstance(step, int) else f".{_key(step)}" for step in steps]
    return "".join(parts).removeprefix(".")


def read_place(place: str) -> tuple[Step, ...]:
    """Read a path back into its steps.

    Parameters
    ----------
    place : str
        As `write_place` writes it.

    Returns
    -------
    tuple of str or int
        Keys and indices, in order.

    Raises
    ------
    CaseError
        If `place` is not such a path.

    Examples
    --------
    >>> read_place("parties.russia.no_agreement.best")
    ('parties', 'russia', 'no_agreement', 'best')
    """
    steps: list[Step] = []
    end = 0
    while end < len(place):
        match = _STEP.match(place, end)
        if match is None or (place[end] == ".") != (end > 0 and match["index"] is None):
            break
        steps.append(_step(match))
        end = match.end()
    if not steps or end < len(place):
        problem = Problem(place or '""', "is no place; write it like positions[2].refuses[0]")
        raise CaseError("place", (problem,))
    return tuple(steps)


def _step(match: re.Match[str]) -> Step:
    if match["index"] is not None:
        return int(match["index"])
    return str(match["quoted"] if match["bare"] is None else match["bare"])


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else f'"{key}"'
