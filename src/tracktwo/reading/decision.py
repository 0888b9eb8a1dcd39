"""What has somebody decided about a statement? Decisions are added, never changed."""

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["accept", "reject", "edit", "undo"]


@dataclass(frozen=True, slots=True)
class Decision:
    """One entry of the append-only log.

    The latest decision on a statement holds; "undo" takes the one before it back.

    Attributes
    ----------
    statement : str
        The statement's id.
    verdict : str
        One of `Verdict`.
    by, machine : str, bool
        Who decided, and whether that was a program.
    at : str
        When, as ISO 8601 in UTC.
    note : str
        Why.
    change : str
        For "edit", the fields that differ, as a JSON object; else "".
    """

    statement: str
    verdict: Verdict
    by: str
    at: str
    machine: bool = False
    note: str = ""
    change: str = ""
