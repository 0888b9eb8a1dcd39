"""Is a text an interview without labels? Questions as paragraphs of their own, and dialogues."""

import re
from collections.abc import Iterator, Sequence

from tracktwo.documents.document import Span
from tracktwo.reading.layout import Block
from tracktwo.reading.turns import LabelledTurn

_DASHES = frozenset({"-", "–", "—"})
_BOLD = re.compile(r"(?:\*\*|__)(?P<asked>[^*_\n]+)(?:\*\*|__)[:.]?")
_YOU = re.compile(r"\byou(?:r|rs|rself)?\b", re.IGNORECASE)
_I = re.compile(r"\b(?:i|we|my|our|us|me)\b", re.IGNORECASE)
_ASKED, _ANSWERED = 3, 2
GUEST = "A"


def unlabelled_turns(text: str, blocks: tuple[Block, ...]) -> tuple[LabelledTurn, ...]:
    r"""Find the turns of an interview whose questions only their form shows.

    Paragraphs in bold, or that end with a question mark, three at least with an answer behind
    each; or lines with a dash each, of which every other asks. A third of the questions says
    "you" and half of the answers "I" or "we": else it is a text that answers its own headings.
    What asks is the author's (an empty label), what answers the guest's. Linear.

    Examples
    --------
    >>> from tracktwo.reading.layout import blocks
    >>> talk = "Do you sell?\n\nWe do not.\n\nWould you?\n\nI might.\n\nWhen?\n\nNever."
    >>> [turn.label for turn in unlabelled_turns(talk, blocks(talk))]
    ['', 'A', '', 'A', '', 'A']
    """
    return _of_dialogue(text, blocks) or _of_questions(text, blocks)


def _of_questions(text: str, blocks: tuple[Block, ...]) -> tuple[LabelledTurn, ...]:
    words = [text[each.span.start : each.span.end] for each in blocks]
    bold = [_BOLD.fullmatch(each) is not None for each in words]
    marked = sum(b and "?" in w for b, w in zip(bold, words, strict=True)) >= _ASKED
    asks = [
        b if marked else each.kind != "item" and w.endswith("?")
        for b, w, each in zip(bold, words, blocks, strict=True)
    ]
    first = asks.index(True) if True in asks else len(blocks)
    return _turns(text, blocks[first:], asks[first:])


def _of_dialogue(text: str, blocks: tuple[Block, ...]) -> tuple[LabelledTurn, ...]:
    """Take lines with a dash in turn, the first of which asks."""
    lines = [each for each in blocks if each.kind == "item" and each.marker in _DASHES]
    if len(lines) < 2 * _ASKED or text[lines[0].span.end - 1] != "?":
        return ()
    turn = len(lines) // 2
    if sum(text[each.span.end - 1] == "?" for each in lines[::2]) * 2 < turn:
        return ()
    if any(text[each.span.end - 1] == "?" for each in lines[1::2]):
        return ()
    return _turns(text, lines, [not at % 2 for at in range(len(lines))])


def _turns(text: str, blocks: Sequence[Block], asks: Sequence[bool]) -> tuple[LabelledTurn, ...]:
    """Put what asks and what answers together, where that makes an interview."""
    found = list(_runs(blocks, asks))
    asked = [text[span.start : span.end] for host, span in found if host]
    answered = [text[span.start : span.end] for host, span in found if not host]
    if min(len(asked), len(answered)) < _ASKED or len(asked) - len(answered) > 1:
        return ()
    to_you = sum(_YOU.search(each) is not None for each in asked)
    of_me = sum(_I.search(each) is not None for each in answered)
    if to_you * 3 < len(asked) or of_me * _ANSWERED < len(answered):
        return ()
    return tuple(
        LabelledTurn("" if host else GUEST, Span(span.start, span.start), span, host)
        for host, span in found
    )


def _runs(blocks: Sequence[Block], asks: Sequence[bool]) -> Iterator[tuple[bool, Span]]:
    """Give the stretches of one voice: each question, each answer over its paragraphs."""
    held: tuple[bool, Span] | None = None
    for block, host in zip(blocks, asks, strict=True):
        if held is not None and held[0] == host and not host:
            held = host, Span(held[1].start, block.span.end)
            continue
        if held is not None:
            yield held
        held = host, block.span
    if held is not None:
        yield held
