"""Who published a document, and when? Four fields, each empty where nothing says it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Metadata:
    """Title, publisher, author and publication date of a document.

    Attributes
    ----------
    title, publisher, author : str
        One line each; empty where not known.
    date : str
        ``2025-01-31``, ``2025-01`` or ``2025``; empty where not known.
    """

    title: str = ""
    publisher: str = ""
    author: str = ""
    date: str = ""

    def or_else(self, other: "Metadata") -> "Metadata":
        """Fill the fields that are empty here from `other`.

        >>> Metadata(title="Talks").or_else(Metadata(title="Untitled", date="2025"))
        Metadata(title='Talks', publisher='', author='', date='2025')
        """
        return Metadata(
            self.title or other.title,
            self.publisher or other.publisher,
            self.author or other.author,
            self.date or other.date,
        )


def one_line(value: object) -> str:
    r"""Give a value as one line of at most 300 characters, "" for None.

    >>> one_line("  Two\n lines ")
    'Two lines'
    """
    return "" if value is None else " ".join(str(value).split())[:300].rstrip()
