"""What are the blocks of a text? Headings, paragraphs, list items, in order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median
from typing import Literal

from tracktwo.documents.document import Span

BlockKind = Literal["heading", "paragraph", "item", "contents"]

_BULLET = re.compile(r"\s*(?:[-•*–—▪◦‣·]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)])\s+(?=\S)")
_CONTENTS = re.compile(r"\s*(?:table of )?contents:?\s*$", re.IGNORECASE)
_ENDS_SENTENCE = re.compile(r"[.!?:;,”\"»’)\]]\s*$")
_EMPHASIS_ONLY = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Block:
    """One stretch of text that is read as a whole.

    `span` leaves out bullets, numbers and surrounding white space; `marker` is the bullet or
    number as written ("" for none); `lead` is the index of the block that leads a list in.
    """

    kind: BlockKind
    span: Span
    marker: str = ""
    lead: int | None = None


def blocks(text: str) -> tuple[Block, ...]:
    r"""Cut a text into blocks.

    A line is a block, unless the text is hard-wrapped, where a run of lines without a blank
    one is. A list item is a line with a bullet or number; its lead is the nearest block above
    the list that ends with a colon. A heading is a short line that ends no sentence. Lines
    under "Table of contents" are *contents*, which no reader reads. Linear in the text.

    Examples
    --------
    >>> text = "Demands\nThey asked for:\n- peace\n- bread"
    >>> for block in blocks(text):
    ...     print(block.kind, block.lead, text[block.span.start : block.span.end])
    heading None Demands
    paragraph None They asked for:
    item 1 peace
    item 1 bread
    """
    found: list[Block] = []
    in_contents = False
    for start, end in _stretches(text):
        bullet = _BULLET.match(text, start, end)
        if in_contents and bullet:
            found.append(Block("contents", Span(start, end)))
            continue
        in_contents = bool(_CONTENTS.match(text, start, end))
        if bullet:
            marker = bullet[0].strip()
            found.append(Block("item", Span(bullet.end(), end), marker, _lead(found, text, marker)))
        else:
            heading = in_contents or _is_heading(text[start:end])
            found.append(Block("heading" if heading else "paragraph", _trimmed(text, start, end)))
    return tuple(found)


def _lead(found: list[Block], text: str, marker: str) -> int | None:
    """Find the block that leads in the list to which an item with this marker belongs."""
    for at in range(len(found) - 1, -1, -1):
        block = found[at]
        if block.kind != "item":
            return at if _leads_in(text, block) else None
        if _style(block.marker) == _style(marker):
            return block.lead
        if _leads_in(text, block):
            return at
    return None


def _style(marker: str) -> str:
    """Give the shape of a bullet or number: "(a)" and "(b)" share one, "1." and "(a)" do not."""
    return re.sub(r"[a-z]+", "a", re.sub(r"\d+", "1", marker))


def _leads_in(text: str, block: Block) -> bool:
    """Tell whether a block ends with a colon; its span ends with no white space."""
    return text[block.span.end - 1] == ":"


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Give the stretches that make a block each: lines, or runs of them where hard-wrapped."""
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text) if m[0].strip()]
    if not _is_wrapped([text[start:end] for start, end in lines]):
        yield from (_bounds(text, start, end) for start, end in lines)
        return
    first, last = lines[0]
    for start, end in lines[1:]:
        if text.count("\n", last, start) > 1 or _BULLET.match(text, start, end):
            yield _bounds(text, first, last)
            first = start
        last = end
    yield _bounds(text, first, last)


def _bounds(text: str, start: int, end: int) -> tuple[int, int]:
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    return Span(start, end)


def _is_wrapped(lines: list[str]) -> bool:
    """Tell whether lines were broken at a column: most are of one width and end mid-sentence."""
    long = [line for line in lines if len(line) > 45]
    if len(long) < 4 or median(map(len, long)) > 110:
        return False
    return sum(not _ENDS_SENTENCE.search(line) for line in long) > 0.5 * len(long)


def _is_heading(line: str) -> bool:
    stripped = line.strip()
    if not stripped or len(stripped) > 130 or not _EMPHASIS_ONLY.sub("", stripped):
        return False
    if stripped.endswith("?"):
        return stripped.count(" ") < 30 and not re.search(r"[.!?]\s", stripped[:-1])
    return not _ENDS_SENTENCE.search(stripped) and len(stripped.split()) <= 16
