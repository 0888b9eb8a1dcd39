"""What does every format give? The main text, and the way back to what arrived."""

from dataclasses import dataclass, field

from tracktwo.documents.metadata import Metadata
from tracktwo.documents.offsets import IDENTITY, OffsetMap


@dataclass(frozen=True, slots=True)
class MainText:
    """The text of a file, as its format gives it.

    Attributes
    ----------
    text : str
        The main text: what spans will point into.
    source : str
        All of the file's text, decoded.
    back : OffsetMap
        From offsets of `text` to offsets of `source`.
    encoding : str
        The encoding that was read; empty where the format settles it.
    notes : tuple of str
        What was repaired or left out on the way, in words.
    metadata : Metadata
        What the format itself says about title, publisher, author and date.
    """

    text: str = field(repr=False)
    source: str = field(repr=False)
    back: OffsetMap = field(default=IDENTITY, repr=False)
    encoding: str = ""
    notes: tuple[str, ...] = ()
    metadata: Metadata = field(default_factory=Metadata)
