"""The span law, on everything: no input breaks it, and no input breaks the program."""

import random
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracktwo.documents.document import Document
from tracktwo.documents.load import load_bytes
from tracktwo.documents.offsets import OffsetMap
from tracktwo.documents.view import parser_view
from tracktwo.errors import DocumentError

HOSTILE = st.sampled_from(
    [
        *(
            "\x00",
            "\r\n",
            "\r",
            "\ufeff",
            "\u200b",
            "\u00ad",
            "\u202e",
            "\u2066",
            "\ud800",
            "\udfff",
        ),
        *(
            "\u2028",
            "\x85",
            "\x0c",
            "ß",
            "İ",
            "ŉ",
            "é",
            "e\u0301",
            "Ä",
            "â€™",
            "Ã©",
            "日本",
            "🇺🇦",
            "👩‍👩‍👧",
        ),
        *(
            "putin",
            "Putin ",
            "U.S.President",
            ",",
            ".",
            "“",
            "”",
            "ukraine",
            "dr. A",
            "(ISW)",
            "a@b.c",
        ),
        *(
            "<p>",
            "</p>",
            "<!--",
            "-->",
            "<script>",
            "&amp;",
            "&#0;",
            "<b",
            '"',
            "<li>",
            "<td>",
            "<h1>",
        ),
        *(
            "# ",
            "- ",
            "* ",
            "**",
            "_",
            "`",
            "```\n",
            "[a](b)",
            "![",
            "](",
            "> ",
            "|",
            "---\n",
            "\t",
            "1. ",
        ),
        *("\n", "\n\n", " ", "word ", "The end. ", "17.05.2019", "By Ann Lee | Post | 1/2/2020\n"),
    ]
)
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=60)
MIXED = st.lists(HOSTILE | ANY_TEXT, max_size=30).map("".join)
NAMES = st.sampled_from(
    ["a.txt", "a.md", "a.html", "a.pdf", "a.docx", "a", "a.unknown", "\udc80.txt"]
)
TYPES = st.sampled_from(
    ["", "text/html; charset=utf-8", "text/plain; charset=koi8-r", ";charset=x"]
)


def runs(back: OffsetMap, length: int) -> list[tuple[int, int, bool]]:
    """Each run of a map: where it starts and ends in the text made, and whether it was kept."""
    ends = [*back.made[1:], length]
    return [run for run in zip(back.made, ends, back.kept, strict=True) if run[0] < run[1]]


def assert_leads_back(made: str, source: str, back: OffsetMap) -> None:
    assert list(back.source) == sorted(back.source)
    for start, end, kept in runs(back, len(made)):
        first, last = back.span(start, end)
        assert 0 <= first <= last <= len(source)
        assert not kept or made[start:end] == source[first:last]


def loaded(data: bytes, name: str, media_type: str = "") -> Document | DocumentError:
    try:
        return load_bytes(data, name, media_type)
    except DocumentError as error:
        return error


def assert_lawful(document: Document | DocumentError) -> None:
    if isinstance(document, DocumentError):
        assert all(part in str(document) for part in ("arrived: ", "needed: ", "do: "))
        return
    assert_leads_back(document.text, document.original.text, document.back)
    view = parser_view(document.text)
    assert_leads_back(view.text, document.text, view.back)


@given(MIXED, NAMES, TYPES)
@settings(max_examples=80, deadline=None)
def test_hostile_text_in_any_format_keeps_the_law(text: str, name: str, media_type: str) -> None:
    assert_lawful(loaded(text.encode("utf-8", "surrogatepass"), name, media_type))


@given(st.binary(max_size=400), NAMES, TYPES)
@settings(max_examples=80, deadline=None)
def test_any_bytes_are_a_document_or_one_clear_error(
    data: bytes, name: str, media_type: str
) -> None:
    assert_lawful(loaded(data, name, media_type))


@given(MIXED, st.sampled_from(["utf-16", "utf-16-le", "utf-32", "cp1252", "cp1251", "gb18030"]))
@settings(max_examples=60, deadline=None)
def test_text_in_other_encodings_keeps_the_law(text: str, encoding: str) -> None:
    assert_lawful(loaded(text.encode(encoding, "ignore"), "a.txt"))


@given(MIXED, st.data())
@settings(max_examples=100, deadline=None)
def test_every_span_of_a_view_lies_in_its_text(text: str, data: st.DataObject) -> None:
    view = parser_view(text)
    start = data.draw(st.integers(0, len(view.text)))
    end = data.draw(st.integers(start, len(view.text)))
    first, last = view.back.span(start, end)
    assert 0 <= first <= last <= len(text)


@pytest.mark.parametrize("seed", range(24))
def test_a_damaged_pdf_or_docx_is_a_document_or_one_clear_error(
    seed: int, make_pdf: Callable[..., bytes], make_docx: Callable[..., bytes]
) -> None:
    chance = random.Random(seed)  # noqa: S311 - repeatable damage, no secret
    whole = make_pdf(["One line."]) if seed % 2 else make_docx(("Normal", "One line."))
    data = bytearray(whole)
    for _ in range(chance.randint(1, 20)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    cut = chance.choice([len(data), chance.randrange(len(data))])
    assert_lawful(loaded(bytes(data[:cut]), "a.pdf" if seed % 2 else "a.docx"))
