"""What is a document, an author, a speaker called in a sentence?"""

from pathlib import PurePosixPath

from tracktwo.brief.citation import Citation
from tracktwo.documents.document import Document

_UNNAMED = frozenset({"", "author", "the author", "the author of the text"})


def label(document: Document) -> str:
    """Name a document in a few words: its publisher and title as far as they are known.

    The file's own name stands in where there is neither. Addresses lose what follows "?".
    """
    title = " ".join(document.title.split())
    if title:
        short = title if len(title) <= 90 else title[:88].rsplit(" ", 1)[0] + " …"
        return f"{document.publisher}: {short}" if document.publisher else short
    return document.publisher or bare(document.name)


def bare(name: str) -> str:
    """Give a file's own name, or an address without its query.

    >>> bare("notes/read-out.txt"), bare("https://example.org/a/b?x=1")
    ('read-out.txt', 'https://example.org/a/b')
    """
    plain = name.split("?", 1)[0]
    return plain if "://" in plain else PurePosixPath(plain).name or plain


def author(document: Document) -> str:
    """Name who writes a document: its author, its publisher, or "the author of …"."""
    return document.author or document.publisher or f"the author of {short(document)}"


def short(document: Document) -> str:
    """Name a document in a few words: its title up to a colon, in quotation marks, or its file."""
    title = " ".join(document.title.split())
    head = title.split(":", 1)[0].strip()
    head = head if len(head) >= 12 else title
    fits = 0 < len(head) <= 60
    return f"“{head}”" if fits else bare(document.name)


def chain(citation: Citation) -> tuple[str, ...]:
    """Name those who report a statement, outermost first; an unnamed author by the document."""
    if citation.statement is None:
        return (author(citation.document),)
    names = citation.statement.chain or ("",)
    first = author(citation.document) if names[0].casefold() in _UNNAMED else names[0]
    return (first, *names[1:])


def speaker(citation: Citation) -> str:
    """Name whose words a citation holds: the speaker, or who writes the document."""
    statement = citation.statement
    if statement is None or statement.speaker is None:
        return chain(citation)[0]
    name = statement.speaker.name
    return author(citation.document) if name.casefold() in _UNNAMED else name


def retellers(citation: Citation) -> tuple[str, ...]:
    """Name who stands between the document's author and the speaker, outermost first."""
    if citation.statement is None or citation.statement.speaker is None:
        return ()
    return chain(citation)[1:-1]
