"""How do words and their numbers stand in a cell of a table?"""

from collections.abc import Iterable

from tracktwo.brief import naming
from tracktwo.brief.blocks import Cell
from tracktwo.brief.citation import Citation
from tracktwo.brief.dates import written
from tracktwo.brief.lists import listed
from tracktwo.brief.quoting import quoted

NOT_STATED = "not stated"


def said(citation: Citation) -> Cell:
    """Quote a citation, with its number."""
    return Cell((quoted(citation),), (citation.number,))


def voice(citation: Citation) -> Cell:
    """Name whose words they are, with who retells them on the line below."""
    names = naming.retellers(citation)
    return Cell((naming.speaker(citation),), under=(f"retold by {listed(names)}",) if names else ())


def dated(citation: Citation) -> Cell:
    """Write the date of a statement, or that it is not stated."""
    date = citation.statement.date if citation.statement else ""
    return Cell((written(date) or NOT_STATED,))


def words(text: str, evidence: Iterable[int] = ()) -> Cell:
    """Set words of ours, with numbers after them; empty for ""."""
    return Cell((text,) if text else (), tuple(evidence))
