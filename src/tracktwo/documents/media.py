"""What kind of file is this, by its content and its name?"""

import codecs
import re
import zipfile
from io import BytesIO
from typing import Final

from tracktwo.documents.encoding import looks_binary
from tracktwo.documents.refusal import KNOWN, refusal
from tracktwo.errors import (
    BinaryDocumentError,
    DamagedDocumentError,
    DocumentError,
    EncryptedDocumentError,
)

PLAIN: Final = "text/plain"
MARKDOWN: Final = "text/markdown"
HTML: Final = "text/html"
PDF: Final = "application/pdf"
DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

SUFFIXES: Final = {
    **dict.fromkeys((".md", ".markdown", ".mdown", ".mkd"), MARKDOWN),
    **dict.fromkeys((".html", ".htm", ".xhtml"), HTML),
    **dict.fromkeys((".txt", ".text", ".log", ".csv", ".tsv", ".json", ".rst"), PLAIN),
}
MEDIA: Final = {
    "text/html": HTML,
    "application/xhtml+xml": HTML,
    "text/markdown": MARKDOWN,
    "text/x-markdown": MARKDOWN,
}
PACKED: Final = b"PK\x03\x04"
OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How the older files of Office begin, and the newer ones with a password."""

MAGIC: Final = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
    (b"RIFF", "a sound, film or picture"),
    (b"ID3", "a sound"),
    (b"OggS", "a sound or film"),
    (b"\x1a\x45\xdf\xa3", "a film"),
    (b"\x1f\x8b", "a file packed with gzip"),
    (b"BZh", "a file packed with bzip2"),
    (b"\xfd7zXZ", "a file packed with xz"),
    (b"7z\xbc\xaf\x27\x1c", "a file packed with 7-Zip"),
    (b"Rar!", "a file packed with RAR"),
    (b"PK\x05\x06", "an empty ZIP file"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3\0", "a SQLite database"),
    (b"{\\rtf", "an RTF text"),
)
TYPES: Final = (
    (b"mimetypeapplication/vnd.oasis.opendocument.text", "an OpenDocument text (ODT)"),
    (b"mimetypeapplication/epub+zip", "an e-book (EPUB)"),
)
PAGE: Final = re.compile(
    rb"(?:<\?xml[^<>]*>\s*)?(?:<!--.{0,500}?-->\s*)*"
    rb"<(?:!doctype html|html|head|body|meta|title|article|main|section|div|p|h[1-6]|table)\b",
    re.IGNORECASE | re.DOTALL,
)
HEADINGS: Final = re.compile(rb"^#{1,6} \S", re.MULTILINE)
LINKS: Final = re.compile(rb"\[[^\[\]\n]{1,200}\]\(https?://[^()\s]{1,300}\)")


def media_type_of(data: bytes, name: str, declared: str = "") -> str:
    """Tell the kind of a file: one of the five media types that are read.

    Content comes first: a PDF, a DOCX or a page is known by how it begins, whatever its name.
    Then the `declared` type, then the suffix of the name. Text that comes without either is
    Markdown if it has two headings marked with ``#`` or a link in Markdown's manner, and plain
    otherwise.

    Parameters
    ----------
    data : bytes
        The whole file, not empty.
    name : str
        Its name.
    declared : str
        A media type that a server declares, without parameters; "" for none.

    Raises
    ------
    BinaryDocumentError
        If it is no text, and no format that is read.
    EncryptedDocumentError
        If it is an Office file with a password.
    DamagedDocumentError
        If it is a packed file that breaks off.

    Examples
    --------
    >>> media_type_of(b"<!DOCTYPE html><p>Hello", "page.txt")
    'text/html'
    """
    if data.lstrip()[:5] == b"%PDF-" or (name.lower().endswith(".pdf") and b"%PDF-" in data[:1024]):
        return PDF
    if data.startswith(PACKED):
        return _packed(data, name)
    if data.startswith(OLE):
        raise _office(data, name)
    for magic, called in MAGIC:
        if data.startswith(magic):
            raise _binary(name, called)
    if looks_binary(data) or data[4:8] == b"ftyp":
        raise _binary(name, "bytes that are no text")
    return _text(data, name, declared)


def _text(data: bytes, name: str, declared: str) -> str:
    """Tell which kind of text it is."""
    head = data[:4096].removeprefix(codecs.BOM_UTF8).lstrip(b"\xff\xfe\0").replace(b"\0", b"")
    if PAGE.match(head.lstrip()):
        return HTML
    if declared in MEDIA:
        return MEDIA[declared]
    suffix = re.search(r"\.\w+$", name.lower())
    if suffix and suffix.group() in SUFFIXES:
        return SUFFIXES[suffix.group()]
    sample = data[:20_000]
    marked = len(HEADINGS.findall(sample)) > 1 or LINKS.search(sample) is not None
    return MARKDOWN if marked and not declared else PLAIN


def _packed(data: bytes, name: str) -> str:
    """Tell a DOCX from other packed files, by the directory at the end of the file."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            parts = packed.namelist()
    except Exception as error:  # a broken ZIP leads zipfile into errors of several classes
        raise refusal(
            DamagedDocumentError,
            name,
            "a packed file (DOCX or ZIP) that breaks off before its end",
            "a whole DOCX",
            "fetch it again",
        ) from error
    if "[Content_Types].xml" in parts and any(part.startswith("word/") for part in parts):
        return DOCX
    called = next((called for mark, called in TYPES if mark in data[:200]), "")
    for folder, kind in (("xl/", "a spreadsheet (XLSX)"), ("ppt/", "slides (PPTX)")):
        called = called or (kind if any(part.startswith(folder) for part in parts) else "")
    raise _binary(name, called or "a ZIP file that is no DOCX")


def _office(data: bytes, name: str) -> DocumentError:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return refusal(
            EncryptedDocumentError,
            name,
            "an Office file that asks for a password",
            "a DOCX that opens without one",
            "open it with its password and save it without",
        )
    return _binary(name, "a file of the older Office (DOC, XLS or PPT)")


def _binary(name: str, arrived: str) -> BinaryDocumentError:
    return refusal(
        BinaryDocumentError,
        name,
        arrived,
        KNOWN,
        "export it to one of these, or leave it out",
    )
