"""The annex in HTML: a row for every citation, and the documents in full with their marks."""

from collections.abc import Iterator

from tracktwo.brief.brief import Brief
from tracktwo.brief.citation import Citation
from tracktwo.brief.element import Html, element, joined
from tracktwo.brief.lists import figured
from tracktwo.brief.markup.fulltext import full_text
from tracktwo.brief.markup.panels import act
from tracktwo.brief.markup.words import anchor
from tracktwo.brief.naming import chain
from tracktwo.brief.quoting import quoted
from tracktwo.brief.sentence import quoted_words
from tracktwo.brief.titles import label
from tracktwo.documents.document import Document

MOST_TEXT = 400_000
_HEADS = (
    ("No.", "num"),
    ("Words", "q"),
    ("Chain", None),
    ("Act, firmness", None),
    ("Offsets", "num"),
    ("Grade", None),
    ("Review", None),
)
_LONGEST = 600


def annex(brief: Brief) -> Html:
    """Write the annex: one table per document, then the documents in full if they are short."""
    return joined((_document(brief, document) for document in brief.documents), _full_texts(brief))


def holds_full_texts(brief: Brief) -> bool:
    """Tell whether the documents are short enough to stand in the page in full."""
    return sum(len(document.text) for document in brief.documents) < MOST_TEXT


def _document(brief: Brief, document: Document) -> Html:
    rows = [c for c in brief.citations if c.document.sha256 == document.sha256]
    digest = element("code", document.sha256)
    caption = element(
        "caption",
        f"{label(document)}: {figured(len(rows), 'quotation')} in the order of the text",
        element("small", "SHA-256 ", digest),
    )
    heads = (element("th", title, scope="col", class_=class_) for title, class_ in _HEADS)
    table = element(
        "table",
        caption,
        element("thead", element("tr", heads)),
        element("tbody", map(_row, rows)),
        class_="annex stack",
    )
    return element("div", table, class_="tw")


def _row(citation: Citation) -> Html:
    link = element(
        "a",
        str(citation.number),
        href=f"#e-{anchor(citation)}",
        aria_label=f"Open passage {citation.number}",
    )
    firmness = citation.statement.firmness.replace("_", "-") if citation.statement else ""
    hull = citation.hull
    cells = (
        quoted_words(quoted(citation, _LONGEST)),
        " → ".join(("author", *chain(citation)[1:])),
        f"{act(citation)}, {firmness}" if firmness else act(citation),
        f"{hull.start:,}–{hull.end:,}",
        _grade(citation),
        _review(citation),
    )
    return element(
        "tr",
        element("th", link, scope="row", class_="num"),
        (
            element("td", words, class_=class_)
            for words, (_, class_) in zip(cells, _HEADS[1:], strict=True)
        ),
    )


def _review(citation: Citation) -> str:
    if citation.accepted:
        return "accepted"
    if citation.rejected:
        return "struck out"
    return "not reviewed" if citation.statement else "–"


def _grade(citation: Citation) -> str:
    grade = citation.grade
    return f"{grade.reliability}{grade.credibility}" if grade else "none"


def _full_texts(brief: Brief) -> Iterator[Html]:
    if not holds_full_texts(brief):
        total = sum(len(document.text) for document in brief.documents)
        yield element(
            "p",
            f"The documents hold {total:,} characters, too many to set in full here; the panels "
            "show each passage with what stands around it.",
            class_="tn",
        )
        return
    for document in brief.documents:
        cited = tuple(c for c in brief.citations if c.document.sha256 == document.sha256)
        summary = element(
            "summary", f"In full: {label(document)}, {len(document.text):,} characters"
        )
        yield element("details", summary, full_text(document, cited), class_="source")
