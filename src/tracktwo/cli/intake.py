"""How do documents come in? From what the user names, in order, with an error for each bad one."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from tracktwo.cli.guard import complain
from tracktwo.documents.document import Document
from tracktwo.errors import DocumentError


def named(inputs: Iterable[str]) -> Iterator[Document | DocumentError]:
    """Read files, folders, addresses, and standard input for ``-``, one document at a time.

    Only an address that is named here is ever asked for.
    """
    from tracktwo.documents.fetch import fetch
    from tracktwo.documents.folder import load_all
    from tracktwo.documents.limits import MAX_BYTES
    from tracktwo.documents.load import load_bytes

    for name in inputs:
        try:
            if name == "-":
                yield load_bytes(sys.stdin.buffer.read(MAX_BYTES), "standard input")
            elif is_address(name):
                yield fetch(name)
            else:
                yield from load_all([Path(name)])
        except DocumentError as error:
            yield error


def is_address(name: str) -> bool:
    """Tell whether what the user named is an address rather than a file."""
    return name.lower().startswith(("http://", "https://"))


def readable(
    arrived: Iterable[Document | DocumentError], refused: list[DocumentError]
) -> Iterator[Document]:
    """Give the documents among what arrived; what could not be read is said, and put aside.

    Parameters
    ----------
    arrived : iterable of Document or DocumentError
        In any order.
    refused : list of DocumentError
        Each error is said on stderr and added here.
    """
    for each in arrived:
        if isinstance(each, DocumentError):
            complain(str(each))
            refused.append(each)
        else:
            yield each
