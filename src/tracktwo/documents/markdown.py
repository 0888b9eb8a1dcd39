"""What does a Markdown file say, without its marks?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tracktwo.documents.encoding import decoded
from tracktwo.documents.inline_marks import inline_edits
from tracktwo.documents.maintext import MainText
from tracktwo.documents.metadata import Metadata, one_line
from tracktwo.documents.offsets import Edit, composed, edited
from tracktwo.documents.text import repaired
from tracktwo.documents.written_date import written_date

if TYPE_CHECKING:
    from markdown_it.token import Token

FRONT: Final = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
FIELD: Final = re.compile(r"^([A-Za-z_ -]{2,30}):[ \t]+(\S.*)$", re.MULTILINE)
EMPTY_LINE: Final = re.compile(r"\n[ \t>]*\n")
COMMENT: Final = re.compile(r"<!--.*-->", re.DOTALL)
FIELDS: Final = {
    "title": "title",
    **dict.fromkeys(("author", "authors", "by"), "author"),
    **dict.fromkeys(("publisher", "publication", "outlet", "source", "site"), "publisher"),
    **dict.fromkeys(("date", "published", "publication date"), "date"),
}


@dataclass(frozen=True, slots=True)
class _Block:
    """A paragraph, heading, cell or piece of code: its lines in the file, and what leads it in.

    `lead` is "- ", "1. " or " | ", or empty; `marked` tells whether marks within it count;
    `title` whether it is a heading of the first level.
    """

    lines: tuple[tuple[int, int], ...]
    lead: str
    marked: bool
    title: bool = False


def read_markdown(data: bytes, charset: str = "") -> MainText:
    r"""Read Markdown: headings and paragraphs a line each, list items as "- item" or "1. item".

    Marks go, words stay; lines that were wrapped within a paragraph are joined; block quotes
    lose their mark; cells of a table are parted by " | ". Front matter becomes metadata. The
    map leads back to the file as it was decoded. Blocks are those of CommonMark 0.31 and
    tables, by markdown-it.

    Parameters
    ----------
    data : bytes
        The file.
    charset : str
        The encoding that a header declares; "" where none does.

    Examples
    --------
    >>> read_markdown(b"# Talks\n\n* *No* deal\n* [More](https://a.b)").text
    'Talks\n\n- No deal\n- More'
    """
    arrived = decoded(data, charset)
    source, first, notes = repaired(arrived.text)
    blocks, labels = _blocks(source)
    joints, regions = _joined(source, blocks)
    plain, second = edited(source, joints)
    text, third = edited(plain, _marks(plain, blocks, regions, labels))
    to_plain = composed(second, first, len(plain))
    return MainText(
        text,
        arrived.text,
        composed(third, to_plain, len(text)),
        arrived.encoding,
        arrived.notes + notes,
        _front_matter(source).or_else(_first_heading(plain, blocks, regions, labels)),
    )


def _blocks(source: str) -> tuple[list[_Block], frozenset[str]]:
    """Find the blocks of a file, and the labels of the links that it defines."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - only Markdown needs it

    front = FRONT.match(source)
    body = "\n" * front.group().count("\n") + source[front.end() :] if front else source
    parser = MarkdownIt("commonmark").enable("table")
    tokens: list[Token] = []
    known: dict[str, dict[str, object]] = {}
    parser.block.parse(body.replace("\0", "\ufffd"), parser, known, tokens)
    labels = frozenset(label.casefold() for label in known.get("references", {}))
    return list(_read(source, tokens)), labels


def _read(source: str, tokens: "list[Token]") -> Iterator[_Block]:
    """Turn the parser's tokens into blocks, with the item marks that lead them in."""
    starts = [0, *(place.end() for place in re.finditer("\n", source)), len(source) + 1]
    lead, title, at = "", False, 0
    for token in tokens:
        if token.type == "list_item_open":
            lead = f"{token.info}{token.markup} " if token.info else "- "
        elif token.type in {"td_close", "th_close"}:
            lead = " | "
        elif token.type in {"tr_open", "tr_close"}:
            lead = ""
        elif token.type == "heading_open":
            title = token.tag == "h1"
        elif token.type in {"inline", "fence", "code_block", "html_block"}:
            lines = tuple(_lines(source, starts, token, at))
            if lines:
                yield _Block(lines, lead, token.type in {"inline", "html_block"}, title)
                lead, title, at = "", False, lines[-1][1]


def _lines(source: str, starts: list[int], token: "Token", at: int) -> Iterator[tuple[int, int]]:
    """Find the content of a block's lines in the file, without indents and quote marks."""
    first, last = token.map or (0, 0)
    if token.type == "html_block" and COMMENT.fullmatch(token.content.strip()):
        return
    contents = token.content.rstrip("\n").split("\n")
    for number, content in enumerate(contents, first + (token.type == "fence")):
        if number >= max(last, first + 1):
            return
        start, end = max(at, starts[number]), starts[number + 1] - 1
        wanted = content.strip()
        place = source.find(wanted, start, end)
        if place < 0:  # a tab or a zero, which the parser writes anew
            wanted = source[start:end].strip()
            place = source.find(wanted, start, end)
        broken = token.type == "inline" and wanted.endswith("\\") and number + 1 < last
        if wanted:
            at = place + len(wanted)
            yield place, at - broken


def _joined(source: str, blocks: list[_Block]) -> tuple[list[Edit], list[tuple[int, int]]]:
    """Give the edits that join the blocks, and where each block then stands."""
    edits: list[Edit] = []
    regions: list[tuple[int, int]] = []
    at = made = begins = 0
    for block in blocks:
        for number, (start, end) in enumerate(block.lines):
            glue = _glue(source[at:start], block, first=number == 0, opening=at == 0)
            edits.append(Edit(at, start, glue))
            made += len(glue)
            begins = made if number == 0 else begins
            made += end - start
            at = end
        regions.append((begins, made))
    edits.append(Edit(at, len(source), ""))
    return [edit for edit in edits if source[edit.start : edit.end] != edit.new], regions


def _glue(gap: str, block: _Block, *, first: bool, opening: bool) -> str:
    """Give what stands between two lines of the text, in place of what stood in the file."""
    if first:
        if opening or block.lead == " | ":
            return block.lead
        return ("\n\n" if EMPTY_LINE.search(gap) else "\n") + block.lead
    hard = not block.marked or gap.startswith(("  ", "\\"))
    return "\n" * min(2, gap.count("\n")) if hard else " "


def _marks(
    plain: str, blocks: list[_Block], regions: list[tuple[int, int]], labels: frozenset[str]
) -> Iterator[Edit]:
    """Give the edits that take the marks out of the blocks."""
    for block, (start, end) in zip(blocks, regions, strict=True):
        if block.marked:
            for edit in inline_edits(plain[start:end], labels):
                yield Edit(start + edit.start, start + edit.end, edit.new)


def _first_heading(
    plain: str, blocks: list[_Block], regions: list[tuple[int, int]], labels: frozenset[str]
) -> Metadata:
    for block, (start, end) in zip(blocks, regions, strict=True):
        if block.title:
            heading = plain[start:end]
            return Metadata(title=one_line(edited(heading, inline_edits(heading, labels))[0]))
    return Metadata()


def _front_matter(source: str) -> Metadata:
    """Read the fields that a file gives of itself between two rules at its top."""
    front = FRONT.match(source)
    found: dict[str, str] = {}
    for line in FIELD.finditer(front.group(1)) if front else ():
        name = FIELDS.get(line.group(1).strip().casefold())
        if name:
            found.setdefault(name, one_line(line.group(2)).strip("\"'[] "))
    return Metadata(**{**found, "date": written_date(found.get("date", ""))})
