"""What are the blocks of a text? Headings, paragraphs, list items, in order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from statistics import median
from typing import Literal

from tracktwo.documents.document import Span

BlockKind = Literal["heading", "paragraph", "item", "contents"]

CELL = "|"
"""The marker of an item that is the cell of a table."""

_BULLET = re.compile(
    r"\s*(?:[-•*–—▪◦‣·]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?(?=\s+[A-Z“\"]))"
    r"\s+(?=\S)"
)
_BETWEEN_CELLS = re.compile(r"(?<![ \t])[ \t]+\|[ \t]*|\|(?:[ \t]+|$)|(?<=\S)(?:\t+| {4,})(?=\S)")
_STARTS = re.compile(r"[-•*–—▪◦‣·]|\(?(?:1|a|i)[.)]")
_SET_IN = 2
_END = 120
_CONTENTS = re.compile(r"\s*(?:table of )?contents:?\s*$", re.IGNORECASE)
_ENDS_SENTENCE = re.compile(r"[.!?:;,”\"»’)\]]\s*$")
_COUNTED = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|several|\d{1,2}) (?:[a-z-]+ ){0,2}"
    r"(?:demands|conditions|requests|things|requirements|priorities|concessions|guarantees)\b"
    r"[^.:;!?]{0,60}\.\Z|\bthe following\.\Z"
)
_EMPHASIS_ONLY = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Block:
    """One stretch of text that is read as a whole.

    Attributes
    ----------
    kind : str
        One of `BlockKind`; the cells of a table's first row are headings, the others items.
    span : Span
        Without bullet, number and surrounding white space.
    marker : str
        The bullet or number as written, `CELL` for a cell, "" for none.
    lead : int or None
        The index of the block that leads it in: of an item the list's, of a cell its column's
        head, of a heading or a lead-in paragraph what stands above it.
    row : int or None
        Of a cell the index of the first cell in its row.
    depth : int
        How far an item is set in.
    omits : str
        The pronoun for the subject that a block leaves out ("Demands that …"), "" where it
        does not; `with_subjects` fills it.
    """

    kind: BlockKind
    span: Span
    marker: str = ""
    lead: int | None = None
    row: int | None = None
    depth: int = 0
    omits: str = ""


def blocks(text: str) -> tuple[Block, ...]:
    r"""Cut a text into blocks.

    A line is a block, unless the text is hard-wrapped, where a run of lines without a blank
    one is. A list item is a line with a bullet or number; its lead is the nearest block above
    the list that ends with a colon, or the heading right above it; that of an item set further
    in is the item above. Two rows or more with cells parted by " | ", tabs or wide gaps are a
    table. A heading is a short line that ends no sentence. Lines under "Table of contents" are
    *contents*, which no reader reads. Linear in the text.

    Examples
    --------
    >>> text = "Demands\nThey asked for:\n- peace\n- bread"
    >>> for block in blocks(text):
    ...     print(block.kind, block.lead, text[block.span.start : block.span.end])
    heading None Demands
    paragraph 0 They asked for:
    item 1 peace
    item 1 bread
    """
    found: list[Block] = []
    in_contents = False
    for rows in _tabled(text):
        if len(rows) > 1:
            found += _table(text, rows, len(found), _above(text, found))
            continue
        start, end = rows[0]
        bullet = _BULLET.match(text, start, end)
        if in_contents and bullet:
            found.append(Block("contents", Span(start, end)))
            continue
        in_contents = bool(_CONTENTS.match(text, start, end))
        found.append(_item(text, found, bullet, end) if bullet else _line(text, found, start, end))
    return tuple(found)


def _item(text: str, found: list[Block], bullet: re.Match[str], end: int) -> Block:
    marker, depth = bullet[0].strip(), len(bullet[0]) - len(bullet[0].lstrip())
    lead = _lead(found, text, marker, depth)
    return Block("item", Span(bullet.end(), end), marker, lead, depth=depth)


def _line(text: str, found: list[Block], start: int, end: int) -> Block:
    """Give a heading or paragraph; what leads in a list is itself led by what stands above."""
    span = _trimmed(text, start, end)
    contents = _CONTENTS.match(text, start, end)
    kind: BlockKind = "heading" if contents or _is_heading(text[start:end]) else "paragraph"
    leads = kind == "heading" or text[span.end - 1] == ":"
    return Block(kind, span, lead=_above(text, found) if leads else None)


def _above(text: str, found: list[Block]) -> int | None:
    """Give the block above that can lead in a heading, a table or a lead-in.

    The heading or lead-in right above; behind a list what leads in the heading of that list, so
    that headings in turn share theirs.
    """
    if not found:
        return None
    last = len(found) - 1
    if found[last].kind == "heading" or _leads_in(text, found[last]):
        return last
    while found[last].kind == "item":
        lead = found[last].lead
        if lead is None:
            return None
        if found[lead].kind == "heading":
            return found[lead].lead
        last = lead
    return None


def _lead(found: list[Block], text: str, marker: str, depth: int) -> int | None:
    """Find the block that leads in the list to which an item with this marker belongs.

    A list that starts anew below an item that breaks off in mid-sentence belongs to that item.
    """
    last = found[-1] if found else None
    below = last is not None and last.kind == "item" and _style(last.marker) != _style(marker)
    if last and below and _STARTS.fullmatch(marker) and text[last.span.end - 1].isalnum():
        return len(found) - 1
    for at in range(len(found) - 1, -1, -1):
        block = found[at]
        if block.kind != "item":
            if block.kind == "heading" or _leads_in(text, block):
                return at
            if _is_aside(text, block) or _parts_list_and_lead(text, found, at):
                continue
            return None
        if _style(block.marker) == _style(marker) and abs(block.depth - depth) < _SET_IN:
            return block.lead
        if _leads_in(text, block) or depth >= block.depth + _SET_IN:
            return at
    return None


def _parts_list_and_lead(text: str, found: list[Block], at: int) -> bool:
    """Tell whether a paragraph is the only one between "It asks for the following." and a list."""
    above = found[at - 1] if at else None
    return at == len(found) - 1 and above is not None and counts_what_follows(text, above.span)


def _is_aside(text: str, block: Block) -> bool:
    """Tell whether a block stands in brackets whole, as between a lead-in and its list."""
    return text[block.span.start] == "(" and text[block.span.end - 1] == ")"


def _style(marker: str) -> str:
    """Give the shape of a bullet or number: "(a)" and "(b)" share one, "1." and "(a)" do not."""
    return re.sub(r"[a-z]+", "a", re.sub(r"\d+", "1", marker))


def _leads_in(text: str, block: Block) -> bool:
    """Tell whether a block ends with a colon or "has four demands."; no white space ends it."""
    last = text[block.span.end - 1]
    return last == ":" or (last == "." and counts_what_follows(text, block.span))


def counts_what_follows(text: str, span: Span) -> bool:
    """Tell whether words end with how many things somebody wants: "has five demands."."""
    return _COUNTED.search(text[max(span.start, span.end - _END) : span.end]) is not None


def _tabled(text: str) -> Iterator[list[tuple[int, int]]]:
    """Give the stretches of a text, the rows of a table together."""
    for _, rows in groupby(_stretches(text), lambda each: _ruled(text, *each)):
        held = list(rows)
        whole = len(held) > 1 and _ruled(text, *held[0]) != ""
        yield from [held] if whole else ([row] for row in held)


def _ruled(text: str, start: int, end: int) -> str:
    """Tell what parts the cells of a row: a bar, a tab, a gap; "" where it is no row."""
    found = _BETWEEN_CELLS.search(text, start, end)
    return "" if found is None else (found[0].strip() or found[0])[0]


def _table(
    text: str, rows: list[tuple[int, int]], first: int, above: int | None
) -> Iterator[Block]:
    """Give the cells of a table: heads as headings, the others as items led by their heads."""
    heads: dict[int, int] = {}
    framed = text[rows[0][0] : rows[0][1]].lstrip().startswith("|")
    at = first
    for number, (start, end) in enumerate(rows):
        row = at
        for column, span in _cells(text, start, end, framed=framed):
            if number == 0:
                heads[column] = at
                yield Block("heading", span, CELL, above)
            else:
                yield Block("item", span, CELL, heads.get(column), row)
            at += 1


def _cells(text: str, start: int, end: int, *, framed: bool) -> Iterator[tuple[int, Span]]:
    """Give the cells of a row that hold words, with their columns.

    Where rows are framed ("| a | b |") what stands before the first bar is no cell.
    """
    if framed and text[start:end].lstrip().startswith("|"):
        start = text.index("|", start) + 1
    while start < end and text[start].isspace():
        start += 1
    for column, stop in enumerate([*_BETWEEN_CELLS.finditer(text, start, end), None]):
        cell = Span(start, stop.start() if stop else end)
        start = stop.end() if stop else end
        if text[cell.start : cell.end].strip(" |-:"):
            bullet = _BULLET.match(text, cell.start, cell.end)
            words = bullet.end() if bullet else cell.start
            while text[words].isspace():
                words += 1
            yield column, Span(words, words + len(text[words : cell.end].rstrip().rstrip("| \t")))


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Give the stretches that make a block each: lines, or runs of them where hard-wrapped."""
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text) if m[0].strip()]
    if not _is_wrapped([text[start:end] for start, end in lines]):
        yield from (_bounds(text, start, end) for start, end in lines)
        return
    first, last = lines[0]
    for start, end in lines[1:]:
        apart = text.count("\n", last, start) > 1 or _BULLET.match(text, start, end)
        if (
            apart
            or _BETWEEN_CELLS.search(text, start, end)
            or _BETWEEN_CELLS.search(text, first, last)
        ):
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
