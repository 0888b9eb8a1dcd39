"""What is a brief? Sections of typed sentences, and every quotation that they rest on."""

from dataclasses import dataclass

from tracktwo.brief.blocks import Section
from tracktwo.brief.citation import Citation
from tracktwo.documents.document import Document


@dataclass(frozen=True, slots=True)
class Headline:
    """A line of the head: what it is, its value, and a smaller line below."""

    name: str
    value: str
    under: str = ""


@dataclass(frozen=True, slots=True)
class Brief:
    """A composed brief: words and data, no markup.

    Attributes
    ----------
    title, question : str
        Of the case, or of the article.
    head : tuple of Headline
        As of, sources, case, made with.
    sections : tuple of Section
        In order; their numbers are their places, from 1.
    citations : tuple of Citation
        All that may be cited; number n stands at place n - 1.
    documents : tuple of Document
        Those cited, in the order of the numbers.
    parties : tuple of str
        Names, in the order of their marks.
    missing : tuple of str
        What the case names as evidence and no document holds, one line each.
    """

    title: str
    question: str
    head: tuple[Headline, ...]
    sections: tuple[Section, ...]
    citations: tuple[Citation, ...]
    documents: tuple[Document, ...]
    parties: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
