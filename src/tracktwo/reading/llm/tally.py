"""What went wrong while a model was asked? Counted, and told in words."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

NOT_READ: Final = "not read"


def is_whole(notes: Iterable[str]) -> bool:
    """Tell from the notes of a reading whether every passage that could be asked about was read.

    >>> is_whole(["1 of 9 passages not read: no answer within 120 seconds"])
    False
    """
    return not any(f" passages {NOT_READ}: " in note for note in notes)


@dataclass(slots=True)
class Tally:
    """The counts of one document.

    Attributes
    ----------
    answered : int
        Passages with an answer that could be used.
    silence : int
        Passages in a row, up to now, without one.
    reasons : Counter of str
        Why there was none.
    not_quoted : int
        Strings that do not stand in their passage, and were refused.
    no_statement : int
        Statements refused, because their words or their speaker's were.
    odd : int
        Statements that were not of the schema.
    too_long, left : int
        Passages too long to be asked about; those left out after the asking had stopped.
    stopped : str
        Why it had; "" while it goes on.
    """

    answered: int = 0
    silence: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    not_quoted: int = 0
    no_statement: int = 0
    odd: int = 0
    too_long: int = 0
    left: int = 0
    stopped: str = ""

    def heard(self, odd: int) -> None:
        """Note an answer, and how many of its statements were not of the schema."""
        self.answered += 1
        self.silence = 0
        self.odd += odd

    def unanswered(self, reason: str) -> None:
        """Note a passage without an answer."""
        self.silence += 1
        self.reasons[reason] += 1

    def stop(self, reason: str) -> None:
        """Note that the address refuses to be asked, at one passage and so at all that follow."""
        self.stopped = reason
        self.left += 1

    def notes(self, passages: int) -> tuple[str, ...]:
        """Say it in words; nothing where nothing went wrong."""
        return tuple(self._notes(passages))

    def _notes(self, passages: int) -> Iterator[str]:
        for reason, times in self.reasons.items():
            yield f"{times} of {passages} passages {NOT_READ}: {reason}"
        if self.stopped:
            yield f"the asking stopped: {self.stopped}"
        if self.left:
            yield f"{self.left} of {passages} passages {NOT_READ}: nothing was asked any more"
        if self.too_long:
            yield f"{self.too_long} of {passages} passages left out: too long to be asked about"
        if self.not_quoted:
            yield (
                f"{self.not_quoted} quoted strings do not stand in the text and were refused, "
                f"and {self.no_statement} statements with them"
            )
        if self.odd:
            yield f"{self.odd} statements of another form than was asked for were left out"
