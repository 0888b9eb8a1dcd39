"""What is a statement? One act by one speaker, with the words that carry it."""

import hashlib
import json
from dataclasses import dataclass
from typing import Literal

from tracktwo.documents.document import Span

Act = Literal[
    "demand", "propose", "accept", "reject", "threaten", "promise", "accuse", "deny", "claim"
]
Reporting = Literal["direct", "mixed", "indirect", "nominal", "list_item", "turn", "narrative"]
Firmness = Literal["non_negotiable", "firm", "stated", "hedged", "tentative", "vague"]

FIRMNESS_ORDER: tuple[Firmness, ...] = (
    "non_negotiable",
    "firm",
    "stated",
    "hedged",
    "tentative",
    "vague",
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whose act it is: the actor, and the words by which the text names it, if it does."""

    actor: str
    name: str
    mention: Span | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One act, as the annotation guide defines it.

    Attributes
    ----------
    id : str
        ``st:`` and twelve hexadecimal digits, from the document's hash and the content's
        offsets: the same words in the same text keep their id whoever reads them.
    document : str
        SHA-256 of the document's text.
    content : tuple of Span
        What is asked, said or done; one or more spans in order, without the cue.
    quote : str
        The words from the first start to the last end, gaps included.
    speaker : Speaker or None
        None when the text's own author speaks.
    chain : tuple of str
        Names of those who report it, outermost first: the author, …, the speaker.
    addressees : tuple of str
        Names of those to whom it is said, of whom it is demanded, who are accused.
    addressee_ids : tuple of str
        Their actor ids, in the same order.
    firmness, firmness_cue : str, Span or None
        How firm, and the words that show it.
    date : str
        When the act took place: ``2021-12``, ``2008/2022``; "" where the text does not say.
    condition : Span or None
        The clause on which it depends.
    core : bool
        False for the author's own scene-setting.
    demand : str
        Id of the demand that it raises or repeats; "" when it is none.
    candidates : tuple of str
        Names between which the reader could not decide for the speaker.
    addressee_candidates : tuple of str
        Names of those with whom the speaker's side deals, where the text does not say which of
        them is meant; the addressees are then empty.
    sentence : Span or None
        The sentence in which it stands.
    reader : str
        The reader that proposed it: "rules", "llm:…", "analyst".
    """

    id: str
    document: str
    content: tuple[Span, ...]
    quote: str
    speaker: Speaker | None
    chain: tuple[str, ...]
    act: Act
    reporting: Reporting
    subtype: str = ""
    cue: Span | None = None
    addressees: tuple[str, ...] = ()
    addressee_ids: tuple[str, ...] = ()
    firmness: Firmness = "stated"
    firmness_cue: Span | None = None
    date: str = ""
    condition: Span | None = None
    negated: bool = False
    core: bool = True
    demand: str = ""
    candidates: tuple[str, ...] = ()
    addressee_candidates: tuple[str, ...] = ()
    sentence: Span | None = None
    reader: str = "rules"

    @property
    def hull(self) -> Span:
        """The span from the first word of the content to its last."""
        return Span(self.content[0].start, self.content[-1].end)


def statement_id(document: str, content: tuple[Span, ...]) -> str:
    """Give the id of a statement from where it stands.

    >>> statement_id("ab", (Span(0, 5),))
    'st:a120e35c480f'
    """
    key = json.dumps([document, [[span.start, span.end] for span in content]])
    return "st:" + hashlib.sha256(key.encode()).hexdigest()[:12]
