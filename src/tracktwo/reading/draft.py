"""What does the reader hold before a statement is complete?"""

from dataclasses import dataclass

from tracktwo.documents.document import Span
from tracktwo.reading.speakers import Voice
from tracktwo.reading.statement import Act, Firmness, Reporting


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement as one rule found it, before chains, addressees and demands are settled.

    `reports` tells whether somebody's words stand inside, so that a speaker found in them is
    a link further down the chain; a `relay` does nothing else and becomes no statement. `rank` orders rules that found the same words: lower wins.
    `dated_by` is the sentence whose date it shares, where that is not its own.
    """

    passage: int
    content: tuple[Span, ...]
    act: Act
    reporting: Reporting
    voice: Voice | None
    sentence: Span
    cue: Span | None = None
    to: tuple[Voice, ...] = ()
    subtype: str = ""
    firmness: Firmness = "stated"
    negated: bool = False
    core: bool = True
    reports: bool = False
    rank: int = 5
    date: str = ""
    outer: Voice | None = None
    lead: int | None = None
    relay: bool = False
    dated_by: Span | None = None

    @property
    def hull(self) -> Span:
        """The span from the first word of the content to its last."""
        return Span(self.content[0].start, self.content[-1].end)
