"""PDFs made by pypdf: paragraphs out of lines, and one clear error for what cannot be read."""

from collections.abc import Callable
from io import BytesIO

import pytest
from pypdf import PdfWriter

from tracktwo.documents import pdf
from tracktwo.documents.pdf import read_pdf
from tracktwo.errors import (
    DamagedDocumentError,
    EmptyDocumentError,
    EncryptedDocumentError,
    OversizeDocumentError,
)

MakePdf = Callable[..., bytes]
LETTER = [
    "Talks on the Lake",
    "",
    "The parties met on Monday and said that they would con-",
    "tinue the negotiations on the cease-fire until an agree-",
    "ment was reached on the non-",
    "negotiable points of the treaty.",
    "",
    "A second paragraph follows here with more words than before",
    "and ends.",
    "",
    "- first item of the list",
    "- second item",
]


def test_lines_become_paragraphs_and_broken_words_are_whole(make_pdf: MakePdf) -> None:
    assert read_pdf(make_pdf(LETTER), "a.pdf").text.split("\n") == [
        "Talks on the Lake",
        (
            "The parties met on Monday and said that they would continue the negotiations on the "
            "cease-fire until an agreement was reached on the non-negotiable points of the treaty."
        ),
        "A second paragraph follows here with more words than before and ends.",
        "- first item of the list",
        "- second item",
    ]


def test_a_compound_that_the_text_has_elsewhere_keeps_its_hyphen(make_pdf: MakePdf) -> None:
    lines = [
        "They wrote of the ceasefire-line and then of the long ceasefire-",
        "line again there.",
    ]
    assert read_pdf(make_pdf(lines), "a.pdf").text.endswith("ceasefire-line again there.")


def test_running_heads_feet_and_page_numbers_go(make_pdf: MakePdf) -> None:
    body = {n: [f"Line {n}{m} of a report that is long enough." for m in "abcde"] for n in "xyz"}
    pages = [
        ["The Courier, 3 May", *lines, f"Page {number} of 3"]
        for number, lines in enumerate(body.values(), start=1)
    ]
    main = read_pdf(make_pdf(*pages), "a.pdf")
    assert "Courier" not in main.text
    assert "Page" not in main.text
    assert all(line in main.text for lines in body.values() for line in lines)
    assert "Courier" in main.source
    assert main.notes == ("6 running heads, running feet and page numbers left out",)


def test_a_sentence_runs_on_over_the_end_of_a_page(make_pdf: MakePdf) -> None:
    main = read_pdf(make_pdf(["They offered a ceiling of 800 tanks and"], ["1,900 guns."]), "a.pdf")
    assert main.text == "They offered a ceiling of 800 tanks and 1,900 guns."


def test_bullets_become_hyphens(make_pdf: MakePdf) -> None:
    main = read_pdf(make_pdf(["They ask for:", "\u2022 a halt", "\u2022 a ban"]), "a.pdf")
    assert main.text.split("\n") == ["They ask for:", "- a halt", "- a ban"]


def test_words_lead_back_to_the_text_of_the_pages(make_pdf: MakePdf) -> None:
    main = read_pdf(make_pdf(LETTER), "a.pdf")
    start = main.text.index("agreement")
    first, last = main.back.span(start, start + len("agreement"))
    assert main.source[first:last] == "agree-\nment"


def test_properties_give_title_and_author_but_no_date(make_pdf: MakePdf) -> None:
    data = make_pdf(LETTER, title="On the Lake", author="Ann Lee", creationdate="D:20240101000000")
    found = read_pdf(data, "a.pdf").metadata
    assert (found.title, found.author, found.date) == ("On the Lake", "Ann Lee", "")


def test_a_title_that_is_a_file_name_is_no_title(make_pdf: MakePdf) -> None:
    assert read_pdf(make_pdf(LETTER, title="Microsoft Word - a.doc"), "a.pdf").metadata.title == ""


def test_a_pdf_with_a_password_says_so(make_pdf: MakePdf) -> None:
    with pytest.raises(EncryptedDocumentError, match=r"^a\.pdf: arrived: a PDF that asks for a"):
        read_pdf(make_pdf(LETTER, password="secret"), "a.pdf")  # noqa: S106 - a test's own


def test_a_pdf_whose_password_is_empty_is_read(make_pdf: MakePdf) -> None:
    assert "Talks on the Lake" in read_pdf(make_pdf(LETTER, password=""), "a.pdf").text


def test_pages_without_text_are_told_from_an_empty_file() -> None:
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    file = BytesIO()
    writer.write(file)
    with pytest.raises(EmptyDocumentError, match=r"without text.*pictures.*OCR"):
        read_pdf(file.getvalue(), "scan.pdf")


def test_a_pdf_that_breaks_off_says_so(make_pdf: MakePdf) -> None:
    data = make_pdf(LETTER)
    with pytest.raises(DamagedDocumentError, match="breaks off"):
        read_pdf(data[: len(data) // 2], "a.pdf")


def test_a_pdf_broken_inside_says_so() -> None:
    with pytest.raises(DamagedDocumentError, match="broken"):
        read_pdf(b"%PDF-1.7\nnothing of use\nstartxref\n9\n%%EOF", "a.pdf")


def test_a_pdf_of_too_many_pages_is_refused(
    make_pdf: MakePdf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "MAX_PAGES", 2)
    with pytest.raises(OversizeDocumentError, match="3 pages"):
        read_pdf(make_pdf(["a"], ["b"], ["c"]), "a.pdf")


def test_a_pdf_of_too_much_text_is_refused(
    make_pdf: MakePdf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "MAX_UNPACKED", 10)
    with pytest.raises(OversizeDocumentError, match="longer than 10 characters"):
        read_pdf(make_pdf(LETTER), "a.pdf")
