"""Which stretches of a text are worth a parser's time?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tracktwo.documents.document import Span
from tracktwo.reading.layout import Block
from tracktwo.reading.turns import LabelledTurn

_UNREADABLE = re.compile(r"(?<!\S)\S{1001,}|(?<![^\w\s])[^\w\s]{50,}")
_SENTENCE_END = re.compile(r"[.!?…][”’\"')\]]*\s+")
_PRONOUN = re.compile(r"(?:It|They|Its|Their)\b")
_LONGEST = 5_000


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch to parse: the index of its block, its span, and the turn to which it belongs."""

    block: int
    span: Span
    turn: LabelledTurn | None = None


def readable(
    text: str, laid: tuple[Block, ...], turns: tuple[LabelledTurn, ...]
) -> Iterator[Stretch]:
    """Give the stretches of a text to parse, in order.

    Each is a paragraph or list item, a heading that leads one in or stands above "they", or what a
    turn's label leaves of one; within turns, short lines that look like headings count as well.
    Left out are runs of more than a thousand characters without a space, and of fifty or more
    signs: no words, on which a tokenizer takes time that grows with the square. What is longer
    than 5,000 characters is cut after the last sentence that ends before, so that nothing grows
    with the square of a block.
    """
    leading = _leading(laid) | _of_pronouns(text, laid)
    coming = iter([*turns, None])
    turn = next(coming)
    for at, block in enumerate(laid):
        while turn is not None and turn.span.end <= block.span.start:
            turn = next(coming)
        own = turn if turn is not None and turn.begin <= block.span.end else None
        if block.kind in {"paragraph", "item"} or own is not None or at in leading:
            start = max(block.span.start, own.span.start) if own else block.span.start
            end = min(block.span.end, own.span.end) if own else block.span.end
            for span in _pieces(text, Span(start, max(start, end))):
                yield Stretch(at, span, own)


def _leading(laid: tuple[Block, ...]) -> set[int]:
    """Give the headings that lead in an item or a lead-in, and those that lead in these."""
    leading: set[int] = set()
    for at in range(len(laid) - 1, -1, -1):
        lead = laid[at].lead
        if lead is not None and (laid[at].kind != "heading" or at in leading):
            leading.add(lead)
    return leading


def _of_pronouns(text: str, laid: tuple[Block, ...]) -> set[int]:
    """Give the headings right above a paragraph that opens with a pronoun: they may name whom."""
    return {
        at - 1
        for at, block in enumerate(laid)
        if at and block.kind == "paragraph" and laid[at - 1].kind == "heading"
        if _PRONOUN.match(text, block.span.start)
    }


def _pieces(text: str, span: Span) -> Iterator[Span]:
    """Give the parts of a block that hold words, none longer than the limit."""
    start = span.start
    for run in _UNREADABLE.finditer(text, span.start, span.end):
        yield from _cut(text, Span(start, run.start()))
        start = run.end()
    yield from _cut(text, Span(start, span.end))


def _cut(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    while span.end - start > _LONGEST:
        limit = start + _LONGEST
        ends = [match.end() for match in _SENTENCE_END.finditer(text, start, limit)]
        end = ends[-1] if ends else max(text.rfind(" ", start, limit), start) + 1
        end = end if end > start + 1 else limit
        yield Span(start, end)
        start = end
    if text[start : span.end].strip():
        yield Span(start, span.end)
