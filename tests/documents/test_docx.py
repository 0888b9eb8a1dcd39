"""Word files made by python-docx: paragraphs in order, bombs refused before they unpack."""

import datetime as dt
import zipfile
from collections.abc import Callable
from io import BytesIO

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tracktwo.documents import unpacking
from tracktwo.documents.docx import read_docx
from tracktwo.documents.load import load_bytes
from tracktwo.errors import DamagedDocumentError, EncryptedDocumentError, OversizeDocumentError

MakeDocx = Callable[..., bytes]


def packed(**parts: bytes) -> bytes:
    """Pack parts into a ZIP file, by the names a Word file has."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as whole:
        whole.writestr("[Content_Types].xml", "<Types/>")
        for name, content in parts.items():
            whole.writestr(f"word/{name}.xml", content)
    return file.getvalue()


def saved(word: object) -> bytes:
    file = BytesIO()
    word.save(file)  # type: ignore[attr-defined] # python-docx has no types
    return file.getvalue()


def test_headings_paragraphs_and_items_are_lines(make_docx: MakeDocx) -> None:
    data = make_docx(
        ("Title", "On the Lake"),
        ("Heading 1", "What was asked"),
        ("Normal", "The demands were:"),
        ("List Bullet", "a halt"),
        ("List Number", "a ban"),
        ("Normal", ""),
        ("Normal", "\u2022 typed by hand"),
    )
    assert read_docx(data, "a.docx").text.split("\n") == [
        "On the Lake",
        "What was asked",
        "The demands were:",
        "- a halt",
        "- a ban",
        "- typed by hand",
    ]


def test_cells_of_tables_stand_where_the_table_stands() -> None:
    word = docx.Document()
    word.add_paragraph("before")
    table = word.add_table(rows=2, cols=2)
    for row in range(2):
        for column in range(2):
            table.cell(row, column).text = f"cell {row}{column}"
    table.cell(0, 0).merge(table.cell(0, 1))
    word.add_paragraph("after")
    lines = read_docx(saved(word), "a.docx").text.split("\n")
    assert lines == ["before", "cell 00; cell 01", "cell 10 | cell 11", "after"]


def test_a_row_is_a_line_also_with_empty_and_wrapped_cells() -> None:
    word = docx.Document()
    table = word.add_table(rows=3, cols=3)
    cells = [["", "Arvala", "Belmar"], ["Fish", "a ban\nin May", ""], ["", "", "a quota"]]
    for row, texts in enumerate(cells):
        for column, words in enumerate(texts):
            table.cell(row, column).text = words
    table.cell(2, 2).add_paragraph("a hotline")
    word.add_paragraph("after")
    assert read_docx(saved(word), "a.docx").text.split("\n") == [
        "| | Arvala | Belmar",
        "Fish | a ban in May | ",
        "| |  | a quota; a hotline",
        "after",
    ]


def test_a_table_that_lays_out_a_page_is_read_cell_by_cell() -> None:
    word = docx.Document()
    table = word.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Arvala demands peace.", "Belmar refuses."
    lines = read_docx(saved(word), "a.docx").text.split("\n")
    assert lines == ["Arvala demands peace.", "Belmar refuses."]


def test_deleted_and_hidden_text_is_not_read_and_inserted_text_is() -> None:
    word = docx.Document()
    space = nsdecls("w")
    runs = (
        "<w:del><w:r><w:delText>gone </w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>added</w:t></w:r></w:ins>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t> hidden</w:t></w:r>"
        "<w:hyperlink><w:r><w:t xml:space='preserve'> linked</w:t></w:r></w:hyperlink>"
    )
    word.element.body.insert(0, parse_xml(f"<w:p {space}>{runs}</w:p>"))
    assert read_docx(saved(word), "a.docx").text == "added linked"


def test_words_lead_back_to_the_body(make_docx: MakeDocx) -> None:
    main = read_docx(make_docx(("Normal", " lead-in: "), ("List Bullet", "a halt")), "a.docx")
    assert main.text == "lead-in:\n- a halt"
    start = main.text.index("a halt")
    first, last = main.back.span(start, start + 6)
    assert main.source[first:last] == "a halt"


def test_properties_give_title_author_and_day() -> None:
    word = docx.Document()
    word.add_paragraph("Text.")
    word.core_properties.title = "On the Lake"
    word.core_properties.author = "Ann Lee"
    word.core_properties.created = dt.datetime(2022, 3, 29, tzinfo=dt.UTC)
    found = read_docx(saved(word), "a.docx").metadata
    assert (found.title, found.author, found.date) == ("On the Lake", "Ann Lee", "2022-03-29")


def test_what_an_empty_template_says_of_itself_is_not_taken() -> None:
    word = docx.Document()
    word.add_paragraph("Text.")
    found = read_docx(saved(word), "a.docx").metadata
    assert (found.title, found.author, found.date) == ("", "", "")


def test_a_zip_bomb_is_refused_before_it_unpacks(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> bytes:
        raise AssertionError("unpacked")

    monkeypatch.setattr(unpacking, "_read", never)
    bomb = packed(document=b"\0" * 50_000_000)
    assert len(bomb) < 100_000
    with pytest.raises(OversizeDocumentError, match="unpack to 50,000,0"):
        load_bytes(bomb, "a.docx")


def test_many_small_parts_that_are_large_together_are_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(unpacking, "MAX_UNPACKED", 10_000)
    parts = {f"part{number}": b"ab" * 500 for number in range(20)}
    with pytest.raises(OversizeDocumentError, match="21 parts"):
        load_bytes(packed(**parts), "a.docx")


def test_a_directory_that_lies_about_a_part_does_not_unpack_it_whole() -> None:
    honest = packed(document=b"\0" * 30_000_000)
    size = (30_000_000).to_bytes(4, "little")
    lying = honest.replace(size, (100).to_bytes(4, "little"))
    assert lying != honest
    with pytest.raises(DamagedDocumentError):
        load_bytes(lying, "a.docx")


def test_entities_in_a_word_file_are_not_expanded(make_docx: MakeDocx) -> None:
    whole = make_docx(("Normal", "Text."))
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(whole)) as old, zipfile.ZipFile(file, "w") as new:
        for part in old.namelist():
            content = old.read(part).decode("utf-8", "surrogateescape")
            if part == "word/document.xml":
                head, tail = content.split("?>", 1)
                bomb = '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]>'
                content = f"{head}?>{bomb}{tail.replace('Text.', '&b;')}"
            new.writestr(part, content.encode("utf-8", "surrogateescape"))
    main = read_docx(file.getvalue(), "a.docx")
    assert "lollol" not in main.text


def test_a_word_file_that_breaks_off_says_so(make_docx: MakeDocx) -> None:
    data = make_docx(("Normal", "Text."))
    with pytest.raises(DamagedDocumentError, match="breaks off"):
        load_bytes(data[: len(data) // 2], "a.docx")


def test_a_packed_file_without_a_body_says_so() -> None:
    with pytest.raises(DamagedDocumentError, match="without the parts of a Word file"):
        load_bytes(packed(document=b"<nothing/>"), "a.docx")


def test_a_word_file_with_a_password_says_so() -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500
    data = ole + "EncryptedPackage".encode("utf-16-le") + b"\0" * 500
    with pytest.raises(EncryptedDocumentError, match="asks for a password"):
        load_bytes(data, "a.docx")


def test_parts_with_a_password_are_told(make_docx: MakeDocx) -> None:
    data = bytearray(make_docx(("Normal", "Text.")))
    at = data.index(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1  # the flag of an encrypted part, in the directory
        at = data.find(b"PK\x01\x02", at + 4)
    with pytest.raises(EncryptedDocumentError, match="password"):
        load_bytes(bytes(data), "a.docx")
