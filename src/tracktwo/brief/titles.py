"""What is a document called, and who writes it?"""

from pathlib import PurePosixPath

from tracktwo.documents.document import Document


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


def author(document: Document, *, alone: bool) -> str:
    """Name who writes a document: its author, its publisher, or "the author of …".

    A document that is the only one needs no title to tell its author from others.
    """
    named = document.author or document.publisher
    return named or ("the author" if alone else f"the author of {short(document)}")


def short(document: Document) -> str:
    """Name a document in a few words: its title up to a colon, in quotation marks, or its file."""
    title = " ".join(document.title.split())
    head = title.split(":", 1)[0].strip()
    head = head if len(head) >= 12 else title
    if len(head) > 60:
        head = head[:50].rsplit(" ", 1)[0] + " …"
    return f"“{head}”" if head else bare(document.name)
