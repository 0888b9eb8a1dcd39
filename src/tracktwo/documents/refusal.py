"""What does the error of a file say? What arrived, what was needed, what to do."""

from typing import Final, TypeVar

from tracktwo.errors import DocumentError

Kind = TypeVar("Kind", bound=DocumentError)

KNOWN: Final = "plain text, Markdown, HTML, PDF or DOCX"
"""The formats that are read, as the words of an error."""


def refusal(kind: type[Kind], name: str, arrived: str, needed: str, do: str) -> Kind:
    """Make the error of a file that cannot be read, ready to raise or to list.

    Parameters
    ----------
    kind : type of DocumentError
        The class of the error.
    name : str
        The file's own name, or the address.
    arrived, needed, do : str
        What was found, what would have been right, and what the user can do: phrases
        without a full stop.

    Examples
    --------
    >>> print(refusal(DocumentError, "a.pdf", "half a PDF", "a whole one", "fetch it again"))
    a.pdf: arrived: half a PDF; needed: a whole one; do: fetch it again
    """
    return kind(f"{name}: arrived: {arrived}; needed: {needed}; do: {do}")
