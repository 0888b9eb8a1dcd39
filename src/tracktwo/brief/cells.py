"""How do words and their numbers stand in a cell of a table?"""

from collections.abc import Iterable

from tracktwo.brief import naming
from tracktwo.brief.blocks import Cell
from tracktwo.brief.citation import Citation
from tracktwo.brief.dates import written
from tracktwo.brief.lists import listed
from tracktwo.brief.quoting import passage, quoted
from tracktwo.brief.telling import own_run

NOT_STATED = "not stated"


def said(citation: Citation) -> Cell:
    """Quote a citation, with its number."""
    return Cell((quoted(citation),), (citation.number,))


def said_with_verb(citation: Citation) -> Cell:
    """Quote a citation with the source's own verb before it, where they stand in one run."""
    run = own_run(citation)
    words = passage(citation.document, run) if run else quoted(citation)
    return Cell((words,), (citation.number,))


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
