"""Who speaks in which block of an interview or transcript?"""

import re
from collections import Counter
from dataclasses import dataclass

from tracktwo.documents.document import Span
from tracktwo.reading.layout import Block

_LABEL = re.compile(
    r"(?P<style>(?:\[?\d{1,2}[:.]\d\d\]?\s*[–—|-]?\s*)?[*_]{0,2})(?P<label>(?:[^\W\d_]|\d{1,2}:\d\d)[^:\n!?“”\"*_]{0,60}?)[*_]{0,2}\s*"
    r"(?::[*_]{0,2}|\s[—–])\s*(?=\S)"
)
_HOSTS = re.compile(
    r"\b(?:q|question|host|moderator|interviewer|editor|presenter|reporter|journalist|chair|anchor)\b"
)
_NO_SPEAKER = frozenset(
    {"date", "release", "contact", "note", "source", "sources", "guests", "transcript", "to",
     "from", "published", "author", "publisher", "title", "subject", "cc", "place", "read also",
     "see also", "editor s note", "editors note", "read more", "related", "update", "correction",
     "more"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class LabelledTurn:
    """A turn before its speaker is resolved: the label's words, its span and the turn's.

    `issued` says that it is a whole document, in the name of who issued it.
    """

    label: str
    label_span: Span
    span: Span
    host: bool = False
    issued: bool = False


def label_key(label: str) -> str:
    """Fold a label, so that "Dr.Elena Sokolov" and "dr. Elena Sokolov" are one.

    >>> label_key("Dr.Elena Sokolov")
    'dr elena sokolov'
    """
    return " ".join(re.findall(r"[^\W_]+", label.casefold()))


def labelled_turns(text: str, blocks: tuple[Block, ...]) -> tuple[LabelledTurn, ...]:
    """Find the turns of an interview or transcript.

    A label is a name of at most six words before a colon (or a spaced dash) at the start of a
    block. Labels make turns when there are three or more in all and one of them comes back,
    so that "Date: …" and one colon in a report make none. A turn runs to the next label or
    heading. A host is who is labelled so, or most of whose turns ask. Linear.
    """
    candidates = [(at, label) for at, block in enumerate(blocks) if (label := _label(text, block))]
    counts = Counter(label_key(match["label"]) for _, match in candidates)
    if len(candidates) < 3 or max(counts.values(), default=0) < 2:
        return ()
    if len(counts) > 1:
        candidates = [
            pair for pair in candidates if _keeps(counts, pair[1]["label"], pair[1]["style"])
        ]
    starts = dict(candidates)
    turns = [_turn(blocks, at, match, starts) for at, match in candidates]
    hosts = _hosts(text, turns)
    return tuple(
        LabelledTurn(turn.label, turn.label_span, turn.span, label_key(turn.label) in hosts)
        for turn in turns
    )


def _keeps(counts: Counter[str], label: str, style: str) -> bool:
    """Keep a label that comes back, or one that is set like a speaker's: capitals, bold, a time."""
    if counts[label_key(label)] > 1 or label.isupper() or _HOSTS.search(label.casefold()):
        return True
    return style.strip() != ""


def _label(text: str, block: Block) -> re.Match[str] | None:
    if block.kind in {"contents", "item"}:
        return None
    match = _LABEL.match(text, block.span.start, block.span.end)
    if match is None:
        return None
    words = match["label"].split()
    named = all(word[:1].isupper() or len(word) <= 5 or not word[0].isalpha() for word in words[1:])
    if len(words) > 6 or not named or label_key(match["label"]) in _NO_SPEAKER:
        return None
    return match


def _turn(
    blocks: tuple[Block, ...],
    at: int,
    match: re.Match[str],
    starts: dict[int, re.Match[str]],
) -> LabelledTurn:
    end = blocks[at].span.end
    for later in range(at + 1, len(blocks)):
        if later in starts or blocks[later].kind == "heading":
            break
        end = blocks[later].span.end
    label = Span(match.start("label"), match.end("label"))
    return LabelledTurn(match["label"].strip(), label, Span(match.end(), end))


def _hosts(text: str, turns: list[LabelledTurn]) -> set[str]:
    asked = Counter(label_key(t.label) for t in turns if "?" in text[t.span.start : t.span.end])
    spoke = Counter(label_key(t.label) for t in turns)
    named = {key for key in spoke if _HOSTS.search(key)}
    if named:
        return named
    return {key for key in spoke if asked[key] * 2 > spoke[key] and spoke[key] > 1}
