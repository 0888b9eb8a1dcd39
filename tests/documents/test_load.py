"""One file in, one document or one clear error out."""

import gzip
import os
import re
import socket
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from tracktwo.documents.document import text_hash
from tracktwo.documents.limits import MAX_BYTES
from tracktwo.documents.load import load, load_bytes
from tracktwo.documents.media import DOCX, HTML, MARKDOWN, PDF, PLAIN, media_type_of
from tracktwo.errors import (
    BinaryDocumentError,
    DocumentError,
    EmptyDocumentError,
    EncryptedDocumentError,
    OversizeDocumentError,
)

NOBODY = 65534
PAGE = b"<!DOCTYPE html><html><body><p>Words.</p></body></html>"


def zip_of(*names: str) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        for name in names:
            packed.writestr(name, "x")
    return file.getvalue()


def test_a_document_holds_its_text_its_hash_and_what_arrived(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"one\r\ntwo")
    document = load(path)
    assert document.name == "a.txt"
    assert document.text == "one\ntwo"
    assert document.sha256 == text_hash("one\ntwo")
    assert document.original.text == "one\r\ntwo"
    assert document.original.media_type == PLAIN
    assert document.original.encoding == "utf-8"
    assert re.fullmatch("[0-9a-f]{64}", document.original.sha256)


def test_the_same_bytes_give_the_same_document() -> None:
    assert load_bytes(PAGE, "a.html") == load_bytes(PAGE, "a.html")


@pytest.mark.parametrize(
    ("data", "name", "declared", "kind"),
    [
        (PAGE, "a.txt", "", HTML),
        (b"\xef\xbb\xbf  " + PAGE, "a", "", HTML),
        (PAGE.decode().encode("utf-16"), "a", "", HTML),
        (b"<p>words</p>", "standard input", "", HTML),
        (b"words", "a.html", "", HTML),
        (b"words", "a", "text/html", HTML),
        (b"# words", "a.md", "", MARKDOWN),
        (b"# one\n\n## two\n", "standard input", "", MARKDOWN),
        (b"see [this](https://a.b)", "standard input", "", MARKDOWN),
        (b"# one\n\n## two\n", "a.txt", "", PLAIN),
        (b"- one\n- two\n", "standard input", "", PLAIN),
        (b"words < and >", "a.unknown", "", PLAIN),
        (b"%PDF-1.7 ...", "a.txt", "", PDF),
        (b"\n%PDF-1.7 ...", "a.pdf", "", PDF),
        (b"text of %PDF-1.7", "a.txt", "", PLAIN),
        (zip_of("[Content_Types].xml", "word/document.xml"), "a.zip", "", DOCX),
    ],
)
def test_content_tells_the_format_before_the_name_does(
    data: bytes, name: str, declared: str, kind: str
) -> None:
    assert media_type_of(data, name, declared) == kind


@pytest.mark.parametrize(
    ("data", "arrived"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "a PNG picture"),
        (b"\xff\xd8\xff\xe0" + bytes(50), "a JPEG picture"),
        (gzip.compress(b"words"), "a file packed with gzip"),
        (b"\x7fELF" + bytes(50), "a program"),
        (b"\0\0\0\x18ftypmp42" + b"x" * 200, "bytes that are no text"),
        (b"{\\rtf1 words}", "an RTF text"),
        (bytes(range(256)) * 9, "bytes that are no text"),
        (zip_of("a.txt"), "a ZIP file that is no DOCX"),
        (zip_of("[Content_Types].xml", "xl/workbook.xml"), "a spreadsheet (XLSX)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "the older Office"),
    ],
)
def test_what_is_no_text_says_what_it_is(data: bytes, arrived: str) -> None:
    with pytest.raises(BinaryDocumentError, match=re.escape(arrived)):
        load_bytes(data, "a.txt")


@pytest.mark.parametrize(
    "data",
    [b"", b" \n\t \r\n", "\ufeff".encode(), "\u200b\u00a0".encode(), b"\0\0", b"<html></html>"],
)
def test_a_file_with_nothing_to_read_says_so(data: bytes) -> None:
    with pytest.raises(EmptyDocumentError, match="needed: a text to read"):
        load_bytes(data, "a.txt")


def test_a_file_of_100_mb_is_refused_without_being_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES)

    def never(*_: object) -> None:
        raise AssertionError("opened")

    monkeypatch.setattr(Path, "open", never)
    with pytest.raises(OversizeDocumentError, match=r"^large\.txt: arrived: 100,000,000 bytes"):
        load(path)


def test_bytes_above_the_limit_are_refused() -> None:
    with pytest.raises(OversizeDocumentError):
        load_bytes(bytes(MAX_BYTES), "standard input")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="arrived: a folder; needed: a file"):
        load(tmp_path)


def test_a_link_that_leads_nowhere_says_so(tmp_path: Path) -> None:
    link = tmp_path / "link.txt"
    link.symlink_to(tmp_path / "gone.txt")
    with pytest.raises(DocumentError, match="a link that leads nowhere"):
        load(link)


def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="no such file"):
        load(tmp_path / "gone.txt")


@pytest.mark.parametrize("name", ["a\0b", "x" * 5_000])
def test_a_name_that_no_file_can_have_is_an_error_like_others(tmp_path: Path, name: str) -> None:
    with pytest.raises(DocumentError, match="arrived: "):
        load(tmp_path / name)


def test_a_socket_is_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the name of a socket must be short
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("s")
        with pytest.raises(DocumentError, match="a device, pipe or socket"):
            load(Path("s"))


def test_a_file_that_may_not_be_read_says_so(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("words")
    path.chmod(0)
    root = os.geteuid() == 0
    if root:
        os.seteuid(NOBODY)
    try:
        with pytest.raises(DocumentError, match="a file that may not be read"):
            load(path)
    finally:
        if root:
            os.seteuid(0)


def test_a_name_that_cannot_be_printed_is_shown_with_marks(tmp_path: Path) -> None:
    path = tmp_path / "a\udcff\n.txt"
    path.write_text("words")
    assert load(path).name == "a\ufffd\ufffd.txt"


def test_every_format_is_read(
    make_pdf: Callable[..., bytes], make_docx: Callable[..., bytes]
) -> None:
    line = "The parties met on Monday and said nothing."
    files = {
        "a.txt": line.encode(),
        "a.md": f"*{line}*".encode(),
        "a.html": f"<html><body><p>{line}</p></body></html>".encode(),
        "a.pdf": make_pdf([line]),
        "a.docx": make_docx(("Normal", line)),
    }
    assert {load_bytes(data, name).text for name, data in files.items()} == {line}


def test_what_the_format_says_goes_before_what_the_first_lines_say() -> None:
    text = b"---\ntitle: Front\n---\n\nFirst line\n\nDate: 2020-02-02\n\nProse goes on.\n"
    document = load_bytes(text, "a.md")
    assert (document.title, document.date) == ("Front", "2020-02-02")


def test_the_charset_that_a_server_declares_is_heard() -> None:
    data = "Глава МИД".encode("koi8_r")
    assert load_bytes(data, "a", "text/plain; charset=koi8-r").text == "Глава МИД"


def test_a_password_is_an_error_of_its_own(make_pdf: Callable[..., bytes]) -> None:
    with pytest.raises(EncryptedDocumentError):
        load_bytes(make_pdf(["words"], password="x"), "a.pdf")  # noqa: S106 - a test's own
