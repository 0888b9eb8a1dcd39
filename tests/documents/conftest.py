"""Real files for the tests, made by the libraries that make them in the world."""

from collections.abc import Callable, Sequence
from io import BytesIO

import docx
import pytest
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

MakePdf = Callable[..., bytes]
MakeDocx = Callable[..., bytes]


def pdf_of(*pages: Sequence[str], size: int = 11, step: int = 14) -> PdfWriter:
    """Set lines of text on pages; an empty line leaves a gap of one step."""
    writer = PdfWriter()
    for lines in pages:
        page = writer.add_blank_page(595, 842)
        font = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
        named = DictionaryObject({NameObject(k): NameObject(v) for k, v in font.items()})
        named[NameObject("/Encoding")] = NameObject("/WinAnsiEncoding")
        fonts = DictionaryObject({NameObject("/F1"): named})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        shown = "".join(f"({line}) Tj T*\n" for line in map(_escaped, lines))
        stream = DecodedStreamObject()
        set_up = f"BT /F1 {size} Tf 1 0 0 1 72 770 Tm {step} TL\n"
        stream.set_data((set_up + shown + "ET").encode("cp1252"))
        page[NameObject("/Contents")] = writer._add_object(stream)
    return writer


def _escaped(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def written(writer: PdfWriter) -> bytes:
    """Give the bytes of a PDF."""
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


@pytest.fixture
def make_pdf() -> MakePdf:
    """Make a PDF from the lines of its pages, with a password if one is given."""

    def make(*pages: Sequence[str], password: str | None = None, **properties: str) -> bytes:
        writer = pdf_of(*pages)
        writer.add_metadata({f"/{name.title()}": value for name, value in properties.items()})
        if password is not None:
            writer.encrypt(password, "owner", algorithm="RC4-128")
        return written(writer)

    return make


@pytest.fixture
def make_docx() -> MakeDocx:
    """Make a Word file from (style, text) pairs."""

    def make(*paragraphs: tuple[str, str], title: str = "", author: str = "") -> bytes:
        word = docx.Document()
        word.core_properties.title = title
        word.core_properties.author = author
        for style, text in paragraphs:
            word.add_paragraph(text, style=style)
        file = BytesIO()
        word.save(file)
        return file.getvalue()

    return make
