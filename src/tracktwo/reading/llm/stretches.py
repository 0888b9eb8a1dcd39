"""What goes into one call? A paragraph, a list with its lead-in, or a turn of a conversation."""

from collections.abc import Iterator
from dataclasses import dataclass

from tracktwo.documents.document import Span
from tracktwo.reading.layout import Block, blocks
from tracktwo.reading.turns import LabelledTurn, labelled_turns


@dataclass(frozen=True, slots=True)
class AskedStretch:
    """A stretch of text that is asked about at once, and the turn that it is, if any."""

    span: Span
    turn: LabelledTurn | None = None


def stretches(text: str) -> tuple[AskedStretch, ...]:
    r"""Cut a text into what is asked about at once, in order.

    A turn is one stretch. Outside of turns a paragraph is one; list items join the paragraph that
    leads them in. Headings and tables of contents are left out. Linear.

    Examples
    --------
    >>> text = "They want:\n- peace\n- bread\n\nNobody knows why they do."
    >>> [text[each.span.start : each.span.end] for each in stretches(text)]
    ['They want:\n- peace\n- bread', 'Nobody knows why they do.']
    """
    laid = blocks(text)
    turns = labelled_turns(text, laid)
    outside = [AskedStretch(span) for span in _joined(laid, turns)]
    return tuple(
        sorted([*outside, *(AskedStretch(t.span, t) for t in turns)], key=lambda each: each.span)
    )


def _joined(laid: tuple[Block, ...], turns: tuple[LabelledTurn, ...]) -> Iterator[Span]:
    """Give paragraphs and lists outside of turns; an item goes with what stands before it."""
    taken = iter([*(Span(t.label_span.start, t.span.end) for t in turns), None])
    turn, held = next(taken), None
    for block in laid:
        while turn is not None and turn.end <= block.span.start:
            turn = next(taken)
        inside = turn is not None and turn.overlap(block.span) > 0
        joins = held is not None and block.kind == "item" and not inside
        if joins and held is not None:
            held = Span(held.start, block.span.end)
            continue
        if held is not None:
            yield held
        held = None if inside or block.kind in {"heading", "contents"} else block.span
    if held is not None:
        yield held
