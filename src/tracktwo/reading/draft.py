"""What does the reader hold before a statement is complete?"""

from dataclasses import dataclass

from tracktwo.documents.document import Span
from tracktwo.reading.speakers import Voice
from tracktwo.reading.statement import Act, Firmness, Reporting


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement as one rule found it, before chains, addressees and demands are settled.

    Attributes
    ----------
    passage : int
        Number of its passage.
    content, act, reporting, sentence, cue, subtype, firmness, negated, core
        As in `Statement`.
    voice : Voice or None
        Whose act it is; None for the author's.
    to : tuple of Voice
        Those whom its words address.
    reports : bool
        Whether somebody's words stand inside, so that a speaker found in them is a link
        further down the chain.
    rank : int
        Which of the rules that found the same words wins: lower.
    relay : bool
        Whether it does no more than hand on what another says, and becomes no statement.
    dated_by : Span or None
        The sentence whose date it shares, where that is not its own.
    lead : Span or None
        Of a list item the words of the draft that leads it in.
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
    relay: bool = False
    dated_by: Span | None = None
    lead: Span | None = None

    @property
    def hull(self) -> Span:
        """The span from the first word of the content to its last."""
        return Span(self.content[0].start, self.content[-1].end)

    @property
    def speaker(self) -> str:
        """The id of its speaker, "" for the author."""
        return self.voice.actor.id if self.voice else ""
