"""Who speaks in which block of an interview or transcript?"""

from collections import Counter
from dataclasses import dataclass

from tracktwo.documents.document import Span
from tracktwo.reading.labels import Label, is_host, kept, label_key, label_of
from tracktwo.reading.layout import Block


@dataclass(frozen=True, slots=True)
class LabelledTurn:
    """A turn before its speaker is resolved: the label's words, its span and the turn's.

    An empty label is the author's. `issued` says that it is a whole document, in the name of
    who issued it.
    """

    label: str
    label_span: Span
    span: Span
    host: bool = False
    issued: bool = False

    @property
    def begin(self) -> int:
        """Where the turn begins with its label; a signature below is no label before it."""
        return min(self.label_span.start, self.span.start)


def labelled_turns(text: str, blocks: tuple[Block, ...]) -> tuple[LabelledTurn, ...]:
    """Find the turns of an interview or transcript.

    Labels make turns when there are three or more in all and one of them comes back, so that
    "Date: …" and one colon in a report make none. A turn runs to the next label or heading. A
    host is who is labelled so, or most of whose turns ask. Linear.
    """
    found = {at: label for at in range(len(blocks)) if (label := label_of(text, blocks, at))}
    labels = kept(found)
    turns = [_turn(blocks, at, label, labels) for at, label in labels.items()]
    hosts = _hosts(text, turns)
    return tuple(
        LabelledTurn(turn.label, turn.label_span, turn.span, label_key(turn.label) in hosts)
        for turn in turns
        if turn.span.end > turn.span.start
    )


def _turn(
    blocks: tuple[Block, ...], at: int, label: Label, labels: dict[int, Label]
) -> LabelledTurn:
    end, start = blocks[at].span.end, label.said
    for later in range(at + 1, len(blocks)):
        above = later == at + 1 and start >= blocks[at].span.end
        if later in labels or (blocks[later].kind == "heading" and not above):
            break
        start = blocks[later].span.start if above else start
        end = blocks[later].span.end
    return LabelledTurn(label.words, label.span, Span(start, end))


def _hosts(text: str, turns: list[LabelledTurn]) -> set[str]:
    asked = Counter(label_key(t.label) for t in turns if "?" in text[t.span.start : t.span.end])
    spoke = Counter(label_key(t.label) for t in turns)
    named = {key for key in spoke if is_host(key)}
    if named:
        return named
    return {key for key in spoke if asked[key] * 2 > spoke[key] and spoke[key] > 1}
