"""A document in full, with every citation marked where it stands."""

from collections.abc import Iterator
from itertools import pairwise

from tracktwo.brief.citation import Citation
from tracktwo.brief.element import Html, element
from tracktwo.brief.markup.words import anchor
from tracktwo.documents.document import Document


def full_text(document: Document, citations: tuple[Citation, ...]) -> Html:
    """Write a document line by line; the first piece of each citation carries its name.

    Citations overlap and cross lines, so the text is cut at every start, end and line end, and
    each piece that a citation covers is marked. Nothing of the text is left out or added.
    """
    lines = (element("p", pieces) for pieces in _lines(document.text, citations))
    return element("div", lines, class_="full")


def _lines(text: str, citations: tuple[Citation, ...]) -> Iterator[list[Html | str]]:
    cuts, starting, covered = _cuts(text, citations)
    line: list[Html | str] = []
    for start, end in pairwise(cuts):
        piece = text[start:end]
        body = piece.rstrip("\n")
        names = starting.get(start, [])
        line += [element("a", id=f"t-{name}") for name in names[1:]]
        first = f"t-{names[0]}" if names else None
        if covered[start] and body:
            line.append(element("mark", body, id=first))
        else:
            line += [element("a", id=first)] if first else []
            line.append(body)
        if piece.endswith("\n"):
            yield line
            line = []
    if line:
        yield line


def _cuts(
    text: str, citations: tuple[Citation, ...]
) -> tuple[list[int], dict[int, list[str]], dict[int, bool]]:
    starting: dict[int, list[str]] = {}
    changes: dict[int, int] = {}
    for citation in citations:
        starting.setdefault(citation.content[0].start, []).append(anchor(citation))
        for span in citation.content:
            changes[span.start] = changes.get(span.start, 0) + 1
            changes[span.end] = changes.get(span.end, 0) - 1
    breaks = {at + 1 for at, character in enumerate(text) if character == "\n"}
    cuts = sorted({0, len(text), *changes, *breaks})
    depth, covered = 0, {}
    for cut in cuts:
        depth += changes.get(cut, 0)
        covered[cut] = depth > 0
    return cuts, starting, covered
