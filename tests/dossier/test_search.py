"""Search: words and phrases, in statements and in lines; no sign does harm."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.documents.document import Document, Original, text_hash
from tracktwo.dossier.dossier import Dossier
from tracktwo.dossier.search import as_match, passages_of
from tracktwo.reading.reading import Reading

TEXT = """Demands of December

Darsa demanded a ban on missiles near its border.
Norria's café policy — “no bans” — was rejected; missiles stay.
"""


@pytest.fixture(autouse=True)
def _one_page(
    dossier: Dossier, make_document: Callable[..., Document], make_reading: Callable[..., Reading]
) -> None:
    page = make_document("a.md", TEXT)
    dossier.add(page, make_reading(page, "a ban on missiles near its border", "missiles stay"))


def found(dossier: Dossier, query: str, limit: int = 20) -> list[str]:
    """Give the words found, statements in brackets."""
    (page,) = dossier.documents()
    hits = dossier.search(query, limit)
    return [f"[{page.quote(hit.span)}]" if hit.statement else page.quote(hit.span) for hit in hits]


def test_statements_and_lines_are_found_with_their_places(dossier: Dossier) -> None:
    assert found(dossier, "border missiles") == [
        "[a ban on missiles near its border]",
        "Darsa demanded a ban on missiles near its border.",
    ]


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("missiles", 4),
        ("MISSILE", 4),
        ("demand", 2),
        ("cafe", 1),
        ('"ban on missiles"', 2),
        ('"missiles ban"', 0),
        ("“no bans”", 1),
        ("Norria’s", 1),
        ("missiles NOT border", 0),
        ("rockets", 0),
        ("", 0),
        ('"', 0),
        ("* ( ) ^ : - +", 0),
        ("words:missiles", 0),
        ("missi*", 0),
        ("\ud83d missiles \0", 4),
    ],
)
def test_a_query_is_words_and_phrases_and_nothing_else(
    dossier: Dossier, query: str, count: int
) -> None:
    assert len(found(dossier, query)) == count


def test_the_limit_holds(dossier: Dossier) -> None:
    assert found(dossier, "missiles", 1) == found(dossier, "missiles")[:1]


def test_statements_that_a_later_reading_left_out_are_not_found(
    dossier: Dossier, make_reading: Callable[..., Reading]
) -> None:
    (page,) = dossier.documents()
    dossier.add(page, make_reading(page, "missiles stay"))
    dossier.add(page, make_reading(page, "missiles", reader="analyst"))
    statements = [words for words in found(dossier, "missiles") if words.startswith("[")]
    assert set(statements) == {"[missiles]", "[missiles stay]"}
    assert len(statements) == 2


@given(st.text())
def test_a_query_of_any_signs_becomes_quoted_words(query: str) -> None:
    quoted = as_match(query).split('"')
    assert len(quoted) % 2 == 1
    assert all(between in {"", " "} for between in quoted[::2])
    assert all(word.isalnum() for words in quoted[1::2] for word in words.split())


@given(st.text())
def test_the_lines_of_a_document_cover_all_its_words(text: str) -> None:
    page = Document("a", text, text_hash(text), Original("", "", text))
    lines = passages_of(page)
    assert all(page.quote(line.span) == line.words for line in lines)
    assert "".join(line.words for line in lines).split() == text.split() or "\n" in text
