"""How good is a source, and how good is what it says? Two scales, never mixed."""

from dataclasses import dataclass
from typing import Literal

Reliability = Literal["A", "B", "C", "D", "E", "F"]
Credibility = Literal["1", "2", "3", "4", "5", "6"]

RELIABILITY: dict[Reliability, str] = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "cannot be judged",
}
CREDIBILITY: dict[Credibility, str] = {
    "1": "confirmed",
    "2": "probably true",
    "3": "possibly true",
    "4": "doubtful",
    "5": "improbable",
    "6": "cannot be judged",
}


@dataclass(frozen=True, slots=True)
class Grade:
    """A grade in the Admiralty code, with who gave it and why.

    `reliability` grades the source, `credibility` the information. `by` is a person, or
    "rules" for a proposal of the program.
    """

    reliability: Reliability = "F"
    credibility: Credibility = "6"
    by: str = "rules"
    reason: str = ""
