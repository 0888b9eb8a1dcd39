"""What does something rest on? A statement, or words of a source."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Evidence:
    """What something rests on: a statement by its id, or words of a source.

    Either `statement` is given ("st:…"), or `source` (a file's name in ``sources/``) and
    `words` (an exact passage of its text); the other fields are "".
    """

    statement: str = ""
    source: str = ""
    words: str = ""
