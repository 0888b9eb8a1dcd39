"""Which questions does a text ask, and which statements answer them?"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from tracktwo.documents.document import Span
from tracktwo.reading.layout import Block
from tracktwo.reading.reading import Question
from tracktwo.reading.statement import Statement
from tracktwo.reading.turns import LabelledTurn

_ASKS = re.compile(
    r"(?:^|(?<=[.!?”\"]\s)|(?<=[.!?”\"])|(?<=:\s))(?:[“\"]|\*\*|__)?"
    r"(?P<question>[^\W\d_](?:[^.!?:\n]|\b(?:U\.S|Mr|Ms|Dr)\.){0,600}\?)",
    re.MULTILINE,
)
_QUESTION_WORDS = re.compile(
    r"(?:what|who|whom|whose|when|where|why|how|which|is|are|was|were|can|could|will|would|do|does|"
    r"did|has|have|may|might|should|and if)\b",
    re.IGNORECASE,
)
_ENOUGH = 8


def questions(
    text: str,
    blocks: tuple[Block, ...],
    turns: tuple[LabelledTurn, ...],
    statements: tuple[Statement, ...],
    by_label: Mapping[str, str],
) -> Iterator[Question]:
    """Give each question of a text, who asks it, and the statements that answer it.

    A question in a turn is answered by the core statements of the next turn, up to eight; a
    heading that asks by those of its section. A question inside a quotation is its speaker's.
    A heading that only ends with a mark ("A distant possibility?") asks nothing.

    Parameters
    ----------
    text, blocks, turns : str, tuple of Block, tuple of LabelledTurn
        The document's, in order of place.
    statements : tuple of Statement
        In order of place.
    by_label : mapping of str to str
        The name of the actor behind each label.
    """
    core = tuple(each for each in statements if each.core)
    layout = _Layout(blocks, turns)
    for at, block in enumerate(blocks):
        for span in _asked(text, block) if block.kind != "contents" else ():
            turn = layout.turn_at(span.start)
            if turn is None and not _is_plain_question(text, span, block):
                continue
            by = by_label.get(turn.label, turn.label) if turn else _quoted_by(core, span)
            area = layout.after(turn) if turn else layout.section(at)
            yield Question(span, by, _answers(core, area))


def _quoted_by(core: tuple[Statement, ...], span: Span) -> str:
    """Give who asks a question outside turns: whose quotation it stands in, else the author."""
    last = bisect_right(core, span.start, key=lambda each: each.hull.start)
    near = (core[at] for at in range(last - 1, max(last - 1 - _ENOUGH, -1), -1))
    around = (each for each in near if each.reporting == "direct" and each.hull.covers(span))
    speaker = next((each.speaker for each in around), None)
    return speaker.name if speaker else "author"


def _asked(text: str, block: Block) -> Iterator[Span]:
    for match in _ASKS.finditer(text, block.span.start, block.span.end):
        yield Span(match.start("question"), match.end("question"))


def _is_plain_question(text: str, span: Span, block: Block) -> bool:
    """Tell whether words outside a turn ask: a question word first; a heading as a whole."""
    if block.kind == "heading" and span.start > block.span.start:
        return False
    return _QUESTION_WORDS.match(text, span.start) is not None


@dataclass(frozen=True, slots=True)
class _Layout:
    """The blocks and turns of a document, to be asked by place."""

    blocks: tuple[Block, ...]
    turns: tuple[LabelledTurn, ...]

    def turn_at(self, place: int) -> LabelledTurn | None:
        """Give the turn in which a place lies."""
        at = bisect_right(self.turns, place, key=lambda each: each.span.start) - 1
        return self.turns[at] if at >= 0 and place < self.turns[at].span.end else None

    def after(self, turn: LabelledTurn) -> Span | None:
        """Give the next turn."""
        at = bisect_right(self.turns, turn.span.start, key=lambda each: each.span.start)
        return self.turns[at].span if at < len(self.turns) else None

    def section(self, at: int) -> Span | None:
        """Give what stands under a heading, down to the next; None for any other block."""
        if self.blocks[at].kind != "heading":
            return None
        last = at
        while last + 1 < len(self.blocks) and self.blocks[last + 1].kind != "heading":
            last += 1
        if last == at:
            return None
        return Span(self.blocks[at].span.end, self.blocks[last].span.end)


def _answers(core: tuple[Statement, ...], area: Span | None) -> tuple[str, ...]:
    """Give the first core statements that lie in an area."""
    if area is None:
        return ()
    first = bisect_left(core, area.start, key=lambda each: each.hull.start)
    last = bisect_left(core, area.end, key=lambda each: each.hull.start)
    inside = (core[at] for at in range(first, last))
    return tuple(islice((each.id for each in inside if area.covers(each.hull)), _ENOUGH))
