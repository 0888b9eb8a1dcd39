"""Is a text an interview without labels? Questions as paragraphs of their own, and dialogues."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tracktwo.documents.document import Span
from tracktwo.reading.labels import label_key
from tracktwo.reading.layout import Block
from tracktwo.reading.turns import LabelledTurn, labelled_turns

_DASHES = frozenset({"-", "–", "—"})
_BOLD = re.compile(r"(?:\*\*|__)(?P<asked>[^*_\n]+)(?:\*\*|__)[:.]?")
_YOU = re.compile(r"\byou(?:r|rs|rself)?\b", re.IGNORECASE)
_I = re.compile(r"\b(?:i|we|my|our|us|me)\b", re.IGNORECASE)
_NOTE = re.compile(
    r"[(\[*_].*[)\]*_]\.?|.*\b(?:our|these|my) questions?\b.*|"
    r".*\b(?:this|the|our) (?:interview|conversation|exchange|transcript) (?:was|has|took|is)\b.*|"
    r"(?:interview(?:ed)?|questions|interviewer|translat\w+)\b[:,]? (?:by )?.*|.*\bspoke to\b.*"
    r"\b(?:by|on|at|in)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_ASKED, _ANSWERED = 3, 2
_SHORT = 400
GUEST = "A"


def interview(text: str, blocks: tuple[Block, ...]) -> tuple[LabelledTurn, ...]:
    """Find the turns of a text: by its labels, or by form where one side has none.

    Labels that name only one who speaks ("Threlkeld:" above every other answer) leave the
    questions, and the answers without a label, to their form.
    """
    labelled = labelled_turns(text, blocks)
    if len({label_key(turn.label) for turn in labelled}) > 1:
        return labelled
    return unlabelled_turns(text, blocks, labelled) or labelled


def unlabelled_turns(
    text: str, blocks: tuple[Block, ...], labelled: Sequence[LabelledTurn] = ()
) -> tuple[LabelledTurn, ...]:
    r"""Find the turns of an interview whose questions only their form shows.

    Paragraphs in bold, or that end with a question mark, three at least with an answer behind
    each; or lines with a dash each, of which every other asks. A third of the questions says
    "you" and half of the answers "I" or "we": else it is a text that answers its own headings.
    What asks is the author's (an empty label), what answers the guest's: under the label that
    some of these turns have, where they do. A note at the end is nobody's. Linear.

    Examples
    --------
    >>> from tracktwo.reading.layout import blocks
    >>> talk = "Do you sell?\n\nWe do not.\n\nWould you?\n\nI might.\n\nWhen?\n\nNever."
    >>> [turn.label for turn in unlabelled_turns(talk, blocks(talk))]
    ['', 'A', '', 'A', '', 'A']
    """
    labels = {turn.begin: turn for turn in labelled}
    return _of_dialogue(text, blocks) or _of_questions(text, blocks, labels)


def _of_questions(
    text: str, blocks: tuple[Block, ...], labels: Mapping[int, LabelledTurn]
) -> tuple[LabelledTurn, ...]:
    words = [text[each.span.start : each.span.end] for each in blocks]
    bold = [_BOLD.fullmatch(each) is not None for each in words]
    marked = sum(b and "?" in w for b, w in zip(bold, words, strict=True)) >= _ASKED
    asks = [
        b if marked else each.kind != "item" and w.rstrip("*_ ").endswith("?")
        for b, w, each in zip(bold, words, blocks, strict=True)
    ]
    first = asks.index(True) if True in asks else len(blocks)
    return _turns(text, blocks[first:], asks[first:], labels)


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
    return _turns(text, lines, [not at % 2 for at in range(len(lines))], {})


def _turns(
    text: str,
    blocks: Sequence[Block],
    asks: Sequence[bool],
    labels: Mapping[int, LabelledTurn],
) -> tuple[LabelledTurn, ...]:
    """Put what asks and what answers together, where that makes an interview."""
    runs = [
        _Run(each.host, each.span, labels.get(each.span.start))
        for each in _runs(text, blocks[: _last(text, blocks)], asks)
    ]
    asked = [text[each.span.start : each.span.end] for each in runs if each.host]
    answered = [text[each.span.start : each.span.end] for each in runs if not each.host]
    if min(len(asked), len(answered)) < _ASKED or len(asked) - len(answered) > 1:
        return ()
    to_you = sum(_YOU.search(each) is not None for each in asked)
    of_me = sum(_I.search(each) is not None for each in answered)
    if to_you * 3 < len(asked) or of_me * _ANSWERED < len(answered):
        return ()
    names = {host: _name(runs, host=host) for host in (True, False)}
    return tuple(each.turn(names[each.host]) for each in runs)


@dataclass(frozen=True, slots=True)
class _Run:
    """A stretch of one voice, with the turn that a label gives it."""

    host: bool
    span: Span
    labelled: LabelledTurn | None = None

    def turn(self, name: str) -> LabelledTurn:
        """Give the turn of who asks or answers under a name."""
        if self.labelled is None:
            return LabelledTurn(name, Span(self.span.start, self.span.start), self.span, self.host)
        span = Span(self.labelled.span.start, self.span.end)
        return LabelledTurn(name, self.labelled.label_span, span, self.host)


def _name(runs: Sequence[_Run], *, host: bool) -> str:
    """Give the label of one side: that which one of its turns has."""
    given = (each.labelled.label for each in runs if each.host == host and each.labelled)
    return next(given, "" if host else GUEST)


def _last(text: str, blocks: Sequence[Block]) -> int:
    """Give the number of blocks without the note that may stand last: "(Translated by …)"."""
    last = text[blocks[-1].span.start : blocks[-1].span.end] if len(blocks) > 2 * _ASKED else ""
    return len(blocks) - (len(last) <= _SHORT and _NOTE.fullmatch(last) is not None)


def _plain(text: str, span: Span) -> Span:
    """Give a span without the marks of bold print around it."""
    bold = _BOLD.fullmatch(text, span.start, span.end)
    return Span(*bold.span("asked")) if bold is not None else span


def _runs(text: str, blocks: Sequence[Block], asks: Sequence[bool]) -> Iterator[_Run]:
    """Give the stretches of one voice: each question, each answer over its paragraphs."""
    held: _Run | None = None
    for block, host in zip(blocks, asks, strict=False):
        span = _plain(text, block.span)
        if held is not None and held.host == host and not host:
            held = _Run(host, Span(held.span.start, span.end))
            continue
        if held is not None:
            yield held
        held = _Run(host, span)
    if held is not None:
        yield held
