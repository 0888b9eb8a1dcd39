"""How does a parsed text lead back to the words of its document?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracktwo.documents.document import Document, Span
from tracktwo.documents.offsets import Edit, OffsetMap, edited
from tracktwo.documents.view import parser_view
from tracktwo.reading.layout import Block, blocks
from tracktwo.reading.pipeline import parses
from tracktwo.reading.quotations import Quotation, quotations
from tracktwo.reading.turns import LabelledTurn, labelled_turns

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """One block, or the part of one that a turn leaves, as parsed.

    Attributes
    ----------
    number : int
        Place among the passages of the document.
    block : Block
        The block it was made from; `span` is the part of it that was parsed.
    parse : spacy Doc
        Of the repaired view without the marks of partial quotations.
    quotes : tuple of Quotation
        In offsets of the document.
    turn : LabelledTurn or None
        The turn to which it belongs.
    """

    number: int
    block: Block
    span: Span
    parse: "Doc"
    view_start: int
    view_back: OffsetMap
    unmarked_back: OffsetMap
    quotes: tuple[Quotation, ...]
    turn: LabelledTurn | None = None
    lead: int | None = None

    def place(self, start: int, end: int) -> Span:
        """Give the span of the document for characters of the parsed text."""
        first, last = self.unmarked_back.span(start, end)
        return Span(*self.view_back.span(first + self.view_start, last + self.view_start))

    def span_of(self, tokens: Iterable["Token"], text: str) -> Span:
        """Give the span from the first to the last of some tokens, tidied.

        Marks of a quotation that the tokens fill to its edge are taken in; separators and a
        sentence's own full stop at the ends are left out.
        """
        held = list(tokens)
        start = min(token.idx for token in held)
        end = max(token.idx + len(token) for token in held)
        return tidied(self.place(start, end), text, self.quotes)

    def offset(self, place: int) -> int:
        """Give the character of the parsed text that stands at a place of the document."""
        view = self.view_back.forward(place) - self.view_start
        return self.unmarked_back.forward(max(0, view))


def tidied(span: Span, text: str, quotes: tuple[Quotation, ...]) -> Span:
    """Trim separators from the ends of a span, and take in quotation marks that frame it."""
    start, end = span.start, span.end
    while start < end and text[start] in " \t\n\r,;:.–—-\u00a0…":
        start += 1
    while end > start and text[end - 1] in " \t\n\r,;:.–—-\u00a0" and not _abbreviated(text, end):
        end -= 1
    for quote in quotes:
        inner = quote.inner
        if inner.start == start and end <= quote.span.end:
            start = quote.span.start
        trailing = text[end : inner.end]
        if quote.span.start <= start < end <= inner.end or inner.start < end <= inner.end:
            if not trailing.strip(" .,!?…"):
                end = quote.span.end
    return _balanced(Span(start, max(start, end)), quotes)


def _balanced(span: Span, quotes: tuple[Quotation, ...]) -> Span:
    """Take in the opening mark of a quotation whose closing mark stands in the span."""
    for quote in quotes:
        if quote.closed and quote.inner.start <= span.start < quote.span.end <= span.end:
            if quote.inner.start == span.start:
                return Span(quote.span.start, span.end)
    return span


def _abbreviated(text: str, end: int) -> bool:
    """Tell whether the full stop before `end` belongs to an abbreviation such as "U.S."."""
    return text[end - 1] == "." and end >= 3 and text[end - 3] == "." and text[end - 2].isalpha()


def passages(document: Document) -> tuple[Passage, ...]:
    """Cut a document into passages and parse them.

    Headings and contents are left out. Time is that of the parser.
    """
    laid = blocks(document.text)
    turns = labelled_turns(document.text, laid)
    readable = list(_readable(document.text, laid, turns))
    view = parser_view(document.text)
    prepared = [_prepared(document.text, view.text, view.back, part) for part in readable]
    parsed = parses(text for text, *_ in prepared)
    numbers = {at: number for number, (at, _, _) in enumerate(readable)}
    return tuple(
        Passage(
            number=number,
            block=laid[at],
            span=span,
            parse=parse,
            view_start=start,
            view_back=view.back,
            unmarked_back=back,
            quotes=quotes,
            turn=turn,
            lead=numbers.get(laid[at].lead) if laid[at].lead is not None else None,  # type: ignore[arg-type]  # checked in the same line
        )
        for number, ((at, span, turn), (_, start, back, quotes), parse) in enumerate(
            zip(readable, prepared, parsed, strict=True)
        )
    )


def _readable(
    text: str, laid: tuple[Block, ...], turns: tuple[LabelledTurn, ...]
) -> Iterator[tuple[int, Span, LabelledTurn | None]]:
    """Give the blocks to parse, without the labels of turns."""
    for at, block in enumerate(laid):
        turn = next((t for t in turns if _in_turn(block, t)), None)
        if block.kind in {"paragraph", "item"} or turn is not None:
            start = max(block.span.start, turn.span.start) if turn else block.span.start
            if text[start : block.span.end].strip():
                yield at, Span(start, block.span.end), turn


def _in_turn(block: Block, turn: LabelledTurn) -> bool:
    return turn.label_span.start <= block.span.end and block.span.start < turn.span.end


def _prepared(
    text: str, view: str, back: OffsetMap, part: tuple[int, Span, LabelledTurn | None]
) -> tuple[str, int, OffsetMap, tuple[Quotation, ...]]:
    """Give the text to parse, where it starts in the view, the way back, and its quotations."""
    span = part[1]
    start, end = back.forward(span.start), back.forward(span.end)
    marked = view[start:end].replace("\n", " ")
    found = quotations(text, span.start, span.end)
    edits = [edit for quote in quotations(marked) for edit in _unmark(marked, quote)]
    unmarked, unmarked_back = edited(marked, edits)
    return unmarked, start, unmarked_back, found


def _unmark(text: str, quote: Quotation) -> list[Edit]:
    """Take the marks off a partial quotation, so that the parser sees one clause."""
    if not quote.closed or not is_partial(text, quote):
        return []
    return [
        Edit(quote.span.start, quote.span.start + 1, ""),
        Edit(quote.span.end - 1, quote.span.end, ""),
    ]


def is_partial(text: str, quote: Quotation) -> bool:
    """Tell whether a quotation is a part of somebody else's clause.

    It is when it starts in lower case after a word (not after a comma or colon), or holds no
    more than three words and ends no sentence.
    """
    first = text[quote.inner.start : quote.inner.start + 1]
    before = text[: quote.span.start].rstrip()[-1:]
    if not before or before in ",:;.?!—–":
        return False
    words = text[quote.inner.start : quote.inner.end]
    return first.islower() or not first.isalpha() or len(words.split()) <= 3
