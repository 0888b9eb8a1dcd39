"""Which questions does a text ask, and which statements answer them?"""

import re
from collections.abc import Iterator

from tracktwo.documents.document import Span
from tracktwo.reading.layout import Block
from tracktwo.reading.reading import Question
from tracktwo.reading.statement import Statement
from tracktwo.reading.turns import LabelledTurn

_ASKS = re.compile(
    r"(?:^|(?<=[.!?”\"]\s)|(?<=[.!?”\"])|(?<=:\s))[“\"]?(?P<question>[^\W\d_][^.!?:\n]*(?:\b(?:U\.S|Mr|Ms|Dr)\.[^.!?:\n]*)*\?)", re.MULTILINE
)  # fmt: skip
_QUESTION_WORDS = re.compile(
    r"(?:what|who|whom|whose|when|where|why|how|which|is|are|was|were|can|could|will|would|do|does|did|has|have|may|might|should|and if)\b", re.IGNORECASE
)  # fmt: skip
_ENOUGH = 8


def questions(
    text: str,
    blocks: tuple[Block, ...],
    turns: tuple[LabelledTurn, ...],
    statements: tuple[Statement, ...],
    by_label: dict[str, str],
) -> Iterator[Question]:
    """Give each question of a text, who asks it, and the statements that answer it.

    A question in a turn is answered by the core statements of the next turn, up to eight; a
    heading that asks by those of its section. A question inside a quotation is its speaker's.
    A heading that only ends with a mark ("A distant possibility?") asks nothing.
    """
    for at, block in enumerate(blocks):
        if block.kind == "contents":
            continue
        for match in _ASKS.finditer(text, block.span.start, block.span.end):
            span = Span(match.start("question"), match.end("question"))
            turn = next((t for t in turns if t.span.start <= span.start < t.span.end), None)
            if turn is None and not _QUESTION_WORDS.match(text, span.start):
                continue
            if block.kind == "heading" and turn is None and span.start > block.span.start:
                continue
            by = by_label.get(turn.label, turn.label) if turn else "author"
            area = _answer_area(blocks, at, block, turn, turns)
            yield Question(span, by, _answers(statements, area))


def _answer_area(
    blocks: tuple[Block, ...],
    at: int,
    block: Block,
    turn: LabelledTurn | None,
    turns: tuple[LabelledTurn, ...],
) -> Span | None:
    if turn is not None:
        after = [t.span for t in turns if t.span.start > turn.span.start]
        return after[0] if after else None
    if block.kind != "heading":
        return None
    following = blocks[at + 1 :]
    end = next((b.span.start for b in following if b.kind == "heading"), None)
    last = end if end is not None else (following[-1].span.end if following else None)
    return Span(block.span.end, last) if last is not None and last > block.span.end else None


def _answers(statements: tuple[Statement, ...], area: Span | None) -> tuple[str, ...]:
    if area is None:
        return ()
    return tuple(each.id for each in statements if each.core and area.covers(each.hull))[:_ENOUGH]
