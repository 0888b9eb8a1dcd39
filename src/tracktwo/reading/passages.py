"""How does a parsed text lead back to the words of its document?"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from tracktwo.documents.document import Span
from tracktwo.documents.offsets import Edit, OffsetMap, edited
from tracktwo.documents.view import View, parser_view
from tracktwo.reading.layout import Block, BlockKind
from tracktwo.reading.omitted import subject_edits
from tracktwo.reading.pipeline import parses
from tracktwo.reading.quotations import Quotation, is_partial, near, quotations
from tracktwo.reading.readable import Stretch, readable
from tracktwo.reading.turns import LabelledTurn

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

_PASSAGES_BACK = 3
_LOOSE = " \t\n\r,;:.–—-\u00a0"


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """One block, or a part of it, as parsed.

    Attributes
    ----------
    number : int
        Place among the passages of the document.
    span : Span
        Where it stands.
    text : str
        The whole document's.
    parse : spacy Doc
        Of the repaired view without the marks of partial quotations.
    quotes : tuple of Quotation
        In offsets of the document, in order.
    turn : LabelledTurn or None
        The turn to which it belongs.
    lead : int or None
        The number of the passage that leads it in.
    row : int or None
        Of a table's cell the number of the first cell in its row.
    kind : str
        Heading, paragraph or item.
    omits : str
        The pronoun that the parse has for a subject that the text leaves out, "" for none.
    back : tuple of int
        The numbers of the last passages before it to which a pronoun can go back, nearest
        first: behind a list what leads it in, not its items.
    """

    number: int
    span: Span
    text: str = field(repr=False)
    parse: "Doc"
    view_start: int
    view_back: OffsetMap = field(repr=False)
    unmarked_back: OffsetMap = field(repr=False)
    quotes: tuple[Quotation, ...]
    turn: LabelledTurn | None = None
    lead: int | None = None
    row: int | None = None
    kind: BlockKind = "paragraph"
    omits: str = ""
    back: tuple[int, ...] = ()

    def place(self, start: int, end: int) -> Span:
        """Give the span of the document for characters of the parsed text."""
        first, last = self.unmarked_back.span(start, end)
        return Span(*self.view_back.span(first + self.view_start, last + self.view_start))

    def place_of(self, token: "Token") -> Span:
        """Give the span of the document for a token, as it stands."""
        return self.place(token.idx, token.idx + len(token))

    def is_supplied(self, token: "Token") -> bool:
        """Tell whether a token stands for a subject that the text leaves out."""
        if not self.omits or token.lower_ != self.omits.lower():
            return False
        place = self.place_of(token)
        return place.start == place.end

    def span_of(self, tokens: Iterable["Token"]) -> Span:
        """Give the span from the first to the last of some tokens, tidied."""
        held = list(tokens)
        start = min(token.idx for token in held)
        end = max(token.idx + len(token) for token in held)
        return tidied(self.place(start, end), self.text, self.quotes)

    def offset(self, place: int) -> int:
        """Give the character of the parsed text that stands at a place of the document."""
        view = self.view_back.forward(place) - self.view_start
        return self.unmarked_back.forward(max(0, view))

    def tokens(self, span: Span) -> "Tokens":
        """Give the tokens that begin within a span of the document. Logarithmic time."""
        first = bisect_left(self.parse, self.offset(span.start), key=_index)
        last = bisect_left(self.parse, self.offset(span.end), key=_index)
        return self.parse[first : max(first, last)]


def _index(token: "Token") -> int:
    return token.idx


_TAIL = 8
_JOINED_ON = re.compile(r"[;,]\s*(?:and|or)\s*\Z")


def tidied(span: Span, text: str, quotes: tuple[Quotation, ...] = ()) -> Span:
    """Trim the ends of a span, and take in the quotation marks that frame it.

    Separators and a sentence's own full stop at the ends are left out; marks of a quotation
    that the span fills to its edge are taken in.

    >>> tidied(Span(0, 9), ", peace. ")
    Span(start=2, end=7)
    """
    start, end = span.start, span.end
    while start < end and text[start] in _LOOSE + "…":
        start += 1
    tail = _JOINED_ON.search(text, max(start, end - _TAIL), end)
    end = tail.start() if tail is not None else end
    while end > start and text[end - 1] in _LOOSE and not _abbreviated(text, end):
        end -= 1
    for quote in near(quotes, Span(start, end)):
        inner = quote.inner
        if inner.start == start and end <= quote.span.end:
            start = quote.span.start
        if inner.start < end <= inner.end and not text[end : inner.end].strip(" .,!?…"):
            end = quote.span.end
    return _balanced(Span(start, max(start, end)), quotes)


def _balanced(span: Span, quotes: tuple[Quotation, ...]) -> Span:
    """Take in the opening mark of a quotation whose closing mark stands in the span."""
    for quote in near(quotes, span):
        if quote.closed and quote.inner.start == span.start < quote.span.end <= span.end:
            return Span(quote.span.start, span.end)
    return span


def _abbreviated(text: str, end: int) -> bool:
    """Tell whether the full stop before `end` belongs to an abbreviation such as "U.S."."""
    return text[end - 1] == "." and end >= 3 and text[end - 3] == "." and text[end - 2].isalpha()


class _Prepared(NamedTuple):
    """What the parser gets of a stretch, where that starts in the view, and the way back."""

    text: str
    start: int
    back: OffsetMap


def passages(
    text: str, laid: tuple[Block, ...], turns: tuple[LabelledTurn, ...]
) -> tuple[Passage, ...]:
    """Cut a text into passages and parse them.

    Contents are left out, headings that lead nothing in, and what `readable` leaves out. Time is
    that of the parser.
    """
    stretches = list(readable(text, laid, turns))
    view = parser_view(text)
    prepared = [_prepared(view, each.span, _omits(each, laid)) for each in stretches]
    numbers = {stretch.block: number for number, stretch in enumerate(stretches)}
    back = _back([laid[each.block].kind for each in stretches])
    return tuple(
        Passage(
            number=number,
            span=stretch.span,
            text=text,
            parse=parse,
            view_start=ready.start,
            view_back=view.back,
            unmarked_back=ready.back,
            quotes=quotations(text, stretch.span.start, stretch.span.end),
            turn=stretch.turn,
            lead=_passage_of(laid[stretch.block].lead, numbers),
            row=_passage_of(laid[stretch.block].row, numbers),
            kind=laid[stretch.block].kind,
            omits=_omits(stretch, laid),
            back=back[number],
        )
        for number, (stretch, ready, parse) in enumerate(
            zip(stretches, prepared, parses(each.text for each in prepared), strict=True)
        )
    )


def _passage_of(block: int | None, numbers: dict[int, int]) -> int | None:
    """Give the number of the last passage of a block."""
    return None if block is None else numbers.get(block)


def _back(kinds: list[BlockKind]) -> list[tuple[int, ...]]:
    """Give for each passage the last few before it; behind a list its items do not count."""
    found: list[tuple[int, ...]] = []
    near: tuple[int, ...] = ()
    plain: tuple[int, ...] = ()
    for number, kind in enumerate(kinds):
        found.append(near if kind == "item" else plain)
        near = (number, *near)[:_PASSAGES_BACK]
        if kind != "item":
            plain = (number, *plain)[:_PASSAGES_BACK]
            near = plain
    return found


def _omits(stretch: Stretch, laid: tuple[Block, ...]) -> str:
    """Give the pronoun for the subject that a stretch leaves out; only a block's first does."""
    block = laid[stretch.block]
    return block.omits if block.span.start == stretch.span.start else ""


def _prepared(view: View, span: Span, pronoun: str) -> _Prepared:
    start, end = view.back.forward(span.start), view.back.forward(span.end)
    marked = view.text[start:end].replace("\n", " ")
    edits = [edit for quote in quotations(marked) for edit in _unmark(marked, quote)]
    edits += subject_edits(marked, pronoun) if pronoun else ()
    unmarked, back = edited(marked, edits)
    return _Prepared(unmarked, start, back)


def _unmark(text: str, quote: Quotation) -> list[Edit]:
    """Take the marks off a partial quotation, so that the parser sees one clause."""
    if not quote.closed or not is_partial(text, quote):
        return []
    return [
        Edit(quote.span.start, quote.span.start + 1, ""),
        Edit(quote.span.end - 1, quote.span.end, ""),
    ]
