"""Where do these words stand, and which statement do they carry?"""

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher, get_close_matches
from fractions import Fraction

from tracktwo.documents.document import Document, Span
from tracktwo.errors import InputError
from tracktwo.reading.reading import Reading
from tracktwo.reading.statement import Statement

_WORD = re.compile(r"\S+")


def cite(
    documents: Sequence[Document], readings: Iterable[Reading], source: str, words: str
) -> tuple[str, Span, str]:
    r"""Find the place that a citation means, and the statement that stands there.

    The words have to stand in the document as cited; only white space may differ, so that a
    citation can be broken into lines as its file likes. Where they stand more than once, the
    first place that carries a statement is meant, else the first. A place carries the statement
    whose hull has most in common with it (intersection over union), if they share at least half
    of the shorter of the two; ties go to the statement that starts first, then the shorter.

    Parameters
    ----------
    documents : sequence of Document
        In the order in which they were read; of several with one name, the last that holds
        the words is meant.
    readings : iterable of Reading
        Of these documents, by any reader.
    source : str
        The document's name.
    words : str
        A passage of it.

    Returns
    -------
    str, Span, str
        The document's SHA-256, the place in its text, and the statement's id, "" for none.

    Raises
    ------
    InputError
        If no document has that name, or the words do not stand in it; the message gives the
        nearest name or passage.

    Notes
    -----
    Linear in the text. Only a citation that fails costs more, for its nearest passage.

    Examples
    --------
    >>> from tracktwo.documents.document import Original, text_hash
    >>> text = "They asked  for\na ban."
    >>> page = Document("a.md", text, text_hash(text), Original("", "text/plain", text))
    >>> cite([page], [], "a.md", "asked for a ban")[1:]
    (Span(start=5, end=21), '')
    """
    named = [document for document in documents if document.name == source]
    if not named:
        raise InputError(_no_source(source, documents))
    pattern = _any_space(words)
    if not pattern:
        raise InputError(f"{source}: the citation has no words; give a passage of its text")
    for document in reversed(named):
        places = [Span(*match.span()) for match in pattern.finditer(document.text)]
        if places:
            return document.sha256, *_carrying(places, _statements(document, readings))
    raise InputError(_no_words(words, named[-1]))


def carried(place: Span, statements: Iterable[Statement]) -> Statement | None:
    """Give the statement that a place carries, by the rule of `cite`, or None."""
    near = [each for each in statements if _shares_half(place, each.hull)]
    return min(near, key=lambda each: (-_common(place, each.hull), each.hull), default=None)


def _carrying(places: list[Span], statements: list[Statement]) -> tuple[Span, str]:
    for place in places:
        statement = carried(place, statements)
        if statement:
            return place, statement.id
    return places[0], ""


def _statements(document: Document, readings: Iterable[Reading]) -> list[Statement]:
    of_it = (reading for reading in readings if reading.document == document.sha256)
    return [statement for reading in of_it for statement in reading.statements]


def _shares_half(place: Span, hull: Span) -> bool:
    shorter = min(place.end - place.start, hull.end - hull.start)
    return shorter > 0 and 2 * place.overlap(hull) >= shorter


def _common(place: Span, hull: Span) -> Fraction:
    """Give the intersection over the union of two spans."""
    both = place.overlap(hull)
    return Fraction(both, place.end - place.start + hull.end - hull.start - both)


def _any_space(words: str) -> re.Pattern[str] | None:
    """Make a pattern that takes any run of white space for any other; None without words."""
    parts = [re.escape(part) for part in words.split()]
    return re.compile(r"\s+".join(parts)) if parts else None


def _no_source(source: str, documents: Iterable[Document]) -> str:
    names = sorted({document.name for document in documents})
    close = get_close_matches(source, names, n=3) or names[:5]
    known = ", ".join(close) if close else "none has been read"
    return f"{source!r} is no source that has been read; the nearest: {known}"


def _no_words(words: str, document: Document) -> str:
    near = nearest_passage(document.text, words)
    hint = f"; the nearest passage reads {near!r}" if near else ""
    return f"{document.name}: the words {_short(words)!r} do not stand in it{hint}"


def nearest_passage(text: str, words: str) -> str:
    """Give the passage of a text that is most like some words; "" when they share no word.

    It is as many words as were asked for, laid so that the longest run of words in common
    falls together; case is disregarded. Ties go to the earliest.

    >>> nearest_passage("They called for a full ban on missiles.", "a total ban on missiles")
    'a full ban on missiles.'
    """
    have, want = list(_WORD.finditer(text)), [word.casefold() for word in words.split()]
    there = [word.group().casefold() for word in have]
    match = SequenceMatcher(None, there, want, autojunk=False).find_longest_match()
    if not match.size:
        return ""
    first = max(0, match.a - match.b)
    last = min(len(have), match.a - match.b + len(want)) - 1
    return _short(text[have[first].start() : have[last].end()])


def _short(words: str) -> str:
    spaced = " ".join(words.split())
    return spaced if len(spaced) <= 200 else spaced[:197] + "…"
