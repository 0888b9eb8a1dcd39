"""How should a document look to a parser, so that typing errors do not mislead it?"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from tracktwo.documents.addresses import addresses
from tracktwo.documents.capitals import capital_edits
from tracktwo.documents.casing import casing_edits
from tracktwo.documents.invisible import invisible_edits
from tracktwo.documents.offsets import IDENTITY, Edit, OffsetMap, composed, edited
from tracktwo.documents.sentence_starts import sentence_start_edits
from tracktwo.documents.spacing import spacing_edits
from tracktwo.documents.state_names import state_names


@dataclass(frozen=True, slots=True)
class View:
    """A text repaired for the parser, and the way back to the text as it was written.

    Attributes
    ----------
    text : str
        The repaired text.
    back : OffsetMap
        From offsets of `text` to offsets of the text that it was made from.
    """

    text: str = field(repr=False)
    back: OffsetMap = field(default=IDENTITY, repr=False)


def parser_view(text: str, names: frozenset[str] | None = None) -> View:
    """Repair what would mislead a parser; the text itself stays as it is.

    In this order: characters that nobody sees (`invisible_edits`), missing spaces
    (`spacing_edits`), lines in capitals (`capital_edits`), then lost capitals of names
    (`casing_edits`) and of sentences (`sentence_start_edits`). Quotation marks, line ends and
    all words stay. Linear time: about half a second for a million characters.

    Parameters
    ----------
    text : str
        Any text, usually ``document.text``.
    names : frozenset of str, optional
        Names known beforehand, as they are written; `state_names` if not given.

    Returns
    -------
    View
        Any span ``[start, end)`` of its text came from ``text[a:b]`` with
        ``a, b = view.back.span(start, end)``.

    Examples
    --------
    >>> view = parser_view("A new strategy.According to dr. Sokolov,ukraine refused.")
    >>> view.text
    'A new strategy. According to Dr. Sokolov, Ukraine refused.'
    >>> view.back.span(16, 25)
    (15, 24)
    """
    names = state_names() if names is None else names
    view = _then(View(text), invisible_edits)
    view = _then(view, lambda seen: spacing_edits(seen, addresses(seen)))
    view = _then(view, lambda seen: capital_edits(seen, addresses(seen)))
    return _then(view, lambda seen: _capitals(seen, names))


def _then(view: View, find: Callable[[str], Iterable[Edit]]) -> View:
    """Carry out one more kind of repair."""
    text, step = edited(view.text, find(view.text))
    return View(text, composed(step, view.back, len(text)))


def _capitals(text: str, names: frozenset[str]) -> Iterable[Edit]:
    """Give the edits of names, and of sentence starts where no name is."""
    known = addresses(text)
    found = {edit.start: edit for edit in sentence_start_edits(text, known)}
    found |= {edit.start: edit for edit in casing_edits(text, names, known)}
    return found.values()
