"""Any block of a section in HTML."""

from tracktwo.brief.blocks import (
    Absence,
    Annex,
    Block,
    Exchange,
    Legend,
    Note,
    Pair,
    Sentences,
    Table,
)
from tracktwo.brief.brief import Brief
from tracktwo.brief.element import Html
from tracktwo.brief.figures import Figure
from tracktwo.brief.markup.annex import annex
from tracktwo.brief.markup.figures import figure, pair
from tracktwo.brief.markup.sentences import absence, exchange, legend, note, sentences
from tracktwo.brief.markup.tables import table


def block(item: Block, brief: Brief, following: Block | None = None) -> Html:  # noqa: PLR0911 - one line for each kind of block
    """Write a block by what it is; a note floats only beside prose that follows."""
    match item:
        case Note():
            return note(item, floating=not isinstance(following, Table | Pair | Figure))
        case Legend():
            return legend(item)
        case Absence():
            return absence(item, brief.citations)
        case Sentences():
            return sentences(item, brief.citations)
        case Table():
            return table(item, brief.citations)
        case Exchange():
            return exchange(item, brief.citations)
        case Pair():
            return pair(item, brief.citations)
        case Annex():
            return annex(brief)
        case _:
            return figure(item, brief.citations)
