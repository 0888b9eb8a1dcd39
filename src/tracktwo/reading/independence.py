"""When is one document a second source, and when only an echo of the first?"""

import re
from collections.abc import Callable
from typing import Final

from tracktwo.actors.naming import slug
from tracktwo.documents.document import Document
from tracktwo.reading.statement import Statement

RUN: Final = 8
ECHO: Final = 0.5
_WORD = re.compile(r"\w+")


def runs(text: str) -> frozenset[tuple[str, ...]]:
    """Give every run of `RUN` words of a text, case and punctuation aside."""
    words = [word.casefold() for word in _WORD.findall(text)]
    return frozenset(tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))


def independent(
    one: Document, other: Document, runs_of: Callable[[str], frozenset[tuple[str, ...]]] = runs
) -> bool:
    """Tell whether two documents are independent of each other.

    They are when all of this holds:

    - each names its publisher, or its author where it names no publisher; of a document that
      names neither, nobody can tell whether it is independent;
    - these differ, and so do the authors, where both name one;
    - they are not one text told twice: less than half of the runs of eight words of the one with
      fewer runs stand in the other, so that both may quote the same speech. A text without any
      run of eight is no echo.

    Symmetric. Linear in both texts; `runs_of` may remember the runs of a text.

    Examples
    --------
    >>> from tracktwo.documents.document import Original, text_hash
    >>> def by(publisher):
    ...     return Document("a", "No.", text_hash("No."), Original("", "", ""), publisher=publisher)
    >>> independent(by("Agri Wire"), by("The Gazette")), independent(by("Agri Wire"), by(""))
    (True, False)
    """
    if not origin(one) or not origin(other) or origin(one) == origin(other):
        return False
    if one.author and slug(one.author) == slug(other.author):
        return False
    fewer, more = sorted((runs_of(one.text), runs_of(other.text)), key=len)
    return not fewer or len(fewer & more) < ECHO * len(fewer)


def origin(document: Document) -> str:
    """Give from whom a document comes: its publisher, else its author; "" where it names neither.

    >>> from tracktwo.documents.document import Original, text_hash
    >>> origin(Document("a", "", text_hash(""), Original("", "", ""), publisher="The  Gazette"))
    'the-gazette'
    """
    named = document.publisher or document.author
    return slug(named) if named.strip() else ""


def own_ways(one: Statement, other: Statement, origins: tuple[str, str]) -> bool:
    """Tell whether two statements reached their documents by ways of their own.

    They did not when both were handed on by the same third (a news agency that both quote), or
    when one document has it from the other.

    Parameters
    ----------
    one, other : Statement
        Of two independent documents.
    origins : tuple of str
        From whom the documents come, in the same order.
    """
    first, second = _handed_on(one), _handed_on(other)
    return not first & second and origins[1] not in first and origins[0] not in second


def _handed_on(statement: Statement) -> set[str]:
    """Give who stands between the author and the speaker."""
    return {slug(name) for name in statement.chain[1:-1]}
